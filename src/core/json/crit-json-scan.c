/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "json/crit-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "json/crit-text.h"

/* Bytes of a string that need no second look: not the quotation mark, the backslash or a control
 * character, and not the first byte of a character that crit_text_allows() may refuse. */
static const guint8 plain[256] = {
  [0x20 ... 0x21] = 1, [0x23 ... 0x5B] = 1, [0x5D ... 0x7E] = 1, [0x80 ... 0xC1] = 1,
  [0xC3 ... 0xE1] = 1, [0xE3 ... 0xEE] = 1, [0xF5 ... 0xFF] = 1,
};

/**
 * crit_json_fail:
 * @cursor: the cursor, which is left at the fault
 * @position: where the fault is
 * @error: return location for the error
 * @code: why the text is refused
 * @format: a translated sentence, and what goes in it
 *
 * Returns: %FALSE, so that callers can return it
 */
gboolean
crit_json_fail (CritJsonCursor *cursor,
                gsize position,
                GError **error,
                CritJsonError code,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  cursor->position = position;
  g_set_error_literal (error, CRIT_JSON_ERROR, code, message);
  return FALSE;
}

/**
 * crit_json_line:
 * @cursor: a cursor
 * @position: a byte offset
 *
 * Returns: the line of @position, from 1
 */
guint
crit_json_line (const CritJsonCursor *cursor, gsize position)
{
  guint line = 0;
  guint column = 0;

  crit_text_locate (cursor->original, cursor->length, position, &line, &column);
  return line;
}

/**
 * crit_json_dup_found:
 * @cursor: a cursor that is not at the end
 *
 * Returns: (transfer full): the word or the character at the cursor, to be shown in a message
 */
char *
crit_json_dup_found (const CritJsonCursor *cursor)
{
  const char *start = cursor->text + cursor->position;
  gsize left = cursor->length - cursor->position;
  gsize length = 0;
  gunichar character = g_utf8_get_char (start);

  while (length < MIN (left, 20)
         && (g_ascii_isalnum (start[length]) || strchr ("+-._", start[length])))
    length++;
  if (length > 0)
    return g_strndup (start, length);
  if (crit_text_allows (character) && g_unichar_isgraph (character))
    return g_strndup (start, g_utf8_next_char (start) - start);
  return g_strdup_printf ("U+%04X", character);
}

/* Bytes that are looked at together. */
typedef guint8 Bytes __attribute__ ((vector_size (16)));

/* Has the highest bit of every byte that is not ASCII, or NUL. */
static Bytes
mark_other (const char *text)
{
  Bytes bytes = { 0 };

  memcpy (&bytes, text, sizeof bytes);
  return bytes | (Bytes) (bytes == 0);
}

static gboolean
has_marks (Bytes bytes)
{
  guint64 halves[2] = { 0 };

  memcpy (halves, &bytes, sizeof halves);
  return ((halves[0] | halves[1]) & CRIT_JSON_HIGHS) != 0;
}

/* How many bytes at the start are ASCII without NUL, in steps: most texts are, through and through. */
static gsize
count_ascii (const char *text, gsize length)
{
  gsize at = 0;

  for (; at + 64 <= length; at += 64)
    if (has_marks (mark_other (text + at) | mark_other (text + at + 16)
                   | mark_other (text + at + 32) | mark_other (text + at + 48)))
      return at;
  for (; at + 16 <= length; at += 16)
    if (has_marks (mark_other (text + at)))
      return at;
  return length >= 16 && !has_marks (mark_other (text + length - 16)) ? length : at;
}

/**
 * crit_json_check_encoding:
 * @cursor: a cursor at the start of its text
 * @error: return location for a #CritJsonError
 *
 * Refuses a byte-order mark, bytes that are not UTF-8 and NUL. After this every other function may
 * take whole characters for granted.
 *
 * Returns: %TRUE when the text is UTF-8
 */
