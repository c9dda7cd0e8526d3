/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "summary/crit-shape.h"
#include "summary/crit-timeline.h"

G_BEGIN_DECLS

/* Lines of a bar, as a part of its height: one pixel at 14. */
#define CRIT_TIMELINE_LINE (1.0 / 14)

double crit_timeline_place (double x, double width, double height);
GArray *crit_timeline_bar_new_shape (const CritTimelineBar *self, double width, double height);
GArray *crit_timeline_new_grid (const CritTimeline *self, double width, double height);

G_END_DECLS
