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

/* A table with open addressing; its size is a power of two, and at most half of it is taken. */
struct _CritWords
{
  Word *words;
  guint size;
  guint n_words;
};

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
  self->words = g_new0 (Word, self->size);
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
  for (guint i = 0; i < self->size; i++)
    g_free (self->words[i].word);
  g_free (self->words);
  g_free (self);
}

/* The words are those of a rules file, which its reader trusts: nobody else can make them collide. */
static guint32
hash (const char *text, gsize length)
{
  guint32 value = 2166136261;

  for (gsize i = 0; i < length; i++)
    value = (value ^ (guint8) text[i]) * 16777619;
  return value ^ (value >> 15);
}

static Word *
find (const CritWords *self, const char *text, gsize length)
{
  guint at = hash (text, length) & (self->size - 1);

  while (self->words[at].word != NULL
         && (self->words[at].length != length || memcmp (self->words[at].word, text, length) != 0))
    at = (at + 1) & (self->size - 1);
  return &self->words[at];
}

static void
grow (CritWords *self)
{
  g_autofree Word *old = self->words;
  guint old_size = self->size;

  self->size *= 2;
  self->words = g_new0 (Word, self->size);
  for (guint i = 0; i < old_size; i++)
    if (old[i].word != NULL)
      *find (self, old[i].word, old[i].length) = old[i];
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
  gsize length = strlen (word);

  if (2 * (self->n_words + 1) > self->size)
    grow (self);
  *find (self, word, length) = (Word){ g_strdup (word), length, number };
  self->n_words++;
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
  const Word *word = find (self, text, length);

  return word->word != NULL ? (int) word->number : -1;
}
