/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-answer-limits.h"

#include "json/crit-json-reader.h"
#include "json/crit-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_choice_of (const CritAnswer *self, const CritQuestion *question)
{
  if (question->type != CRIT_QUESTION_CHOICE)
    return FALSE;
  return self->kind == CRIT_ANSWER_OTHER ? question->other
                                         : self->option < question->options->options->len;
}

/**
 * crit_answer_has_right_kind:
 * @self: an answer
 * @question: a question
 *
 * Returns: whether the answer is one that this type of question can have at all; open and unknown are answers to any
 */
gboolean
crit_answer_has_right_kind (const CritAnswer *self, const CritQuestion *question)
{
  const CritQuestionType type = question->type;

  switch (self->kind)
    {
    case CRIT_ANSWER_OPEN:
    case CRIT_ANSWER_UNKNOWN:
      return TRUE;
    case CRIT_ANSWER_BOOLEAN:
      return type == CRIT_QUESTION_BOOLEAN;
    case CRIT_ANSWER_NUMBER:
      return type == CRIT_QUESTION_INTEGER || type == CRIT_QUESTION_DECIMAL;
    case CRIT_ANSWER_DATE:
      return type == CRIT_QUESTION_DATE;
    case CRIT_ANSWER_ONGOING:
      return type == CRIT_QUESTION_DATE && question->ongoing;
    case CRIT_ANSWER_OPTION:
    case CRIT_ANSWER_OTHER:
      return is_choice_of (self, question);
    case CRIT_ANSWER_TEXT:
      return type == CRIT_QUESTION_STRING || type == CRIT_QUESTION_TEXT;
    case CRIT_ANSWER_LIST:
      return type == CRIT_QUESTION_LIST && self->entries->n_fields == question->fields->len;
    default:
      return FALSE;
    }
}

/* A file holds no number with more digits, so a record must not either. */
static gboolean
has_few_digits (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = { 0 };

  if (!isfinite (number) || fabs (number) > (double) CRIT_JSON_MAX_INTEGER)
    return FALSE;
  g_ascii_formatd (text, sizeof text, "%.15g", number);
  return number == floor (number) || g_ascii_strtod (text, NULL) == number;
}

/**
 * crit_answer_is_within_limits:
 * @self: an answer of the right kind
 * @question: the question that it answers
 *
 * Returns: whether the answer is within the hard limits of the question: a number from its minimum to its maximum,
 *   whole where it has to be; a date that can lie between them
 */
gboolean
crit_answer_is_within_limits (const CritAnswer *self, const CritQuestion *question)
{
  if (self->kind == CRIT_ANSWER_NUMBER)
    return has_few_digits (self->number) && self->number >= question->minimum
           && self->number <= question->maximum
           && (question->type != CRIT_QUESTION_INTEGER || self->number == floor (self->number));
  if (self->kind == CRIT_ANSWER_DATE)
    return crit_date_get_last_day (self->date) >= question->minimum
           && crit_date_get_first_day (self->date) <= question->maximum;
  return TRUE;
}

static char *
dup_value_text (const CritQuestion *question, double value)
{
  if (question->type == CRIT_QUESTION_DATE)
    return crit_date_to_text (crit_date_from_day ((CritDay) value));
  return crit_question_dup_number_text (question, value);
}

/**
 * crit_answer_dup_limits_text:
 * @question: a question for a number or a date
 *
 * Says which answers a question takes, for a person whose answer it does not take.
 *
 * Returns: (transfer full): one sentence, translated: "It must be from 10 kg to 300 kg."
 */
char *
crit_answer_dup_limits_text (const CritQuestion *question)
{
  const gboolean has_minimum = !isinf (question->minimum);
  const gboolean has_maximum = !isinf (question->maximum);
  g_autofree char *minimum = has_minimum ? dup_value_text (question, question->minimum) : NULL;
  g_autofree char *maximum = has_maximum ? dup_value_text (question, question->maximum) : NULL;

  if (has_minimum && has_maximum)
    /* Translators: the smallest and the largest answer to a question, numbers with their unit or dates. */
    return g_strdup_printf (_ ("It must be from %1$s to %2$s."), minimum, maximum);
  if (has_minimum)
    return question->type == CRIT_QUESTION_DATE
               /* Translators: %s is a date. */
               ? g_strdup_printf (_ ("It must be %s or later."), minimum)
               /* Translators: %s is a number with its unit. */
               : g_strdup_printf (_ ("It must be %s or more."), minimum);
  if (has_maximum)
    return question->type == CRIT_QUESTION_DATE
               /* Translators: %s is a date. */
               ? g_strdup_printf (_ ("It must be %s or earlier."), maximum)
               /* Translators: %s is a number with its unit. */
               : g_strdup_printf (_ ("It must be %s or less."), maximum);
  return g_strdup (_ ("It must have fewer digits."));
}

/* What is left of an own text when everything is deleted is no option of its own. */
static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n")] == '\0';
}

static char *
clean (const char *text, gboolean several_lines)
{
  g_autofree char *clean_text = crit_text_clean (text);

  if (!several_lines)
    g_strdelimit (clean_text, "\n\t", ' ');
  if (g_utf8_strlen (clean_text, -1) > CRIT_ANSWER_MAX_TEXT)
    *g_utf8_offset_to_pointer (clean_text, CRIT_ANSWER_MAX_TEXT) = '\0';
  return g_steal_pointer (&clean_text);
}

/**
 * crit_answer_clean_line:
 * @text: text that was typed or pasted into a field of one line
 *
 * Leaves out what no text of a file may hold (see crit_text_clean()), makes line breaks and tabs spaces, and cuts what is
 * beyond %CRIT_ANSWER_MAX_TEXT characters.
 *
 * Returns: (transfer full): the clean text
 */
char *
crit_answer_clean_line (const char *text)
{
  return clean (text, FALSE);
}

/**
 * crit_answer_clean_note:
 * @text: (nullable): text that was typed or pasted as a note
 *
 * Leaves out what no text of a file may hold, and cuts what is beyond %CRIT_ANSWER_MAX_TEXT characters. Lines stay.
 *
 * Returns: (transfer full) (nullable): the clean text; NULL where it is blank, which is no note
 */
char *
crit_answer_clean_note (const char *text)
{
  g_autofree char *note = text != NULL ? clean (text, TRUE) : NULL;

  return note != NULL && !is_blank (note) ? g_steal_pointer (&note) : NULL;
}

/**
 * crit_answer_clean:
 * @self: an answer that a person gave
 * @question: the question that it answers
 *
 * Makes an answer one that can be saved and read again: a text as crit_answer_clean_line() does, but with its lines in
 * a question of type `text`. A text of one's own to a choice that is blank becomes no answer.
 */
void
crit_answer_clean (CritAnswer *self, const CritQuestion *question)
{
  char *text = NULL;

  if (self->kind == CRIT_ANSWER_OTHER && is_blank (self->text))
    crit_answer_clear (self);
  if (self->kind != CRIT_ANSWER_OTHER && self->kind != CRIT_ANSWER_TEXT)
    return;
  text = clean (self->text, question->type == CRIT_QUESTION_TEXT);
  g_free (self->text);
  self->text = text;
}
