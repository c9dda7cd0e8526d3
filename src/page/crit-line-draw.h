/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-row.h"

G_BEGIN_DECLS

/* A line of type: its glyphs, the letters that they stand for, and its links. */
void crit_line_draw (const CritRowLine *self, cairo_t *cr, double y, CritTags *tags);
char *crit_line_dup_target_words (const char *target);
char *crit_line_dup_target (CritBlockKind kind, guint number);

G_END_DECLS
