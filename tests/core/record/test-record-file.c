/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "json/crit-json-tree.h"
#include "record/crit-record-private.h"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static CritRecord *
read_well (GBytes *text, CritRules *rules)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRecord *record = crit_record_read (text, rules, findings);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (g_ptr_array_index (findings, i), "record");

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_nonnull (record);
  return record;
}

/* Answers that come back as they were, in the writer's own order and form. */
static const char *const kept[] = {
  "{}",
  "{\"age\":0}",
  "{\"age\":120}",
  "{\"weight\":70.5}",
  "{\"score\":0.1}",
  "{\"score\":-1e-06}",
  "{\"score\":123456789012345}",
  "{\"count\":9007199254740991}",
  "{\"psychosis\":true}",
  "{\"psychosis\":false}",
  "{\"psychosis\":{\"unknown\":\"not-known\"}}",
  "{\"psychosis\":{\"unknown\":\"not-in-notes\"}}",
  "{\"psychosis\":{\"unknown\":\"awaiting\"}}",
  "{\"psychosis\":{\"unknown\":\"conflicting\"}}",
  "{\"referrer\":\"gp\"}",
  "{\"referrer\":{\"other\":\"gp\"}}",
  "{\"referrer\":{\"other\":\" A \\\"quoted\\\" word <&> \"}}",
  "{\"last-event\":\"1990\"}",
  "{\"last-event\":\"2019-03\"}",
  "{\"last-event\":\"2024-02-29\"}",
  "{\"until\":\"ongoing\"}",
  "{\"until\":\"0001\"}",
  "{\"words\":\"\"}",
  "{\"words\":\"ongoing\"}",
  "{\"words\":\"\\\\ / < > & _ % '\"}",
  "{\"story\":\"two\\nlines\\tand a tab\"}",
  "{\"trials\":{\"unknown\":\"awaiting\"}}",
  "{\"trials\":{\"entries\":[]}}",
  "{\"trials\":{\"entries\":[],\"complete\":false}}",
  "{\"trials\":{\"entries\":[],\"complete\":true}}",
  "{\"trials\":{\"entries\":[{}]}}",
  "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\",\"started\":\"2024-01\",\"dose\":0,"
  "\"outcome\":{\"unknown\":\"conflicting\"}},{\"medicine\":{\"other\":\"Tianeptine\"}},{}],"
  "\"complete\":true}}",
  "{\"age\":41,\"psychosis\":false,\"trials\":{\"entries\":[]},\"events\":{\"entries\":[{\"event\":"
  "\"\"}],"
  "\"complete\":false}}",
};

static void
test_round_trip (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (CritRecord) record = fixture_record (rules, kept[i]);
      g_autoptr (GBytes) text = crit_record_write (record);
      g_autoptr (CritRecord) again = read_well (text, NULL);
      g_autoptr (GBytes) text_again = crit_record_write (again);
      g_autofree char *answers = fixture_dup_answers (record);
      g_autofree char *answers_again = fixture_dup_answers (again);

      g_assert_cmpstr (answers, ==, kept[i]);
      g_assert_cmpstr (answers_again, ==, kept[i]);
      g_assert_true (g_bytes_equal (text, text_again));
    }
}

static void
test_saved_form (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, "{\"psychosis\":false,\"age\":41}");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CritRecord) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *beginning = NULL;
  g_autofree char *digest = NULL;

  crit_record_set_completed_by (record, "Dr A");
  digest = crit_record_dup_answers_digest (record);
  bytes = crit_record_write (record);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  beginning = g_strdup_printf ("{\n"
                               "  \"format\": \"criteria-record/1\",\n"
                               "  \"reference\": \"A-17\",\n"
                               "  \"date\": \"2026-11-20\",\n"
                               "  \"completed-by\": \"Dr A\",\n"
                               "  \"digest\": \"%s\",\n"
                               "  \"answers\": {\n"
                               "    \"age\": 41,\n"
                               "    \"psychosis\": false\n"
                               "  },\n"
                               "  \"rules\": {\n"
                               "    \"id\": \"fixture\",\n"
                               "    \"version\": \"1.2\",\n"
                               "    \"digest\": \"%s\",\n"
                               "    \"text\": [\n",
                               digest, crit_rules_get_digest (rules));
  if (!g_str_has_prefix (text, beginning))
    g_assert_cmpstr (text, ==, beginning);
  again = read_well (bytes, NULL);
  g_assert_cmpstr (crit_record_get_reference (again), ==, "A-17");
  g_assert_cmpstr (crit_record_get_completed_by (again), ==, "Dr A");
  g_assert_cmpint (crit_record_get_date (again).month, ==, 11);
  g_assert_cmpstr (crit_rules_get_digest (crit_record_get_rules (again)), ==,
                   crit_rules_get_digest (rules));
  g_assert_true (g_bytes_equal (crit_record_get_rules (again)->text, rules->text));
}

