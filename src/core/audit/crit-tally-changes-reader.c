/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-tally-reading.h"

#include <glib/gi18n-lib.h>

static const char *const change_keys[] = { "id", "text", "moves", "why", NULL };
static const char *const move_keys[] = { "from", "to", "records", NULL };
static const char *const reason_keys[] = { "from", "to", "records", "causes", NULL };
static const char *const cause_keys[] = { "cause", "sentence", NULL };

static gboolean
read_status (CritTallyReading *self, JsonNode *object, const char *key, CritStatus *status)
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
  crit_tally_reading_fail (self, node, "unknown-status", _ ("There is no such status."));
  return FALSE;
}

static void
read_move (CritTallyReading *self, JsonNode *node, CritTalliedChange *change)
{
  CritStatus from = CRIT_STATUS_NONE, to = CRIT_STATUS_NONE;

  if (!crit_tally_reading_is_object (self, node, move_keys)
      || !read_status (self, node, "from", &from) || !read_status (self, node, "to", &to))
    return;
  if (change->moves[from][to] > 0)
    crit_tally_reading_fail (self, node, "repeated", _ ("The same two statuses stand here twice."));
  change->moves[from][to] = crit_tally_reading_need_count (self, node, "records");
}

static void
read_moves (CritTallyReading *self, JsonNode *object, CritTalliedChange *change)
{
  JsonArray *array = crit_tally_reading_need_array (self, object, "moves");
  guint64 sum = 0;

  for (guint i = 0; i < crit_tally_count_elements (array); i++)
    read_move (self, json_array_get_element (array, i), change);
  for (guint from = 0; from < CRIT_N_STATUSES; from++)
    for (guint to = 0; to < CRIT_N_STATUSES; to++)
      sum = crit_tally_add_up (sum, change->moves[from][to]);
  if (array != NULL)
    crit_tally_reading_check_sum (self,
                                  json_object_get_member (json_node_get_object (object), "moves"),
                                  sum, self->tally->n_records);
}

static void
read_cause (CritTallyReading *self, JsonNode *node, GPtrArray *causes)
{
  g_autofree char *code = NULL;
  g_autofree char *sentence = NULL;

  if (!crit_tally_reading_is_object (self, node, cause_keys))
    return;
  code = crit_tally_reading_dup_text (self, node, "cause");
  sentence = crit_tally_reading_dup_text (self, node, "sentence");
  for (guint kind = 0; code != NULL && kind < CRIT_N_CAUSES; kind++)
    if (g_str_equal (code, crit_cause_get_code (kind)))
      {
        g_ptr_array_add (causes,
                         crit_cause_new_take (kind, sentence != NULL ? sentence : g_strdup ("")));
        sentence = NULL;
        return;
      }
  if (code != NULL)
    crit_tally_reading_fail (self, node, "unknown-cause", _ ("There is no such cause."));
}

static GPtrArray *
read_causes (CritTallyReading *self, JsonNode *object)
{
  GPtrArray *causes = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_cause_free);
  JsonArray *array = crit_tally_reading_need_array (self, object, "causes");

  for (guint i = 0; i < crit_tally_count_elements (array); i++)
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
read_reason (CritTallyReading *self,
             JsonNode *node,
             guint index,
             guint64 sums[CRIT_N_STATUSES][CRIT_N_STATUSES])
{
  CritStatus from = CRIT_STATUS_NONE, to = CRIT_STATUS_NONE;
  g_autoptr (GPtrArray) causes = NULL;
  guint64 count = 0;

  if (!crit_tally_reading_is_object (self, node, reason_keys)
      || !read_status (self, node, "from", &from) || !read_status (self, node, "to", &to))
    return;
  count = crit_tally_reading_need_count (self, node, "records");
  causes = read_causes (self, node);
  crit_tally_reading_check_most (self, node, "records", count);
  if (!is_change (from, to))
    crit_tally_reading_fail (self, node, "no-change",
                             _ ("These are not two statuses of which each is another."));
  else if (count > 0 && !self->reader.failed)
    crit_tally_add_reason (self->tally, index, from, to, causes, count);
  sums[from][to] = crit_tally_add_up (sums[from][to], count);
}

static void
read_reasons (CritTallyReading *self, JsonNode *object, guint index)
{
  const CritTalliedChange *change = g_ptr_array_index (self->tally->changes, index);
  JsonArray *array = crit_tally_reading_need_array (self, object, "why");
  guint64 sums[CRIT_N_STATUSES][CRIT_N_STATUSES] = { { 0 } };

  for (guint i = 0; i < crit_tally_count_elements (array); i++)
    read_reason (self, json_array_get_element (array, i), index, sums);
  for (guint from = 0; array != NULL && from < CRIT_N_STATUSES; from++)
    for (guint to = 0; to < CRIT_N_STATUSES; to++)
      if (is_change (from, to))
        crit_tally_reading_check_sum (self,
                                      json_object_get_member (json_node_get_object (object), "why"),
                                      sums[from][to], change->moves[from][to]);
}

static void
read_change (CritTallyReading *self, JsonNode *node)
{
  CritTalliedChange *change = NULL;

  if (!crit_tally_reading_is_object (self, node, change_keys))
    return;
  change = crit_tally_add_change (self->tally);
  change->id = crit_tally_reading_dup_text (self, node, "id");
  change->text = crit_tally_reading_dup_text (self, node, "text");
  read_moves (self, node, change);
  read_reasons (self, node, self->tally->changes->len - 1);
}

/**
 * crit_tally_read_changes:
 * @self: a tally that is being read
 * @root: the whole of it
 *
 * Reads what is another status under other rules, and why.
 */
void
crit_tally_read_changes (CritTallyReading *self, JsonNode *root)
{
  JsonArray *array = crit_tally_reading_need_array (self, root, "changes");
  GPtrArray *fellows = self->fellow != NULL ? self->fellow->changes : NULL;

  self->tally->n_changed = crit_tally_reading_need_count (self, root, "changed");
  crit_tally_reading_check_most (self, root, "changed", self->tally->n_changed);
  for (guint i = 0; i < crit_tally_count_elements (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const CritTalliedChange *change = NULL;

      read_change (self, node);
      if (fellows == NULL || i >= fellows->len || i >= self->tally->changes->len)
        continue;
      change = g_ptr_array_index (self->tally->changes, i);
      crit_tally_reading_check_same (self, node, change->id,
                                     ((const CritTalliedChange *) fellows->pdata[i])->id);
      crit_tally_reading_check_same (self, node, change->text,
                                     ((const CritTalliedChange *) fellows->pdata[i])->text);
    }
  if (fellows != NULL && array != NULL)
    crit_tally_reading_check_length (self, root, "changes", crit_tally_count_elements (array),
                                     fellows->len);
}
