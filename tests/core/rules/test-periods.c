/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-periods.h"

static const char rules_text[] =
    "{ \"format\": \"criteria-rules/1\", \"id\": \"small\", \"version\": \"1\", \"title\": "
    "\"Small\",\n"
    "  \"language\": \"en-GB\", \"status\": \"draft\", \"effective-from\": \"2026-01-01\",\n"
    "  \"sources\": [], \"sections\": [ { \"id\": \"all\", \"title\": \"All\", \"questions\": [\n"
    "    { \"id\": \"began\", \"type\": \"date\", \"text\": \"Began\" },\n"
    "    { \"id\": \"ended\", \"type\": \"date\", \"text\": \"Ended\" },\n"
    "    { \"id\": \"seen\", \"type\": \"date\", \"text\": \"Seen\" },\n"
    "    { \"id\": \"trials\", \"type\": \"list\", \"text\": \"Trials\", \"questions\": [\n"
    "      { \"id\": \"from\", \"type\": \"date\", \"text\": \"From\" },\n"
    "      { \"id\": \"to\", \"type\": \"date\", \"text\": \"To\" } ] } ] } ],\n"
    "  \"criteria\": [\n"
    "    { \"id\": \"long\", \"kind\": \"requirement\", \"text\": \"Long.\", \"when\": { \"all\": "
    "[\n"
    "      { \"not\": { \"duration\": [\"began\", \"ended\"], \"less-than\": \"1 year\" } } ] } "
    "},\n"
    "    { \"id\": \"tried\", \"kind\": \"requirement\", \"text\": \"Tried.\",\n"
    "      \"when\": { \"answer\": \"seen\", \"within\": \"1 year\" },\n"
    "      \"applies-when\": { \"count\": \"trials\", \"at-least\": 1,\n"
    "        \"where\": { \"duration\": [\"from\", \"to\"], \"at-least\": \"6 weeks\" } } } ] }\n";

/* Wherever in a criterion two dates are held against each other, the later one knows the earlier one. */
static void
test_find_start (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static (rules_text, sizeof rules_text - 1);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = crit_rules_load (text, findings);
  const CritQuestion *trials = NULL;

  g_assert_nonnull (rules);
  trials = crit_rules_find_question (rules, "trials");
  g_assert_true (crit_rules_find_start (rules, crit_rules_find_question (rules, "ended"))
                 == crit_rules_find_question (rules, "began"));
  g_assert_true (crit_rules_find_start (rules, crit_question_find_field (trials, "to"))
                 == crit_question_find_field (trials, "from"));
  g_assert_null (crit_rules_find_start (rules, crit_rules_find_question (rules, "began")));
  g_assert_null (crit_rules_find_start (rules, crit_rules_find_question (rules, "seen")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/periods/find-start", test_find_start);
  return g_test_run ();
}
