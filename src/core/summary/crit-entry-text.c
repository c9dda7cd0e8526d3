/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-entry-text.h"

#include "record/crit-bidi.h"

#include <glib/gi18n-lib.h>

static const CritAnswer *
get_answer (CritRecord *record, const CritQuestion *field, guint entry)
{
  CritPlace place = crit_place_of_field (field->list, entry, field);

  return crit_record_get_answer (record, &place);
}

static const CritQuestion *
get_field (const CritQuestion *list, guint i)
{
  return g_ptr_array_index (list->fields, i);
}

/**
 * crit_entry_find_naming_field:
 * @list: a list question
 *
 * An entry is called by its first choice or line of text: the medicine, the therapy.
 *
 * Returns: (nullable): the field
 */
const CritQuestion *
crit_entry_find_naming_field (const CritQuestion *list)
{
  for (guint i = 0; i < list->fields->len; i++)
    {
      const CritQuestion *field = get_field (list, i);

      if (field->type == CRIT_QUESTION_CHOICE || field->type == CRIT_QUESTION_STRING)
        return field;
    }
  return NULL;
}

/* "Sertraline · SSRI" */
static char *
dup_name (const CritQuestion *field, const CritAnswer *answer)
{
  g_autofree char *text = crit_answer_to_text (answer, field);
  g_autofree char *attributes = NULL;

  if (answer->kind != CRIT_ANSWER_OPTION)
    return g_steal_pointer (&text);
  attributes = crit_option_dup_attributes (crit_option_set_get (field->options, answer->option),
                                           field->options);
  if (*attributes == '\0')
    return g_steal_pointer (&text);
  return crit_bidi_join (" · ", (const char *const[]){ text, attributes }, 2);
}

/* Two dates that follow each other are the beginning and the end of something. */
static gboolean
is_span (const CritQuestion *list, guint i)
{
  return i + 1 < list->fields->len && get_field (list, i)->type == CRIT_QUESTION_DATE
         && get_field (list, i + 1)->type == CRIT_QUESTION_DATE;
}

static gboolean
is_day (const CritAnswer *answer)
{
  return answer->kind == CRIT_ANSWER_DATE || answer->kind == CRIT_ANSWER_ONGOING;
}

static char *
dup_part (const CritQuestion *field, const CritAnswer *answer)
{
  g_autofree char *text = crit_answer_to_text (answer, field);

  if (answer->kind == CRIT_ANSWER_OPTION || answer->kind == CRIT_ANSWER_OTHER
      || answer->kind == CRIT_ANSWER_TEXT)
    return g_steal_pointer (&text);
  /* Translators: a field of an entry and its answer, such as "Adequate dose: Yes" */
  return crit_bidi_fill (_ ("%1$s: %2$s"), crit_question_get_label (field), text);
}

/**
 * crit_entry_dup_span:
 * @record: a record
 * @start: a field that is a date
 * @stop: another of the same list
 * @entry: index of the entry
 *
 * Returns: (transfer full) (nullable): "March 2019 to June 2019", or "2019" where both are in it; NULL where either is not known
 */
char *
crit_entry_dup_span (CritRecord *record,
                     const CritQuestion *start,
                     const CritQuestion *stop,
                     guint entry)
{
  const CritAnswer *started = get_answer (record, start, entry);
  const CritAnswer *stopped = get_answer (record, stop, entry);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!is_day (started) || !is_day (stopped))
    return NULL;
  from = crit_answer_to_text (started, start);
  to = crit_answer_to_text (stopped, stop);
  if (stopped->kind == CRIT_ANSWER_ONGOING)
    /* Translators: a date from which on a treatment is still going on */
    return crit_bidi_fill (_ ("%s, ongoing"), from);
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  /* Translators: the first and the last date of a treatment */
  return crit_bidi_fill (_ ("%1$s to %2$s"), from, to);
}

/**
 * crit_entry_dup_title:
 * @record: a record
 * @list: a list question
 * @entry: index of the entry
 *
 * Names an entry: by its medicine or therapy, else by its number ("Antidepressant 2").
 *
 * Returns: (transfer full): the title
 */
