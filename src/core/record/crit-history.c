/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-history.h"

#include "record/crit-answer-limits.h"
#include "record/crit-change.h"
#include "record/crit-record-private.h"

/* The saved state was among the changes that were undone and then replaced by others, or there never was one. */
#define UNREACHABLE G_MAXUINT

/* What the properties say; kept as it was last told, so that only what differs is told again. */
typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  gboolean modified;
  char *undo_label;
  char *redo_label;
} Face;

struct _CritHistory
{
  GObject parent_instance;

  CritRecord *record;
  GPtrArray *changes; /* of CritChange, in the order made; those from n_done on were undone */
  guint n_done;
  guint n_saved;
  gboolean typing;   /* the last change may still be merged with the next */
  gboolean applying; /* the record is telling of a change right now */
  Face told;
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CritHistory, crit_history, G_TYPE_OBJECT)

static CritChange *
get_undoable (CritHistory *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->changes, self->n_done - 1) : NULL;
}

static CritChange *
get_redoable (CritHistory *self)
{
  return self->n_done < self->changes->len ? g_ptr_array_index (self->changes, self->n_done) : NULL;
}

static void
clear_face (Face *face)
{
  g_free (face->undo_label);
  g_free (face->redo_label);
}

static Face
make_face (CritHistory *self)
{
  const CritChange *undoable = get_undoable (self);
  const CritChange *redoable = get_redoable (self);

  return (Face){ .can_undo = undoable != NULL,
                 .can_redo = redoable != NULL,
                 .modified = crit_history_is_modified (self),
                 .undo_label = undoable != NULL ? g_strdup (undoable->label) : NULL,
                 .redo_label = redoable != NULL ? g_strdup (redoable->label) : NULL };
}

/* All properties are brought up to date before the first of them is told of. */
static void
tell (CritHistory *self)
{
  GObject *object = G_OBJECT (self);
  Face old = self->told;
  Face now = make_face (self);

  self->told = now;
  g_object_freeze_notify (object);
  if (old.can_undo != now.can_undo)
    g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO]);
  if (old.can_redo != now.can_redo)
    g_object_notify_by_pspec (object, properties[PROP_CAN_REDO]);
  if (g_strcmp0 (old.undo_label, now.undo_label) != 0)
    g_object_notify_by_pspec (object, properties[PROP_UNDO_LABEL]);
  if (g_strcmp0 (old.redo_label, now.redo_label) != 0)
    g_object_notify_by_pspec (object, properties[PROP_REDO_LABEL]);
  if (old.modified != now.modified)
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED]);
  g_object_thaw_notify (object);
  clear_face (&old);
}

static void
crit_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CritHistory *self = CRIT_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->told.can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->told.can_redo);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->told.undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->told.redo_label);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->told.modified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_history_dispose (GObject *object)
{
  CritHistory *self = CRIT_HISTORY (object);

  /* The changes point into the rules, which the record keeps. */
  g_ptr_array_set_size (self->changes, 0);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (crit_history_parent_class)->dispose (object);
}

static void
crit_history_finalize (GObject *object)
{
  CritHistory *self = CRIT_HISTORY (object);

  g_ptr_array_unref (self->changes);
  clear_face (&self->told);
  G_OBJECT_CLASS (crit_history_parent_class)->finalize (object);
}

static void
crit_history_class_init (CritHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = crit_history_get_property;
  object_class->dispose = crit_history_dispose;
  object_class->finalize = crit_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
crit_history_init (CritHistory *self)
{
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_change_free);
}

/**
 * crit_history_new:
 * @record: a record; it is kept alive
 *
 * Makes the history of a record. It begins empty, with the record as it is now taken as saved.
 *
 * Returns: (transfer full): the history
 */
CritHistory *
crit_history_new (CritRecord *record)
{
  CritHistory *self = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);

  self = g_object_new (CRIT_TYPE_HISTORY, NULL);
  self->record = g_object_ref (record);
  return self;
}

/**
 * crit_history_get_record:
 * @self: a history
 *
 * Returns: (transfer none): the record that it changes
 */
CritRecord *
crit_history_get_record (CritHistory *self)
{
  g_return_val_if_fail (CRIT_IS_HISTORY (self), NULL);

  return self->record;
}

/* A view that follows the record may write back what it is told. While the record tells, nothing is therefore taken
   as a change that a person made. */
static void
apply (CritHistory *self, const CritChange *change, gboolean forward)
{
  g_autoptr (CritHistory) alive = g_object_ref (self);

  self->applying = TRUE;
  crit_change_apply (change, forward, self->record);
  self->applying = FALSE;
  tell (self);
}

static void
forget_undone (CritHistory *self)
{
  g_ptr_array_set_size (self->changes, (int) self->n_done);
  if (self->n_saved != UNREACHABLE && self->n_saved > self->n_done)
    self->n_saved = UNREACHABLE;
}

static void
push (CritHistory *self, CritChange *change)
{
  forget_undone (self);
  g_ptr_array_add (self->changes, change);
  self->n_done++;
  self->typing = crit_change_is_typed (change);
  apply (self, change, TRUE);
}

