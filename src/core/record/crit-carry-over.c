/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-carry-over.h"

#include "record/crit-answer-limits.h"
#include "record/crit-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_lost (CritLostAnswer *self)
{
  g_free (self->sentence);
  g_free (self);
}

/**
 * crit_lost_answers_new:
 *
 * Returns: (transfer full) (element-type CritLostAnswer): an empty list, which owns what is put in it
 */
GPtrArray *
crit_lost_answers_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_lost);
}

static void
lose (GPtrArray *lost, const CritPlace *place, const CritAnswer *answer, const char *why)
{
  CritLostAnswer *self = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (lost == NULL)
    return;
  self = g_new0 (CritLostAnswer, 1);
  label = crit_place_dup_label (place);
  text = crit_answer_to_text (answer, crit_place_get_question (place));
  self->place = *place;
  /* Translators: %1$s is a question, %2$s the answer that was recorded, %3$s a sentence that says why it was not kept. */
  self->sentence = g_strdup_printf (_ ("Recorded for “%1$s”: %2$s. %3$s"), label,
                                    g_strdelimit (text, "\n\t", ' '), why);
  g_ptr_array_add (lost, self);
}

/* What was one line before stays as it is, whatever it holds. */
static gboolean
has_too_many_lines (const CritAnswer *answer, const CritQuestion *from, const CritQuestion *to)
{
  return answer->kind == CRIT_ANSWER_TEXT && from->type == CRIT_QUESTION_TEXT
         && to->type == CRIT_QUESTION_STRING && strpbrk (answer->text, "\n\t") != NULL;
}

/* Says why an answer of the right kind, which is no list, cannot be an answer to @to; NULL where it can. */
static char *
dup_misfit (const CritAnswer *answer, const CritQuestion *from, const CritQuestion *to)
{
  if (answer->kind == CRIT_ANSWER_NUMBER && g_strcmp0 (from->unit, to->unit) != 0)
    return g_strdup (_ ("The other version of the rules asks for it in another unit."));
  if (!crit_answer_is_within_limits (answer, to))
    return crit_answer_dup_limits_text (to);
  if (has_too_many_lines (answer, from, to))
    return g_strdup (_ ("The other version of the rules asks for one line of text."));
  return NULL;
}

/* Options are counted anew in every version: what stays is their code. */
static gboolean
find_option (CritAnswer *answer, const CritQuestion *from, const CritQuestion *to)
{
  const CritOption *option = crit_option_set_get (from->options, answer->option);
  const int index = crit_option_set_find (to->options, option->code);

  answer->option = (guint) MAX (index, 0);
  return index >= 0;
}

/* Makes a copy of an answer, which is no list, fit @to. Returns NULL, or why it does not fit; it is then left open. */
static char *
carry_value (const CritAnswer *answer,
             const CritQuestion *from,
             const CritQuestion *to,
             CritAnswer *carried)
{
  const gboolean both_choices =
      from->type == CRIT_QUESTION_CHOICE && to != NULL && to->type == CRIT_QUESTION_CHOICE;
  CritAnswer copy = *answer;
  char *why = NULL;

  if (to == NULL)
    return g_strdup (_ ("The other version of the rules does not ask for it."));
  if (both_choices && answer->kind == CRIT_ANSWER_OPTION && !find_option (&copy, from, to))
    return g_strdup (_ ("The other version of the rules does not offer this option."));
  if (!crit_answer_has_right_kind (&copy, to))
    return both_choices
               ? g_strdup (_ ("The other version of the rules does not offer this option."))
               : g_strdup (_ ("The other version of the rules asks for another kind of answer."));
  why = dup_misfit (&copy, from, to);
  if (why == NULL)
    crit_answer_copy (&copy, carried);
  return why;
}

static void
carry_field (const CritPlace *place,
             const CritAnswer *answer,
             const CritQuestion *to,
             CritAnswer *carried,
             GPtrArray *lost)
{
  g_autofree char *why = NULL;

  if (answer->kind == CRIT_ANSWER_OPEN)
    return;
  why = carry_value (answer, place->field, to, carried);
  if (why != NULL)
    lose (lost, place, answer, why);
}

