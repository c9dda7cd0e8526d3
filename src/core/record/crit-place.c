/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-place.h"

#include "record/crit-bidi.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CritAnswer open_answer = { .kind = CRIT_ANSWER_OPEN };

/**
 * crit_place_of_question:
 * @question: a top-level question
 *
 * Returns: the place of its answer; of a list, the list as a whole
 */
CritPlace
crit_place_of_question (const CritQuestion *question)
{
  return (CritPlace){ .question = question, .entry = -1 };
}

/**
 * crit_place_of_field:
 * @list: a question of type `list`
 * @entry: which entry, from 0
 * @field: (nullable): a field of the list; NULL for the entry as a whole
 *
 * Returns: the place of the answer to @field in that entry
 */
CritPlace
crit_place_of_field (const CritQuestion *list, guint entry, const CritQuestion *field)
{
  return (CritPlace){ .question = list, .entry = (int) entry, .field = field };
}

/**
 * crit_place_of_complete:
 * @list: a question of type `list`
 *
 * Returns: the place of the answer to "are these all?"
 */
CritPlace
crit_place_of_complete (const CritQuestion *list)
{
  return (CritPlace){ .question = list, .entry = -1, .complete = TRUE };
}

/* As JSON Pointers write the index of an element: without a sign or leading zeros, and here never near an overflow. */
static gboolean
parse_index (const char *text, int *index)
{
  if (strspn (text, "0123456789") != strlen (text) || *text == '\0' || strlen (text) > 9
      || (text[0] == '0' && text[1] != '\0'))
    return FALSE;
  *index = (int) g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

static gboolean
parse_list_steps (char **steps, guint n_steps, CritPlace *place)
{
  if (place->question->type != CRIT_QUESTION_LIST || n_steps > 5)
    return FALSE;
  place->complete = n_steps == 3 && g_str_equal (steps[2], "complete");
  if (place->complete)
    return TRUE;
  if (n_steps < 4 || !g_str_equal (steps[2], "entries") || !parse_index (steps[3], &place->entry))
    return FALSE;
  if (n_steps == 5)
    place->field = crit_question_find_field (place->question, steps[4]);
  return n_steps == 4 || place->field != NULL;
}

/**
 * crit_place_parse:
 * @rules: the rules that say which questions there are
 * @pointer: any text
 * @place: (out): the place; unspecified where there is none
 *
 * Reads what crit_place_dup_pointer() writes. Whether a list has that entry a record says, not the rules.
 *
 * Returns: whether @pointer is the place of an answer under @rules
 */
gboolean
crit_place_parse (const CritRules *rules, const char *pointer, CritPlace *place)
{
  g_auto (GStrv) steps = NULL;
  guint n_steps = 0;

  g_return_val_if_fail (rules != NULL && pointer != NULL && place != NULL, FALSE);

  steps = g_strsplit (pointer, "/", 7);
  n_steps = g_strv_length (steps);
  if (n_steps < 2 || *steps[0] != '\0')
    return FALSE;
  *place = crit_place_of_question (crit_rules_find_question (rules, steps[1]));
  if (place->question == NULL)
    return FALSE;
  return n_steps == 2 || parse_list_steps (steps, n_steps, place);
}

/**
 * crit_place_equal:
 * @self: a place
 * @other: another place
 *
 * Returns: whether both are the same place of a record
 */
gboolean
crit_place_equal (const CritPlace *self, const CritPlace *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->question == other->question && self->entry == other->entry
         && self->field == other->field && !self->complete == !other->complete;
}

/**
 * crit_place_get_question:
 * @self: a place
 *
 * Returns: (transfer none): the question that is answered there: the field of an entry where there is one, else the
 *   top-level question
 */
const CritQuestion *
crit_place_get_question (const CritPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->field != NULL ? self->field : self->question;
}

static const CritAnswer *
get_answer_in_entries (const CritPlace *self, const CritEntries *entries)
{
  if (self->complete)
    return &entries->complete;
  if (self->field == NULL || (guint) self->entry >= entries->n_entries)
    return &open_answer;
  return crit_entries_get (entries, (guint) self->entry, self->field);
}

/**
 * crit_place_get_part:
 * @self: a place
 * @whole: the answer to its top-level question
 *
 * Looks up the answer at a place within the answer to its top-level question. Where there is no such entry, and for an
 * entry as a whole, which has no answer of its own, that is an open one.
 *
 * Returns: (transfer none): the answer
 */
const CritAnswer *
crit_place_get_part (const CritPlace *self, const CritAnswer *whole)
{
  g_return_val_if_fail (self != NULL && whole != NULL, &open_answer);

  if (self->entry < 0 && !self->complete)
    return whole;
  return whole->kind == CRIT_ANSWER_LIST ? get_answer_in_entries (self, whole->entries)
                                         : &open_answer;
}

/**
 * crit_place_get_answer:
 * @self: a place
 * @answers: a slot for each top-level question
 *
 * Looks up the answer at a place, as crit_place_get_part() does.
 *
 * Returns: (transfer none): the answer
 */
const CritAnswer *
crit_place_get_answer (const CritPlace *self, const CritAnswer *answers)
{
  g_return_val_if_fail (self != NULL && self->question != NULL && answers != NULL, &open_answer);

  return crit_place_get_part (self, &answers[self->question->slot]);
}

/**
 * crit_place_dup_pointer:
 * @self: a place
 *
 * Ids need no escaping in a JSON Pointer: they hold neither `~` nor `/`.
 *
 * Returns: (transfer full): the place as a JSON Pointer into the answers: `/trials/entries/1/outcome`
 */
char *
crit_place_dup_pointer (const CritPlace *self)
{
  g_return_val_if_fail (self != NULL && self->question != NULL, NULL);

  if (self->complete)
    return g_strdup_printf ("/%s/complete", self->question->id);
  if (self->entry < 0)
    return g_strdup_printf ("/%s", self->question->id);
  if (self->field == NULL)
    return g_strdup_printf ("/%s/entries/%d", self->question->id, self->entry);
  return g_strdup_printf ("/%s/entries/%d/%s", self->question->id, self->entry, self->field->id);
}

static char *
capitalise (const char *text)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* What one entry is called by itself: "Antidepressant 2". People count from 1. */
static char *
dup_entry_label (const CritPlace *self)
{
  g_autofree char *number = g_strdup_printf ("%d", self->entry + 1);
  g_autofree char *item = NULL;

  if (self->question->item == NULL)
    /* Translators: one entry of a list: %1$s is the number of the entry, %2$s the list ("Antidepressants"). */
    return crit_bidi_fill (_ ("Entry %1$s of “%2$s”"), number,
                           crit_question_get_label (self->question));
  item = capitalise (self->question->item);
  /* Translators: one entry of a list: %1$s is what an entry is called ("Antidepressant"), %2$s its number. */
  return crit_bidi_fill (_ ("%1$s %2$s"), item, number);
}

static char *
dup_complete_label (const CritQuestion *list)
{
  const char *label = crit_question_get_label (list);

  if (g_str_has_suffix (label, "?"))
    /* Translators: %s is the question of a list: "Which were tried? Any more?" */
    return crit_bidi_fill (_ ("%s Any more?"), label);
  /* Translators: %s is the name of a list: "Antidepressants: any more?" */
  return crit_bidi_fill (_ ("%s: any more?"), label);
}

/**
 * crit_place_dup_label:
 * @self: a place
 *
 * Returns: (transfer full): the place in words for people, translated: "Age", "Antidepressant 2", "Antidepressant 2:
 *   What happened?", "Antidepressants: any more?"
 */
char *
crit_place_dup_label (const CritPlace *self)
{
  g_autofree char *entry = NULL;

  g_return_val_if_fail (self != NULL && self->question != NULL, NULL);

  if (self->complete)
    return dup_complete_label (self->question);
  if (self->entry < 0)
    return g_strdup (crit_question_get_label (self->question));
  entry = dup_entry_label (self);
  if (self->field == NULL)
    return g_steal_pointer (&entry);
  /* Translators: a question about one entry: %1$s is the entry ("Antidepressant 2"), %2$s the question. */
  return crit_bidi_fill (_ ("%1$s: %2$s"), entry, crit_question_get_label (self->field));
}

/**
 * crit_field_dup_label:
 * @field: a field of a list
 *
 * Returns: (transfer full): the field in words for people, whichever the entry, translated: "Antidepressant: What
 *   happened?"
 */
char *
crit_field_dup_label (const CritQuestion *field)
{
  g_autofree char *entry = NULL;

  g_return_val_if_fail (field != NULL && field->list != NULL, NULL);

  entry = field->list->item != NULL ? capitalise (field->list->item)
                                    : g_strdup (crit_question_get_label (field->list));
  if (g_str_has_suffix (entry, "?"))
    /* Translators: a list and a question about each entry of it: "Which were tried? Outcome" */
    return crit_bidi_fill (_ ("%1$s %2$s"), entry, crit_question_get_label (field));
  /* Translators: a question about one entry: %1$s is the entry ("Antidepressant 2"), %2$s the question. */
  return crit_bidi_fill (_ ("%1$s: %2$s"), entry, crit_question_get_label (field));
}
