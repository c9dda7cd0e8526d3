/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shrink.h"

/**
 * Edit:
 * @steps: how many edits come before it, in the order of the text; none are left once it was made
 * @made: whether it was made
 *
 * A tree can be made smaller in many ways: without one of its members or elements, or with something that stands inside
 * an object in its place (a condition becomes one of its parts). They are numbered from the root on, so that those
 * that take away most come first.
 */
typedef struct
{
  guint steps;
  gboolean made;
} Edit;

static JsonNode *copy (JsonNode *node, Edit *edit);

static gboolean
is_now (Edit *edit)
{
  if (edit->made || edit->steps-- > 0)
    return FALSE;
  edit->made = TRUE;
  return TRUE;
}

static JsonNode *
choose_from_array (JsonArray *array, Edit *edit)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)) && is_now (edit))
      return json_array_get_element (array, i);
  return NULL;
}

/* An object that stands inside an object, or inside an array of it. */
static JsonNode *
choose_inside (JsonNode *node, Edit *edit)
{
  JsonNode *chosen = NULL, *value = NULL;
  const char *name = NULL;
  JsonObjectIter iter = { 0 };

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (chosen == NULL && json_object_iter_next_ordered (&iter, &name, &value))
    if (JSON_NODE_HOLDS_ARRAY (value))
      chosen = choose_from_array (json_node_get_array (value), edit);
    else if (JSON_NODE_HOLDS_OBJECT (value) && is_now (edit))
      chosen = value;
  return chosen;
}

static JsonNode *
copy_object (JsonNode *node, Edit *edit)
{
  JsonNode *inside = choose_inside (node, edit);
  JsonObject *object = NULL;
  JsonNode *value = NULL, *copied = NULL;
  const char *name = NULL;
  JsonObjectIter iter = { 0 };

  if (inside != NULL)
    return copy (inside, edit);
  object = json_object_new ();
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!is_now (edit))
      json_object_set_member (object, name, copy (value, edit));
  copied = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (copied, object);
  return copied;
}

static JsonNode *
copy_array (JsonNode *node, Edit *edit)
{
  JsonNode *copied = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  JsonArray *from = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (from); i++)
    if (!is_now (edit))
      json_array_add_element (array, copy (json_array_get_element (from, i), edit));
  json_node_take_array (copied, array);
  return copied;
}

static JsonNode *
copy (JsonNode *node, Edit *edit)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return copy_object (node, edit);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return copy_array (node, edit);
  return json_node_copy (node);
}

/* Tries every edit once. After one that holds, the next has its number. */
static gboolean
go_through (JsonNode **tree, ShrinkStillFails still_fails, gpointer user_data)
{
  gboolean smaller = FALSE;
  guint n = 0;

  while (TRUE)
    {
      Edit edit = { n, FALSE };
      JsonNode *candidate = copy (*tree, &edit);
      gboolean fails = edit.made && still_fails (candidate, user_data);

      json_node_unref (fails ? *tree : candidate);
      if (!edit.made)
        return smaller;
      if (fails)
        *tree = candidate;
      smaller = smaller || fails;
      n += fails ? 0 : 1;
    }
}

/**
 * shrink:
 * @tree: a JSON tree that shows a failure
 * @still_fails: (scope call): whether another tree shows it
 * @user_data: for it
 *
 * Takes away from the tree while it still fails.
 *
 * Returns: (transfer full): a tree that no single edit makes smaller without the failure going away
 */
JsonNode *
shrink (JsonNode *tree, ShrinkStillFails still_fails, gpointer user_data)
{
  Edit none = { G_MAXUINT, FALSE };
  JsonNode *smallest = copy (tree, &none);

  while (go_through (&smallest, still_fails, user_data))
    continue;
  return smallest;
}
