/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-session-private.h"

#include "json/crit-json-reader.h"
#include "record/crit-record-file.h"
#include "store/crit-file.h"

#include <glib/gi18n-lib.h>

/* One attempt to save: what is being written, and after how many changes of the record. */
typedef struct
{
  GFile *file;
  CritSaveMode mode;
  GBytes *contents;
  CritPast *past; /* what the file says about the record */
  char *digest;
  guint n_changes;
} Save;

static void start_saving (GTask *task);

static void
save_free (Save *save)
{
  g_clear_object (&save->file);
  g_clear_pointer (&save->contents, g_bytes_unref);
  g_clear_pointer (&save->past, crit_past_unref);
  g_free (save->digest);
  g_free (save);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CritSession *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;

  if (!crit_file_save_finish (G_FILE (source), result, &error))
    {
      crit_session_set_saving (self, FALSE);
      g_task_return_error (task, error);
      return;
    }

  crit_session_set_file (self, save->file, save->digest);
  crit_record_mark_saved (self->record, save->past);
  if (save->n_changes != self->n_changes)
    {
      /* Somebody went on typing. Marking this moment as saved would be wrong, and so would leaving the older mark:
       * undoing back to it would then look saved, while the file holds something else. */
      save->mode = CRIT_SAVE_IF_UNCHANGED;
      start_saving (g_steal_pointer (&task));
      return;
    }
  crit_history_mark_saved (self->history);
  g_set_object (&self->saved_history, self->history);
  crit_session_tell_modified (self);
  crit_session_set_saving (self, FALSE);
  g_task_return_boolean (task, TRUE);
}

static void
write_file (GTask *task)
{
  CritSession *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  gboolean same_file = self->file != NULL && g_file_equal (self->file, save->file);
  const char *expected = NULL;

  if (same_file && save->mode == CRIT_SAVE_IF_UNCHANGED)
    expected = self->digest;
  crit_file_save_async (save->file, save->contents, expected, NULL, saved_cb, task);
}

static void
write_contents (CritSession *self, Save *save)
{
  g_clear_pointer (&save->contents, g_bytes_unref);
  g_clear_pointer (&save->past, crit_past_unref);
  g_free (save->digest);
  save->past = crit_record_plan_save (self->record, g_get_real_time () / G_USEC_PER_SEC);
  save->contents = crit_record_write_as (self->record, save->past);
  save->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, save->contents);
  save->n_changes = self->n_changes;
}

/* What could not be read again is not written over what can. */
static void
fail_too_large (GTask *task)
{
  g_autoptr (GTask) failing = task;

  crit_session_set_saving (g_task_get_source_object (failing), FALSE);
  g_task_return_new_error (
      failing, CRIT_FILE_ERROR, CRIT_FILE_ERROR_TOO_LARGE,
      /* Translators: %d is a number of mebibytes. */
      _ ("The record has become larger than %d MiB, and could not be opened again. Shorten what is "
         "written in it, and save it once more."),
      CRIT_JSON_MAX_FILE / 1024 / 1024);
}

static void
start_saving (GTask *task)
{
  CritSession *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);

  write_contents (self, save);
  if (g_bytes_get_size (save->contents) > CRIT_JSON_MAX_FILE)
    {
      fail_too_large (task);
      return;
    }
  self->waiting = task;
  if (self->before_saving != NULL)
    self->before_saving (self, save->file, save->digest, self->before_saving_data);
  else
    crit_session_go_on_saving (self);
}

/**
 * crit_session_set_before_saving:
 * @self: a session
 * @before: (nullable): what is done before each writing of the file
 * @user_data: for @before
 *
 * Has something done between the moment whose answers are saved and the writing of the file.
 */
void
crit_session_set_before_saving (CritSession *self, CritSessionBefore before, gpointer user_data)
{
  g_return_if_fail (CRIT_IS_SESSION (self));

  self->before_saving = before;
  self->before_saving_data = user_data;
}

/**
 * crit_session_go_on_saving:
 * @self: a session that waits
 *
 * Says that the file may be written now.
 */
void
crit_session_go_on_saving (CritSession *self)
{
  g_return_if_fail (CRIT_IS_SESSION (self));
  g_return_if_fail (self->waiting != NULL);

  write_file (g_steal_pointer (&self->waiting));
}

/**
 * crit_session_save_async:
 * @self: a session
 * @file: where to; becomes the session's file when it has worked
 * @mode: what to do if the session's own file was changed by another program
 * @callback: called when it is saved, or is not
 * @user_data: for @callback
 *
 * Saves the record, complete or not. While a save runs a second one is refused with %G_IO_ERROR_PENDING. When it
 * fails the session is as modified as before. A record that is only shown is not saved at all.
 */
void
crit_session_save_async (CritSession *self,
                         GFile *file,
                         CritSaveMode mode,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = NULL;
  Save *save = NULL;

  g_return_if_fail (CRIT_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, crit_session_save_async);
  if (self->saving)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                               _ ("The record is already being saved."));
      g_object_unref (task);
      return;
    }

  if (crit_session_is_read_only (self))
    {
      g_task_return_new_error (
          task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
          _ ("Parts of this record could not be read. Saving would lose them."));
      g_object_unref (task);
      return;
    }

  save = g_new0 (Save, 1);
  save->file = g_object_ref (file);
  save->mode = mode;
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  crit_history_end_typing (self->history);
  crit_session_set_saving (self, TRUE);
  start_saving (task);
}

/**
 * crit_session_save_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: %CRIT_FILE_ERROR, or %G_IO_ERROR_PENDING
 *
 * Returns: whether the file now holds the record
 */
gboolean
crit_session_save_finish (CritSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
