/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-reader-private.h"

#include <string.h>

#include "json/crit-json-scan.h"
#include "json/crit-memory.h"

/* So many bytes are zero behind the text: its end is seen like any other byte, and eight can be looked at anywhere. */
#define PADDING 16

/* The next byte; zero at the end. */
static char
peek (const CritJsonReader *self)
{
  return self->cursor.text[self->cursor.position];
}

static gboolean
is_space (guchar byte)
{
  return byte <= ' ' && (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r');
}

/* How many of eight bytes are blanks, from the first on. */
static guint
count_blanks (const char *text)
{
  guint64 bytes = 0;

  memcpy (&bytes, text, sizeof bytes);
  bytes = GUINT64_FROM_LE (bytes) ^ (CRIT_JSON_ONES * ' ');
  return bytes != 0 ? (guint) __builtin_ctzll (bytes) / 8 : 8;
}

/* Most space is that at the beginning of a line, which is skipped eight bytes at a time. */
static const char *
skip_space (const char *text)
{
  while (is_space ((guchar) *text))
    if (*text++ == '\n')
      for (guint n = 8; n == 8; text += n)
        n = count_blanks (text);
  return text;
}

/* Moves to what comes next, and returns it. */
static char
move_on (CritJsonReader *self)
{
  const char *at = skip_space (self->cursor.text + self->cursor.position);

  self->cursor.position = (gsize) (at - self->cursor.text);
  self->token.offset = self->cursor.position;
  return *at;
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
  self->state = CRIT_JSON_STATE_FIRST;
  if (bracket == '[')
    return CRIT_JSON_ARRAY_START;
  if (self->keys != NULL)
    crit_json_keys_open (self->keys);
  return CRIT_JSON_OBJECT_START;
}

/* A value is complete: what may follow depends on where it stands. */
static CritJsonEvent
complete (CritJsonReader *self, CritJsonEvent event)
{
  self->state = self->depth > 0 ? CRIT_JSON_STATE_COMMA : CRIT_JSON_STATE_END;
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
  if (self->keys != NULL)
    crit_json_keys_close (self->keys);
  return complete (self, CRIT_JSON_OBJECT_END);
}

G_ALWAYS_INLINE static inline gboolean
scan_string (CritJsonReader *self, gsize limit)
{
  return crit_json_scan_simple (&self->cursor, limit, &self->token.string)
         || crit_json_scan_string (&self->cursor, limit, &self->token.string, &self->error);
}

static CritJsonEvent
read_string (CritJsonReader *self)
{
  if (!scan_string (self, CRIT_JSON_MAX_STRING))
    return CRIT_JSON_ERROR_EVENT;
  return complete (self, CRIT_JSON_STRING);
}

static CritJsonEvent
read_number (CritJsonReader *self)
{
  if (!crit_json_scan_number (&self->cursor, &self->token.number, &self->error))
    return CRIT_JSON_ERROR_EVENT;
  return complete (self, self->token.number.is_integer ? CRIT_JSON_INTEGER : CRIT_JSON_DECIMAL);
}

/* Whether the cursor is at @word and the word ends there; then moves behind it. No word is longer than the padding. */
static gboolean
take_word (CritJsonReader *self, const char *word, gsize length)
{
  const char *text = self->cursor.text + self->cursor.position;

  if (memcmp (text, word, length) != 0 || g_ascii_isalnum (text[length]) || text[length] == '_')
    return FALSE;
  self->cursor.position += length;
  return TRUE;
}

static CritJsonEvent
read_word (CritJsonReader *self)
{
  if (take_word (self, "null", 4))
    return complete (self, CRIT_JSON_NULL);
  self->token.boolean = peek (self) == 't';
  if (take_word (self, "true", 4) || take_word (self, "false", 5))
    return complete (self, CRIT_JSON_BOOLEAN);
  return crit_json_refuse_value (&self->cursor, &self->error);
}

static CritJsonEvent
read_value (CritJsonReader *self, char first)
{
  switch (first)
    {
    case '"':
      return read_string (self);
    case '{':
    case '[':
      return open_bracket (self, first);
    case 't':
    case 'f':
    case 'n':
      return read_word (self);
    case '-':
    case '0' ... '9':
      return read_number (self);
    default:
      return crit_json_refuse_value (&self->cursor, &self->error);
    }
}

/* Remembers the key that was read. Returns whether it is the first of its name. */
static gboolean
add_key (CritJsonReader *self)
{
  const CritJsonString *key = &self->token.string;
  const char *first = self->keys != NULL ? crit_json_keys_add (self->keys, key->text) : NULL;

  if (first != NULL)
    {
      crit_json_refuse_duplicate (&self->cursor, self->token.offset,
                                  (gsize) (first - self->cursor.text) - 1, key, &self->error);
      return FALSE;
    }
  self->token.key = key->text;
  return TRUE;
}

static gboolean
read_key (CritJsonReader *self)
{
  if (peek (self) == '"')
    return scan_string (self, CRIT_JSON_MAX_KEY) && add_key (self);
  crit_json_refuse_key (&self->cursor, &self->error);
  return FALSE;
}

static CritJsonEvent
refuse_no_value (CritJsonReader *self, char found)
{
  if (found == '\0')
    return crit_json_refuse_unclosed (&self->cursor, innermost (self), &self->error);
  return crit_json_refuse_no_colon (&self->cursor, &self->error);
}

/* The value of a key, behind the colon. */
G_ALWAYS_INLINE static inline CritJsonEvent
read_member_value (CritJsonReader *self)
{
  char found = move_on (self);

  return found != '\0' ? read_value (self, found) : refuse_no_value (self, found);
}

/* Another member of an object. */
static CritJsonEvent
read_member (CritJsonReader *self)
{
  char found = '\0';

  if (!read_key (self))
    return CRIT_JSON_ERROR_EVENT;
  found = peek (self) == ':' ? ':' : move_on (self);
  if (found != ':')
    return refuse_no_value (self, found);
  self->cursor.position++;
  return read_member_value (self);
}

/* What is not the comma before another item. */
static CritJsonEvent
read_close (CritJsonReader *self, char found)
{
  if (found == crit_json_closing (innermost (self)->bracket))
    return close_bracket (self);
  if (found == '\0')
    return crit_json_refuse_unclosed (&self->cursor, innermost (self), &self->error);
  if (found == ']' || found == '}')
    return crit_json_refuse_bracket (&self->cursor, innermost (self), &self->error);
  return crit_json_refuse_no_comma (&self->cursor, innermost (self), &self->error);
}

static gboolean
is_closing (char byte)
{
  return byte == ']' || byte == '}' || byte == '\0';
}

static CritJsonEvent
refuse_comma (CritJsonReader *self)
{
  if (peek (self) == '\0')
    return crit_json_refuse_unclosed (&self->cursor, innermost (self), &self->error);
  return crit_json_refuse_comma (&self->cursor, self->comma, &self->error);
}

/* Moves to the next item of an object or an array, over the comma before it. Where there is none, returns FALSE, and the
   event. */
G_ALWAYS_INLINE static inline gboolean
find_item (CritJsonReader *self, CritJsonEvent *event)
{
  const gboolean is_first = self->state == CRIT_JSON_STATE_FIRST;
  char found = !is_first && peek (self) == ',' ? ',' : move_on (self);

  if (is_first ? is_closing (found) : found != ',')
    {
      *event = read_close (self, found);
      return FALSE;
    }
  if (is_first)
    return TRUE;
  self->comma = self->cursor.position++;
  if (!is_closing (move_on (self)))
    return TRUE;
  *event = refuse_comma (self);
  return FALSE;
}

static CritJsonEvent
read_item (CritJsonReader *self)
{
  CritJsonEvent event = CRIT_JSON_ERROR_EVENT;

  if (!find_item (self, &event))
    return event;
  if (innermost (self)->bracket == '[')
    return read_value (self, peek (self));
  return read_member (self);
}

static gboolean
copy_text (CritJsonReader *self)
{
  const gsize length = self->cursor.length;

  if (!crit_json_check_encoding (&self->cursor, &self->error))
    return FALSE;
  if (length + PADDING > self->size)
    {
      g_free (self->cursor.text);
      self->size = MAX (length + PADDING, 2 * self->size);
      self->cursor.text = crit_memory_new (self->size);
    }
  memcpy (self->cursor.text, self->cursor.original, length);
  memset (self->cursor.text + length, 0, PADDING);
  return TRUE;
}

static CritJsonEvent
read_start (CritJsonReader *self)
{
  if (self->cursor.length > CRIT_JSON_MAX_FILE)
    return crit_json_refuse_size (&self->cursor, &self->error);
  if (!copy_text (self))
    return CRIT_JSON_ERROR_EVENT;
  if (move_on (self) == '\0')
    return crit_json_refuse_nothing (&self->cursor, &self->error);
  return read_value (self, peek (self));
}

static CritJsonEvent
read_end (CritJsonReader *self)
{
  if (move_on (self) == '\0')
    return CRIT_JSON_END;
  return crit_json_refuse_more (&self->cursor, &self->error);
}

static CritJsonEvent
read_event (CritJsonReader *self)
{
  switch (self->state)
    {
    case CRIT_JSON_STATE_START:
      return read_start (self);
    case CRIT_JSON_STATE_END:
      return read_end (self);
    default:
      return read_item (self);
    }
}

/* Keeps an error, which every further call gives again. */
static CritJsonEvent
settle (CritJsonReader *self, CritJsonEvent event, GError **error)
{
  if (event != CRIT_JSON_ERROR_EVENT)
    return event;
  self->token.offset = self->cursor.position;
  if (error != NULL)
    *error = g_error_copy (self->error);
  return event;
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
    {
      self->token.key = NULL;
      event = read_event (self);
    }
  return settle (self, event, error);
}

/* The common case: one member has ended, and another begins with the key that is guessed. Moves behind the colon and
   returns TRUE, or leaves the reader as it is. */
static gboolean
skip_likely_key (CritJsonReader *self, const CritWords *words, guint guess)
{
  const char *at = skip_space (self->cursor.text + self->cursor.position);
  const char *end = self->cursor.text + self->cursor.length;
  gsize length = 0;

  if (self->keys != NULL || *at != (self->state == CRIT_JSON_STATE_FIRST ? '"' : ','))
    return FALSE;
  if (self->state != CRIT_JSON_STATE_FIRST)
    at = skip_space (at + 1);
  length = crit_words_match (words, guess, at, (gsize) (end - at));
  if (length == 0 || at[length] != ':')
    return FALSE;
  self->cursor.position = (gsize) (at - self->cursor.text) + length + 1;
  self->token.word = (int) guess;
  return TRUE;
}

/**
 * crit_json_reader_next_member:
 * @self: a reader within an object
 * @words: the keys that are expected
 * @guess: the number of the one that is most likely
 *
 * Does what crit_json_reader_next() does, for less. The token gives the key as a number.
 *
 * Returns: the event with which the value begins, %CRIT_JSON_OBJECT_END where the object ends, or %CRIT_JSON_ERROR_EVENT
 *   where the text is refused; why, says crit_json_reader_next()
 */
CritJsonEvent
crit_json_reader_next_member (CritJsonReader *self, const CritWords *words, guint guess)
{
  CritJsonEvent event = CRIT_JSON_ERROR_EVENT;

  self->token.word = -1;
  if (self->error != NULL)
    return settle (self, event, NULL);
  if (skip_likely_key (self, words, guess))
    return settle (self, read_member_value (self), NULL);
  self->token.key = NULL;
  event = read_item (self);
  if (self->token.key != NULL)
    self->token.word = crit_words_find (words, self->token.key, strlen (self->token.key));
  return settle (self, event, NULL);
}
