/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-lint.h"

#include "screening/crit-analysis.h"

/**
 * crit_lint:
 * @text: the bytes of a rules file
 * @today: a whole date, to hold review dates against
 * @findings: (element-type CritFinding): takes everything there is to notice, in the order of the file
 *
 * Reads a rules file as critically as can be: errors, review dates, cases, and what analysis of the criteria brings to
 * light. It may take a second: a window does it in another thread.
 *
 * Returns: (transfer full) (nullable): the rules; %NULL where there are errors
 */
CritRules *
crit_lint (GBytes *text, CritDate today, GPtrArray *findings)
{
  CritRules *rules = NULL;

  g_return_val_if_fail (text != NULL && findings != NULL, NULL);

  rules = crit_rules_load (text, findings);
  if (rules != NULL)
    {
      crit_rules_report_review (rules, today, findings);
      crit_analysis_report (rules, today, findings);
    }
  crit_findings_sort (findings);
  return rules;
}
