/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json-outcome.h"

#include <string.h>

static const OutcomeCase accepted[] = {
  CASE ("[]", "[ ]"),
  CASE ("{}", "{ }"),
  CASE (" [ ] ", "[ ]"),
  CASE ("\t\r\n {\t\r\n }\t\r\n ", "{ }"),
  CASE ("null", "null"),
  CASE ("true", "true"),
  CASE ("false", "false"),
  CASE (" null ", "null"),
  CASE ("\"a\"", "\"a\""),
  CASE ("7\n", "i7"),
  CASE ("[null]", "[ null ]"),
  CASE ("[true,false]", "[ true false ]"),
  CASE ("[[]]", "[ [ ] ]"),
  CASE ("[[],[[]],{}]", "[ [ ] [ [ ] ] { } ]"),
  CASE ("[1,\n2 , 3]", "[ i1 i2 i3 ]"),
  CASE ("[\"a\"]", "[ \"a\" ]"),
  CASE ("[null,1,\"1\",{}]", "[ null i1 \"1\" { } ]"),
  CASE ("[1,null,null,null,2]", "[ i1 null null null i2 ]"),
  CASE ("{\"a\":1}", "{ a: i1 }"),
  CASE ("{\"a\" : 1 , \"b\" : 2}", "{ a: i1 b: i2 }"),
  CASE ("{\"\":\"\"}", "{ : \"\" }"),
  CASE ("{\"a\":[]}", "{ a: [ ] }"),
  CASE ("{\"a\":{\"a\":{\"a\":0}}}", "{ a: { a: { a: i0 } } }"),
  CASE ("{\"a\":{},\"b\":[{}]}", "{ a: { } b: [ { } ] }"),
  CASE ("[{\"a\":1},{\"a\":1}]", "[ { a: i1 } { a: i1 } ]"),
  CASE ("{\"a\":0,\"A\":false}", "{ a: i0 A: false }"),
  CASE ("{\"__proto__\":1}", "{ __proto__: i1 }"),
};

