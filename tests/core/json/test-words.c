/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-words.h"

#include <string.h>

/* Of every length that is compared in another way. */
#define N_WORDS 400

static char *
dup_word (guint number)
{
  g_autofree char *filling = g_strnfill (number % 40, 'x');

  return g_strdup_printf ("%c%s%u", (char) ('a' + number % 26), filling, number);
}

static CritWords *
make_words (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_WORDS; i++)
    g_ptr_array_add (words, dup_word (i));
  return crit_words_new ((const char *const *) words->pdata, words->len);
}

static void
test_find (void)
{
  g_autoptr (CritWords) words = make_words ();

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *word = dup_word (i);
      gsize length = strlen (word);

      g_assert_cmpint (crit_words_find (words, word, length), ==, (int) i);
      for (gsize at = 0; at < length; at++)
        {
          word[at] = '-';
          g_assert_cmpint (crit_words_find (words, word, length), ==, -1);
          g_free (word);
          word = dup_word (i);
        }
    }
  g_assert_cmpint (crit_words_find (words, "", 0), ==, -1);
}

/* Eight bytes may be read behind a text. */
static gsize
match (const CritWords *words, guint number, const char *text)
{
  g_autofree char *padded = g_malloc0 (strlen (text) + 8);

  memcpy (padded, text, strlen (text));
  return crit_words_match (words, number, padded, strlen (text));
}

static void
test_match (void)
{
  g_autoptr (CritWords) words = make_words ();

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *word = dup_word (i);
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", word);
      g_autofree char *more = g_strdup_printf ("\"%s\": 1", word);
      g_autofree char *longer = g_strdup_printf ("\"%sy\"", word);
      g_autofree char *cut = g_strdup_printf ("\"%s", word);

      g_assert_cmpuint (match (words, i, quoted), ==, strlen (quoted));
      g_assert_cmpuint (match (words, i, more), ==, strlen (quoted));
      g_assert_cmpuint (match (words, i, longer), ==, 0);
      g_assert_cmpuint (match (words, i, cut), ==, 0);
      g_assert_cmpuint (match (words, i + 1, quoted), ==, 0);
    }
  g_assert_cmpuint (match (words, 0, ""), ==, 0);
  g_assert_cmpuint (match (words, G_MAXUINT, "\"a0\""), ==, 0);
}

static void
test_none (void)
{
  g_autoptr (CritWords) words = crit_words_new (NULL, 0);

  g_assert_cmpint (crit_words_find (words, "a", 1), ==, -1);
  g_assert_cmpuint (match (words, 0, "\"a\""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/find", test_find);
  g_test_add_func ("/words/match", test_match);
  g_test_add_func ("/words/none", test_none);
  return g_test_run ();
}
