/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean crit_children_focus (GtkWidget *widget, GtkDirectionType direction);
void crit_children_remove (GtkWidget *widget);

G_END_DECLS
