/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "record/crit-carry-over.h"
#include "record/crit-history.h"

#define NOON 1795176000 /* 2026-11-20T12:00:00Z */

static CritRecord *
read_well (GBytes *text)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRecord *record = crit_record_read (text, NULL, findings);

  g_assert_nonnull (record);
  g_assert_cmpuint (findings->len, ==, 0);
  return record;
}

/* Saves as the program does, and reads back. */
static CritRecord *
save_and_read (CritRecord *record, gint64 time)
{
  g_autoptr (CritPast) past = crit_record_plan_save (record, time);
  g_autoptr (GBytes) text = crit_record_write_as (record, past);

  crit_record_mark_saved (record, past);
  return read_well (text);
}

static char *
dup_member (CritRecord *record, const char *key)
{
  g_autoptr (GBytes) text = crit_record_write (record);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritJsonTree) tree = crit_json_tree_new (text, findings);
  JsonNode *node =
      json_object_get_member (json_node_get_object (crit_json_tree_get_root (tree)), key);

  return node != NULL ? crit_json_write (node, CRIT_JSON_COMPACT) : NULL;
}

static void
assert_member (CritRecord *record, const char *key, const char *expected)
{
  g_autofree char *text = dup_member (record, key);

  g_assert_cmpstr (text, ==, expected);
}

/* Made once, random, and the same for ever; of the person it has nothing. */
static void
test_id (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = crit_record_new (rules, "A-17", FIXTURE_DATE);
  g_autoptr (CritRecord) other = crit_record_new (rules, "A-17", FIXTURE_DATE);
  g_autoptr (CritRecord) saved = save_and_read (record, NOON);
  g_autoptr (CritRecord) again = save_and_read (saved, NOON + 60);

  g_assert_cmpuint (strlen (crit_record_get_id (record)), ==, 36);
  g_assert_cmpstr (crit_record_get_id (record), !=, crit_record_get_id (other));
  g_assert_cmpstr (crit_record_get_id (saved), ==, crit_record_get_id (record));
  g_assert_cmpstr (crit_record_get_id (again), ==, crit_record_get_id (record));
}

/* One that an early version saved has none; it gets one at its next save, and then keeps it. */
static void
test_id_of_old_record (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, "{}");
  g_autoptr (CritRecord) saved = NULL;
  g_autoptr (CritRecord) again = NULL;

  g_assert_null (crit_record_get_id (record));
  saved = save_and_read (record, NOON);
  again = save_and_read (saved, NOON);
  g_assert_nonnull (crit_record_get_id (saved));
  g_assert_cmpstr (crit_record_get_id (again), ==, crit_record_get_id (saved));
  g_assert_cmpint (crit_record_get_created (again), ==, 0);
}

static void
test_times (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  const gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (CritRecord) record = crit_record_new (rules, "A-17", FIXTURE_DATE);
  const gint64 after = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (CritRecord) saved = save_and_read (record, NOON);
  g_autoptr (CritRecord) again = save_and_read (saved, NOON + 61);

  g_assert_cmpint (crit_record_get_created (record), >=, before);
  g_assert_cmpint (crit_record_get_created (record), <=, after);
  g_assert_cmpint (crit_record_get_created (again), ==, crit_record_get_created (record));
  g_assert_cmpint (crit_record_get_saved (record), ==, NOON);
  g_assert_cmpint (crit_record_get_saved (again), ==, NOON + 61);
  assert_member (again, "saved", "\"2026-11-20T12:01:01Z\"");
}

static void
set_number (CritHistory *history, const char *at, double number)
{
  CritPlace place = fixture_place (crit_record_get_rules (crit_history_get_record (history)), at);
  const CritAnswer answer = { .kind = CRIT_ANSWER_NUMBER, .number = number };

  crit_history_set_answer (history, &place, &answer);
}

