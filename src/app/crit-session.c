/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-session-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CritSession, crit_session, G_TYPE_OBJECT)

enum
{
  PROP_RECORD = 1,
  PROP_HISTORY,
  PROP_SCREENING,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_SAVING,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  GO_TO,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The subtitle is the identity of the record: it is the same on every page of the window. */
static char *
dup_subtitle (CritSession *self)
{
  const char *reference = crit_record_get_reference (self->record);
  g_autofree char *date = crit_date_to_text (crit_record_get_date (self->record));

  if (reference == NULL || *reference == '\0')
    reference = _ ("No reference");
  if (!crit_session_is_modified (self))
    /* Translators: a record's reference and its date. */
    return g_strdup_printf (_ ("%1$s · %2$s"), reference, date);
  /* Translators: the reference and the date of a record that has changes which are not saved. */
  return g_strdup_printf (_ ("%1$s · %2$s · edited"), reference, date);
}

void
crit_session_tell_modified (CritSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/* Screening is quick enough to do at once, so that a view never shows an answer beside an older status. The session
 * connects before any view does and therefore hears of a change first. */
static void
record_changed_cb (CritSession *self, const CritPlace *place)
{
  g_autoptr (CritScreening) former = g_steal_pointer (&self->screening);

  self->n_changes++;
  crit_session_forget_later (self);
  self->screening =
      crit_screening_update (former, self->record, place != NULL ? place->question : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCREENING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
notify_labels_cb (CritSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

void
crit_session_set_file (CritSession *self, GFile *file, const char *digest)
{
  g_free (self->digest);
  self->digest = g_strdup (digest);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

void
crit_session_set_saving (CritSession *self, gboolean saving)
{
  if (self->saving == saving)
    return;
  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

static void
crit_session_dispose (GObject *object)
{
  CritSession *self = CRIT_SESSION (object);

  g_clear_object (&self->history);
  g_clear_object (&self->saved_history);
  g_clear_pointer (&self->histories, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->file);
  g_clear_pointer (&self->screening, crit_screening_unref);
  G_OBJECT_CLASS (crit_session_parent_class)->dispose (object);
}

static void
crit_session_finalize (GObject *object)
{
  CritSession *self = CRIT_SESSION (object);

  g_free (self->digest);
  G_OBJECT_CLASS (crit_session_parent_class)->finalize (object);
}

static void
crit_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CritSession *self = CRIT_SESSION (object);

  switch (id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_SCREENING:
      g_value_set_boxed (value, self->screening);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, crit_session_is_modified (self));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_TITLE:
      g_value_set_string (value, crit_session_get_rules (self)->title);
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, dup_subtitle (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_take_string (value, crit_session_dup_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_take_string (value, crit_session_dup_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_session_class_init (CritSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = crit_session_dispose;
  object_class->finalize = crit_session_finalize;
  object_class->get_property = crit_session_get_property;

  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, CRIT_TYPE_RECORD, flags);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, CRIT_TYPE_HISTORY, flags);
  properties[PROP_SCREENING] =
      g_param_spec_boxed ("screening", NULL, NULL, CRIT_TYPE_SCREENING, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
crit_session_init (CritSession *self)
{
  self->histories = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
follow_history (CritSession *self)
{
  const char *const of_labels[] = { "notify::undo-label", "notify::redo-label" };

  g_signal_connect_object (self->record, "changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::modified",
                           G_CALLBACK (crit_session_tell_modified), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (of_labels); i++)
    g_signal_connect_object (self->history, of_labels[i], G_CALLBACK (notify_labels_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
leave_history (CritSession *self)
{
  if (self->history == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->record, self);
  g_signal_handlers_disconnect_by_data (self->history, self);
}

/* Not for tests or views: another record takes the place of the one in this session. Its views are made anew when they
 * hear of `record`, before they hear that the screening is another one. */
void
crit_session_set_history (CritSession *self, CritHistory *history)
{
  GObject *object = G_OBJECT (self);

  leave_history (self);
  self->n_changes++;
  g_set_object (&self->history, history);
  g_set_object (&self->record, crit_history_get_record (history));
  g_clear_pointer (&self->screening, crit_screening_unref);
  self->screening = crit_screening_new (self->record);
  follow_history (self);
  for (guint id = PROP_RECORD; id < N_PROPS; id++)
    if (id != PROP_FILE && id != PROP_SAVING)
      g_object_notify_by_pspec (object, properties[id]);
}

/**
 * crit_session_new:
 * @record: a record that nobody else changes
 *
 * Opens a record that has not been saved to a file yet.
 *
 * Returns: (transfer full): a session
 */
CritSession *
crit_session_new (CritRecord *record)
{
  CritSession *self = NULL;
  CritHistory *history = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);

  self = g_object_new (CRIT_TYPE_SESSION, NULL);
  history = crit_history_new (record);
  g_ptr_array_add (self->histories, history);
  self->saved_history = g_object_ref (history);
  crit_session_set_history (self, history);
  return self;
}

/**
 * crit_session_new_for_file:
 * @record: a record that nobody else changes
 * @file: where it was read from
 * @digest: SHA-256 of the bytes that were read, in hexadecimal
 *
 * Opens a record that was read from a file. The digest tells, when saving, whether another program changed the file.
 *
 * Returns: (transfer full): a session
 */
CritSession *
crit_session_new_for_file (CritRecord *record, GFile *file, const char *digest)
{
  CritSession *self = crit_session_new (record);

  g_return_val_if_fail (G_IS_FILE (file), self);
  g_return_val_if_fail (digest != NULL, self);

  crit_session_set_file (self, file, digest);
  return self;
}

/**
 * crit_session_new_for_draft:
 * @record: a record that nobody else changes
 * @file: (nullable): where it was saved before the changes that only the draft has
 * @digest: (nullable): of that file as it was then
 *
 * Opens a record that was kept as a draft. It has changes that are not saved, and says so.
 *
 * Returns: (transfer full): a session
 */
CritSession *
crit_session_new_for_draft (CritRecord *record, GFile *file, const char *digest)
{
  CritSession *self = crit_session_new (record);

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), self);

  if (file != NULL)
    crit_session_set_file (self, file, digest);
  crit_history_mark_never_saved (self->history);
  return self;
}

/**
 * crit_session_get_rules:
 * @self: a session
 *
 * Returns: (transfer none): the rules the record is filled in under
 */
CritRules *
crit_session_get_rules (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  return crit_record_get_rules (self->record);
}

/**
 * crit_session_get_record:
 * @self: a session
 *
 * Returns: (transfer none): the record; it is changed through the history only
 */
CritRecord *
crit_session_get_record (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  return self->record;
}

/**
 * crit_session_get_history:
 * @self: a session
 *
 * Returns: (transfer none): the history, through which every change goes
 */
CritHistory *
crit_session_get_history (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  return self->history;
}

/**
 * crit_session_get_screening:
 * @self: a session
 *
 * Returns: (transfer none): the screening of the record as it stands now; replaced at its next change
 */
CritScreening *
crit_session_get_screening (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  return self->screening;
}

/**
 * crit_session_get_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): where the record is saved; %NULL while it never was
 */
GFile *
crit_session_get_file (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  return self->file;
}

/**
 * crit_session_get_digest:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): SHA-256 of the file as it was last read or saved here, in hexadecimal; %NULL
 *   while there is no file
 */
const char *
crit_session_get_digest (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  return self->digest;
}

/**
 * crit_session_is_modified:
 * @self: a session
 *
 * Returns: whether the record differs from what was last opened or saved
 */
gboolean
crit_session_is_modified (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), FALSE);

  return self->history != self->saved_history || crit_history_is_modified (self->history);
}

/**
 * crit_session_is_read_only:
 * @self: a session
 *
 * Returns: whether the record can only be looked at and printed, since not all of its file could be read
 */
gboolean
crit_session_is_read_only (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), FALSE);

  return crit_record_get_access (self->record) == CRIT_RECORD_READ_ONLY;
}

/**
 * crit_session_is_saving:
 * @self: a session
 *
 * Returns: whether the record is being written; saving is not offered meanwhile
 */
gboolean
crit_session_is_saving (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), FALSE);

  return self->saving;
}

/**
 * crit_session_go_to:
 * @self: a session
 * @place: a place in the record
 *
 * Asks the window to show this place and to put the focus there.
 */
void
crit_session_go_to (CritSession *self, const CritPlace *place)
{
  g_return_if_fail (CRIT_IS_SESSION (self));
  g_return_if_fail (place != NULL);

  g_signal_emit (self, signals[GO_TO], 0, place);
}