gboolean
crit_json_check_encoding (CritJsonCursor *cursor, GError **error)
{
  gsize ascii = count_ascii (cursor->original, cursor->length);
  const char *end = NULL;

  if (cursor->length >= 3 && memcmp (cursor->original, "\xEF\xBB\xBF", 3) == 0)
    return crit_json_fail (
        cursor, 0, error, CRIT_JSON_ERROR_BYTE_ORDER_MARK,
        _ ("The file begins with a byte-order mark; save it as UTF-8 without one."));
  if (cursor->length >= 2
      && (memcmp (cursor->original, "\xFF\xFE", 2) == 0
          || memcmp (cursor->original, "\xFE\xFF", 2) == 0))
    return crit_json_fail (cursor, 0, error, CRIT_JSON_ERROR_ENCODING,
                           _ ("The file is UTF-16 text; save it as UTF-8."));
  if (ascii == cursor->length
      || g_utf8_validate_len (cursor->original + ascii, cursor->length - ascii, &end))
    return TRUE;
  if (*end == '\0')
    return crit_json_fail (cursor, end - cursor->original, error, CRIT_JSON_ERROR_ENCODING,
                           _ ("There is a zero byte here, so this is not a text file."));
  return crit_json_fail (cursor, end - cursor->original, error, CRIT_JSON_ERROR_ENCODING,
                         _ ("This character is not valid UTF-8; save the file as UTF-8."));
}

static gboolean
fail_too_long (CritJsonCursor *cursor, gsize start, gsize limit, GError **error)
{
  if (limit == CRIT_JSON_MAX_KEY)
    return crit_json_fail (cursor, start, error, CRIT_JSON_ERROR_STRING,
                           /* Translators: %d is a number of bytes. */
                           _ ("This key is longer than %d bytes."), CRIT_JSON_MAX_KEY);
  return crit_json_fail (cursor, start, error, CRIT_JSON_ERROR_STRING,
                         /* Translators: %d is a number of bytes. */
                         _ ("This text is longer than %d bytes; make it shorter or divide it."),
                         CRIT_JSON_MAX_STRING);
}

static gboolean
fail_character (CritJsonCursor *cursor, gsize at, gunichar character, GError **error)
{
  if (character == '\0')
    return crit_json_fail (cursor, at, error, CRIT_JSON_ERROR_STRING,
                           _ ("A text cannot hold the zero character U+0000."));
  return crit_json_fail (cursor, at, error, CRIT_JSON_ERROR_STRING,
                         /* Translators: %04X is the number of a Unicode character, such as 202E. */
                         _ ("The character U+%04X cannot be seen and is not allowed in a text."),
                         character);
}

/* A character below U+0020 that was not written as an escape. */
static gboolean
fail_raw_control (CritJsonCursor *cursor, gsize at, GError **error)
{
  guchar found = cursor->text[at];

  if (found == '\n' || found == '\r')
    return crit_json_fail (
        cursor, at, error, CRIT_JSON_ERROR_STRING,
        _ ("The line ends inside a text: add the closing quotation mark, or write "
           "the line break as \\n."));
  if (found == '\t')
    return crit_json_fail (cursor, at, error, CRIT_JSON_ERROR_STRING,
                           _ ("A tab inside a text must be written as \\t."));
  return fail_character (cursor, at, found, error);
}

