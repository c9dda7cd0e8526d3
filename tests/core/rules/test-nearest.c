/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-nearest.h"

static const char *const words[] = { "age",       "answer",  "at-least", "at-most", "of",
                                     "questions", "sources", "title",    "when",    "within" };

static void
test_nearest (void)
{
  static const char *const rows[][2] = {
    { "titel", "title" },
    { "tilte", "title" },
    { "titl", "title" },
    { "titlee", "title" },
    { "Title", "title" },
    { "anwser", "answer" },
    { "at-leats", "at-least" },
    { "at_least", "at-least" },
    { "question", "questions" },
    { "quetsion", "questions" },
    { "off", "of" },
    { "o", "of" },
    { "wen", "when" },
    { "wihtin", "within" },
    { "xyz", NULL },
    { "", NULL },
    { "completely-other", NULL },
    { "eag", NULL },
    { "aeg", "age" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (crit_nearest_word (rows[i][0], words, G_N_ELEMENTS (words)), ==, rows[i][1]);
}

static void
test_ends (void)
{
  g_autofree char *longest = g_strnfill (250, 'a');
  g_autofree char *longer = g_strnfill (251, 'a');
  g_autofree char *huge = g_strnfill (65536, 'a');
  const char *known[] = { longer, longest };

  g_assert_null (crit_nearest_word ("age", NULL, 0));
  g_assert_null (crit_nearest_word (longer, known, 2));
  g_assert_null (crit_nearest_word (huge, known, 2));
  g_assert_true (crit_nearest_word (longest + 1, known, 2) == longest);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nearest/nearest", test_nearest);
  g_test_add_func ("/nearest/ends", test_ends);
  return g_test_run ();
}
