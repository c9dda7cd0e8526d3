/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-condition.h"
#include "rules/crit-rules.h"

/* Bounds on a question of type `decimal`, or on a count. */
typedef struct
{
  const char *lower; /* such as ">=18" */
  const char *upper;
  const char *unit;
  const char *number_words;
  const char *count_words;
} Case;

static const Case cases[] = {
  { ">=18", NULL, NULL, "18 or over", "18 or more" },
  { ">3", NULL, NULL, "more than 3", "more than 3" },
  { NULL, "<=65", NULL, "65 or under", "65 or fewer" },
  { NULL, "<3", NULL, "less than 3", "fewer than 3" },
  { ">=18", "<=65", NULL, "from 18 to 65", "from 18 to 65" },
  { ">=2", "<=2", NULL, "exactly 2", "exactly 2" },
  { ">=2", "<5", NULL, "2 or over, and less than 5", "2 or more, and fewer than 5" },
  { ">2", "<=5", NULL, "more than 2, and 5 or under", "more than 2, and 5 or fewer" },
  { ">2", "<5", NULL, "more than 2, and less than 5", "more than 2, and fewer than 5" },
  { ">=70.5", NULL, "kg", "70.5 kg or over", NULL },
  { ">=0.1", "<=0.1", "mg", "exactly 0.1 mg", NULL },
  { ">=-5", "<0", "°C", "-5 °C or over, and less than 0 °C", NULL },
  { ">=123456789012345", NULL, NULL, "123456789012345 or over", "123456789012345 or more" },
  { NULL, NULL, NULL, NULL, NULL },
};

static CritBound
make_bound (const char *text)
{
  CritBound bound = { 0 };
  const char *digits = NULL;

  if (text == NULL)
    return bound;
  bound.present = TRUE;
  bound.inclusive = text[1] == '=';
  digits = text + (bound.inclusive ? 2 : 1);
  bound.number = g_ascii_strtod (digits, NULL);
  return bound;
}

static void
check (CritConditionKind kind, const Case *row, const char *words)
{
  CritQuestion question = { .type = CRIT_QUESTION_DECIMAL, .unit = row->unit };
  CritCondition condition = { .kind = kind };
  g_autofree char *text = NULL;

  condition.question = &question;
  condition.lower = make_bound (row->lower);
  condition.upper = make_bound (row->upper);
  text = crit_condition_dup_bounds_text (&condition);
  g_assert_cmpstr (text, ==, words);
}

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (CRIT_CONDITION_NUMBER, &cases[i], cases[i].number_words);
}

static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].unit == NULL)
      check (CRIT_CONDITION_COUNT, &cases[i], cases[i].count_words);
}

static CritBound
make_period (const char *text)
{
  CritBound bound = { 0 };

  if (text == NULL)
    return bound;
  bound.present = TRUE;
  bound.inclusive = text[1] == '=';
  g_assert_true (crit_period_parse (text + (bound.inclusive ? 2 : 1), &bound.period));
  return bound;
}

static void
test_durations (void)
{
  static const char *const rows[][3] = {
    { ">=6 weeks", NULL, "6 weeks or more" },
    { ">1 year", NULL, "more than 1 year" },
    { NULL, "<=3 months", "3 months or less" },
    { NULL, "<1 day", "less than 1 day" },
    { ">=6 weeks", "<=1 year", "from 6 weeks to 1 year" },
    { ">=6 weeks", "<=6 weeks", "exactly 6 weeks" },
    { ">=6 weeks", "<1 year", "6 weeks or more, and less than 1 year" },
    { ">6 weeks", "<=1 year", "more than 6 weeks, and 1 year or less" },
    { ">6 weeks", "<1 year", "more than 6 weeks, and less than 1 year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CritCondition condition = { .kind = CRIT_CONDITION_DURATION };
      g_autofree char *text = NULL;

      condition.lower = make_period (rows[i][0]);
      condition.upper = make_period (rows[i][1]);
      text = crit_condition_dup_bounds_text (&condition);
      g_assert_cmpstr (text, ==, rows[i][2]);
    }
}

static CritBound
make_day (const char *text)
{
  CritBound bound = { 0 };
  CritDate date = { 0 };

  if (text == NULL)
    return bound;
  bound.present = TRUE;
  bound.inclusive = text[1] == '=';
  g_assert_true (crit_date_parse (text + (bound.inclusive ? 2 : 1), &date));
  bound.number = crit_date_get_first_day (date);
  return bound;
}

static void
test_dates (void)
{
  static const char *const rows[][3] = {
    { ">=2024-05-01", NULL, "on or after 1 May 2024" },
    { ">2024-05-01", NULL, "after 1 May 2024" },
    { NULL, "<=2024-05-01", "on or before 1 May 2024" },
    { NULL, "<2024-05-01", "before 1 May 2024" },
    { ">=2024-05-01", "<=2024-05-01", "on 1 May 2024" },
    { ">=2024-05-01", "<=2024-06-30", "from 1 May 2024 to 30 June 2024, both days included" },
    { ">=2024-05-01", "<2024-06-30", "on or after 1 May 2024, and before 30 June 2024" },
    { ">2024-05-01", "<=2024-06-30", "after 1 May 2024, and on or before 30 June 2024" },
    { ">2024-05-01", "<2024-06-30", "after 1 May 2024, and before 30 June 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CritCondition condition = { .kind = CRIT_CONDITION_DATE };
      g_autofree char *text = NULL;

      condition.lower = make_day (rows[i][0]);
      condition.upper = make_day (rows[i][1]);
      text = crit_condition_dup_bounds_text (&condition);
      g_assert_cmpstr (text, ==, rows[i][2]);
    }
}

static void
test_ago (void)
{
  static const struct
  {
    CritConditionKind kind;
    const char *words;
  } rows[] = {
    { CRIT_CONDITION_WITHIN, "6 weeks ago or less" },
    { CRIT_CONDITION_LONGER_AGO, "more than 6 weeks ago" },
    { CRIT_CONDITION_TRUTH, NULL },
    { CRIT_CONDITION_ALL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CritCondition condition = { .kind = rows[i].kind };
      g_autofree char *text = NULL;

      condition.period = (CritPeriod){ 6, CRIT_UNIT_WEEKS };
      text = crit_condition_dup_bounds_text (&condition);
      g_assert_cmpstr (text, ==, rows[i].words);
    }
}

/* A value from the file is never a format. */
static void
test_unit_is_data (void)
{
  CritQuestion question = { .type = CRIT_QUESTION_DECIMAL, .unit = "%s%n%1$s" };
  CritCondition condition = { .kind = CRIT_CONDITION_NUMBER };
  g_autofree char *text = NULL;

  condition.question = &question;
  condition.lower = make_bound (">=1");
  text = crit_condition_dup_bounds_text (&condition);
  g_assert_cmpstr (text, ==, "1 %s%n%1$s or over");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition/numbers", test_numbers);
  g_test_add_func ("/condition/counts", test_counts);
  g_test_add_func ("/condition/durations", test_durations);
  g_test_add_func ("/condition/dates", test_dates);
  g_test_add_func ("/condition/ago", test_ago);
  g_test_add_func ("/condition/unit-is-data", test_unit_is_data);
  return g_test_run ();
}