/* What was typed in between is not kept, and what was saved first is no change. */
static void
test_changes (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = crit_record_new (rules, "A-17", FIXTURE_DATE);
  g_autoptr (CritHistory) history = crit_history_new (record);
  g_autoptr (CritRecord) first = NULL;
  g_autoptr (CritRecord) second = NULL;
  g_autoptr (CritRecord) third = NULL;
  g_autoptr (CritPast) last = NULL;
  CritPlace age = fixture_place (rules, "/age");

  set_number (history, "/age", 40);
  first = save_and_read (record, NOON);
  assert_member (first, "changes", NULL);
  set_number (history, "/age", 4);
  set_number (history, "/age", 41);
  crit_history_set_note (history, &age, "asked");
  crit_history_set_reference (history, "A-18");
  second = save_and_read (record, NOON + 1);
  assert_member (second, "changes",
                 "[{\"time\":\"2026-11-20T12:00:01Z\",\"part\":\"reference\",\"question\":"
                 "\"Reference\",\"before\":\"A-17\",\"after\":\"A-18\"},"
                 "{\"time\":\"2026-11-20T12:00:01Z\",\"part\":\"answer\",\"place\":\"/age\","
                 "\"question\":\"Age\",\"before\":40,\"after\":41},"
                 "{\"time\":\"2026-11-20T12:00:01Z\",\"part\":\"note\",\"place\":\"/age\","
                 "\"question\":\"Age\",\"after\":\"asked\"}]");
  /* Saved once more without a change, and then from what was read back. */
  g_clear_object (&first);
  first = save_and_read (record, NOON + 2);
  g_clear_object (&history);
  history = crit_history_new (first);
  age.question = crit_rules_find_question (crit_record_get_rules (first), "age");
  crit_history_set_answer (history, &age, &(CritAnswer){ 0 });
  third = save_and_read (first, NOON + 3);
  last = crit_record_plan_save (third, NOON + 4);
  g_assert_cmpuint (json_array_get_length (last->changes), ==, 4);
}

/* A save that failed leaves no trace. */
static void
test_failed_save (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = crit_record_new (rules, "A-17", FIXTURE_DATE);
  g_autoptr (CritHistory) history = crit_history_new (record);
  g_autoptr (CritRecord) saved = save_and_read (record, NOON);
  g_autoptr (CritPast) failed = NULL;
  g_autoptr (CritPast) next = NULL;

  set_number (history, "/age", 41);
  failed = crit_record_plan_save (record, NOON + 1);
  next = crit_record_plan_save (record, NOON + 2);
  g_assert_cmpuint (json_array_get_length (failed->changes), ==, 1);
  g_assert_cmpuint (json_array_get_length (next->changes), ==, 1);
  g_assert_cmpint (crit_record_get_saved (record), ==, NOON);
  assert_member (record, "changes", NULL);
}

