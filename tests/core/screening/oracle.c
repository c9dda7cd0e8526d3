/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "oracle.h"

#include <string.h>

#include "brute.h"
#include "json/crit-json-tree.h"
#include "json/crit-json-writer.h"
#include "record/crit-record-file.h"
#include "screening/crit-screening.h"
#include "shrink.h"

/**
 * oracle_load_rules:
 * @text: a rules file
 *
 * Returns: (transfer full) (nullable): the rules, or NULL where they are refused
 */
CritRules *
oracle_load_rules (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  return crit_rules_load (bytes, findings);
}

/**
 * oracle_read_record:
 * @rules: rules
 * @text: a record
 *
 * Returns: (transfer full) (nullable): the record, or NULL where it is refused
 */
CritRecord *
oracle_read_record (CritRules *rules, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  return crit_record_read (bytes, rules, findings);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_open (const CritOutcome *outcome)
{
  g_autoptr (GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < outcome->open->len; i++)
    g_ptr_array_add (pointers,
                     crit_place_dup_pointer (&g_array_index (outcome->open, CritPlace, i)));
  g_ptr_array_sort (pointers, compare_texts);
  g_ptr_array_add (pointers, NULL);
  return g_strjoinv (" ", (char **) pointers->pdata);
}

static char *
compare (CritRecord *record, const CritOutcome *outcome, OracleTally *tally)
{
  g_autoptr (Brute) brute = brute_new (record, outcome->criterion);
  g_autofree char *expected = NULL;
  g_autofree char *open = NULL;

  tally->n_too_large += brute == NULL ? 1 : 0;
  if (brute == NULL)
    return NULL;
  tally->n_compared++;
  tally->n_known += outcome->status != CRIT_STATUS_UNKNOWN;
  tally->n_open += outcome->open->len;

  expected = brute_dup_open (brute);
  open = dup_open (outcome);
  if (!outcome->imprecise && outcome->status == brute_get_status (brute)
      && strcmp (open, expected) == 0)
    return NULL;
  return g_strdup_printf ("%s: %s%s, expected %s; open: %s; expected: %s", outcome->criterion->id,
                          crit_status_get_code (outcome->status),
                          outcome->imprecise ? " (imprecise)" : "",
                          crit_status_get_code (brute_get_status (brute)), open, expected);
}

/**
 * oracle_dup_difference:
 * @record: a record
 * @tally: where to count what was compared
 *
 * Holds what the engine says about each criterion against what going through every completion says.
 *
 * Returns: (transfer full) (nullable): the first difference; NULL where there is none
 */
char *
oracle_dup_difference (CritRecord *record, OracleTally *tally)
{
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  const GPtrArray *criteria = crit_record_get_rules (record)->criteria;
  char *difference = NULL;

  for (guint i = 0; i < criteria->len && difference == NULL; i++)
    difference =
        compare (record, crit_screening_get_outcome (screening, criteria->pdata[i]), tally);
  return difference;
}

static char *
dup_member (JsonNode *tree, const char *name)
{
  JsonNode *member = json_object_get_member (json_node_get_object (tree), name);

  return crit_json_write (member, CRIT_JSON_COMPACT);
}

static gboolean
differs (JsonNode *tree, gpointer user_data)
{
  char **difference = user_data;
  g_autofree char *rules_text = NULL;
  g_autofree char *record_text = NULL;
  g_autofree char *found = NULL;
  g_autoptr (CritRules) rules = NULL;
  g_autoptr (CritRecord) record = NULL;
  OracleTally tally = { 0 };

  if (!json_object_has_member (json_node_get_object (tree), "rules")
      || !json_object_has_member (json_node_get_object (tree), "record"))
    return FALSE;
  rules_text = dup_member (tree, "rules");
  record_text = dup_member (tree, "record");
  rules = oracle_load_rules (rules_text);
  record = rules != NULL ? oracle_read_record (rules, record_text) : NULL;
  found = record != NULL ? oracle_dup_difference (record, &tally) : NULL;
  if (found == NULL)
    return FALSE;
  g_free (*difference);
  *difference = g_steal_pointer (&found);
  return TRUE;
}

/**
 * oracle_dup_smallest:
 * @rules: a rules file
 * @record: a record under it, for which there is a difference
 *
 * Makes both as small as they can be while there still is a difference. Saved as two files they can be given to
 * criteria-cli.
 *
 * Returns: (transfer full): both texts, and the difference
 */
char *
oracle_dup_smallest (const char *rules, const char *record)
{
  g_autofree char *text = g_strdup_printf ("{\"rules\":%s,\"record\":%s}", rules, record);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritJsonTree) tree = crit_json_tree_new (bytes, findings);
  g_autofree char *difference = NULL;
  g_autoptr (JsonNode) smallest =
      shrink (crit_json_tree_get_root (tree), differs, (gpointer) &difference);
  g_autofree char *small_rules = dup_member (smallest, "rules");
  g_autofree char *small_record = dup_member (smallest, "record");

  return g_strdup_printf ("rules.json:\n%s\nrecord.json:\n%s\n%s", small_rules, small_record,
                          difference != NULL ? difference : "(it comes and goes)");
}

/* How much a run is to do, where the environment says so under this name. */
guint
oracle_get_number (const char *name, guint otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}
