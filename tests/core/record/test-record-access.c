/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "record/crit-history.h"

/* A saved record under the fixture, with @rules_from replaced by @rules_to in its rules, under their right digest, and
 * @from by @to in the whole text. */
static GBytes *
make_saved (const char *rules_from, const char *rules_to, const char *from, const char *to)
{
  g_autoptr (GString) rules_text = g_string_new (fixture_rules_text);
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, "{\"age\":41,\"words\":\"w\"}");
  g_autoptr (GBytes) bytes = crit_record_write (record);
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autofree char *digest = NULL;

  if (rules_from != NULL)
    {
      g_autofree char *quoted_from = g_strescape (rules_from, NULL);
      g_autofree char *quoted_to = g_strescape (rules_to, NULL);

      g_assert_cmpuint (g_string_replace (rules_text, rules_from, rules_to, 1), ==, 1);
      g_assert_cmpuint (g_string_replace (text, quoted_from, quoted_to, 1), ==, 1);
    }
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, rules_text->str, -1);
  g_string_replace (text, crit_rules_get_digest (rules), digest, 1);
  if (from != NULL)
    g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return g_bytes_new (text->str, text->len);
}

/**
 * @strict: whether it can be read strictly
 * @code: (nullable): of a warning that it is opened with
 * @n_criteria: how many criteria are left
 * @age: whether the age can still be read
 */
static const struct
{
  const char *rules_from;
  const char *rules_to;
  const char *from;
  const char *to;
  gboolean strict;
  CritRecordAccess access;
  const char *code;
  guint n_criteria;
  gboolean age;
} openings[] = {
  { NULL, NULL, NULL, NULL, TRUE, CRIT_RECORD_WHOLE, NULL, 1, TRUE },
  /* Rules in which a later program finds faults. */
  { "\"cases\": []", "\"cases\": [7]", NULL, NULL, TRUE, CRIT_RECORD_WHOLE, "wrong-type", 1, TRUE },
  { "\"cases\": []",
    "\"cases\": [{\"name\":\"a\",\"date\":\"2026-01-01\",\"answers\":{},"
    "\"expect\":{\"gone\":\"met\"}}]",
    NULL, NULL, TRUE, CRIT_RECORD_WHOLE, "unknown-criterion", 1, TRUE },
  { "\"2030-01-01\"", "\"2020-01-01\"", NULL, NULL, TRUE, CRIT_RECORD_WHOLE, "bad-order", 1, TRUE },
  { "\"at-least\": 18", "\"at-last\": 18", NULL, NULL, FALSE, CRIT_RECORD_READ_ONLY, "unknown-key",
    0, TRUE },
  { "\"source\": \"s0\"", "\"source\": \"s1\"", NULL, NULL, FALSE, CRIT_RECORD_READ_ONLY,
    "unknown-source", 0, TRUE },
  { "\"about\":", "\"aim\":", NULL, NULL, FALSE, CRIT_RECORD_READ_ONLY, "unknown-key", 0, TRUE },
  /* Files that were changed by something else. */
  { NULL, NULL, "18 or over", "16 or over", FALSE, CRIT_RECORD_SUSPECT, "rules-digest", 1, TRUE },
  { NULL, NULL, "\"id\": \"fixture\"", "\"id\": \"other\"", FALSE, CRIT_RECORD_SUSPECT,
    "rules-name", 1, TRUE },
  { NULL, NULL, "\"age\": 41", "\"age\": 42", TRUE, CRIT_RECORD_SUSPECT, "answers-digest", 1,
    TRUE },
  { NULL, NULL, "A-17", "A-18", TRUE, CRIT_RECORD_SUSPECT, "answers-digest", 1, TRUE },
  /* Answers that cannot be read. */
  { NULL, NULL, "\"age\": 41", "\"age\": 4100", FALSE, CRIT_RECORD_READ_ONLY, "out-of-range", 1,
    FALSE },
  { NULL, NULL, "\"age\": 41", "\"gone\": 41", FALSE, CRIT_RECORD_READ_ONLY, "unknown-question", 1,
    FALSE },
  { NULL, NULL, "\"words\": \"w\"", "\"words\": [\"w\"]", FALSE, CRIT_RECORD_READ_ONLY,
    "wrong-type", 1, TRUE },
  /* What a newer version has made. */
  { NULL, NULL, "criteria-record/1", "criteria-record/2", FALSE, CRIT_RECORD_READ_ONLY,
    "newer-format", 1, TRUE },
  { NULL, NULL, "\"format\": \"criteria-record/1\"",
    "\"format\": \"criteria-record/2\", \"new\": 1", FALSE, CRIT_RECORD_READ_ONLY, "newer-format",
    1, TRUE },
};

