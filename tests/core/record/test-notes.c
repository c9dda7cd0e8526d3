/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "record/crit-carry-over.h"
#include "record/crit-history.h"
#include "record/crit-notes.h"

#define TWO_TRIALS                                                                                 \
  "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\"},{\"medicine\":\"venlafaxine\"}]}}"

static CritRecord *
read_record (CritRules *rules, const char *answers, const char *notes, GPtrArray *findings)
{
  g_autofree char *text =
      g_strdup_printf ("{\"reference\":\"A-17\",\"date\":\"2026-11-20\",\n\"answers\":%s,\n"
                       "\"notes\":%s}",
                       answers, notes);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return crit_record_read (bytes, rules, findings);
}

static CritRecord *
read_well (CritRules *rules, const char *answers, const char *notes)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRecord *record = read_record (rules, answers, notes, findings);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_nonnull (record);
  return record;
}

static char *
dup_notes (CritRecord *record)
{
  g_autoptr (JsonNode) node = crit_notes_to_node (record);

  return node != NULL ? crit_json_write (node, CRIT_JSON_COMPACT) : g_strdup ("{}");
}

static void
assert_notes (CritRecord *record, const char *expected)
{
  g_autofree char *notes = dup_notes (record);

  g_assert_cmpstr (notes, ==, expected);
}

/* Notes that come back as they were, in the order of the rules file. */
static const char *const kept[] = {
  "{}",
  "{\"/age\":\"As he said himself.\"}",
  "{\"/age\":\"a\",\"/weight\":\"b\",\"/trials\":\"c\",\"/events\":\"d\"}",
  "{\"/story\":\"two\\nlines\\tand a tab\"}",
  "{\"/trials/entries/0\":\"See the letter.\"}",
  "{\"/trials/entries/0/outcome\":\" spaces at both ends \"}",
  "{\"/trials\":\"all\",\"/trials/entries/0\":\"a\",\"/trials/entries/0/medicine\":\"b\","
  "\"/trials/entries/1/outcome\":\"< > & _ % \\\" '\"}",
};

static void
test_round_trip (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (CritRecord) record = read_well (rules, TWO_TRIALS, kept[i]);
      g_autoptr (GBytes) saved = crit_record_write (record);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritRecord) again = crit_record_read (saved, NULL, findings);
      g_autofree char *answers = fixture_dup_answers (again);

      assert_notes (record, kept[i]);
      assert_notes (again, kept[i]);
      g_assert_cmpstr (answers, ==, TWO_TRIALS);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

static void
test_order (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record =
      read_well (rules, TWO_TRIALS,
                 "{\"/trials/entries/1\":\"c\",\"/trials/entries/0/dose\":\"b\",\"/age\":\"a\"}");

  assert_notes (record,
                "{\"/age\":\"a\",\"/trials/entries/0/dose\":\"b\",\"/trials/entries/1\":\"c\"}");
}

static const struct
{
  const char *notes;
  const char *code;
} defects[] = {
  { "[]", "wrong-type" },
  { "{\"/age\":1}", "wrong-type" },
  { "{\"/age\":null}", "wrong-type" },
  { "{\"/age\":\"\"}", "bad-text" },
  { "{\"/age\":\" \\n\"}", "bad-text" },
  { "{\"\":\"a\"}", "unknown-place" },
  { "{\"/\":\"a\"}", "unknown-place" },
  { "{\"age\":\"a\"}", "unknown-place" },
  { "{\"/shoe-size\":\"a\"}", "unknown-place" },
  { "{\"/age/\":\"a\"}", "unknown-place" },
  { "{\"/age/entries/0\":\"a\"}", "unknown-place" },
  { "{\"/trials/complete\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries/\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries/2\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries/-1\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries/01\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries/99999999999\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries/4294967296\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries/0/age\":\"a\"}", "unknown-place" },
  { "{\"/trials/entries/0/dose/0\":\"a\"}", "unknown-place" },
  { "{\"/events/entries/0\":\"a\"}", "unknown-place" },
};

static void
test_defects (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (defects); i++)
    {
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritRecord) record = read_record (rules, TWO_TRIALS, defects[i].notes, findings);

      g_test_message ("%s", defects[i].notes);
      g_assert_null (record);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpstr (((CritFinding *) findings->pdata[0])->code, ==, defects[i].code);
      g_assert_cmpuint (((CritFinding *) findings->pdata[0])->line, ==, 3);
    }
}

