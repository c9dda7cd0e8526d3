/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "summary/crit-timeline.h"

G_BEGIN_DECLS

/* The entries of a list over time. It is one widget, however many entries there are; all that it shows is told to screen
 * readers in words. */
#define CRIT_TYPE_TIMELINE_VIEW (crit_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (CritTimelineView, crit_timeline_view, CRIT, TIMELINE_VIEW, GtkWidget)

CritTimelineView *crit_timeline_view_new (void);
void crit_timeline_view_set_timeline (CritTimelineView *self, CritTimeline *timeline);
CritTimeline *crit_timeline_view_get_timeline (CritTimelineView *self);

G_END_DECLS
