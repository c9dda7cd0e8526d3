/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A field for several lines that grows with what is in it. */
GtkWidget *crit_text_area_new (int height, GtkTextView **view);
char *crit_text_area_dup_text (GtkTextBuffer *buffer);
gboolean crit_text_area_cut (GtkTextBuffer *buffer);

G_END_DECLS
