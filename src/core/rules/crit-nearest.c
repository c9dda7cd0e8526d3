/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-nearest.h"

#include <string.h>

/* As many slips as a byte can count. What is longer has changed too much to be told by its letters. */
#define LONGEST 250

/* Two rows above the current one, the one above it, and itself: enough to see two letters swapped. */
typedef struct
{
  guint8 cells[3][LONGEST + 1];
} Rows;

static guint
fill_row (Rows *rows, const char *a, const char *b, gsize length, gsize i)
{
  const guint8 *before = rows->cells[(i + 1) % 3];
  const guint8 *above = rows->cells[(i + 2) % 3];
  guint8 *row = rows->cells[i % 3];
  guint least = row[0] = (guint8) i;

  for (gsize j = 1; j <= length; j++)
    {
      guint cost = MIN (above[j], row[j - 1]) + 1u;

      cost = MIN (cost, above[j - 1] + (a[i - 1] != b[j - 1] ? 1u : 0u));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost = MIN (cost, before[j - 2] + 1u);
      row[j] = (guint8) cost;
      least = MIN (least, cost);
    }
  return least;
}

/* How many letters are changed, added, lost or swapped with their neighbour; any number over @limit beyond it. */
static guint
count_slips (const char *a, gsize a_length, const char *b, gsize b_length, guint limit)
{
  Rows rows;

  if (MAX (a_length, b_length) - MIN (a_length, b_length) > limit)
    return limit + 1;

  for (gsize j = 0; j <= b_length; j++)
    rows.cells[0][j] = (guint8) j;
  for (gsize i = 1; i <= a_length; i++)
    if (fill_row (&rows, a, b, b_length, i) > limit)
      return limit + 1;
  return rows.cells[a_length % 3][b_length];
}

/**
 * crit_nearest_word:
 * @word: a word that is not among @words
 * @words: (array length=n_words): the words there are
 * @n_words: how many
 *
 * Finds the word, or the short text, that was probably meant: one that differs by one letter for each three and three at
 * most, in a text by one for each ten; two neighbours swapped count as one.
 *
 * Returns: (nullable): an element of @words, the first of the nearest; %NULL where none is near
 */
const char *
crit_nearest_word (const char *word, const char *const *words, gsize n_words)
{
  const char *nearest = NULL;
  gsize length = 0;
  guint least = 0;

  g_return_val_if_fail (word != NULL, NULL);

  length = strlen (word);
  if (length > LONGEST)
    return NULL;

  least = CLAMP (length / 3, 1, MAX (3, length / 10)) + 1;
  for (gsize i = 0; i < n_words && least > 0; i++)
    {
      gsize other = strlen (words[i]);
      guint slips =
          other > LONGEST ? least : count_slips (word, length, words[i], other, least - 1);

      if (slips < least)
        {
          least = slips;
          nearest = words[i];
        }
    }
  return nearest;
}
