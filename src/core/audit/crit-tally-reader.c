/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-tally-reading.h"

#include "json/crit-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIGEST_LENGTH 64

static const char *const tally_keys[] = { "format",  "notice",  "rules",    "compared-with",
                                          "records", "refused", "criteria", "questions",
                                          "changed", "changes", NULL };
static const char *const rules_keys[] = { "id", "version", "title", "language", "digest", NULL };
static const char *const criterion_keys[] = { "id", "kind", "text", "statuses", "step", NULL };
static const char *const question_keys[] = { "question", "text", "records", NULL };

/* --- Rules --- */

static void
check_digest (CritTallyReading *self,
              JsonNode *object,
              const char *digest,
              const CritTalliedRules *fellow)
{
  JsonNode *node = json_object_get_member (json_node_get_object (object), "digest");

  if (digest == NULL)
    return;
  if (strlen (digest) != DIGEST_LENGTH || strspn (digest, "0123456789abcdef") != DIGEST_LENGTH)
    crit_tally_reading_fail (self, node, "bad-digest",
                             _ ("A digest is 64 of the characters 0 to 9 and a to f."));
  else if (fellow != NULL && !g_str_equal (digest, fellow->digest))
    crit_record_reader_report (
        &self->reader, CRIT_SEVERITY_ERROR, node, "other-rules",
        /* Translators: %1$s is the id of rules, %2$s their version. */
        _ ("This was counted under other rules than the tally before it, which is of %1$s %2$s. "
           "Only tallies under the same rules add up."),
        fellow->id, fellow->version);
}

static CritTalliedRules *
read_rules (CritTallyReading *self, JsonNode *node, const CritTalliedRules *fellow)
{
  CritTalliedRules *rules = NULL;

  if (!crit_tally_reading_is_object (self, node, rules_keys))
    return NULL;
  rules = crit_tallied_rules_new ();
  rules->id = crit_tally_reading_dup_text (self, node, "id");
  rules->version = crit_tally_reading_dup_text (self, node, "version");
  rules->title = crit_tally_reading_dup_text (self, node, "title");
  if (json_object_has_member (json_node_get_object (node), "language"))
    rules->language = crit_tally_reading_dup_text (self, node, "language");
  rules->digest = crit_tally_reading_dup_text (self, node, "digest");
  check_digest (self, node, rules->digest, fellow);
  return rules;
}

/* --- Criteria and questions --- */

static void
read_counts (CritTallyReading *self,
             JsonNode *object,
             const char *key,
             CritKind kind,
             guint64 *counts)
{
  const CritStatus *statuses = crit_tally_get_statuses (kind);
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);
  const char *keys[CRIT_N_KIND_STATUSES + 1] = { NULL };
  guint64 sum = 0;

  for (guint i = 0; i < CRIT_N_KIND_STATUSES; i++)
    keys[i] = crit_status_get_code (statuses[i]);
  if (!crit_tally_reading_is_object (self, node, keys))
    return;
  for (guint i = 0; i < CRIT_N_KIND_STATUSES; i++)
    {
      counts[statuses[i]] = crit_tally_reading_need_count (self, node, keys[i]);
      sum = crit_tally_add_up (sum, counts[statuses[i]]);
    }
  crit_tally_reading_check_sum (self, node, sum,
                                g_str_equal (key, "step") ? self->left : self->tally->n_records);
}

static CritKind
read_kind (CritTallyReading *self, JsonNode *object)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, "kind");
  const char *code = crit_record_reader_read_text (&self->reader, node);

  for (guint kind = CRIT_KIND_REQUIREMENT; code != NULL && kind <= CRIT_KIND_CAUTION; kind++)
    if (g_str_equal (code, crit_tally_get_kind_code (kind)))
      return kind;
  if (code != NULL)
    crit_tally_reading_fail (self, node, "unknown-kind",
                             _ ("This must be “requirement” or “caution”."));
  return CRIT_KIND_REQUIREMENT;
}

static void
read_criterion (CritTallyReading *self, JsonNode *node)
{
  CritTalliedCriterion *criterion = NULL;

  if (!crit_tally_reading_is_object (self, node, criterion_keys))
    return;
  criterion = crit_tally_add_criterion (self->tally);
  criterion->id = crit_tally_reading_dup_text (self, node, "id");
  criterion->text = crit_tally_reading_dup_text (self, node, "text");
  criterion->kind = read_kind (self, node);
  read_counts (self, node, "statuses", criterion->kind, criterion->statuses);
  if (criterion->kind != CRIT_KIND_REQUIREMENT)
    return;
  read_counts (self, node, "step", criterion->kind, criterion->steps);
  self->left = crit_tallied_criterion_count_left (criterion);
}

