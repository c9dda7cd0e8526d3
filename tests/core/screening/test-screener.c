/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-finding.h"
#include "record/crit-record-file.h"
#include "screening/crit-screener.h"
#include "screening/crit-screening.h"

#include <string.h>

#include "oracle.h"
#include "random-record.h"
#include "random-rules.h"

/* Environment: CRITERIA_SCREENER_CASES is how many rules files to make up, CRITERIA_SCREENER_SEED the first seed. */
#define DEFAULT_CASES 300
#define RECORDS_OF_A_CASE 5

typedef struct
{
  guint n_statuses;
  guint n_known;
  guint n_searched;
} Tally;

static void
compare (CritScreener *screener,
         CritRecord *record,
         const char *rules,
         const char *text,
         guint seed)
{
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  GPtrArray *criteria = crit_record_get_rules (record)->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      CritStatus expected = crit_screening_get_outcome (screening, criteria->pdata[i])->status;
      CritStatus found = crit_screener_get_statuses (screener)[i];

      if (found != expected)
        g_error ("seed %u: criterion %u is %s, and the window says %s\n%s\n%s", seed, i,
                 crit_status_get_code (found), crit_status_get_code (expected), rules, text);
    }
}

static void
add_to_tally (Tally *tally, CritScreener *screener, guint n_criteria)
{
  tally->n_statuses += n_criteria;
  tally->n_searched += crit_screener_get_n_searched (screener);
  for (guint i = 0; i < n_criteria; i++)
    tally->n_known += crit_screener_get_statuses (screener)[i] != CRIT_STATUS_UNKNOWN;
}

static void
try (guint seed, Tally *tally)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *rules_text = random_rules_dup_text (random);
  g_autoptr (CritRules) rules = oracle_load_rules (rules_text);
  g_autoptr (CritProgram) program = rules != NULL ? crit_program_new (rules) : NULL;
  g_autoptr (CritScreener) screener = rules != NULL ? crit_screener_new (program) : NULL;

  for (guint i = 0; i < RECORDS_OF_A_CASE && rules != NULL; i++)
    {
      g_autofree char *text = random_record_dup_text (random);
      g_autoptr (CritRecord) record = oracle_read_record (rules, text);
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_assert_true (crit_screener_screen (screener, text, strlen (text), findings)
                     == (record != NULL));
      if (record == NULL)
        continue;
      compare (screener, record, rules_text, text, seed);
      add_to_tally (tally, screener, rules->criteria->len);
    }
}

/* Whoever reads a summary and whoever counts a million records must be told the same. */
static void
test_random (void)
{
  guint n_cases = oracle_get_number ("CRITERIA_SCREENER_CASES", DEFAULT_CASES);
  guint seed = oracle_get_number ("CRITERIA_SCREENER_SEED", 1);
  Tally tally = { 0 };

  for (guint i = 0; i < n_cases; i++)
    try (seed + i, &tally);
  g_test_message ("%u statuses, %u of them known; %u were searched for", tally.n_statuses,
                  tally.n_known, tally.n_searched);
  g_assert_cmpuint (tally.n_statuses, >, n_cases);
  g_assert_cmpuint (tally.n_known, >, tally.n_statuses / 10);
  g_assert_cmpuint (tally.n_searched, <, tally.n_statuses / 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screener/random", test_random);
  return g_test_run ();
}