char *
crit_entry_dup_title (CritRecord *record, const CritQuestion *list, guint entry)
{
  const CritQuestion *field = NULL;
  const CritAnswer *answer = NULL;
  CritPlace place = crit_place_of_question (list);

  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);
  g_return_val_if_fail (list != NULL && list->fields != NULL, NULL);

  field = crit_entry_find_naming_field (list);
  answer = field != NULL ? get_answer (record, field, entry) : NULL;
  if (answer != NULL && answer->kind != CRIT_ANSWER_OPEN && answer->kind != CRIT_ANSWER_UNKNOWN)
    return dup_name (field, answer);
  place.entry = entry;
  return crit_place_dup_label (&place);
}

static char *
fold (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return g_utf8_casefold (trimmed, -1);
}

/* A text of one's own is the same whatever its blanks at the ends and its capitals, as it is for a count. */
static gboolean
names_the_same (const CritAnswer *a, const CritAnswer *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == CRIT_ANSWER_OPTION)
    return a->option == b->option;
  if (a->kind != CRIT_ANSWER_OTHER && a->kind != CRIT_ANSWER_TEXT)
    return FALSE;
  first = fold (a->text);
  second = fold (b->text);
  return g_str_equal (first, second);
}

/**
 * crit_entry_dup_duplicate_text:
 * @record: a record
 * @list: a list question
 * @entry: index of the entry
 *
 * Says that another entry has the same name. It may be right: a medicine can be tried twice.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL where the entry is the only one of its name
 */
char *
crit_entry_dup_duplicate_text (CritRecord *record, const CritQuestion *list, guint entry)
{
  const CritQuestion *field = NULL;
  const CritAnswer *whole = NULL;
  CritPlace place = crit_place_of_question (list);

  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);
  g_return_val_if_fail (list != NULL && list->fields != NULL, NULL);

  field = crit_entry_find_naming_field (list);
  whole = crit_record_get_answer (record, &place);
  if (field == NULL || whole->kind != CRIT_ANSWER_LIST)
    return NULL;
  for (guint i = 0; i < whole->entries->n_entries; i++)
    if (i != entry
        && names_the_same (get_answer (record, field, entry), get_answer (record, field, i)))
      return g_strdup (_ ("This is in the list more than once."));
  return NULL;
}

static guint
count_notes (CritRecord *record, const CritQuestion *list, guint entry)
{
  CritPlace place = crit_place_of_field (list, entry, NULL);
  guint n = crit_record_get_note (record, &place) != NULL;

  for (guint i = 0; i < list->fields->len; i++)
    {
      place.field = get_field (list, i);
      n += crit_record_get_note (record, &place) != NULL;
    }
  return n;
}

/**
 * crit_entry_dup_detail:
 * @record: a record
 * @screening: its screening, which says which fields are shown
 * @list: a list question
 * @entry: index of the entry
 *
 * Says everything else that was recorded of an entry, and how many of its questions are open.
 *
 * Returns: (transfer full): one line
 */
char *
crit_entry_dup_detail (CritRecord *record,
                       CritScreening *screening,
                       const CritQuestion *list,
                       guint entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const CritQuestion *naming = NULL;
  guint n_open = 0;
  guint n_notes = 0;

  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);
  g_return_val_if_fail (list != NULL && list->fields != NULL, NULL);

  naming = crit_entry_find_naming_field (list);
  for (guint i = 0; i < list->fields->len; i++)
    {
      const CritQuestion *field = get_field (list, i);
      const CritAnswer *answer = get_answer (record, field, entry);
      CritPlace place = crit_place_of_field (list, entry, field);
      char *part = NULL;

      if (!crit_screening_is_shown (screening, &place))
        continue;
      if (answer->kind == CRIT_ANSWER_OPEN)
        {
          n_open++;
          continue;
        }
      if (field == naming && answer->kind != CRIT_ANSWER_UNKNOWN)
        continue;
      part = is_span (list, i) ? crit_entry_dup_span (record, field, get_field (list, i + 1), entry)
                               : NULL;
      if (part != NULL)
        i++;
      else
        part = dup_part (field, answer);
      g_ptr_array_add (parts, part);
    }
  if (n_open > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u still open",
                                                          "%u still open", n_open),
                                             n_open));
  n_notes = count_notes (record, list, entry);
  if (n_notes > 0)
    g_ptr_array_add (
        parts,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", n_notes), n_notes));
  return crit_bidi_join (" · ", (const char *const *) parts->pdata, parts->len);
}
