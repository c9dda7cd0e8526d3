/* SPDX-License-Identifier: GPL-3.0-or-later */

/* test-same-statuses --tap CRITERIA-CLI: whoever sits at the window, whoever screens a file of lines with one thread or with
   two, and whoever goes through every completion by hand is told the same. */

#include "../core/screening/brute.h"
#include "../core/screening/oracle.h"
#include "../core/screening/random-record.h"
#include "../core/screening/random-rules.h"

#include "record/crit-history.h"
#include "screening/crit-screening.h"

#include <glib/gstdio.h>
#include <string.h>

/* Environment: CRITERIA_SAME_RULES is how many rules files to make up, CRITERIA_SAME_SEED the first seed. */
#define DEFAULT_RULES 20
#define RECORDS 60

/* So many bytes are several blocks, so that two threads share them. */
#define ENOUGH_LINES (640 * 1024)

static const char *cli;

/**
 * Sample:
 * @lines: the records, a line each; some are refused
 * @expected: the lines that are to come out of them
 */
typedef struct
{
  CritRules *rules;
  GString *lines;
  GString *expected;
  guint n_records;
  guint n_known;
  guint n_compared;
  guint n_too_large;
} Sample;

/* --- As at the window: one answer after another, each through the history, and the screening brought up to date --- */

static void
changed_cb (CritRecord *record, const CritPlace *place, CritScreening **screening)
{
  g_autoptr (CritScreening) former = g_steal_pointer (screening);

  *screening = crit_screening_update (former, record, place != NULL ? place->question : NULL);
}

static CritScreening *
fill_in (CritRecord *record)
{
  CritRules *rules = crit_record_get_rules (record);
  g_autoptr (CritRecord) filled =
      crit_record_new (rules, crit_record_get_reference (record), crit_record_get_date (record));
  g_autoptr (CritHistory) history = crit_history_new (filled);
  CritScreening *screening = crit_screening_new (filled);

  g_signal_connect (filled, "changed", G_CALLBACK (changed_cb), &screening);
  for (guint i = 0; i < rules->questions->len; i++)
    {
      const CritPlace place = crit_place_of_question (rules->questions->pdata[i]);

      crit_history_set_answer (history, &place, &crit_record_get_answers (record)[i]);
    }
  return screening;
}

/* --- What is expected --- */

static void
compare_with_brute (Sample *self, CritRecord *record, const CritOutcome *outcome)
{
  g_autoptr (Brute) brute = brute_new (record, outcome->criterion);

  self->n_known += outcome->status != CRIT_STATUS_UNKNOWN;
  self->n_compared += brute != NULL ? 1 : 0;
  self->n_too_large += brute == NULL ? 1 : 0;
  if (brute != NULL)
    g_assert_cmpstr (crit_status_get_code (outcome->status), ==,
                     crit_status_get_code (brute_get_status (brute)));
}

static void
expect (Sample *self, CritRecord *record)
{
  g_autoptr (CritScreening) screening = fill_in (record);
  const char *separator = "";

  g_string_append (self->expected, "{\"reference\":\"r\",\"criteria\":{");
  for (guint i = 0; i < self->rules->criteria->len; i++)
    {
      const CritOutcome *outcome =
          crit_screening_get_outcome (screening, self->rules->criteria->pdata[i]);

      compare_with_brute (self, record, outcome);
      g_string_append_printf (self->expected, "%s\"%s\":\"%s\"", separator, outcome->criterion->id,
                              crit_status_get_code (outcome->status));
      separator = ",";
    }
  g_string_append (self->expected, "}}\n");
}

static void
repeat (GString *text, guint n)
{
  g_autofree char *once = g_strndup (text->str, text->len);

  for (guint i = 1; i < n; i++)
    g_string_append (text, once);
}

static void
make_sample (Sample *self, GRand *random)
{
  guint n_times = 0;

  for (guint i = 0; i < RECORDS; i++)
    {
      g_autofree char *text = random_record_dup_text (random);
      g_autoptr (CritRecord) record = oracle_read_record (self->rules, text);

      g_string_append_printf (self->lines, "%s\n", text);
      self->n_records += record != NULL ? 1 : 0;
      if (record != NULL)
        expect (self, record);
    }
  n_times = 1 + ENOUGH_LINES / (guint) self->lines->len;
  repeat (self->lines, n_times);
  repeat (self->expected, n_times);
}

/* --- What comes out --- */

static char *
dup_screened (const char *rules, const GString *lines, const char *jobs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
          | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
      &error, cli, "screen", "--rules", rules, "--format", "ndjson", "--jobs", jobs, NULL);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, lines->str, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  return output;
}

static void
check_lines (const char *output, const GString *expected)
{
  g_auto (GStrv) found = NULL;
  g_auto (GStrv) wanted = NULL;

  if (strcmp (output, expected->str) == 0)
    return;
  found = g_strsplit (output, "\n", -1);
  wanted = g_strsplit (expected->str, "\n", -1);
  for (guint i = 0; wanted[i] != NULL; i++)
    g_assert_cmpstr (found[i], ==, wanted[i]);
  g_assert_cmpstr (output, ==, expected->str);
}

static void
screen (const Sample *self, const char *rules_text)
{
  static const char *const jobs[] = { "1", "2" };
  g_autofree char *folder = g_dir_make_tmp ("criteria-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "rules.json", NULL);

  g_assert_true (g_file_set_contents (path, rules_text, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autofree char *output = dup_screened (path, self->lines, jobs[i]);

      check_lines (output, self->expected);
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
try (Sample *tally, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *text = random_rules_dup_text (random);
  g_autoptr (CritRules) rules = oracle_load_rules (text);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  if (rules == NULL)
    return;
  g_test_message ("seed %u", seed);
  tally->rules = rules;
  tally->lines = lines;
  tally->expected = expected;
  make_sample (tally, random);
  screen (tally, text);
}

static void
test_same (void)
{
  guint n_rules = oracle_get_number ("CRITERIA_SAME_RULES", DEFAULT_RULES);
  guint seed = oracle_get_number ("CRITERIA_SAME_SEED", 1);
  Sample tally = { 0 };

  for (guint i = 0; i < n_rules; i++)
    try (&tally, seed + i);
  g_test_message ("%u records; of their statuses %u were known; %u compared with every completion, "
                  "%u had too many",
                  tally.n_records, tally.n_known, tally.n_compared, tally.n_too_large);
  g_assert_cmpuint (tally.n_records, >, 5 * n_rules);
  g_assert_cmpuint (tally.n_known, >, tally.n_records);
  g_assert_cmpuint (tally.n_compared, >, 2 * tally.n_too_large);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli = argv[1];
  g_test_add_func ("/same-statuses", test_same);
  return g_test_run ();
}
