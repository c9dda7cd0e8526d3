/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-cases.h"

static CritRules *
load (const char *path)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  return crit_rules_load (bytes, findings);
}

static void
check_exact (CritScreening *screening)
{
  const CritRules *rules = crit_screening_get_rules (screening);

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritOutcome *outcome =
          crit_screening_get_outcome (screening, rules->criteria->pdata[i]);

      g_assert_false (outcome->imprecise);
      g_assert_cmpint (outcome->status == CRIT_STATUS_UNKNOWN, ==, outcome->open->len > 0);
    }
}

/* Every case of a shipped file comes out as it says, exactly, and what is not known says what is open. */
static void
test_shipped (gconstpointer path)
{
  g_autoptr (CritRules) rules = load (path);
  g_autoptr (GPtrArray) screenings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) crit_screening_unref);
  g_autoptr (GPtrArray) results = NULL;

  g_assert_nonnull (rules);
  results = crit_cases_run (rules, screenings);
  g_assert_cmpuint (results->len, ==, rules->cases->len);
  g_assert_cmpuint (screenings->len, ==, rules->cases->len);
  g_assert_cmpuint (crit_cases_count_passed (results), ==, rules->cases->len);
  for (guint i = 0; i < screenings->len; i++)
    check_exact (screenings->pdata[i]);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = g_dir_open (RULES_DIR, 0, NULL);
  const char *name = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *test = g_strconcat ("/cases/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (RULES_DIR, name, NULL), test_shipped,
                                   g_free);
      }
  return g_test_run ();
}
