/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-tally-private.h"

#include "json/crit-json-reader.h"
#include "record/crit-record-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than any number in a tally, and far from an overflow: what is added up stops here. */
#define TOO_MANY (G_GUINT64_CONSTANT (1) << 60)

#define DIGEST_LENGTH 64

static const char *const tally_keys[] = { "format",  "notice",  "rules",    "compared-with",
                                          "records", "refused", "criteria", "questions",
                                          "changed", "changes", NULL };
static const char *const rules_keys[] = { "id", "version", "title", "language", "digest", NULL };
static const char *const criterion_keys[] = { "id", "kind", "text", "statuses", "step", NULL };
static const char *const question_keys[] = { "question", "text", "records", NULL };
static const char *const change_keys[] = { "id", "text", "moves", "why", NULL };
static const char *const move_keys[] = { "from", "to", "records", NULL };
static const char *const reason_keys[] = { "from", "to", "records", "causes", NULL };
static const char *const cause_keys[] = { "cause", "sentence", NULL };

/**
 * Reading:
 * @fellow: (nullable): a tally that this one is to be added to
 * @left: how many records the requirements so far have left
 */
typedef struct
{
  CritRecordReader reader;
  CritTally *tally;
  const CritTally *fellow;
  guint64 left;
} Reading;

static void
fail (Reading *self, JsonNode *node, const char *code, const char *message)
{
  crit_record_reader_report (&self->reader, CRIT_SEVERITY_ERROR, node, code, "%s", message);
}

/* --- Values --- */

static gboolean
is_object (Reading *self, JsonNode *node, const char *const *keys)
{
  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (self, node, "wrong-type", _ ("This must be an object."));
      return FALSE;
    }
  crit_record_reader_check_keys (&self->reader, node, keys);
  return TRUE;
}

/* The elements of an array that has to be there; none where it is not. */
static JsonArray *
need_array (Reading *self, JsonNode *object, const char *key)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  fail (self, node, "wrong-type", _ ("This must be an array."));
  return NULL;
}

static guint
count_elements (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static char *
dup_text (Reading *self, JsonNode *object, const char *key)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);

  return g_strdup (crit_record_reader_read_text (&self->reader, node));
}

static guint64
need_count (Reading *self, JsonNode *object, const char *key)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);

  if (node == NULL)
    return 0;
  if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0)
    return (guint64) json_node_get_int (node);
  fail (self, node, "bad-count", _ ("This must be a whole number, 0 or more."));
  return 0;
}

static guint64
add_up (guint64 sum, guint64 more)
{
  return MIN (sum + more, TOO_MANY);
}

static void
check_sum (Reading *self, JsonNode *node, guint64 sum, guint64 expected)
{
  if (sum != expected)
    crit_record_reader_report (&self->reader, CRIT_SEVERITY_ERROR, node, "bad-sum",
                               /* Translators: two numbers of records. */
                               _ ("These numbers come to %1$" G_GUINT64_FORMAT
                                  ", and must come to %2$" G_GUINT64_FORMAT "."),
                               sum, expected);
}

static void
check_most (Reading *self, JsonNode *object, const char *key, guint64 count)
{
  if (count > self->tally->n_records)
    fail (self, json_object_get_member (json_node_get_object (object), key), "bad-count",
          _ ("This is more than there are records in this tally."));
}

static gboolean
read_status (Reading *self, JsonNode *object, const char *key, CritStatus *status)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);
  const char *code = crit_record_reader_read_text (&self->reader, node);

  if (code == NULL)
    return FALSE;
  for (guint i = 0; i < CRIT_N_STATUSES; i++)
    if (g_str_equal (code, crit_status_get_code (i)))
      {
        *status = i;
        return TRUE;
      }
  fail (self, node, "unknown-status", _ ("There is no such status."));
  return FALSE;
}

/* --- Rules --- */

static void
check_digest (Reading *self, JsonNode *object, const char *digest, const CritTalliedRules *fellow)
{
  JsonNode *node = json_object_get_member (json_node_get_object (object), "digest");

  if (digest == NULL)
    return;
  if (strlen (digest) != DIGEST_LENGTH || strspn (digest, "0123456789abcdef") != DIGEST_LENGTH)
    fail (self, node, "bad-digest", _ ("A digest is 64 of the characters 0 to 9 and a to f."));
  else if (fellow != NULL && !g_str_equal (digest, fellow->digest))
    crit_record_reader_report (
        &self->reader, CRIT_SEVERITY_ERROR, node, "other-rules",
        /* Translators: %1$s is the id of rules, %2$s their version. */
        _ ("This was counted under other rules than the tally before it, which is of %1$s %2$s. "
           "Only tallies under the same rules add up."),
        fellow->id, fellow->version);
}

