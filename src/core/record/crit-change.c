/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-change.h"

#include "record/crit-answer-limits.h"
#include "record/crit-record-private.h"

#include <glib/gi18n-lib.h>

/* In an order of entries: one with nothing answered. */
#define NEW_ENTRY -1

static char *
make_answer_label (const CritChange *self)
{
  g_autofree char *place = crit_place_dup_label (&self->place);

  if (crit_place_get_part (&self->place, &self->after)->kind == CRIT_ANSWER_OPEN)
    /* Translators: a change that can be undone; %s is a question in a few words: "Age". */
    return g_strdup_printf (_ ("Clear “%s”"), place);
  if (crit_place_get_part (&self->place, &self->before)->kind == CRIT_ANSWER_OPEN)
    /* Translators: a change that can be undone; %s is a question in a few words: "Age". */
    return g_strdup_printf (_ ("Answer “%s”"), place);
  /* Translators: a change that can be undone; %s is a question in a few words: "Age". */
  return g_strdup_printf (_ ("Change “%s”"), place);
}

static char *
make_label (const CritChange *self)
{
  switch (self->kind)
    {
    case CRIT_CHANGE_REFERENCE:
      /* Translators: a change that can be undone. */
      return g_strdup (_ ("Change Reference"));
    case CRIT_CHANGE_DATE:
      /* Translators: a change that can be undone. */
      return g_strdup (_ ("Change Date"));
    case CRIT_CHANGE_COMPLETED_BY:
      /* Translators: a change that can be undone: who filled the record in. */
      return g_strdup (_ ("Change Completed By"));
    case CRIT_CHANGE_ANSWER:
    case CRIT_CHANGE_NOTE:
    default:
      return make_answer_label (self);
    }
}

static CritChange *
new_of_place (CritRecord *record, const CritPlace *place)
{
  const CritPlace whole = crit_place_of_question (place->question);
  CritChange *self = g_new0 (CritChange, 1);

  self->kind = CRIT_CHANGE_ANSWER;
  self->place = *place;
  crit_answer_copy (crit_record_get_answer (record, &whole), &self->before);
  return self;
}

static CritEntries *
copy_entries (const CritAnswer *answer, const CritQuestion *list)
{
  return answer->kind == CRIT_ANSWER_LIST ? crit_entries_copy (answer->entries)
                                          : crit_entries_new (list, 0);
}

static void
replace (CritAnswer *slot, const CritAnswer *answer)
{
  crit_answer_clear (slot);
  crit_answer_copy (answer, slot);
}

/* Puts an answer, cleaned, where an old one may be. */
static void
put (CritAnswer *slot, const CritAnswer *answer, const CritQuestion *question)
{
  replace (slot, answer);
  crit_answer_clean (slot, question);
}

/**
 * crit_change_new_answer:
 * @record: the record to be changed
 * @place: where
 * @answer: the new answer there
 *
 * Returns: (transfer full): the change, not made yet
 */
CritChange *
crit_change_new_answer (CritRecord *record, const CritPlace *place, const CritAnswer *answer)
{
  CritChange *self = new_of_place (record, place);
  CritAnswer *slot = &self->after;

  if (place->entry >= 0 || place->complete)
    {
      self->after.kind = CRIT_ANSWER_LIST;
      self->after.entries = copy_entries (&self->before, place->question);
      slot = (CritAnswer *) crit_place_get_part (place, &self->after);
    }
  put (slot, answer, crit_place_get_question (place));
  self->label = make_label (self);
  return self;
}

/* All that can be done to entries as such is to put them into another order, with some left out, new or twice.
   Takes @order. */
static CritChange *
new_of_order (CritRecord *record, const CritPlace *place, GArray *order)
{
  CritChange *self = new_of_place (record, place);
  const CritEntries *from = self->before.kind == CRIT_ANSWER_LIST ? self->before.entries : NULL;
  CritEntries *to = crit_entries_new (place->question, order->len);

  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, int, i) != NEW_ENTRY)
      crit_entries_copy_entry (from, (guint) g_array_index (order, int, i), to, i);
  /* Whoever adds an entry shows that what was there was not all. */
  if (from != NULL && to->n_entries <= from->n_entries)
    to->complete = from->complete;
  self->after = (CritAnswer){ .kind = CRIT_ANSWER_LIST, .entries = to };
  g_array_unref (order);
  return self;
}

