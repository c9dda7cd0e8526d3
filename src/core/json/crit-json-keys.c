/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-keys.h"

#include <string.h>

#include "json/crit-json-reader.h"

/* Up to here an object's keys are compared one by one, which needs no allocation at all. */
#define FEW 32

/**
 * Object:
 * @marks: of all its keys
 * @few: the first of its keys
 * @tree: (nullable): once there are more, all of them
 */
typedef struct
{
  guint32 marks;
  guint n_few;
  GTree *tree;
  const char *few[FEW];
} Object;

struct _CritJsonKeys
{
  guint depth;
  Object objects[CRIT_JSON_MAX_DEPTH];
};

/**
 * crit_json_keys_new:
 *
 * Returns: (transfer full): keys of no object yet
 */
CritJsonKeys *
crit_json_keys_new (void)
{
  return g_new0 (CritJsonKeys, 1);
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
  Object *object = &self->objects[self->depth++];

  g_assert (self->depth <= CRIT_JSON_MAX_DEPTH);
  object->marks = 0;
  object->n_few = 0;
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
  g_clear_pointer (&self->objects[--self->depth].tree, g_tree_unref);
}

/* A tree and not a hash table: no choice of keys, however hostile, makes it slow. */
static void
grow_tree (Object *object)
{
  object->tree = g_tree_new ((GCompareFunc) strcmp);
  for (guint i = 0; i < FEW; i++)
    g_tree_insert (object->tree, (gpointer) object->few[i], (gpointer) object->few[i]);
}

/* The key of the object that equals @key. */
static const char *
find_equal (const Object *object, const char *key)
{
  if (object->tree != NULL)
    return g_tree_lookup (object->tree, key);
  for (guint i = 0; i < object->n_few; i++)
    if (strcmp (object->few[i], key) == 0)
      return object->few[i];
  return NULL;
}

static void
remember (Object *object, const char *key)
{
  if (object->n_few < FEW)
    {
      object->few[object->n_few++] = key;
      return;
    }
  if (object->tree == NULL)
    grow_tree (object);
  g_tree_insert (object->tree, (gpointer) key, (gpointer) key);
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
  const char *equal = (object->marks & mark) != 0 ? find_equal (object, key) : NULL;

  object->marks |= mark;
  remember (object, key);
  return equal;
}