static const struct
{
  const char *before;
  const char *after;
  const char *revisions; /* place, before and after of each */
} comparisons[] = {
  { "{}", "{}", "" },
  { "{\"age\":1}", "{\"age\":1}", "" },
  { "{\"age\":1}", "{}", "/age: 1 > -; " },
  { "{}", "{\"age\":{\"unknown\":\"awaiting\"}}", "/age: - > {\"unknown\":\"awaiting\"}; " },
  { "{\"weight\":1,\"age\":1}", "{\"age\":2,\"weight\":2}", "/age: 1 > 2; /weight: 1 > 2; " },
  { "{\"psychosis\":true}", "{\"psychosis\":false}", "/psychosis: true > false; " },
  { "{\"events\":{\"unknown\":\"awaiting\"}}", "{\"events\":{\"entries\":[]}}",
    "/events: {\"unknown\":\"awaiting\"} > {\"entries\":[]}; " },
  { "{\"events\":{\"entries\":[]}}", "{\"events\":{\"entries\":[],\"complete\":true}}",
    "/events/complete: - > true; " },
  { "{\"events\":{\"entries\":[]}}", "{\"events\":{\"entries\":[{}]}}",
    "/events/entries/0: - > {}; " },
  { "{\"events\":{\"entries\":[{\"event\":\"a\"},{\"event\":\"b\"},{\"event\":\"c\"}]}}",
    "{\"events\":{\"entries\":[{\"event\":\"b\"},{\"event\":\"c\"}]}}",
    "/events/entries/0: {\"event\":\"a\"} > -; " },
  { "{\"events\":{\"entries\":[{\"event\":\"a\"},{\"event\":\"b\"},{\"event\":\"c\"}]}}",
    "{\"events\":{\"entries\":[{\"event\":\"a\"},{\"event\":\"c\"}]}}",
    "/events/entries/1: {\"event\":\"b\"} > -; " },
  { "{\"events\":{\"entries\":[{\"event\":\"a\"},{\"event\":\"a\"}]}}",
    "{\"events\":{\"entries\":[{\"event\":\"a\"},{\"event\":\"a\"},{\"event\":\"a\"}]}}",
    "/events/entries/2: - > {\"event\":\"a\"}; " },
  { "{\"events\":{\"entries\":[{\"event\":\"a\"},{\"event\":\"b\"}]}}",
    "{\"events\":{\"entries\":[{\"event\":\"b\"},{\"event\":\"a\"}]}}",
    "/events/entries/0/event: \"a\" > \"b\"; /events/entries/1/event: \"b\" > \"a\"; " },
  { "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\",\"dose\":50}]}}",
    "{\"trials\":{\"entries\":[{\"dose\":100,\"started\":\"2019\"},{}]}}",
    "/trials/entries/0/started: - > \"2019\"; /trials/entries/0/dose: 50 > 100; "
    "/trials/entries/0/medicine: \"sertraline\" > -; /trials/entries/1: - > {}; " },
};

static char *
write_or_dash (JsonNode *node)
{
  return node != NULL ? crit_json_write (node, CRIT_JSON_COMPACT) : g_strdup ("-");
}

static void
test_compare (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      g_autoptr (CritRecord) before = fixture_record (rules, comparisons[i].before);
      g_autoptr (CritRecord) after = fixture_record (rules, comparisons[i].after);
      g_autoptr (GPtrArray) revisions = crit_record_compare (before, after);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < revisions->len; j++)
        {
          const CritRevision *revision = revisions->pdata[j];
          g_autofree char *old = write_or_dash (revision->before);
          g_autofree char *new = write_or_dash (revision->after);

          g_string_append_printf (text, "%s: %s > %s; ", revision->place, old, new);
        }
      g_assert_cmpstr (text->str, ==, comparisons[i].revisions);
    }
}

/* A record goes on with its past under other rules, and the change of rules is one like others. */
static void
test_other_rules (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = crit_record_new (rules, "A-17", FIXTURE_DATE);
  g_autoptr (CritHistory) history = crit_history_new (record);
  g_autoptr (GString) text = g_string_new (fixture_rules_text);
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();
  g_autoptr (CritRecord) saved = NULL;
  g_autoptr (CritRules) newer = NULL;
  g_autoptr (CritRecord) carried = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  set_number (history, "/score", 7);
  saved = save_and_read (record, NOON);
  g_string_replace (text, "\"1.2\"", "\"1.3\"", 1);
  g_string_replace (text, "\"score\"", "\"new-score\"", 1);
  newer = fixture_load (text->str);
  carried = crit_record_carry_over (saved, newer, lost);
  g_assert_cmpstr (crit_record_get_id (carried), ==, crit_record_get_id (record));
  revisions = crit_record_compare_with_saved (carried);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpint (((CritRevision *) revisions->pdata[0])->part, ==, CRIT_RECORD_RULES);
  g_assert_cmpstr (((CritRevision *) revisions->pdata[1])->place, ==, "/score");
  g_assert_cmpstr (((CritRevision *) revisions->pdata[1])->question, ==, "Score");
  g_object_unref (save_and_read (carried, NOON + 1));
  /* What was saved under other rules is saved for the record that undo goes back to. */
  g_assert_cmpint (crit_record_get_saved (saved), ==, NOON + 1);
}