static GArray *
make_order (guint n_entries)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < (int) n_entries; i++)
    g_array_append_val (order, i);
  return order;
}

static const CritQuestion *
find_naming_field (const CritQuestion *list)
{
  for (guint i = 0; i < list->fields->len; i++)
    {
      const CritQuestion *field = g_ptr_array_index (list->fields, i);

      if (field->type == CRIT_QUESTION_CHOICE)
        return field;
    }
  return NULL;
}

/* An entry goes by what was chosen in it, "Sertraline"; as long as nothing was, by its number. */
static char *
dup_entry_name (CritRecord *record, const CritPlace *entry)
{
  const CritQuestion *field = find_naming_field (entry->question);
  CritPlace place = crit_place_of_field (entry->question, (guint) entry->entry, field);
  const CritAnswer *answer = crit_record_get_answer (record, &place);

  if (answer->kind == CRIT_ANSWER_OPTION || answer->kind == CRIT_ANSWER_OTHER)
    return crit_answer_to_text (answer, field);
  return crit_place_dup_label (entry);
}

/**
 * crit_change_new_added_entry:
 * @record: the record to be changed
 * @list: a question of type `list`
 *
 * Returns: (transfer full): the change that adds an entry with nothing answered at the end
 */
CritChange *
crit_change_new_added_entry (CritRecord *record, const CritQuestion *list)
{
  guint n_entries = crit_change_count_entries (record, list);
  CritPlace place = crit_place_of_field (list, n_entries, NULL);
  g_autofree char *name = crit_place_dup_label (&place);
  GArray *order = make_order (n_entries);
  CritChange *self = NULL;
  int added = NEW_ENTRY;

  g_array_append_val (order, added);
  self = new_of_order (record, &place, order);
  /* Translators: a change that can be undone; %s is an entry of a list: "Antidepressant 2". */
  self->label = g_strdup_printf (_ ("Add %s"), name);
  return self;
}

/**
 * crit_change_new_removed_entry:
 * @record: the record to be changed
 * @list: a question of type `list`
 * @entry: which entry, from 0
 *
 * Returns: (transfer full): the change that removes it
 */
CritChange *
crit_change_new_removed_entry (CritRecord *record, const CritQuestion *list, guint entry)
{
  CritPlace place = crit_place_of_field (list, entry, NULL);
  g_autofree char *name = dup_entry_name (record, &place);
  GArray *order = make_order (crit_change_count_entries (record, list));
  CritChange *self = NULL;

  g_array_remove_index (order, entry);
  self = new_of_order (record, &place, order);
  /* Translators: a change that can be undone; %s is an entry of a list: "Sertraline" or "Antidepressant 2". */
  self->label = g_strdup_printf (_ ("Remove %s"), name);
  return self;
}

/**
 * crit_change_new_moved_entry:
 * @record: the record to be changed
 * @list: a question of type `list`
 * @from: which entry, from 0
 * @to: which entry it is to be
 *
 * Returns: (transfer full): the change that moves it there
 */
CritChange *
crit_change_new_moved_entry (CritRecord *record, const CritQuestion *list, guint from, guint to)
{
  CritPlace place = crit_place_of_field (list, from, NULL);
  g_autofree char *name = dup_entry_name (record, &place);
  GArray *order = make_order (crit_change_count_entries (record, list));
  CritChange *self = NULL;
  int moved = (int) from;

  g_array_remove_index (order, from);
  g_array_insert_val (order, to, moved);
  self = new_of_order (record, &place, order);
  /* Translators: a change that can be undone; %s is an entry of a list: "Sertraline" or "Antidepressant 2". */
  self->label = g_strdup_printf (_ ("Move %s"), name);
  return self;
}

/**
 * crit_change_new_duplicated_entry:
 * @record: the record to be changed
 * @list: a question of type `list`
 * @entry: which entry, from 0
 *
 * Returns: (transfer full): the change that adds a copy of it right after it
 */
