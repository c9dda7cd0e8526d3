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

/**
 * crit_window_keep_draft:
 * @self: a window with a record
 * @slot: (transfer full) (nullable): where its draft is, if it comes from one
 *
 * Keeps a draft of the record from now on, while it has changes that are not saved.
 */
void
crit_window_keep_draft (CritWindow *self, CritDraftSlot *slot)
{
  if (slot == NULL)
    slot = crit_draft_slot_new (crit_draft_list_get_folder (self->drafts));
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
