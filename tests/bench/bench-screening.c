/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include "record/crit-history.h"
#include "record/crit-record-file.h"
#include "screening/crit-screening.h"

/* What is measured is done again and again until the clock has something to measure. */
#define LEAST_SECONDS 0.1

typedef void (*Work) (CritRecord *record, gpointer data);

static void
screen (CritRecord *record, gpointer data)
{
  crit_screening_unref (crit_screening_new (record));
}

static void
update (CritRecord *record, gpointer data)
{
  CritScreening *screening = data;

  crit_screening_unref (crit_screening_update (
      screening, record, crit_record_get_rules (record)->questions->pdata[0]));
}

static double
measure (Work work, CritRecord *record, gpointer data)
{
  double start = bench_get_seconds ();
  double seconds = 0;
  guint n_rounds = 0;

  for (; seconds < LEAST_SECONDS; n_rounds++)
    {
      work (record, data);
      seconds = bench_get_seconds () - start;
    }
  return seconds / n_rounds;
}

static CritRecord *
read_record (const char *rules_path, const char *record_path)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) rules_text = bench_read_file (rules_path);
  g_autoptr (GBytes) record_text = bench_read_file (record_path);
  g_autoptr (CritRules) rules = crit_rules_load (rules_text, findings);
  CritRecord *record = crit_record_read (record_text, rules, findings);

  g_assert_nonnull (record);
  return record;
}

/* As when somebody answers the first question, with the index of readers made already. */
static double
measure_update (CritRecord *record)
{
  const CritAnswer yes = { .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE };
  const CritAnswer no = { .kind = CRIT_ANSWER_BOOLEAN, .boolean = FALSE };
  const CritQuestion *question = crit_record_get_rules (record)->questions->pdata[0];
  CritPlace place = crit_place_of_question (question);
  g_autoptr (CritHistory) history = crit_history_new (record);
  g_autoptr (CritScreening) first = NULL;
  g_autoptr (CritScreening) second = NULL;

  crit_history_set_answer (history, &place, &yes);
  first = crit_screening_new (record);
  crit_history_set_answer (history, &place, &no);
  second = crit_screening_update (first, record, question);
  crit_history_set_answer (history, &place, &yes);
  return measure (update, record, second);
}

/* How long screening a record takes, as a whole or after one answer changed. */
int
main (int argc, char *argv[])
{
  g_autoptr (CritRecord) record = NULL;

  g_assert_cmpint (argc, ==, 4);
  record = read_record (argv[2], argv[3]);
  if (g_str_equal (argv[1], "update"))
    bench_print (measure_update (record), 0);
  else
    bench_print (measure (screen, record, NULL), 0);
  return 0;
}
