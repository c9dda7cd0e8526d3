/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-rules.h"

#include "json/crit-finding.h"

#include <math.h>
#include <string.h>

static CritRules *
load_example (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "rules", "example.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  rules = crit_rules_load (bytes, findings);
  g_assert_nonnull (rules);
  g_assert_true (rules->text == bytes);
  return rules;
}

static const CritCondition *
get_when (CritRules *rules, const char *id)
{
  const CritCriterion *criterion = crit_rules_find_criterion (rules, id);

  g_assert_nonnull (criterion);
  return criterion->when;
}

static const CritCondition *
get_part (const CritCondition *condition, guint index)
{
  return condition->parts[index];
}

static void
assert_date (CritDate date, const char *iso)
{
  g_autofree char *text = crit_date_to_iso (date);

  g_assert_cmpstr (text, ==, iso);
}

static void
test_head (void)
{
  g_autoptr (CritRules) rules = load_example ();
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, rules->text);
  g_autofree char *short_digest = crit_rules_dup_short_digest (rules);

  g_assert_cmpstr (rules->id, ==, "example");
  g_assert_cmpstr (rules->version, ==, "2026.11.1");
  g_assert_cmpstr (rules->title, ==, "An example that uses every key");
  g_assert_cmpstr (rules->language, ==, "en-GB");
  g_assert_cmpstr (rules->about, ==, "Made up for tests.\nIt says nothing about any medicine.");
  g_assert_cmpstr (rules->urgent.title, ==, "Help now");
  g_assert_cmpstr (rules->urgent.text, ==, "Ring the bell.\nSomebody comes.");
  g_assert_cmpint (rules->status, ==, CRIT_RULES_ACTIVE);
  assert_date (rules->effective_from, "2026-11-01");
  assert_date (rules->review_by, "2027-05-01");
  g_assert_cmpstr (crit_rules_get_digest (rules), ==, digest);
  g_assert_cmpuint (strlen (short_digest), ==, 12);
  g_assert_true (g_str_has_prefix (digest, short_digest));
}

static void
test_sources (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritSource *guide = g_ptr_array_index (rules->sources, 0);
  const CritSource *paper = g_ptr_array_index (rules->sources, 1);
  const CritCriterion *adult = crit_rules_find_criterion (rules, "adult");
  const CritCitation *first = &adult->citations[0];
  const CritCitation *second = &adult->citations[1];

  g_assert_cmpstr (guide->publisher, ==, "A publisher");
  g_assert_cmpstr (guide->origin, ==, "Guidance");
  g_assert_cmpstr (guide->url, ==, "https://example.org/guide");
  assert_date (guide->published, "2024-03");
  assert_date (guide->retrieved, "2026-11-20");
  g_assert_cmpuint (guide->number, ==, 1);
  g_assert_cmpuint (paper->number, ==, 2);
  g_assert_null (paper->publisher);
  g_assert_null (paper->origin);
  g_assert_null (paper->url);
  g_assert_true (first->source == guide && second->source == paper);
  g_assert_cmpstr (first->place, ==, "Patient selection");
  g_assert_null (second->place);
  g_assert_cmpint (first->certainty, ==, CRIT_CERTAINTY_VERIFIED);
  g_assert_cmpint (second->certainty, ==, CRIT_CERTAINTY_SECONDARY);
}

static void
test_options (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritQuestion *trials = crit_rules_find_question (rules, "trials");
  const CritOptionSet *set = crit_question_find_field (trials, "medicine")->options;
  const CritOptionSet *referrers = crit_rules_find_question (rules, "referred-by")->options;

  g_assert_cmpstr (set->id, ==, "antidepressants");
  g_assert_cmpuint (set->options->len, ==, 4);
  g_assert_cmpuint (set->attributes->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (set->attributes, 0), ==, "class");
  g_assert_cmpstr (g_ptr_array_index (set->attributes, 1), ==, "since");
  g_assert_cmpint (crit_option_set_find (set, "venlafaxine"), ==, 2);
  g_assert_cmpint (crit_option_set_find (set, "Venlafaxine"), ==, -1);
  g_assert_cmpstr (crit_option_set_get (set, 0)->attributes[1], ==, "1990");
  g_assert_cmpstr (crit_option_set_get (set, 2)->attributes[0], ==, "SNRI");
  g_assert_null (crit_option_set_get (set, 2)->attributes[1]);
  g_assert_null (crit_option_set_get (set, 3)->attributes[0]);
  g_assert_null (referrers->id);
  g_assert_cmpuint (rules->option_sets->len, ==, 2);
}

