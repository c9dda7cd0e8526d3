/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-row.h"

G_BEGIN_DECLS

/* A timeline on paper: years or months above, and a bar at the foot of each row. */
void crit_row_add_ticks (CritRow *self, const CritTimeline *timeline, PangoContext *context);
void crit_row_add_bar (CritRow *self, CritTimeline *timeline, guint index);
void crit_row_draw_bar (CritRow *self, cairo_t *cr, CritTags *tags);

G_END_DECLS
