/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-text.h"

#include <string.h>

static gboolean
is_line_break (const char *text, gsize length, gsize at)
{
  if (text[at] == '\r')
    return at + 1 == length || text[at + 1] != '\n';
  return text[at] == '\n';
}

/**
 * crit_text_move:
 * @text: (array length=length): any bytes
 * @length: how many
 * @place: (inout): a place in @text
 * @offset: where to move it; beyond the end means the end
 *
 * Moves a place to another byte, as a person counts: LF, CR LF and a lone CR each end a line. Forwards, only what lies
 * between is looked at, so that the places of many things in the order of the text take one walk in all.
 */
void
crit_text_move (const char *text, gsize length, CritTextPlace *place, gsize offset)
{
  gsize end = MIN (offset, length);

  g_return_if_fail (text != NULL || length == 0);
  g_return_if_fail (place != NULL);

  if (end < place->offset)
    *place = CRIT_TEXT_START;
  for (; place->offset < end; place->offset++)
    if (is_line_break (text, length, place->offset))
      {
        place->line++;
        place->column = 1;
      }
    else if (((guchar) text[place->offset] & 0xC0) != 0x80)
      /* Bytes that continue a character (10xxxxxx) are not counted. */
      place->column++;
}

/**
 * crit_text_locate:
 * @text: (array length=length): any bytes
 * @length: how many
 * @offset: a byte offset into @text; beyond its end means its end
 * @line: (out): the line of @offset, from 1
 * @column: (out): the column, from 1, in characters; a tab is one character
 *
 * Works out where a byte offset is, as crit_text_move() does.
 */
void
crit_text_locate (const char *text, gsize length, gsize offset, guint *line, guint *column)
{
  CritTextPlace place = CRIT_TEXT_START;

  crit_text_move (text, length, &place, offset);
  *line = place.line;
  *column = place.column;
}

/**
 * crit_text_allows:
 * @character: a code point
 *
 * Whether a text in a file of ours may hold @character. Refused are control characters other than tab
 * and newline, surrogates, noncharacters, and the characters that override or isolate the direction of
 * writing: those can move the word "not" to another place in a sentence without a trace in it.
 *
 * Returns: %TRUE when it may
 */
gboolean
crit_text_allows (gunichar character)
{
  if (character < 0x20)
    return character == '\t' || character == '\n';
  if (character >= 0x7F && character <= 0x9F)
    return FALSE;
  if ((character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069))
    return FALSE;
  if ((character >= 0xFDD0 && character <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE)
    return FALSE;
  return g_unichar_validate (character);
}

static gboolean
is_right_to_left_script (GUnicodeScript script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * crit_text_is_right_to_left:
 * @text: UTF-8 text
 *
 * Returns: whether reading starts at the right, which its first letter says
 */
gboolean
crit_text_is_right_to_left (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return is_right_to_left_script (g_unichar_get_script (g_utf8_get_char (p)));
  return FALSE;
}

/**
 * crit_text_language_is_right_to_left:
 * @language: BCP 47 tag of a language, such as "ar" or "az-Arab"
 *
 * Returns: whether the language, as it is usually written, or the script that the tag names, is read from the right
 */
gboolean
crit_text_language_is_right_to_left (const char *language)
{
  static const char *const LANGUAGES[] = { "ar", "ckb", "dv",  "fa", "he", "ks", "nqo",
                                           "ps", "sd",  "syr", "ug", "ur", "yi", NULL };
  static const char *const SCRIPTS[] = { "arab", "hebr", "nkoo", "syrc", "thaa", NULL };
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (language != NULL, FALSE);

  folded = g_ascii_strdown (language, -1);
  parts = g_strsplit (folded, "-", -1);
  /* A script is told by its four letters, and there is one of them at most. */
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (strlen (parts[i]) == 4 && g_ascii_isalpha (parts[i][0]))
      return g_strv_contains (SCRIPTS, parts[i]);
  return parts[0] != NULL && g_strv_contains (LANGUAGES, parts[0]);
}

/* The next character of @text, or what is left of a broken one as (gunichar) -1; @length is its bytes. */
static gunichar
next_character (const char *text, gsize *length)
{
  gunichar character = g_utf8_get_char_validated (text, -1);

  if (character == (gunichar) -1 || character == (gunichar) -2)
    {
      *length = 1;
      return (gunichar) -1;
    }
  *length = g_utf8_next_char (text) - text;
  return character;
}

/**
 * crit_text_escape:
 * @text: text of any origin
 *
 * Makes @text safe for one line on a terminal: line breaks, other control characters, characters that
 * change the direction of writing and bytes that are not UTF-8 come out as escapes such as `\n`,
 * `\u202e` and `\xff`.
 *
 * Returns: (transfer full): the safe text, valid UTF-8
 */
char *
crit_text_escape (const char *text)
{
  GString *safe = g_string_new (NULL);
  gsize length = 0;

  g_return_val_if_fail (text != NULL, g_string_free (safe, FALSE));

  for (const char *p = text; *p != '\0'; p += length)
    {
      gunichar character = next_character (p, &length);

      if (character == (gunichar) -1)
        g_string_append_printf (safe, "\\x%02x", (guchar) *p);
      else if (character == '\n')
        g_string_append (safe, "\\n");
      else if (character == '\t')
        g_string_append (safe, "\\t");
      else if (crit_text_allows (character))
        g_string_append_len (safe, p, (gssize) length);
      else
        g_string_append_printf (safe, "\\u%04x", character);
    }
  return g_string_free (safe, FALSE);
}

/**
 * crit_text_clean:
 * @text: text that was typed or pasted
 *
 * Makes @text into one that a file of ours may hold: CR LF and CR become newlines, and what
 * crit_text_allows() refuses is left out. Use it where text enters the program, so that what is saved
 * can be opened again.
 *
 * Returns: (transfer full): the clean text, valid UTF-8
 */
char *
crit_text_clean (const char *text)
{
  GString *clean = g_string_new (NULL);
  gsize length = 0;

  g_return_val_if_fail (text != NULL, g_string_free (clean, FALSE));

  for (const char *p = text; *p != '\0'; p += length)
    {
      gunichar character = next_character (p, &length);

      if (character == '\r' && p[1] != '\n')
        g_string_append_c (clean, '\n');
      else if (character != (gunichar) -1 && crit_text_allows (character))
        g_string_append_len (clean, p, (gssize) length);
    }
  return g_string_free (clean, FALSE);
}
