/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-world.h"

/**
 * brute_find:
 * @questions: questions, among them @question
 * @question: one of them
 *
 * Returns: its index
 */
guint
brute_find (const CritQuestion *const *questions, const CritQuestion *question)
{
  guint i = 0;

  while (questions[i] != question)
    g_assert_nonnull (questions[i++]);
  return i;
}

static const BruteEntries *
get_entries (const BruteWorld *world, const CritQuestion *list)
{
  return &world->entries[brute_find (world->lists, list)];
}

static double
get_value (const BruteWorld *world, const CritQuestion *question, int entry)
{
  return question->list != NULL ? get_entries (world, question->list)->fields[entry][question->slot]
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
get_attribute (const BruteWorld *world, const CritQuestion *question, int attribute, double value)
{
  guint n_options = question->options->options->len;

  if (value < n_options)
    return crit_option_set_get (question->options, (guint) value)->attributes[attribute];
  return world
      ->attributes[brute_find (world->choices, question)][(guint) value - n_options][attribute];
}

static gboolean
is_accepted_attribute (const CritCondition *test, const char *attribute)
{
  const CritOptionSet *set = test->question->options;

  for (guint i = 0; attribute != NULL && i < set->options->len; i++)
    if (test->accepted[i]
        && g_strcmp0 (crit_option_set_get (set, i)->attributes[test->attribute], attribute) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_accepted (const BruteWorld *world, const CritCondition *test, double value)
{
  if (test->attribute >= 0)
    return is_accepted_attribute (test,
                                  get_attribute (world, test->question, test->attribute, value));
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

static gboolean
is_counted (const BruteWorld *world, const CritCondition *count, int entry)
{
  if (count->where != NULL && !brute_evaluate (world, count->where, entry))
    return FALSE;
  return count->distinct == NULL || is_shown (world, count->distinct, entry);
}

/* Whether two values count as one. An attribute that an option lacks counts as nothing. */
static gboolean
is_same (const BruteWorld *world, const CritCondition *count, double one, double other)
{
  if (count->attribute < 0)
    return one == other;
  return g_strcmp0 (get_attribute (world, count->distinct, count->attribute, one),
                    get_attribute (world, count->distinct, count->attribute, other))
         == 0;
}

/* Whether an entry before @entry is counted with the same value, or there is no value. */
static gboolean
is_repeated (const BruteWorld *world, const CritCondition *count, int entry)
{
  double value = get_value (world, count->distinct, entry);

  if (count->attribute >= 0
      && get_attribute (world, count->distinct, count->attribute, value) == NULL)
    return TRUE;
  for (int i = 0; i < entry; i++)
    if (is_counted (world, count, i)
        && is_same (world, count, value, get_value (world, count->distinct, i)))
      return TRUE;
  return FALSE;
}

static guint
count_entries (const BruteWorld *world, const CritCondition *count)
{
  guint n = 0;

  if (!is_shown (world, count->question, -1))
    return 0;
  for (int i = 0; i < (int) get_entries (world, count->question)->n; i++)
    if (is_counted (world, count, i) && (count->distinct == NULL || !is_repeated (world, count, i)))
      n++;
  return n;
}

static guint
count_true_parts (const BruteWorld *world, const CritCondition *condition, int entry)
{
  guint n = 0;

  for (guint i = 0; i < condition->n_parts; i++)
    n += brute_evaluate (world, condition->parts[i], entry) ? 1 : 0;
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
      return count_true_parts (world, condition, entry) == condition->n_parts;
    case CRIT_CONDITION_ANY:
      return count_true_parts (world, condition, entry) > 0;
    case CRIT_CONDITION_AT_LEAST:
      return count_true_parts (world, condition, entry) >= condition->least;
    case CRIT_CONDITION_NOT:
      return !brute_evaluate (world, condition->parts[0], entry);
    case CRIT_CONDITION_CRITERION:
      return brute_evaluate (world, condition->criterion->when, -1);
    case CRIT_CONDITION_COUNT:
      return is_within_bounds (condition, count_entries (world, condition));
    default:
      return is_shown (world, condition->question, entry)
             && is_true_of (world, condition, get_value (world, condition->question, entry), entry);
    }
}