/* The rules come back byte for byte, whatever ends their lines and however long these are. */
static void
test_carried_text (void)
{
  static const char *const ends[] = { "", "\n", "\n\n", "\r\n", "\r", "\r\r\n\r", " " };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint form = 0; form < 3; form++)
      {
        g_autoptr (GString) whole = g_string_new (fixture_rules_text);
        g_autoptr (CritRules) rules = NULL;
        g_autoptr (CritRecord) record = NULL;
        g_autoptr (GBytes) text = NULL;
        g_autoptr (CritRecord) again = NULL;

        g_string_append (whole, ends[i]);
        if (form > 0)
          g_string_replace (whole, "\n", form == 1 ? " " : "\r\n", 0);
        rules = fixture_load (whole->str);
        record = fixture_record (rules, "{\"age\":41}");
        text = crit_record_write (record);
        again = read_well (text, NULL);
        g_assert_true (g_bytes_equal (crit_record_get_rules (again)->text, rules->text));
      }
}

/* One line of 300,000 bytes with a character of three bytes at every place where it might be cut. */
static void
test_carried_long_line (void)
{
  for (guint shift = 0; shift < 3; shift++)
    {
      const char *about = "\"For tests.\"";
      const char *at = strstr (fixture_rules_text, about);
      g_autoptr (GString) text = g_string_new_len (fixture_rules_text, at - fixture_rules_text);
      g_autoptr (CritRules) rules = NULL;
      g_autoptr (CritRecord) record = NULL;
      g_autoptr (GBytes) saved = NULL;
      g_autoptr (CritRecord) again = NULL;

      g_string_append (text, "\"For tests: €€€€\"");
      for (guint i = 0; i < 100000 + shift; i++)
        g_string_append (text, "   ");
      g_string_append (text, at + strlen (about));
      for (gsize i = 0; i < shift; i++)
        g_string_insert_c (text, 0, ' ');
      g_strdelimit (text->str, "\n", ' ');
      rules = fixture_load (text->str);
      record = fixture_record (rules, "{}");
      saved = crit_record_write (record);
      again = read_well (saved, NULL);
      g_assert_true (g_bytes_equal (crit_record_get_rules (again)->text, rules->text));
    }
}

typedef struct
{
  const char *text;
  const char *code;
  guint line;
  const char *pointer;
} Defect;

#define PLAIN(answers)                                                                             \
  "{\"reference\":\"A\",\"date\":\"2026-11-20\",\n\"answers\":{\n" answers "\n}}"
#define TRIAL(fields) PLAIN ("\"trials\":{\"entries\":[\n{},\n{" fields "}]}")

