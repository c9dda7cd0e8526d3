/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pdf-artifacts.h"

#include <string.h>

#define ELEMENT "/P << /MCID 0 >> BDC\nBT\n(a) Tj\nET\nEMC\n"

static char *
mark (const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));
  g_autoptr (GBytes) marked = crit_pdf_mark_artifacts (bytes);
  gsize length = 0;
  const char *text = marked != NULL ? g_bytes_get_data (marked, &length) : NULL;

  return text != NULL ? g_strndup (text, length) : NULL;
}

static void
test_marks_what_is_in_no_element (void)
{
  static const struct
  {
    const char *content;
    const char *marked;
  } CASES[] = {
    { ELEMENT, ELEMENT },
    { "1 w\n" ELEMENT "Q\n", "1 w\n" ELEMENT "Q\n" },
    { "BT\n(1 of 2) Tj\nET\n" ELEMENT "0 0 m 9 9 l S\n" ELEMENT,
      "/Artifact BMC\nBT\n(1 of 2) Tj\nET\nEMC\n" ELEMENT
      "/Artifact BMC\n0 0 m 9 9 l S\nEMC\n" ELEMENT },
    { ELEMENT "1 w h f*\nQ\n", ELEMENT "/Artifact BMC\n1 w h f*\nQ\nEMC\n" },
    { "BT\n(\\) EMC \\( (BDC) S) Tj <53> Tj\nET\n",
      "/Artifact BMC\nBT\n(\\) EMC \\( (BDC) S) Tj <53> Tj\nET\nEMC\n" },
    { "(S f Tj) <53>\n", "(S f Tj) <53>\n" },
    { "/S gs /f Do\n" ELEMENT, "/Artifact BMC\n/S gs /f Do\nEMC\n" ELEMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *marked = mark (CASES[i].content);

      g_assert_cmpstr (marked, ==, CASES[i].marked);
    }
}

static void
test_leaves_what_it_does_not_know (void)
{
  static const char *const CASES[] = {
    "EMC\n",
    "BDC\n",
    "BT\n/P << /MCID 0 >> BDC\nET\nEMC\n",
    "/P << /MCID 0 >> BDC\nBT\nEMC\nET\n",
    "/P << /MCID 0 >> BDC\n/P << /MCID 1 >> BDC\nEMC\nEMC\n",
    "/P << /MCID 0 >> BDC\n",
    "/Artifact BMC\nEMC\n",
    "BT\n(a) Tj\n",
    "BI /W 1 ID x EI\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *marked = mark (CASES[i]);

      if (marked != NULL)
        g_error ("case %u was taken for content of cairo's", i);
    }
}

/* Whatever the bytes are, nothing is read beyond them. */
static void
test_ends_where_the_content_ends (void)
{
  static const char *const ENDS[] = { "(", "(\\", "<", "<<", "/", "(a(b)", ">", "\\" };

  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    {
      g_autofree char *marked = mark (ENDS[i]);

      g_assert_cmpstr (marked, ==, ENDS[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-artifacts/marks-what-is-in-no-element", test_marks_what_is_in_no_element);
  g_test_add_func ("/pdf-artifacts/leaves-what-it-does-not-know",
                   test_leaves_what_it_does_not_know);
  g_test_add_func ("/pdf-artifacts/ends-where-the-content-ends", test_ends_where_the_content_ends);
  return g_test_run ();
}