/* What is no JSON: the code, and the place of the fault itself. */
static const OutcomeCase refused[] = {
  CASE ("", "empty 1:1"),
  CASE (" \n ", "empty 1:1"),
  CASE ("[1,]", "syntax 1:3"),
  CASE ("[1 , ]", "syntax 1:4"),
  CASE ("[1,\n]", "syntax 1:3"),
  CASE ("[1,,2]", "syntax 1:4"),
  CASE ("[1,,]", "syntax 1:4"),
  CASE ("[,]", "syntax 1:2"),
  CASE ("[,1]", "syntax 1:2"),
  CASE ("[1 2]", "syntax 1:4"),
  CASE ("[1 true]", "syntax 1:4"),
  CASE ("[\"a\" \"b\"]", "syntax 1:6"),
  CASE ("[\"a\"\n \"b\"]", "syntax 2:2"),
  CASE ("[1:2]", "syntax 1:3"),
  CASE ("[1;2]", "syntax 1:3"),
  CASE ("[3[4]]", "syntax 1:3"),
  CASE ("[\"a\",\n4\n,1,", "truncated 3:4"),
  CASE ("[", "truncated 1:2"),
  CASE ("[1", "truncated 1:3"),
  CASE ("[1,", "truncated 1:4"),
  CASE ("[[1]", "truncated 1:5"),
  CASE ("[{}", "truncated 1:4"),
  CASE ("[}", "syntax 1:2"),
  CASE ("[1}", "syntax 1:3"),
  CASE ("{]", "syntax 1:2"),
  CASE ("{\"a\":1]", "syntax 1:7"),
  CASE ("{", "truncated 1:2"),
  CASE ("{\"a\"", "truncated 1:5"),
  CASE ("{\"a\":", "truncated 1:6"),
  CASE ("{\"a\":1", "truncated 1:7"),
  CASE ("{\"a\":1,", "truncated 1:8"),
  CASE ("{\"a\":1,}", "syntax 1:7"),
  CASE ("{\"a\":1,\n\n}", "syntax 1:7"),
  CASE ("{\"a\":1,,\"b\":2}", "syntax 1:8"),
  CASE ("{,}", "syntax 1:2"),
  CASE ("{\"a\"}", "syntax 1:5"),
  CASE ("{\"a\" 1}", "syntax 1:6"),
  CASE ("{\"a\",1}", "syntax 1:5"),
  CASE ("{\"a\"=1}", "syntax 1:5"),
  CASE ("{\"a\"::1}", "syntax 1:6"),
  CASE ("{\"a\":}", "syntax 1:6"),
  CASE ("{\"a\":,}", "syntax 1:6"),
  CASE ("{:1}", "syntax 1:2"),
  CASE ("{\"a\":1:2}", "syntax 1:7"),
  CASE ("{\"a\":1 \"b\":2}", "syntax 1:8"),
  CASE ("{\"a\":1\n\"b\":2}", "syntax 2:1"),
  CASE ("{\"a\":\"b\" 1}", "syntax 1:10"),
  CASE ("{a:1}", "syntax 1:2"),
  CASE ("{'a':1}", "syntax 1:2"),
  CASE ("{1:1}", "syntax 1:2"),
  CASE ("{null:1}", "syntax 1:2"),
  CASE ("{[]:1}", "syntax 1:2"),
  CASE ("{\"a\":1,b:2}", "syntax 1:8"),
  CASE ("{\"a\":'b'}", "syntax 1:6"),
  CASE ("['single']", "syntax 1:2"),
  CASE ("[`a`]", "syntax 1:2"),
  CASE ("[\\n]", "syntax 1:2"),
  CASE ("[<null>]", "syntax 1:2"),
  CASE ("[\xE2\x80\x9C"
        "a\xE2\x80\x9D]",
        "syntax 1:2"),
  CASE ("/* c */ {}", "syntax 1:1"),
  CASE ("// c\n{}", "syntax 1:1"),
  CASE ("# c\n{}", "syntax 1:1"),
  CASE ("{} // c", "trailing 1:4"),
  CASE ("{/**/}", "syntax 1:2"),
  CASE ("[1/**/]", "syntax 1:3"),
  CASE ("{\"a\":/**/1}", "syntax 1:6"),
  CASE ("var x = 1;", "syntax 1:1"),
  CASE ("True", "syntax 1:1"),
  CASE ("TRUE", "syntax 1:1"),
  CASE ("tru", "syntax 1:1"),
  CASE ("truee", "syntax 1:1"),
  CASE ("true1", "syntax 1:1"),
  CASE ("true_", "syntax 1:1"),
  CASE ("fals", "syntax 1:1"),
  CASE ("nul", "syntax 1:1"),
  CASE ("None", "syntax 1:1"),
  CASE ("nil", "syntax 1:1"),
  CASE ("undefined", "syntax 1:1"),
  CASE ("[nul]", "syntax 1:2"),
  CASE ("[truetrue]", "syntax 1:2"),
  CASE ("a", "syntax 1:1"),
  CASE ("*", "syntax 1:1"),
  CASE ("\\u0031", "syntax 1:1"),
  CASE ("]", "syntax 1:1"),
  CASE ("}", "syntax 1:1"),
  CASE (":", "syntax 1:1"),
  CASE (",", "syntax 1:1"),
  CASE ("<", "syntax 1:1"),
  CASE ("[\xC2\xA0"
        "1]",
        "syntax 1:2"),
  CASE ("[\f1]", "syntax 1:2"),
  CASE ("[\v1]", "syntax 1:2"),
  CASE ("[1\x01]", "syntax 1:3"),
  CASE ("[\xE2\x80\xA8]", "syntax 1:2"),
  CASE ("[\xE2\x81\xA0]", "syntax 1:2"),
  CASE ("\xE2\x81\xA0", "syntax 1:1"),
  CASE ("[]]", "trailing 1:3"),
  CASE ("{}}", "trailing 1:3"),
  CASE ("[1]x", "trailing 1:4"),
  CASE ("1]", "trailing 1:2"),
  CASE ("{}{}", "trailing 1:3"),
  CASE ("{\"a\":1}{\"b\":2}", "trailing 1:8"),
  CASE ("{}\n{}", "trailing 2:1"),
  CASE ("[],", "trailing 1:3"),
  CASE ("null null", "trailing 1:6"),
  CASE ("\"a\"\"b\"", "trailing 1:4"),
  CASE ("\"a\" x", "trailing 1:5"),
  CASE ("{}#", "trailing 1:3"),
};