/* As many characters, not bytes, as a text that is typed may have; one more is refused. */
static void
test_length (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *longest = NULL;
  g_autofree char *too_long = NULL;
  g_autoptr (CritRecord) record = NULL;
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "ë");
  longest = g_strdup_printf ("{\"/age\":\"%s\"}", text->str);
  too_long = g_strdup_printf ("{\"/age\":\"%sx\"}", text->str);
  record = read_well (rules, "{}", longest);
  assert_notes (record, longest);
  g_assert_null (read_record (rules, "{}", too_long, findings));
  g_assert_cmpstr (((CritFinding *) findings->pdata[0])->code, ==, "bad-text");
}

typedef struct
{
  CritRecord *record;
  CritHistory *history;
} Stage;

static void
set_note (Stage *stage, const char *at, const char *note)
{
  CritPlace place = fixture_place (crit_record_get_rules (stage->record), at);

  crit_history_set_note (stage->history, &place, note);
}

static void
assert_stage (Stage *stage, const char *notes, const char *undo)
{
  g_autofree char *label = NULL;

  g_object_get (stage->history, "undo-label", &label, NULL);
  assert_notes (stage->record, notes);
  g_assert_cmpstr (label, ==, undo);
}

static Stage
set_up (CritRules *rules)
{
  Stage stage = { .record = read_well (rules, TWO_TRIALS, "{}") };

  stage.history = crit_history_new (stage.record);
  return stage;
}

static void
tear_down (Stage *stage)
{
  g_assert_finalize_object (stage->history);
  g_assert_finalize_object (stage->record);
}

static void
test_typing (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);

  set_note (&stage, "/age", "a");
  set_note (&stage, "/age", "ab");
  assert_stage (&stage, "{\"/age\":\"ab\"}", "Note on “Age”");
  set_note (&stage, "/trials/entries/0", "s");
  set_note (&stage, "/trials/entries/0", "se");
  assert_stage (&stage, "{\"/age\":\"ab\",\"/trials/entries/0\":\"se\"}", "Note on Sertraline");
  set_note (&stage, "/trials/entries/0/dose", "d");
  assert_stage (&stage,
                "{\"/age\":\"ab\",\"/trials/entries/0\":\"se\",\"/trials/entries/0/dose\":\"d\"}",
                "Note on “Antidepressant 1: Dose”");
  crit_history_undo (stage.history);
  crit_history_undo (stage.history);
  assert_stage (&stage, "{\"/age\":\"ab\"}", "Note on “Age”");
  crit_history_undo (stage.history);
  assert_stage (&stage, "{}", NULL);
  g_assert_false (crit_history_is_modified (stage.history));
  crit_history_redo (stage.history);
  assert_stage (&stage, "{\"/age\":\"ab\"}", "Note on “Age”");
  tear_down (&stage);
}

/* What is typed and deleted again was no change; a note that is deleted after a pause is one. */
static void
test_deleting (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);

  set_note (&stage, "/age", "a");
  set_note (&stage, "/age", "");
  assert_stage (&stage, "{}", NULL);
  set_note (&stage, "/age", "ab");
  crit_history_end_typing (stage.history);
  set_note (&stage, "/age", " \n");
  assert_stage (&stage, "{}", "Note on “Age”");
  crit_history_undo (stage.history);
  assert_stage (&stage, "{\"/age\":\"ab\"}", "Note on “Age”");
  set_note (&stage, "/trials/entries/1", "x");
  set_note (&stage, "/trials/entries/1", NULL);
  assert_stage (&stage, "{\"/age\":\"ab\"}", "Note on “Age”");
  tear_down (&stage);
}

/* A note says something about one entry, wherever that goes. */
static void
test_moving (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);
  const CritQuestion *list = crit_rules_find_question (rules, "trials");

  set_note (&stage, "/trials/entries/0", "first");
  set_note (&stage, "/trials/entries/1/dose", "second");
  crit_history_move_entry (stage.history, list, 0, 1);
  assert_notes (stage.record,
                "{\"/trials/entries/0/dose\":\"second\",\"/trials/entries/1\":\"first\"}");
  crit_history_remove_entry (stage.history, list, 0);
  assert_notes (stage.record, "{\"/trials/entries/0\":\"first\"}");
  crit_history_duplicate_entry (stage.history, list, 0);
  assert_notes (stage.record, "{\"/trials/entries/0\":\"first\",\"/trials/entries/1\":\"first\"}");
  crit_history_add_entry (stage.history, list);
  assert_notes (stage.record, "{\"/trials/entries/0\":\"first\",\"/trials/entries/1\":\"first\"}");
  for (guint i = 0; i < 4; i++)
    crit_history_undo (stage.history);
  assert_notes (stage.record,
                "{\"/trials/entries/0\":\"first\",\"/trials/entries/1/dose\":\"second\"}");
  tear_down (&stage);
}

