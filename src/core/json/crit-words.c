/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-words.h"

#include <string.h>

#define FIRST_SIZE 16

/**
 * crit_words_new:
 *
 * Returns: (transfer full): no words yet
 */
CritWords *
crit_words_new (void)
{
  CritWords *self = g_new0 (CritWords, 1);

  self->size = FIRST_SIZE;
  self->words = g_new (CritWord, self->size / 2);
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
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i].quoted);
  g_free (self->words);
  g_free (self->table);
  g_free (self);
}

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

static void
grow (CritWords *self)
{
  self->size *= 2;
  self->words = g_renew (CritWord, self->words, self->size / 2);
  g_free (self->table);
  self->table = g_new0 (guint32, self->size);
  for (guint i = 0; i < self->n_words; i++)
    self->table[find (self, self->words[i].shape, self->words[i].quoted + 1)] = i + 1;
}

/**
 * crit_words_add:
 * @self: words
 * @word: a word that is not there yet
 *
 * Adds a word. The words are numbered as they are added, from 0.
 */
void
crit_words_add (CritWords *self, const char *word)
{
  gsize length = strlen (word);
  CritWord added = { look_at (word, length), g_malloc0 (length + 10), length + 2, 0 };

  added.quoted[0] = added.quoted[length + 1] = '"';
  memcpy (added.quoted + 1, word, length);
  memset (&added.rest, 0xFF, added.n_quoted % 8);

  if (2 * (self->n_words + 1) > self->size)
    grow (self);
  self->words[self->n_words++] = added;
  self->table[find (self, added.shape, word)] = self->n_words;
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
