/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-analysis.h"

#include "record/crit-record-file.h"
#include "screening/crit-cases.h"
#include "screening/crit-decided.h"
#include "screening/crit-screen.h"
#include "screening/crit-sides.h"

#include <glib/gi18n-lib.h>

/* A record in which nothing is answered: its completions are all the records there are on that day. */
typedef struct
{
  const CritRules *rules;
  GPtrArray *findings;
  CritWorld world;
  char *day;
} Analysis;

/* What was noticed in a case is said with its name. */
static void
add_found (GPtrArray *findings, GPtrArray *found, const CritCase *test_case)
{
  for (guint i = 0; i < found->len; i++)
    {
      CritFinding *finding = crit_finding_copy (g_ptr_array_index (found, i));
      g_autofree char *sentence = g_steal_pointer (&finding->message);

      /* Translators: %1$s is the name of a case, %2$s a sentence about it. */
      finding->message = g_strdup_printf (_ ("Case “%1$s”: %2$s"), test_case->name, sentence);
      crit_rules_take_finding (findings, finding);
    }
}

static JsonNode *
get_member (JsonNode *node, const char *key)
{
  return json_object_get_member (json_node_get_object (node), key);
}

/* @node is the case in @tree. Errors in its answers are found by reading them once more, now with their places. */
static void
report_result (CritRules *rules,
               const CritCaseResult *result,
               CritJsonTree *tree,
               JsonNode *node,
               GPtrArray *findings)
{
  const CritCase *test_case = result->test_case;
  JsonNode *expect = get_member (node, "expect");
  g_autoptr (GPtrArray) found = crit_findings_new ();
  CritRecord *record =
      crit_record_read_node (get_member (node, "answers"), rules, test_case->date, tree, found);

  for (guint i = 0; record != NULL && i < result->failures->len; i++)
    {
      const CritCaseFailure *failure = g_ptr_array_index (result->failures, i);

      crit_json_tree_report (tree, found, CRIT_SEVERITY_ERROR,
                             get_member (expect, failure->criterion->id), "case-failed", "%s",
                             failure->sentence);
    }
  add_found (findings, found, test_case);
  g_clear_object (&record);
}

/* Where something is wrong with a case, the text is read again: rules do not know where everything in it stands. */
static void
report_cases (CritRules *rules, GPtrArray *findings)
{
  g_autoptr (GPtrArray) results = crit_cases_run (rules, NULL);
  g_autoptr (CritJsonTree) tree = NULL;
  JsonArray *cases = NULL;

  if (crit_cases_count_passed (results) == results->len)
    return;
  tree = crit_json_tree_new (rules->text, findings);
  cases = json_node_get_array (get_member (crit_json_tree_get_root (tree), "cases"));
  for (guint i = 0; i < results->len; i++)
    {
      const CritCaseResult *result = g_ptr_array_index (results, i);

      if (result->failures != NULL)
        report_result (rules, result, tree, json_array_get_element (cases, i), findings);
    }
}

/* Whether the condition is true in every record, in none, or in some only. A search that was given up proves nothing, and
   counts as the last. */
static CritTruth
find_truth (Analysis *self, CritCondition *condition)
{
  CritCriterion probe = { .kind = CRIT_KIND_REQUIREMENT, .when = condition };
  gboolean imprecise = FALSE;

  switch (crit_screen_status (&self->world, &probe, &imprecise))
    {
    case CRIT_STATUS_MET:
      return CRIT_TRUE;
    case CRIT_STATUS_NOT_MET:
      return CRIT_FALSE;
    default:
      return CRIT_EITHER;
    }
}

/* As above, for "applies, and @condition": the records that count are those to which the criterion applies. */
static CritTruth
find_truth_where_it_applies (Analysis *self,
                             const CritCriterion *criterion,
                             CritCondition *condition)
{
  CritCondition *parts[] = { condition, criterion->applies_when };
  CritCondition both = { .kind = CRIT_CONDITION_ALL, .parts = parts, .attribute = -1 };

  both.n_parts = criterion->applies_when != NULL ? 2 : 1;
  return find_truth (self, &both);
}

static gboolean
can_be_false (Analysis *self, const CritCriterion *criterion)
{
  CritCondition *when = criterion->when;
  CritCondition opposite = {
    .kind = CRIT_CONDITION_NOT, .parts = &when, .n_parts = 1, .attribute = -1
  };

  return find_truth_where_it_applies (self, criterion, &opposite) != CRIT_FALSE;
}

