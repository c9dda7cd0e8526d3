/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-keys.h"

#include <string.h>

#include "json/crit-json-reader.h"

/* Up to here an object's keys are compared one by one, which needs no allocation at all. */
#define FEW 32

/* Of an object: where its keys begin, the marks of all of them, and where there are many, all of them in order. */
typedef struct
{
  guint first;
  guint32 marks;
  GTree *tree;
} Object;

/**
 * CritJsonKeys:
 * @keys: of const char: those of all open objects, those of the innermost at the end
 */
struct _CritJsonKeys
{
  GPtrArray *keys;
  Object objects[CRIT_JSON_MAX_DEPTH];
  guint depth;
};

/**
 * crit_json_keys_new:
 *
 * Returns: (transfer full): keys of no object yet
 */
CritJsonKeys *
crit_json_keys_new (void)
{
  CritJsonKeys *self = g_new0 (CritJsonKeys, 1);

  self->keys = g_ptr_array_new ();
  return self;
}

/**
 * crit_json_keys_forget:
 * @self: the keys
 *
 * Closes every object that is open, so that another document can begin.
 */
void
crit_json_keys_forget (CritJsonKeys *self)
{
  while (self->depth > 0)
    crit_json_keys_close (self);
}

/**
 * crit_json_keys_free:
 * @self: (transfer full): the keys
 *
 * Frees them, whether or not every object was closed.
 */
void
crit_json_keys_free (CritJsonKeys *self)
{
  crit_json_keys_forget (self);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

/**
 * crit_json_keys_open:
 * @self: the keys
 *
 * An object begins; its caller keeps to %CRIT_JSON_MAX_DEPTH.
 */
void
crit_json_keys_open (CritJsonKeys *self)
{
  g_assert (self->depth < CRIT_JSON_MAX_DEPTH);
  self->objects[self->depth++] = (Object){ .first = self->keys->len };
}

/**
 * crit_json_keys_close:
 * @self: the keys
 *
 * The innermost object ends, and its keys are forgotten.
 */
void
crit_json_keys_close (CritJsonKeys *self)
{
  Object *object = &self->objects[--self->depth];

  g_ptr_array_set_size (self->keys, (int) object->first);
  g_clear_pointer (&object->tree, g_tree_unref);
}

/* A tree and not a hash table: no choice of keys, however hostile, makes it slow. */
static void
grow_tree (CritJsonKeys *self, Object *object)
{
  object->tree = g_tree_new ((GCompareFunc) strcmp);
  for (guint i = object->first; i < self->keys->len; i++)
    g_tree_insert (object->tree, self->keys->pdata[i], self->keys->pdata[i]);
}

/* The key of the object that equals @key. */
static const char *
find_equal (CritJsonKeys *self, const Object *object, const char *key)
{
  if (object->tree != NULL)
    return g_tree_lookup (object->tree, key);
  for (guint i = object->first; i < self->keys->len; i++)
    if (strcmp (self->keys->pdata[i], key) == 0)
      return self->keys->pdata[i];
  return NULL;
}

/**
 * crit_json_keys_add:
 * @self: the keys
 * @key: a key of the innermost object; it stays in memory until that is closed
 *
 * Remembers a key.
 *
 * Returns: (transfer none) (nullable): the key of the same object that equals it, if there is one
 */
const char *
crit_json_keys_add (CritJsonKeys *self, const char *key)
{
  Object *object = &self->objects[self->depth - 1];
  const guint32 mark = crit_json_keys_mark (key);
  const char *equal = (object->marks & mark) != 0 ? find_equal (self, object, key) : NULL;

  object->marks |= mark;
  g_ptr_array_add (self->keys, (gpointer) key);
  if (object->tree != NULL)
    g_tree_insert (object->tree, (gpointer) key, (gpointer) key);
  else if (self->keys->len - object->first > FEW)
    grow_tree (self, object);
  return equal;
}
