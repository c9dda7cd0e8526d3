/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-found-draft.h"

#include "record/crit-record-file.h"
#include "store/crit-file.h"

#include <glib/gi18n-lib.h>

struct _CritFoundDraft
{
  GObject parent_instance;

  char *folder;
  CritDraft *draft;
  gboolean discarded;
};

G_DEFINE_FINAL_TYPE (CritFoundDraft, crit_found_draft, G_TYPE_OBJECT)

enum
{
  PROP_DISCARDED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What a thread makes of a draft that is to be restored. */
typedef struct
{
  CritDraftSlot *slot;
  CritDraft *draft;
  CritRecord *record;
} Restored;

static void
restored_free (Restored *restored)
{
  g_clear_pointer (&restored->slot, crit_draft_slot_free);
  g_clear_pointer (&restored->draft, crit_draft_free);
  g_clear_object (&restored->record);
  g_free (restored);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restored, restored_free)

/* A draft of one person never turns into the record of another: heading and record have to say the same. */
static gboolean
is_of (CritRecord *record, const CritDraft *draft)
{
  return g_strcmp0 (crit_record_get_id (record), draft->record_id) == 0
         && g_str_equal (crit_record_get_reference (record), draft->reference)
         && g_str_equal (crit_rules_get_digest (crit_record_get_rules (record)),
                         draft->rules_digest);
}

static CritRecord *
read_record (const CritDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = crit_record_read (draft->record, NULL, findings);
  const char *reason = _ ("its record is not the one that it names");

  if (record != NULL && is_of (record, draft))
    return g_steal_pointer (&record);
  if (record == NULL && findings->len > 0)
    reason = ((CritFinding *) g_ptr_array_index (findings, 0))->message;
  g_set_error (error, CRIT_DRAFT_ERROR, CRIT_DRAFT_ERROR_DAMAGED,
               /* Translators: %s is why. */
               _ ("The draft cannot be opened, and stays where it is: %s"), reason);
  return NULL;
}

/* What is in the draft only is what will have been changed when it is saved. Where the file is no longer the one that the
   draft was made beside, nobody knows. */
static void
compare_with_file (CritRecord *record, const CritDraft *draft)
{
  g_autoptr (GFile) file = draft->file_uri != NULL ? g_file_new_for_uri (draft->file_uri) : NULL;
  g_autoptr (GBytes) text = file != NULL ? crit_file_read (file, NULL) : NULL;
  g_autofree char *digest = text != NULL ? crit_file_dup_digest (text) : NULL;
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) saved = NULL;

  if (digest == NULL || g_strcmp0 (digest, draft->file_digest) != 0)
    return;
  saved = crit_record_open (text, findings);
  if (saved != NULL)
    crit_record_set_saved_state (record, saved);
}

/* Read anew: another program may have gone on with it since it was found. */
static gboolean
restore (CritFoundDraft *self, Restored *restored, GError **error)
{
  g_autoptr (GBytes) text = NULL;

  restored->slot = crit_draft_slot_take (self->folder, self->draft->id, error);
  text = restored->slot != NULL ? crit_draft_slot_read (restored->slot, error) : NULL;
  restored->draft = text != NULL ? crit_draft_read (text, error) : NULL;
  restored->record = restored->draft != NULL ? read_record (restored->draft, error) : NULL;
  if (restored->record != NULL)
    compare_with_file (restored->record, restored->draft);
  return restored->record != NULL;
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (Restored) restored = g_new0 (Restored, 1);
  GError *error = NULL;

  if (restore (source, restored, &error))
    g_task_return_pointer (task, g_steal_pointer (&restored), (GDestroyNotify) restored_free);
  else
    g_task_return_error (task, error);
}

/* To have it back is to write it again, byte for byte. */
static gboolean
put_back (CritFoundDraft *self, GError **error)
{
  g_autoptr (CritDraftSlot) slot = crit_draft_slot_take (self->folder, self->draft->id, error);
  g_autoptr (GBytes) text = crit_draft_write (self->draft);

  return slot != NULL && crit_draft_slot_write (slot, text, error);
}

static gboolean
discard (CritFoundDraft *self, GError **error)
{
  g_autoptr (CritDraftSlot) slot = crit_draft_slot_take (self->folder, self->draft->id, error);

  return slot != NULL && crit_draft_slot_remove (slot, error);
}

