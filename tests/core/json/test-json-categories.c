/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json-outcome.h"

#include <string.h>

/* The categories of the public suites of tests for readers of JSON, with texts of our own: what has to be read, what has to be
   refused, and what every reader may decide for itself. Ours decides for the stricter, and says why in safety terms: what
   another program could read in another way is not read at all. */
typedef struct
{
  const char *category;
  const char *text;
  gsize length;
} Text;

#define TEXT(category, text)                                                                       \
  {                                                                                                \
    category, text, sizeof (text) - 1                                                              \
  }

static const Text to_be_read[] = {
  TEXT ("array, spaces inside", "[ [ ] , [\t]\n]"),
  TEXT ("array, empty text", "[\"\"]"),
  TEXT ("array, several kinds", "[null, true, -1, 0.5, \"a\", [], {}]"),
  TEXT ("array, ending with a line break", "[1]\n"),
  TEXT ("number, 0e1", "[0e1]"),
  TEXT ("number, 0e+1", "[0e+1]"),
  TEXT ("number, close to zero", "[-0.000000001]"),
  TEXT ("number, whole with exponent", "[12E3]"),
  TEXT ("number, minus zero", "[-0]"),
  TEXT ("number, minus zero point zero", "[-0.0]"),
  TEXT ("number, negative", "[-12]"),
  TEXT ("number, capital E and minus", "[12E-3]"),
  TEXT ("number, capital E and plus", "[12E+3]"),
  TEXT ("number, fraction and exponent", "[1.5e3]"),
  TEXT ("number, negative exponent", "[15e-2]"),
  TEXT ("number, simple", "[1.25]"),
  TEXT ("number alone", "41"),
  TEXT ("negative number alone", "-0.5"),
  TEXT ("object, empty key", "{\"\": 0}"),
  TEXT ("object, extreme numbers", "{\"low\": -1e28, \"high\": 1e28}"),
  TEXT ("object, key with escapes", "{\"a\\\"b\\\\c\": 1}"),
  TEXT ("object, line breaks", "{\n\"a\"\n:\n1\n}"),
  TEXT ("string, one, two and three bytes", "[\"\\u0060\\u012a\\u12AB\"]"),
  TEXT ("string, four bytes", "[\"\xF0\x9D\x84\x9E\"]"),
  TEXT ("string, pair of surrogates", "[\"\\uD834\\uDd1e\"]"),
  TEXT ("string, two pairs of surrogates", "[\"\\ud83d\\ude00\\ud83d\\ude01\"]"),
  TEXT ("string, last pair", "[\"\\uDBFF\\uDFFD\"]"),
  TEXT ("string, allowed escapes", "[\"\\\"\\\\\\/\\n\\t\"]"),
  TEXT ("string, backslash before u and zeros", "[\"\\\\u0000\"]"),
  TEXT ("string, comments in it", "[\"a/*b*/c//d\"]"),
  TEXT ("string, brackets in it", "[\"]}\"]"),
  TEXT ("string, backslash and n", "[\"\\\\n\"]"),
  TEXT ("string, escaped no-break space", "[\"a\\u00a0b\"]"),
  TEXT ("string, line separator", "[\"a\xE2\x80\xA8\xE2\x80\xA9z\"]"),
  TEXT ("string, euro in capitals and not", "[\"\\u20AC\\u20ac\"]"),
  TEXT ("string, right-to-left letters", "[\"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\"]"),
  TEXT ("string alone", "\"a\""),
  TEXT ("string alone, empty", "\"\""),
  TEXT ("word alone", "false"),
  TEXT ("blanks around", " \t\r\n[] \t\r\n"),
};

