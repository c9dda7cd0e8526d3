/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void crit_bring_into_view (GtkWidget *block);
void crit_bring_to_top (GtkWidget *first, GtkWidget *last);
void crit_bring_into_view_later (GtkWidget *block);

G_END_DECLS
