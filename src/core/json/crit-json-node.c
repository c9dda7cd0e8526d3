/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-node.h"

#include <string.h>

#include "json/crit-json-reader.h"

/**
 * crit_json_node_find_member:
 * @object: an object
 * @key: a key
 *
 * Looks through the members one by one: for objects that have few of them, as those that people write do.
 * crit_json_node_get_member() mostly knows without.
 *
 * Returns: (nullable): the member of that name
 */
const CritJsonNode *
crit_json_node_find_member (const CritJsonNode *object, const char *key)
{
  CRIT_JSON_FOREACH (member, object)
    if (member->key[0] == key[0] && strcmp (member->key, key) == 0)
      return member;
  return NULL;
}

/**
 * crit_json_append_step:
 * @pointer: a JSON Pointer
 * @key: a key
 *
 * Lengthens @pointer by the step to the member of that name.
 */
void
crit_json_append_step (GString *pointer, const char *key)
{
  g_string_append_c (pointer, '/');
  for (const char *p = key; *p != '\0'; p++)
    if (*p == '~')
      g_string_append (pointer, "~0");
    else if (*p == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *p);
}

/* The item of a container in which a node is, or which it is; appends the step to it. */
static const CritJsonNode *
step_towards (const CritJsonNode *container, const CritJsonNode *node, GString *pointer)
{
  const CritJsonNode *item = crit_json_node_get_first (container);
  guint n = 0;

  for (; item->next > 0 && crit_json_node_get_next (item) <= node; n++)
    item = crit_json_node_get_next (item);
  if (item->key != NULL)
    crit_json_append_step (pointer, item->key);
  else
    g_string_append_printf (pointer, "/%u", n);
  return item;
}

/**
 * crit_json_node_dup_pointer:
 * @root: the root of a document
 * @self: a node of it
 *
 * Returns: (transfer full): its JSON Pointer (RFC 6901), such as "/criteria/3/when"; that of the root is the empty string
 */
char *
crit_json_node_dup_pointer (const CritJsonNode *root, const CritJsonNode *self)
{
  GString *pointer = g_string_new (NULL);

  for (const CritJsonNode *step = root; step != self;)
    step = step_towards (step, self, pointer);
  return g_string_free (pointer, FALSE);
}

static JsonNode *
dup_object (const CritJsonNode *self, GHashTable *origins)
{
  g_autoptr (JsonObject) object = json_object_new ();

  CRIT_JSON_FOREACH (member, self)
    json_object_set_member (object, member->key, crit_json_node_dup (member, origins));
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
dup_array (const CritJsonNode *self, GHashTable *origins)
{
  g_autoptr (JsonArray) array = json_array_sized_new (self->n_items);

  CRIT_JSON_FOREACH (item, self)
    json_array_add_element (array, crit_json_node_dup (item, origins));
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
dup_value (const CritJsonNode *self, GHashTable *origins)
{
  switch (self->type)
    {
    case CRIT_JSON_TYPE_OBJECT:
      return dup_object (self, origins);
    case CRIT_JSON_TYPE_ARRAY:
      return dup_array (self, origins);
    case CRIT_JSON_TYPE_STRING:
      return json_node_init_string (json_node_alloc (), self->string);
    case CRIT_JSON_TYPE_INTEGER:
      return json_node_init_int (json_node_alloc (), self->integer);
    case CRIT_JSON_TYPE_DECIMAL:
      return json_node_init_double (json_node_alloc (), self->decimal);
    case CRIT_JSON_TYPE_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), self->boolean);
    case CRIT_JSON_TYPE_NULL:
    default:
      return json_node_init_null (json_node_alloc ());
    }
}

/**
 * crit_json_node_dup:
 * @self: a node
 * @origins: (nullable): where it is entered for each new node which one of the document it was made of
 *
 * Returns: (transfer full): the same value as a node of json-glib, to be kept, changed and written
 */
JsonNode *
crit_json_node_dup (const CritJsonNode *self, GHashTable *origins)
{
  JsonNode *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dup_value (self, origins);
  if (origins != NULL)
    g_hash_table_insert (origins, copy, (gpointer) self);
  return copy;
}