/* Reads the four digits of a \u escape that starts at @at; -1 where it is not one. */
static int
read_hex (const CritJsonCursor *cursor, gsize at)
{
  int value = 0;

  if (cursor->length - at < 6 || cursor->text[at] != '\\' || cursor->text[at + 1] != 'u')
    return -1;
  for (gsize i = at + 2; i < at + 6; i++)
    {
      if (!g_ascii_isxdigit (cursor->text[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (cursor->text[i]);
    }
  return value;
}

/* Reads \uXXXX or a pair of them that makes one character, and moves behind it. */
static gboolean
scan_unicode_escape (CritJsonCursor *cursor, gunichar *character, GError **error)
{
  gsize start = cursor->position;
  int first = read_hex (cursor, start);
  int second = -1;

  if (first < 0)
    return crit_json_fail (cursor, start, error, CRIT_JSON_ERROR_STRING,
                           _ ("\\u must be followed by four hexadecimal digits, as in \\u00e9."));
  cursor->position += 6;
  *character = (gunichar) first;
  if (first < 0xD800 || first > 0xDFFF)
    return TRUE;
  if (first < 0xDC00)
    second = read_hex (cursor, cursor->position);
  if (second < 0xDC00 || second > 0xDFFF)
    return crit_json_fail (
        cursor, start, error, CRIT_JSON_ERROR_STRING,
        _ ("This is one half of a character that is written as two \\u escapes; the "
           "other half is missing."));
  cursor->position += 6;
  *character = 0x10000 + (((gunichar) first - 0xD800) << 10) + ((gunichar) second - 0xDC00);
  return TRUE;
}

/* Writes what an escape means to @end, which is moved behind it. That is never longer than the escape. */
static gboolean
scan_escape (CritJsonCursor *cursor, char **end, GError **error)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  gsize start = cursor->position;
  char name = start + 1 < cursor->length ? cursor->text[start + 1] : '\0';
  const char *found = name == '\0' ? NULL : strchr (names, name);
  gunichar character = 0;

  if (found != NULL)
    {
      character = (guchar) values[found - names];
      cursor->position += 2;
    }
  else if (name != 'u')
    return crit_json_fail (
        cursor, start, error, CRIT_JSON_ERROR_STRING,
        _ ("A backslash may only be followed by one of \" \\ / b f n r t u; write two "
           "for a backslash itself."));
  else if (!scan_unicode_escape (cursor, &character, error))
    return FALSE;
  if (!crit_text_allows (character))
    return fail_character (cursor, start, character, error);
  *end += g_unichar_to_utf8 (character, *end);
  return TRUE;
}

/* Moves over bytes that stand for themselves, to the next quotation mark, backslash or the end. */
static gboolean
scan_run (CritJsonCursor *cursor, GError **error)
{
  const guchar *text = (const guchar *) cursor->text;
  gsize at = cursor->position;

  while (TRUE)
    {
      gunichar character = 0;

      while (at < cursor->length && plain[text[at]])
        at++;
      if (at == cursor->length || text[at] == '"' || text[at] == '\\')
        break;
      if (text[at] < 0x20)
        return fail_raw_control (cursor, at, error);
      character = g_utf8_get_char (cursor->text + at);
      if (!crit_text_allows (character))
        return fail_character (cursor, at, character, error);
      at += g_utf8_skip[text[at]];
    }
  cursor->position = at;
  return TRUE;
}

/**
 * crit_json_scan_string:
 * @cursor: a cursor at a quotation mark; it is moved behind the closing one
 * @limit: the most bytes that the string may have
 * @string: (out): the string, where it stands in the text
 * @error: return location for a #CritJsonError
 *
 * Reads one string. Escapes become what they mean.
 *
 * Returns: %TRUE when there is a string
 */
gboolean
crit_json_scan_string (CritJsonCursor *cursor, gsize limit, CritJsonString *string, GError **error)
{
  const gsize start = cursor->position++;
  char *text = cursor->text + cursor->position;
  char *end = text;

  while (TRUE)
    {
      const char *run = cursor->text + cursor->position;
      gsize length = 0;

      if (!scan_run (cursor, error))
        return FALSE;
      length = (gsize) (cursor->text + cursor->position - run);
      memmove (end, run, length);
      end += length;
      if ((gsize) (end - text) > limit)
        return fail_too_long (cursor, start, limit, error);
      if (cursor->position == cursor->length)
        return crit_json_fail (cursor, start, error, CRIT_JSON_ERROR_TRUNCATED,
                               _ ("The text that starts here has no closing quotation mark."));
      if (cursor->text[cursor->position] == '"')
        break;
      if (!scan_escape (cursor, &end, error))
        return FALSE;
    }
  *end = '\0';
  *string = (CritJsonString){ text, (gsize) (end - text) };
  cursor->position++;
  return TRUE;
}
