/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-html.h"

static char *
dup_breakable (const char *text)
{
  GString *out = g_string_new (NULL);

  crit_html_append_breakable (out, text);
  return g_string_free (out, FALSE);
}

/* A word that no column has room for may be broken; any other stays whole, and nothing is lost. */
static void
test_only_long_words_may_be_broken (void)
{
  static const struct
  {
    const char *text;
    const char *html;
  } CASES[] = {
    { "", "" },
    { "Was the dose adequate?", "Was the dose adequate?" },
    { "a\nb  c ", "a<br>b  c " },
    { "Responsibilities\xc3\xa4\xc3\xb6\xc3\xbc ok",
      "Responsibilities\xc3\xa4\xc3\xb6\xc3\xbc ok" },
    { "Rindfleischetikettierung & more", "Rindflei<wbr>schetike<wbr>ttierung &amp; more" },
    { "<<<<<<<<<<<<<<<<<<<<<", "&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;<wbr>&lt;&lt;&lt;&lt;&lt;&lt;&lt;&"
                               "lt;<wbr>&lt;&lt;&lt;&lt;&lt;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *html = dup_breakable (CASES[i].text);

      g_assert_cmpstr (html, ==, CASES[i].html);
    }
}

/* Each line of a paragraph starts at its own side, so each is one; an empty line takes the room of a line. */
static void
test_a_line_is_a_paragraph (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  crit_html_append_element (out, "p", "detail", "https://example.org\n\n1 < 2");
  crit_html_append_element (out, "p", NULL, "");
  crit_html_append_element (out, "p", NULL, NULL);
  crit_html_append_element (out, "span", NULL, "a\nb");
  g_assert_cmpstr (out->str, ==,
                   "<p dir=\"auto\" class=\"detail\">https://example.org</p>\n"
                   "<p dir=\"auto\" class=\"detail\"><br></p>\n"
                   "<p dir=\"auto\" class=\"detail\">1 &lt; 2</p>\n"
                   "<span dir=\"auto\">a<br>b</span>\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/only-long-words-may-be-broken", test_only_long_words_may_be_broken);
  g_test_add_func ("/html/a-line-is-a-paragraph", test_a_line_is_a_paragraph);
  return g_test_run ();
}
