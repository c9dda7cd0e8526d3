/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-world.h"

static double
get_value (const BruteWorld *world, const CritQuestion *question, int entry)
{
  return question->list != NULL ? world->entries[entry][question->slot]
                                : world->top[question->slot];
}

static gboolean
is_shown (const BruteWorld *world, const CritQuestion *question, int entry)
{
  if (question->list != NULL && !is_shown (world, question->list, -1))
    return FALSE;
  if (question->list == NULL && question->section->shown_when != NULL
      && !brute_evaluate (world, question->section->shown_when, -1))
    return FALSE;
  return question->shown_when == NULL || brute_evaluate (world, question->shown_when, entry);
}

static const char *
get_kind (const BruteWorld *world, const CritQuestion *question, double value)
{
  guint n_options = question->options->options->len;

  if (value < n_options)
    return crit_option_set_get (question->options, (guint) value)->attributes[0];
  return question->list != NULL ? world->field_kinds[(guint) value - n_options]
                                : world->top_kinds[(guint) value - n_options];
}

static gboolean
is_accepted_kind (const CritCondition *test, const char *kind)
{
  const CritOptionSet *set = test->question->options;

  for (guint i = 0; kind != NULL && i < set->options->len; i++)
    if (test->accepted[i] && g_strcmp0 (crit_option_set_get (set, i)->attributes[0], kind) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_accepted (const BruteWorld *world, const CritCondition *test, double value)
{
  if (test->attribute >= 0)
    return is_accepted_kind (test, get_kind (world, test->question, value));
  return value < test->question->options->options->len && test->accepted[(guint) value];
}

static gboolean
is_within_bounds (const CritCondition *test, double value)
{
  const CritBound *lower = &test->lower, *upper = &test->upper;

  if (lower->present && (value < lower->number || (value == lower->number && !lower->inclusive)))
    return FALSE;
  return !upper->present || value < upper->number || (value == upper->number && upper->inclusive);
}

static gboolean
is_long_enough (const CritCondition *test, CritDay start, CritDay stop)
{
  const CritBound *lower = &test->lower, *upper = &test->upper;
  CritDay first = lower->present ? crit_period_add (lower->period, start) : start;
  CritDay last = upper->present ? crit_period_add (upper->period, start) : stop;

  if (stop < start || stop < first || (lower->present && !lower->inclusive && stop == first))
    return FALSE;
  return stop < last || (stop == last && (!upper->present || upper->inclusive));
}

static gboolean
is_true_of (const BruteWorld *world, const CritCondition *test, double value, int entry)
{
  switch (test->kind)
    {
    case CRIT_CONDITION_TRUTH:
      return (value != 0) == (test->truth != FALSE);
    case CRIT_CONDITION_OPTION:
      return is_accepted (world, test, value);
    case CRIT_CONDITION_NUMBER:
    case CRIT_CONDITION_DATE:
      return is_within_bounds (test, value);
    case CRIT_CONDITION_WITHIN:
      return value <= world->today
             && world->today <= crit_period_add (test->period, (CritDay) value);
    case CRIT_CONDITION_LONGER_AGO:
      return crit_period_add (test->period, (CritDay) value) < world->today;
    case CRIT_CONDITION_DURATION:
      return is_shown (world, test->until, entry)
             && is_long_enough (test, (CritDay) value,
                                (CritDay) get_value (world, test->until, entry));
    default:
      g_assert_not_reached ();
    }
}

/* Whether an entry before @entry is counted with the same value, or there is no value. */
static gboolean
is_repeated (const BruteWorld *world, const CritCondition *count, guint entry)
{
  double value = get_value (world, count->distinct, (int) entry);
  const char *kind = get_kind (world, count->distinct, value);

  if (!is_shown (world, count->distinct, (int) entry) || (count->attribute >= 0 && kind == NULL))
    return TRUE;
  for (guint i = 0; i < entry; i++)
    {
      double other = get_value (world, count->distinct, (int) i);
      gboolean same = count->attribute < 0
                          ? other == value
                          : g_strcmp0 (get_kind (world, count->distinct, other), kind) == 0;

      if (same && is_shown (world, count->distinct, (int) i)
          && (count->where == NULL || brute_evaluate (world, count->where, (int) i)))
        return TRUE;
    }
  return FALSE;
}

static guint
count_entries (const BruteWorld *world, const CritCondition *count)
{
  guint n = 0;

  if (!is_shown (world, count->question, -1))
    return 0;
  for (guint i = 0; i < world->n_entries; i++)
    if ((count->where == NULL || brute_evaluate (world, count->where, (int) i))
        && (count->distinct == NULL || !is_repeated (world, count, i)))
      n++;
  return n;
}

static guint
count_true_parts (const BruteWorld *world, const CritCondition *condition, int entry)
{
  guint n = 0;

  for (guint i = 0; i < condition->parts->len; i++)
    n += brute_evaluate (world, condition->parts->pdata[i], entry) ? 1 : 0;
  return n;
}

/**
 * brute_evaluate:
 * @world: a completion
 * @condition: a condition
 * @entry: inside a count, the entry; otherwise -1
 *
 * Returns: what the condition is in this completion
 */
gboolean
brute_evaluate (const BruteWorld *world, const CritCondition *condition, int entry)
{
  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
      return count_true_parts (world, condition, entry) == condition->parts->len;
    case CRIT_CONDITION_ANY:
      return count_true_parts (world, condition, entry) > 0;
    case CRIT_CONDITION_AT_LEAST:
      return count_true_parts (world, condition, entry) >= condition->least;
    case CRIT_CONDITION_NOT:
      return !brute_evaluate (world, condition->parts->pdata[0], entry);
    case CRIT_CONDITION_CRITERION:
      return brute_evaluate (world, condition->criterion->when, -1);
    case CRIT_CONDITION_COUNT:
      return is_within_bounds (condition, count_entries (world, condition));
    default:
      return is_shown (world, condition->question, entry)
             && is_true_of (world, condition, get_value (world, condition->question, entry), entry);
    }
}