/* Columns are characters; LF, CR LF and a lone CR end a line. */
static const OutcomeCase places[] = {
  CASE ("\n\n  x", "syntax 3:3"),
  CASE ("\r\n\r\n  x", "syntax 3:3"),
  CASE ("\r\r  x", "syntax 3:3"),
  CASE ("\r\n\n\r x", "syntax 4:2"),
  CASE ("\t\tx", "syntax 1:3"),
  CASE ("[\"\xC3\xA9\", x", "syntax 1:7"),
  CASE ("[\"\xF0\x9F\x98\x80\xE2\x82\xAC\", x", "syntax 1:8"),
  CASE ("{\"\xC3\xA9\":1,\r\n\t\"\xC3\xA9\":2}", "duplicate-key 2:2"),
  CASE ("[\"\xD7\xA9\xD8\xB4\"\n,\"\xD7\xA9\" x", "syntax 2:6"),
  CASE ("[1,\r\n 2\r\n", "truncated 3:1"),
};

static void
test_accepted (void)
{
  assert_outcomes (accepted, G_N_ELEMENTS (accepted));
}

static void
test_refused (void)
{
  assert_outcomes (refused, G_N_ELEMENTS (refused));
}

static void
test_places (void)
{
  assert_outcomes (places, G_N_ELEMENTS (places));
}

static char *
dup_nested_outcome (const char *opening, guint depth, const char *inside, const char *closing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, opening);
  g_string_append (text, inside);
  for (guint i = 0; closing != NULL && i < depth; i++)
    g_string_append (text, closing);
  return dup_outcome (text->str, text->len);
}

static void
test_depth (void)
{
  g_autofree char *deepest = dup_nested_outcome ("[", CRIT_JSON_MAX_DEPTH, "", "]");
  g_autofree char *deeper = dup_nested_outcome ("[", CRIT_JSON_MAX_DEPTH + 1, "", "]");
  g_autofree char *objects = dup_nested_outcome ("{\"a\":", CRIT_JSON_MAX_DEPTH, "1", "}");
  g_autofree char *more = dup_nested_outcome ("{\"a\":", CRIT_JSON_MAX_DEPTH + 1, "1", "}");
  g_autofree char *flat = dup_nested_outcome ("[[],", CRIT_JSON_MAX_DEPTH, "[]", "]");

  g_assert_true (g_str_has_prefix (deepest, "[ [ ["));
  g_assert_cmpstr (deeper, ==, "depth 1:65");
  g_assert_true (g_str_has_prefix (objects, "{ a: {"));
  g_assert_cmpstr (more, ==, "depth 1:321");
  g_assert_cmpstr (flat, ==, "depth 1:254");
}

static void
test_many_brackets (void)
{
  g_autofree char *open = dup_nested_outcome ("[", 100000, "", NULL);
  g_autofree char *both = dup_nested_outcome ("[", 100000, "", "]");
  g_autofree char *objects = dup_nested_outcome ("{\"a\":", 100000, "", NULL);
  g_autofree char *closing = dup_nested_outcome ("]", 100000, "", NULL);

  g_assert_cmpstr (open, ==, "depth 1:65");
  g_assert_cmpstr (both, ==, "depth 1:65");
  g_assert_cmpstr (objects, ==, "depth 1:321");
  g_assert_cmpstr (closing, ==, "syntax 1:1");
}