CritChange *
crit_change_new_duplicated_entry (CritRecord *record, const CritQuestion *list, guint entry)
{
  CritPlace place = crit_place_of_field (list, entry, NULL);
  g_autofree char *name = dup_entry_name (record, &place);
  GArray *order = make_order (crit_change_count_entries (record, list));
  CritChange *self = NULL;
  int copied = (int) entry;

  g_array_insert_val (order, entry, copied);
  self = new_of_order (record, &place, order);
  /* Translators: a change that can be undone; %s is an entry of a list: "Sertraline" or "Antidepressant 2". */
  self->label = g_strdup_printf (_ ("Duplicate %s"), name);
  return self;
}

static char *
make_note_label (CritRecord *record, const CritPlace *place)
{
  g_autofree char *name = NULL;

  if (place->entry >= 0 && place->field == NULL)
    {
      name = dup_entry_name (record, place);
      /* Translators: a change that can be undone; %s is an entry of a list: "Sertraline" or "Antidepressant 2". */
      return g_strdup_printf (_ ("Note on %s"), name);
    }
  name = crit_place_dup_label (place);
  /* Translators: a change that can be undone; %s is a question in a few words: "Age". */
  return g_strdup_printf (_ ("Note on “%s”"), name);
}

static CritAnswer
note_or_open (const char *text)
{
  char *note = crit_answer_clean_note (text);

  return note != NULL ? (CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = note }
                      : (CritAnswer){ .kind = CRIT_ANSWER_OPEN };
}

/**
 * crit_change_new_note:
 * @record: the record to be changed
 * @place: a question, a list, an entry that there is, or a field of one
 * @note: (nullable): the new note; a blank one is none
 *
 * Returns: (transfer full): the change, not made yet
 */
CritChange *
crit_change_new_note (CritRecord *record, const CritPlace *place, const char *note)
{
  CritChange *self = g_new0 (CritChange, 1);
  const CritPlace list = crit_place_of_question (place->question);
  g_autofree char *clean_note = crit_answer_clean_note (note);

  self->kind = CRIT_CHANGE_NOTE;
  self->place = *place;
  self->label = make_note_label (record, place);
  if (place->entry < 0)
    {
      self->before = note_or_open (crit_record_get_note (record, place));
      self->after = note_or_open (note);
      return self;
    }
  crit_answer_copy (crit_record_get_answer (record, &list), &self->before);
  crit_answer_copy (&self->before, &self->after);
  crit_entries_set_note (self->after.entries, (guint) place->entry, place->field, clean_note);
  return self;
}

/* Takes the values. */
static CritChange *
new_of_heading (CritChangeKind kind, CritAnswer before, CritAnswer after)
{
  CritChange *self = g_new0 (CritChange, 1);

  self->kind = kind;
  self->place.entry = -1;
  self->before = before;
  self->after = after;
  self->label = make_label (self);
  return self;
}

static CritAnswer
text_or_open (const char *text)
{
  g_autofree char *line = text != NULL ? crit_answer_clean_line (text) : NULL;

  if (line == NULL || line[0] == '\0')
    return (CritAnswer){ .kind = CRIT_ANSWER_OPEN };
  return (CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = g_steal_pointer (&line) };
}

/**
 * crit_change_new_reference:
 * @record: the record to be changed
 * @reference: the new reference; may be empty
 *
 * Returns: (transfer full): the change, not made yet
 */
CritChange *
crit_change_new_reference (CritRecord *record, const char *reference)
{
  return new_of_heading (CRIT_CHANGE_REFERENCE, text_or_open (crit_record_get_reference (record)),
                         text_or_open (reference));
}

/**
 * crit_change_new_date:
 * @record: the record to be changed
 * @date: the new date; a whole one
 *
 * Returns: (transfer full): the change, not made yet
 */
CritChange *
crit_change_new_date (CritRecord *record, CritDate date)
{
  return new_of_heading (
      CRIT_CHANGE_DATE,
      (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = crit_record_get_date (record) },
      (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = date });
}

/**
 * crit_change_new_completed_by:
 * @record: the record to be changed
 * @name: (nullable): the new name; an empty one is none
 *
 * Returns: (transfer full): the change, not made yet
 */
CritChange *
crit_change_new_completed_by (CritRecord *record, const char *name)
{
  return new_of_heading (CRIT_CHANGE_COMPLETED_BY,
                         text_or_open (crit_record_get_completed_by (record)), text_or_open (name));
}

/**
 * crit_change_free:
 * @self: (transfer full): a change
 *
 * Frees a change; it need not have been made.
 */
