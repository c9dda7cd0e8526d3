/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-record-private.h"

#include <glib/gi18n-lib.h>

struct _CritRecord
{
  GObject parent_instance;

  CritRules *rules;
  char *reference;
  CritDate date;
  char *completed_by;
  CritAnswer *answers;
  char *
      *notes; /* one a top-level question, each (nullable); those on entries are with the entries */
  CritPast *past;
  CritRecordAccess access;
};

enum
{
  PROP_REFERENCE = 1,
  PROP_DATE,
  PROP_COMPLETED_BY,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CritRecord, crit_record, G_TYPE_OBJECT)

static void
crit_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CritRecord *self = CRIT_RECORD (object);

  switch (id)
    {
    case PROP_REFERENCE:
      g_value_set_string (value, self->reference);
      break;
    case PROP_DATE:
      g_value_take_string (value, crit_date_to_iso (self->date));
      break;
    case PROP_COMPLETED_BY:
      g_value_set_string (value, self->completed_by);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
free_notes (CritRecord *self)
{
  for (guint i = 0; i < self->rules->questions->len; i++)
    g_free (self->notes[i]);
  g_free (self->notes);
}

static void
crit_record_finalize (GObject *object)
{
  CritRecord *self = CRIT_RECORD (object);

  g_free (self->reference);
  g_free (self->completed_by);
  /* Only an object that was made without crit_record_new() has no rules. */
  if (self->rules != NULL)
    {
      crit_answers_free (self->rules, self->answers);
      free_notes (self);
      crit_past_unref (self->past);
      crit_rules_unref (self->rules);
    }
  G_OBJECT_CLASS (crit_record_parent_class)->finalize (object);
}

static void
crit_record_class_init (CritRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = crit_record_get_property;
  object_class->finalize = crit_record_finalize;

  properties[PROP_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, "", flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, "", flags);
  properties[PROP_COMPLETED_BY] = g_param_spec_string ("completed-by", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * CritRecord::changed:
   * @self: the record
   * @place: (nullable): the place of the top-level question whose answer was changed; NULL when the reference, the
   *   date or the name was
   *
   * Emitted after a change.
   */
  signals[CHANGED] = g_signal_new ("changed", CRIT_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
crit_record_init (CritRecord *self)
{
}

/**
 * crit_record_new:
 * @rules: the rules whose questions are answered
 * @reference: the clinic's own reference; may be empty
 * @date: the day that the record speaks of; a whole date
 *
 * Makes a record with nothing answered: no answer has a default. It has an id of its own from now on.
 *
 * Returns: (transfer full): the record
 */
CritRecord *
crit_record_new (CritRules *rules, const char *reference, CritDate date)
{
  CritRecord *self = NULL;

  g_return_val_if_fail (rules != NULL && reference != NULL && crit_date_is_whole (date), NULL);

  self = crit_record_new_take (rules, reference, date, crit_answers_new (rules), NULL);
  crit_past_begin (self->past, g_get_real_time () / G_USEC_PER_SEC);
  return self;
}

/**
 * crit_record_new_take:
 * @rules: the rules whose questions are answered
 * @reference: the clinic's own reference; may be empty
 * @date: the day that the record speaks of; a whole date
 * @answers: (transfer full): a slot for each top-level question
 * @notes: (transfer full) (nullable): the notes on the top-level questions, by slot, each nullable and never blank; those
 *   on entries stand with the entries
 *
 * Makes a record with answers that were read.
 *
 * Returns: (transfer full): the record
 */
CritRecord *
crit_record_new_take (CritRules *rules,
                      const char *reference,
                      CritDate date,
                      CritAnswer *answers,
                      GStrv notes)
{
  CritRecord *self = g_object_new (CRIT_TYPE_RECORD, NULL);

  self->rules = crit_rules_ref (rules);
  self->reference = g_strdup (reference);
  self->date = date;
  self->answers = answers;
  self->notes = notes != NULL ? notes : g_new0 (char *, rules->questions->len + 1);
  self->past = crit_past_new ();
  return self;
}

/**
 * crit_record_get_rules:
 * @self: a record
 *
 * Returns: (transfer none): the rules that it is filled in under
 */
CritRules *
crit_record_get_rules (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  return self->rules;
}

/**
 * crit_record_get_reference:
 * @self: a record
 *
 * Returns: (transfer none): the clinic's own reference; may be empty
 */
const char *
crit_record_get_reference (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  return self->reference;
}

/**
 * crit_record_get_date:
 * @self: a record
 *
 * Returns: the day that it speaks of; a whole date
 */
CritDate
crit_record_get_date (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), (CritDate){ 0 });

  return self->date;
}

/**
 * crit_record_get_completed_by:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): who filled it in; never empty
 */
const char *
crit_record_get_completed_by (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  return self->completed_by;
}

/**
 * crit_record_get_answers:
 * @self: a record
 *
 * Returns: (transfer none): a slot for each top-level question of its rules, good until the next change
 */
const CritAnswer *
crit_record_get_answers (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  return self->answers;
}

/**
 * crit_record_get_answer:
 * @self: a record
 * @place: a place in it
 *
 * Returns: (transfer none): the answer there, as crit_place_get_answer() finds it, good until the next change
 */
const CritAnswer *
crit_record_get_answer (CritRecord *self, const CritPlace *place)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  return crit_place_get_answer (place, self->answers);
}

/**
 * crit_record_get_note:
 * @self: a record
 * @place: a place in it
 *
 * Looks up the note on an answer. What is not answered, and what is not asked, can have a note too; the question whether
 * a list is complete has none of its own.
 *
 * Returns: (transfer none) (nullable): the note, of one or more lines and never blank, good until the next change
 */
const char *
crit_record_get_note (CritRecord *self, const CritPlace *place)
{
  const CritAnswer *whole = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self) && place != NULL && place->question != NULL, NULL);

  if (place->complete)
    return NULL;
  if (place->entry < 0)
    return self->notes[place->question->slot];
  whole = &self->answers[place->question->slot];
  if (whole->kind != CRIT_ANSWER_LIST || (guint) place->entry >= whole->entries->n_entries)
    return NULL;
  return crit_entries_get_note (whole->entries, (guint) place->entry, place->field);
}