static void
discard_in_thread (GTask *task, gpointer source, gpointer discarded, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean done = discarded != NULL ? discard (source, &error) : put_back (source, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
crit_found_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DISCARDED:
      g_value_set_boolean (value, CRIT_FOUND_DRAFT (object)->discarded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_found_draft_finalize (GObject *object)
{
  CritFoundDraft *self = CRIT_FOUND_DRAFT (object);

  g_free (self->folder);
  g_clear_pointer (&self->draft, crit_draft_free);
  G_OBJECT_CLASS (crit_found_draft_parent_class)->finalize (object);
}

static void
crit_found_draft_class_init (CritFoundDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = crit_found_draft_get_property;
  object_class->finalize = crit_found_draft_finalize;

  properties[PROP_DISCARDED] = g_param_spec_boolean ("discarded", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
crit_found_draft_init (CritFoundDraft *self)
{
}

/**
 * crit_found_draft_new:
 * @folder: where it was found
 * @draft: (transfer full): the draft
 *
 * Returns: (transfer full): the draft as something to be shown
 */
CritFoundDraft *
crit_found_draft_new (const char *folder, CritDraft *draft)
{
  CritFoundDraft *self = NULL;

  g_return_val_if_fail (folder != NULL && draft != NULL && draft->id != NULL, NULL);

  self = g_object_new (CRIT_TYPE_FOUND_DRAFT, NULL);
  self->folder = g_strdup (folder);
  self->draft = draft;
  return self;
}

/**
 * crit_found_draft_get_draft:
 * @self: a draft that was found
 *
 * Returns: (transfer none): what it is
 */
const CritDraft *
crit_found_draft_get_draft (CritFoundDraft *self)
{
  g_return_val_if_fail (CRIT_IS_FOUND_DRAFT (self), NULL);

  return self->draft;
}

/**
 * crit_found_draft_dup_time:
 * @self: a draft that was found
 *
 * Returns: (transfer full): when it was made, in this place's time: "20 November 2026, 14:02"
 */
char *
crit_found_draft_dup_time (CritFoundDraft *self)
{
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  g_return_val_if_fail (CRIT_IS_FOUND_DRAFT (self), NULL);

  local = g_date_time_new_from_unix_local (self->draft->time);
  if (local == NULL)
    return g_strdup (_ ("an unknown time"));
  date = crit_date_to_text ((CritDate){ .year = (guint16) g_date_time_get_year (local),
                                        .month = (guint8) g_date_time_get_month (local),
                                        .day = (guint8) g_date_time_get_day_of_month (local) });
  clock = g_date_time_format (local, "%H:%M");
  /* Translators: a date and a time of day: "20 November 2026, 14:02". */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, clock);
}

/**
 * crit_found_draft_is_discarded:
 * @self: a draft that was found
 *
 * Returns: whether it was discarded, and can be had back
 */
gboolean
crit_found_draft_is_discarded (CritFoundDraft *self)
{
  g_return_val_if_fail (CRIT_IS_FOUND_DRAFT (self), FALSE);

  return self->discarded;
}

/**
 * crit_found_draft_discard_async:
 * @self: a draft that was found
 * @discarded: whether to delete it from the disk, or to put it back
 * @callback: called when it is done, or is not
 * @user_data: for @callback
 *
 * Discards the draft, or takes that back. A discarded draft is in memory only, until the program ends.
 */
void
crit_found_draft_discard_async (CritFoundDraft *self,
                                gboolean discarded,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CRIT_IS_FOUND_DRAFT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, crit_found_draft_discard_async);
  g_task_set_task_data (task, GINT_TO_POINTER (discarded), NULL);
  g_task_run_in_thread (task, discard_in_thread);
}

/**
 * crit_found_draft_discard_finish:
 * @self: a draft that was found
 * @result: what the callback was given
 * @error: %CRIT_FILE_ERROR or %G_IO_ERROR
 *
 * Returns: whether it is as it was wanted
 */
gboolean
crit_found_draft_discard_finish (CritFoundDraft *self, GAsyncResult *result, GError **error)
{
  gboolean discarded = FALSE;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  discarded = g_task_get_task_data (G_TASK (result)) != NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (self->discarded != discarded)
    {
      self->discarded = discarded;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISCARDED]);
    }
  return TRUE;
}

/**
 * crit_found_draft_restore_async:
 * @self: a draft that was found
 * @callback: called when it was read, or was not
 * @user_data: for @callback
 *
 * Opens the draft, under the rules that it carries.
 */
void
crit_found_draft_restore_async (CritFoundDraft *self,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CRIT_IS_FOUND_DRAFT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, crit_found_draft_restore_async);
  g_task_run_in_thread (task, restore_in_thread);
}

/**
 * crit_found_draft_restore_finish:
 * @self: a draft that was found
 * @result: what the callback was given
 * @slot: (out) (transfer full): where the draft goes on being kept
 * @error: %CRIT_DRAFT_ERROR, %CRIT_FILE_ERROR, or %G_IO_ERROR_BUSY where it is open elsewhere
 *
 * Returns: (transfer full) (nullable): the record, with changes that are not saved; %NULL on error
 */
CritSession *
crit_found_draft_restore_finish (CritFoundDraft *self,
                                 GAsyncResult *result,
                                 CritDraftSlot **slot,
                                 GError **error)
{
  g_autoptr (Restored) restored = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (slot != NULL, NULL);

  restored = g_task_propagate_pointer (G_TASK (result), error);
  if (restored == NULL)
    return NULL;
  if (restored->draft->file_uri != NULL)
    file = g_file_new_for_uri (restored->draft->file_uri);
  *slot = g_steal_pointer (&restored->slot);
  return crit_session_new_for_draft (restored->record, file, restored->draft->file_digest);
}
