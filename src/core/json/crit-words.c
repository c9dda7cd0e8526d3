/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-words.h"

#include <string.h>

#define FIRST_SIZE 16

typedef struct
{
  char *word;
  gsize length;
  guint number;
} Word;

/**
 * CritWords:
 * @words: of Word, as they were added
 * @table: with open addressing: the index of a word plus one, or 0; its size is a power of two, and at most half is taken
 */
struct _CritWords
{
  GArray *words;
  guint32 *table;
  guint size;
};

static void
clear_word (Word *word)
{
  g_free (word->word);
}

/**
 * crit_words_new:
 *
 * Returns: (transfer full): no words yet
 */
CritWords *
crit_words_new (void)
{
  CritWords *self = g_new0 (CritWords, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, (GDestroyNotify) clear_word);
  self->size = FIRST_SIZE;
  self->table = g_new0 (guint32, self->size);
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
  g_array_unref (self->words);
  g_free (self->table);
  g_free (self);
}

static guint64
load (const char *text, gsize n_bytes)
{
  guint64 value = 0;

  memcpy (&value, text, n_bytes);
  return value;
}

/* Looks at the first and the last bytes only: ids that are alike differ there. The words are those of a rules file, which its
   reader trusts: nobody else can make them collide. */
static guint32
hash (const char *text, gsize length)
{
  guint64 value = length;

  if (length >= 8)
    value += load (text, 8) * 31 + load (text + length - 8, 8);
  else if (length >= 4)
    value += load (text, 4) * 31 + load (text + length - 4, 4);
  else if (length > 0)
    value += (load (text, 1) * 31 + load (text + length / 2, 1)) * 31 + load (text + length - 1, 1);
  return (guint32) ((value * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

static gboolean
is_word (const CritWords *self, guint index, const char *text, gsize length)
{
  const Word *word = &g_array_index (self->words, Word, index);

  return word->length == length && memcmp (word->word, text, length) == 0;
}

/* Where in the table a word is, or would be. */
static guint
find (const CritWords *self, const char *text, gsize length)
{
  guint at = hash (text, length) & (self->size - 1);

  while (self->table[at] != 0 && !is_word (self, self->table[at] - 1, text, length))
    at = (at + 1) & (self->size - 1);
  return at;
}

static void
grow (CritWords *self)
{
  self->size *= 2;
  g_free (self->table);
  self->table = g_new0 (guint32, self->size);
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      self->table[find (self, word->word, word->length)] = i + 1;
    }
}

/**
 * crit_words_add:
 * @self: words
 * @word: a word that is not there yet
 * @number: its number; at most %G_MAXINT
 *
 * Adds a word.
 */
void
crit_words_add (CritWords *self, const char *word, guint number)
{
  Word added = { g_strdup (word), strlen (word), number };

  if (2 * (self->words->len + 1) > self->size)
    grow (self);
  self->table[find (self, word, added.length)] = self->words->len + 1;
  g_array_append_val (self->words, added);
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
  guint32 found = self->table[find (self, text, length)];

  return found != 0 ? (int) g_array_index (self->words, Word, found - 1).number : -1;
}

/**
 * crit_words_guess:
 * @self: words
 * @index: which word it is likely to be, counted as they were added; any number
 * @text: (array length=length): a word; it need not end with a zero byte
 * @length: its length in bytes
 *
 * Does what crit_words_find() does, and sooner where the guess is right, as it is where words come in their order.
 *
 * Returns: the number of the word; -1 where it is none of them
 */
int
crit_words_guess (const CritWords *self, guint index, const char *text, gsize length)
{
  if (index < self->words->len && is_word (self, index, text, length))
    return (int) g_array_index (self->words, Word, index).number;
  return crit_words_find (self, text, length);
}