/* Every entry stays, and whether they are all: that an answer of one is lost does not undo that there was one. */
static void
carry_entries (const CritEntries *entries,
               const CritQuestion *from,
               const CritQuestion *to,
               CritAnswer *carried,
               GPtrArray *lost)
{
  CritEntries *copy = crit_entries_new (to, entries->n_entries);

  crit_answer_copy (&entries->complete, &copy->complete);
  for (guint entry = 0; entry < entries->n_entries; entry++)
    for (guint i = 0; i < from->fields->len; i++)
      {
        const CritQuestion *field = g_ptr_array_index (from->fields, i);
        const CritQuestion *twin = crit_question_find_field (to, field->id);
        const CritPlace place = crit_place_of_field (from, entry, field);
        CritAnswer none = { 0 };
        CritAnswer *slot = twin != NULL ? &copy->cells[entry * copy->n_fields + twin->slot] : &none;

        carry_field (&place, crit_entries_get (entries, entry, field), twin, slot, lost);
      }
  *carried = (CritAnswer){ .kind = CRIT_ANSWER_LIST, .entries = copy };
}

/* A list that is lost is told of as a whole, and then each answer in it. */
static void
lose_entries (const CritQuestion *list,
              const CritEntries *entries,
              const char *why,
              GPtrArray *lost)
{
  for (guint entry = 0; entry < entries->n_entries; entry++)
    for (guint i = 0; i < list->fields->len; i++)
      {
        const CritQuestion *field = g_ptr_array_index (list->fields, i);
        const CritAnswer *answer = crit_entries_get (entries, entry, field);
        const CritPlace place = crit_place_of_field (list, entry, field);

        if (answer->kind != CRIT_ANSWER_OPEN)
          lose (lost, &place, answer, why);
      }
}

static void
carry_question (const CritQuestion *from,
                const CritAnswer *answer,
                const CritQuestion *to,
                CritAnswer *carried,
                GPtrArray *lost)
{
  const CritPlace place = crit_place_of_question (from);
  g_autofree char *why = NULL;

  if (answer->kind == CRIT_ANSWER_OPEN)
    return;
  if (answer->kind == CRIT_ANSWER_LIST && to != NULL && to->type == CRIT_QUESTION_LIST)
    {
      carry_entries (answer->entries, from, to, carried, lost);
      return;
    }
  why = carry_value (answer, from, to, carried);
  if (why == NULL)
    return;
  lose (lost, &place, answer, why);
  if (answer->kind == CRIT_ANSWER_LIST)
    lose_entries (from, answer->entries, why, lost);
}

static void
lose_note (GPtrArray *lost, const CritPlace *place, const char *note)
{
  CritLostAnswer *self = g_new0 (CritLostAnswer, 1);
  g_autofree char *label = crit_place_dup_label (place);
  g_autofree char *text = g_strdelimit (g_strdup (note), "\n\t", ' ');

  self->place = *place;
  /* Translators: %1$s is a question, %2$s a note that somebody wrote on it. */
  self->sentence = g_strdup_printf (
      _ ("Note on “%1$s”: %2$s. The other version of the rules does not ask for it."), label, text);
  g_ptr_array_add (lost, self);
}

/* A note stays with its question, even where the answer to it does not fit. */
static void
carry_note (CritRecord *record,
            const CritPlace *from,
            const CritPlace *to,
            CritAnswer *answers,
            GStrv notes,
            GPtrArray *lost)
{
  const char *note = crit_record_get_note (record, from);
  CritAnswer *list = NULL;

  if (note == NULL)
    return;
  if (to == NULL)
    lose_note (lost, from, note);
  else if (to->entry < 0)
    notes[to->question->slot] = g_strdup (note);
  else
    {
      list = &answers[to->question->slot];
      crit_entries_set_note (list->entries, (guint) to->entry, to->field, note);
    }
}