static const Defect defects[] = {
  { "", "empty", 1, NULL },
  { "[]", "not-a-record", 1, "" },
  { "41", "not-a-record", 1, "" },
  { "{\n\"format\":\"criteria-record/2\",\"future\":1}", "newer-format", 2, "/format" },
  { "{\n\"format\":\"criteria-record/10\"}", "newer-format", 2, "/format" },
  { "{\n\"format\":\"criteria-rules/1\",\"id\":\"x\"}", "not-a-record", 2, "/format" },
  { "{\n\"format\":1}", "wrong-type", 2, "/format" },
  { "{\"date\":\"2026-11-20\",\"answers\":{}}", "missing-key", 1, "" },
  { "{\"reference\":\"A\",\"answers\":{}}", "missing-key", 1, "" },
  { "{\"reference\":\"A\",\"date\":\"2026-11-20\"}", "missing-key", 1, "" },
  { "{\"reference\":17,\"date\":\"2026-11-20\",\"answers\":{}}", "wrong-type", 1, "/reference" },
  { "{\"reference\":null,\"date\":\"2026-11-20\",\"answers\":{}}", "wrong-type", 1, "/reference" },
  { "{\"reference\":\"A\\nB\",\"date\":\"2026-11-20\",\"answers\":{}}", "bad-text", 1,
    "/reference" },
  { "{\"reference\":\"A\",\n\"date\":\"2026-11\",\"answers\":{}}", "bad-date", 2, "/date" },
  { "{\"reference\":\"A\",\n\"date\":\"2026-02-30\",\"answers\":{}}", "bad-date", 2, "/date" },
  { "{\"reference\":\"A\",\n\"date\":20261120,\"answers\":{}}", "wrong-type", 2, "/date" },
  { "{\"reference\":\"A\",\"date\":\"2026-11-20\",\n\"answers\":[]}", "wrong-type", 2, "/answers" },
  { "{\"reference\":\"A\",\"date\":\"2026-11-20\",\"answers\":{},\n\"name\":\"B\"}", "unknown-key",
    2, "/name" },
  { "{\"reference\":\"A\",\"date\":\"2026-11-20\",\"answers\":{},\n\"completed-by\":true}",
    "wrong-type", 2, "/completed-by" },
  { PLAIN ("\"shoe-size\":41"), "unknown-question", 3, "/answers/shoe-size" },
  { PLAIN ("\"medicine\":\"sertraline\""), "unknown-question", 3, "/answers/medicine" },
  { PLAIN ("\"age\":null"), "wrong-type", 3, "/answers/age" },
  { PLAIN ("\"age\":\"41\""), "wrong-type", 3, "/answers/age" },
  { PLAIN ("\"age\":true"), "wrong-type", 3, "/answers/age" },
  { PLAIN ("\"age\":[41]"), "wrong-type", 3, "/answers/age" },
  { PLAIN ("\"age\":{}"), "wrong-type", 3, "/answers/age" },
  { PLAIN ("\"age\":{\"other\":\"old\"}"), "wrong-type", 3, "/answers/age" },
  { PLAIN ("\"age\":41.5"), "not-whole", 3, "/answers/age" },
  { PLAIN ("\"age\":-1"), "out-of-range", 3, "/answers/age" },
  { PLAIN ("\"age\":121"), "out-of-range", 3, "/answers/age" },
  { PLAIN ("\"weight\":0.99"), "out-of-range", 3, "/answers/weight" },
  { PLAIN ("\"weight\":500.01"), "out-of-range", 3, "/answers/weight" },
  { PLAIN ("\"psychosis\":\"yes\""), "wrong-type", 3, "/answers/psychosis" },
  { PLAIN ("\"psychosis\":0"), "wrong-type", 3, "/answers/psychosis" },
  { PLAIN ("\"psychosis\":{\"unknown\":\"dunno\"}"), "unknown-reason", 3,
    "/answers/psychosis/unknown" },
  { PLAIN ("\"psychosis\":{\"unknown\":true}"), "wrong-type", 3, "/answers/psychosis/unknown" },
  { PLAIN ("\"psychosis\":{\"unknown\":\"awaiting\",\n\"note\":\"x\"}"), "unknown-key", 4,
    "/answers/psychosis/note" },
  { PLAIN ("\"referrer\":\"nurse\""), "unknown-option", 3, "/answers/referrer" },
  { PLAIN ("\"referrer\":\"GP\""), "unknown-option", 3, "/answers/referrer" },
  { PLAIN ("\"referrer\":1"), "wrong-type", 3, "/answers/referrer" },
  { PLAIN ("\"referrer\":{\"other\":1}"), "wrong-type", 3, "/answers/referrer/other" },
  { PLAIN ("\"referrer\":{\"other\":\"  \"}"), "bad-text", 3, "/answers/referrer/other" },
  { PLAIN ("\"referrer\":{\"other\":\"a\\nb\"}"), "bad-text", 3, "/answers/referrer/other" },
  { PLAIN ("\"referrer\":{\"other\":\"a\",\"code\":\"b\"}"), "unknown-key", 3,
    "/answers/referrer/code" },
  { PLAIN ("\"last-event\":\"March 2019\""), "bad-date", 3, "/answers/last-event" },
  { PLAIN ("\"last-event\":\"2019-3\""), "bad-date", 3, "/answers/last-event" },
  { PLAIN ("\"last-event\":\"2019-02-29\""), "bad-date", 3, "/answers/last-event" },
  { PLAIN ("\"last-event\":\"\""), "bad-date", 3, "/answers/last-event" },
  { PLAIN ("\"last-event\":\"ongoing\""), "bad-date", 3, "/answers/last-event" },
  { PLAIN ("\"last-event\":2019"), "wrong-type", 3, "/answers/last-event" },
  { PLAIN ("\"last-event\":\"1989-12-31\""), "out-of-range", 3, "/answers/last-event" },
  { PLAIN ("\"last-event\":\"2031\""), "out-of-range", 3, "/answers/last-event" },
  { PLAIN ("\"words\":41"), "wrong-type", 3, "/answers/words" },
  { PLAIN ("\"words\":\"a\\tb\""), "bad-text", 3, "/answers/words" },
  { PLAIN ("\"trials\":[]"), "wrong-type", 3, "/answers/trials" },
  { PLAIN ("\"trials\":\"none\""), "wrong-type", 3, "/answers/trials" },
  { PLAIN ("\"trials\":{}"), "missing-key", 3, "/answers/trials" },
  { PLAIN ("\"trials\":{\"complete\":true}"), "missing-key", 3, "/answers/trials" },
  { PLAIN ("\"trials\":{\"entries\":{}}"), "wrong-type", 3, "/answers/trials/entries" },
  { PLAIN ("\"trials\":{\"entries\":[],\n\"complete\":\"yes\"}"), "wrong-type", 4,
    "/answers/trials/complete" },
  { PLAIN ("\"trials\":{\"entries\":[],\n\"all\":true}"), "unknown-key", 4, "/answers/trials/all" },
  { PLAIN ("\"trials\":{\"entries\":[],\n\"unknown\":\"awaiting\"}"), "unknown-key", 3,
    "/answers/trials/entries" },
  { PLAIN ("\"trials\":{\"entries\":[{},\n7]}"), "wrong-type", 4, "/answers/trials/entries/1" },
  { TRIAL ("\"age\":41"), "unknown-field", 5, "/answers/trials/entries/1/age" },
  { TRIAL ("\"medicine\":\"aspirin\""), "unknown-option", 5, "/answers/trials/entries/1/medicine" },
  { TRIAL ("\"outcome\":\"better\""), "unknown-option", 5, "/answers/trials/entries/1/outcome" },
  { TRIAL ("\"outcome\":{\"other\":\"x\"}"), "wrong-type", 5, "/answers/trials/entries/1/outcome" },
  { TRIAL ("\"dose\":\"5\""), "wrong-type", 5, "/answers/trials/entries/1/dose" },
  { TRIAL ("\"started\":{\"unknown\":\"\"}"), "unknown-reason", 5,
    "/answers/trials/entries/1/started/unknown" },
};