/* Answers and notes are changed in turn without harm to each other. */
static void
test_beside_answers (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);
  CritPlace dose = fixture_place (rules, "/trials/entries/0/dose");
  const CritAnswer fifty = { .kind = CRIT_ANSWER_NUMBER, .number = 50 };

  set_note (&stage, "/trials/entries/0/dose", "a");
  crit_history_set_answer (stage.history, &dose, &fifty);
  set_note (&stage, "/trials/entries/0/dose", "ab");
  assert_stage (&stage, "{\"/trials/entries/0/dose\":\"ab\"}", "Note on “Antidepressant 1: Dose”");
  crit_history_undo (stage.history);
  assert_stage (&stage, "{\"/trials/entries/0/dose\":\"a\"}", "Answer “Antidepressant 1: Dose”");
  crit_history_undo (stage.history);
  g_assert_cmpint (crit_record_get_answer (stage.record, &dose)->kind, ==, CRIT_ANSWER_OPEN);
  assert_stage (&stage, "{\"/trials/entries/0/dose\":\"a\"}", "Note on “Antidepressant 1: Dose”");
  tear_down (&stage);
}

static void
test_cleaning (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);
  CritPlace age = fixture_place (rules, "/age");
  g_autofree char *long_text = g_strnfill (20000, 'x');

  set_note (&stage, "/age", "not\xe2\x80\xae bad\x01\r\nat all");
  g_assert_cmpstr (crit_record_get_note (stage.record, &age), ==, "not bad\nat all");
  set_note (&stage, "/age", long_text);
  g_assert_cmpuint (strlen (crit_record_get_note (stage.record, &age)), ==, 10000);
  tear_down (&stage);
}

static void
test_impossible (void)
{
  static const char *const places[] = { "/trials/complete", "/trials/entries/2",
                                        "/trials/entries/2/dose", "/events/entries/0" };
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*can_have_note*");
      set_note (&stage, places[i], "a");
      g_test_assert_expected_messages ();
    }
  assert_notes (stage.record, "{}");
  tear_down (&stage);
}

/* Under other rules a note stays where the question is still asked, and is told of where it is not. */
static void
test_carry_over (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record =
      read_well (rules, TWO_TRIALS,
                 "{\"/age\":\"a\",\"/words\":\"w\",\"/trials\":\"t\",\"/trials/entries/1\":\"e\","
                 "\"/trials/entries/1/dose\":\"d\"}");
  g_autoptr (GString) text = g_string_new (fixture_rules_text);
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();
  g_autoptr (CritRules) newer = NULL;
  g_autoptr (CritRecord) carried = NULL;

  g_string_replace (text, "\"words\"", "\"other-words\"", 1);
  g_string_replace (text, "\"dose\"", "\"other-dose\"", 1);
  newer = fixture_load (text->str);
  carried = crit_record_carry_over (record, newer, lost);
  assert_notes (carried, "{\"/age\":\"a\",\"/trials\":\"t\",\"/trials/entries/1\":\"e\"}");
  g_assert_cmpuint (lost->len, ==, 2);
  g_assert_cmpstr (
      ((CritLostAnswer *) lost->pdata[0])->sentence, ==,
      "Note on “In a few words”: w. The other version of the rules does not ask for it.");
  g_assert_cmpstr (
      ((CritLostAnswer *) lost->pdata[1])->sentence, ==,
      "Note on “Antidepressant 2: Dose”: d. The other version of the rules does not ask for it.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/round-trip", test_round_trip);
  g_test_add_func ("/notes/order", test_order);
  g_test_add_func ("/notes/defects", test_defects);
  g_test_add_func ("/notes/length", test_length);
  g_test_add_func ("/notes/typing", test_typing);
  g_test_add_func ("/notes/deleting", test_deleting);
  g_test_add_func ("/notes/moving", test_moving);
  g_test_add_func ("/notes/beside-answers", test_beside_answers);
  g_test_add_func ("/notes/cleaning", test_cleaning);
  g_test_add_func ("/notes/impossible", test_impossible);
  g_test_add_func ("/notes/carry-over", test_carry_over);
  return g_test_run ();
}
