/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "json/crit-json-refusal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most bytes of a key that a message repeats. */
#define SHOWN 60

static CritJsonEvent
refuse (CritJsonCursor *cursor, GError **error, CritJsonError code, const char *message)
{
  crit_json_fail (cursor, cursor->position, error, code, "%s", message);
  return CRIT_JSON_ERROR_EVENT;
}

/**
 * crit_json_refuse_size:
 * @cursor: the text
 * @error: return location
 *
 * The text is longer than %CRIT_JSON_MAX_FILE.
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_size (CritJsonCursor *cursor, GError **error)
{
  crit_json_fail (cursor, 0, error, CRIT_JSON_ERROR_TOO_LARGE,
                  /* Translators: %d is a number of mebibytes. */
                  _ ("The file is larger than %d MiB."), CRIT_JSON_MAX_FILE / 1024 / 1024);
  return CRIT_JSON_ERROR_EVENT;
}

/**
 * crit_json_refuse_nothing:
 * @cursor: the text
 * @error: return location
 *
 * The text is empty or blank.
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_nothing (CritJsonCursor *cursor, GError **error)
{
  cursor->position = 0;
  return refuse (cursor, error, CRIT_JSON_ERROR_EMPTY, _ ("The file is empty."));
}

/* Habits of other languages that neither a value nor a key may have. */
static const char *
explain_habit (const CritJsonCursor *cursor)
{
  switch (cursor->text[cursor->position])
    {
    case '\'':
      return _ ("A text must be in double quotation marks, not in single ones.");
    case '/':
    case '#':
      return _ ("JSON has no comments; remove this.");
    case ',':
      return _ ("Something is missing before this comma.");
    default:
      return NULL;
    }
}

/**
 * crit_json_refuse_value:
 * @cursor: the text, where a value should begin but does not
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_value (CritJsonCursor *cursor, GError **error)
{
  const char *habit = explain_habit (cursor);
  g_autofree char *found = NULL;

  if (habit != NULL)
    return refuse (cursor, error, CRIT_JSON_ERROR_SYNTAX, habit);
  if (strchr ("]}", cursor->text[cursor->position]) != NULL)
    return refuse (cursor, error, CRIT_JSON_ERROR_SYNTAX,
                   _ ("A value is missing before this bracket."));
  found = crit_json_dup_found (cursor);
  crit_json_fail (
      cursor, cursor->position, error, CRIT_JSON_ERROR_SYNTAX,
      /* Translators: %s is a word or a character of the file. */
      _ ("“%s” is not a value: write a text in double quotation marks, a number such as "
         "0.5, true, false, null, or an opening bracket."),
      found);
  return CRIT_JSON_ERROR_EVENT;
}

/**
 * crit_json_refuse_key:
 * @cursor: the text, where a key should begin but does not
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_key (CritJsonCursor *cursor, GError **error)
{
  const char *habit = explain_habit (cursor);
  g_autofree char *found = NULL;

  if (habit != NULL)
    return refuse (cursor, error, CRIT_JSON_ERROR_SYNTAX, habit);
  found = crit_json_dup_found (cursor);
  crit_json_fail (cursor, cursor->position, error, CRIT_JSON_ERROR_SYNTAX,
                  /* Translators: %s is a word or a character of the file. */
                  _ ("“%s” was found where a key in double quotation marks is expected."), found);
  return CRIT_JSON_ERROR_EVENT;
}

/**
 * crit_json_refuse_depth:
 * @cursor: the text, at a bracket beyond %CRIT_JSON_MAX_DEPTH
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_depth (CritJsonCursor *cursor, GError **error)
{
  crit_json_fail (cursor, cursor->position, error, CRIT_JSON_ERROR_DEPTH,
                  /* Translators: %d is a number of levels. */
                  _ ("Brackets are nested more than %d levels deep here."), CRIT_JSON_MAX_DEPTH);
  return CRIT_JSON_ERROR_EVENT;
}

/**
 * crit_json_refuse_no_colon:
 * @cursor: the text, behind a key that no colon follows
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_no_colon (CritJsonCursor *cursor, GError **error)
{
  return refuse (cursor, error, CRIT_JSON_ERROR_SYNTAX,
                 _ ("A colon is missing between a key and its value."));
}

/**
 * crit_json_refuse_more:
 * @cursor: the text, at what follows a complete document
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_more (CritJsonCursor *cursor, GError **error)
{
  if (strchr ("]}", cursor->text[cursor->position]) != NULL)
    return refuse (cursor, error, CRIT_JSON_ERROR_TRAILING,
                   _ ("There is one closing bracket too many."));
  return refuse (cursor, error, CRIT_JSON_ERROR_TRAILING,
                 _ ("The file should end before this; it may hold only one JSON value."));
}

/**
 * crit_json_refuse_comma:
 * @cursor: the text, at a closing bracket that follows a comma
 * @comma: where the comma is
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_comma (CritJsonCursor *cursor, gsize comma, GError **error)
{
  crit_json_fail (cursor, comma, error, CRIT_JSON_ERROR_SYNTAX,
                  /* Translators: %c is a closing bracket. */
                  _ ("There must be no comma before “%c”."), cursor->text[cursor->position]);
  return CRIT_JSON_ERROR_EVENT;
}

