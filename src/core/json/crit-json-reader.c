/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-reader.h"

#include <string.h>

#include "json/crit-json-keys.h"
#include "json/crit-json-refusal.h"
#include "json/crit-json-scan.h"

/* What the grammar allows next. */
typedef enum
{
  STATE_START,
  STATE_FIRST_KEY,
  STATE_FIRST_ELEMENT,
  STATE_COLON,
  STATE_COMMA,
  STATE_END,
} State;

struct _CritJsonReader
{
  CritJsonCursor cursor;
  State state;
  gsize offset;
  gsize comma;
  CritJsonOpen open[CRIT_JSON_MAX_DEPTH];
  guint depth;
  CritJsonKeys *keys;
  GString *scratch;
  GError *error;

  CritJsonString string;
  CritJsonNumber number;
  gboolean boolean;
};

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
  self->cursor = (CritJsonCursor){ .text = text != NULL ? text : "", .length = length };
  self->keys = crit_json_keys_new ();
  self->scratch = g_string_new (NULL);
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

  self->cursor = (CritJsonCursor){ .text = text != NULL ? text : "", .length = length };
  self->state = STATE_START;
  self->offset = 0;
  self->depth = 0;
  crit_json_keys_forget (self->keys);
  g_clear_error (&self->error);
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
  crit_json_keys_free (self->keys);
  g_string_free (self->scratch, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
is_at_end (const CritJsonReader *self)
{
  return self->cursor.position == self->cursor.length;
}

/* The next byte; the text has no zero byte, so that stands for its end. */
static char
peek (const CritJsonReader *self)
{
  return is_at_end (self) ? '\0' : self->cursor.text[self->cursor.position];
}

static void
skip_space (CritJsonReader *self)
{
  const char *text = self->cursor.text;
  gsize at = self->cursor.position;

  while (at < self->cursor.length
         && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r'))
    at++;
  self->cursor.position = at;
}

static const CritJsonOpen *
innermost (const CritJsonReader *self)
{
  return &self->open[self->depth - 1];
}

static CritJsonEvent
open_bracket (CritJsonReader *self, char bracket)
{
  if (self->depth == CRIT_JSON_MAX_DEPTH)
    return crit_json_refuse_depth (&self->cursor, &self->error);
  self->open[self->depth++] = (CritJsonOpen){ bracket, self->cursor.position++ };
  if (bracket == '[')
    {
      self->state = STATE_FIRST_ELEMENT;
      return CRIT_JSON_ARRAY_START;
    }
  crit_json_keys_open (self->keys);
  self->state = STATE_FIRST_KEY;
  return CRIT_JSON_OBJECT_START;
}

/* A value is complete: what may follow depends on where it stands. */
static CritJsonEvent
complete (CritJsonReader *self, CritJsonEvent event)
{
  self->state = self->depth > 0 ? STATE_COMMA : STATE_END;
  return event;
}

static CritJsonEvent
close_bracket (CritJsonReader *self)
{
  char bracket = innermost (self)->bracket;

  self->cursor.position++;
  self->depth--;
  if (bracket == '[')
    return complete (self, CRIT_JSON_ARRAY_END);
  crit_json_keys_close (self->keys);
  return complete (self, CRIT_JSON_OBJECT_END);
}

static CritJsonEvent
read_string (CritJsonReader *self)
{
  if (!crit_json_scan_string (&self->cursor, CRIT_JSON_MAX_STRING, self->scratch, &self->string,
                              &self->error))
    return CRIT_JSON_ERROR_EVENT;
  return complete (self, CRIT_JSON_STRING);
}

static CritJsonEvent
read_number (CritJsonReader *self)
{
  if (!crit_json_scan_number (&self->cursor, &self->number, &self->error))
    return CRIT_JSON_ERROR_EVENT;
  return complete (self, self->number.is_integer ? CRIT_JSON_INTEGER : CRIT_JSON_DECIMAL);
}

/* Whether the cursor is at @word and the word ends there; then moves behind it. */
static gboolean
take_word (CritJsonReader *self, const char *word)
{
  gsize length = strlen (word);
  gsize end = self->cursor.position + length;

  if (self->cursor.length - self->cursor.position < length
      || memcmp (self->cursor.text + self->cursor.position, word, length) != 0)
    return FALSE;
  if (end < self->cursor.length
      && (g_ascii_isalnum (self->cursor.text[end]) || self->cursor.text[end] == '_'))
    return FALSE;
  self->cursor.position = end;
  return TRUE;
}

static CritJsonEvent
read_word (CritJsonReader *self)
{
  if (take_word (self, "null"))
    return complete (self, CRIT_JSON_NULL);
  self->boolean = peek (self) == 't';
  if (take_word (self, "true") || take_word (self, "false"))
    return complete (self, CRIT_JSON_BOOLEAN);
  return crit_json_refuse_value (&self->cursor, &self->error);
}

static CritJsonEvent
read_value (CritJsonReader *self)
{
  char first = peek (self);

  switch (first)
    {
    case '{':
    case '[':
      return open_bracket (self, first);
    case '"':
      return read_string (self);
    case 't':
    case 'f':
    case 'n':
      return read_word (self);
    default:
      if (first == '-' || g_ascii_isdigit (first))
        return read_number (self);
      return crit_json_refuse_value (&self->cursor, &self->error);
    }
}

static CritJsonEvent
read_key (CritJsonReader *self)
{
  gsize start = self->cursor.position;
  gsize first = 0;
  gboolean is_kept = FALSE;

  if (peek (self) != '"')
    return crit_json_refuse_key (&self->cursor, &self->error);
  if (!crit_json_scan_string (&self->cursor, CRIT_JSON_MAX_KEY, self->scratch, &self->string,
                              &self->error))
    return CRIT_JSON_ERROR_EVENT;
  is_kept = self->string.text != self->scratch->str;
  if (!crit_json_keys_add (self->keys, self->string.text, self->string.length, is_kept, start,
                           &first))
    return crit_json_refuse_duplicate (&self->cursor, start, first, &self->string, &self->error);
  self->state = STATE_COLON;
  return CRIT_JSON_KEY;
}

static CritJsonEvent
read_colon (CritJsonReader *self)
{
  if (peek (self) != ':')
    return crit_json_refuse_no_colon (&self->cursor, &self->error);
  self->cursor.position++;
  skip_space (self);
  self->offset = self->cursor.position;
  if (is_at_end (self))
    return crit_json_refuse_unclosed (&self->cursor, innermost (self), &self->error);
  return read_value (self);
}

static CritJsonEvent
read_after_value (CritJsonReader *self)
{
  char found = peek (self);

  if (found == crit_json_closing (innermost (self)->bracket))
    return close_bracket (self);
  if (found == ']' || found == '}')
    return crit_json_refuse_bracket (&self->cursor, innermost (self), &self->error);
  if (found != ',')
    return crit_json_refuse_no_comma (&self->cursor, innermost (self), &self->error);
  self->comma = self->cursor.position++;
  skip_space (self);
  self->offset = self->cursor.position;
  if (is_at_end (self))
    return crit_json_refuse_unclosed (&self->cursor, innermost (self), &self->error);
  found = peek (self);
  if (found == ']' || found == '}')
    return crit_json_refuse_comma (&self->cursor, self->comma, &self->error);
  return innermost (self)->bracket == '{' ? read_key (self) : read_value (self);
}

static CritJsonEvent
read_first (CritJsonReader *self)
{
  char found = peek (self);

  if (found == crit_json_closing (innermost (self)->bracket))
    return close_bracket (self);
  if (found == ']' || found == '}')
    return crit_json_refuse_bracket (&self->cursor, innermost (self), &self->error);
  return self->state == STATE_FIRST_KEY ? read_key (self) : read_value (self);
}

static CritJsonEvent
read_start (CritJsonReader *self)
{
  if (self->cursor.length > CRIT_JSON_MAX_FILE)
    return crit_json_refuse_size (&self->cursor, &self->error);
  if (!crit_json_check_encoding (&self->cursor, &self->error))
    return CRIT_JSON_ERROR_EVENT;
  skip_space (self);
  self->offset = self->cursor.position;
  if (is_at_end (self))
    return crit_json_refuse_nothing (&self->cursor, &self->error);
  return read_value (self);
}

static CritJsonEvent
read_event (CritJsonReader *self)
{
  skip_space (self);
  self->offset = self->cursor.position;
  if (self->state == STATE_START)
    return read_start (self);
  if (self->state == STATE_END)
    return is_at_end (self) ? CRIT_JSON_END : crit_json_refuse_more (&self->cursor, &self->error);
  if (is_at_end (self))
    return crit_json_refuse_unclosed (&self->cursor, innermost (self), &self->error);
  switch (self->state)
    {
    case STATE_COLON:
      return read_colon (self);
    case STATE_COMMA:
      return read_after_value (self);
    default:
      return read_first (self);
    }
}

/**
 * crit_json_reader_next:
 * @self: a reader
 * @error: return location for a #CritJsonError
 *
 * Reads on to the next event. After the document has been read whole, and found to be followed by
 * nothing, every call gives %CRIT_JSON_END; only then is the text known to be good. After an error
 * every call gives the same error.
 *
 * Returns: the event, %CRIT_JSON_ERROR_EVENT with @error set where the text is refused
 */
CritJsonEvent
crit_json_reader_next (CritJsonReader *self, GError **error)
{
  CritJsonEvent event = CRIT_JSON_ERROR_EVENT;

  g_return_val_if_fail (self != NULL, CRIT_JSON_ERROR_EVENT);

  if (self->error == NULL)
    event = read_event (self);
  if (event == CRIT_JSON_ERROR_EVENT)
    {
      self->offset = self->cursor.position;
      if (error != NULL)
        *error = g_error_copy (self->error);
    }
  return event;
}

/**
 * crit_json_reader_get_offset:
 * @self: a reader
 *
 * Returns: the byte where the last event begins, or where the fault is after an error
 */
gsize
crit_json_reader_get_offset (CritJsonReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offset;
}

/**
 * crit_json_reader_get_string:
 * @self: a reader whose last event was %CRIT_JSON_KEY or %CRIT_JSON_STRING
 * @length: (out): its length in bytes
 *
 * The string is UTF-8 and holds no zero byte, but it does **not end with one**: most often it is a
 * part of the text that is being read.
 *
 * Returns: (transfer none) (array length=length): the string, valid until the next event
 */
const char *
crit_json_reader_get_string (CritJsonReader *self, gsize *length)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  *length = self->string.length;
  return self->string.text;
}

/**
 * crit_json_reader_get_integer:
 * @self: a reader whose last event was %CRIT_JSON_INTEGER
 *
 * Returns: the integer, within plus or minus %CRIT_JSON_MAX_INTEGER
 */
gint64
crit_json_reader_get_integer (CritJsonReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number.integer;
}

/**
 * crit_json_reader_get_decimal:
 * @self: a reader whose last event was %CRIT_JSON_DECIMAL or %CRIT_JSON_INTEGER
 *
 * Returns: the number, finite; an integer is given exactly
 */
double
crit_json_reader_get_decimal (CritJsonReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number.decimal;
}

/**
 * crit_json_reader_get_boolean:
 * @self: a reader whose last event was %CRIT_JSON_BOOLEAN
 *
 * Returns: the truth value
 */
gboolean
crit_json_reader_get_boolean (CritJsonReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->boolean;
}
