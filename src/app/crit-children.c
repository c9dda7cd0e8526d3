/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-children.h"

static gboolean
leads_back (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
}

static GtkWidget *
get_next (GtkWidget *child, gboolean back)
{
  return back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
}

/* The child that the keyboard focus is in. */
static GtkWidget *
find_focus_child (GtkWidget *widget)
{
  GtkWidget *child = gtk_root_get_focus (gtk_widget_get_root (widget));

  while (child != NULL && gtk_widget_get_parent (child) != widget)
    child = gtk_widget_get_parent (child);
  return child;
}

/**
 * crit_children_focus:
 * @widget: a widget whose children stand one under another
 * @direction: where the focus is to go
 *
 * What a widget that passes gtk_widget_grab_focus() on to something inside it needs as its focus function. GTK's own ends
 * with grabbing the focus where it leads back and out of the widget, which would never let it leave.
 *
 * Returns: whether the focus went into or on inside the widget
 */
gboolean
crit_children_focus (GtkWidget *widget, GtkDirectionType direction)
{
  const gboolean back = leads_back (direction);
  GtkWidget *child = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  child = find_focus_child (widget);
  if (child != NULL && gtk_widget_child_focus (child, direction))
    return TRUE;
  if (child != NULL)
    child = get_next (child, back);
  else
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = get_next (child, back);
  return child != NULL;
}

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
