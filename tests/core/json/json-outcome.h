/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-reader.h"
#include "json/crit-text.h"

/* A text, perhaps with zero bytes, and what reading it gives: see dup_outcome(). */
typedef struct
{
  const char *text;
  gsize length;
  const char *outcome;
} OutcomeCase;

#define CASE(text, outcome)                                                                        \
  {                                                                                                \
    text, sizeof text - 1, outcome                                                                 \
  }

/* The event as a word: a bracket, true, false, null, i7, d0.5, "string"; before it the key: */
static inline void
append_event (GString *outcome, CritJsonReader *reader, CritJsonEvent event)
{
  static const char brackets[] = { [CRIT_JSON_OBJECT_START] = '{',
                                   [CRIT_JSON_OBJECT_END] = '}',
                                   [CRIT_JSON_ARRAY_START] = '[',
                                   [CRIT_JSON_ARRAY_END] = ']' };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE] = "";
  const CritJsonToken *token = crit_json_reader_get_token (reader);

  if (outcome->len > 0)
    g_string_append_c (outcome, ' ');
  if (token->key != NULL)
    g_string_append_printf (outcome, "%s: ", token->key);
  switch (event)
    {
    case CRIT_JSON_STRING:
      g_string_append_printf (outcome, "\"%.*s\"", (int) token->string.length, token->string.text);
      break;
    case CRIT_JSON_INTEGER:
      g_string_append_printf (outcome, "i%" G_GINT64_FORMAT, token->number.integer);
      break;
    case CRIT_JSON_DECIMAL:
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", token->number.decimal);
      g_string_append_printf (outcome, "d%s", buffer);
      break;
    case CRIT_JSON_BOOLEAN:
      g_string_append (outcome, token->boolean ? "true" : "false");
      break;
    case CRIT_JSON_NULL:
      g_string_append (outcome, "null");
      break;
    default:
      g_string_append_c (outcome, brackets[event]);
    }
}

/* "code line:column" of a refusal, the same however often it is asked for. */
static inline char *
dup_refusal (CritJsonReader *reader, const char *text, gsize length, const GError *error)
{
  g_autoptr (GError) again = NULL;
  guint line = 0;
  guint column = 0;

  g_assert_true (error->domain == CRIT_JSON_ERROR);
  g_assert_cmpuint (crit_json_reader_get_token (reader)->offset, <=, length);
  g_assert_cmpint (crit_json_reader_next (reader, &again), ==, CRIT_JSON_ERROR_EVENT);
  g_assert_error (again, CRIT_JSON_ERROR, error->code);
  g_assert_cmpstr (again->message, ==, error->message);
  crit_text_locate (text, length, crit_json_reader_get_token (reader)->offset, &line, &column);
  return g_strdup_printf ("%s %u:%u", crit_json_error_get_code (error->code), line, column);
}

/* Reads a text to its end: the events in words, or why and where it is refused. The text is read from a
 * block of its very size, so that the address sanitizer sees a byte read too many. */
static inline char *
dup_outcome (const char *text, gsize length)
{
  g_autofree char *block = g_memdup2 (text, length);
  g_autoptr (CritJsonReader) reader = crit_json_reader_new (block, length);
  g_autoptr (GString) outcome = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CritJsonEvent event = crit_json_reader_next (reader, &error);

  while (event != CRIT_JSON_END && event != CRIT_JSON_ERROR_EVENT)
    {
      g_assert_no_error (error);
      append_event (outcome, reader, event);
      event = crit_json_reader_next (reader, &error);
    }
  if (event == CRIT_JSON_ERROR_EVENT)
    return dup_refusal (reader, block, length, error);
  g_assert_no_error (error);
  g_assert_cmpint (crit_json_reader_next (reader, &error), ==, CRIT_JSON_END);
  return g_strdup (outcome->str);
}

/* Compares with the text in front, so that a failure says which case it was. */
static inline void
assert_outcomes (const OutcomeCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *outcome = dup_outcome (cases[i].text, cases[i].length);
      g_autofree char *found = g_strdup_printf ("%s => %s", cases[i].text, outcome);
      g_autofree char *wanted = g_strdup_printf ("%s => %s", cases[i].text, cases[i].outcome);

      g_assert_cmpstr (found, ==, wanted);
    }
}
