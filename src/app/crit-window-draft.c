/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-window-private.h"

#include <glib/gi18n-lib.h>

/* It stays in view until a draft can be kept again: work is not safe meanwhile. */
static void
notify_problem_cb (CritWindow *self)
{
  gboolean failing = crit_draft_keeper_get_problem (self->keeper) != NULL;

  crit_notice_bar_set_problem (
      self->notice_bar, failing ? _ ("No copy of your unsaved changes can be kept at present. Save "
                                     "the record, so that nothing can be lost.")
                                : NULL);
}

/* Whoever turns to another window may not come back. (Turned to, there is nothing left to write.) */
static void
notify_active_cb (CritWindow *self)
{
  crit_draft_keeper_flush (self->keeper);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritWindow) self = user_data;
  CritFoundDraft *draft = CRIT_FOUND_DRAFT (source);
  CritDraftSlot *slot = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CritSession) session = crit_found_draft_restore_finish (draft, result, &slot, &error);

  if (session == NULL)
    crit_window_complain (self, _ ("The draft is not restored"), error->message);
  else if (self->session != NULL)
    crit_draft_slot_free (slot);
  else
    crit_window_open_record (self, session, slot);
}

/* A window keeps its record: the draft gets one of its own, in the place of this one. */
static void
go_on_with_draft (CritWindow *self, CritFoundDraft *draft)
{
  CritWindow *other =
      crit_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->library, self->drafts);

  crit_window_restore_draft (other, draft);
  gtk_window_present (GTK_WINDOW (other));
  crit_window_close_later (self);
}

static void
draft_response_cb (CritWindow *self, const char *response)
{
  GFile *file = crit_session_get_file (self->session);
  CritFoundDraft *draft = file != NULL ? crit_draft_list_find (self->drafts, file) : NULL;

  if (g_str_equal (response, "restore") && draft != NULL)
    go_on_with_draft (self, draft);
}

static void
ask_about_draft (CritWindow *self, CritFoundDraft *draft)
{
  g_autofree char *time = crit_found_draft_dup_time (draft);
  /* Translators: %s is a date with a time. */
  g_autofree char *text = g_strdup_printf (
      _ ("The program ended before changes to this record were saved. A draft of %s has them; the "
         "file does not. What you do not restore now stays on the start page."),
      time);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("A draft of this record was found"), text));

  adw_message_dialog_add_response (dialog, "file", _ ("Show the file"));
  adw_message_dialog_add_response (dialog, "restore", _ ("Restore the draft"));
  adw_message_dialog_set_close_response (dialog, "file");
  adw_message_dialog_set_default_response (dialog, "restore");
  g_signal_connect_object (dialog, "response", G_CALLBACK (draft_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
refreshed_cb (CritWindow *self)
{
  GFile *file = crit_session_get_file (self->session);
  CritFoundDraft *draft = file != NULL ? crit_draft_list_find (self->drafts, file) : NULL;

  g_signal_handlers_disconnect_by_func (self->drafts, refreshed_cb, self);
  if (draft != NULL)
    ask_about_draft (self, draft);
}

/* Whoever opens the file of a record must not go on from what is older than the draft of it without knowing. */
static void
look_for_draft (CritWindow *self)
{
  if (crit_session_get_file (self->session) == NULL)
    return;
  g_signal_connect_object (self->drafts, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  crit_draft_list_refresh (self->drafts);
}

/**
 * crit_window_keep_draft:
 * @self: a window with a record
 * @slot: (transfer full) (nullable): where its draft is, if it comes from one
 *
 * Keeps a draft of the record from now on, while it has changes that are not saved. Where an earlier run left one of
 * the same file, it is asked about.
 */
void
crit_window_keep_draft (CritWindow *self, CritDraftSlot *slot)
{
  if (slot == NULL)
    {
      slot = crit_draft_slot_new (crit_draft_list_get_folder (self->drafts));
      look_for_draft (self);
    }
  self->keeper = crit_draft_keeper_new (self->session, slot);
  g_signal_connect_object (self->keeper, "notify::problem", G_CALLBACK (notify_problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (notify_active_cb), NULL);
}

/**
 * crit_window_restore_draft:
 * @self: a window without a record
 * @draft: a draft that was found
 *
 * Opens the draft, as one: it has changes that are not saved.
 */
void
crit_window_restore_draft (CritWindow *self, CritFoundDraft *draft)
{
  crit_found_draft_restore_async (draft, restored_cb, g_object_ref (self));
}

/**
 * crit_window_leave:
 * @self: a window
 *
 * Closes the window without asking, since the program has to end at once. Changes that are not saved are kept as a
 * draft, and the program does not end before they are.
 */
void
crit_window_leave (CritWindow *self)
{
  g_return_if_fail (CRIT_IS_WINDOW (self));

  if (self->keeper != NULL)
    crit_draft_keeper_flush (self->keeper);
  gtk_window_destroy (GTK_WINDOW (self));
}
