/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-words.h"

#include <string.h>

/* How many zero bytes stand behind a word, for crit_words_match() to read. */
#define N_ZEROES 8

static guint32
load_4 (const char *text)
{
  guint32 value = 0;

  memcpy (&value, text, sizeof value);
  return value;
}

static CritWordShape
look_at (const char *text, gsize length)
{
  if (length >= 8)
    return (CritWordShape){ crit_words_load (text), crit_words_load (text + length - 8), length };
  if (length >= 4)
    return (CritWordShape){ load_4 (text), load_4 (text + length - 4), length };
  if (length > 0)
    return (CritWordShape){ (guchar) text[0],
                            (guchar) text[length / 2] << 8 | (guchar) text[length - 1], length };
  return (CritWordShape){ 0 };
}

/* Looks at the first and the last bytes only: ids that are alike differ there. The words are those of a rules file, which its
   reader trusts: nobody else can make them collide. */
static guint32
hash (CritWordShape shape)
{
  guint64 value = shape.first * 31 + shape.last + shape.length;

  value ^= value >> 32;
  return (guint32) ((value * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

static gboolean
is_word (const CritWord *word, CritWordShape shape, const char *text)
{
  return word->shape.length == shape.length && word->shape.first == shape.first
         && word->shape.last == shape.last
         && (shape.length <= 16 || memcmp (word->quoted + 1, text, shape.length) == 0);
}

/* Where in the table a word is, or would be. */
static guint
find (const CritWords *self, CritWordShape shape, const char *text)
{
  guint at = hash (shape) & (self->size - 1);

  while (self->table[at] != 0 && !is_word (&self->words[self->table[at] - 1], shape, text))
    at = (at + 1) & (self->size - 1);
  return at;
}

static CritWord
make_word (char *quoted, const char *text, gsize length)
{
  CritWord word = { look_at (text, length), quoted, length + 2, 0 };

  quoted[0] = quoted[length + 1] = '"';
  memcpy (quoted + 1, text, length);
  memset (&word.rest, 0xFF, word.n_quoted % 8);
  return word;
}

/* Of all words between their quotation marks. */
static gsize
measure (const char *const *words, guint n_words)
{
  gsize size = 0;

  for (guint i = 0; i < n_words; i++)
    size += strlen (words[i]) + 2 + N_ZEROES;
  return size;
}

/**
 * crit_words_new:
 * @words: (array length=n_words): the words, each different; copied
 * @n_words: how many there are
 *
 * Numbers words from 0, in their order.
 *
 * Returns: (transfer full): the words
 */
CritWords *
crit_words_new (const char *const *words, guint n_words)
{
  CritWords *self = g_new0 (CritWords, 1);
  char *quoted = self->texts = g_malloc0 (measure (words, n_words));

  for (self->size = 1; self->size <= 2 * n_words;)
    self->size *= 2;
  self->words = g_new (CritWord, n_words);
  self->table = g_new0 (guint32, self->size);
  for (; self->n_words < n_words; self->n_words++)
    {
      const char *text = words[self->n_words];
      CritWord word = make_word (quoted, text, strlen (text));

      self->words[self->n_words] = word;
      self->table[find (self, word.shape, text)] = self->n_words + 1;
      quoted += word.n_quoted + N_ZEROES;
    }
  return self;
}

/**
 * crit_words_free:
 * @self: (nullable) (transfer full): words
 *
 * Frees them.
 */
void
crit_words_free (CritWords *self)
{
  if (self == NULL)
    return;
  g_free (self->texts);
  g_free (self->words);
  g_free (self->table);
  g_free (self);
}

/**
 * crit_words_find:
 * @self: words
 * @text: (array length=length): a word; it need not end with a zero byte
 * @length: its length in bytes
 *
 * Returns: the number of the word; -1 where it is none of them
 */
int
crit_words_find (const CritWords *self, const char *text, gsize length)
{
  return (int) self->table[find (self, look_at (text, length), text)] - 1;
}
