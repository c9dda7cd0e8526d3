/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "coverage.h"
#include "oracle.h"
#include "random-record.h"
#include "random-rules.h"

/* Environment: CRITERIA_ORACLE_CASES is how many cases to try, CRITERIA_ORACLE_SEED the first seed. A failure names its
   seed; that seed and one case replay it. */
#define DEFAULT_CASES 400
#define COVERED_CASES 1000
#define MOST_RECORDS 60

typedef struct
{
  guint n_refused;
  guint n_different;
  OracleTally oracle;
} Tally;

/* Where the program breaks down in the middle, this is what it was at. */
static volatile sig_atomic_t current_seed;

static void
name_seed_cb (int number)
{
  char text[] = "# broke down at seed          0\n";

  for (guint seed = (guint) current_seed, i = sizeof text - 3; seed > 0; seed /= 10)
    text[i--] = (char) ('0' + seed % 10);
  if (current_seed != 0 && write (STDERR_FILENO, text, sizeof text - 1) < 0)
    _exit (1);
  signal (number, SIG_DFL);
  raise (number);
}

static CritRecord *
make_record (GRand *random, CritRules *rules, char **text)
{
  CritRecord *record = NULL;

  for (guint i = 0; i < MOST_RECORDS && record == NULL; i++)
    {
      g_free (*text);
      *text = random_record_dup_text (random);
      record = oracle_read_record (rules, *text);
    }
  return record;
}

static void
try (guint seed, Tally *tally)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *rules_text = random_rules_dup_text (random);
  g_autofree char *record_text = NULL;
  g_autofree char *difference = NULL;
  g_autoptr (CritRules) rules = oracle_load_rules (rules_text);
  g_autoptr (CritRecord) record = rules != NULL ? make_record (random, rules, &record_text) : NULL;

  current_seed = (sig_atomic_t) seed;
  tally->n_refused += record == NULL ? 1 : 0;
  if (record == NULL)
    return;
  difference = oracle_dup_difference (record, &tally->oracle);
  if (difference != NULL)
    {
      g_autofree char *smallest = oracle_dup_smallest (rules_text, record_text);

      g_test_message ("seed %u: %s\n%s", seed, difference, smallest);
      tally->n_different++;
    }
}

static void
try_all (guint seed, guint n)
{
  Tally tally = { 0 };

  g_test_message ("seeds from %u on", seed);
  for (guint i = 0; i < n; i++)
    try (seed + i, &tally);
  current_seed = 0;
  g_test_message ("%u cases: %u criteria compared, %u of them known, %u places open, %u too large; "
                  "%u cases refused; %u different",
                  n, tally.oracle.n_compared, tally.oracle.n_known, tally.oracle.n_open,
                  tally.oracle.n_too_large, tally.n_refused, tally.n_different);
  if (tally.n_different > 0)
    g_test_fail ();
  g_assert_cmpuint (tally.n_refused, <=, MAX (n / 10, 10));
}

static void
test_same (void)
{
  try_all (oracle_get_number ("CRITERIA_ORACLE_SEED", 1),
           oracle_get_number ("CRITERIA_ORACLE_CASES", DEFAULT_CASES));
}

/* Others every time. */
static void
test_fresh (void)
{
  if (g_getenv ("CRITERIA_ORACLE_SEED") != NULL)
    g_test_skip ("A seed was given.");
  else
    try_all ((guint) g_random_int_range (1000000, 1000000000),
             oracle_get_number ("CRITERIA_ORACLE_CASES", DEFAULT_CASES));
}

/* What is never written is never compared. */
static void
test_coverage (void)
{
  g_autoptr (Coverage) coverage = coverage_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < COVERED_CASES; i++)
    {
      g_autofree char *rules_text = random_rules_dup_text (random);
      g_autofree char *record_text = NULL;
      g_autoptr (CritRules) rules = oracle_load_rules (rules_text);
      g_autoptr (CritRecord) record = make_record (random, rules, &record_text);

      coverage_add (coverage, rules_text, record_text);
    }
  coverage_check (coverage);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGABRT, name_seed_cb);
  signal (SIGSEGV, name_seed_cb);
  g_test_add_func ("/screening/oracle", test_same);
  g_test_add_func ("/screening/oracle/coverage", test_coverage);
  g_test_add_func ("/screening/oracle/fresh", test_fresh);
  return g_test_run ();
}
