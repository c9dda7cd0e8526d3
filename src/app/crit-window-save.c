/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-file-chooser.h"
#include "crit-window-private.h"
#include "store/crit-file.h"

#include <glib/gi18n-lib.h>

static void start_saving (CritWindow *self, GFile *file, CritSaveMode mode);

static AdwMessageDialog *
create_dialog (CritWindow *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, body));

  adw_message_dialog_add_response (dialog, "cancel", _ ("Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

/* A failed save never closes the window: the record would be lost with it. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritWindow) self = user_data;
  CritSession *session = CRIT_SESSION (source);
  g_autoptr (GError) error = NULL;

  if (crit_session_save_finish (session, result, &error))
    {
      if (self->closing)
        gtk_window_close (GTK_WINDOW (self));
      else
        crit_window_say (self, _ ("The record is saved."));
      return;
    }
  if (g_error_matches (error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_CHANGED))
    {
      crit_window_ask_about_conflict (self, error->message);
      return;
    }
  self->closing = FALSE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING))
    crit_window_complain (self, _ ("The record is not saved"), error->message);
}

static void
start_saving (CritWindow *self, GFile *file, CritSaveMode mode)
{
  crit_draft_keeper_flush (self->keeper);
  crit_session_save_async (self->session, file, mode, saved_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (source);
  g_autoptr (GFile) file = crit_file_chooser_ask_finish (GTK_WINDOW (self), result, NULL);

  if (file == NULL || self->session == NULL)
    self->closing = FALSE;
  else
    start_saving (self, file, CRIT_SAVE_REPLACE);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

static void
discard (CritWindow *self)
{
  self->discarding = TRUE;
  crit_draft_keeper_discard (self->keeper);
  crit_window_close_later (self);
}

static void
close_response_cb (CritWindow *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    discard (self);
  else if (g_str_equal (response, "save"))
    {
      self->closing = TRUE;
      crit_window_save (self);
    }
}

/* Several windows may ask at once: each names its record. */
static char *
dup_changes_text (CritWindow *self)
{
  const char *reference = crit_record_get_reference (crit_session_get_record (self->session));

  if (reference == NULL || *reference == '\0')
    return g_strdup (_ ("The record has changes that are not saved. Discarded changes are lost "
                        "for good."));
  return g_strdup_printf (
      /* Translators: %s is the reference of a record. */
      _ ("The record %s has changes that are not saved. Discarded changes are lost for good."),
      reference);
}

static void
ask_about_changes (CritWindow *self)
{
  g_autofree char *text = dup_changes_text (self);
  AdwMessageDialog *dialog = create_dialog (self, _ ("Save changes?"), text);

  adw_message_dialog_add_response (dialog, "discard", _ ("Discard"));
  adw_message_dialog_add_response (dialog, "save", _ ("Save"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * crit_window_save:
 * @self: a window with a record
 *
 * Saves the record where it was saved before, or asks where to.
 */
void
crit_window_save (CritWindow *self)
{
  GFile *file = crit_session_get_file (self->session);

  if (file != NULL)
    start_saving (self, file, CRIT_SAVE_IF_UNCHANGED);
  else
    crit_window_save_as (self);
}

/**
 * crit_window_save_anyway:
 * @self: a window with a record that has a file
 *
 * Saves the record in place of whatever is in its file now.
 */
void
crit_window_save_anyway (CritWindow *self)
{
  start_saving (self, crit_session_get_file (self->session), CRIT_SAVE_REPLACE);
}

/**
 * crit_window_save_as:
 * @self: a window with a record
 *
 * Asks where to save the record, and saves it there. The dialog has asked before a file is replaced.
 */
void
crit_window_save_as (CritWindow *self)
{
  const char *reference = crit_record_get_reference (crit_session_get_record (self->session));
  g_autofree char *name = crit_file_suggest_name (reference, "checklist");

  crit_file_chooser_ask_async (GTK_WINDOW (self), CRIT_CHOOSE_SAVE_RECORD, name, file_chosen_cb,
                               NULL);
}

/**
 * crit_window_close_later:
 * @self: a window before which a dialog was just answered
 *
 * Closes the window. The dialog still needs the window it stands before, so that goes a moment later.
 */
void
crit_window_close_later (CritWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

/**
 * crit_window_may_close:
 * @self: a window that was asked to close
 *
 * Asks about changes that are not saved, and waits for a save that is running.
 *
 * Returns: whether nothing is lost by closing now
 */
gboolean
crit_window_may_close (CritWindow *self)
{
  if (self->session == NULL || self->discarding)
    return TRUE;
  if (crit_session_is_saving (self->session))
    {
      self->closing = TRUE;
      return FALSE;
    }
  if (!crit_session_is_modified (self->session))
    return TRUE;
  self->closing = FALSE;
  crit_draft_keeper_flush (self->keeper);
  ask_about_changes (self);
  return FALSE;
}
