/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pressable.h"

static void
press (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

/**
 * crit_pressable_install:
 * @widget_class: the class of what Enter or a click activates
 *
 * Lets assistive technology press such a widget. GTK 4.8 offers it an action for buttons, and for anything else the
 * actions of its class.
 */
void
crit_pressable_install (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "item.press", NULL, press);
}
