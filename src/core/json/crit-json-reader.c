/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-reader-private.h"

/**
 * crit_json_reader_new:
 * @text: (array length=length) (transfer none): one JSON document; it must outlive the reader
 * @length: its length in bytes
 *
 * Returns: (transfer full): a reader at the start of @text
 */
CritJsonReader *
crit_json_reader_new (const char *text, gsize length)
{
  CritJsonReader *self = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  self = g_new0 (CritJsonReader, 1);
  self->cursor = (CritJsonCursor){ .original = text != NULL ? text : "", .length = length };
  self->keys = crit_json_keys_new ();
  return self;
}

/**
 * crit_json_reader_restart:
 * @self: a reader
 * @text: (array length=length) (transfer none): another JSON document; it must outlive the reader, or its next restart
 * @length: its length in bytes
 *
 * Begins anew at the start of @text, as a new reader would, but without asking for memory: for one who reads a million
 * documents.
 */
void
crit_json_reader_restart (CritJsonReader *self, const char *text, gsize length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL || length == 0);

  self->cursor.original = text != NULL ? text : "";
  self->cursor.length = length;
  self->cursor.position = 0;
  self->state = CRIT_JSON_STATE_START;
  self->token.offset = 0;
  self->depth = 0;
  if (self->keys != NULL)
    crit_json_keys_forget (self->keys);
  if (self->error != NULL)
    g_clear_error (&self->error);
}

/**
 * crit_json_reader_leave_keys:
 * @self: a reader that has read nothing yet
 *
 * Leaves it to the caller to see that no key comes twice in an object. Who puts each value into a slot of its own sees that
 * the slot is taken, for less than it costs to remember keys.
 */
void
crit_json_reader_leave_keys (CritJsonReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->keys, crit_json_keys_free);
}

/**
 * crit_json_reader_free:
 * @self: (nullable) (transfer full): a reader
 *
 * Frees the reader and the strings that it lent.
 */
void
crit_json_reader_free (CritJsonReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->keys, crit_json_keys_free);
  g_free (self->cursor.text);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * crit_json_reader_steal_text:
 * @self: (transfer full): a reader that is to read no further
 *
 * Frees the reader, but keeps the strings that it lent: they stay where they are.
 *
 * Returns: (transfer full): what the strings live in
 */
char *
crit_json_reader_steal_text (CritJsonReader *self)
{
  char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_steal_pointer (&self->cursor.text);
  crit_json_reader_free (self);
  return text;
}

/**
 * crit_json_reader_get_token:
 * @self: a reader
 *
 * Returns: what the last event is about; it stays where it is as long as the reader, and changes with every event
 */
const CritJsonToken *
crit_json_reader_get_token (CritJsonReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->token;
}
