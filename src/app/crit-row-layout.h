/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CritRowLayout:
 *
 * Lays children out side by side where they fit at their natural widths, else one under another. Made for short
 * answers: nothing is squeezed, nothing is cut off.
 */
#define CRIT_TYPE_ROW_LAYOUT (crit_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (CritRowLayout, crit_row_layout, CRIT, ROW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *crit_row_layout_new (void);
GtkWidget *crit_row_box_new (void);
void crit_row_layout_set_column (CritRowLayout *self, gboolean column);

G_END_DECLS
