/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "crit-cli-screening.h"
#include "crit-cli-statuses.h"
#include "crit-cli-stream.h"
#include "json/crit-json-reader.h"
#include "record/crit-record-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

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

/* A file of lines. */
typedef struct
{
  const Run *run;
  const char *path;
} File;

static void
fail (Run *self, int status)
{
  self->status = MAX (self->status, status);
}

/* Findings of a line are about that line of the file, not about the first line of a text of its own. */
static void
add_findings (GPtrArray *findings, const char *path, CritStreamLine *line)
{
  for (guint i = 0; i < findings->len; i++)
    {
      CritFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = NULL;

      if (line->number > 0)
        {
          finding->line = line->number;
          finding->column = MAX (finding->column, 1);
        }
      text = crit_finding_to_line (finding, path);
      g_string_append_printf (line->errors, "%s\n", text);
    }
}

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

static void
add_too_long (GPtrArray *findings)
{
  g_autofree char *message =
      g_strdup_printf (_ ("This line is longer than %d bytes."), CRIT_JSON_MAX_LINE);

  g_ptr_array_add (findings,
                   crit_finding_new (CRIT_SEVERITY_ERROR, "", 0, 0, NULL, "too-large", message));
}

/* Screens one record, which is a line of a file, or where its number is 0 a file as a whole. */
static void
screen_record (const Run *self, CritScreener *screener, const char *path, CritStreamLine *line)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  gboolean screened = FALSE;

  if (line->number > 0 && line->length > CRIT_JSON_MAX_LINE)
    add_too_long (findings);
  else if (self->statuses != NULL)
    screened = add_statuses (self, screener, line, findings);
  else
    screened = add_screening (self, line, findings);
  add_findings (findings, path, line);
  if (!screened)
    line->status = MAX (line->status, CRIT_EXIT_FINDINGS);
}

static gpointer
begin_cb (gpointer data)
{
  const File *file = data;

  return crit_screener_new (file->run->program);
}

static void
line_cb (gpointer data, gpointer own, CritStreamLine *line)
{
  const File *file = data;

  screen_record (file->run, own, file->path, line);
}

static void
end_cb (G_GNUC_UNUSED gpointer data, gpointer own)
{
  crit_screener_free (own);
}

static void
screen_lines (Run *self, int fd, const char *path)
{
  File file = { self, path };
  CritStreamWork work = { begin_cb, line_cb, end_cb, &file };

  fail (self, crit_stream_run (&work, fd, path, self->n_jobs));
}

static void
screen_lines_of (Run *self, const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      crit_cli_complain (_ ("%1$s cannot be opened: %2$s."), path, g_strerror (errno));
      fail (self, CRIT_EXIT_CANNOT_READ);
      return;
    }
  screen_lines (self, fd, path);
  close (fd);
}

static gboolean
write_out (const GString *text)
{
  if (crit_stream_write (text))
    return TRUE;
  crit_cli_complain (_ ("The output cannot be written: %s."), g_strerror (errno));
  return FALSE;
}

static void
screen_whole (Run *self, GBytes *text, const char *path)
{
  g_autoptr (CritScreener) screener = crit_screener_new (self->program);
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (GString) errors = g_string_new (NULL);
  CritStreamLine line = { .output = output, .errors = errors };

  line.text = g_bytes_get_data (text, &line.length);
  screen_record (self, screener, path, &line);
  g_printerr ("%s", errors->str);
  fail (self, write_out (output) ? line.status : CRIT_EXIT_CANNOT_READ);
}

static void
screen_file (Run *self, const char *path)
{
  g_autoptr (GBytes) text = NULL;

  if (g_str_equal (path, "-"))
    {
      screen_lines (self, STDIN_FILENO, _ ("standard input"));
      return;
    }
  if (g_str_has_suffix (path, ".ndjson"))
    {
      screen_lines_of (self, path);
      return;
    }
  text = crit_cli_read (path);
  if (text != NULL)
    screen_whole (self, text, path);
  else
    fail (self, CRIT_EXIT_CANNOT_READ);
}

static void
screen_files (Run *self, char **paths)
{
  if (paths == NULL)
    screen_file (self, "-");
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    screen_file (self, paths[i]);
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
  return write_out (heading);
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
 * Screens records: one a file, one a line of `.ndjson` files, or without a file one a line of standard input. A record
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
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("[FILE…]"));
  g_autoptr (GError) error = NULL;
  Run self = { .format = CRIT_CLI_SCREENING_TEXT, .status = CRIT_EXIT_OK };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    crit_cli_complain ("%s", error->message);
  else if (rules == NULL)
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