/**
 * crit_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): what the record is known by, whatever else of it changes: random, and without
 *   anything of the person; NULL for a plain record, and for one that an early version of the program saved
 */
const char *
crit_record_get_id (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  return self->past->id;
}

/**
 * crit_record_get_created:
 * @self: a record
 *
 * Returns: when it was made, in seconds since 1970, UTC; 0 where that is not known
 */
gint64
crit_record_get_created (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), 0);

  return self->past->created;
}

/**
 * crit_record_get_saved:
 * @self: a record
 *
 * Returns: when it was saved last, in seconds since 1970, UTC; 0 where it never was, or that is not known
 */
gint64
crit_record_get_saved (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), 0);

  return self->past->saved;
}

/**
 * crit_record_is_sealed:
 * @self: a record that was read
 *
 * Returns: whether its file says the digest of what was recorded, so that a change by something else is noticed
 */
gboolean
crit_record_is_sealed (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), FALSE);

  return self->past->sealed;
}

/**
 * crit_record_get_access:
 * @self: a record
 *
 * Returns: what may be done with it
 */
CritRecordAccess
crit_record_get_access (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), CRIT_RECORD_READ_ONLY);

  return self->access;
}

/**
 * crit_record_get_warning:
 * @self: a record
 *
 * Returns: (nullable): one sentence that has to stand wherever the record is shown, translated; NULL for a record that
 *   could be read whole and as it was saved
 */
const char *
crit_record_get_warning (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  switch (self->access)
    {
    case CRIT_RECORD_SUSPECT:
      return _ (
          "This record was changed after it was saved, by something other than this program.");
    case CRIT_RECORD_READ_ONLY:
      return _ (
          "Parts of this record may be missing here, since not all of its file could be read.");
    case CRIT_RECORD_WHOLE:
    default:
      return NULL;
    }
}

