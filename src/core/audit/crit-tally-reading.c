/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-tally-reading.h"

#include <glib/gi18n-lib.h>

/* More than any number in a tally, and far from an overflow: what is added up stops here. */
#define TOO_MANY (G_GUINT64_CONSTANT (1) << 60)

/**
 * crit_tally_reading_fail:
 * @self: a tally that is being read
 * @node: what it is about
 * @code: a short stable word
 * @message: one sentence, translated
 *
 * Reports an error about a value.
 */
void
crit_tally_reading_fail (CritTallyReading *self,
                         JsonNode *node,
                         const char *code,
                         const char *message)
{
  crit_record_reader_report (&self->reader, CRIT_SEVERITY_ERROR, node, code, "%s", message);
}

/**
 * crit_tally_reading_is_object:
 * @self: a tally that is being read
 * @node: (nullable): a value
 * @keys: (array zero-terminated=1): the keys that it may have
 *
 * Reports where it is none, and what keys it may not have.
 *
 * Returns: whether it is an object
 */
gboolean
crit_tally_reading_is_object (CritTallyReading *self, JsonNode *node, const char *const *keys)
{
  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      crit_tally_reading_fail (self, node, "wrong-type", _ ("This must be an object."));
      return FALSE;
    }
  crit_record_reader_check_keys (&self->reader, node, keys);
  return TRUE;
}

/**
 * crit_tally_reading_need_array:
 * @self: a tally that is being read
 * @object: an object
 * @key: a key that it has to have
 *
 * Returns: (transfer none) (nullable): the array; NULL, and reported, where there is none
 */
JsonArray *
crit_tally_reading_need_array (CritTallyReading *self, JsonNode *object, const char *key)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  crit_tally_reading_fail (self, node, "wrong-type", _ ("This must be an array."));
  return NULL;
}

/**
 * crit_tally_count_elements:
 * @array: (nullable): an array
 *
 * Returns: how many elements it has; 0 where there is none
 */
guint
crit_tally_count_elements (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/**
 * crit_tally_reading_dup_text:
 * @self: a tally that is being read
 * @object: an object
 * @key: a key that it has to have
 *
 * Returns: (transfer full) (nullable): the text; NULL, and reported, where there is none
 */
char *
crit_tally_reading_dup_text (CritTallyReading *self, JsonNode *object, const char *key)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);

  return g_strdup (crit_record_reader_read_text (&self->reader, node));
}

/**
 * crit_tally_reading_need_count:
 * @self: a tally that is being read
 * @object: an object
 * @key: a key that it has to have
 *
 * Returns: the number; 0, and reported, where there is none
 */
guint64
crit_tally_reading_need_count (CritTallyReading *self, JsonNode *object, const char *key)
{
  JsonNode *node = crit_record_reader_need (&self->reader, object, key);

  if (node == NULL)
    return 0;
  if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0)
    return (guint64) json_node_get_int (node);
  crit_tally_reading_fail (self, node, "bad-count", _ ("This must be a whole number, 0 or more."));
  return 0;
}

/**
 * crit_tally_add_up:
 * @sum: a sum
 * @more: a number of a tally
 *
 * Returns: both together; it never overflows, and then is more than any tally can hold
 */
guint64
crit_tally_add_up (guint64 sum, guint64 more)
{
  return MIN (sum + more, TOO_MANY);
}

/**
 * crit_tally_reading_check_sum:
 * @self: a tally that is being read
 * @node: what holds the numbers
 * @sum: what they come to
 * @expected: what they must come to
 *
 * Reports where these differ.
 */
void
crit_tally_reading_check_sum (CritTallyReading *self, JsonNode *node, guint64 sum, guint64 expected)
{
  if (sum != expected)
    crit_record_reader_report (&self->reader, CRIT_SEVERITY_ERROR, node, "bad-sum",
                               /* Translators: two numbers of records. */
                               _ ("These numbers come to %1$" G_GUINT64_FORMAT
                                  ", and must come to %2$" G_GUINT64_FORMAT "."),
                               sum, expected);
}

/**
 * crit_tally_reading_check_most:
 * @self: a tally that is being read
 * @object: an object
 * @key: where in it the number stands
 * @count: the number
 *
 * Reports where it is more than there are records.
 */
void
crit_tally_reading_check_most (CritTallyReading *self,
                               JsonNode *object,
                               const char *key,
                               guint64 count)
{
  if (count > self->tally->n_records)
    crit_tally_reading_fail (self, json_object_get_member (json_node_get_object (object), key),
                             "bad-count", _ ("This is more than there are records in this tally."));
}

/**
 * crit_tally_reading_check_same:
 * @self: a tally that is being read
 * @node: what it is about
 * @text: (nullable): a text
 * @fellow: (nullable): that of the tally before it
 *
 * Reports where they differ: two tallies of the same rules name the same things in the same order.
 */
void
crit_tally_reading_check_same (CritTallyReading *self,
                               JsonNode *node,
                               const char *text,
                               const char *fellow)
{
  if (g_strcmp0 (text, fellow) != 0)
    crit_tally_reading_fail (
        self, node, "not-the-same",
        _ ("This is not the same as in the tally before it, although both name the same rules."));
}

/**
 * crit_tally_reading_check_length:
 * @self: a tally that is being read
 * @object: an object
 * @key: where in it the array stands
 * @n: how many elements that has
 * @expected: how many that of the tally before it has
 *
 * Reports where they differ.
 */
void
crit_tally_reading_check_length (CritTallyReading *self,
                                 JsonNode *object,
                                 const char *key,
                                 guint n,
                                 guint expected)
{
  if (n != expected)
    crit_tally_reading_fail (
        self, json_object_get_member (json_node_get_object (object), key), "not-the-same",
        _ ("There are not as many of these as in the tally before it, although both name the "
           "same rules."));
}
