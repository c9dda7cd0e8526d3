/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void crit_settings_restore_window (GtkWindow *window);
void crit_settings_remember_window (GtkWindow *window);

G_END_DECLS
