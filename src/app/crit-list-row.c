/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-list-row.h"

#include "crit-pressable.h"

struct _CritListRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (CritListRow, crit_list_row, GTK_TYPE_LIST_BOX_ROW)

static void
crit_list_row_class_init (CritListRowClass *klass)
{
  crit_pressable_install (GTK_WIDGET_CLASS (klass));
}

static void
crit_list_row_init (CritListRow *self)
{
}

/**
 * crit_list_row_new:
 * @child: (transfer floating): what is in it
 *
 * Makes a row. Whoever makes it names it.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
crit_list_row_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);
  return g_object_new (CRIT_TYPE_LIST_ROW, "child", child, NULL);
}
