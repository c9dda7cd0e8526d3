/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CritSideLayout:
 *
 * Lays out two children: the first takes the room, and the second stands before it where there is plenty. It comes last
 * in the order of the keyboard.
 */
#define CRIT_TYPE_SIDE_LAYOUT (crit_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (CritSideLayout, crit_side_layout, CRIT, SIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