static void
test_defects (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (defects); i++)
    {
      g_autoptr (GBytes) text = bytes_of (defects[i].text);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritRecord) record = crit_record_read (text, rules, findings);
      const CritFinding *finding = NULL;

      g_test_message ("%s", defects[i].text);
      g_assert_null (record);
      g_assert_cmpuint (findings->len, ==, 1);
      finding = g_ptr_array_index (findings, 0);
      g_assert_cmpint (finding->severity, ==, CRIT_SEVERITY_ERROR);
      g_assert_cmpstr (finding->code, ==, defects[i].code);
      g_assert_cmpuint (finding->line, ==, defects[i].line);
      if (defects[i].pointer != NULL)
        g_assert_cmpstr (finding->pointer, ==, defects[i].pointer);
    }
}

/* All at once, in the order of the file. */
static void
test_several_defects (void)
{
  static const char *const codes[] = { "bad-date", "out-of-range", "wrong-type", "unknown-question",
                                       "unknown-key" };
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (GBytes) text = bytes_of ("{\"reference\":\"A\",\"date\":\"soon\",\"answers\":{\n"
                                      "\"age\":200,\n\"psychosis\":1,\n\"foo\":2},\n\"bar\":3}");
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_assert_null (crit_record_read (text, rules, findings));
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < findings->len; i++)
    {
      const CritFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpstr (finding->code, ==, codes[i]);
      g_assert_cmpuint (finding->line, ==, i + 1);
    }
}

/* A saved record with @from replaced by @to. */
static GBytes *
save_altered (const char *from, const char *to)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, "{\"age\":41}");
  g_autoptr (GBytes) bytes = crit_record_write (record);
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return bytes_of (text->str);
}

