/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void crit_go_on (GtkWidget *from);
void crit_go_on_from_ticks (GtkWidget *question);

G_END_DECLS
