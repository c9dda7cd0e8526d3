/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-axes.h"

#include <math.h>

/* Where a question has no limit, values farther out than any constant of random rules are all alike. */
static const CritDate first_date = { 2024, 1, 20 }, last_date = { 2024, 4, 10 };
static const double least_number = -1, most_number = 6;

static GPtrArray *
get_texts (BruteAxes *self, const CritQuestion *question)
{
  return self->texts[brute_find (self->choices, question)];
}

/**
 * brute_axes_find_text:
 * @self: axes
 * @question: a choice
 * @text: a free text that answers it
 *
 * A recorded text that has been seen before is the same text.
 *
 * Returns: its index
 */
guint
brute_axes_find_text (BruteAxes *self, const CritQuestion *question, const char *text)
{
  g_autofree char *folded = g_strstrip (g_utf8_casefold (text, -1));
  GPtrArray *texts = get_texts (self, question);
  guint index = 0;

  if (!g_ptr_array_find_with_equal_func (texts, folded, g_str_equal, &index))
    {
      g_ptr_array_add (texts, g_steal_pointer (&folded));
      index = texts->len - 1;
    }
  return index;
}

static void
add_values (GArray *values, double from, double to, double step)
{
  for (double value = from; value <= to; value += step)
    g_array_append_val (values, value);
}

static void
add_days (BruteAxes *self, const CritQuestion *question, const CritAnswer *answer, GArray *values)
{
  gboolean partial = answer->kind == CRIT_ANSWER_DATE;
  double first = crit_date_get_first_day (partial ? answer->date : first_date);
  double last = crit_date_get_last_day (partial ? answer->date : last_date);
  gboolean limited = isfinite (question->minimum);

  if (partial && !limited)
    {
      first = MAX (first, crit_date_get_first_day (first_date));
      last = MIN (last, crit_date_get_last_day (last_date));
    }
  add_values (values, limited ? MAX (first, question->minimum) : first,
              limited ? MIN (last, question->maximum) : last, 1);
  if (values->len == 0)
    add_values (values, first, last, 1);
  if (!partial && question->ongoing
      && (self->today < question->minimum || self->today > question->maximum))
    add_values (values, self->today, self->today, 1);
}

static void
add_open_values (BruteAxes *self, const CritQuestion *question, GArray *values)
{
  switch (question->type)
    {
    case CRIT_QUESTION_BOOLEAN:
      add_values (values, 0, 1, 1);
      break;
    case CRIT_QUESTION_CHOICE:
      add_values (values, 0, question->options->options->len - 1.0, 1);
      if (question->other)
        add_values (values, question->options->options->len,
                    question->options->options->len + get_texts (self, question)->len - 1.0, 1);
      break;
    case CRIT_QUESTION_INTEGER:
      add_values (values, MAX (question->minimum, least_number),
                  MIN (question->maximum, most_number), 1);
      break;
    default:
      add_values (values, MAX (question->minimum, least_number),
                  MIN (question->maximum, most_number), 0.25);
    }
}

/**
 * brute_axes_make_values:
 * @self: axes
 * @question: a question
 * @answer: what is recorded
 *
 * Returns: (transfer full) (element-type double): what completions make of it
 */
GArray *
brute_axes_make_values (BruteAxes *self, const CritQuestion *question, const CritAnswer *answer)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  double value = 0;

  switch (answer->kind)
    {
    case CRIT_ANSWER_OPEN:
    case CRIT_ANSWER_UNKNOWN:
      if (question->type == CRIT_QUESTION_DATE)
        add_days (self, question, answer, values);
      else
        add_open_values (self, question, values);
      return values;
    case CRIT_ANSWER_DATE:
      add_days (self, question, answer, values);
      return values;
    case CRIT_ANSWER_BOOLEAN:
      value = answer->boolean ? 1 : 0;
      break;
    case CRIT_ANSWER_NUMBER:
      value = answer->number;
      break;
    case CRIT_ANSWER_ONGOING:
      value = self->today;
      break;
    case CRIT_ANSWER_OPTION:
      value = answer->option;
      break;
    default:
      value = question->options->options->len + brute_axes_find_text (self, question, answer->text);
    }
  g_array_append_val (values, value);
  return values;
}