static CritTalliedRules *
read_rules (Reading *self, JsonNode *node, const CritTalliedRules *fellow)
{
  CritTalliedRules *rules = NULL;

  if (!is_object (self, node, rules_keys))
    return NULL;
  rules = crit_tallied_rules_new ();
  rules->id = dup_text (self, node, "id");
  rules->version = dup_text (self, node, "version");
  rules->title = dup_text (self, node, "title");
  if (json_object_has_member (json_node_get_object (node), "language"))
    rules->language = dup_text (self, node, "language");
  rules->digest = dup_text (self, node, "digest");
  check_digest (self, node, rules->digest, fellow);
  return rules;
}

/* --- Criteria and questions --- */

/* Two tallies of the same rules name the same things in the same order. */
static void
check_same (Reading *self, JsonNode *node, const char *text, const char *fellow)
{
  if (g_strcmp0 (text, fellow) != 0)
    fail (self, node, "not-the-same",
          _ ("This is not the same as in the tally before it, although both name the same rules."));
}

static void
check_length (Reading *self, JsonNode *object, const char *key, guint n, guint expected)
{
  if (n != expected)
    fail (self, json_object_get_member (json_node_get_object (object), key), "not-the-same",
          _ ("There are not as many of these as in the tally before it, although both name the "
             "same rules."));
}

static void
read_counts (Reading *self, JsonNode *object, const char *key, CritKind kind, guint64 *counts)
{
  const CritStatus *statuses = crit_tally_get_statuses (kind);
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);
  const char *keys[CRIT_N_KIND_STATUSES + 1] = { NULL };
  guint64 sum = 0;

  for (guint i = 0; i < CRIT_N_KIND_STATUSES; i++)
    keys[i] = crit_status_get_code (statuses[i]);
  if (!is_object (self, node, keys))
    return;
  for (guint i = 0; i < CRIT_N_KIND_STATUSES; i++)
    {
      counts[statuses[i]] = need_count (self, node, keys[i]);
      sum = add_up (sum, counts[statuses[i]]);
    }
  check_sum (self, node, sum, g_str_equal (key, "step") ? self->left : self->tally->n_records);
}

static CritKind
read_kind (Reading *self, JsonNode *object)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, "kind");
  const char *code = crit_record_reader_read_text (&self->reader, node);

  for (guint kind = CRIT_KIND_REQUIREMENT; code != NULL && kind <= CRIT_KIND_CAUTION; kind++)
    if (g_str_equal (code, crit_tally_get_kind_code (kind)))
      return kind;
  if (code != NULL)
    fail (self, node, "unknown-kind", _ ("This must be “requirement” or “caution”."));
  return CRIT_KIND_REQUIREMENT;
}

static void
read_criterion (Reading *self, JsonNode *node)
{
  CritTalliedCriterion *criterion = NULL;

  if (!is_object (self, node, criterion_keys))
    return;
  criterion = crit_tally_add_criterion (self->tally);
  criterion->id = dup_text (self, node, "id");
  criterion->text = dup_text (self, node, "text");
  criterion->kind = read_kind (self, node);
  read_counts (self, node, "statuses", criterion->kind, criterion->statuses);
  if (criterion->kind != CRIT_KIND_REQUIREMENT)
    return;
  read_counts (self, node, "step", criterion->kind, criterion->steps);
  self->left = crit_tallied_criterion_count_left (criterion);
}

static void
read_criteria (Reading *self, JsonNode *root)
{
  JsonArray *array = need_array (self, root, "criteria");
  GPtrArray *fellows = self->fellow != NULL ? self->fellow->criteria : NULL;

  self->left = self->tally->n_records;
  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const CritTalliedCriterion *criterion = NULL;
      const CritTalliedCriterion *fellow = NULL;

      read_criterion (self, node);
      if (fellows == NULL || i >= fellows->len || i >= self->tally->criteria->len)
        continue;
      criterion = g_ptr_array_index (self->tally->criteria, i);
      fellow = g_ptr_array_index (fellows, i);
      check_same (self, node, criterion->id, fellow->id);
      check_same (self, node, criterion->text, fellow->text);
      check_same (self, node, crit_tally_get_kind_code (criterion->kind),
                  crit_tally_get_kind_code (fellow->kind));
    }
  if (fellows != NULL && array != NULL)
    check_length (self, root, "criteria", count_elements (array), fellows->len);
}

