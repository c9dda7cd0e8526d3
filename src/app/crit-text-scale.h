/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lengths that must grow with the person's text size, such as the width at which a pane folds. */
int crit_text_scale (GtkWidget *widget, int pixels);

G_END_DECLS
