/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void crit_telling_describe (GtkWidget *widget, const char *description);
void crit_telling_say (GtkWidget *widget, const char *text);

G_END_DECLS
