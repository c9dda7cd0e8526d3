/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-application.h"
#include "crit-window-private.h"

/* Each file goes where it would go if it were opened from the menu: a record that is open here is not touched. */
static gboolean
drop_cb (CritWindow *self, const GValue *value)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL && application != NULL; l = l->next)
    crit_application_open_file (CRIT_APPLICATION (application), l->data, self);
  return files != NULL;
}

/**
 * crit_window_accept_files:
 * @self: a window
 *
 * Opens records and rules files that are dropped anywhere on the window. They are caught before any field in it, which
 * would take the name of a file for something typed.
 */
void
crit_window_accept_files (CritWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