static void
carry_notes_of_entry (CritRecord *record,
                      const CritQuestion *from,
                      const CritQuestion *to,
                      guint entry,
                      CritAnswer *answers,
                      GPtrArray *lost)
{
  const gboolean kept = to != NULL && answers[to->slot].kind == CRIT_ANSWER_LIST;
  const CritPlace whole = crit_place_of_field (from, entry, NULL);
  const CritPlace whole_to = crit_place_of_field (to, entry, NULL);

  carry_note (record, &whole, kept ? &whole_to : NULL, answers, NULL, lost);
  for (guint i = 0; i < from->fields->len; i++)
    {
      const CritQuestion *field = g_ptr_array_index (from->fields, i);
      const CritQuestion *twin = kept ? crit_question_find_field (to, field->id) : NULL;
      const CritPlace place = crit_place_of_field (from, entry, field);
      const CritPlace place_to = crit_place_of_field (to, entry, twin);

      carry_note (record, &place, twin != NULL ? &place_to : NULL, answers, NULL, lost);
    }
}

static GStrv
carry_notes (CritRecord *self, CritRules *rules, CritAnswer *answers, GPtrArray *lost)
{
  const CritRules *old_rules = crit_record_get_rules (self);
  GStrv notes = g_new0 (char *, rules->questions->len + 1);

  for (guint i = 0; i < old_rules->questions->len; i++)
    {
      const CritQuestion *from = g_ptr_array_index (old_rules->questions, i);
      const CritQuestion *to = crit_rules_find_question (rules, from->id);
      const CritPlace place = crit_place_of_question (from);
      const CritPlace place_to = crit_place_of_question (to);
      const CritAnswer *answer = crit_record_get_answer (self, &place);

      carry_note (self, &place, to != NULL ? &place_to : NULL, answers, notes, lost);
      for (guint j = 0; answer->kind == CRIT_ANSWER_LIST && j < answer->entries->n_entries; j++)
        carry_notes_of_entry (self, from, to, j, answers, lost);
    }
  return notes;
}

/**
 * crit_answers_carry_over:
 * @former: rules
 * @answers: a slot for each of their top-level questions
 * @rules: other rules, such as a newer version of @former
 * @lost: (nullable) (element-type CritLostAnswer): takes the answers that have no place under @rules
 *
 * Does for answers alone what crit_record_carry_over() does for a record.
 *
 * Returns: (transfer full): a slot for each top-level question of @rules; free with crit_answers_free()
 */
CritAnswer *
crit_answers_carry_over (const CritRules *former,
                         const CritAnswer *answers,
                         const CritRules *rules,
                         GPtrArray *lost)
{
  CritAnswer *carried = NULL;

  g_return_val_if_fail (former != NULL && answers != NULL && rules != NULL, NULL);

  carried = crit_answers_new (rules);
  for (guint i = 0; i < former->questions->len; i++)
    {
      const CritQuestion *from = g_ptr_array_index (former->questions, i);
      const CritQuestion *to = crit_rules_find_question (rules, from->id);
      CritAnswer none = { 0 };

      carry_question (from, &answers[from->slot], to, to != NULL ? &carried[to->slot] : &none,
                      lost);
    }
  return carried;
}

/**
 * crit_record_carry_over:
 * @self: a record
 * @rules: other rules, such as a newer version of those it was filled in under
 * @lost: (element-type CritLostAnswer): takes the answers that have no place under @rules, in the order of the record, and
 *   then the notes that have none
 *
 * Makes a record under other rules. An answer is kept where @rules have a question, or a field of a list, with the same
 * id that it fits: of the right type, in the same unit, within the limits, and with its option still offered by code. No
 * answer is converted or guessed; all others are told of. Entries of a list are kept even where answers in them are not, and
 * notes wherever the question is still asked.
 *
 * Returns: (transfer full): the new record; @self stays as it is
 */
CritRecord *
crit_record_carry_over (CritRecord *self, CritRules *rules, GPtrArray *lost)
{
  CritAnswer *answers = NULL;
  CritRecord *record = NULL;
  GStrv notes = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self) && rules != NULL && lost != NULL, NULL);

  answers = crit_answers_carry_over (crit_record_get_rules (self), crit_record_get_answers (self),
                                     rules, lost);
  notes = carry_notes (self, rules, answers, lost);
  record = crit_record_new_take (rules, crit_record_get_reference (self),
                                 crit_record_get_date (self), answers, notes);
  crit_record_set_completed_by (record, crit_record_get_completed_by (self));
  crit_record_set_past (record, crit_record_get_past (self));
  crit_record_set_access (record, crit_record_get_access (self));
  return record;
}