/**
 * crit_record_get_past:
 * @self: a record
 *
 * Returns: (transfer none): what its file says about the record itself
 */
CritPast *
crit_record_get_past (CritRecord *self)
{
  return self->past;
}

/**
 * crit_record_set_past:
 * @self: a record
 * @past: the past that it goes on with
 *
 * Makes a record one with a past, such as that of the record it was carried over from.
 */
void
crit_record_set_past (CritRecord *self, CritPast *past)
{
  CritPast *old = self->past;

  self->past = crit_past_ref (past);
  crit_past_unref (old);
}

/**
 * crit_record_set_access:
 * @self: a record that was just read
 * @access: what may be done with it
 */
void
crit_record_set_access (CritRecord *self, CritRecordAccess access)
{
  self->access = access;
}

/**
 * crit_record_set_answer:
 * @self: a record
 * @question: a top-level question of its rules
 * @answer: an answer that fits it; it is copied
 *
 * Replaces the whole answer to a question and tells of it. Whether the answer is another one is the caller's to know.
 */
void
crit_record_set_answer (CritRecord *self, const CritQuestion *question, const CritAnswer *answer)
{
  CritPlace place = crit_place_of_question (question);
  CritAnswer old = { 0 };

  g_return_if_fail (CRIT_IS_RECORD (self) && question != NULL && answer != NULL);
  g_return_if_fail (question->list == NULL && question->slot < self->rules->questions->len);

  old = self->answers[question->slot];
  crit_answer_copy (answer, &self->answers[question->slot]);
  crit_answer_clear (&old);
  g_signal_emit (self, signals[CHANGED], 0, &place);
}

/**
 * crit_record_set_note:
 * @self: a record
 * @question: a top-level question of its rules
 * @note: (nullable): a note that is not blank; NULL for none
 *
 * Replaces the note on a question and tells of it as of a change of the answer. Notes on entries are changed with the
 * answer to their list.
 */
void
crit_record_set_note (CritRecord *self, const CritQuestion *question, const char *note)
{
  CritPlace place = crit_place_of_question (question);
  char *old = NULL;

  g_return_if_fail (CRIT_IS_RECORD (self) && question != NULL && question->list == NULL);

  old = self->notes[question->slot];
  self->notes[question->slot] = g_strdup (note);
  g_free (old);
  g_signal_emit (self, signals[CHANGED], 0, &place);
}

static void
tell (CritRecord *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_signal_emit (self, signals[CHANGED], 0, NULL);
}

/**
 * crit_record_set_reference:
 * @self: a record
 * @reference: the clinic's own reference; may be empty
 *
 * Replaces the reference and tells of it.
 */
void
crit_record_set_reference (CritRecord *self, const char *reference)
{
  char *copy = NULL;

  g_return_if_fail (CRIT_IS_RECORD (self) && reference != NULL);

  copy = g_strdup (reference);
  g_free (self->reference);
  self->reference = copy;
  tell (self, PROP_REFERENCE);
}

/**
 * crit_record_set_date:
 * @self: a record
 * @date: a whole date
 *
 * Replaces the day that the record speaks of and tells of it.
 */
void
crit_record_set_date (CritRecord *self, CritDate date)
{
  g_return_if_fail (CRIT_IS_RECORD (self) && crit_date_is_whole (date));

  self->date = date;
  tell (self, PROP_DATE);
}

/**
 * crit_record_set_completed_by:
 * @self: a record
 * @name: (nullable): who filled it in; an empty name is none
 *
 * Replaces the name of the person who filled the record in and tells of it.
 */
void
crit_record_set_completed_by (CritRecord *self, const char *name)
{
  char *copy = NULL;

  g_return_if_fail (CRIT_IS_RECORD (self));

  copy = name != NULL && name[0] != '\0' ? g_strdup (name) : NULL;
  g_free (self->completed_by);
  self->completed_by = copy;
  tell (self, PROP_COMPLETED_BY);
}
