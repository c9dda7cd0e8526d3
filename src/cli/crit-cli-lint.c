/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "json/crit-finding.h"
#include "rules/crit-rules.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *date;
  CritDate today;
  char **files;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->date);
  g_strfreev (self->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_options (Options *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date,
      N_ ("Day to hold review dates against, instead of today"), N_ ("YYYY-MM-DD") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("RULES…"));
  g_autoptr (GError) error = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (
      context, _ ("Checks rules files and prints everything that is noticed, a line a finding."));
  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRUE;
  crit_cli_complain ("%s", error->message);
  return FALSE;
}

static gboolean
check_options (Options *self)
{
  self->today = crit_date_today ();
  if (self->files == NULL)
    crit_cli_complain (_ ("Name the rules files to check: criteria-cli lint RULES…"));
  else if (self->date != NULL
           && (!crit_date_parse (self->date, &self->today) || !crit_date_is_whole (self->today)))
    crit_cli_complain (_ ("“%s” is not a day. Write it as in 2026-11-20."), self->date);
  else
    return TRUE;
  return FALSE;
}

/* Prints the findings in a file, where other programs can read them, and returns its exit status. */
static int
lint (const char *path, CritDate today)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) text = crit_cli_read (path);
  g_autoptr (CritRules) rules = NULL;

  if (text == NULL)
    return CRIT_EXIT_CANNOT_READ;

  rules = crit_rules_load (text, findings);
  if (rules != NULL)
    crit_rules_report_review (rules, today, findings);
  crit_findings_sort (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (g_ptr_array_index (findings, i), path);

      g_print ("%s\n", line);
    }
  return findings->len == 0 ? CRIT_EXIT_OK : CRIT_EXIT_FINDINGS;
}

/**
 * crit_cli_lint:
 * @argc: how many arguments there are
 * @argv: the arguments, the verb first
 *
 * Checks rules files and prints every finding, errors and warnings alike.
 *
 * Returns: an exit status: that of the worst file
 */
int
crit_cli_lint (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  int status = CRIT_EXIT_OK;

  if (!parse_options (&options, argc, argv) || !check_options (&options))
    return CRIT_EXIT_CANNOT_READ;
  for (guint i = 0; options.files[i] != NULL; i++)
    {
      int own = lint (options.files[i], options.today);

      status = MAX (status, own);
    }
  return status;
}
