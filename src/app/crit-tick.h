/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CritTick:
 *
 * A check button or radio button with words that wrap, which assistive technology can press.
 */
#define CRIT_TYPE_TICK (crit_tick_get_type ())
G_DECLARE_FINAL_TYPE (CritTick, crit_tick, CRIT, TICK, GtkCheckButton)

GtkWidget *crit_tick_new (GtkAccessibleRole role, const char *text);
void crit_tick_set_text (CritTick *self, const char *text);

G_END_DECLS