static const Text to_be_refused[] = {
  TEXT ("array, invalid byte", "[a\xE5]"),
  TEXT ("array, lone invalid byte", "[\xFF]"),
  TEXT ("array, minus alone", "[-]"),
  TEXT ("array, star", "[*]"),
  TEXT ("array, value begun", "[x"),
  TEXT ("array, text not closed", "[\"a"),
  TEXT ("array, line breaks and not closed", "[\"a\",\n4\n,1"),
  TEXT ("array, vertical tab", "[\"\x0B\"]"),
  TEXT ("array, extra comma after it", "[1],"),
  TEXT ("number, two zeros and more", "123\n00"),
  TEXT ("number, two pluses", "[++1]"),
  TEXT ("number, plus", "[+1]"),
  TEXT ("number, plus infinity", "[+Inf]"),
  TEXT ("number, zero before", "[012]"),
  TEXT ("number, minus and zero before", "[-012]"),
  TEXT ("number, two zeros", "[00]"),
  TEXT ("number, zeros before a point", "[-00.0]"),
  TEXT ("number, zeros before an exponent", "[00e0]"),
  TEXT ("number, two points", "[1.0.]"),
  TEXT ("number, point at the end", "[2.]"),
  TEXT ("number, minus and point at the end", "[-2.]"),
  TEXT ("number, point and minus", "[.-1]"),
  TEXT ("number, point before", "[.5]"),
  TEXT ("number, minus and point before", "[-.5]"),
  TEXT ("number, exponent after a point", "[2.e3]"),
  TEXT ("number, exponent without digits", "[1e]"),
  TEXT ("number, capital exponent without digits", "[0E]"),
  TEXT ("number, exponent and sign alone", "[0.3e+]"),
  TEXT ("number, exponent twice", "[1eE2]"),
  TEXT ("number, exponent with a fraction", "[1e0.5]"),
  TEXT ("number, exponent of two signs", "[0e+-1]"),
  TEXT ("number, rest after exponent", "[1ea]"),
  TEXT ("number, invalid byte after exponent", "[1e1\xE5]"),
  TEXT ("number, invalid byte", "[0\xE5]"),
  TEXT ("number, blank in it", "[1 000]"),
  TEXT ("number, underline in it", "[1_000]"),
  TEXT ("number, comma in it", "{\"a\":1,5}"),
  TEXT ("number, expression", "[1+2]"),
  TEXT ("number, hexadecimal digit", "[0x1]"),
  TEXT ("number, hexadecimal digits", "[0x42]"),
  TEXT ("number, infinity", "[Infinity]"),
  TEXT ("number, minus infinity", "[-Infinity]"),
  TEXT ("number, not a number", "[NaN]"),
  TEXT ("number, minus not a number", "[-NaN]"),
  TEXT ("number, minus and a blank", "[- 1]"),
  TEXT ("number, minus and a word", "[-foo]"),
  TEXT ("number, letters after it", "[1.2a-3]"),
  TEXT ("number, digit of full width", "[\xEF\xBC\x91]"),
  TEXT ("number, Arabic digits", "[\xD9\xA1]"),
  TEXT ("number, suffix", "[1f]"),
  TEXT ("object, value begun", "[\"x\", truth]"),
  TEXT ("object, bracket as a key", "{[: \"x\"}\n"),
  TEXT ("object, emoji as a key", "{\xF0\x9F\x87\xA8}"),
  TEXT ("object, text after it", "{\"a\":1} #{}"),
  TEXT ("object, huge number as a key", "{9999E9999:1}"),
  TEXT ("object, words twice", "{null:null,null:null}"),
  TEXT ("object, several commas", "{\"a\":0,,,,}"),
  TEXT ("object, continuation byte in a key", "{\"\xB9\":\"0\",}"),
  TEXT ("object, comment after it", "{\"a\":1}/**/"),
  TEXT ("object, value not closed", "{\"a\":\"b"),
  TEXT ("object, one text", "{\"a\" : \"b\" \"c\"}"),
  TEXT ("object, the same key", "{\"a\":1,\"a\":1}"),
  TEXT ("object, the same key in other words", "{\"a\":1,\"\\u0061\":1}"),
  TEXT ("object, key with a zero", "{\"a\\u0000b\":1}"),
  TEXT ("blank", " "),
  TEXT ("string, surrogate and escape", "[\"\\uD800\\\"]"),
  TEXT ("string, surrogate and no digits", "[\"\\uD800\\u\"]"),
  TEXT ("string, surrogate and one digit", "[\"\\uD800\\u1\"]"),
  TEXT ("string, surrogate and one digit and x", "[\"\\uD800\\u1x\"]"),
  TEXT ("string, letter without quotes", "[\xC3\xA9]"),
  TEXT ("string, backslash and a zero byte", "[\"\\\0\"]"),
  TEXT ("string, three backslashes", "[\"\\\\\\\"]"),
  TEXT ("string, escaped tab", "[\"\\\t\"]"),
  TEXT ("string, escaped emoji", "[\"\\\xF0\x9F\x8C\x80\"]"),
  TEXT ("string, escape of C", "[\"\\x00\"]"),
  TEXT ("string, octal escape", "[\"\\012\"]"),
  TEXT ("string, unknown escape", "[\"\\a\"]"),
  TEXT ("string, capital U", "[\"\\UA66D\"]"),
  TEXT ("string, escape of three digits", "[\"\\u00A\"]"),
  TEXT ("string, escape of no digits", "[\"\\uqqqq\"]"),
  TEXT ("string, surrogate cut off", "[\"\\uD834\\uDd\"]"),
  TEXT ("string, surrogate and another escape", "[\"\\uD800\\uD800\\x\"]"),
  TEXT ("string, invalid byte in an escape", "[\"\\u\xE5\"]"),
  TEXT ("string, invalid byte after a backslash", "[\"\\\xE5\"]"),
  TEXT ("string, escaped blank before it", "[\\u0020\"a\"]"),
  TEXT ("string, quotation mark alone", "\""),
  TEXT ("string, single quotation mark", "['"),
  TEXT ("string, no quotation marks", "abc"),
  TEXT ("string, backslash at the end", "[\"\\"),
  TEXT ("string, zero byte", "[\"a\0a\"]"),
  TEXT ("string, line break", "[\"new\nline\"]"),
  TEXT ("string, tab", "[\"\t\"]"),
  TEXT ("string, rest after it", "\"\"x"),
  TEXT ("structure, byte-order mark begun", "\xEF\xBB{}"),
  TEXT ("structure, byte-order mark alone", "\xEF\xBB\xBF"),
  TEXT ("structure, invalid byte", "\xE5"),
  TEXT ("structure, zero byte", "[\0]"),
  TEXT ("structure, angle brackets", "<.>"),
  TEXT ("structure, comma for a brace", "{\"x\": true,"),
  TEXT ("structure, array after an array", "[][]"),
  TEXT ("structure, number and a word", "2@"),
  TEXT ("structure, object not closed, no value", "{\"\":"),
  TEXT ("structure, brackets and braces opened", "[{\"\":[{\"\":[{"),
  TEXT ("structure, bracket and apostrophe", "['"),
  TEXT ("structure, brace and comma", "{,"),
  TEXT ("structure, brace and bracket", "{["),
  TEXT ("structure, brace and text", "{\"a"),
  TEXT ("structure, many ends", "{\"a\":\"b\"}#{"),
  TEXT ("structure, letter alone", "\xC3\xA9"),
  TEXT ("structure, word not closed", "[ false, tru"),
  TEXT ("structure, form feed", "[\x0C]"),
  TEXT ("structure, word joiner", "[\xE2\x81\xA0]"),
};

