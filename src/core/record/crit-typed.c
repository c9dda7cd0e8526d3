/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-typed-private.h"

#include "record/crit-answer-limits.h"

#define MINUS 0x2212
#define ARABIC_DECIMAL_SEPARATOR 0x066B

#define NHS_NUMBER_DIGITS 10

/* Of a number in a field. */
#define MAX_DECIMALS 40

/**
 * crit_typed_dup_plain_digits:
 * @text: what was typed
 *
 * Returns: (transfer full): @text without blanks at its ends, with digits of any script as 0 to 9, a minus sign as a
 *   hyphen, and every kind of blank as a space
 */
char *
crit_typed_dup_plain_digits (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isspace (c))
        g_string_append_c (plain, ' ');
      else if (c == MINUS)
        g_string_append_c (plain, '-');
      else if (c == ARABIC_DECIMAL_SEPARATOR)
        g_string_append_c (plain, '.');
      else
        g_string_append_unichar (plain, c);
    }
  return g_strdup (g_strstrip (plain->str));
}

/**
 * crit_typed_accept:
 * @question: a question for a number or a date
 * @answer: an answer that was understood
 * @typed: takes it, or says why the question does not take it
 *
 * Keeps an answer to the hard limits of its question.
 */
void
crit_typed_accept (const CritQuestion *question, const CritAnswer *answer, CritTyped *typed)
{
  if (crit_answer_is_within_limits (answer, question))
    typed->answer = *answer;
  else
    typed->problem = crit_answer_dup_limits_text (question);
}

static void
read_text (const CritQuestion *question, const char *text, CritTyped *typed)
{
  typed->answer = (CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = g_strdup (text) };
  crit_answer_clean (&typed->answer, question);
}

/**
 * crit_typed_read:
 * @question: a question for a number, a date or text
 * @text: what was typed, in any state of completion
 * @typed: (out caller-allocates): what was understood; free it with crit_typed_clear()
 *
 * Understands what a person typed. Both "," and "." separate decimals where only one number can be meant; a date may be a
 * year, a month or a day, its month a number or a name in English or the language of the locale, and its day comes before
 * its month. What could mean two things is asked about, never guessed. A text is taken as it is.
 */
void
crit_typed_read (const CritQuestion *question, const char *text, CritTyped *typed)
{
  g_autofree char *plain = NULL;

  g_return_if_fail (question != NULL && text != NULL && typed != NULL);

  *typed = (CritTyped){ 0 };
  plain = crit_typed_dup_plain_digits (text);
  if (plain[0] == '\0')
    return;
  switch (question->type)
    {
    case CRIT_QUESTION_INTEGER:
    case CRIT_QUESTION_DECIMAL:
      crit_typed_read_number (question, plain, typed);
      break;
    case CRIT_QUESTION_DATE:
      crit_typed_read_date (question, plain, typed);
      break;
    case CRIT_QUESTION_STRING:
    case CRIT_QUESTION_TEXT:
      read_text (question, text, typed);
      return;
    default:
      g_return_if_reached ();
    }
  if (typed->answer.kind != CRIT_ANSWER_OPEN)
    typed->understood = crit_answer_to_text (&typed->answer, question);
}

/**
 * crit_typed_clear:
 * @self: what was understood
 *
 * Frees what it owns.
 */
void
crit_typed_clear (CritTyped *self)
{
  crit_answer_clear (&self->answer);
  g_clear_pointer (&self->understood, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->doubt, g_free);
}

static gboolean
means (const CritQuestion *question, const char *text, const CritAnswer *answer)
{
  g_auto (CritTyped) typed = { 0 };

  crit_typed_read (question, text, &typed);
  return crit_answer_equal (&typed.answer, answer);
}

static char *
dup_date_text (const CritQuestion *question, const CritAnswer *answer)
{
  g_autofree char *words = crit_answer_to_text (answer, question);

  return means (question, words, answer) ? g_steal_pointer (&words)
                                         : crit_date_to_iso (answer->date);
}

/* With as many decimals as it takes: people do not type exponents. */
static char *
dup_number_text (const CritQuestion *question, const CritAnswer *answer)
{
  g_autofree char *text = g_strdup_printf ("%.0f", answer->number);

  for (int decimals = 1; decimals <= MAX_DECIMALS && !means (question, text, answer); decimals++)
    {
      g_free (text);
      text = g_strdup_printf ("%.*f", decimals, answer->number);
    }
  return g_steal_pointer (&text);
}

/**
 * crit_typed_dup_text:
 * @question: a question for a number, a date or text
 * @answer: an answer to it
 *
 * Returns: (transfer full): what to put into the field for that answer, so that crit_typed_read() reads the same answer
 *   out of it; empty where nothing was answered, or it is not known
 */
char *
crit_typed_dup_text (const CritQuestion *question, const CritAnswer *answer)
{
  g_return_val_if_fail (question != NULL && answer != NULL, NULL);

  switch (answer->kind)
    {
    case CRIT_ANSWER_NUMBER:
      return dup_number_text (question, answer);
    case CRIT_ANSWER_DATE:
      return dup_date_text (question, answer);
    case CRIT_ANSWER_ONGOING:
      return crit_answer_to_text (answer, question);
    case CRIT_ANSWER_TEXT:
    case CRIT_ANSWER_OTHER:
      return g_strdup (answer->text);
    default:
      return g_strdup ("");
    }
}

/* The check digit of the NHS Data Dictionary: the first nine digits weighted 10 to 2, summed, modulus 11. */
static gboolean
passes_modulus_11 (const guint *digits)
{
  guint sum = 0;

  for (guint i = 0; i < NHS_NUMBER_DIGITS - 1; i++)
    sum += digits[i] * (NHS_NUMBER_DIGITS - i);
  return (11 - sum % 11) % 11 == digits[NHS_NUMBER_DIGITS - 1];
}

/**
 * crit_reference_looks_like_nhs_number:
 * @reference: a reference as it was typed
 *
 * Says whether a reference may be an NHS number, which is not asked for: ten digits, with spaces or hyphens between them,
 * of which the last is the check digit that the NHS Data Dictionary gives (modulus 11).
 *
 * Returns: whether it may be one
 */
gboolean
crit_reference_looks_like_nhs_number (const char *reference)
{
  g_autofree char *plain = NULL;
  guint digits[NHS_NUMBER_DIGITS] = { 0 };
  guint n_digits = 0;

  g_return_val_if_fail (reference != NULL, FALSE);

  plain = crit_typed_dup_plain_digits (reference);
  for (const char *p = plain; *p != '\0'; p++)
    {
      if (*p == ' ' || *p == '-')
        continue;
      if (!g_ascii_isdigit (*p) || n_digits == NHS_NUMBER_DIGITS)
        return FALSE;
      digits[n_digits++] = (guint) (*p - '0');
    }
  return n_digits == NHS_NUMBER_DIGITS && passes_modulus_11 (digits);
}
