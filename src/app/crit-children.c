/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-children.h"

/**
 * crit_children_remove:
 * @widget: a widget that holds its children itself
 *
 * Takes every child away, as a widget must when it is disposed of: GTK does so only for children that a template names.
 */
void
crit_children_remove (GtkWidget *widget)
{
  GtkWidget *child = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