static void
read_question (Reading *self, JsonNode *node)
{
  CritTalliedQuestion *question = NULL;

  if (!is_object (self, node, question_keys))
    return;
  question = crit_tally_add_question (self->tally);
  question->place = dup_text (self, node, "question");
  question->text = dup_text (self, node, "text");
  question->n_records = need_count (self, node, "records");
  check_most (self, node, "records", question->n_records);
}

static void
read_questions (Reading *self, JsonNode *root)
{
  JsonArray *array = need_array (self, root, "questions");
  GPtrArray *fellows = self->fellow != NULL ? self->fellow->questions : NULL;

  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const CritTalliedQuestion *question = NULL;

      read_question (self, node);
      if (fellows == NULL || i >= fellows->len || i >= self->tally->questions->len)
        continue;
      question = g_ptr_array_index (self->tally->questions, i);
      check_same (self, node, question->place,
                  ((const CritTalliedQuestion *) fellows->pdata[i])->place);
      check_same (self, node, question->text,
                  ((const CritTalliedQuestion *) fellows->pdata[i])->text);
    }
  if (fellows != NULL && array != NULL)
    check_length (self, root, "questions", count_elements (array), fellows->len);
}

/* --- Changes --- */

static void
read_move (Reading *self, JsonNode *node, CritTalliedChange *change)
{
  CritStatus from = CRIT_STATUS_NONE, to = CRIT_STATUS_NONE;

  if (!is_object (self, node, move_keys) || !read_status (self, node, "from", &from)
      || !read_status (self, node, "to", &to))
    return;
  if (change->moves[from][to] > 0)
    fail (self, node, "repeated", _ ("The same two statuses stand here twice."));
  change->moves[from][to] = need_count (self, node, "records");
}

static void
read_moves (Reading *self, JsonNode *object, CritTalliedChange *change)
{
  JsonArray *array = need_array (self, object, "moves");
  guint64 sum = 0;

  for (guint i = 0; i < count_elements (array); i++)
    read_move (self, json_array_get_element (array, i), change);
  for (guint from = 0; from < CRIT_N_STATUSES; from++)
    for (guint to = 0; to < CRIT_N_STATUSES; to++)
      sum = add_up (sum, change->moves[from][to]);
  if (array != NULL)
    check_sum (self, json_object_get_member (json_node_get_object (object), "moves"), sum,
               self->tally->n_records);
}

static void
read_cause (Reading *self, JsonNode *node, GPtrArray *causes)
{
  g_autofree char *code = NULL;
  g_autofree char *sentence = NULL;

  if (!is_object (self, node, cause_keys))
    return;
  code = dup_text (self, node, "cause");
  sentence = dup_text (self, node, "sentence");
  for (guint kind = 0; code != NULL && kind < CRIT_N_CAUSES; kind++)
    if (g_str_equal (code, crit_cause_get_code (kind)))
      {
        g_ptr_array_add (causes,
                         crit_cause_new_take (kind, sentence != NULL ? sentence : g_strdup ("")));
        sentence = NULL;
        return;
      }
  if (code != NULL)
    fail (self, node, "unknown-cause", _ ("There is no such cause."));
}

static GPtrArray *
read_causes (Reading *self, JsonNode *object)
{
  GPtrArray *causes = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_cause_free);
  JsonArray *array = need_array (self, object, "causes");

  for (guint i = 0; i < count_elements (array); i++)
    read_cause (self, json_array_get_element (array, i), causes);
  return causes;
}

/* Only where both versions have a status can it be another. */
static gboolean
is_change (guint from, guint to)
{
  return from != to && from != CRIT_STATUS_NONE && to != CRIT_STATUS_NONE;
}