/* What was typed and then taken back to where it began was no change. */
static void
merge (CritHistory *self, CritChange *last, const CritChange *change)
{
  crit_change_extend (last, change);
  if (crit_change_is_nothing (last))
    {
      self->n_done--;
      self->typing = FALSE;
      forget_undone (self);
    }
  apply (self, change, TRUE);
}

/* A record of which parts are missing here stays as it is. */
static gboolean
may_change (CritHistory *self)
{
  return crit_record_get_access (self->record) != CRIT_RECORD_READ_ONLY;
}

/* Takes @change. */
static void
perform (CritHistory *self, CritChange *change)
{
  CritChange *last = self->typing ? get_undoable (self) : NULL;

  if (!self->applying && may_change (self) && !crit_change_is_nothing (change))
    {
      if (last == NULL || !crit_change_continues (change, last))
        {
          push (self, change);
          return;
        }
      merge (self, last, change);
    }
  crit_change_free (change);
}

/* An answer that this place cannot have could be saved, but not read again. */
static gboolean
is_possible (CritHistory *self, const CritPlace *place, const CritAnswer *answer)
{
  const CritQuestion *question = crit_place_get_question (place);

  if (place->complete)
    return place->question->type == CRIT_QUESTION_LIST
           && (answer->kind == CRIT_ANSWER_OPEN || answer->kind == CRIT_ANSWER_BOOLEAN);
  if (place->entry >= 0
      && (place->field == NULL
          || (guint) place->entry >= crit_change_count_entries (self->record, place->question)))
    return FALSE;
  return crit_answer_has_right_kind (answer, question)
         && crit_answer_is_within_limits (answer, question);
}

/**
 * crit_history_set_answer:
 * @self: a history
 * @place: where the answer stands: a question, a field of an entry, or "are these all?"
 * @answer: an answer that the question there can have, within its limits; open takes an answer back. It is copied
 *
 * Changes one answer. An answer equal to the present one is no change. What is typed into one place is one change until
 * crit_history_end_typing(), or a change elsewhere. An answer to "are these all?" makes a list that was open or not
 * known one without entries. A text is cleaned as crit_answer_clean() says, so that it can be saved and read again.
 */
void
crit_history_set_answer (CritHistory *self, const CritPlace *place, const CritAnswer *answer)
{
  g_return_if_fail (CRIT_IS_HISTORY (self) && place != NULL && answer != NULL);
  g_return_if_fail (is_possible (self, place, answer));

  perform (self, crit_change_new_answer (self->record, place, answer));
}

/* A note needs something that it is about. */
static gboolean
can_have_note (CritHistory *self, const CritPlace *place)
{
  if (place->complete)
    return FALSE;
  return place->entry < 0
         || (guint) place->entry < crit_change_count_entries (self->record, place->question);
}

/**
 * crit_history_set_note:
 * @self: a history
 * @place: what the note is about: a question, a list, an entry, or a field of an entry
 * @note: (nullable): the note; a blank one is none
 *
 * Changes the note on one answer, whether that is given or not. It is typed text: see crit_history_set_answer(), also for
 * how it is cleaned. A note on an entry goes with the entry wherever that goes.
 */
void
crit_history_set_note (CritHistory *self, const CritPlace *place, const char *note)
{
  g_return_if_fail (CRIT_IS_HISTORY (self) && place != NULL);
  g_return_if_fail (can_have_note (self, place));

  perform (self, crit_change_new_note (self->record, place, note));
}

/**
 * crit_history_add_entry:
 * @self: a history
 * @list: a question of type `list`
 *
 * Adds an entry with nothing answered at the end of a list. A list that was open or not known has entries from then on;
 * one that was said to be complete is open to further entries again, since what was said has turned out not to be so.
 *
 * Returns: which entry it is, from 0
 */
guint
crit_history_add_entry (CritHistory *self, const CritQuestion *list)
{
  guint n_entries = 0;

  g_return_val_if_fail (CRIT_IS_HISTORY (self) && list != NULL, 0);

  n_entries = crit_change_count_entries (self->record, list);
  perform (self, crit_change_new_added_entry (self->record, list));
  return n_entries;
}

/**
 * crit_history_remove_entry:
 * @self: a history
 * @list: a question of type `list`
 * @entry: which entry, from 0
 *
 * Removes an entry. A list whose last entry is removed stays one without entries; unless it was said to be complete,
 * that means the same as an open one. What it was before its first entry comes back by undo only.
 */
void
crit_history_remove_entry (CritHistory *self, const CritQuestion *list, guint entry)
{
  g_return_if_fail (CRIT_IS_HISTORY (self) && list != NULL);
  g_return_if_fail (entry < crit_change_count_entries (self->record, list));

  perform (self, crit_change_new_removed_entry (self->record, list, entry));
}

/**
 * crit_history_move_entry:
 * @self: a history
 * @list: a question of type `list`
 * @from: which entry, from 0
 * @to: which entry it is to be
 *
 * Moves an entry to another position; those between make room.
 */