static gboolean
can_be_true (Analysis *self, const CritCriterion *criterion)
{
  return find_truth_where_it_applies (self, criterion, criterion->when) != CRIT_FALSE;
}

/* @sentence is translated and has a %1$s for the id and a %2$s for the day. */
static void
report_criterion (Analysis *self,
                  const CritCriterion *criterion,
                  const char *code,
                  const char *sentence)
{
  g_autofree char *pointer = g_strdup_printf ("/criteria/%u", criterion->index);
  g_autofree char *message = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (sentence, criterion->id, self->day);
#pragma GCC diagnostic pop
  crit_rules_report (self->rules, self->findings, CRIT_SEVERITY_WARNING, criterion->offset, pointer,
                     code, message);
}

/* Whether there are records to which it applies. */
static gboolean
check_applies (Analysis *self, const CritCriterion *criterion)
{
  CritTruth applies = CRIT_EITHER;

  if (criterion->applies_when == NULL)
    return TRUE;

  applies = find_truth (self, criterion->applies_when);
  /* Translators: of the sentences here %1$s is the id of a criterion and %2$s a date. */
  if (applies == CRIT_FALSE)
    report_criterion (self, criterion, "never-applies",
                      _ ("“%1$s” applies to no record, whatever is answered on %2$s."));
  else if (applies == CRIT_TRUE)
    report_criterion (self, criterion, "always-applies",
                      _ ("“%1$s” applies to every record, whatever is answered on %2$s: leave out "
                         "“applies-when”."));
  return applies != CRIT_FALSE;
}

static void
check_criterion (Analysis *self, const CritCriterion *criterion)
{
  gboolean caution = criterion->kind == CRIT_KIND_CAUTION;

  if (!check_applies (self, criterion) || criterion->kind == CRIT_KIND_NOTE)
    return;
  if (!can_be_true (self, criterion))
    report_criterion (self, criterion, "never-met",
                      caution ? _ ("“%1$s” can never be present, whatever is answered on %2$s.")
                              : _ ("“%1$s” can never be met, whatever is answered on %2$s."));
  else if (!can_be_false (self, criterion))
    report_criterion (self, criterion, "always-met",
                      caution ? _ ("“%1$s” can never be absent, whatever is answered on %2$s.")
                              : _ ("“%1$s” can never fail, whatever is answered on %2$s."));
}

static void
report_criteria (CritRules *rules, CritDate today, GPtrArray *findings)
{
  Analysis self = { .rules = rules, .findings = findings, .day = crit_date_to_text (today) };
  CritAnswer *answers = crit_answers_new (rules);

  crit_world_init (&self.world, answers, crit_date_get_first_day (today));
  for (guint i = 0; i < rules->criteria->len; i++)
    check_criterion (&self, g_ptr_array_index (rules->criteria, i));
  crit_world_clear (&self.world);
  crit_answers_free (rules, answers);
  g_free (self.day);
}

/**
 * crit_analysis_choose_day:
 * @rules: rules
 * @today: the day it is now; a whole date
 *
 * What rules can come to depends a little on the day. It is the one from which they hold, so that the findings are the
 * same on every day.
 *
 * Returns: the day on which to look at rules; @today where they do not say from when they hold
 */
CritDate
crit_analysis_choose_day (const CritRules *rules, CritDate today)
{
  g_return_val_if_fail (rules != NULL, today);

  return crit_date_is_set (rules->effective_from) ? rules->effective_from : today;
}

/**
 * crit_analysis_report:
 * @rules: rules
 * @today: the day it is now; a whole date. It counts only for rules that do not say from when they hold
 * @findings: (element-type CritFinding): where findings are added
 *
 * Adds what can be found out about rules that could be read: cases that cannot be read or do not come out as they say
 * (errors); criteria that come to the same in every record of the day from which the rules hold, conditions that read
 * what is decided already, and bounds without a case on each side (warnings).
 */
void
crit_analysis_report (CritRules *rules, CritDate today, GPtrArray *findings)
{
  g_return_if_fail (rules != NULL && findings != NULL);
  g_return_if_fail (crit_date_is_whole (today));

  report_cases (rules, findings);
  report_criteria (rules, crit_analysis_choose_day (rules, today), findings);
  crit_decided_report (rules, crit_analysis_choose_day (rules, today), findings);
  crit_sides_report (rules, findings);
}
