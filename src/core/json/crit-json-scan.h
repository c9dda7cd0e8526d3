/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-reader.h"

#include <string.h>

G_BEGIN_DECLS

/* Private to the json room: the tokens of JSON, apart from its grammar. */

/**
 * CritJsonCursor:
 * @original: the text as it was given
 * @text: the same, once it was found to be UTF-8 without NUL, with eight zero bytes behind it at least; strings that were
 *   read are changed in it to what they mean, each within its own quotation marks
 * @position: the byte that is read next, in either
 */
typedef struct
{
  const char *original;
  char *text;
  gsize length;
  gsize position;
} CritJsonCursor;

gboolean crit_json_fail (CritJsonCursor *cursor,
                         gsize position,
                         GError **error,
                         CritJsonError code,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
guint crit_json_line (const CritJsonCursor *cursor, gsize position);
char *crit_json_dup_found (const CritJsonCursor *cursor);

gboolean crit_json_check_encoding (CritJsonCursor *cursor, GError **error);
gboolean
crit_json_scan_string (CritJsonCursor *cursor, gsize limit, CritJsonString *string, GError **error);
gboolean crit_json_scan_number (CritJsonCursor *cursor, CritJsonNumber *number, GError **error);

/* Eight bytes at once: one in each, and the highest bit of each. */
#define CRIT_JSON_ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define CRIT_JSON_HIGHS (CRIT_JSON_ONES << 7)

/* How many of eight bytes stand for themselves, from the first on: ASCII, but no control characters, quotation marks or
   backslashes. Taking n from a byte that is less sets its highest bit, and so does adding one to 0x7F. Either may spoil the
   bytes behind one that is marked, which are not asked for. */
static inline guint
crit_json_count_simple (const char *text)
{
  guint64 bytes = 0, marks = 0;

  memcpy (&bytes, text, sizeof bytes);
  bytes = GUINT64_FROM_LE (bytes);
  marks = (bytes - CRIT_JSON_ONES * 0x20) | ((bytes ^ (CRIT_JSON_ONES * '"')) - CRIT_JSON_ONES)
          | ((bytes ^ (CRIT_JSON_ONES * '\\')) - CRIT_JSON_ONES) | (bytes + CRIT_JSON_ONES) | bytes;
  marks &= CRIT_JSON_HIGHS;
  return marks != 0 ? (guint) __builtin_ctzll (marks) / 8 : 8;
}

/* The common case of crit_json_scan_string(): a string that is ASCII and has no escapes. Moves behind it and returns TRUE, or
   leaves the cursor where it is. */
static inline gboolean
crit_json_scan_simple (CritJsonCursor *cursor, gsize limit, CritJsonString *string)
{
  char *start = cursor->text + cursor->position + 1, *at = start;
  guint n = 8;

  for (; n == 8; at += n)
    n = crit_json_count_simple (at);
  if (*at != '"' || (gsize) (at - start) > limit)
    return FALSE;
  *at = '\0';
  *string = (CritJsonString){ start, (gsize) (at - start) };
  cursor->position += string->length + 2;
  return TRUE;
}

G_END_DECLS