static const struct
{
  const char *from;
  const char *to;
  const char *code;
} carried_defects[] = {
  { "18 or over.", "16 or over.", "rules-digest" },
  { "    \"digest\": \"", "    \"digest\": \"0", "rules-digest" },
  { "\"id\": \"fixture\"", "\"id\": \"another\"", "rules-name" },
  { "\"version\": \"1.2\"", "\"version\": \"1.3\"", "rules-name" },
  { "\"version\": \"1.2\",", "", "missing-key" },
  { "    \"digest\"", "    \"sum\"", "unknown-key" },
  { "\"text\": [", "\"text\": [ 7,", "wrong-type" },
  { "\"text\": [", "\"text\": [ [ 7 ],", "wrong-type" },
  { "\"text\": [", "\"more\": 1, \"text\": [", "unknown-key" },
  { "\"age\": 41", "\"age\": 4100", "out-of-range" },
};

static void
test_carried_defects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (carried_defects); i++)
    {
      g_autoptr (GBytes) text = save_altered (carried_defects[i].from, carried_defects[i].to);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritRecord) record = crit_record_read (text, NULL, findings);
      gboolean found = FALSE;

      g_test_message ("%s", carried_defects[i].to);
      g_assert_null (record);
      for (guint j = 0; j < findings->len; j++)
        {
          const CritFinding *finding = g_ptr_array_index (findings, j);

          found = found || g_str_equal (finding->code, carried_defects[i].code);
          g_assert_cmpuint (finding->line, >, 0);
        }
      g_assert_true (found);
    }
}

/* Rules that are wrong, under their right digest, are told of where they stand in the record. */
static void
test_carried_faulty_rules (void)
{
  static const char faulty[] = "{ \\\"format\\\": \\\"criteria-rules/1\\\",";
  g_autofree char *sum = g_compute_checksum_for_string (
      G_CHECKSUM_SHA256, "{ \"format\": \"criteria-rules/1\",\n\"id\": }", -1);
  g_autofree char *text =
      g_strdup_printf ("{\"reference\":\"A\",\"date\":\"2026-11-20\",\"answers\":{},\n"
                       "\"rules\":{\"id\":\"x\",\"version\":\"1\",\"digest\":\"%s\",\"text\":[\n"
                       "\"%s\",\n\"\\\"id\\\": }\"]}}",
                       sum, faulty);
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  const CritFinding *finding = NULL;

  g_assert_null (crit_record_read (bytes, NULL, findings));
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpuint (finding->line, ==, 4);
  g_assert_cmpstr (finding->pointer, ==, "/rules/text/1");
  g_assert_true (g_str_has_prefix (finding->message, "Line 2 of the rules in this record: "));
}

static void
test_no_rules (void)
{
  g_autoptr (GBytes) text =
      bytes_of ("{\"reference\":\"A\",\"date\":\"2026-11-20\",\"answers\":{}}");
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_assert_null (crit_record_read (text, NULL, findings));
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((CritFinding *) g_ptr_array_index (findings, 0))->code, ==, "no-rules");
}

/* Reads a saved record under the fixture with @from replaced by @to. */
static CritRecord *
read_under_other (const char *from, const char *to, GPtrArray *findings)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, "{\"age\":41}");
  g_autoptr (GBytes) saved = crit_record_write (record);
  g_autoptr (GString) text = g_string_new (fixture_rules_text);
  g_autoptr (CritRules) other = NULL;

  g_string_replace (text, from, to, 1);
  other = fixture_load (text->str);
  return crit_record_read (saved, other, findings);
}

static void
test_other_rules (void)
{
  g_autoptr (GPtrArray) same = crit_findings_new ();
  g_autoptr (GPtrArray) newer = crit_findings_new ();
  g_autoptr (GPtrArray) another = crit_findings_new ();
  g_autoptr (CritRecord) under_same = read_under_other ("1.2", "1.2", same);
  g_autoptr (CritRecord) under_newer = read_under_other ("1.2", "1.3", newer);
  g_autoptr (CritRecord) under_another = read_under_other ("\"fixture\"", "\"another\"", another);

  g_assert_nonnull (under_same);
  g_assert_cmpuint (same->len, ==, 0);
  g_assert_nonnull (under_newer);
  g_assert_cmpstr (crit_record_get_rules (under_newer)->version, ==, "1.3");
  g_assert_cmpuint (newer->len, ==, 1);
  g_assert_false (crit_findings_have_errors (newer));
  g_assert_cmpstr (((CritFinding *) g_ptr_array_index (newer, 0))->code, ==, "other-version");
  g_assert_null (under_another);
  g_assert_cmpuint (another->len, ==, 1);
  g_assert_cmpstr (((CritFinding *) g_ptr_array_index (another, 0))->code, ==, "other-rules");
}