static void
read_reason (Reading *self,
             JsonNode *node,
             guint index,
             guint64 sums[CRIT_N_STATUSES][CRIT_N_STATUSES])
{
  CritStatus from = CRIT_STATUS_NONE, to = CRIT_STATUS_NONE;
  g_autoptr (GPtrArray) causes = NULL;
  guint64 count = 0;

  if (!is_object (self, node, reason_keys) || !read_status (self, node, "from", &from)
      || !read_status (self, node, "to", &to))
    return;
  count = need_count (self, node, "records");
  causes = read_causes (self, node);
  check_most (self, node, "records", count);
  if (!is_change (from, to))
    fail (self, node, "no-change", _ ("These are not two statuses of which each is another."));
  else if (count > 0 && !self->reader.failed)
    crit_tally_add_reason (self->tally, index, from, to, causes, count);
  sums[from][to] = add_up (sums[from][to], count);
}

static void
read_reasons (Reading *self, JsonNode *object, guint index)
{
  const CritTalliedChange *change = g_ptr_array_index (self->tally->changes, index);
  JsonArray *array = need_array (self, object, "why");
  guint64 sums[CRIT_N_STATUSES][CRIT_N_STATUSES] = { { 0 } };

  for (guint i = 0; i < count_elements (array); i++)
    read_reason (self, json_array_get_element (array, i), index, sums);
  for (guint from = 0; array != NULL && from < CRIT_N_STATUSES; from++)
    for (guint to = 0; to < CRIT_N_STATUSES; to++)
      if (is_change (from, to))
        check_sum (self, json_object_get_member (json_node_get_object (object), "why"),
                   sums[from][to], change->moves[from][to]);
}

static void
read_change (Reading *self, JsonNode *node)
{
  CritTalliedChange *change = NULL;

  if (!is_object (self, node, change_keys))
    return;
  change = crit_tally_add_change (self->tally);
  change->id = dup_text (self, node, "id");
  change->text = dup_text (self, node, "text");
  read_moves (self, node, change);
  read_reasons (self, node, self->tally->changes->len - 1);
}

static void
read_changes (Reading *self, JsonNode *root)
{
  JsonArray *array = need_array (self, root, "changes");
  GPtrArray *fellows = self->fellow != NULL ? self->fellow->changes : NULL;

  self->tally->n_changed = need_count (self, root, "changed");
  check_most (self, root, "changed", self->tally->n_changed);
  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const CritTalliedChange *change = NULL;

      read_change (self, node);
      if (fellows == NULL || i >= fellows->len || i >= self->tally->changes->len)
        continue;
      change = g_ptr_array_index (self->tally->changes, i);
      check_same (self, node, change->id, ((const CritTalliedChange *) fellows->pdata[i])->id);
      check_same (self, node, change->text, ((const CritTalliedChange *) fellows->pdata[i])->text);
    }
  if (fellows != NULL && array != NULL)
    check_length (self, root, "changes", count_elements (array), fellows->len);
}

/* Without other rules nothing can have changed. */
static void
read_comparison (Reading *self, JsonNode *root)
{
  JsonObject *object = json_node_get_object (root);
  JsonNode *node = json_object_get_member (object, "compared-with");
  static const char *const keys[] = { "changed", "changes" };

  if (self->fellow != NULL && (self->fellow->other == NULL) != (node == NULL))
    fail (self, node != NULL ? node : root, "other-rules",
          _ ("Of this tally and the one before it only one was compared with other rules."));
  if (node != NULL)
    {
      self->tally->other =
          read_rules (self, node, self->fellow != NULL ? self->fellow->other : NULL);
      read_changes (self, root);
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
is_tally (Reading *self, JsonNode *root)
{
  JsonNode *node = NULL;
  const char *format = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (self, root, "not-a-tally", _ ("A tally must be an object."));
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
read_root (Reading *self, JsonNode *root)
{
  CritTally *tally = self->tally;

  crit_record_reader_check_keys (&self->reader, root, tally_keys);
  g_free (dup_text (self, root, "notice"));
  tally->rules = read_rules (self, crit_record_reader_need (&self->reader, root, "rules"),
                             self->fellow != NULL ? self->fellow->rules : NULL);
  tally->n_records = need_count (self, root, "records");
  tally->n_refused = need_count (self, root, "refused");
  if (tally->n_records + tally->n_refused > CRIT_JSON_MAX_INTEGER)
    fail (self, root, "bad-count", _ ("There are more records than a tally can hold."));
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
  Reading self = { .fellow = fellow };

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
