/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "crit-cli-records.h"
#include "crit-cli-screening.h"
#include "crit-cli-statuses.h"
#include "record/crit-record-file.h"

#include <glib/gi18n-lib.h>

/* What is asked for, and how it went so far. */
typedef struct
{
  CritRules *rules;
  CritProgram *program;
  CritCliStatuses *statuses;
  CritCliScreeningFormat format;
  guint n_jobs;
  int status;
} Run;

/* Statuses alone, without the search for reasons: this may be one of a million. */
static gboolean
add_statuses (const Run *self, CritScreener *screener, CritStreamLine *line, GPtrArray *findings)
{
  if (!crit_screener_screen (screener, line->text, line->length, findings))
    return FALSE;
  crit_cli_statuses_add (self->statuses, screener, line->output);
  return TRUE;
}

static gboolean
add_screening (const Run *self, CritStreamLine *line, GPtrArray *findings)
{
  g_autoptr (GBytes) text = g_bytes_new_static (line->text, line->length);
  g_autoptr (CritRecord) record = crit_record_read (text, self->rules, findings);
  g_autofree char *output = NULL;

  if (record == NULL)
    return FALSE;
  output = crit_cli_screening_dup_output (record, self->format);
  g_string_append (line->output, output);
  return TRUE;
}

static gpointer
begin_cb (gpointer data)
{
  return crit_screener_new (((const Run *) data)->program);
}

static gboolean
record_cb (gpointer data, gpointer own, CritStreamLine *record, GPtrArray *findings)
{
  const Run *self = data;

  return self->statuses != NULL ? add_statuses (self, own, record, findings)
                                : add_screening (self, record, findings);
}

static void
end_cb (G_GNUC_UNUSED gpointer data, gpointer own)
{
  crit_screener_free (own);
}

static void
screen_files (Run *self, char **paths)
{
  CritRecordsWork work = { .begin = begin_cb, .record = record_cb, .end = end_cb, .data = self };
  const int status = crit_records_run (&work, paths, self->n_jobs);

  self->status = MAX (self->status, status);
}

/* Text and JSON hold the line that says what statuses are not; beside lines and tables it is said here. */
static gboolean
begin_statuses (Run *self)
{
  g_autoptr (GString) heading = g_string_new (NULL);

  if (self->format != CRIT_CLI_SCREENING_NDJSON && self->format != CRIT_CLI_SCREENING_CSV)
    return TRUE;
  g_printerr ("%s\n", crit_notice ());
  self->statuses = crit_cli_statuses_new (self->rules, self->format == CRIT_CLI_SCREENING_CSV);
  crit_cli_statuses_add_heading (self->statuses, heading);
  return crit_cli_write_out (heading->str, heading->len);
}

static int
run (Run *self, const char *rules_path, char **paths)
{
  g_autoptr (CritRules) rules = crit_cli_load_rules (rules_path, &self->status);
  g_autoptr (CritProgram) program = rules != NULL ? crit_program_new (rules) : NULL;
  g_autoptr (CritCliStatuses) statuses = NULL;
  gboolean begun = FALSE;

  if (rules == NULL)
    return self->status;

  self->rules = rules;
  self->program = program;
  begun = begin_statuses (self);
  statuses = self->statuses;
  if (!begun)
    return CRIT_EXIT_CANNOT_READ;
  screen_files (self, paths);
  return self->status;
}

/**
 * crit_cli_screen:
 * @argc: how many arguments
 * @argv: "screen", the options and the records
 *
 * Screens records: one a file, one a line of `.ndjson` files and pipes, or without a file one a line of standard input. A record
 * that cannot be read is reported on standard error, and the others still come out. Lines are never held all at once.
 *
 * Returns: 0; 1 where a record has errors; 2 where a file cannot be read
 */
int
crit_cli_screen (int argc, char **argv)
{
  g_autofree char *rules = NULL;
  g_autofree char *format_name = NULL;
  int n_jobs = 1;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &rules, N_ ("The rules to screen under"),
      N_ ("RULES") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name,
      N_ ("text (the default), json, ndjson or csv"), N_ ("FORMAT") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_jobs,
      N_ ("How many lines to work on at once, from 1 (the default) to 64"), N_ ("N") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  Run self = { .format = CRIT_CLI_SCREENING_TEXT, .status = CRIT_EXIT_OK };

  if (!crit_cli_parse (entries, argc, argv, &self.status))
    return self.status;
  if (rules == NULL)
    crit_cli_complain (_ ("Name the rules file: criteria-cli screen --rules RULES [FILE…]"));
  else if (!crit_cli_screening_parse_format (format_name, &self.format))
    crit_cli_complain (_ ("There is no format “%s”. Use text, json, ndjson or csv."), format_name);
  else if (n_jobs < 1 || n_jobs > CRIT_STREAM_MOST_JOBS)
    crit_cli_complain (_ ("The number of jobs must be from 1 to %d."), CRIT_STREAM_MOST_JOBS);
  else
    {
      self.n_jobs = (guint) n_jobs;
      return run (&self, rules, paths);
    }
  return CRIT_EXIT_CANNOT_READ;
}
