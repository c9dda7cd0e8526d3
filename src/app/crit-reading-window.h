/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A window for something to be read: about the criteria, help, lists. Escape closes it, the arrow keys scroll. */
GtkWindow *crit_reading_window_new (GtkWindow *parent, const char *title, GtkWidget *text);

GtkWidget *crit_reading_box_new (void);
void crit_reading_box_append_heading (GtkWidget *box, const char *text, const char *style);
GtkWidget *crit_reading_box_append_text (GtkWidget *box, const char *text);
void crit_reading_box_append_list (GtkWidget *box, const char *lines);

G_END_DECLS
