/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

typedef struct
{
  const char *pointer;
  const char *label;
  const char *question;
} Row;

static const Row rows[] = {
  { "/age", "Age", "age" },
  { "/weight", "Weight", "weight" },
  { "/trials", "Antidepressants", "trials" },
  { "/trials/complete", "Antidepressants: any more?", "trials" },
  { "/trials/entries/0", "Antidepressant 1", "trials" },
  { "/trials/entries/1/outcome", "Antidepressant 2: What happened?", "outcome" },
  { "/events/entries/11/event", "Entry 12 of “Which events were there?”: Event", "event" },
  { "/events/complete", "Which events were there? Any more?", "events" },
};

static void
test_names (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CritPlace place = fixture_place (rules, rows[i].pointer);
      g_autofree char *pointer = crit_place_dup_pointer (&place);
      g_autofree char *label = crit_place_dup_label (&place);

      g_assert_cmpstr (pointer, ==, rows[i].pointer);
      g_assert_cmpstr (label, ==, rows[i].label);
      g_assert_cmpstr (crit_place_get_question (&place)->id, ==, rows[i].question);
    }
}

static void
test_equal (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
      {
        CritPlace a = fixture_place (rules, rows[i].pointer);
        CritPlace b = fixture_place (rules, rows[j].pointer);

        g_assert_cmpint (crit_place_equal (&a, &b), ==, i == j);
      }
}

static void
test_answers (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = fixture_record (
      rules,
      "{\"age\":41,\"trials\":{\"entries\":[{\"dose\":5},{\"dose\":10}],\"complete\":true}}");
  const struct
  {
    const char *pointer;
    CritAnswerKind kind;
    double number;
  } expected[] = {
    { "/age", CRIT_ANSWER_NUMBER, 41 },
    { "/weight", CRIT_ANSWER_OPEN, 0 },
    { "/trials", CRIT_ANSWER_LIST, 0 },
    { "/trials/complete", CRIT_ANSWER_BOOLEAN, 0 },
    { "/trials/entries/0", CRIT_ANSWER_OPEN, 0 },
    { "/trials/entries/0/dose", CRIT_ANSWER_NUMBER, 5 },
    { "/trials/entries/1/dose", CRIT_ANSWER_NUMBER, 10 },
    { "/trials/entries/2/dose", CRIT_ANSWER_OPEN, 0 },
    { "/trials/entries/1/started", CRIT_ANSWER_OPEN, 0 },
    { "/events/complete", CRIT_ANSWER_OPEN, 0 },
    { "/events/entries/0/event", CRIT_ANSWER_OPEN, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      CritPlace place = fixture_place (rules, expected[i].pointer);
      const CritAnswer *answer = crit_record_get_answer (record, &place);

      g_assert_cmpint (answer->kind, ==, expected[i].kind);
      if (answer->kind == CRIT_ANSWER_NUMBER)
        g_assert_cmpfloat (answer->number, ==, expected[i].number);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/names", test_names);
  g_test_add_func ("/place/equal", test_equal);
  g_test_add_func ("/place/answers", test_answers);
  return g_test_run ();
}
