/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-weave.h"

static JsonNode *weave_question (CritWeave *self, JsonNode *former, JsonNode *newer);

static JsonNode *
get_member (JsonNode *node, const char *key)
{
  return json_object_get_member (json_node_get_object (node), key);
}

static const char *
get_string (JsonNode *node, const char *key)
{
  return json_node_get_string (get_member (node, key));
}

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

/* The elements of an array by their id or code. */
static GHashTable *
index_by (JsonArray *array, const char *key)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      g_hash_table_insert (table, (gpointer) get_string (element, key), element);
    }
  return table;
}

/* --- Options --- */

/* Whether every member of one, but the text for people, is in the other. */
static gboolean
has_members_of (JsonNode *option, JsonNode *other)
{
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *member = NULL;

  json_object_iter_init (&iter, json_node_get_object (other));
  while (json_object_iter_next (&iter, &key, &member))
    if (!g_str_equal (key, "text")
        && (get_member (option, key) == NULL
            || !json_node_equal (get_member (option, key), member)))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_option (JsonNode *former, JsonNode *newer)
{
  return has_members_of (former, newer) && has_members_of (newer, former);
}

static void
add_option (CritWeave *self, JsonArray *array, JsonNode *former, JsonNode *newer)
{
  JsonNode *picked = NULL;

  if (former != NULL && newer != NULL && is_same_option (former, newer))
    picked = json_node_ref (newer);
  else
    picked = crit_weave_pick (self, CRIT_AMENDMENT_OPTION, NULL, former, newer);
  if (picked != NULL)
    json_array_add_element (array, picked);
}

static JsonNode *
weave_options (CritWeave *self, JsonNode *former, JsonNode *newer)
{
  JsonArray *former_options = json_node_get_array (former);
  JsonArray *newer_options = json_node_get_array (newer);
  g_autoptr (GHashTable) former_codes = index_by (former_options, "code");
  g_autoptr (GHashTable) newer_codes = index_by (newer_options, "code");
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < json_array_get_length (newer_options); i++)
    {
      JsonNode *option = json_array_get_element (newer_options, i);

      add_option (self, array, g_hash_table_lookup (former_codes, get_string (option, "code")),
                  option);
    }
  for (guint i = 0; i < json_array_get_length (former_options); i++)
    {
      JsonNode *option = json_array_get_element (former_options, i);

      if (!g_hash_table_contains (newer_codes, get_string (option, "code")))
        add_option (self, array, option, NULL);
    }
  return take_array (array);
}

/* --- Fields --- */

static void
add_field (CritWeave *self, JsonArray *array, JsonNode *former, JsonNode *newer)
{
  json_array_add_element (array, weave_question (self, former, newer));
}

/* All fields of both: those that no condition looks at make no difference. */
static JsonNode *
weave_fields (CritWeave *self, JsonNode *former, JsonNode *newer)
{
  g_autoptr (JsonArray) none = json_array_new ();
  JsonArray *former_fields = former != NULL ? json_node_get_array (former) : none;
  JsonArray *newer_fields = newer != NULL ? json_node_get_array (newer) : none;
  g_autoptr (GHashTable) former_ids = index_by (former_fields, "id");
  g_autoptr (GHashTable) newer_ids = index_by (newer_fields, "id");
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < json_array_get_length (newer_fields); i++)
    {
      JsonNode *field = json_array_get_element (newer_fields, i);

      add_field (self, array, g_hash_table_lookup (former_ids, get_string (field, "id")), field);
    }
  for (guint i = 0; i < json_array_get_length (former_fields); i++)
    {
      JsonNode *field = json_array_get_element (former_fields, i);

      if (!g_hash_table_contains (newer_ids, get_string (field, "id")))
        add_field (self, array, field, NULL);
    }
  return take_array (array);
}

/* --- Questions --- */

static void
weave_key (CritWeave *self, JsonObject *object, const char *key, JsonNode *former, JsonNode *newer)
{
  JsonNode *one = get_member (former, key);
  JsonNode *other = get_member (newer, key);
  JsonNode *picked = NULL;

  if (one == other || (one != NULL && other != NULL && json_node_equal (one, other)))
    picked = other != NULL ? json_node_ref (other) : NULL;
  else
    picked = crit_weave_pick (self, CRIT_AMENDMENT_KEY, key, one, other);
  if (picked != NULL)
    json_object_set_member (object, key, picked);
}

