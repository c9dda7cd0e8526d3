/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CritShortcut:
 * @action: (nullable): with its prefix; NULL for a key that does something only where the focus is
 * @accels: at most two, the rest %NULL; the first is shown in menus
 * @group: heading in the shortcuts window, to be translated
 * @title: what it does, to be translated
 *
 * A line of the one table of keys.
 */
typedef struct
{
  const char *action;
  const char *accels[3];
  const char *group;
  const char *title;
} CritShortcut;

const CritShortcut *crit_shortcuts_get (guint *n_shortcuts);
void crit_shortcuts_install (GtkApplication *application);
GtkWindow *crit_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
