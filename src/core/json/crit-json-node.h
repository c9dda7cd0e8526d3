/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-keys.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  CRIT_JSON_TYPE_NULL,
  CRIT_JSON_TYPE_BOOLEAN,
  CRIT_JSON_TYPE_INTEGER,
  CRIT_JSON_TYPE_DECIMAL,
  CRIT_JSON_TYPE_STRING,
  CRIT_JSON_TYPE_ARRAY,
  CRIT_JSON_TYPE_OBJECT,
} CritJsonType;

/**
 * CritJsonNode:
 * @key: (nullable): of a member of an object; ends with a zero byte, as @string does
 * @offset: the byte of the text where the value begins
 * @next: how many nodes behind this one the next item of that is; 0 for the last
 * @n_items: of an array or object; the first follows it at once
 * @marks: of an object: those of its keys, crit_json_keys_mark()
 * @string: holds no zero byte
 *
 * A value in a #CritJsonDocument, where it stands in the text included. All nodes of a document lie in one row, in the order
 * of the text.
 */
typedef struct _CritJsonNode CritJsonNode;

struct _CritJsonNode
{
  const char *key;
  guint32 offset;
  guint32 next : 29;
  CritJsonType type : 3;
  union
  {
    struct /* the first: a node of which nothing else is said has none of either */
    {
      guint n_items;
      guint32 marks;
    };
    gboolean boolean;
    gint64 integer;
    double decimal;
    const char *string;
  };
};

const CritJsonNode *crit_json_node_find_member (const CritJsonNode *object, const char *key);
void crit_json_append_step (GString *pointer, const char *key);
char *crit_json_node_dup_pointer (const CritJsonNode *root, const CritJsonNode *self);
JsonNode *crit_json_node_dup (const CritJsonNode *self, GHashTable *origins);

static inline gboolean
crit_json_node_is (const CritJsonNode *self, CritJsonType type)
{
  return self != NULL && self->type == type;
}

/* The member of that name; NULL where there is none, or @object is no object. */
static inline const CritJsonNode *
crit_json_node_get_member (const CritJsonNode *object, const char *key)
{
  return crit_json_node_is (object, CRIT_JSON_TYPE_OBJECT)
                 && (object->marks & crit_json_keys_mark (key)) != 0
             ? crit_json_node_find_member (object, key)
             : NULL;
}

/* The first item of an array or object; NULL where it has none, or is neither. */
static inline const CritJsonNode *
crit_json_node_get_first (const CritJsonNode *self)
{
  return self != NULL && self->type >= CRIT_JSON_TYPE_ARRAY && self->n_items > 0 ? self + 1 : NULL;
}

/* The item after this one; NULL after the last. */
static inline const CritJsonNode *
crit_json_node_get_next (const CritJsonNode *self)
{
  return self->next > 0 ? self + self->next : NULL;
}

/* Each item of an array, or each member of an object, in the order of the text; of anything else none. */
#define CRIT_JSON_FOREACH(item, container)                                                         \
  for (const CritJsonNode *item = crit_json_node_get_first (container); item != NULL;              \
       item = crit_json_node_get_next (item))

G_END_DECLS
