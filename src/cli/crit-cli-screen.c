/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "crit-cli-lines.h"
#include "crit-cli-screening.h"
#include "json/crit-json-reader.h"
#include "record/crit-record-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What is asked for, and how it went so far. */
typedef struct
{
  CritRules *rules;
  CritCliScreeningFormat format;
  int status;
} Run;

static void
fail (Run *self, int status)
{
  self->status = MAX (self->status, status);
}

/* Findings of a line are about that line of the file, not about the first line of a text of its own. */
static void
move_findings (GPtrArray *findings, guint line)
{
  for (guint i = 0; line > 0 && i < findings->len; i++)
    {
      CritFinding *finding = g_ptr_array_index (findings, i);

      finding->line = line;
      finding->column = MAX (finding->column, 1);
    }
}

/* Screens one record, which is line @line of a file, or where that is 0 the file as a whole. */
static void
screen_text (Run *self, GBytes *text, const char *path, guint line)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = crit_record_read (text, self->rules, findings);
  g_autofree char *output = NULL;

  move_findings (findings, line);
  crit_cli_report (findings, path);
  if (record == NULL)
    {
      fail (self, CRIT_EXIT_FINDINGS);
      return;
    }
  output = crit_cli_screening_dup_output (record, self->format);
  g_print ("%s", output);
}

static void
complain_too_long (Run *self, const char *path, guint line)
{
  g_autofree char *message =
      g_strdup_printf (_ ("This line is longer than %d bytes."), CRIT_JSON_MAX_LINE);
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_ptr_array_add (findings,
                   crit_finding_new (CRIT_SEVERITY_ERROR, "", 0, 0, NULL, "too-large", message));
  move_findings (findings, line);
  crit_cli_report (findings, path);
  fail (self, CRIT_EXIT_FINDINGS);
}

static gboolean
is_blank (const GString *text)
{
  return strspn (text->str, " \t\r") == text->len;
}

static void
screen_lines (Run *self, FILE *file, const char *path)
{
  g_auto (CritLines) lines = { 0 };

  crit_lines_init (&lines, file);
  while (crit_lines_next (&lines))
    {
      g_autoptr (GBytes) text = NULL;

      if (lines.too_long)
        complain_too_long (self, path, lines.number);
      if (lines.too_long || is_blank (lines.text))
        continue;
      text = g_bytes_new (lines.text->str, lines.text->len);
      screen_text (self, text, path, lines.number);
    }
  if (ferror (file))
    {
      crit_cli_complain (_ ("%s cannot be read to its end."), path);
      fail (self, CRIT_EXIT_CANNOT_READ);
    }
}

static void
screen_lines_of (Run *self, const char *path)
{
  FILE *file = fopen (path, "re");

  if (file == NULL)
    {
      crit_cli_complain (_ ("%1$s cannot be opened: %2$s."), path, g_strerror (errno));
      fail (self, CRIT_EXIT_CANNOT_READ);
      return;
    }
  screen_lines (self, file, path);
  fclose (file);
}

static void
screen_file (Run *self, const char *path)
{
  g_autoptr (GBytes) text = NULL;

  if (g_str_equal (path, "-"))
    {
      screen_lines (self, stdin, _ ("standard input"));
      return;
    }
  if (g_str_has_suffix (path, ".ndjson"))
    {
      screen_lines_of (self, path);
      return;
    }
  text = crit_cli_read (path);
  if (text != NULL)
    screen_text (self, text, path, 0);
  else
    fail (self, CRIT_EXIT_CANNOT_READ);
}

static int
run (const char *rules_path, CritCliScreeningFormat format, char **paths)
{
  Run self = { .format = format, .status = CRIT_EXIT_OK };
  g_autoptr (CritRules) rules = crit_cli_load_rules (rules_path, &self.status);

  if (rules == NULL)
    return self.status;

  self.rules = rules;
  if (format == CRIT_CLI_SCREENING_NDJSON)
    g_printerr ("%s\n", crit_notice ());
  if (paths == NULL)
    screen_file (&self, "-");
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    screen_file (&self, paths[i]);
  return self.status;
}

/**
 * crit_cli_screen:
 * @argc: how many arguments
 * @argv: "screen", the options and the records
 *
 * Screens records: one a file, one a line of `.ndjson` files, or without a file one a line of standard input. A record
 * that cannot be read is reported on standard error, and the others still come out.
 *
 * Returns: 0; 1 where a record has errors; 2 where a file cannot be read
 */
int
crit_cli_screen (int argc, char **argv)
{
  g_autofree char *rules = NULL;
  g_autofree char *format_name = NULL;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &rules, N_ ("The rules to screen under"),
      N_ ("RULES") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("text (the default), json or ndjson"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("[FILE…]"));
  g_autoptr (GError) error = NULL;
  CritCliScreeningFormat format = CRIT_CLI_SCREENING_TEXT;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    crit_cli_complain ("%s", error->message);
  else if (rules == NULL)
    crit_cli_complain (_ ("Name the rules file: criteria-cli screen --rules RULES [FILE…]"));
  else if (!crit_cli_screening_parse_format (format_name, &format))
    crit_cli_complain (_ ("There is no format “%s”. Use text, json or ndjson."), format_name);
  else
    return run (rules, format, paths);
  return CRIT_EXIT_CANNOT_READ;
}
