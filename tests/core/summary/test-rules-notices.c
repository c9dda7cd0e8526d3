/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-rules-notices.h"

typedef struct
{
  const char *name;
  CritRulesStatus status;
  CritDate effective_from;
  CritDate review_by;
  guint n_cases;
  guint n_passed;
  const char *notices[4];
} Case;

/* All as seen on 20 November 2026. */
static const Case cases[] = {
  { "all-is-well", CRIT_RULES_ACTIVE, { 2026, 11, 1 }, { 2027, 5, 1 }, 12, 12, { NULL } },
  { "no-dates", CRIT_RULES_ACTIVE, { 0 }, { 0 }, 12, 12, { NULL } },
  { "effective-today", CRIT_RULES_ACTIVE, { 2026, 11, 20 }, { 0 }, 1, 1, { NULL } },
  { "review-today", CRIT_RULES_ACTIVE, { 0 }, { 2026, 11, 20 }, 1, 1, { NULL } },
  { "draft", CRIT_RULES_DRAFT, { 0 }, { 0 }, 1, 1, { "These rules are a draft." } },
  { "retired", CRIT_RULES_RETIRED, { 0 }, { 0 }, 1, 1, { "These rules have been withdrawn." } },
  { "effective-tomorrow",
    CRIT_RULES_ACTIVE,
    { 2026, 11, 21 },
    { 0 },
    1,
    1,
    { "These rules are not in effect before 21 November 2026." } },
  { "review-yesterday",
    CRIT_RULES_ACTIVE,
    { 0 },
    { 2026, 11, 19 },
    1,
    1,
    { "These rules were to be reviewed by 19 November 2026, which has passed." } },
  { "no-cases",
    CRIT_RULES_ACTIVE,
    { 0 },
    { 0 },
    0,
    0,
    { "These rules have no cases that test them." } },
  { "one-fails",
    CRIT_RULES_ACTIVE,
    { 0 },
    { 0 },
    12,
    11,
    { "1 of their 12 own test cases comes out differently from what the file says." } },
  { "draft-and-late-and-failing",
    CRIT_RULES_DRAFT,
    { 0 },
    { 2020, 1, 1 },
    12,
    0,
    { "These rules are a draft.",
      "These rules were to be reviewed by 1 January 2020, which has passed.",
      "12 of their 12 own test cases come out differently from what the file says." } },
};

static void
test_notices (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (GPtrArray) of_file = g_ptr_array_new ();
  CritRules rules = {
    .status = test_case->status,
    .effective_from = test_case->effective_from,
    .review_by = test_case->review_by,
    .cases = of_file,
  };
  g_autoptr (GPtrArray) notices = NULL;
  guint n_expected = 0;

  g_ptr_array_set_size (of_file, (int) test_case->n_cases);
  notices = crit_rules_notices_new (&rules, (CritDate){ 2026, 11, 20 }, test_case->n_passed);
  while (test_case->notices[n_expected] != NULL)
    n_expected++;
  g_assert_cmpuint (notices->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    g_assert_cmpstr (notices->pdata[i], ==, test_case->notices[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules-notices/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_notices);
    }
  return g_test_run ();
}
