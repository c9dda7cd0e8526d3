/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-difference.h"

#include "screening/crit-evaluate.h"

/* The functions below say whether something may come to two different things for the two values of the twin. They may
   say so where it does not, and never the other way round. */
static gboolean may_differ (CritWorld *world, const CritCondition *condition, int entry);

static gboolean
is_twin (CritWorld *world, const CritQuestion *question, int entry)
{
  const CritInput *twin = &world->twin;

  if (twin->question != question)
    return FALSE;
  return twin->attribute != -1 || question->list == NULL || twin->entry == entry;
}

static gboolean
shown_may_differ (CritWorld *world, const CritQuestion *question, int entry)
{
  if (question->list != NULL && shown_may_differ (world, question->list, -1))
    return TRUE;
  if (question->list == NULL && question->section != NULL
      && may_differ (world, question->section->shown_when, -1))
    return TRUE;
  return may_differ (world, question->shown_when, entry);
}

static gboolean
answer_may_differ (CritWorld *world, const CritQuestion *question, int entry)
{
  return is_twin (world, question, entry) || shown_may_differ (world, question, entry);
}

/* The one value that an entry adds to a count of different values, if it adds anything; -1 where there may be more. */
static int
get_only_value (CritWorld *world, const CritCondition *count, int entry, gboolean *nothing)
{
  guint n_values = crit_world_count_values (world, crit_input_of (count->distinct, entry));
  g_autofree guint8 *values = g_new0 (guint8, n_values);
  int value = -1;

  *nothing = crit_count_values_of_entry (world, count, entry, values);
  for (guint v = 0; v < n_values; v++)
    if (values[v] && value >= 0)
      return -1;
    else if (values[v])
      value = (int) v;
  return value;
}

static gboolean
surely_adds (CritWorld *world, const CritCondition *count, int entry, int value)
{
  gboolean nothing = FALSE;

  return crit_evaluate (world, count->where, entry) == CRIT_TRUE
         && get_only_value (world, count, entry, &nothing) == value && !nothing;
}

/* Whether an entry adds only what another adds anyway. */
static gboolean
is_covered (CritWorld *world, const CritCondition *count, int entry)
{
  int n = (int) crit_world_count_recorded (world, count->question);
  gboolean nothing = FALSE;
  int value = get_only_value (world, count, entry, &nothing);

  for (int other = 0; value >= 0 && other < n; other++)
    if (other != entry && surely_adds (world, count, other, value))
      return TRUE;
  return FALSE;
}

static gboolean
is_covered_in_both (CritWorld *world, const CritCondition *count, int entry)
{
  gboolean covered = FALSE;

  if (count->distinct == NULL)
    return FALSE;
  world->second = TRUE;
  covered = is_covered (world, count, entry);
  world->second = FALSE;
  return covered && is_covered (world, count, entry);
}

static gboolean
is_never_counted (CritWorld *world, const CritCondition *count, int entry)
{
  gboolean never = FALSE;

  world->second = TRUE;
  never = crit_evaluate (world, count->where, entry) == CRIT_FALSE;
  world->second = FALSE;
  return never && crit_evaluate (world, count->where, entry) == CRIT_FALSE;
}

static gboolean
entry_may_differ (CritWorld *world, const CritCondition *count, int entry)
{
  if (is_never_counted (world, count, entry))
    return FALSE;
  if (!may_differ (world, count->where, entry)
      && (count->distinct == NULL || !answer_may_differ (world, count->distinct, entry)))
    return FALSE;
  return !is_covered_in_both (world, count, entry);
}

static guint
count_further (CritWorld *world, const CritQuestion *list)
{
  CritInput further = crit_world_resolve (world, crit_input_of (list, -1));

  return (guint) crit_world_get_domain (world, further).low;
}

/* The entries there are in this case, and one that might come to them, which stands for all of these. */
static guint
count_entries (CritWorld *world, const CritQuestion *list)
{
  guint first = count_further (world, list);
  guint second = 0;

  world->second = TRUE;
  second = count_further (world, list);
  world->second = FALSE;
  return crit_world_count_recorded (world, list) + MAX (first, second) + 1;
}

static gboolean
count_may_differ (CritWorld *world, const CritCondition *count)
{
  guint n = count_entries (world, count->question);

  if (answer_may_differ (world, count->question, -1))
    return TRUE;
  for (guint entry = 0; entry < n; entry++)
    if (entry_may_differ (world, count, (int) entry))
      return TRUE;
  return FALSE;
}

static gboolean
any_part_may_differ (CritWorld *world, const CritCondition *condition, int entry)
{
  for (guint i = 0; i < condition->n_parts; i++)
    if (may_differ (world, condition->parts[i], entry))
      return TRUE;
  return FALSE;
}

static gboolean
is_same (CritWorld *world, const CritCondition *condition, int entry)
{
  CritTruth first = CRIT_EITHER, second = CRIT_EITHER;

  world->second = TRUE;
  second = crit_evaluate (world, condition, entry);
  world->second = FALSE;
  first = crit_evaluate (world, condition, entry);
  return first == second && first != CRIT_EITHER;
}

static gboolean
may_differ (CritWorld *world, const CritCondition *condition, int entry)
{
  if (condition == NULL || is_same (world, condition, entry))
    return FALSE;

  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
    case CRIT_CONDITION_ANY:
    case CRIT_CONDITION_NOT:
    case CRIT_CONDITION_AT_LEAST:
      return any_part_may_differ (world, condition, entry);
    case CRIT_CONDITION_COUNT:
      return count_may_differ (world, condition);
    case CRIT_CONDITION_CRITERION:
      return may_differ (world, condition->criterion->when, -1);
    default:
      return answer_may_differ (world, condition->question, entry)
             || (condition->until != NULL && answer_may_differ (world, condition->until, entry));
    }
}

/**
 * crit_twin_may_matter:
 * @world: a world in a search, with a twin
 * @criterion: a criterion
 *
 * Finds cases in which the two values of the twin come to the same whatever else is the case: what looks at it is
 * decided already, or it only adds to a count what is counted anyway. There is nothing to be found in such a case.
 *
 * Returns: FALSE if the twin makes no difference in any completion of this case; TRUE where that is not seen
 */
gboolean
crit_twin_may_matter (CritWorld *world, const CritCriterion *criterion)
{
  world->second = FALSE;
  return may_differ (world, criterion->applies_when, -1) || may_differ (world, criterion->when, -1);
}
