/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "oracle.h"
#include "random-record.h"
#include "random-rules.h"

#include "json/crit-json-tree.h"
#include "json/crit-json-writer.h"
#include "screening/crit-readers.h"
#include "screening/crit-screening.h"

#include <string.h>

#define CASES 250
/* The same rules and records in every run: among others are some that take minutes to screen. */
#define DEFAULT_SEED 7000

static guint n_compared;
static guint n_shared;

static char *
dup_places (GArray *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      g_autofree char *pointer = crit_place_dup_pointer (&g_array_index (places, CritPlace, i));

      g_string_append_printf (text, "%s\n", pointer);
    }
  return g_string_free (text, FALSE);
}

static void
assert_same_outcome (const CritOutcome *updated, const CritOutcome *whole)
{
  g_autofree char *updated_open = dup_places (updated->open);
  g_autofree char *whole_open = dup_places (whole->open);
  g_autofree char *updated_deciding = dup_places (updated->deciding);
  g_autofree char *whole_deciding = dup_places (whole->deciding);

  g_assert_true (updated->criterion == whole->criterion);
  g_assert_cmpint (updated->status, ==, whole->status);
  g_assert_cmpint (updated->imprecise, ==, whole->imprecise);
  g_assert_cmpstr (updated->reason, ==, whole->reason);
  g_assert_cmpstr (updated_open, ==, whole_open);
  g_assert_cmpstr (updated_deciding, ==, whole_deciding);
}

/* A screening brought up to date comes to the same as one made anew, and what cannot have changed is the very same. */
static void
compare (CritScreening *former, CritScreening *updated, CritRecord *record)
{
  g_autoptr (CritScreening) whole = crit_screening_new (record);
  g_autofree char *updated_counts = crit_screening_dup_counts_text (updated);
  g_autofree char *whole_counts = crit_screening_dup_counts_text (whole);
  CritRules *rules = crit_record_get_rules (record);

  g_assert_cmpstr (updated_counts, ==, whole_counts);
  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = rules->criteria->pdata[i];
      const CritOutcome *outcome = crit_screening_get_outcome (updated, criterion);

      assert_same_outcome (outcome, crit_screening_get_outcome (whole, criterion));
      n_compared++;
      n_shared += outcome == crit_screening_get_outcome (former, criterion);
    }
}

static JsonObject *
get_answers (JsonNode *root)
{
  return json_object_get_object_member (json_node_get_object (root), "answers");
}

static JsonNode *
read_node (const char *text)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CritJsonTree) tree = crit_json_tree_new (bytes, findings);

  g_assert_nonnull (tree);
  return json_node_copy (crit_json_tree_get_root (tree));
}

static CritRecord *
read_record (CritRules *rules, JsonNode *node)
{
  g_autofree char *text = crit_json_write (node, CRIT_JSON_COMPACT);

  return oracle_read_record (rules, text);
}

/* Takes the answer of one question from one record into another. */
static void
take_answer (JsonNode *from, JsonNode *to, const char *id)
{
  JsonNode *answer = json_object_get_member (get_answers (from), id);

  if (answer != NULL)
    json_object_set_member (get_answers (to), id, json_node_copy (answer));
  else
    json_object_remove_member (get_answers (to), id);
}

static void
walk (CritRules *rules, JsonNode *from, JsonNode *to)
{
  g_autoptr (CritRecord) first = read_record (rules, from);
  g_autoptr (CritScreening) screening = first != NULL ? crit_screening_new (first) : NULL;

  for (guint i = 0; screening != NULL && i < rules->questions->len; i++)
    {
      const CritQuestion *question = rules->questions->pdata[i];
      g_autoptr (CritRecord) record = NULL;
      CritScreening *updated = NULL;

      take_answer (to, from, question->id);
      record = read_record (rules, from);
      if (record == NULL)
        return;
      updated = crit_screening_update (screening, record, question);
      compare (screening, updated, record);
      crit_screening_unref (screening);
      screening = updated;
    }
}

static void
test_random (void)
{
  const guint32 seed = oracle_get_number ("CRITERIA_UPDATE_SEED", DEFAULT_SEED);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < CASES; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed + i);
      g_autofree char *rules_text = random_rules_dup_text (random);
      g_autofree char *from_text = random_record_dup_text (random);
      g_autofree char *to_text = random_record_dup_text (random);
      g_autoptr (CritRules) rules = oracle_load_rules (rules_text);
      g_autoptr (JsonNode) from = read_node (from_text);
      g_autoptr (JsonNode) to = read_node (to_text);

      if (rules != NULL)
        walk (rules, from, to);
    }
  g_test_message ("%u outcomes compared, %u of them shared", n_compared, n_shared);
  g_assert_cmpuint (n_compared, >, CASES);
  g_assert_cmpuint (n_shared, >, n_compared / 4);
  g_assert_cmpuint (n_shared, <, n_compared);
}

/* Another date, or anything else that is no answer, is looked at as a whole. */
static void
test_date (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *text = random_rules_dup_text (random);
  g_autoptr (CritRules) rules = oracle_load_rules (text);
  g_autoptr (CritRecord) record =
      oracle_read_record (rules, "{\"reference\":\"r\",\"date\":\"2024-03-04\",\"answers\":{}}");
  g_autoptr (CritRecord) later =
      oracle_read_record (rules, "{\"reference\":\"r\",\"date\":\"2025-03-04\",\"answers\":{}}");
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  g_autoptr (CritScreening) updated =
      crit_screening_update (screening, later, rules->questions->pdata[0]);
  g_autoptr (CritScreening) same = crit_screening_update (screening, record, NULL);

  compare (screening, updated, later);
  compare (screening, same, record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/update/random", test_random);
  g_test_add_func ("/update/date", test_date);
  return g_test_run ();
}