/* Here suites allow both. */
static const Text to_be_refused_by_us[] = {
  TEXT ("number, beyond all doubles", "[1.5e+9999]"),
  TEXT ("number, minus beyond all doubles", "[-1e+9999]"),
  TEXT ("number, whole with a huge exponent",
        "[0.4e00669999999999999999999999999999999999999999999999]"),
  TEXT ("number, below all doubles", "[123e-10000000]"),
  TEXT ("number, too large a whole", "[100000000000000000000]"),
  TEXT ("number, too low a whole", "[-123123123123123123123123123123]"),
  TEXT ("key, second surrogate alone", "{\"\\uDFAA\":0}"),
  TEXT ("string, first surrogate alone", "[\"\\uDADA\"]"),
  TEXT ("string, first surrogate and a letter", "[\"\\ud800abc\"]"),
  TEXT ("string, first surrogate twice", "[\"\\uD800\\uD800\"]"),
  TEXT ("string, surrogates turned round", "[\"\\uDd1e\\uD834\"]"),
  TEXT ("string, second surrogate alone", "[\"\\uDFAA\"]"),
  TEXT ("string, surrogate and line break", "[\"\\uD800\\n\"]"),
  TEXT ("string, Latin 1", "[\"\xE9\"]"),
  TEXT ("string, continuation byte alone", "[\"\x81\"]"),
  TEXT ("string, beyond Unicode", "[\"\xF4\xBF\xBF\xBF\"]"),
  TEXT ("string, too long by one byte", "[\"\xC0\xAF\"]"),
  TEXT ("string, too long by four bytes", "[\"\xFC\x83\xBF\xBF\xBF\xBF\"]"),
  TEXT ("string, cut off within a letter", "[\"\xE0\xFF\"]"),
  TEXT ("string, surrogate as bytes", "[\"\xED\xA0\x80\"]"),
  TEXT ("string, escaped zero", "[\"\\u0000\"]"),
  TEXT ("string, no character", "[\"\\uFFFF\"]"),
  TEXT ("string, no character of another plane", "[\"\xF0\x9F\xBF\xBF\"]"),
  TEXT ("string, control character", "[\"\\u0012\"]"),
  TEXT ("string, turning the direction", "[\"\\u202e\"]"),
  TEXT ("structure, UTF-16 with a mark", "\xFF\xFE[\0\"\0\xE9\0\"\0]\0"),
  TEXT ("structure, UTF-16, low byte first", "[\0\"\0\xE9\0\"\0]\0"),
  TEXT ("structure, UTF-16, high byte first", "\0[\0\"\0\xE9\0\"\0]"),
  TEXT ("structure, byte-order mark", "\xEF\xBB\xBF{}"),
};

/* A code with a line and a column; no event is written so. */
static gboolean
is_refusal (const char *outcome)
{
  return g_regex_match_simple ("^[a-z-]+ [1-9][0-9]*:[1-9][0-9]*$", outcome, 0, 0);
}

static void
test_read (gconstpointer data)
{
  const Text *text = data;
  g_autofree char *outcome = dup_outcome (text->text, text->length);

  g_test_message ("%s", outcome);
  g_assert_false (is_refusal (outcome));
}

static void
test_refused (gconstpointer data)
{
  const Text *text = data;
  g_autofree char *outcome = dup_outcome (text->text, text->length);

  g_test_message ("%s", outcome);
  g_assert_true (is_refusal (outcome));
}

static void
add (const char *folder, const Text *texts, gsize n_texts, GTestDataFunc test)
{
  for (gsize i = 0; i < n_texts; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (texts[i].category), " ", '-');
      g_autofree char *path = g_strconcat ("/json/categories/", folder, "/", name, NULL);

      g_test_add_data_func (path, &texts[i], test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("read", to_be_read, G_N_ELEMENTS (to_be_read), test_read);
  add ("refused", to_be_refused, G_N_ELEMENTS (to_be_refused), test_refused);
  add ("refused-by-us", to_be_refused_by_us, G_N_ELEMENTS (to_be_refused_by_us), test_refused);
  return g_test_run ();
}
