/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-keys.h"

#include <string.h>

#include "json/crit-json-reader.h"

/* Up to here an object's keys are compared one by one, which needs no allocation at all. */
#define FEW 32

typedef struct
{
  const char *text;
  gsize length;
  gsize offset;
} Key;

typedef struct
{
  guint first;
  GTree *tree;
} Object;

struct _CritJsonKeys
{
  /* The keys of all open objects, those of the innermost at the end. */
  GArray *keys;
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

  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
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
  g_array_unref (self->keys);
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

  g_array_set_size (self->keys, object->first);
  g_clear_pointer (&object->tree, g_tree_unref);
}

static int
compare_keys (const Key *a, const Key *b)
{
  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;
  return memcmp (a->text, b->text, a->length);
}

static int
compare_indices (gconstpointer a, gconstpointer b, gpointer keys)
{
  return compare_keys (&g_array_index ((GArray *) keys, Key, GPOINTER_TO_UINT (a)),
                       &g_array_index ((GArray *) keys, Key, GPOINTER_TO_UINT (b)));
}

/* A tree and not a hash table: no choice of keys, however hostile, makes it slow. */
static void
grow_tree (CritJsonKeys *self, Object *object)
{
  object->tree = g_tree_new_with_data (compare_indices, self->keys);
  for (guint i = object->first; i < self->keys->len; i++)
    g_tree_insert (object->tree, GUINT_TO_POINTER (i), GUINT_TO_POINTER (i));
}

/* Finds the key that equals the last one of the innermost object. */
static const Key *
find_equal (CritJsonKeys *self, Object *object)
{
  guint last = self->keys->len - 1;
  const Key *key = &g_array_index (self->keys, Key, last);
  gpointer found = NULL;

  if (object->tree != NULL)
    return g_tree_lookup_extended (object->tree, GUINT_TO_POINTER (last), NULL, &found)
               ? &g_array_index (self->keys, Key, GPOINTER_TO_UINT (found))
               : NULL;
  for (guint i = object->first; i < last; i++)
    if (compare_keys (&g_array_index (self->keys, Key, i), key) == 0)
      return &g_array_index (self->keys, Key, i);
  return NULL;
}

/**
 * crit_json_keys_add:
 * @self: the keys
 * @key: (array length=length): a key of the innermost object; it stays in memory until that is closed
 * @length: its length in bytes
 * @offset: where it stands
 * @first: (out): where an equal key of the same object stands
 *
 * Remembers a key.
 *
 * Returns: %FALSE when the object has that key already
 */
gboolean
crit_json_keys_add (CritJsonKeys *self, const char *key, gsize length, gsize offset, gsize *first)
{
  Object *object = &self->objects[self->depth - 1];
  Key added = { key, length, offset };
  const Key *equal = NULL;

  g_array_append_val (self->keys, added);
  equal = find_equal (self, object);
  if (equal != NULL)
    {
      *first = equal->offset;
      return FALSE;
    }
  if (object->tree != NULL)
    g_tree_insert (object->tree, GUINT_TO_POINTER (self->keys->len - 1),
                   GUINT_TO_POINTER (self->keys->len - 1));
  else if (self->keys->len - object->first > FEW)
    grow_tree (self, object);
  return TRUE;
}
