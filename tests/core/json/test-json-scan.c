/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json-outcome.h"

#include <string.h>

static const OutcomeCase strings[] = {
  CASE ("\"\"", "\"\""),
  CASE ("\"a\"", "\"a\""),
  CASE ("\" \"", "\" \""),
  CASE ("\"asd \"", "\"asd \""),
  CASE ("\"\\\"\"", "\"\"\""),
  CASE ("\"\\\\\"", "\"\\\""),
  CASE ("\"\\\\a\"", "\"\\a\""),
  CASE ("\"\\\\u0041\"", "\"\\u0041\""),
  CASE ("\"\\/\"", "\"/\""),
  CASE ("\"/\"", "\"/\""),
  CASE ("\"'\"", "\"'\""),
  CASE ("\"a/*b*/c//d#e\"", "\"a/*b*/c//d#e\""),
  CASE ("\"{[,:]}\"", "\"{[,:]}\""),
  CASE ("\"\\n\"", "\"\n\""),
  CASE ("\"\\t\"", "\"\t\""),
  CASE ("\"a\\nb\\tc\"", "\"a\nb\tc\""),
  CASE ("\"\\u0041\"", "\"A\""),
  CASE ("\"\\u000a\"", "\"\n\""),
  CASE ("\"\\u000A\\u0009\"", "\"\n\t\""),
  CASE ("\"\\u0022\\u005C\\u002f\"", "\"\"\\/\""),
  CASE ("\"\\u00e9\"", "\"\xC3\xA9\""),
  CASE ("\"\\u00E9x\"", "\"\xC3\xA9x\""),
  CASE ("\"\\u20ac\"", "\"\xE2\x82\xAC\""),
  CASE ("\"\\ud83d\\ude00\"", "\"\xF0\x9F\x98\x80\""),
  CASE ("\"\\uD834\\uDd1e\"", "\"\xF0\x9D\x84\x9E\""),
  CASE ("\"\\uD800\\uDC00\"", "\"\xF0\x90\x80\x80\""),
  CASE ("\"\\uDBFF\\uDFFD\"", "\"\xF4\x8F\xBF\xBD\""),
  CASE ("\"\\u0060\\u012a\\u12AB\"", "\"`\xC4\xAA\xE1\x8A\xAB\""),
  CASE ("\"\xC3\xA9\"", "\"\xC3\xA9\""),
  CASE ("\"\xC2\xA0\"", "\"\xC2\xA0\""),
  CASE ("\"\xE2\x82\xAC\"", "\"\xE2\x82\xAC\""),
  CASE ("\"\xE2\x80\xA8\"", "\"\xE2\x80\xA8\""),
  CASE ("\"\xE2\x80\xA9\"", "\"\xE2\x80\xA9\""),
  CASE ("\"\xE2\x80\xAF\"", "\"\xE2\x80\xAF\""),
  CASE ("\"\xF0\x9F\x98\x80\"", "\"\xF0\x9F\x98\x80\""),
  CASE ("\"\xEF\xBF\xBD\"", "\"\xEF\xBF\xBD\""),
  CASE ("\"\xEF\xBB\xBF\"", "\"\xEF\xBB\xBF\""),
  CASE ("\"\xEE\x80\x80\"", "\"\xEE\x80\x80\""),
  CASE ("\"\xD7\xA9\xD8\xB4\"", "\"\xD7\xA9\xD8\xB4\""),
  CASE ("\"plain then \\n escape then plain\"", "\"plain then \n escape then plain\""),
  CASE ("{\"\":0}", "{ : i0 }"),
  CASE ("{\"\\u0061\\n\":0}", "{ a\n: i0 }"),
};