static void
test_node (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) good = bytes_of ("{\"age\":41}");
  g_autoptr (GBytes) bad = bytes_of ("{\"age\":true,\"foo\":1}");
  g_autoptr (CritJsonTree) good_tree = crit_json_tree_new (good, findings);
  g_autoptr (CritJsonTree) bad_tree = crit_json_tree_new (bad, findings);
  g_autoptr (CritRecord) record = crit_record_read_node (crit_json_tree_get_root (good_tree), rules,
                                                         FIXTURE_DATE, NULL, findings);
  g_autofree char *answers = fixture_dup_answers (record);

  g_assert_cmpstr (answers, ==, "{\"age\":41}");
  g_assert_cmpstr (crit_record_get_reference (record), ==, "");
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_null (crit_record_read_node (crit_json_tree_get_root (bad_tree), rules, FIXTURE_DATE,
                                        NULL, findings));
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpuint (((CritFinding *) g_ptr_array_index (findings, 0))->line, ==, 0);
  g_assert_null (crit_record_read_node (crit_json_tree_get_root (bad_tree), rules, FIXTURE_DATE,
                                        bad_tree, findings));
  g_assert_cmpuint (findings->len, ==, 4);
  g_assert_cmpuint (((CritFinding *) g_ptr_array_index (findings, 3))->line, ==, 1);
  g_assert_cmpuint (((CritFinding *) g_ptr_array_index (findings, 3))->column, ==, 13);
}

/* What crit_record_dup_answers_digest() promises to hash, written out. */
static void
test_digest (void)
{
  static const char text[] =
      "{\"reference\":\"A-17\",\"date\":\"2026-11-20\",\"answers\":{\"age\":41,"
      "\"psychosis\":false}}";
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, "{\"psychosis\":false,\"age\":41}");
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *digest = crit_record_dup_answers_digest (record);
  g_autofree char *other = NULL;

  g_assert_cmpstr (digest, ==, expected);
  crit_record_set_reference (record, "A-18");
  other = crit_record_dup_answers_digest (record);
  g_assert_cmpstr (other, !=, expected);
}

/* The same with a name and with notes. */
static void
test_digest_of_all (void)
{
  static const char text[] =
      "{\"reference\":\"A-17\",\"date\":\"2026-11-20\",\"completed-by\":\"Dr A\","
      "\"answers\":{\"age\":41},\"notes\":{\"/age\":\"a\",\"/weight\":\"b\"}}";
  static const char file[] =
      "{\"notes\":{\"/weight\":\"b\",\"/age\":\"a\"},\"completed-by\":\"Dr A\","
      "\"answers\":{\"age\":41.0},\"date\":\"2026-11-20\",\"reference\":\"A-17\"}";
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (GBytes) bytes = bytes_of (file);
  g_autoptr (CritRecord) record = read_well (bytes, rules);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *digest = crit_record_dup_answers_digest (record);

  g_assert_cmpstr (digest, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-file/round-trip", test_round_trip);
  g_test_add_func ("/record-file/saved-form", test_saved_form);
  g_test_add_func ("/record-file/carried-text", test_carried_text);
  g_test_add_func ("/record-file/carried-long-line", test_carried_long_line);
  g_test_add_func ("/record-file/defects", test_defects);
  g_test_add_func ("/record-file/several-defects", test_several_defects);
  g_test_add_func ("/record-file/carried-defects", test_carried_defects);
  g_test_add_func ("/record-file/carried-faulty-rules", test_carried_faulty_rules);
  g_test_add_func ("/record-file/no-rules", test_no_rules);
  g_test_add_func ("/record-file/other-rules", test_other_rules);
  g_test_add_func ("/record-file/node", test_node);
  g_test_add_func ("/record-file/digest", test_digest);
  g_test_add_func ("/record-file/digest-of-all", test_digest_of_all);
  return g_test_run ();
}