static void
read_criteria (CritTallyReading *self, JsonNode *root)
{
  JsonArray *array = crit_tally_reading_need_array (self, root, "criteria");
  GPtrArray *fellows = self->fellow != NULL ? self->fellow->criteria : NULL;

  self->left = self->tally->n_records;
  for (guint i = 0; i < crit_tally_count_elements (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const CritTalliedCriterion *criterion = NULL;
      const CritTalliedCriterion *fellow = NULL;

      read_criterion (self, node);
      if (fellows == NULL || i >= fellows->len || i >= self->tally->criteria->len)
        continue;
      criterion = g_ptr_array_index (self->tally->criteria, i);
      fellow = g_ptr_array_index (fellows, i);
      crit_tally_reading_check_same (self, node, criterion->id, fellow->id);
      crit_tally_reading_check_same (self, node, criterion->text, fellow->text);
      crit_tally_reading_check_same (self, node, crit_tally_get_kind_code (criterion->kind),
                                     crit_tally_get_kind_code (fellow->kind));
    }
  if (fellows != NULL && array != NULL)
    crit_tally_reading_check_length (self, root, "criteria", crit_tally_count_elements (array),
                                     fellows->len);
}

static void
read_question (CritTallyReading *self, JsonNode *node)
{
  CritTalliedQuestion *question = NULL;

  if (!crit_tally_reading_is_object (self, node, question_keys))
    return;
  question = crit_tally_add_question (self->tally);
  question->place = crit_tally_reading_dup_text (self, node, "question");
  question->text = crit_tally_reading_dup_text (self, node, "text");
  question->n_records = crit_tally_reading_need_count (self, node, "records");
  crit_tally_reading_check_most (self, node, "records", question->n_records);
}

static void
read_questions (CritTallyReading *self, JsonNode *root)
{
  JsonArray *array = crit_tally_reading_need_array (self, root, "questions");
  GPtrArray *fellows = self->fellow != NULL ? self->fellow->questions : NULL;

  for (guint i = 0; i < crit_tally_count_elements (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const CritTalliedQuestion *question = NULL;

      read_question (self, node);
      if (fellows == NULL || i >= fellows->len || i >= self->tally->questions->len)
        continue;
      question = g_ptr_array_index (self->tally->questions, i);
      crit_tally_reading_check_same (self, node, question->place,
                                     ((const CritTalliedQuestion *) fellows->pdata[i])->place);
      crit_tally_reading_check_same (self, node, question->text,
                                     ((const CritTalliedQuestion *) fellows->pdata[i])->text);
    }
  if (fellows != NULL && array != NULL)
    crit_tally_reading_check_length (self, root, "questions", crit_tally_count_elements (array),
                                     fellows->len);
}

/* Without other rules nothing can have changed. */
static void
read_comparison (CritTallyReading *self, JsonNode *root)
{
  JsonObject *object = json_node_get_object (root);
  JsonNode *node = json_object_get_member (object, "compared-with");
  static const char *const keys[] = { "changed", "changes" };

  if (self->fellow != NULL && (self->fellow->other == NULL) != (node == NULL))
    crit_tally_reading_fail (
        self, node != NULL ? node : root, "other-rules",
        _ ("Of this tally and the one before it only one was compared with other rules."));
  if (node != NULL)
    {
      self->tally->other =
          read_rules (self, node, self->fellow != NULL ? self->fellow->other : NULL);
      crit_tally_read_changes (self, root);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (json_object_has_member (object, keys[i]))
      crit_record_reader_report_key (&self->reader, json_object_get_member (object, keys[i]),
                                     "key-out-of-place",
                                     _ ("This can only stand beside “compared-with”."));
}

/* --- The whole --- */

static gboolean
is_tally (CritTallyReading *self, JsonNode *root)
{
  JsonNode *node = NULL;
  const char *format = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      crit_tally_reading_fail (self, root, "not-a-tally", _ ("A tally must be an object."));
      return FALSE;
    }
  node = crit_record_reader_need (&self->reader, root, "format");
  format = crit_record_reader_read_text (&self->reader, node);
  if (format != NULL && !g_str_equal (format, CRIT_TALLY_FORMAT))
    crit_record_reader_report (&self->reader, CRIT_SEVERITY_ERROR, node, "not-a-tally",
                               /* Translators: %s is the name of a file format. */
                               _ ("This is not a tally: its format is not “%s”."),
                               CRIT_TALLY_FORMAT);
  return format != NULL && !self->reader.failed;
}

static void
read_root (CritTallyReading *self, JsonNode *root)
{
  CritTally *tally = self->tally;

  crit_record_reader_check_keys (&self->reader, root, tally_keys);
  g_free (crit_tally_reading_dup_text (self, root, "notice"));
  tally->rules = read_rules (self, crit_record_reader_need (&self->reader, root, "rules"),
                             self->fellow != NULL ? self->fellow->rules : NULL);
  tally->n_records = crit_tally_reading_need_count (self, root, "records");
  tally->n_refused = crit_tally_reading_need_count (self, root, "refused");
  if (tally->n_records + tally->n_refused > CRIT_JSON_MAX_INTEGER)
    crit_tally_reading_fail (self, root, "bad-count",
                             _ ("There are more records than a tally can hold."));
  read_criteria (self, root);
  read_questions (self, root);
  read_comparison (self, root);
}

/**
 * crit_tally_read:
 * @text: what crit_tally_write() wrote
 * @fellow: (nullable): another tally, which this one is to be added to: it must be under the same rules
 * @findings: (element-type CritFinding): takes what is wrong, with positions
 *
 * Reads a tally strictly: what does not add up in itself is refused as well as what is written wrongly.
 *
 * Returns: (transfer full) (nullable): the tally; NULL when there was an error
 */
CritTally *
crit_tally_read (GBytes *text, const CritTally *fellow, GPtrArray *findings)
{
  g_autoptr (CritJsonTree) tree = NULL;
  g_autoptr (CritTally) tally = NULL;
  CritTallyReading self = { .fellow = fellow };

  g_return_val_if_fail (text != NULL && findings != NULL, NULL);

  tree = crit_json_tree_new (text, findings);
  if (tree == NULL)
    return NULL;
  tally = crit_tally_new_empty ();
  self.tally = tally;
  self.reader.tree = tree;
  self.reader.findings = findings;
  if (is_tally (&self, crit_json_tree_get_root (tree)))
    read_root (&self, crit_json_tree_get_root (tree));
  crit_findings_sort (findings);
  return self.reader.failed ? NULL : g_steal_pointer (&tally);
}