static const OutcomeCase refused[] = {
  CASE ("\"", "truncated 1:1"),
  CASE ("[\"", "truncated 1:2"),
  CASE ("[\"a", "truncated 1:2"),
  CASE ("[\"a]", "truncated 1:2"),
  CASE ("[\"a\\\"]", "truncated 1:2"),
  CASE ("{\"a", "truncated 1:2"),
  CASE ("\"a\\", "string 1:3"),
  CASE ("\"a\nb\"", "string 1:3"),
  CASE ("\"a\r\nb\"", "string 1:3"),
  CASE ("\"a\rb\"", "string 1:3"),
  CASE ("\"a\tb\"", "string 1:3"),
  CASE ("\"\t\"", "string 1:2"),
  CASE ("\"\x01\"", "string 1:2"),
  CASE ("\"\x1f\"", "string 1:2"),
  CASE ("\"\x1b[31m\"", "string 1:2"),
  CASE ("\"\x7f\"", "string 1:2"),
  CASE ("\"\xC2\x80\"", "string 1:2"),
  CASE ("\"\xC2\x9F\"", "string 1:2"),
  CASE ("\"\xE2\x80\xAA\"", "string 1:2"),
  CASE ("\"\xE2\x80\xAE\"", "string 1:2"),
  CASE ("\"\xE2\x81\xA6\"", "string 1:2"),
  CASE ("\"\xE2\x81\xA9\"", "string 1:2"),
  CASE ("\"\xEF\xB7\x90\"", "string 1:2"),
  CASE ("\"\xEF\xB7\xAF\"", "string 1:2"),
  CASE ("\"\xEF\xBF\xBE\"", "string 1:2"),
  CASE ("\"\xEF\xBF\xBF\"", "string 1:2"),
  CASE ("\"\xF0\x9F\xBF\xBE\"", "string 1:2"),
  CASE ("\"\xF4\x8F\xBF\xBF\"", "string 1:2"),
  CASE ("\"not \xE2\x80\xAEtem\"", "string 1:6"),
  CASE ("{\"\xE2\x80\xAE\":1}", "string 1:3"),
  CASE ("\"\\u0000\"", "string 1:2"),
  CASE ("\"a\\u0000b\"", "string 1:3"),
  CASE ("{\"a\\u0000\":1}", "string 1:4"),
  CASE ("\"\\u0001\"", "string 1:2"),
  CASE ("\"\\u001f\"", "string 1:2"),
  CASE ("\"\\u007f\"", "string 1:2"),
  CASE ("\"\\u0085\"", "string 1:2"),
  CASE ("\"\\u202e\"", "string 1:2"),
  CASE ("\"\\u2066\"", "string 1:2"),
  CASE ("\"\\ufdd0\"", "string 1:2"),
  CASE ("\"\\uffff\"", "string 1:2"),
  CASE ("\"\\uDBFF\\uDFFE\"", "string 1:2"),
  CASE ("\"\\b\"", "string 1:2"),
  CASE ("\"\\f\"", "string 1:2"),
  CASE ("\"\\r\"", "string 1:2"),
  CASE ("\"\\q\"", "string 1:2"),
  CASE ("\"\\a\"", "string 1:2"),
  CASE ("\"\\'\"", "string 1:2"),
  CASE ("\"\\0\"", "string 1:2"),
  CASE ("\"\\x41\"", "string 1:2"),
  CASE ("\"\\U0041\"", "string 1:2"),
  CASE ("\"\\N\"", "string 1:2"),
  CASE ("\"\\ \"", "string 1:2"),
  CASE ("\"\\\n\"", "string 1:2"),
  CASE ("\"\\\xC3\xA9\"", "string 1:2"),
  CASE ("\"\\u\"", "string 1:2"),
  CASE ("\"\\u1\"", "string 1:2"),
  CASE ("\"\\u12\"", "string 1:2"),
  CASE ("\"\\u123\"", "string 1:2"),
  CASE ("\"\\u123", "string 1:2"),
  CASE ("\"\\u1234", "truncated 1:1"),
  CASE ("\"\\u12g4\"", "string 1:2"),
  CASE ("\"\\u 041\"", "string 1:2"),
  CASE ("\"\\u+041\"", "string 1:2"),
  CASE ("\"\\ud83d\"", "string 1:2"),
  CASE ("\"\\ud83dx\"", "string 1:2"),
  CASE ("\"\\ud83d\\n\"", "string 1:2"),
  CASE ("\"\\ud83d\\u\"", "string 1:2"),
  CASE ("\"\\ud83d\\u0041\"", "string 1:2"),
  CASE ("\"\\ud83d\\ud83d\"", "string 1:2"),
  CASE ("\"\\ud83d\\ud83d\\ude00\"", "string 1:2"),
  CASE ("\"a\\ude00\"", "string 1:3"),
  CASE ("\"\\udfff\\udbff\"", "string 1:2"),
  CASE ("\"\\ud83d", "string 1:2"),
};

