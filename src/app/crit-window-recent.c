/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-application.h"
#include "crit-window-private.h"

static CritApplication *
get_program (CritWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return CRIT_IS_APPLICATION (application) ? CRIT_APPLICATION (application) : NULL;
}

static void
file_changed_cb (CritWindow *self)
{
  CritApplication *program = get_program (self);
  GFile *file = crit_session_get_file (self->session);

  if (program != NULL && file != NULL)
    crit_recent_records_add (crit_application_get_recent (program), file);
}

static void
active_cb (CritWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    crit_window_look_for_conflict (self);
}

/**
 * crit_window_follow_file:
 * @self: a window with a record
 *
 * Remembers where the record is, now and whenever it is saved elsewhere, for the start page; and looks at the file again
 * whenever somebody turns to the window.
 */
void
crit_window_follow_file (CritWindow *self)
{
  g_signal_connect_object (self->session, "notify::file", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  file_changed_cb (self);
}

/**
 * crit_window_show_recent:
 * @self: a window
 *
 * Lets the start page show the records that were opened or saved last.
 */
void
crit_window_show_recent (CritWindow *self)
{
  CritApplication *program = get_program (self);

  if (program != NULL)
    crit_start_page_set_recent (self->start_page, crit_application_get_recent (program));
}

/**
 * crit_window_open_recent:
 * @self: a window without a record
 * @file: a record
 *
 * Opens a record that was chosen on the start page.
 */
void
crit_window_open_recent (CritWindow *self, GFile *file)
{
  CritApplication *program = get_program (self);

  if (program != NULL)
    crit_application_open_file (program, file, self);
}
