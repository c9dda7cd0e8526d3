/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-finding.h"
#include "rules/crit-rules.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_condition (const CritCondition *condition)
{
  g_autofree char *bounds = NULL;

  if (condition == NULL)
    return;
  bounds = crit_condition_dup_bounds_text (condition);
  g_assert_true (bounds == NULL || g_utf8_validate (bounds, -1, NULL));
  check_condition (condition->where);
  for (guint i = 0; i < condition->n_parts; i++)
    check_condition (condition->parts[i]);
}

/* Whatever was accepted is found again by its id, and whole enough to be said in words. */
static void
check_rules (const CritRules *rules)
{
  for (guint i = 0; i < rules->questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (rules->questions, i);

      g_assert_true (crit_rules_find_question (rules, question->id) == question);
      g_assert_nonnull (crit_question_get_label (question));
      check_condition (question->shown_when);
    }
  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (rules->criteria, i);

      g_assert_true (crit_rules_find_criterion (rules, criterion->id) == criterion);
      g_assert_true ((criterion->when == NULL) == (criterion->kind == CRIT_KIND_NOTE));
      check_condition (criterion->when);
      check_condition (criterion->applies_when);
    }
}

/* A finding can be printed in one line, and what is about a place in the file says where. */
static void
check_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CritFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *line = crit_finding_to_line (finding, "rules.json");

      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_null (strchr (line, '\n'));
      g_assert_true ((finding->pointer == NULL) == (finding->line == 0));
    }
}

/* What is refused is refused with words. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) text = g_bytes_new (data, size);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = crit_rules_load (text, findings);

  g_assert_true (crit_findings_have_errors (findings) == (rules == NULL));
  check_findings (findings);
  if (rules != NULL)
    {
      check_rules (rules);
      crit_rules_report_review (rules, (CritDate){ 9999, 12, 31 }, findings);
      check_findings (findings);
    }
  g_clear_pointer (&rules, crit_rules_unref);
  return 0;
}
