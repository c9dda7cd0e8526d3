/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "random-rules.h"
#include "record/crit-record-file.h"
#include "screening/crit-screening.h"

#include <string.h>

/* Environment: CRITERIA_ORACLE_CASES is how many cases to try, CRITERIA_ORACLE_SEED the first seed. A failure names its
   seed; that seed and one case replay it. */
#define DEFAULT_CASES 3000
#define MOST_RECORDS 60

typedef struct
{
  guint n_compared;
  guint n_known;
  guint n_open;
  guint n_too_large;
  guint n_refused;
} Tally;

static guint
get_number (const char *name, guint otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static CritRules *
load_rules (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  return crit_rules_load (bytes, findings);
}

static CritRecord *
make_record (GRand *random, CritRules *rules, char **text)
{
  CritRecord *record = NULL;

  for (guint i = 0; i < MOST_RECORDS && record == NULL; i++)
    {
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (GBytes) bytes = NULL;

      g_free (*text);
      *text = random_record_dup_text (random);
      bytes = g_bytes_new (*text, strlen (*text));
      record = crit_record_read (bytes, rules, findings);
    }
  return record;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_open (const CritOutcome *outcome)
{
  g_autoptr (GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < outcome->open->len; i++)
    g_ptr_array_add (pointers,
                     crit_place_dup_pointer (&g_array_index (outcome->open, CritPlace, i)));
  g_ptr_array_sort (pointers, compare_texts);
  g_ptr_array_add (pointers, NULL);
  return g_strjoinv ("\n", (char **) pointers->pdata);
}

static void
compare (CritRecord *record, const CritOutcome *outcome, const char *story, Tally *tally)
{
  g_autoptr (Brute) brute = brute_new (record, outcome->criterion);
  g_autofree char *expected = NULL;
  g_autofree char *open = NULL;

  if (brute == NULL)
    {
      tally->n_too_large++;
      return;
    }
  tally->n_compared++;
  tally->n_known += outcome->status != CRIT_STATUS_UNKNOWN;
  tally->n_open += outcome->open->len;

  expected = brute_dup_open (brute);
  open = dup_open (outcome);
  if (outcome->imprecise || outcome->status != brute_get_status (brute)
      || strcmp (open, expected) != 0)
    g_test_message ("%s\n%s: %s%s, expected %s\nopen:\n%s\nexpected:\n%s", story,
                    outcome->criterion->id, crit_status_get_code (outcome->status),
                    outcome->imprecise ? " (imprecise)" : "",
                    crit_status_get_code (brute_get_status (brute)), open, expected);
  g_assert_false (outcome->imprecise);
  g_assert_cmpstr (crit_status_get_code (outcome->status), ==,
                   crit_status_get_code (brute_get_status (brute)));
  g_assert_cmpstr (open, ==, expected);
}

static void
try (guint seed, Tally *tally)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *rules_text = random_rules_dup_text (random);
  g_autofree char *record_text = NULL;
  g_autoptr (CritRules) rules = load_rules (rules_text);
  g_autoptr (CritRecord) record = NULL;
  g_autoptr (CritScreening) screening = NULL;
  g_autofree char *story = NULL;

  record = rules != NULL ? make_record (random, rules, &record_text) : NULL;
  if (record == NULL)
    {
      tally->n_refused++;
      return;
    }

  story = g_strdup_printf ("seed %u\n%s\n%s", seed, rules_text, record_text);
  screening = crit_screening_new (record);
  for (guint i = 0; i < rules->criteria->len; i++)
    compare (record, crit_screening_get_outcome (screening, rules->criteria->pdata[i]), story,
             tally);
}

static void
test_oracle (void)
{
  guint n = get_number ("CRITERIA_ORACLE_CASES", DEFAULT_CASES);
  guint seed = get_number ("CRITERIA_ORACLE_SEED", 1);
  Tally tally = { 0 };

  for (guint i = 0; i < n; i++)
    try (seed + i, &tally);
  g_test_message ("seeds %u to %u: %u criteria compared, %u of them known, %u places open, "
                  "%u too large; %u cases refused",
                  seed, seed + n - 1, tally.n_compared, tally.n_known, tally.n_open,
                  tally.n_too_large, tally.n_refused);
  g_assert_cmpuint (tally.n_refused, <=, MAX (n / 2, 10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screening/oracle", test_oracle);
  return g_test_run ();
}
