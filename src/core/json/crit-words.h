/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritWords:
 *
 * Words, each with its number, such as the ids of questions and their slots. A word is looked up where it stands in a
 * text, without a copy. Once all are added it is only read, and may be read by several threads.
 */
typedef struct _CritWords CritWords;

CritWords *crit_words_new (void);
void crit_words_free (CritWords *self);
void crit_words_add (CritWords *self, const char *word);
int crit_words_find (const CritWords *self, const char *text, gsize length);
gsize crit_words_match (const CritWords *self, guint number, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritWords, crit_words_free)

G_END_DECLS