static const OutcomeCase encodings[] = {
  CASE ("\xEF\xBB\xBF{}", "byte-order-mark 1:1"),
  CASE ("\xEF\xBB\xBF", "byte-order-mark 1:1"),
  CASE ("\xFF\xFE{\0}\0", "encoding 1:1"),
  CASE ("\xFE\xFF\0{\0}", "encoding 1:1"),
  CASE ("[\0]", "encoding 1:2"),
  CASE ("\0", "encoding 1:1"),
  CASE ("{}\0", "encoding 1:3"),
  CASE ("\"a\0b\"", "encoding 1:3"),
  CASE ("{\0}\0", "encoding 1:2"),
  CASE ("\"\xE9\"", "encoding 1:2"),
  CASE ("\"\xC3\"", "encoding 1:2"),
  CASE ("\"\x80\"", "encoding 1:2"),
  CASE ("\"\xC0\xAF\"", "encoding 1:2"),
  CASE ("\"\xC1\xBF\"", "encoding 1:2"),
  CASE ("\"\xE0\x80\xAF\"", "encoding 1:2"),
  CASE ("\"\xF0\x80\x80\xAF\"", "encoding 1:2"),
  CASE ("\"\xED\xA0\x80\"", "encoding 1:2"),
  CASE ("\"\xED\xBF\xBF\"", "encoding 1:2"),
  CASE ("\"\xED\xA0\xBD\xED\xB8\x80\"", "encoding 1:2"),
  CASE ("\"\xF4\x90\x80\x80\"", "encoding 1:2"),
  CASE ("\"\xF8\x88\x80\x80\x80\"", "encoding 1:2"),
  CASE ("\"\xFE\"", "encoding 1:2"),
  CASE ("\"\xFF\"", "encoding 1:2"),
  CASE ("\"\xE2\x82\"", "encoding 1:2"),
  CASE ("\"\xF0\x9F\x98", "encoding 1:2"),
  CASE ("\xE9", "encoding 1:1"),
  CASE ("[1\xE9]", "encoding 1:3"),
  CASE ("{\"\xC3\xA9\":\n \"\xE9\"}", "encoding 2:3"),
};

static void
test_strings (void)
{
  assert_outcomes (strings, G_N_ELEMENTS (strings));
}

static void
test_refused (void)
{
  assert_outcomes (refused, G_N_ELEMENTS (refused));
}

static void
test_encodings (void)
{
  assert_outcomes (encodings, G_N_ELEMENTS (encodings));
}

/* What reading @before, @count times @unit and @after gives. */
static char *
dup_repeated_outcome (const char *before, const char *unit, gsize count, const char *after)
{
  g_autoptr (GString) text = g_string_new (before);
  g_autofree char *outcome = NULL;

  for (gsize i = 0; i < count; i++)
    g_string_append (text, unit);
  g_string_append (text, after);
  outcome = dup_outcome (text->str, text->len);
  return g_strndup (outcome, 12);
}

