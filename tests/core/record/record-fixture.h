/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-writer.h"
#include "record/crit-answer-writer.h"
#include "record/crit-record-file.h"

#include <string.h>

/* A rules file with a question of every type, and both kinds of list. */
static const char fixture_rules_text[] =
    "{ \"format\": \"criteria-rules/1\", \"id\": \"fixture\", \"version\": \"1.2\",\n"
    "  \"title\": \"Fixture\", \"language\": \"en-GB\", \"status\": \"active\",\n"
    "  \"effective-from\": \"2026-01-01\", \"review-by\": \"2030-01-01\",\n"
    "  \"about\": \"For tests.\",\n"
    "  \"sources\": [ { \"id\": \"s0\", \"title\": \"A source\", \"publisher\": \"A publisher\",\n"
    "    \"published\": \"2024-03-20\", \"retrieved\": \"2026-11-20\",\n"
    "    \"url\": \"https://example.org/\" } ],\n"
    "  \"option-sets\": { \"antidepressants\": [\n"
    "    { \"code\": \"sertraline\", \"text\": \"Sertraline\", \"class\": \"SSRI\" },\n"
    "    { \"code\": \"venlafaxine\", \"text\": \"Venlafaxine\", \"class\": \"SNRI\" } ] },\n"
    "  \"sections\": [ { \"id\": \"all\", \"title\": \"All\", \"questions\": [\n"
    "    { \"id\": \"age\", \"type\": \"integer\", \"text\": \"How old?\", \"label\": \"Age\",\n"
    "      \"unit\": \"years\", \"minimum\": 0, \"maximum\": 120, \"plausible\": [16, 100] },\n"
    "    { \"id\": \"weight\", \"type\": \"decimal\", \"text\": \"Weight\", \"unit\": \"kg\",\n"
    "      \"minimum\": 1, \"maximum\": 500, \"plausible\": [10, 300] },\n"
    "    { \"id\": \"score\", \"type\": \"decimal\", \"text\": \"Score\" },\n"
    "    { \"id\": \"count\", \"type\": \"integer\", \"text\": \"Count\", \"minimum\": 1 },\n"
    "    { \"id\": \"psychosis\", \"type\": \"boolean\", \"text\": \"Psychosis\" },\n"
    "    { \"id\": \"referrer\", \"type\": \"choice\", \"text\": \"Referred by\", \"other\": "
    "true,\n"
    "      \"options\": [ { \"code\": \"gp\", \"text\": \"A GP\" },\n"
    "        { \"code\": \"team\", \"text\": \"A mental health team\" } ] },\n"
    "    { \"id\": \"last-event\", \"type\": \"date\", \"text\": \"Last event\",\n"
    "      \"minimum\": \"1990-01-01\", \"maximum\": \"2030-12-31\" },\n"
    "    { \"id\": \"until\", \"type\": \"date\", \"text\": \"Until when?\", \"ongoing\": true },\n"
    "    { \"id\": \"words\", \"type\": \"string\", \"text\": \"In a few words\" },\n"
    "    { \"id\": \"story\", \"type\": \"text\", \"text\": \"In full\" },\n"
    "    { \"id\": \"trials\", \"type\": \"list\", \"label\": \"Antidepressants\",\n"
    "      \"text\": \"Which antidepressants have been tried?\", \"item\": \"antidepressant\",\n"
    "      \"questions\": [\n"
    "        { \"id\": \"medicine\", \"type\": \"choice\", \"text\": \"Medicine\",\n"
    "          \"options\": \"antidepressants\", \"other\": true },\n"
    "        { \"id\": \"started\", \"type\": \"date\", \"text\": \"Started\" },\n"
    "        { \"id\": \"dose\", \"type\": \"decimal\", \"text\": \"Dose\", \"unit\": \"mg\" },\n"
    "        { \"id\": \"outcome\", \"type\": \"choice\", \"text\": \"What happened?\",\n"
    "          \"options\": [ { \"code\": \"no-response\", \"text\": \"It did not work\" } ] } ] "
    "},\n"
    "    { \"id\": \"events\", \"type\": \"list\", \"text\": \"Which events were there?\",\n"
    "      \"questions\": [ { \"id\": \"event\", \"type\": \"string\", \"text\": \"Event\" } ] }\n"
    "  ] } ],\n"
    "  \"criteria\": [ { \"id\": \"adult\", \"kind\": \"requirement\", \"text\": \"18 or over.\",\n"
    "    \"when\": { \"answer\": \"age\", \"at-least\": 18 },\n"
    "    \"sources\": [ { \"source\": \"s0\", \"place\": \"Page 1\",\n"
    "      \"certainty\": \"verified\" } ] } ],\n"
    "  \"cases\": [] }\n";

#define FIXTURE_DATE ((CritDate){ .year = 2026, .month = 11, .day = 20 })

static inline CritRules *
fixture_load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = crit_rules_load (bytes, findings);

  for (guint i = 0; rules == NULL && i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (g_ptr_array_index (findings, i), "fixture");

      g_test_message ("%s", line);
    }
  g_assert_nonnull (rules);
  return rules;
}

static inline CritRules *
fixture_rules (void)
{
  return fixture_load (fixture_rules_text);
}

/* A record with @answers, JSON, which have to be right. */
static inline CritRecord *
fixture_record (CritRules *rules, const char *answers)
{
  g_autofree char *text =
      g_strdup_printf ("{\"reference\":\"A-17\",\"date\":\"2026-11-20\",\"answers\":%s}", answers);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRecord *record = crit_record_read (bytes, rules, findings);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (g_ptr_array_index (findings, i), answers);

      g_test_message ("%s", line);
    }
  g_assert_nonnull (record);
  g_assert_cmpuint (findings->len, ==, 0);
  return record;
}

static inline char *
fixture_dup_answers (CritRecord *record)
{
  g_autoptr (JsonNode) node =
      crit_answers_to_node (crit_record_get_rules (record), crit_record_get_answers (record));

  return crit_json_write (node, CRIT_JSON_COMPACT);
}

/* The place that a JSON Pointer names, such as "/trials/entries/1/outcome". */
static inline CritPlace
fixture_place (CritRules *rules, const char *pointer)
{
  g_auto (GStrv) steps = g_strsplit (pointer, "/", -1);
  const CritQuestion *question = crit_rules_find_question (rules, steps[1]);
  const CritQuestion *field = NULL;

  g_assert_nonnull (question);
  if (steps[2] == NULL)
    return crit_place_of_question (question);
  if (g_str_equal (steps[2], "complete"))
    return crit_place_of_complete (question);
  if (steps[4] != NULL)
    {
      field = crit_question_find_field (question, steps[4]);
      g_assert_nonnull (field);
    }
  return crit_place_of_field (question, (guint) g_ascii_strtoull (steps[3], NULL, 10), field);
}
