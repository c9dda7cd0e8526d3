/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../core/record/record-fixture.h"

#include "screening/crit-screener.h"
#include "screening/crit-screening.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
compare (CritScreener *screener, CritRecord *record)
{
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  CritRules *rules = crit_record_get_rules (record);

  g_assert_cmpstr (crit_screener_get_reference (screener), ==, crit_record_get_reference (record));
  for (guint i = 0; i < rules->questions->len; i++)
    g_assert_true (crit_answer_equal (&crit_screener_get_answers (screener)[i],
                                      &crit_record_get_answers (record)[i]));
  for (guint i = 0; i < rules->criteria->len; i++)
    g_assert_cmpint (crit_screener_get_statuses (screener)[i], ==,
                     crit_screening_get_outcome (screening, rules->criteria->pdata[i])->status);
}

/* A line is screened, or refused with the same findings, as a record is that is read in full. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static CritScreener *screener = NULL;
  static CritRules *rules = NULL;
  g_autoptr (GBytes) text = g_bytes_new (data, size);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GPtrArray) expected = crit_findings_new ();
  g_autoptr (CritRecord) record = NULL;
  g_autofree char *said = NULL;
  g_autofree char *wanted = NULL;

  if (screener == NULL)
    {
      g_autoptr (CritProgram) program = NULL;

      rules = fixture_rules ();
      program = crit_program_new (rules);
      screener = crit_screener_new (program);
    }
  record = crit_record_read (text, rules, expected);
  g_assert_true (crit_screener_screen (screener, (const char *) data, size, findings)
                 == (record != NULL));
  said = crit_findings_dup_text (findings, "line", 10);
  wanted = crit_findings_dup_text (expected, "line", 10);
  g_assert_cmpstr (said, ==, wanted);
  if (record != NULL)
    compare (screener, record);
  return 0;
}
