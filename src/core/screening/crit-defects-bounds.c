/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-defects-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* One in the last place of a decimal as the file has it; everything else is whole. */
static double
get_step (const CritCondition *condition, double number)
{
  double step = 1;

  if (condition->kind != CRIT_CONDITION_NUMBER
      || condition->question->type != CRIT_QUESTION_DECIMAL)
    return step;
  while (step > 1e-6 && fabs (number / step - round (number / step)) > 1e-6)
    step /= 10;
  return step;
}

static gboolean
move_period (CritPeriod *period, int direction)
{
  if (direction < 0 ? period->count == 0 : period->count == G_MAXUINT16)
    return FALSE;
  period->count = (guint16) (period->count + direction);
  return TRUE;
}

static gboolean
move_bound (const CritCondition *condition, CritBound *bound, int direction)
{
  if (condition->kind == CRIT_CONDITION_DURATION)
    return move_period (&bound->period, direction);
  bound->number += direction * get_step (condition, bound->number);
  return condition->kind != CRIT_CONDITION_COUNT || bound->number >= 0;
}

static void
add_bounded (GPtrArray *self, CritCondition *condition, const CritCondition *model)
{
  g_autofree char *before = crit_condition_dup_bounds_text (condition);
  g_autofree char *after = crit_condition_dup_bounds_text (model);

  crit_defects_add (
      self, condition, model, condition->offset,
      /* Translators: %1$s is a question in a few words, %2$s and %3$s are bounds: "18 or over". */
      g_strdup_printf (_ ("%1$s: “%2$s” becomes “%3$s”."),
                       crit_question_get_label (condition->question), before, after));
}

/* Of whole values, to leave the bound itself out or not is the same as to move it by one. */
static gboolean
is_whole (const CritCondition *condition)
{
  return condition->kind != CRIT_CONDITION_DURATION
         && (condition->kind != CRIT_CONDITION_NUMBER
             || condition->question->type == CRIT_QUESTION_INTEGER);
}

static gboolean
is_exact (const CritCondition *condition)
{
  return condition->kind != CRIT_CONDITION_DURATION && condition->lower.present
         && condition->upper.present && condition->lower.number == condition->upper.number;
}

/* @bound is one of the bounds of @model, which begins as what is there. */
static void
change_bound (GPtrArray *self, CritCondition *condition, CritCondition *model, CritBound *bound)
{
  const CritBound before = *bound;

  if (!before.present)
    return;
  for (int direction = -1; direction <= 1; direction += 2)
    {
      if (move_bound (condition, bound, direction))
        add_bounded (self, condition, model);
      *bound = before;
    }
  if (is_whole (condition))
    return;
  bound->inclusive = !before.inclusive;
  add_bounded (self, condition, model);
  *bound = before;
}

/* An exact value is both bounds at once. */
static void
change_exact (GPtrArray *self, CritCondition *condition)
{
  for (int direction = -1; direction <= 1; direction += 2)
    {
      CritCondition model = *condition;

      if (!move_bound (condition, &model.lower, direction))
        continue;
      model.upper = model.lower;
      add_bounded (self, condition, &model);
    }
}

/* A value or a length of time that is one too high or too low, and a bound that wrongly includes its own value, or wrongly
   does not. */
void
crit_defects_change_bounds (GPtrArray *self, CritCondition *condition)
{
  CritCondition model = *condition;

  if (is_exact (condition))
    {
      change_exact (self, condition);
      return;
    }
  change_bound (self, condition, &model, &model.lower);
  change_bound (self, condition, &model, &model.upper);
}

/* The same for `within` and `longer-ago-than`. */
void
crit_defects_change_period (GPtrArray *self, CritCondition *condition)
{
  for (int direction = -1; direction <= 1; direction += 2)
    {
      CritCondition model = *condition;

      if (move_period (&model.period, direction))
        add_bounded (self, condition, &model);
    }
}
