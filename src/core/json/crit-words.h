/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* What words are made of is shown only for crit_words_match(), which is called too often for a call. */

/**
 * CritWordShape:
 * @first: the first eight bytes, or as many as there are
 * @last: and the last eight
 *
 * What a word looks like from outside. Of two words of up to 16 bytes it tells whether they are the same.
 */
typedef struct
{
  guint64 first;
  guint64 last;
  gsize length;
} CritWordShape;

/**
 * CritWord:
 * @quoted: the word between quotation marks, with at least eight zero bytes behind it; @n_quoted bytes without these
 * @rest: where that is not a multiple of eight, all bits of the bytes that are left over
 */
typedef struct
{
  CritWordShape shape;
  const char *quoted;
  gsize n_quoted;
  guint64 rest;
} CritWord;

/**
 * CritWords:
 * @texts: what the words are between their quotation marks, one after the other
 * @words: by number
 * @table: with open addressing: the number of a word plus one, or 0; its size is a power of two, and less than half is taken
 *
 * Words, each with its number, such as the ids of questions and their slots. A word is looked up where it stands in a
 * text, without a copy. They never change, and may be read by several threads.
 */
typedef struct
{
  char *texts;
  CritWord *words;
  guint n_words;
  guint32 *table;
  guint size;
} CritWords;

CritWords *crit_words_new (const char *const *words, guint n_words);
void crit_words_free (CritWords *self);
int crit_words_find (const CritWords *self, const char *text, gsize length);

static inline guint64
crit_words_load (const char *text)
{
  guint64 value = 0;

  memcpy (&value, text, sizeof value);
  return value;
}

/**
 * crit_words_match:
 * @self: words
 * @number: the number of one of them, or any other
 * @text: (array length=length): a text; eight bytes may be read behind it
 * @length: its length in bytes
 *
 * Finds whether a text begins with a word between quotation marks.
 *
 * Returns: how many bytes these are, quotation marks included; 0 where it does not
 */
static inline gsize
crit_words_match (const CritWords *self, guint number, const char *text, gsize length)
{
  const CritWord *word = NULL;
  gsize at = 0;

  if (number >= self->n_words)
    return 0;
  word = &self->words[number];
  if (word->n_quoted > length)
    return 0;
  for (; at + 8 <= word->n_quoted; at += 8)
    if (crit_words_load (text + at) != crit_words_load (word->quoted + at))
      return 0;
  if (((crit_words_load (text + at) ^ crit_words_load (word->quoted + at)) & word->rest) != 0)
    return 0;
  return word->n_quoted;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritWords, crit_words_free)

G_END_DECLS