/* Options are written out, and what says nothing about the meaning is left out. */
static void
weave_answers (CritWeave *self, JsonObject *object, JsonNode *former, JsonNode *newer)
{
  static const char *const keys[] = { "unit", "minimum", "maximum", "other", "ongoing" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    weave_key (self, object, keys[i], former, newer);
  if (get_member (newer, "options") != NULL)
    json_object_set_member (object, "options",
                            weave_options (self,
                                           crit_rules_index_get_options (self->former, former),
                                           crit_rules_index_get_options (self->newer, newer)));
  if (get_member (newer, "questions") != NULL)
    json_object_set_member (
        object, "questions",
        weave_fields (self, get_member (former, "questions"), get_member (newer, "questions")));
}

/* A question that is in one of the two only, or of another type in each. */
static void
copy_answers (CritWeave *self, JsonObject *object, JsonNode *question, CritRulesIndex *index)
{
  static const char *const keys[] = { "unit", "minimum", "maximum", "other", "ongoing" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (get_member (question, keys[i]) != NULL)
      json_object_set_member (object, keys[i], json_node_ref (get_member (question, keys[i])));
  if (get_member (question, "options") != NULL)
    json_object_set_member (object, "options",
                            json_node_ref (crit_rules_index_get_options (index, question)));
  if (get_member (question, "questions") != NULL)
    json_object_set_member (
        object, "questions",
        weave_fields (self, index == self->former ? get_member (question, "questions") : NULL,
                      index == self->newer ? get_member (question, "questions") : NULL));
}

static void
weave_types (CritWeave *self, JsonObject *object, JsonNode *former, JsonNode *newer)
{
  g_autoptr (JsonNode) picked = NULL;

  if (former == NULL || newer == NULL)
    picked = json_node_ref (former != NULL ? former : newer);
  else
    picked = crit_weave_pick (self, CRIT_AMENDMENT_KEY, "type", former, newer);
  json_object_set_member (object, "type", json_node_ref (get_member (picked, "type")));
  copy_answers (self, object, picked, picked == former ? self->former : self->newer);
}

static gboolean
is_of_same_type (JsonNode *former, JsonNode *newer)
{
  return former != NULL && newer != NULL
         && g_str_equal (get_string (former, "type"), get_string (newer, "type"));
}

/* When a question is shown that only one of the two has is no difference: nothing else looked at it. */
static void
weave_shown (CritWeave *self, JsonObject *object, JsonNode *former, JsonNode *newer)
{
  JsonNode *one = former != NULL ? get_member (former, "shown-when") : NULL;
  JsonNode *other = newer != NULL ? get_member (newer, "shown-when") : NULL;
  JsonNode *shown = NULL;

  self->about.part = CRIT_AMENDED_QUESTION_SHOWN;
  if (former != NULL && newer != NULL)
    shown = crit_weave_condition (self, one, other);
  else if (one != NULL || other != NULL)
    shown = json_node_ref (one != NULL ? one : other);
  if (shown != NULL)
    json_object_set_member (object, "shown-when", shown);
}

static JsonNode *
weave_question (CritWeave *self, JsonNode *former, JsonNode *newer)
{
  JsonNode *either = newer != NULL ? newer : former;
  const CritAmendment before = self->about;
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  self->about.part = CRIT_AMENDED_QUESTION;
  self->about.list = before.id;
  self->about.id = get_string (either, "id");
  json_object_set_member (object, "id", json_node_ref (get_member (either, "id")));
  json_object_set_member (object, "text", json_node_ref (get_member (either, "text")));
  if (is_of_same_type (former, newer))
    {
      json_object_set_member (object, "type", json_node_ref (get_member (newer, "type")));
      weave_answers (self, object, former, newer);
    }
  else
    weave_types (self, object, former, newer);
  weave_shown (self, object, former, newer);
  self->about = before;
  json_node_take_object (node, object);
  return node;
}

/* Weaves the two versions of a top-level question, of which there may be only one. Returns: (transfer full) */
JsonNode *
crit_weave_question (CritWeave *self, const char *id)
{
  self->about = (CritAmendment){ 0 };
  return weave_question (self, g_hash_table_lookup (self->former->questions, id),
                         g_hash_table_lookup (self->newer->questions, id));
}
