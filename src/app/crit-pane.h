/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CritPane:
 *
 * One of the window's columns: it asks for a width that grows with the text, whatever is in it, and makes do with less.
 */
#define CRIT_TYPE_PANE (crit_pane_get_type ())
G_DECLARE_FINAL_TYPE (CritPane, crit_pane, CRIT, PANE, GtkWidget)

GtkWidget *crit_pane_new (int width);
void crit_pane_set_child (CritPane *self, GtkWidget *child);

G_END_DECLS
