/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-telling.h"

/* What a screen reader is told of what happens elsewhere. GTK 4.8 has no announcements, and screen readers of its time pass
 * over what changes away from the focus, so it is told at the focus: as a description of the widget that has it, which is read
 * out when it changes, until the focus moves on. */

#define DESCRIPTION "crit-description"
#define TOLD "crit-told"

static void
publish (GtkWidget *widget)
{
  const char *description = g_object_get_data (G_OBJECT (widget), DESCRIPTION);
  const char *told = g_object_get_data (G_OBJECT (widget), TOLD);
  g_autofree char *text = NULL;

  if (description == NULL)
    description = gtk_widget_get_tooltip_text (widget);
  if (description != NULL && *description != '\0' && told != NULL)
    text = g_strjoin ("\n", description, told, NULL);
  else
    text = g_strdup (told != NULL ? told : description);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
focus_moved_cb (GtkWidget *widget, GParamSpec *pspec, GtkRoot *root)
{
  g_signal_handlers_disconnect_by_func (root, focus_moved_cb, widget);
  g_object_set_data (G_OBJECT (widget), TOLD, NULL);
  publish (widget);
}

/**
 * crit_telling_describe:
 * @widget: a widget that can have the focus
 * @description: what a screen reader says of it besides its name, as long as nothing else is told there
 *
 * Describes a widget. What was told at it before is over once it has another description.
 */
void
crit_telling_describe (GtkWidget *widget, const char *description)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (description != NULL);

  if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), DESCRIPTION), description) == 0)
    return;
  g_object_set_data_full (G_OBJECT (widget), DESCRIPTION, g_strdup (description), g_free);
  g_object_set_data (G_OBJECT (widget), TOLD, NULL);
  publish (widget);
}

/**
 * crit_telling_say:
 * @widget: any widget of the window in which something happened
 * @text: what happened, in words
 *
 * Tells assistive technology of it without moving the focus.
 */
void
crit_telling_say (GtkWidget *widget, const char *text)
{
  GtkRoot *root = NULL;
  GtkWidget *focus = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL)
    return;
  /* The text inside an entry is not known to assistive technology, the entry is. */
  if (GTK_IS_TEXT (focus))
    focus = gtk_widget_get_parent (focus);
  g_object_set_data_full (G_OBJECT (focus), TOLD, g_strdup (text), g_free);
  publish (focus);
  g_signal_handlers_disconnect_by_func (root, focus_moved_cb, focus);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), focus,
                           G_CONNECT_SWAPPED);
}
