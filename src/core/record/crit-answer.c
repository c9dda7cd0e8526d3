/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-answer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By CritUnknown. */
static const struct
{
  const char *code;
  const char *label;
  const char *sentence;
} unknowns[] = {
  { "not-known", N_ ("No reason given"), N_ ("Not known") },
  { "not-in-notes", N_ ("Not in the notes"), N_ ("Not known: not in the notes") },
  { "awaiting", N_ ("Awaiting a result"), N_ ("Not known: awaiting a result") },
  { "conflicting", N_ ("Sources disagree"), N_ ("Not known: sources disagree") },
};

/**
 * crit_unknown_get_code:
 * @self: a reason for not knowing
 *
 * Returns: the word that stands for it in a file
 */
const char *
crit_unknown_get_code (CritUnknown self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (unknowns), NULL);

  return unknowns[self].code;
}

/**
 * crit_unknown_get_label:
 * @self: a reason for not knowing
 *
 * Returns: it in a few words to choose from, translated
 */
const char *
crit_unknown_get_label (CritUnknown self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (unknowns), NULL);

  return _ (unknowns[self].label);
}

/**
 * crit_unknown_parse:
 * @code: any text
 * @unknown: (out): the reason; untouched where there is none
 *
 * Returns: whether @code stands for a reason for not knowing
 */
gboolean
crit_unknown_parse (const char *code, CritUnknown *unknown)
{
  g_return_val_if_fail (code != NULL && unknown != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (unknowns); i++)
    if (g_str_equal (unknowns[i].code, code))
      {
        *unknown = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * crit_answer_copy:
 * @self: an answer
 * @copy: (out caller-allocates): where the copy goes; what was there is not freed. Free it with crit_answer_clear()
 *
 * Copies an answer with everything that it owns.
 */
void
crit_answer_copy (const CritAnswer *self, CritAnswer *copy)
{
  g_return_if_fail (self != NULL && copy != NULL);

  *copy = *self;
  if (self->kind == CRIT_ANSWER_OTHER || self->kind == CRIT_ANSWER_TEXT)
    copy->text = g_strdup (self->text);
  else if (self->kind == CRIT_ANSWER_LIST)
    copy->entries = crit_entries_copy (self->entries);
}

/**
 * crit_answer_clear:
 * @self: an answer
 *
 * Frees what the answer owns and makes it open.
 */
void
crit_answer_clear (CritAnswer *self)
{
  g_return_if_fail (self != NULL);

  if (self->kind == CRIT_ANSWER_OTHER || self->kind == CRIT_ANSWER_TEXT)
    g_free (self->text);
  else if (self->kind == CRIT_ANSWER_LIST)
    crit_entries_free (self->entries);
  memset (self, 0, sizeof *self);
}

/**
 * crit_answer_equal:
 * @self: an answer
 * @other: another answer to the same question
 *
 * Compares what was answered, to the letter: texts that differ in case only are different, and a list without entries
 * is not the same as no answer. The notes on the entries of a list, and in them, belong to it.
 *
 * Returns: whether both are the same answer
 */
gboolean
crit_answer_equal (const CritAnswer *self, const CritAnswer *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->kind != other->kind)
    return FALSE;
  switch (self->kind)
    {
    case CRIT_ANSWER_OPEN:
    case CRIT_ANSWER_ONGOING:
      return TRUE;
    case CRIT_ANSWER_UNKNOWN:
      return self->unknown == other->unknown;
    case CRIT_ANSWER_BOOLEAN:
      return !self->boolean == !other->boolean;
    case CRIT_ANSWER_NUMBER:
      return self->number == other->number;
    case CRIT_ANSWER_DATE:
      return self->date.year == other->date.year && self->date.month == other->date.month
             && self->date.day == other->date.day;
    case CRIT_ANSWER_OPTION:
      return self->option == other->option;
    case CRIT_ANSWER_OTHER:
    case CRIT_ANSWER_TEXT:
      return g_str_equal (self->text, other->text);
    case CRIT_ANSWER_LIST:
      return crit_entries_equal (self->entries, other->entries);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* No, and nothing said about it, are two things: both leave the list open, but they read differently. */
static char *
entries_to_text (const CritEntries *entries)
{
  guint n = entries->n_entries;

  if (crit_entries_is_complete (entries))
    return n == 0 ? g_strdup (_ ("None"))
                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recorded, list complete",
                                                  "%u recorded, list complete", n),
                                     n);
  if (entries->complete.kind == CRIT_ANSWER_BOOLEAN)
    return n == 0 ? g_strdup (_ ("None recorded yet, list not complete"))
                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recorded, list not complete",
                                                  "%u recorded, list not complete", n),
                                     n);
  return n == 0 ? g_strdup (_ ("None recorded yet"))
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "%u recorded, not said whether that is all",
                                                "%u recorded, not said whether that is all", n),
                                   n);
}

