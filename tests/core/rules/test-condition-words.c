/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-condition-words.h"

#include "rules/crit-rules.h"

static const char rules_text[] =
    "{ \"format\": \"criteria-rules/1\", \"id\": \"small\", \"version\": \"1\", \"title\": "
    "\"Small\",\n"
    "  \"language\": \"en-GB\", \"status\": \"draft\", \"effective-from\": \"2026-01-01\",\n"
    "  \"sources\": [], \"sections\": [ { \"id\": \"all\", \"title\": \"All\", \"questions\": [\n"
    "    { \"id\": \"age\", \"type\": \"integer\", \"text\": \"How old?\", \"label\": \"Age\" },\n"
    "    { \"id\": \"well\", \"type\": \"boolean\", \"text\": \"Well?\" } ] } ],\n"
    "  \"criteria\": [ { \"id\": \"c\", \"kind\": \"requirement\", \"text\": \"C.\", \"when\": %s "
    "} "
    "] }\n";

#define ADULT "{ \"answer\": \"age\", \"at-least\": 18 }"
#define WELL "{ \"answer\": \"well\", \"is\": true }"

static char *
dup_words (const char *when)
{
  g_autoptr (GString) text = g_string_new (rules_text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = NULL;

  g_string_replace (text, "%s", when, 1);
  bytes = g_bytes_new (text->str, text->len);
  rules = crit_rules_load (bytes, findings);
  g_assert_nonnull (rules);
  return crit_condition_dup_words (crit_rules_find_criterion (rules, "c")->when);
}

/* What is tested is said however deep it is; groups are gone into so far only. */
static void
test_depth (void)
{
  static const struct
  {
    const char *when;
    const char *words;
  } rows[] = {
    { ADULT, "Age: 18 or over" },
    { "{ \"not\": " ADULT " }", "not so: Age: 18 or over" },
    { "{ \"all\": [ { \"any\": [ { \"not\": " ADULT " }, " WELL " ] }, " WELL " ] }",
      "all of these: any of these: not so: Age: 18 or over; Well? Yes; Well? Yes" },
    { "{ \"not\": { \"not\": { \"not\": { \"not\": " ADULT " } } } }",
      "not so: not so: not so: …" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dup_words (rows[i].when);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition-words/depth", test_depth);
  return g_test_run ();
}
