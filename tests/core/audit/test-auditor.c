/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/crit-auditor.h"

#include "random-record.h"
#include "random-rules.h"

#include "record/crit-record-file.h"
#include "screening/crit-compare.h"

#include <string.h>

#define N_RULES 10
#define N_RECORDS 20
#define SEED 20260802

/* In half of the pairs questions take other answers under the other rules, so that not every answer can stay. */
static CritRules *
load_random_rules (GRand *random, gboolean otherwise)
{
  CritRules *rules = NULL;

  while (rules == NULL)
    {
      g_autofree char *made = random_rules_dup_text (random);
      g_autoptr (GString) text = g_string_new (made);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (GBytes) bytes = NULL;

      if (otherwise)
        g_assert_cmpuint (g_string_replace (text, "\"type\":\"integer\"",
                                            "\"type\":\"integer\",\"unit\":\"kg\"", 0),
                          >, 0);
      bytes = g_bytes_new (text->str, text->len);
      rules = crit_rules_load (bytes, findings);
    }
  return rules;
}

static CritRecord *
read_record (CritRules *rules, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  return crit_record_read (bytes, rules, findings);
}

/* --- The same, counted from what the window shows of each record --- */

static void
expect_open (CritTally *expected, CritScreening *screening)
{
  CritRules *rules = crit_screening_get_rules (screening);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritOutcome *outcome =
          crit_screening_get_outcome (screening, rules->criteria->pdata[i]);

      for (guint j = 0; j < outcome->open->len && outcome->criterion->kind != CRIT_KIND_NOTE; j++)
        {
          const CritPlace *place = &g_array_index (outcome->open, CritPlace, j);

          g_hash_table_add (names, place->field != NULL ? g_strdup_printf (
                                       "/%s/entries/*/%s", place->question->id, place->field->id)
                                                        : crit_place_dup_pointer (place));
        }
    }
  for (guint i = 0; i < expected->questions->len; i++)
    {
      CritTalliedQuestion *question = expected->questions->pdata[i];

      question->n_records += g_hash_table_remove (names, question->place) ? 1 : 0;
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, 0);
}

static void
expect_statuses (CritTally *expected, CritScreening *screening)
{
  CritRules *rules = crit_screening_get_rules (screening);
  gboolean stopped = FALSE;

  for (guint i = 0; i < expected->criteria->len; i++)
    {
      CritTalliedCriterion *criterion = expected->criteria->pdata[i];
      CritStatus status =
          crit_screening_get_outcome (screening, crit_rules_find_criterion (rules, criterion->id))
              ->status;

      criterion->statuses[status]++;
      if (criterion->kind == CRIT_KIND_CAUTION || stopped)
        continue;
      criterion->steps[status]++;
      stopped = status == CRIT_STATUS_UNKNOWN || status == CRIT_STATUS_NOT_MET;
    }
}

static void
expect_changes (CritTally *expected, CritComparison *comparison)
{
  gboolean any = FALSE;

  g_assert_cmpuint (comparison->criteria->len, ==, expected->changes->len);
  for (guint i = 0; i < comparison->criteria->len; i++)
    {
      const CritComparedCriterion *compared = comparison->criteria->pdata[i];
      CritTalliedChange *change = expected->changes->pdata[i];
      CritStatus from = compared->former != NULL ? compared->former->status : CRIT_STATUS_NONE;
      CritStatus to = compared->newer != NULL ? compared->newer->status : CRIT_STATUS_NONE;

      g_assert_cmpstr (change->id, ==, crit_compared_criterion_get (compared)->id);
      change->moves[from][to]++;
      if (compared->former == NULL || compared->newer == NULL || from == to)
        continue;
      any = TRUE;
      crit_tally_add_reason (expected, i, from, to, compared->causes, 1);
    }
  expected->n_changed += any ? 1 : 0;
}

static void
expect (CritTally *expected, CritRecord *record, CritRules *newer)
{
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  g_autoptr (CritComparison) comparison =
      crit_compare (record, newer, crit_record_get_date (record));

  expected->n_records++;
  expect_statuses (expected, screening);
  expect_open (expected, screening);
  expect_changes (expected, comparison);
}

static char *
dup_text (const CritTally *tally)
{
  g_autoptr (GBytes) bytes = crit_tally_write (tally, TRUE);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* How many statuses are others. */
static guint64
count_reasons (const CritTally *tally)
{
  g_autoptr (GPtrArray) reasons = crit_tally_dup_reasons (tally);
  guint64 n = 0;

  for (guint i = 0; i < reasons->len; i++)
    n += ((const CritTalliedReason *) reasons->pdata[i])->n_records;
  return n;
}

static guint64
audit_random (GRand *random, gboolean otherwise)
{
  g_autoptr (CritRules) former = load_random_rules (random, FALSE);
  g_autoptr (CritRules) newer = load_random_rules (random, otherwise);
  g_autoptr (CritProgram) former_program = crit_program_new (former);
  g_autoptr (CritProgram) newer_program = crit_program_new (newer);
  g_autoptr (CritAuditor) auditor = crit_auditor_new (former_program, newer_program);
  g_autoptr (CritTally) expected = crit_tally_new (former, newer);
  g_autofree char *got = NULL;
  g_autofree char *wanted = NULL;

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *text = random_record_dup_text (random);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritRecord) record = read_record (former, text);
      const gboolean added = crit_auditor_add (auditor, text, strlen (text), findings);

      g_assert_true (added == (record != NULL));
      if (added)
        expect (expected, record, newer);
    }
  got = dup_text (crit_auditor_get_tally (auditor));
  wanted = dup_text (expected);
  g_assert_cmpstr (got, ==, wanted);
  return count_reasons (expected);
}

static void
test_as_the_window (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint64 n_changed = 0;

  for (guint i = 0; i < N_RULES; i++)
    n_changed += audit_random (random, GPOINTER_TO_INT (data));
  g_test_message ("%" G_GUINT64_FORMAT " statuses are others", n_changed);
  g_assert_cmpuint (n_changed, >, N_RULES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/auditor/as-the-window", GINT_TO_POINTER (FALSE), test_as_the_window);
  g_test_add_data_func ("/auditor/where-answers-are-lost", GINT_TO_POINTER (TRUE),
                        test_as_the_window);
  return g_test_run ();
}