void
crit_change_free (CritChange *self)
{
  crit_answer_clear (&self->before);
  crit_answer_clear (&self->after);
  g_free (self->label);
  g_free (self);
}

/**
 * crit_change_count_entries:
 * @record: a record
 * @list: a question of type `list`
 *
 * Returns: how many entries the list has; none where it is open or not known
 */
guint
crit_change_count_entries (CritRecord *record, const CritQuestion *list)
{
  CritPlace place = crit_place_of_question (list);
  const CritAnswer *answer = crit_record_get_answer (record, &place);

  return answer->kind == CRIT_ANSWER_LIST ? answer->entries->n_entries : 0;
}

/**
 * crit_change_is_nothing:
 * @self: a change
 *
 * Returns: whether it leaves everything as it is
 */
gboolean
crit_change_is_nothing (const CritChange *self)
{
  return crit_answer_equal (&self->before, &self->after);
}

/* An open answer is what is left of a typed one when its last character is deleted. */
static gboolean
is_typed (const CritQuestion *question, const CritAnswer *answer)
{
  switch (answer->kind)
    {
    case CRIT_ANSWER_NUMBER:
    case CRIT_ANSWER_DATE:
    case CRIT_ANSWER_ONGOING:
    case CRIT_ANSWER_OTHER:
    case CRIT_ANSWER_TEXT:
      return TRUE;
    case CRIT_ANSWER_OPEN:
      return question->type != CRIT_QUESTION_BOOLEAN && question->type != CRIT_QUESTION_LIST;
    default:
      return FALSE;
    }
}

/**
 * crit_change_is_typed:
 * @self: a change
 *
 * Returns: whether it is one that a person makes key by key
 */
gboolean
crit_change_is_typed (const CritChange *self)
{
  if (self->kind != CRIT_CHANGE_ANSWER)
    return TRUE;
  if (self->place.complete || (self->place.entry >= 0 && self->place.field == NULL))
    return FALSE;
  return is_typed (crit_place_get_question (&self->place),
                   crit_place_get_part (&self->place, &self->after));
}

/**
 * crit_change_continues:
 * @self: a change that is not made yet
 * @earlier: the change that was made last
 *
 * Returns: whether both are typing in one place
 */
gboolean
crit_change_continues (const CritChange *self, const CritChange *earlier)
{
  return self->kind == earlier->kind && crit_place_equal (&self->place, &earlier->place)
         && crit_change_is_typed (self) && crit_change_is_typed (earlier);
}

/**
 * crit_change_extend:
 * @self: a change that was made
 * @next: a change that continues it
 *
 * Makes one change of the two.
 */
void
crit_change_extend (CritChange *self, const CritChange *next)
{
  replace (&self->after, &next->after);
  if (self->kind == CRIT_CHANGE_NOTE)
    return;
  g_free (self->label);
  self->label = make_label (self);
}

static const char *
get_text (const CritAnswer *answer)
{
  return answer->kind == CRIT_ANSWER_TEXT ? answer->text : "";
}

/* A note within a list goes with the list. */
static void
apply_note (const CritChange *self, const CritAnswer *value, CritRecord *record)
{
  if (self->place.entry >= 0)
    crit_record_set_answer (record, self->place.question, value);
  else
    crit_record_set_note (record, self->place.question,
                          value->kind == CRIT_ANSWER_TEXT ? value->text : NULL);
}

/**
 * crit_change_apply:
 * @self: a change
 * @forward: whether to make it, or to take it back
 * @record: the record that it is a change of
 *
 * Puts the record into the state after, or before, the change.
 */
void
crit_change_apply (const CritChange *self, gboolean forward, CritRecord *record)
{
  const CritAnswer *value = forward ? &self->after : &self->before;

  switch (self->kind)
    {
    case CRIT_CHANGE_REFERENCE:
      crit_record_set_reference (record, get_text (value));
      break;
    case CRIT_CHANGE_DATE:
      crit_record_set_date (record, value->date);
      break;
    case CRIT_CHANGE_COMPLETED_BY:
      crit_record_set_completed_by (record, get_text (value));
      break;
    case CRIT_CHANGE_NOTE:
      apply_note (self, value, record);
      break;
    case CRIT_CHANGE_ANSWER:
    default:
      crit_record_set_answer (record, self->place.question, value);
      break;
    }
}
