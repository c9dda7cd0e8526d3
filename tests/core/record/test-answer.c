/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

typedef struct
{
  const char *answers;
  const char *pointer;
  const char *text;
} Words;

static const Words words[] = {
  { "{}", "/age", "Not answered" },
  { "{}", "/trials", "Not answered" },
  { "{\"age\":{\"unknown\":\"not-known\"}}", "/age", "Not known" },
  { "{\"age\":{\"unknown\":\"not-in-notes\"}}", "/age", "Not known: not in the notes" },
  { "{\"age\":{\"unknown\":\"awaiting\"}}", "/age", "Not known: awaiting a result" },
  { "{\"age\":{\"unknown\":\"conflicting\"}}", "/age", "Not known: sources disagree" },
  { "{\"trials\":{\"unknown\":\"awaiting\"}}", "/trials", "Not known: awaiting a result" },
  { "{\"psychosis\":true}", "/psychosis", "Yes" },
  { "{\"psychosis\":false}", "/psychosis", "No" },
  { "{\"age\":0}", "/age", "0 years" },
  { "{\"age\":41}", "/age", "41 years" },
  { "{\"weight\":70.5}", "/weight", "70.5 kg" },
  { "{\"score\":-0.25}", "/score", "-0.25" },
  { "{\"last-event\":\"2019\"}", "/last-event", "2019" },
  { "{\"last-event\":\"2019-03\"}", "/last-event", "March 2019" },
  { "{\"last-event\":\"2026-08-06\"}", "/last-event", "6 August 2026" },
  { "{\"until\":\"ongoing\"}", "/until", "Ongoing" },
  { "{\"referrer\":\"team\"}", "/referrer", "A mental health team" },
  { "{\"referrer\":{\"other\":\"A pharmacist\"}}", "/referrer", "A pharmacist" },
  { "{\"words\":\"100% <b>\"}", "/words", "100% <b>" },
  { "{\"words\":\"\"}", "/words", "Left empty" },
  { "{\"trials\":{\"entries\":[]}}", "/trials", "None recorded yet" },
  { "{\"trials\":{\"entries\":[],\"complete\":false}}", "/trials",
    "None recorded yet, list not complete" },
  { "{\"trials\":{\"entries\":[],\"complete\":true}}", "/trials", "None" },
  { "{\"trials\":{\"entries\":[{},{}]}}", "/trials", "2 recorded, not said whether that is all" },
  { "{\"trials\":{\"entries\":[{},{}],\"complete\":false}}", "/trials",
    "2 recorded, list not complete" },
  { "{\"trials\":{\"entries\":[{}],\"complete\":true}}", "/trials", "1 recorded, list complete" },
  { "{\"trials\":{\"entries\":[{}],\"complete\":true}}", "/trials/complete", "Yes" },
  { "{\"trials\":{\"entries\":[{},{\"medicine\":\"venlafaxine\"}]}}", "/trials/entries/1/medicine",
    "Venlafaxine" },
  { "{\"trials\":{\"entries\":[{}]}}", "/trials/entries/7/medicine", "Not answered" },
  { "{\"trials\":{\"unknown\":\"awaiting\"}}", "/trials/entries/0/medicine", "Not answered" },
};

static void
test_words (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (CritRecord) record = fixture_record (rules, words[i].answers);
      CritPlace place = fixture_place (rules, words[i].pointer);
      const CritAnswer *answer = crit_record_get_answer (record, &place);
      g_autofree char *text = crit_answer_to_text (answer, crit_place_get_question (&place));

      g_assert_cmpstr (text, ==, words[i].text);
    }
}