static void
test_file_size (void)
{
  g_autofree char *text = g_strnfill (CRIT_JSON_MAX_FILE + 1, ' ');
  g_autofree char *largest = NULL;
  g_autofree char *larger = NULL;

  text[0] = '7';
  largest = dup_outcome (text, CRIT_JSON_MAX_FILE);
  larger = dup_outcome (text, CRIT_JSON_MAX_FILE + 1);
  g_assert_cmpstr (largest, ==, "i7");
  g_assert_cmpstr (larger, ==, "too-large 1:1");
}

static const char sample[] =
    "{ \"a\": [1, -2.5e1, true, false, null, \"\\u00e9\\n\xF0\x9F\x98\x80\"],\r\n"
    "  \"\\ud83d\\ude00\": {\"b\": {}, \"c\": []} }";

/* No beginning of a text is itself taken for a text. */
static void
test_truncation (void)
{
  for (gsize length = 0; length < sizeof sample - 1; length++)
    {
      g_autofree char *outcome = dup_outcome (sample, length);

      g_test_message ("%" G_GSIZE_FORMAT ": %s", length, outcome);
      g_assert_true (g_ascii_islower (outcome[0]));
      g_assert_nonnull (strchr (outcome, ' '));
    }
}

/* The sample with one byte changed, each byte to each value: never a crash; where it is refused, the
 * place is in the text (see dup_refusal()). */
static void
test_every_byte (void)
{
  char text[sizeof sample] = "";

  for (gsize i = 0; i < sizeof sample - 1; i++)
    for (guint value = 0; value < 256; value++)
      {
        g_autofree char *outcome = NULL;

        memcpy (text, sample, sizeof sample);
        text[i] = (char) value;
        outcome = dup_outcome (text, sizeof sample - 1);
        g_assert_cmpstr (outcome, !=, "");
      }
}

