/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-summary-compare.h"

#include "record/crit-record-file.h"

#include <string.h>

#define RULES(id, version, bound, type)                                                            \
  "{\"format\": \"criteria-rules/1\", \"id\": \"" id "\", \"version\": \"" version "\","           \
  " \"title\": \"Small\", \"status\": \"active\", \"review-by\": \"2027-11-19\","                  \
  " \"sections\": [{\"id\": \"one\", \"title\": \"One\", \"questions\":"                           \
  " [{\"id\": \"age\", \"type\": \"integer\", \"text\": \"Age\"},"                                 \
  " {\"id\": \"well\", \"type\": \"" type "\", \"text\": \"Well?\"}]}],"                           \
  " \"criteria\": [{\"id\": \"adult\", \"kind\": \"requirement\", \"text\": \"Adult.\","           \
  " \"when\": {\"answer\": \"age\", \"at-least\": " bound "}},"                                    \
  " {\"id\": \"child\", \"kind\": \"caution\", \"text\": \"Child.\","                              \
  " \"when\": {\"answer\": \"age\", \"less-than\": 12}}], \"cases\": []}"

static const char former_text[] = RULES ("small", "1", "18", "boolean");
static const char newer_text[] = RULES ("small", "2", "21", "integer");
static const char other_text[] = RULES ("other", "2", "18", "boolean");
static const char record_text[] = "{\"reference\": \"A-17\", \"date\": \"2026-11-20\", "
                                  "\"answers\": {\"age\": 20, \"well\": true}}";

static CritRules *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = crit_rules_load (bytes, findings);

  g_assert_nonnull (rules);
  return rules;
}

static char *
dup_text (const char *newer_rules, CritDate date)
{
  g_autoptr (CritRules) former = load (former_text);
  g_autoptr (CritRules) newer = load (newer_rules);
  g_autoptr (GBytes) bytes = g_bytes_new_static (record_text, strlen (record_text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = crit_record_read (bytes, former, findings);
  g_autoptr (CritComparison) comparison = crit_compare (record, newer, date);
  g_autoptr (CritSummary) summary = crit_summary_new_for_comparison (comparison, 0);

  return crit_summary_to_text (summary, 200);
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in: %s", words, text);
  g_assert_nonnull (strstr (text, words));
}

static void
test_document (void)
{
  static const char *const words[] = {
    "Comparison of criteria\nA-17 · 20 November 2026\n",
    "For information only. This is not a clinical decision. It holds one record",
    "These rules have no cases that test them.",
    "Reference: A-17\nRecord date: 20 November 2026\nFilled in under: Small · small 1 · ",
    "Compared with: Small · small 2 · ",
    "1 criterion differs. The status of 1 criterion is the same.",
    "What differs, and why",
    "Before: Recorded as met. Now: Recorded as not met\n    Adult.\n    The rule changed: of "
    "“Age”, "
    "“18 or over” became “21 or over”.\n    Age: 20; 21 or over needed.\n",
    "Recorded for “Well?”: Yes. The other version of the rules asks for another kind of answer.",
    "\nFor information only. This is not a clinical decision.\nSmall · small 1 · review by 19 "
    "November 2027\nSmall · small 2 · review by 19 November 2027\n",
  };
  g_autofree char *text = dup_text (newer_text, (CritDate){ 2026, 11, 20 });

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_says (text, words[i]);
  g_assert_null (strstr (text, "Looked at again"));
}

static void
test_nothing_differs (void)
{
  g_autofree char *text = dup_text (former_text, (CritDate){ 2026, 11, 20 });

  assert_says (text, "Both are the same rules file.");
  assert_says (text, "0 criteria differ. The status of 2 criteria is the same.");
  g_assert_null (strstr (text, "What differs"));
  g_assert_null (strstr (text, "no place"));
}

static void
test_other_criteria (void)
{
  g_autofree char *text = dup_text (other_text, (CritDate){ 2027, 1, 2 });

  assert_says (text, "These are two different sets of criteria, not two versions of one.");
  assert_says (text, "Record date: 20 November 2026\nLooked at again on: 2 January 2027\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-compare/document", test_document);
  g_test_add_func ("/summary-compare/nothing-differs", test_nothing_differs);
  g_test_add_func ("/summary-compare/other-criteria", test_other_criteria);
  return g_test_run ();
}
