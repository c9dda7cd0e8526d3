/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "summary/crit-timeline.h"

G_BEGIN_DECLS

/* How a timeline is drawn in the current source colour: the same on paper and in the window. */
void crit_timeline_draw_grid (cairo_t *cr,
                              const CritTimeline *self,
                              double width,
                              double height,
                              gboolean mirrored);
void crit_timeline_draw_bar (cairo_t *cr,
                             const CritTimelineBar *bar,
                             double width,
                             double height,
                             gboolean mirrored);

G_END_DECLS
