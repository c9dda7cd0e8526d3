/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-type.h"

static PangoLayout *
new_layout (const char *text, gboolean mirrored, double width)
{
  PangoContext *context = crit_type_new_context ("en-GB", mirrored);
  PangoLayout *layout = crit_type_new_layout (context, CRIT_FACE_BODY, text, width);

  g_object_unref (context);
  return layout;
}

/* The white before and after the first line. */
static void
measure_white (const char *text, gboolean mirrored, double *left, double *right)
{
  const double width = 400;
  g_autoptr (PangoLayout) layout = new_layout (text, mirrored, width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical = { 0 };

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  pango_layout_iter_free (iter);
  *left = pango_units_to_double (logical.x);
  *right = width - pango_units_to_double (logical.x + logical.width);
}

/* A single line stands where the page starts to be read, a paragraph where its own script does. */
static void
test_each_script_has_its_even_side (void)
{
  static const struct
  {
    const char *text;
    guint n_times;
    gboolean mirrored;
    gboolean at_right;
  } CASES[] = {
    { "Two types were tried. ", 1, FALSE, FALSE },
    { "Two types were tried. ", 1, TRUE, TRUE },
    { "Two types were tried. ", 9, FALSE, FALSE },
    { "Two types were tried. ", 9, TRUE, FALSE },
    { "جرب نوعان من الأدوية. ", 1, FALSE, FALSE },
    { "جرب نوعان من الأدوية. ", 1, TRUE, TRUE },
    { "جرب نوعان من الأدوية. ", 9, FALSE, TRUE },
    { "جرب نوعان من الأدوية. ", 9, TRUE, TRUE },
    { "26.", 1, FALSE, FALSE },
    { "26.", 1, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      double left = 0;
      double right = 0;

      for (guint j = 0; j < CASES[i].n_times; j++)
        g_string_append (text, CASES[i].text);
      measure_white (g_strchomp (text->str), CASES[i].mirrored, &left, &right);
      if ((CASES[i].at_right ? right : left) > 0.1)
        g_error ("case %u stands %.1f from the left and %.1f from the right", i, left, right);
    }
}

/* How many lines start with a text; none may be wider than @width. */
static guint
count_lines_with (const char *text, const char *start, double width)
{
  g_autoptr (PangoLayout) layout = new_layout (text, FALSE, width);
  guint n_lines = 0;

  for (GSList *item = pango_layout_get_lines_readonly (layout); item != NULL; item = item->next)
    {
      PangoLayoutLine *line = item->data;
      PangoRectangle logical = { 0 };

      pango_layout_line_get_extents (line, NULL, &logical);
      g_assert_cmpfloat (pango_units_to_double (logical.width), <=, width + 0.1);
      n_lines += g_str_has_prefix (pango_layout_get_text (layout) + line->start_index, start);
    }
  return n_lines;
}

/* Where a line ends, a number goes to the next with what it counts; many numbers are broken like words. */
static void
test_numbers_stay_with_what_they_count (void)
{
  GString *numbers = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 600; i++)
    g_string_append (numbers, "808 ");
  text = g_string_free (numbers, FALSE);
  g_assert_cmpuint (count_lines_with (text, "808", 400), >, 10);
  g_assert_cmpuint (count_lines_with ("0808 808 8000", "", 30), >, 1);
  for (double width = 80; width < 500; width++)
    {
      static const char *const TEXT =
          "For urgent help outside office hours, wherever the person may be, call this number: "
          "0808 808 8000. It was checked on the twentieth and again on Friday, 20 November 2026.";

      g_assert_cmpuint (count_lines_with (TEXT, "808 ", width), ==, 0);
      g_assert_cmpuint (count_lines_with (TEXT, "8000", width), ==, 0);
      g_assert_cmpuint (count_lines_with (TEXT, "November", width), ==, 0);
    }
}

/* What is in brackets is read at one glance, and a line of details is broken after a dot, before what it parts. */
static void
test_short_phrases_stay_whole (void)
{
  for (double width = 100; width < 500; width++)
    {
      static const char *const REASON =
          "Open: Pregnancy questions apply; Eclampsia or pre-eclampsia. (answers 26, 28)";
      static const char *const SOURCE =
          "Oxford Health NHS Foundation Trust · Published by the named NHS service · published 10 "
          "March 2026 · last checked 20 November 2026";

      g_assert_cmpuint (count_lines_with (REASON, "26", width), ==, 0);
      g_assert_cmpuint (count_lines_with (REASON, "28", width), ==, 0);
      /* In a narrower line not every word has room for the dot behind it, in whatever font there is. */
      if (width > 130)
        g_assert_cmpuint (count_lines_with (SOURCE, "·", width), ==, 0);
      if (width > 200)
        g_assert_cmpuint (count_lines_with (SOURCE, "checked", width), ==, 0);
    }
}

/* A last line of one short word takes another with it. */
static void
test_no_word_is_left_alone (void)
{
  static const char *const TEXT =
      "There is a referral from a person the service accepts referrals from.";
  guint n_alone = 0;

  for (double width = 120; width < 330; width++)
    n_alone += count_lines_with (TEXT, "from.", width) > 0;
  g_assert_cmpuint (n_alone, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type/each-script-has-its-even-side", test_each_script_has_its_even_side);
  g_test_add_func ("/type/numbers-stay-with-what-they-count",
                   test_numbers_stay_with_what_they_count);
  g_test_add_func ("/type/short-phrases-stay-whole", test_short_phrases_stay_whole);
  g_test_add_func ("/type/no-word-is-left-alone", test_no_word_is_left_alone);
  return g_test_run ();
}
