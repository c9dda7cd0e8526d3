/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

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
      g_autofree char *line = crit_finding_to_line (g_ptr_array_index (findings, i), path);

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