/* Each is another answer than every other. */
static const char *const different[] = {
  "{}",
  "{\"age\":0}",
  "{\"age\":1}",
  "{\"age\":{\"unknown\":\"not-known\"}}",
  "{\"age\":{\"unknown\":\"not-in-notes\"}}",
  "{\"age\":{\"unknown\":\"awaiting\"}}",
  "{\"age\":{\"unknown\":\"conflicting\"}}",
  "{\"psychosis\":true}",
  "{\"psychosis\":false}",
  "{\"words\":\"\"}",
  "{\"words\":\"a\"}",
  "{\"words\":\"A\"}",
  "{\"referrer\":\"gp\"}",
  "{\"referrer\":\"team\"}",
  "{\"referrer\":{\"other\":\"gp\"}}",
  "{\"until\":\"ongoing\"}",
  "{\"until\":\"2019\"}",
  "{\"until\":\"2019-01\"}",
  "{\"until\":\"2019-01-01\"}",
  "{\"trials\":{\"entries\":[]}}",
  "{\"trials\":{\"entries\":[],\"complete\":true}}",
  "{\"trials\":{\"entries\":[],\"complete\":false}}",
  "{\"trials\":{\"entries\":[{}]}}",
  "{\"trials\":{\"entries\":[{},{}]}}",
  "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\"},{}]}}",
  "{\"trials\":{\"entries\":[{},{\"medicine\":\"sertraline\"}]}}",
  "{\"trials\":{\"unknown\":\"awaiting\"}}",
};

static gboolean
are_equal (const CritRules *rules, const CritAnswer *a, const CritAnswer *b)
{
  for (guint i = 0; i < rules->questions->len; i++)
    if (!crit_answer_equal (&a[i], &b[i]))
      return FALSE;
  return TRUE;
}

static void
test_equal (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    for (guint j = 0; j < G_N_ELEMENTS (different); j++)
      {
        g_autoptr (CritRecord) a = fixture_record (rules, different[i]);
        g_autoptr (CritRecord) b = fixture_record (rules, different[j]);

        g_assert_cmpint (
            are_equal (rules, crit_record_get_answers (a), crit_record_get_answers (b)), ==,
            i == j);
      }
}

static void
test_copy (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      CritRecord *record = fixture_record (rules, different[i]);
      CritAnswer *copy = crit_answers_copy (rules, crit_record_get_answers (record));

      g_assert_true (are_equal (rules, copy, crit_record_get_answers (record)));
      g_assert_finalize_object (record);
      crit_answers_free (rules, copy);
    }
  crit_answers_free (rules, NULL);
}

static void
test_unknown (void)
{
  static const char *const codes[] = { "not-known", "not-in-notes", "awaiting", "conflicting" };
  CritUnknown unknown = CRIT_UNKNOWN_CONFLICTING;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (crit_unknown_parse (codes[i], &unknown));
      g_assert_cmpstr (crit_unknown_get_code (unknown), ==, codes[i]);
      g_assert_cmpstr (crit_unknown_get_label (unknown), !=, "");
    }
  g_assert_false (crit_unknown_parse ("Not-known", &unknown));
  g_assert_false (crit_unknown_parse ("", &unknown));
}

static void
test_entries (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  const CritQuestion *list = crit_rules_find_question (rules, "trials");
  const CritQuestion *dose = crit_question_find_field (list, "dose");
  CritEntries *entries = crit_entries_new (list, 2);

  g_assert_cmpuint (entries->n_fields, ==, 4);
  g_assert_true (crit_entries_get (entries, 1, dose) == &entries->cells[4 + 2]);
  g_assert_cmpint (crit_entries_get (entries, 1, dose)->kind, ==, CRIT_ANSWER_OPEN);
  g_assert_false (crit_entries_is_complete (entries));
  entries->complete = (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = FALSE };
  g_assert_false (crit_entries_is_complete (entries));
  entries->complete.boolean = TRUE;
  g_assert_true (crit_entries_is_complete (entries));
  crit_entries_free (entries);
  crit_entries_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/words", test_words);
  g_test_add_func ("/answer/equal", test_equal);
  g_test_add_func ("/answer/copy", test_copy);
  g_test_add_func ("/answer/unknown", test_unknown);
  g_test_add_func ("/answer/entries", test_entries);
  return g_test_run ();
}
