/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CritListRow:
 *
 * A row of a list, which assistive technology can press.
 */
#define CRIT_TYPE_LIST_ROW (crit_list_row_get_type ())
G_DECLARE_FINAL_TYPE (CritListRow, crit_list_row, CRIT, LIST_ROW, GtkListBoxRow)

GtkWidget *crit_list_row_new (GtkWidget *child);

G_END_DECLS
