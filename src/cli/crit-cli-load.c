/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "crit-cli-paint.h"
#include "record/crit-record-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/**
 * crit_cli_dup_finding:
 * @finding: a finding
 * @path: the file, as the user named it
 * @fd: where the line goes: STDOUT_FILENO or STDERR_FILENO
 *
 * Returns: (transfer full): the line of crit_finding_to_line(), its severity painted where colours are wanted
 */
char *
crit_cli_dup_finding (const CritFinding *finding, const char *path, int fd)
{
  const gboolean is_error = finding->severity == CRIT_SEVERITY_ERROR;
  g_autofree char *line = crit_finding_to_line (finding, crit_cli_name_file (path));
  g_autofree char *nameless = crit_finding_to_line (finding, "");
  const char *severity = crit_severity_get_code (finding->severity);
  g_autofree char *painted =
      crit_paint (severity, is_error ? CRIT_PAINT_ERROR : CRIT_PAINT_WARNING, fd);
  /* What stands before the name of the severity holds none of our words but the name of the file. */
  gsize before = strlen (line) - strlen (strstr (nameless, severity));

  return g_strdup_printf ("%.*s%s%s", (int) before, line, painted,
                          line + before + strlen (severity));
}

/**
 * crit_cli_report:
 * @findings: (element-type CritFinding): what was noticed in a file
 * @path: the file, as the user named it
 *
 * Prints findings on standard error, one a line, as `file:line:column: error: message [code]`.
 */
void
crit_cli_report (GPtrArray *findings, const char *path)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line =
          crit_cli_dup_finding (g_ptr_array_index (findings, i), path, STDERR_FILENO);

      g_printerr ("%s\n", line);
    }
}

/**
 * crit_cli_load_rules:
 * @path: a rules file
 * @status: (inout): an exit status, made worse where the file cannot be used
 *
 * Loads a rules file for a verb that needs one. What is wrong with it is printed on standard error.
 *
 * Returns: (transfer full) (nullable): the rules
 */
CritRules *
crit_cli_load_rules (const char *path, int *status)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) text = crit_cli_read (path);
  CritRules *rules = NULL;

  if (text == NULL)
    {
      *status = MAX (*status, CRIT_EXIT_CANNOT_READ);
      return NULL;
    }

  rules = crit_rules_load (text, findings);
  if (rules == NULL)
    {
      crit_cli_report (findings, path);
      *status = MAX (*status, CRIT_EXIT_FINDINGS);
    }
  return rules;
}

/**
 * crit_cli_warn_of_other_rules:
 * @former: rules
 * @newer: what they are compared with
 *
 * Says on standard error where that is no version of the same rules: it may be the wrong file.
 */
void
crit_cli_warn_of_other_rules (const CritRules *former, const CritRules *newer)
{
  if (!g_str_equal (former->id, newer->id))
    /* Translators: two names of rules. */
    crit_cli_complain (_ ("“%1$s” is compared with “%2$s”, which is no version of it."), former->id,
                       newer->id);
}

/* A plain record cannot be read by itself; here that has a remedy of its own. */
static void
hint_at_rules (GPtrArray *findings, const char *hint)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((CritFinding *) findings->pdata[i])->code, "no-rules"))
      crit_cli_complain ("%s", hint);
}

/**
 * crit_cli_load_record:
 * @path: a record, or "-" for standard input
 * @rules: (nullable): the rules to read it under; NULL for those that it carries
 * @hint: what to do where it carries none
 * @status: (inout): an exit status, made worse where something in the record is wrong
 *
 * Loads a record to show it. What is wrong with it is printed on standard error. Under rules of its own it is read as the
 * program opens it: what cannot be read is left open, and the record says so of itself.
 *
 * Returns: (transfer full) (nullable): the record
 */
CritRecord *
crit_cli_load_record (const char *path, CritRules *rules, const char *hint, int *status)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) text = crit_cli_read (path);
  CritRecord *record = NULL;

  if (text == NULL)
    {
      *status = MAX (*status, CRIT_EXIT_CANNOT_READ);
      return NULL;
    }

  record =
      rules != NULL ? crit_record_read (text, rules, findings) : crit_record_open (text, findings);
  crit_cli_report (findings, path);
  hint_at_rules (findings, hint);
  if (record == NULL || crit_record_get_access (record) != CRIT_RECORD_WHOLE)
    *status = MAX (*status, CRIT_EXIT_FINDINGS);
  return record;
}
