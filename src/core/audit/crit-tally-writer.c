/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-tally-private.h"

#include "json/crit-json-writer.h"

#include <string.h>

static const CritStatus requirement_statuses[] = { CRIT_STATUS_MET, CRIT_STATUS_NOT_MET,
                                                   CRIT_STATUS_UNKNOWN,
                                                   CRIT_STATUS_NOT_APPLICABLE };
static const CritStatus caution_statuses[] = { CRIT_STATUS_PRESENT, CRIT_STATUS_ABSENT,
                                               CRIT_STATUS_UNKNOWN, CRIT_STATUS_NOT_APPLICABLE };

/**
 * crit_tally_get_statuses:
 * @kind: a requirement or a caution
 *
 * Returns: (array fixed-size=4): the %CRIT_N_KIND_STATUSES statuses that it can have, in the order in which they are listed
 */
const CritStatus *
crit_tally_get_statuses (CritKind kind)
{
  return kind == CRIT_KIND_CAUTION ? caution_statuses : requirement_statuses;
}

static void
add_count (JsonObject *object, const char *name, guint64 count)
{
  json_object_set_int_member (object, name, (gint64) count);
}

static JsonObject *
make_rules (const CritTalliedRules *rules)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", rules->id);
  json_object_set_string_member (object, "version", rules->version);
  json_object_set_string_member (object, "title", rules->title);
  if (rules->language != NULL)
    json_object_set_string_member (object, "language", rules->language);
  json_object_set_string_member (object, "digest", rules->digest);
  return object;
}

static JsonObject *
make_counts (CritKind kind, const guint64 *counts)
{
  const CritStatus *statuses = crit_tally_get_statuses (kind);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < CRIT_N_KIND_STATUSES; i++)
    add_count (object, crit_status_get_code (statuses[i]), counts[statuses[i]]);
  return object;
}

static JsonArray *
make_criteria (const CritTally *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const CritTalliedCriterion *criterion = g_ptr_array_index (self->criteria, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", criterion->id);
      json_object_set_string_member (object, "kind", crit_tally_get_kind_code (criterion->kind));
      json_object_set_string_member (object, "text", criterion->text);
      json_object_set_object_member (object, "statuses",
                                     make_counts (criterion->kind, criterion->statuses));
      if (criterion->kind == CRIT_KIND_REQUIREMENT)
        json_object_set_object_member (object, "step",
                                       make_counts (criterion->kind, criterion->steps));
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * crit_tally_get_kind_code:
 * @kind: a requirement or a caution
 *
 * Returns: the word that stands for it in files
 */
const char *
crit_tally_get_kind_code (CritKind kind)
{
  return kind == CRIT_KIND_CAUTION ? "caution" : "requirement";
}

static JsonArray *
make_questions (const CritTally *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->questions->len; i++)
    {
      const CritTalliedQuestion *question = g_ptr_array_index (self->questions, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "question", question->place);
      json_object_set_string_member (object, "text", question->text);
      add_count (object, "records", question->n_records);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
make_move (CritStatus from, CritStatus to, guint64 n_records)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "from", crit_status_get_code (from));
  json_object_set_string_member (object, "to", crit_status_get_code (to));
  add_count (object, "records", n_records);
  return object;
}

static JsonArray *
make_moves (const CritTalliedChange *change)
{
  JsonArray *array = json_array_new ();

  for (guint from = 0; from < CRIT_N_STATUSES; from++)
    for (guint to = 0; to < CRIT_N_STATUSES; to++)
      if (change->moves[from][to] > 0)
        json_array_add_object_element (array, make_move (from, to, change->moves[from][to]));
  return array;
}

static JsonArray *
make_reasons (GPtrArray *reasons, guint change)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < reasons->len; i++)
    {
      const CritTalliedReason *reason = g_ptr_array_index (reasons, i);
      JsonObject *object = NULL;

      if (reason->change != change)
        continue;
      object = make_move (reason->from, reason->to, reason->n_records);
      json_object_set_array_member (object, "causes", crit_causes_to_json (reason->causes));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
make_changes (const CritTally *self)
{
  g_autoptr (GPtrArray) reasons = crit_tally_dup_reasons (self);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->changes->len; i++)
    {
      const CritTalliedChange *change = g_ptr_array_index (self->changes, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", change->id);
      json_object_set_string_member (object, "text", change->text);
      json_object_set_array_member (object, "moves", make_moves (change));
      json_object_set_array_member (object, "why", make_reasons (reasons, i));
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * crit_tally_write:
 * @self: a tally
 * @indented: whether people are to read it; else it is one line
 *
 * Writes a tally. The same numbers always give the same bytes, however they were counted.
 *
 * Returns: (transfer full): JSON that ends with a line feed
 */
GBytes *
crit_tally_write (const CritTally *self, gboolean indented)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;
  char *line = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  json_node_take_object (node, object);
  json_object_set_string_member (object, "format", CRIT_TALLY_FORMAT);
  json_object_set_string_member (object, "notice", crit_notice ());
  json_object_set_object_member (object, "rules", make_rules (self->rules));
  if (self->other != NULL)
    json_object_set_object_member (object, "compared-with", make_rules (self->other));
  add_count (object, "records", self->n_records);
  add_count (object, "refused", self->n_refused);
  json_object_set_array_member (object, "criteria", make_criteria (self));
  json_object_set_array_member (object, "questions", make_questions (self));
  if (self->other != NULL)
    {
      add_count (object, "changed", self->n_changed);
      json_object_set_array_member (object, "changes", make_changes (self));
    }
  text = crit_json_write (node, indented ? CRIT_JSON_INDENTED : CRIT_JSON_COMPACT);
  line = indented ? g_steal_pointer (&text) : g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (line, strlen (line));
}