/* Of what stands on the same line the number is not told: where the text is a line of a file, it would be that of another. */
static gboolean
is_on_this_line (CritJsonCursor *cursor, gsize other, gsize here)
{
  return crit_json_line (cursor, other) == crit_json_line (cursor, here);
}

/**
 * crit_json_refuse_no_comma:
 * @cursor: the text, at what follows a value without a comma between them
 * @open: the innermost open object or array
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_no_comma (CritJsonCursor *cursor, const CritJsonOpen *open, GError **error)
{
  const char closing = crit_json_closing (open->bracket);

  if (is_on_this_line (cursor, open->offset, cursor->position))
    crit_json_fail (cursor, cursor->position, error, CRIT_JSON_ERROR_SYNTAX,
                    /* Translators: a closing bracket, and the bracket that it closes. */
                    _ ("Before this a comma is missing, or the “%1$c” that closes the “%2$c” on "
                       "this line."),
                    closing, open->bracket);
  else
    crit_json_fail (cursor, cursor->position, error, CRIT_JSON_ERROR_SYNTAX,
                    /* Translators: a closing bracket, the bracket that it closes, and its line. */
                    _ ("Before this a comma is missing, or the “%1$c” that closes the “%2$c” on "
                       "line %3$u."),
                    closing, open->bracket, crit_json_line (cursor, open->offset));
  return CRIT_JSON_ERROR_EVENT;
}

/**
 * crit_json_refuse_bracket:
 * @cursor: the text, at a closing bracket of the wrong kind
 * @open: the innermost open object or array
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_bracket (CritJsonCursor *cursor, const CritJsonOpen *open, GError **error)
{
  const char found = cursor->text[cursor->position];
  const char closing = crit_json_closing (open->bracket);

  if (is_on_this_line (cursor, open->offset, cursor->position))
    crit_json_fail (
        cursor, cursor->position, error, CRIT_JSON_ERROR_SYNTAX,
        /* Translators: a bracket, the bracket that was expected, and the one that it closes. */
        _ ("“%1$c” was found where “%2$c” must close the “%3$c” on this line."), found, closing,
        open->bracket);
  else
    crit_json_fail (cursor, cursor->position, error, CRIT_JSON_ERROR_SYNTAX,
                    /* Translators: a bracket, the bracket that was expected, the one that it
                       closes, and the line of that one. */
                    _ ("“%1$c” was found where “%2$c” must close the “%3$c” on line %4$u."), found,
                    closing, open->bracket, crit_json_line (cursor, open->offset));
  return CRIT_JSON_ERROR_EVENT;
}

/**
 * crit_json_refuse_unclosed:
 * @cursor: the text, at its end
 * @open: the innermost open object or array
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_unclosed (CritJsonCursor *cursor, const CritJsonOpen *open, GError **error)
{
  if (is_on_this_line (cursor, open->offset, cursor->position))
    crit_json_fail (
        cursor, cursor->position, error, CRIT_JSON_ERROR_TRUNCATED,
        /* Translators: a bracket, and the bracket that closes it. */
        _ ("The text ends here, but the “%1$c” on this line is not closed with “%2$c”."),
        open->bracket, crit_json_closing (open->bracket));
  else
    crit_json_fail (
        cursor, cursor->position, error, CRIT_JSON_ERROR_TRUNCATED,
        /* Translators: a bracket, the line it stands on, and the bracket that closes it. */
        _ ("The file ends here, but the “%1$c” on line %2$u is not closed with “%3$c”."),
        open->bracket, crit_json_line (cursor, open->offset), crit_json_closing (open->bracket));
  return CRIT_JSON_ERROR_EVENT;
}

/**
 * crit_json_refuse_duplicate:
 * @cursor: the text
 * @start: where the key stands
 * @first: where it stands for the first time
 * @key: the key
 * @error: return location
 *
 * Returns: %CRIT_JSON_ERROR_EVENT
 */
CritJsonEvent
crit_json_refuse_duplicate (CritJsonCursor *cursor,
                            gsize start,
                            gsize first,
                            const CritJsonString *key,
                            GError **error)
{
  const char *end = key->text + key->length;
  g_autofree char *shown = NULL;

  /* A long key is cut between two characters. */
  if (key->length > SHOWN)
    end = g_utf8_find_prev_char (key->text, key->text + SHOWN + 1);
  shown = g_strndup (key->text, end - key->text);
  if (is_on_this_line (cursor, first, start))
    crit_json_fail (cursor, start, error, CRIT_JSON_ERROR_DUPLICATE_KEY,
                    /* Translators: a key, perhaps shortened. */
                    _ ("The key “%s” is already given on this line; a key may appear only once."),
                    shown);
  else
    crit_json_fail (
        cursor, start, error, CRIT_JSON_ERROR_DUPLICATE_KEY,
        /* Translators: a key, perhaps shortened, and the line where it was first given. */
        _ ("The key “%1$s” is already given on line %2$u; a key may appear only once."), shown,
        crit_json_line (cursor, first));
  return CRIT_JSON_ERROR_EVENT;
}
