/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-cases.h"

#include "record/crit-record-file.h"

#include <glib/gi18n-lib.h>

static CritCaseResult *
make_result (const CritCase *test_case)
{
  CritCaseResult *self = g_new0 (CritCaseResult, 1);

  self->test_case = test_case;
  return self;
}

static void
free_result (CritCaseResult *self)
{
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_free (self);
}

static void
free_failure (CritCaseFailure *failure)
{
  g_free (failure->sentence);
  g_free (failure);
}

static void
take_failure (CritCaseResult *self, const CritCriterion *criterion, char *sentence)
{
  CritCaseFailure *failure = g_new0 (CritCaseFailure, 1);

  *failure = (CritCaseFailure){ criterion, sentence };
  if (self->failures == NULL)
    self->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) free_failure);
  g_ptr_array_add (self->failures, failure);
}

static void
compare (CritCaseResult *self, const CritOutcome *outcome, const char *expected)
{
  const char *code = crit_status_get_code (outcome->status);

  if (g_str_equal (code, expected))
    return;
  take_failure (
      self, outcome->criterion,
      /* Translators: %1$s is the id of a criterion, %2$s and %3$s are status words, %4$s says why. */
      g_strdup_printf (_ ("“%1$s” is “%2$s”, and “%3$s” was expected. %4$s"),
                       outcome->criterion->id, code, expected,
                       outcome->reason != NULL ? outcome->reason : ""));
}

static void
compare_all (CritCaseResult *self, CritScreening *screening)
{
  CritRules *rules = crit_screening_get_rules (screening);
  JsonObject *expect = json_node_get_object (self->test_case->expect);

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (rules->criteria, i);

      if (json_object_has_member (expect, criterion->id))
        compare (self, crit_screening_get_outcome (screening, criterion),
                 json_object_get_string_member (expect, criterion->id));
    }
}

static void
take_findings (CritCaseResult *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CritFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == CRIT_SEVERITY_ERROR)
        take_failure (self, NULL, g_strdup (finding->message));
    }
}

static CritCaseResult *
run (CritRules *rules, const CritCase *test_case, GPtrArray *screenings)
{
  CritCaseResult *self = make_result (test_case);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record =
      crit_record_read_node (test_case->answers, rules, test_case->date, NULL, findings);
  g_autoptr (CritScreening) screening = NULL;

  if (record == NULL)
    {
      take_findings (self, findings);
      return self;
    }

  screening = crit_screening_new (record);
  compare_all (self, screening);
  if (screenings != NULL)
    g_ptr_array_add (screenings, g_steal_pointer (&screening));
  return self;
}

/**
 * crit_cases_run:
 * @rules: rules
 * @screenings: (nullable) (element-type CritScreening): takes the screening of each case whose answers could be read
 *
 * Screens the cases that rules carry with them and compares what comes out with what they say.
 *
 * Returns: (transfer full) (element-type CritCaseResult): a result for each case, in the file's order
 */
GPtrArray *
crit_cases_run (CritRules *rules, GPtrArray *screenings)
{
  GPtrArray *results = NULL;

  g_return_val_if_fail (rules != NULL, NULL);

  results = g_ptr_array_new_with_free_func ((GDestroyNotify) free_result);
  for (guint i = 0; i < rules->cases->len; i++)
    g_ptr_array_add (results, run (rules, g_ptr_array_index (rules->cases, i), screenings));
  return results;
}

/**
 * crit_cases_count_passed:
 * @results: from crit_cases_run()
 *
 * Returns: how many cases came out as they say
 */
guint
crit_cases_count_passed (GPtrArray *results)
{
  guint n = 0;

  g_return_val_if_fail (results != NULL, 0);

  for (guint i = 0; i < results->len; i++)
    n += ((const CritCaseResult *) g_ptr_array_index (results, i))->failures == NULL;
  return n;
}