/**
 * crit_answer_to_text:
 * @self: an answer
 * @question: the question it answers; for "are these all?" the list
 *
 * Says an answer in words for people, the same on screen, on paper and on the command line. An open answer and an empty
 * text have words too, so that neither is ever a blank that could be taken for a no.
 *
 * Returns: (transfer full): the answer in words, translated; what a person wrote is given as it was written
 */
char *
crit_answer_to_text (const CritAnswer *self, const CritQuestion *question)
{
  g_return_val_if_fail (self != NULL && question != NULL, NULL);

  switch (self->kind)
    {
    case CRIT_ANSWER_OPEN:
      return g_strdup (_ ("Not answered"));
    case CRIT_ANSWER_UNKNOWN:
      return g_strdup (_ (unknowns[self->unknown].sentence));
    case CRIT_ANSWER_BOOLEAN:
      return g_strdup (self->boolean ? _ ("Yes") : _ ("No"));
    case CRIT_ANSWER_NUMBER:
      return crit_question_dup_number_text (question, self->number);
    case CRIT_ANSWER_DATE:
      return crit_date_to_text (self->date);
    case CRIT_ANSWER_ONGOING:
      return g_strdup (_ ("Ongoing"));
    case CRIT_ANSWER_OPTION:
      return g_strdup (crit_option_set_get (question->options, self->option)->text);
    case CRIT_ANSWER_OTHER:
    case CRIT_ANSWER_TEXT:
      return g_strdup (self->text[0] != '\0' ? self->text : _ ("Left empty"));
    case CRIT_ANSWER_LIST:
      return entries_to_text (self->entries);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * crit_answers_new:
 * @rules: rules
 *
 * Returns: (transfer full): a slot for each top-level question of @rules, all open; free with crit_answers_free()
 */
CritAnswer *
crit_answers_new (const CritRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return g_new0 (CritAnswer, MAX (rules->questions->len, 1));
}

/**
 * crit_answers_copy:
 * @rules: the rules that the answers belong to
 * @answers: a slot for each top-level question
 *
 * Returns: (transfer full): a copy of all answers; free with crit_answers_free()
 */
CritAnswer *
crit_answers_copy (const CritRules *rules, const CritAnswer *answers)
{
  CritAnswer *copy = NULL;

  g_return_val_if_fail (rules != NULL && answers != NULL, NULL);

  copy = crit_answers_new (rules);
  for (guint i = 0; i < rules->questions->len; i++)
    crit_answer_copy (&answers[i], &copy[i]);
  return copy;
}

/**
 * crit_answers_free:
 * @rules: the rules that the answers belong to
 * @answers: (nullable) (transfer full): a slot for each top-level question
 *
 * Frees all answers and the slots themselves.
 */
void
crit_answers_free (const CritRules *rules, CritAnswer *answers)
{
  g_return_if_fail (rules != NULL);

  if (answers == NULL)
    return;
  for (guint i = 0; i < rules->questions->len; i++)
    crit_answer_clear (&answers[i]);
  g_free (answers);
}