void
crit_history_move_entry (CritHistory *self, const CritQuestion *list, guint from, guint to)
{
  g_return_if_fail (CRIT_IS_HISTORY (self) && list != NULL);
  g_return_if_fail (from < crit_change_count_entries (self->record, list));
  g_return_if_fail (to < crit_change_count_entries (self->record, list));

  perform (self, crit_change_new_moved_entry (self->record, list, from, to));
}

/**
 * crit_history_duplicate_entry:
 * @self: a history
 * @list: a question of type `list`
 * @entry: which entry, from 0
 *
 * Adds a copy of an entry right after it. As with any added entry, the list is open to further ones again.
 */
void
crit_history_duplicate_entry (CritHistory *self, const CritQuestion *list, guint entry)
{
  g_return_if_fail (CRIT_IS_HISTORY (self) && list != NULL);
  g_return_if_fail (entry < crit_change_count_entries (self->record, list));

  perform (self, crit_change_new_duplicated_entry (self->record, list, entry));
}

/**
 * crit_history_set_reference:
 * @self: a history
 * @reference: the clinic's own reference; may be empty
 *
 * Changes the reference. It is typed text: see crit_history_set_answer().
 */
void
crit_history_set_reference (CritHistory *self, const char *reference)
{
  g_return_if_fail (CRIT_IS_HISTORY (self) && reference != NULL);

  perform (self, crit_change_new_reference (self->record, reference));
}

/**
 * crit_history_set_date:
 * @self: a history
 * @date: a whole date
 *
 * Changes the day that the record speaks of.
 */
void
crit_history_set_date (CritHistory *self, CritDate date)
{
  g_return_if_fail (CRIT_IS_HISTORY (self) && crit_date_is_whole (date));

  perform (self, crit_change_new_date (self->record, date));
}

/**
 * crit_history_set_completed_by:
 * @self: a history
 * @name: (nullable): who filled the record in; an empty name is none
 *
 * Changes the name of the person who filled the record in. It is typed text: see crit_history_set_answer().
 */
void
crit_history_set_completed_by (CritHistory *self, const char *name)
{
  g_return_if_fail (CRIT_IS_HISTORY (self));

  perform (self, crit_change_new_completed_by (self->record, name));
}

/**
 * crit_history_end_typing:
 * @self: a history
 *
 * Says that the person has left the field: what is typed next is a change of its own.
 */
void
crit_history_end_typing (CritHistory *self)
{
  g_return_if_fail (CRIT_IS_HISTORY (self));

  self->typing = FALSE;
}

/**
 * crit_history_forget_undone:
 * @self: a history
 *
 * Forgets what was undone, as a new change does: for a change that is none of this record.
 */
void
crit_history_forget_undone (CritHistory *self)
{
  g_return_if_fail (CRIT_IS_HISTORY (self));

  forget_undone (self);
  tell (self);
}

/**
 * crit_history_undo:
 * @self: a history
 *
 * Takes the last change back; does nothing where there is none.
 *
 * Returns: (transfer none) (nullable): the top-level question whose answer changed, so that it can be shown; %NULL where
 * none did
 */
const CritQuestion *
crit_history_undo (CritHistory *self)
{
  const CritChange *change = NULL;

  g_return_val_if_fail (CRIT_IS_HISTORY (self), NULL);

  change = get_undoable (self);
  if (self->applying || change == NULL)
    return NULL;
  self->typing = FALSE;
  self->n_done--;
  apply (self, change, FALSE);
  return change->place.question;
}

/**
 * crit_history_redo:
 * @self: a history
 *
 * Makes the change that was undone last once more; does nothing where there is none.
 *
 * Returns: (transfer none) (nullable): the top-level question whose answer changed, so that it can be shown; %NULL where
 * none did
 */
const CritQuestion *
crit_history_redo (CritHistory *self)
{
  const CritChange *change = NULL;

  g_return_val_if_fail (CRIT_IS_HISTORY (self), NULL);

  change = get_redoable (self);
  if (self->applying || change == NULL)
    return NULL;
  self->typing = FALSE;
  self->n_done++;
  apply (self, change, TRUE);
  return change->place.question;
}

/**
 * crit_history_mark_saved:
 * @self: a history
 *
 * Says that the record as it is now is saved. Undo goes back past it; coming to it again the record is not modified.
 */
void
crit_history_mark_saved (CritHistory *self)
{
  g_return_if_fail (CRIT_IS_HISTORY (self));

  self->typing = FALSE;
  self->n_saved = self->n_done;
  tell (self);
}

/**
 * crit_history_mark_never_saved:
 * @self: a history
 *
 * Says that the record is not saved as it is now, nor as it was before any change: it comes from a draft. It stays
 * modified, whatever is undone, until it is saved.
 */
void
crit_history_mark_never_saved (CritHistory *self)
{
  g_return_if_fail (CRIT_IS_HISTORY (self));

  self->n_saved = UNREACHABLE;
  tell (self);
}

/**
 * crit_history_is_modified:
 * @self: a history
 *
 * Returns: whether the record differs from what crit_history_mark_saved() marked, by the changes made since
 */
gboolean
crit_history_is_modified (CritHistory *self)
{
  g_return_val_if_fail (CRIT_IS_HISTORY (self), FALSE);

  return self->n_saved != self->n_done;
}