/* Both sides of each limit; escapes count as what they stand for. */
static void
test_limits (void)
{
  static const struct
  {
    const char *before;
    const char *unit;
    gsize count;
    const char *after;
    const char *outcome;
  } cases[] = {
    { "\"", "a", CRIT_JSON_MAX_STRING, "\"", "\"aaaaaaaaaaa" },
    { "\"", "a", CRIT_JSON_MAX_STRING + 1, "\"", "string 1:1" },
    { "\"", "\\u0061", CRIT_JSON_MAX_STRING, "\"", "\"aaaaaaaaaaa" },
    { "\"", "\\u0061", CRIT_JSON_MAX_STRING + 1, "\"", "string 1:1" },
    { "\"", "\xC3\xA9", CRIT_JSON_MAX_STRING / 2 + 1, "\"", "string 1:1" },
    { "\"", "\\n", CRIT_JSON_MAX_STRING, "a\"", "string 1:1" },
    { "\"a", "\\n", CRIT_JSON_MAX_STRING, "\"", "string 1:1" },
    { "{\"", "a", CRIT_JSON_MAX_KEY, "\":0}", "{ aaaaaaaaaa" },
    { "{\"", "a", CRIT_JSON_MAX_KEY + 1, "\":0}", "string 1:2" },
    { "{\"", "\\u00e9", CRIT_JSON_MAX_KEY / 2, "\":0}",
      "{ \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9" },
    { "{\"", "\\u00e9", CRIT_JSON_MAX_KEY / 2, "a\":0}", "string 1:2" },
    { "[\"", "a", CRIT_JSON_MAX_FILE - 3, "\"", "string 1:2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *outcome =
          dup_repeated_outcome (cases[i].before, cases[i].unit, cases[i].count, cases[i].after);

      g_assert_cmpstr (outcome, ==, cases[i].outcome);
    }
}

static const char *
read_string (const char *text, gsize *length, CritJsonReader **reader)
{
  *reader = crit_json_reader_new (text, strlen (text));
  g_assert_cmpint (crit_json_reader_next (*reader, NULL), ==, CRIT_JSON_STRING);
  *length = crit_json_reader_get_token (*reader)->string.length;
  return crit_json_reader_get_token (*reader)->string.text;
}

/* A million records go through the reader: what needs no decoding is not copied out of the text, which the reader keeps. */
static void
test_borrowed (void)
{
  const char *text = "[\"plain\",\"plain\"]";
  g_autoptr (CritJsonReader) first = crit_json_reader_new (text, strlen (text));
  g_autoptr (CritJsonReader) second = NULL;
  const CritJsonToken *token = crit_json_reader_get_token (first);
  const char *string = NULL;
  gsize length = 0;

  g_assert_cmpint (crit_json_reader_next (first, NULL), ==, CRIT_JSON_ARRAY_START);
  g_assert_cmpint (crit_json_reader_next (first, NULL), ==, CRIT_JSON_STRING);
  string = token->string.text;
  g_assert_cmpint (crit_json_reader_next (first, NULL), ==, CRIT_JSON_STRING);
  g_assert_true (token->string.text == string + strlen ("plain\",\""));
  g_assert_cmpmem (string, token->string.length, "plain", 5);
  g_assert_cmpmem (read_string ("\"pl\\u0061in\"", &length, &second), length, "plain", 5);
}

/* Each sentence says what to do; the tests of positions do not look at it. */
static void
test_messages (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "\"a\n\"", "*closing quotation mark*\\n*" },
    { "\"a\t\"", "*tab*\\t*" },
    { "\"\\u202e\"", "*U+202E*" },
    { "\"\\u0000\"", "*U+0000*" },
    { "\"\\d\"", "*backslash*" },
    { "\xEF\xBB\xBF{}", "*byte-order mark*" },
    { "\"\xE9\"", "*UTF-8*" },
    { "\xFF\xFE", "*UTF-16*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CritJsonReader) reader =
          crit_json_reader_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (crit_json_reader_next (reader, &error), ==, CRIT_JSON_ERROR_EVENT);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/scan/strings", test_strings);
  g_test_add_func ("/json/scan/refused", test_refused);
  g_test_add_func ("/json/scan/encodings", test_encodings);
  g_test_add_func ("/json/scan/limits", test_limits);
  g_test_add_func ("/json/scan/borrowed", test_borrowed);
  g_test_add_func ("/json/scan/messages", test_messages);
  return g_test_run ();
}