static GBytes *
save_altered (const char *from, const char *to)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, "{\"age\":41}");
  g_autoptr (GBytes) bytes = crit_record_write (record);
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return g_bytes_new (text->str, text->len);
}

/* What a newer version has added stands where it stood after this one has saved. */
static void
test_strangers (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } places[] = {
    { "{\n  \"format\"", "{\n  \"first\": null,\n  \"format\"" },
    { "  \"date\":",
      "  \"x\": {\n    \"a\": [\n      1,\n      2.5,\n      \"b\"\n    ]\n  },\n  \"date\":" },
    { "  \"answers\":", "  \"signed\": true,\n  \"and-more\": {},\n  \"answers\":" },
    { "  \"rules\":", "  \"last\": [],\n  \"rules\":" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GBytes) text = save_altered (places[i].from, places[i].to);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritRecord) record = crit_record_read (text, NULL, findings);
      g_autoptr (GBytes) saved = NULL;
      g_autoptr (CritPast) past = NULL;
      g_autoptr (GBytes) later = NULL;

      g_assert_nonnull (record);
      g_assert_cmpuint (findings->len, >=, 1);
      g_assert_false (crit_findings_have_errors (findings));
      g_assert_cmpstr (((CritFinding *) findings->pdata[0])->code, ==, "unknown-key");
      g_assert_cmpint (crit_record_get_access (record), ==, CRIT_RECORD_WHOLE);
      saved = crit_record_write (record);
      g_assert_true (g_bytes_equal (text, saved));
      past = crit_record_plan_save (record, NOON);
      later = crit_record_write_as (record, past);
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (later, NULL),
                                      (gssize) g_bytes_get_size (later),
                                      places[i].to + strspn (places[i].to, "{\n ")));
    }
}

static const struct
{
  const char *member;
  const char *code;
} defects[] = {
  { "\"id\": 7", "wrong-type" },
  { "\"id\": \"\"", "bad-id" },
  { "\"id\": \"a\\tb\"", "bad-text" },
  { "\"created\": 7", "wrong-type" },
  { "\"created\": \"2026-11-20\"", "bad-time" },
  { "\"saved\": \"2026-11-20T12:00:00+01:00\"", "bad-time" },
  { "\"changes\": {}", "wrong-type" },
  { "\"changes\": [ 7 ]", "wrong-type" },
  { "\"changes\": [ {} ]", "missing-key" },
  { "\"changes\": [ { \"time\": \"soon\", \"part\": \"note\", \"question\": \"a\" } ]",
    "bad-time" },
  { "\"changes\": [ { \"time\": \"2026-11-20T12:00:00Z\", \"part\": 1, \"question\": \"a\" } ]",
    "wrong-type" },
};

static void
test_defects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++)
    {
      g_autofree char *to = g_strdup_printf ("  %s,\n  \"rules\":", defects[i].member);
      g_autoptr (GBytes) text = save_altered ("  \"rules\":", to);
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_test_message ("%s", defects[i].member);
      g_assert_null (crit_record_read (text, NULL, findings));
      g_assert_cmpstr (((CritFinding *) findings->pdata[0])->code, ==, defects[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/past/id", test_id);
  g_test_add_func ("/past/id-of-old-record", test_id_of_old_record);
  g_test_add_func ("/past/times", test_times);
  g_test_add_func ("/past/changes", test_changes);
  g_test_add_func ("/past/failed-save", test_failed_save);
  g_test_add_func ("/past/compare", test_compare);
  g_test_add_func ("/past/other-rules", test_other_rules);
  g_test_add_func ("/past/strangers", test_strangers);
  g_test_add_func ("/past/defects", test_defects);
  return g_test_run ();
}
