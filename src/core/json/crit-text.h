/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritTextPlace:
 * @offset: a byte of a text
 * @line: its line, from 1
 * @column: its column, from 1, in characters; a tab is one character
 */
typedef struct
{
  gsize offset;
  guint line;
  guint column;
} CritTextPlace;

#define CRIT_TEXT_START ((CritTextPlace){ 0, 1, 1 })

void crit_text_move (const char *text, gsize length, CritTextPlace *place, gsize offset);
void crit_text_locate (const char *text, gsize length, gsize offset, guint *line, guint *column);
gboolean crit_text_is_right_to_left (const char *text);
gboolean crit_text_language_is_right_to_left (const char *language);
gboolean crit_text_allows (gunichar character);
char *crit_text_escape (const char *text);
char *crit_text_clean (const char *text);

G_END_DECLS
