/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CritSteady:
 *
 * Holds a text that wraps beside something else. Asked how wide it is at a given height, a label lays its text out at one
 * width after another until it finds out; a row of GTK asks that of everything in it. This one is as wide as it is.
 */
#define CRIT_TYPE_STEADY (crit_steady_get_type ())
G_DECLARE_FINAL_TYPE (CritSteady, crit_steady, CRIT, STEADY, AdwBin)

GtkWidget *crit_steady_new (GtkWidget *child);

G_END_DECLS
