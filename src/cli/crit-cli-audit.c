/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "audit/crit-audit-report.h"
#include "audit/crit-auditor.h"
#include "crit-cli-interrupt.h"
#include "crit-cli-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT_WIDTH 100

/* Beyond this nothing of use would be left. */
#define MOST_HIDDEN 100

/**
 * Options:
 * @tally: whether to write the numbers for adding up
 * @merge: whether the files are such numbers
 * @least: 0; or the least number that is shown
 */
typedef struct
{
  char *rules;
  char *compare;
  char *format;
  char *output;
  gboolean tally;
  gboolean merge;
  int n_jobs;
  int least;
  char **paths;
} Options;

/**
 * Audit:
 * @program: (nullable): none where tallies are added up
 * @other: (nullable): the rules to compare with
 * @tally: (nullable): what is added up so far
 * @overflows: whether there are more records than can be counted
 */
typedef struct
{
  CritProgram *program;
  CritProgram *other;
  CritTally *tally;
  gboolean overflows;
} Audit;

static void
clear_options (Options *self)
{
  g_free (self->rules);
  g_free (self->compare);
  g_free (self->format);
  g_free (self->output);
  g_strfreev (self->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
clear_audit (Audit *self)
{
  g_clear_pointer (&self->program, crit_program_unref);
  g_clear_pointer (&self->other, crit_program_unref);
  g_clear_pointer (&self->tally, crit_tally_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Audit, clear_audit)

/* --- Options --- */

static gboolean
parse_options (Options *self, int argc, char **argv, int *status)
{
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &self->rules,
      N_ ("The rules that the records were filled in under"), N_ ("RULES") },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME, &self->compare,
      N_ ("Also count what differs under these rules, and why"), N_ ("OTHER") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format,
      N_ ("text (the default), json, csv or html"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("File to write to, instead of standard output"), N_ ("FILE") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &self->n_jobs,
      N_ ("How many lines to work on at once, from 1 (the default) to 64"), N_ ("N") },
    { "tally", 0, 0, G_OPTION_ARG_NONE, &self->tally,
      N_ ("Write one line that --merge can add to others"), NULL },
    { "merge", 0, 0, G_OPTION_ARG_NONE, &self->merge, N_ ("The files hold such lines: add them up"),
      NULL },
    { "suppress-below", 0, 0, G_OPTION_ARG_INT, &self->least,
      N_ ("Hide numbers below N, rounded up to a multiple of 10, and round the others"), N_ ("N") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->paths, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return crit_cli_parse (entries, argc, argv, status);
}

static gboolean
has_format (const Options *self)
{
  static const char *const formats[] = { "text", "json", "csv", "html", NULL };

  return self->format == NULL || g_strv_contains (formats, self->format);
}

static gboolean
is_tally (const Options *self)
{
  return self->tally || g_strcmp0 (self->format, "json") == 0;
}

/* A file that is named twice would count twice, and nobody would notice. */
static const char *
find_repeated (char **paths)
{
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) paths + i + 1, paths[i]))
      return paths[i];
  return NULL;
}

static gboolean
check_options (const Options *self)
{
  const char *repeated = find_repeated (self->paths);

  if (self->rules == NULL && !self->merge)
    crit_cli_complain (_ ("Name the rules file: criteria-cli audit --rules RULES [FILE…]"));
  else if (self->merge && (self->rules != NULL || self->compare != NULL))
    crit_cli_complain (_ ("Tallies name their rules themselves: leave out --rules and --compare."));
  else if (self->tally && self->format != NULL)
    crit_cli_complain (_ ("A tally has a format of its own: leave out --format or --tally."));
  else if (!has_format (self))
    crit_cli_complain (_ ("There is no format “%s”. Use text, json, csv or html."), self->format);
  else if (repeated != NULL)
    crit_cli_complain (_ ("“%s” is named twice: its numbers would count twice."), repeated);
  else if (self->n_jobs < 1 || self->n_jobs > CRIT_STREAM_MOST_JOBS)
    crit_cli_complain (_ ("The number of jobs must be from 1 to %d."), CRIT_STREAM_MOST_JOBS);
  else if (self->least != 0 && (self->least < 2 || self->least > MOST_HIDDEN))
    crit_cli_complain (_ ("The least number that is shown must be from 2 to %d."), MOST_HIDDEN);
  else if (self->least != 0 && is_tally (self))
    crit_cli_complain (
        _ ("Numbers that are hidden cannot add up: --suppress-below is for text, csv "
           "and html."));
  else
    return TRUE;
  return FALSE;
}

/* --- Counting --- */

static CritProgram *
compile (const char *path, int *status)
{
  g_autoptr (CritRules) rules = crit_cli_load_rules (path, status);

  return rules != NULL ? crit_program_new (rules) : NULL;
}

static void
add_up (Audit *self, const CritTally *tally)
{
  if (!crit_tally_merge (self->tally, tally))
    self->overflows = TRUE;
}

