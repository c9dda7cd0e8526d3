/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CritPanes:
 *
 * Sections, questions and criteria side by side where there is room. Where there is less, first the criteria fold, then
 * the sections; folded, each can be laid over the middle and put away again. This is the one class that knows the
 * folding widgets of libadwaita 1.2, which later versions replace.
 *
 * Properties: `start`, `middle`, `end` (GtkWidget); `start-folded`, `end-folded` (gboolean, read only).
 */
#define CRIT_TYPE_PANES (crit_panes_get_type ())
G_DECLARE_FINAL_TYPE (CritPanes, crit_panes, CRIT, PANES, GtkWidget)

gboolean crit_panes_is_start_folded (CritPanes *self);
gboolean crit_panes_is_end_folded (CritPanes *self);
void crit_panes_show_start (CritPanes *self);
void crit_panes_show_end (CritPanes *self);
gboolean crit_panes_show_middle (CritPanes *self);
void crit_panes_focus_middle (CritPanes *self);
void crit_panes_focus_next (CritPanes *self, gboolean forward);

G_END_DECLS