static void
test_questions (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritQuestion *age = crit_rules_find_question (rules, "age");
  const CritQuestion *weight = crit_rules_find_question (rules, "weight");
  const CritQuestion *start = crit_rules_find_question (rules, "episode-start");
  const CritQuestion *end = crit_rules_find_question (rules, "episode-end");
  const CritQuestion *depressed = crit_rules_find_question (rules, "depressed");

  g_assert_cmpuint (rules->questions->len, ==, 10);
  g_assert_cmpuint (age->slot, ==, 0);
  g_assert_cmpfloat (age->minimum, ==, 0);
  g_assert_cmpfloat (age->maximum, ==, 130);
  g_assert_cmpfloat (age->plausible_minimum, ==, 16);
  g_assert_cmpfloat (age->plausible_maximum, ==, 100);
  g_assert_cmpstr (age->unit, ==, "years");
  g_assert_cmpstr (age->help, ==, "In whole years.");
  g_assert_cmpfloat (weight->minimum, ==, 0.5);
  g_assert_true (isinf (weight->plausible_maximum));
  g_assert_cmpfloat (start->minimum, ==, crit_date_get_first_day ((CritDate){ 1950, 1, 1 }));
  g_assert_cmpfloat (start->maximum, ==, crit_date_get_first_day ((CritDate){ 2050, 12, 31 }));
  g_assert_cmpint (start->shown_when->kind, ==, CRIT_CONDITION_TRUTH);
  g_assert_true (start->shown_when->question == depressed);
  g_assert_true (isinf (end->minimum) && end->ongoing && !start->ongoing);
  g_assert_cmpstr (crit_question_get_label (depressed), ==, "Depressed now");
  g_assert_cmpstr (crit_question_get_label (age), ==, "Age");
  g_assert_true (crit_rules_find_question (rules, "referred-by")->other);
  g_assert_null (crit_rules_find_question (rules, "medicine"));
}

static void
test_for_the_record (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritQuestion *age = crit_rules_find_question (rules, "age");
  const CritQuestion *remarks = crit_rules_find_question (rules, "remarks");
  g_autofree char *help = crit_question_dup_help (age);
  g_autofree char *remark = crit_question_dup_help (remarks);
  CritQuestion both = *remarks;
  g_autofree char *two = NULL;

  both.help = age->help;
  two = crit_question_dup_help (&both);
  g_assert_true (remarks->for_the_record && !age->for_the_record);
  g_assert_null (crit_question_get_remark (age));
  g_assert_cmpstr (help, ==, "In whole years.");
  g_assert_cmpstr (remark, ==, "For the record: no criterion uses this answer.");
  g_assert_cmpstr (two, ==, "In whole years.\nFor the record: no criterion uses this answer.");
}

static void
test_list (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritQuestion *trials = crit_rules_find_question (rules, "trials");
  const CritQuestion *dose = crit_question_find_field (trials, "dose");
  const CritSection *medicines = g_ptr_array_index (rules->sections, 1);

  g_assert_cmpint (trials->type, ==, CRIT_QUESTION_LIST);
  g_assert_cmpstr (trials->item, ==, "antidepressant");
  g_assert_cmpuint (trials->fields->len, ==, 6);
  g_assert_true (trials->section == medicines);
  g_assert_cmpuint (medicines->questions->len, ==, 2);
  g_assert_cmpuint (medicines->index, ==, 1);
  g_assert_cmpint (medicines->shown_when->kind, ==, CRIT_CONDITION_NOT);
  g_assert_cmpuint (dose->slot, ==, 4);
  g_assert_true (dose->list == trials && dose->section == medicines);
  g_assert_true (dose->shown_when->question == crit_question_find_field (trials, "worked"));
  g_assert_null (crit_question_find_field (trials, "age"));
}

static void
test_bounds (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritCondition *age = get_when (rules, "adult");
  const CritCondition *long_episode = get_when (rules, "long-episode");
  const CritCondition *reviewed = get_when (rules, "reviewed");
  g_autofree char *words = crit_condition_dup_bounds_text (age);

  g_assert_cmpint (age->kind, ==, CRIT_CONDITION_NUMBER);
  g_assert_cmpstr (words, ==, "from 18 years to 65 years");
  g_assert_cmpint (long_episode->kind, ==, CRIT_CONDITION_DURATION);
  g_assert_cmpstr (long_episode->question->id, ==, "episode-start");
  g_assert_cmpstr (long_episode->until->id, ==, "episode-end");
  g_assert_true (long_episode->lower.present && long_episode->lower.inclusive);
  g_assert_cmpuint (long_episode->lower.period.count, ==, 3);
  g_assert_cmpint (long_episode->lower.period.unit, ==, CRIT_UNIT_MONTHS);
  g_assert_false (long_episode->upper.present);
  g_assert_cmpint (get_part (reviewed, 0)->kind, ==, CRIT_CONDITION_WITHIN);
  g_assert_cmpint (get_part (reviewed, 0)->period.unit, ==, CRIT_UNIT_YEARS);
  g_assert_cmpint (get_part (reviewed, 1)->kind, ==, CRIT_CONDITION_DATE);
  g_assert_false (get_part (reviewed, 1)->lower.inclusive);
  g_assert_cmpint (get_part (get_part (reviewed, 2), 0)->kind, ==, CRIT_CONDITION_LONGER_AGO);
}