static gboolean
has_code (GPtrArray *findings, const char *code)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((CritFinding *) findings->pdata[i])->code, code))
      return TRUE;
  return FALSE;
}

static void
test_openings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GBytes) text = make_saved (openings[i].rules_from, openings[i].rules_to,
                                            openings[i].from, openings[i].to);
      g_autoptr (GPtrArray) strict_findings = crit_findings_new ();
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritRecord) strict = crit_record_read (text, NULL, strict_findings);
      g_autoptr (CritRecord) record = crit_record_open (text, findings);
      CritPlace age = { 0 };

      g_test_message ("%s", openings[i].to != NULL ? openings[i].to : openings[i].rules_to);
      g_assert_true ((strict != NULL) == openings[i].strict);
      g_assert_nonnull (record);
      g_assert_false (crit_findings_have_errors (findings));
      g_assert_cmpint (crit_record_get_access (record), ==, openings[i].access);
      if (openings[i].code != NULL)
        g_assert_true (has_code (findings, openings[i].code));
      else
        g_assert_cmpuint (findings->len, ==, 0);
      g_assert_cmpuint (crit_record_get_rules (record)->criteria->len, ==, openings[i].n_criteria);
      age = fixture_place (crit_record_get_rules (record), "/age");
      g_assert_true ((crit_record_get_answer (record, &age)->kind == CRIT_ANSWER_NUMBER)
                     == openings[i].age);
    }
}

/* Where not even the questions can be shown, that is an error. */
static const struct
{
  const char *rules_from;
  const char *rules_to;
  const char *from;
  const char *to;
  const char *code;
} refusals[] = {
  { "\"type\": \"integer\"", "\"type\": \"number\"", NULL, NULL, "unknown-word" },
  { "criteria-rules/1", "criteria-rules/2", NULL, NULL, "unknown-format" },
  { NULL, NULL, "criteria-record/1", "another/1", "not-a-record" },
  { NULL, NULL, "\"date\": \"2026-11-20\"", "\"date\": \"2026\"", "bad-date" },
  { NULL, NULL, "\"rules\": {", "\"rule\": {", "no-rules" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GBytes) text = make_saved (refusals[i].rules_from, refusals[i].rules_to,
                                            refusals[i].from, refusals[i].to);
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_assert_null (crit_record_open (text, findings));
      g_assert_true (crit_findings_have_errors (findings));
      g_test_message ("%s", ((CritFinding *) findings->pdata[0])->code);
      g_assert_true (has_code (findings, refusals[i].code));
    }
}

/* What is only shown is not changed, whoever tries. */
static void
test_read_only (void)
{
  g_autoptr (GBytes) text = make_saved (NULL, NULL, "criteria-record/1", "criteria-record/2");
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = crit_record_open (text, findings);
  g_autoptr (CritHistory) history = crit_history_new (record);
  CritPlace age = fixture_place (crit_record_get_rules (record), "/age");

  crit_history_set_answer (history, &age, &(CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = 1 });
  crit_history_set_note (history, &age, "a");
  crit_history_set_reference (history, "B");
  g_assert_cmpfloat (crit_record_get_answer (record, &age)->number, ==, 41);
  g_assert_null (crit_record_get_note (record, &age));
  g_assert_cmpstr (crit_record_get_reference (record), ==, "A-17");
  g_assert_false (crit_history_is_modified (history));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-access/openings", test_openings);
  g_test_add_func ("/record-access/refusals", test_refusals);
  g_test_add_func ("/record-access/read-only", test_read_only);
  return g_test_run ();
}
