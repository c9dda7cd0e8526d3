/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include "rules/crit-rules.h"

/* One file is read again and again until the clock has something to measure. */
#define LEAST_SECONDS 0.1

static CritRules *
read_rules (GBytes *text)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = crit_rules_load (text, findings);

  g_assert_nonnull (rules);
  return rules;
}

/* A small file is read first, so that the memory that is needed only once, for the program itself, is not counted. */
static gsize
measure_memory (GBytes *small, GBytes *text)
{
  gsize before = 0;

  crit_rules_unref (read_rules (small));
  before = bench_get_most_memory ();
  crit_rules_unref (read_rules (text));
  return bench_get_most_memory () - before;
}

static double
measure_time (GBytes *text)
{
  double start = bench_get_seconds ();
  double seconds = 0;
  guint n_rounds = 0;

  for (; seconds < LEAST_SECONDS; n_rounds++)
    {
      crit_rules_unref (read_rules (text));
      seconds = bench_get_seconds () - start;
    }
  return seconds / n_rounds;
}

/* How long reading a rules file takes, and how much memory at most. */
int
main (int argc, char *argv[])
{
  g_autoptr (GBytes) small = bench_read_file (argc == 3 ? argv[1] : NULL);
  g_autoptr (GBytes) text = bench_read_file (argv[2]);
  gsize bytes = measure_memory (small, text);

  bench_print (measure_time (text), bytes);
  return 0;
}
