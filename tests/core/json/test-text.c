/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-text.h"

#include <string.h>

static void
test_locate (void)
{
  static const struct
  {
    const char *text;
    gsize offset;
    guint line;
    guint column;
  } cases[] = {
    { "", 0, 1, 1 },
    { "", 9, 1, 1 },
    { "abc", 0, 1, 1 },
    { "abc", 2, 1, 3 },
    { "abc", 3, 1, 4 },
    { "abc", 99, 1, 4 },
    { "a\nb", 1, 1, 2 },
    { "a\nb", 2, 2, 1 },
    { "a\n", 2, 2, 1 },
    { "a\r\nb", 1, 1, 2 },
    { "a\r\nb", 2, 1, 3 },
    { "a\r\nb", 3, 2, 1 },
    { "a\rb", 2, 2, 1 },
    { "a\r", 2, 2, 1 },
    { "a\n\n\nb", 4, 4, 1 },
    { "\t\tb", 2, 1, 3 },
    { "\xC3\xA9"
      "b",
      2, 1, 2 },
    { "\xF0\x9F\x98\x80"
      "b",
      4, 1, 2 },
    { "x\n\xE2\x82\xAC"
      "b",
      5, 2, 2 },
    { "\xFF\xFE"
      "b",
      2, 1, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line = 0;
      guint column = 0;

      crit_text_locate (cases[i].text, strlen (cases[i].text), cases[i].offset, &line, &column);
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

/* The characters at both ends of each range that is refused, and their neighbours. */
static void
test_allows (void)
{
  static const gunichar refused[] = { 0,       8,       0xB,      '\r',     0x1F,    0x7F,
                                      0x80,    0x9F,    0x202A,   0x202E,   0x2066,  0x2069,
                                      0xD800,  0xDFFF,  0xFDD0,   0xFDEF,   0xFFFE,  0xFFFF,
                                      0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF, 0x110000 };
  static const gunichar allowed[] = { '\t',   '\n',   ' ',     '~',     0xA0,    0x2029,
                                      0x202F, 0x2065, 0x206A,  0xD7FF,  0xE000,  0xFDCF,
                                      0xFDF0, 0xFFFD, 0x10000, 0x1FFFD, 0x10FFFD };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (crit_text_allows (refused[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    g_assert_true (crit_text_allows (allowed[i]));
}

static void
test_escape (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "plain, caf\xC3\xA9 \\n", "plain, caf\xC3\xA9 \\n" },
    { "a\nb\tc\r", "a\\nb\\tc\\u000d" },
    { "\x1b]0;title\x07", "\\u001b]0;title\\u0007" },
    { "\xC2\x9B"
      "31m",
      "\\u009b31m" },
    { "not \xE2\x80\xAEtem", "not \\u202etem" },
    { "\xFF\xC3", "\\xff\\xc3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escaped = crit_text_escape (cases[i][0]);

      g_assert_cmpstr (escaped, ==, cases[i][1]);
    }
}

static void
test_clean (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "a\nb\tc", "a\nb\tc" },
    { "a\r\nb\rc\r\n", "a\nb\nc\n" },
    { "a\x1b\x7f\xC2\x85z", "az" },
    { "\xE2\x80\xAEnot", "not" },
    { "caf\xE9", "caf" },
    { "caf\xC3\xA9 \xF0\x9F\x98\x80", "caf\xC3\xA9 \xF0\x9F\x98\x80" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = crit_text_clean (cases[i][0]);

      g_assert_cmpstr (clean, ==, cases[i][1]);
    }
}

static void
test_direction (void)
{
  static const struct
  {
    const char *text;
    gboolean is_language;
    gboolean right_to_left;
  } cases[] = {
    { "ar", TRUE, TRUE },       { "ar-EG", TRUE, TRUE },      { "HE", TRUE, TRUE },
    { "az-Arab", TRUE, TRUE },  { "pa-arab-PK", TRUE, TRUE }, { "en-GB", TRUE, FALSE },
    { "cy", TRUE, FALSE },      { "ku-Latn", TRUE, FALSE },   { "ur-Latn", TRUE, FALSE },
    { "de-1996", TRUE, FALSE }, { "arn", TRUE, FALSE },       { "", TRUE, FALSE },
    { "قرار", FALSE, TRUE },    { "5. קטמין", FALSE, TRUE },  { "Ketamine قرار", FALSE, FALSE },
    { "17 + 4", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if ((cases[i].is_language ? crit_text_language_is_right_to_left (cases[i].text)
                              : crit_text_is_right_to_left (cases[i].text))
        != cases[i].right_to_left)
      g_error ("%s is read the other way", cases[i].text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/text/locate", test_locate);
  g_test_add_func ("/json/text/allows", test_allows);
  g_test_add_func ("/json/text/escape", test_escape);
  g_test_add_func ("/json/text/clean", test_clean);
  g_test_add_func ("/json/text/direction", test_direction);
  return g_test_run ();
}