static void
test_accepted (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritCondition *referred = get_when (rules, "referred");
  const CritCondition *either = get_when (rules, "no-lithium");
  const CritCondition *lithium = get_part (either, 0)->where;
  const CritCondition *class = get_part (either, 1)->where;

  g_assert_cmpmem (referred->accepted, 3, "\1\1\0", 3);
  g_assert_cmpint (referred->attribute, ==, -1);
  g_assert_cmpmem (lithium->accepted, 4, "\0\0\0\1", 4);
  g_assert_cmpint (lithium->attribute, ==, -1);
  g_assert_cmpmem (class->accepted, 4, "\1\1\1\0", 4);
  g_assert_cmpint (class->attribute, ==, 0);
  g_assert_false (class->accepts_other);
}

static void
test_count (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritCondition *count = get_when (rules, "two-types");
  const CritCondition *most = get_when (rules, "most");

  g_assert_cmpint (count->kind, ==, CRIT_CONDITION_COUNT);
  g_assert_cmpstr (count->question->id, ==, "trials");
  g_assert_cmpstr (count->distinct->id, ==, "medicine");
  g_assert_cmpint (count->attribute, ==, 0);
  g_assert_cmpstr (count->noun_one, ==, "type of antidepressant");
  g_assert_cmpstr (count->noun_other, ==, "types of antidepressant");
  g_assert_cmpuint (count->where->n_parts, ==, 3);
  g_assert_true (get_part (count->where, 0)->question->list == count->question);
  g_assert_null (get_part (count->where, 1)->question->list);
  g_assert_cmpint (most->kind, ==, CRIT_CONDITION_AT_LEAST);
  g_assert_cmpuint (most->least, ==, 2);
  g_assert_true (get_part (most, 0)->criterion == crit_rules_find_criterion (rules, "adult"));
}

static void
test_criteria (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritCriterion *note = crit_rules_find_criterion (rules, "reminder");
  const CritCriterion *light = crit_rules_find_criterion (rules, "weight-known");
  const char *text = g_bytes_get_data (rules->text, NULL);

  g_assert_cmpuint (rules->criteria->len, ==, 9);
  g_assert_cmpint (note->kind, ==, CRIT_KIND_NOTE);
  g_assert_null (note->when);
  g_assert_null (note->section);
  g_assert_cmpuint (note->index, ==, 8);
  g_assert_cmpint (light->kind, ==, CRIT_KIND_CAUTION);
  g_assert_cmpstr (light->help, ==, "Outside what the paper looked at.");
  g_assert_cmpstr (light->section->id, ==, "person");
  g_assert_nonnull (crit_rules_find_criterion (rules, "long-episode")->applies_when);
  g_assert_true (g_str_has_prefix (text + note->offset, "{\n      \"id\": \"reminder\""));
}

static void
test_cases (void)
{
  g_autoptr (CritRules) rules = load_example ();
  const CritCase *first = g_ptr_array_index (rules->cases, 0);

  g_assert_cmpuint (rules->cases->len, ==, 7);
  g_assert_cmpstr (first->name, ==, "nothing is known");
  assert_date (first->date, "2026-11-20");
  g_assert_true (JSON_NODE_HOLDS_OBJECT (first->answers));
  g_assert_cmpuint (json_object_get_size (json_node_get_object (first->expect)), ==, 2);
}

static void
test_reference (void)
{
  CritRules *rules = load_example ();
  CritRules *same = crit_rules_ref (rules);
  CritRules *boxed = g_boxed_copy (CRIT_TYPE_RULES, rules);

  g_assert_true (rules == same && rules == boxed);
  crit_rules_unref (rules);
  crit_rules_unref (same);
  g_assert_cmpstr (boxed->id, ==, "example");
  g_boxed_free (CRIT_TYPE_RULES, boxed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/head", test_head);
  g_test_add_func ("/rules/sources", test_sources);
  g_test_add_func ("/rules/options", test_options);
  g_test_add_func ("/rules/questions", test_questions);
  g_test_add_func ("/rules/for-the-record", test_for_the_record);
  g_test_add_func ("/rules/list", test_list);
  g_test_add_func ("/rules/bounds", test_bounds);
  g_test_add_func ("/rules/accepted", test_accepted);
  g_test_add_func ("/rules/count", test_count);
  g_test_add_func ("/rules/criteria", test_criteria);
  g_test_add_func ("/rules/cases", test_cases);
  g_test_add_func ("/rules/reference", test_reference);
  return g_test_run ();
}