static gpointer
begin_counting_cb (gpointer data)
{
  Audit *self = data;

  return crit_auditor_new (self->program, self->other);
}

static gboolean
count_cb (G_GNUC_UNUSED gpointer data, gpointer own, CritStreamLine *record, GPtrArray *findings)
{
  return crit_auditor_add (own, record->text, record->length, findings);
}

static void
refused_cb (G_GNUC_UNUSED gpointer data, gpointer own)
{
  crit_auditor_refuse (own);
}

static void
end_counting_cb (gpointer data, gpointer own)
{
  add_up (data, crit_auditor_get_tally (own));
  crit_auditor_free (own);
}

static int
count (Audit *self, const Options *options)
{
  CritRecordsWork work = { .begin = begin_counting_cb,
                           .record = count_cb,
                           .refused = refused_cb,
                           .end = end_counting_cb,
                           .data = self };
  int status = CRIT_EXIT_OK;

  self->program = compile (options->rules, &status);
  if (options->compare != NULL)
    self->other = compile (options->compare, &status);
  if (status != CRIT_EXIT_OK)
    return status;
  if (self->other != NULL)
    crit_cli_warn_of_other_rules (crit_program_get_rules (self->program),
                                  crit_program_get_rules (self->other));
  self->tally = crit_tally_new (crit_program_get_rules (self->program),
                                self->other != NULL ? crit_program_get_rules (self->other) : NULL);
  return crit_records_run (&work, options->paths, (guint) options->n_jobs);
}

/* --- Adding up --- */

static gpointer
begin_merging_cb (gpointer data)
{
  return data;
}

static gboolean
merge_cb (gpointer data, G_GNUC_UNUSED gpointer own, CritStreamLine *line, GPtrArray *findings)
{
  Audit *self = data;
  g_autoptr (GBytes) text = g_bytes_new_static (line->text, line->length);
  g_autoptr (CritTally) tally = crit_tally_read (text, self->tally, findings);

  if (tally == NULL)
    return FALSE;
  if (self->tally == NULL)
    self->tally = g_steal_pointer (&tally);
  else
    add_up (self, tally);
  return TRUE;
}

static void
end_merging_cb (G_GNUC_UNUSED gpointer data, G_GNUC_UNUSED gpointer own)
{
}

/* A sum without one of its parts would pass for the whole. */
static int
merge (Audit *self, const Options *options)
{
  CritRecordsWork work = { .begin = begin_merging_cb,
                           .record = merge_cb,
                           .end = end_merging_cb,
                           .are_parts = TRUE,
                           .data = self };
  int status = crit_records_run (&work, options->paths, 1);

  if (status != CRIT_EXIT_OK)
    g_clear_pointer (&self->tally, crit_tally_free);
  if (status == CRIT_EXIT_FINDINGS)
    crit_cli_complain (_ ("Nothing is added up: the sum would lack a part."));
  return status;
}

/* --- Writing --- */

static GBytes *
render (const Options *options, const CritTally *tally)
{
  g_autoptr (CritAuditReport) report = NULL;
  char *text = NULL;

  if (is_tally (options))
    return crit_tally_write (tally, !options->tally);
  report = crit_audit_report_new (tally, (guint) options->least);
  if (g_strcmp0 (options->format, "csv") == 0)
    text = crit_tally_to_csv (tally, (guint) options->least);
  else if (g_strcmp0 (options->format, "html") == 0)
    text = crit_audit_report_to_html (report);
  else
    text = crit_audit_report_to_text (report, crit_cli_get_width (options->output, TEXT_WIDTH));
  return g_bytes_new_take (text, strlen (text));
}

/* Numbers that leave out a part that could not be read to its end are not shown: they would pass for the whole. */
static int
finish (Audit *self, const Options *options, int status)
{
  g_autoptr (GBytes) bytes = NULL;

  crit_interrupt_end ();
  if (self->overflows)
    {
      crit_cli_complain (_ ("There are more records than can be counted."));
      return CRIT_EXIT_CANNOT_READ;
    }
  if (self->tally == NULL || status == CRIT_EXIT_CANNOT_READ)
    return status;
  bytes = render (options, self->tally);
  if (crit_cli_write (options->output, bytes))
    return status;
  return CRIT_EXIT_CANNOT_READ;
}

/**
 * crit_cli_audit:
 * @argc: how many arguments
 * @argv: "audit", the options and the files
 *
 * Counts what records say about each criterion, or adds up what was counted of parts.
 *
 * Returns: 0; 1 where a record or a tally has errors; 2 where a file cannot be read
 */
int
crit_cli_audit (int argc, char **argv)
{
  g_auto (Options) options = { .n_jobs = 1 };
  g_auto (Audit) self = { 0 };
  int status = CRIT_EXIT_OK;

  if (!parse_options (&options, argc, argv, &status))
    return status;
  if (!check_options (&options))
    return CRIT_EXIT_CANNOT_READ;
  return finish (&self, &options,
                 options.merge ? merge (&self, &options) : count (&self, &options));
}