/* What a rules author reads: each says what is wrong, and brackets are named with their line. */
static void
test_messages (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\n \"a\": 1\n \"b\": 2\n}", "*comma is missing*}*{*line 1*" },
    { "{\n\n [", "*[*key*" },
    { "[\n{\n\"a\":1\n", "*{*line 2*not closed*}*" },
    { "{\n\"a\":\n[1\n}", "*}*]*[*line 3*" },
    { "[1,]", "*no comma*]*" },
    { "['a']", "*double quotation marks*" },
    { "{a:1}", "*a*key*" },
    { "[yes]", "*yes*true, false*" },
    { "[1] // x", "*end before*" },
    { "[1]]", "*bracket too many*" },
    { "/* x */", "*comments*" },
    { "{\"a\" 1}", "*colon*" },
    { "{\"a\":1,\n\"a\":2}", "*a*line 1*once*" },
    { "", "*empty*" },
    { "[,1]", "*missing*comma*" },
    { "{\"a\":}", "*value*missing*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CritJsonReader) reader =
          crit_json_reader_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      while (crit_json_reader_next (reader, &error) != CRIT_JSON_ERROR_EVENT)
        g_assert_no_error (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

/* The word of every code is part of the output of the command line. */
static void
test_codes (void)
{
  static const char *const codes[] = { "empty",  "too-large", "byte-order-mark", "encoding",
                                       "syntax", "truncated", "trailing",        "depth",
                                       "string", "number",    "duplicate-key" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpstr (crit_json_error_get_code (i), ==, codes[i]);
}

/* The events of a text without its keys, and how it ends; members read by expected words, or as they come. */
static char *
dup_values (const char *text, gsize length, const CritWords *words)
{
  g_autoptr (CritJsonReader) reader = crit_json_reader_new (text, length);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) open = g_string_new (" ");
  CritJsonEvent event = CRIT_JSON_NULL;

  while (event != CRIT_JSON_END && event != CRIT_JSON_ERROR_EVENT)
    {
      if (words != NULL && open->str[open->len - 1] == '{')
        event = crit_json_reader_next_member (reader, words, values->len % 3);
      else
        event = crit_json_reader_next (reader, NULL);
      if (event == CRIT_JSON_OBJECT_START || event == CRIT_JSON_ARRAY_START)
        g_string_append_c (open, event == CRIT_JSON_OBJECT_START ? '{' : '[');
      if (event == CRIT_JSON_OBJECT_END || event == CRIT_JSON_ARRAY_END)
        g_string_truncate (open, open->len - 1);
      if (event != CRIT_JSON_ERROR_EVENT)
        g_string_append_printf (values, "%u ", event);
    }
  if (event == CRIT_JSON_ERROR_EVENT)
    {
      g_autoptr (GError) error = NULL;

      crit_json_reader_next (reader, &error);
      g_string_append_printf (values, "%" G_GSIZE_FORMAT " %s",
                              crit_json_reader_get_token (reader)->offset, error->message);
    }
  return g_strdup (values->str);
}

/* However members are read, it is the same: every sample, with every byte changed to each value, gives the same events or the
   same error in the same place. */
static void
test_members (void)
{
  static const char *const keys[] = { "a", "b", "c" };
  g_autoptr (CritWords) words = crit_words_new (keys, G_N_ELEMENTS (keys));
  char text[sizeof sample] = "";

  for (gsize i = 0; i < sizeof sample - 1; i++)
    for (guint value = 0; value < 256; value++)
      {
        g_autofree char *expected = NULL;
        g_autofree char *any = NULL;

        memcpy (text, sample, sizeof sample);
        text[i] = (char) value;
        expected = dup_values (text, sizeof sample - 1, words);
        any = dup_values (text, sizeof sample - 1, NULL);
        g_assert_cmpstr (expected, ==, any);
      }
}

static void
test_member_words (void)
{
  static const char *const keys[] = { "a", "c" };
  const char *text = "{\"c\":1,\"\\u0061\":2,\"d\":3}";
  g_autoptr (CritJsonReader) reader = crit_json_reader_new (text, strlen (text));
  const CritJsonToken *token = crit_json_reader_get_token (reader);
  g_autoptr (CritWords) words = crit_words_new (keys, G_N_ELEMENTS (keys));
  const int expected[] = { 1, 0, -1 };

  g_assert_cmpint (crit_json_reader_next (reader, NULL), ==, CRIT_JSON_OBJECT_START);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (crit_json_reader_next_member (reader, words, 1), ==, CRIT_JSON_INTEGER);
      g_assert_cmpint (token->word, ==, expected[i]);
      g_assert_cmpint (token->number.integer, ==, i + 1);
    }
  g_assert_cmpint (crit_json_reader_next_member (reader, words, 1), ==, CRIT_JSON_OBJECT_END);
  g_assert_cmpint (token->word, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/reader/accepted", test_accepted);
  g_test_add_func ("/json/reader/refused", test_refused);
  g_test_add_func ("/json/reader/places", test_places);
  g_test_add_func ("/json/reader/depth", test_depth);
  g_test_add_func ("/json/reader/many-brackets", test_many_brackets);
  g_test_add_func ("/json/reader/file-size", test_file_size);
  g_test_add_func ("/json/reader/truncation", test_truncation);
  g_test_add_func ("/json/reader/every-byte", test_every_byte);
  g_test_add_func ("/json/reader/messages", test_messages);
  g_test_add_func ("/json/reader/codes", test_codes);
  g_test_add_func ("/json/reader/members", test_members);
  g_test_add_func ("/json/reader/member-words", test_member_words);
  return g_test_run ();
}
