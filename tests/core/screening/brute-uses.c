/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-axes.h"

/* A list that ends with NULL; there is always room for one more. */
static void
append (const CritQuestion **questions, guint most, const CritQuestion *question)
{
  guint n = 0;

  while (questions[n] != NULL)
    n++;
  g_assert_cmpuint (n, <, most);
  questions[n] = question;
}

static void
use_question (BruteAxes *self, const CritQuestion *question)
{
  if (question == NULL || !g_hash_table_add (self->used, (gpointer) question))
    return;
  if (question->type == CRIT_QUESTION_LIST)
    append (self->lists, BRUTE_MOST_LISTS, question);
  if (question->type == CRIT_QUESTION_CHOICE)
    append (self->choices, BRUTE_MOST_CHOICES, question);
  brute_axes_use (self, question->shown_when);
  use_question (self, question->list);
  if (question->list == NULL)
    brute_axes_use (self, question->section->shown_when);
}

static void
make_room (BruteAxes *self, const CritCondition *count)
{
  guint *room = &self->list[brute_find (self->lists, count->question)].room;

  *room += 1
           + (guint) MAX (count->lower.present ? count->lower.number : 0,
                          count->upper.present ? count->upper.number : 0);
}

/**
 * brute_axes_use:
 * @self: axes
 * @condition: (nullable): a condition that the criterion depends on
 *
 * Notes all that the condition looks at, and all that this depends on in turn.
 */
void
brute_axes_use (BruteAxes *self, const CritCondition *condition)
{
  if (condition == NULL || !g_hash_table_add (self->conditions, (gpointer) condition))
    return;
  use_question (self, condition->question);
  use_question (self, condition->until);
  use_question (self, condition->distinct);
  brute_axes_use (self, condition->where);
  for (guint i = 0; i < condition->n_parts; i++)
    brute_axes_use (self, condition->parts[i]);
  if (condition->criterion != NULL)
    brute_axes_use (self, condition->criterion->when);
  if (condition->attribute >= 0)
    self->attributes[condition->attribute] = TRUE;
  if (condition->distinct != NULL)
    self->distinct = TRUE;
  if (condition->kind == CRIT_CONDITION_COUNT)
    make_room (self, condition);
}
