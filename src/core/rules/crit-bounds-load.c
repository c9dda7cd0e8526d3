/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-bounds-private.h"

#include <glib/gi18n-lib.h>

/* Asks for all four keys, so that none of them is unknown. */
gboolean
crit_bounds_are_there (CritMembers *members)
{
  static const char *const keys[] = { "at-least", "more-than", "at-most", "less-than" };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    found = crit_members_get (members, keys[i], CRIT_OPTIONAL) != NULL || found;
  return found;
}

static gboolean
read_count (CritLoader *self, const CritJsonNode *node, double *number)
{
  if (!crit_loader_read_number (self, node, TRUE, number))
    return FALSE;
  if (*number >= 0)
    return TRUE;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bad-count",
                      _ ("A count is never less than 0."));
  return FALSE;
}

static gboolean
read_value (CritLoader *self, const CritJsonNode *node, CritBoundKind kind, CritBound *bound)
{
  CritDate date = { 0 };

  switch (kind)
    {
    case CRIT_BOUND_PERIOD:
      return crit_loader_read_period (self, node, &bound->period);
    case CRIT_BOUND_DAY:
      if (!crit_loader_read_day (self, node, &date))
        return FALSE;
      bound->number = crit_date_get_first_day (date);
      return TRUE;
    case CRIT_BOUND_COUNT:
      return read_count (self, node, &bound->number);
    case CRIT_BOUND_WHOLE:
    case CRIT_BOUND_DECIMAL:
    default:
      return crit_loader_read_number (self, node, kind == CRIT_BOUND_WHOLE, &bound->number);
    }
}

/* A bound beyond what can be answered at all is a slip: it could never be passed, or always. */
static void
check_limits (CritLoader *self,
              const CritJsonNode *node,
              const CritCondition *condition,
              double number)
{
  const CritQuestion *question = condition->question;

  if (condition->kind != CRIT_CONDITION_NUMBER && condition->kind != CRIT_CONDITION_DATE)
    return;
  if (number < question->minimum || number > question->maximum)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bound-outside",
                        _ ("This lies outside the minimum and maximum of the question “%s”."),
                        question->id);
}

static void
load_bound (CritLoader *self,
            const CritJsonNode *node,
            gboolean inclusive,
            CritBoundKind kind,
            const CritCondition *condition,
            CritBound *bound)
{
  if (!read_value (self, node, kind, bound))
    return;
  bound->present = TRUE;
  bound->inclusive = inclusive;
  check_limits (self, node, condition, bound->number);
}

/* The one or other of two keys; both at once say two things about the same end. */
static const CritJsonNode *
load_end (CritMembers *members,
          const char *inclusive_key,
          const char *exclusive_key,
          CritBoundKind kind,
          const CritCondition *condition,
          CritBound *bound)
{
  const CritJsonNode *inclusive = crit_members_get (members, inclusive_key, CRIT_OPTIONAL);
  const CritJsonNode *exclusive = crit_members_get (members, exclusive_key, CRIT_OPTIONAL);

  if (inclusive != NULL && exclusive != NULL)
    crit_loader_report (members->loader, CRIT_SEVERITY_ERROR, exclusive, "two-bounds",
                        _ ("Write either “%1$s” or “%2$s”, not both."), inclusive_key,
                        exclusive_key);
  else if (inclusive != NULL)
    load_bound (members->loader, inclusive, TRUE, kind, condition, bound);
  else
    load_bound (members->loader, exclusive, FALSE, kind, condition, bound);
  return inclusive != NULL ? inclusive : exclusive;
}

static gboolean
numbers_leave_nothing (const CritBound *lower, const CritBound *upper, gboolean whole)
{
  gboolean open = !lower->inclusive || !upper->inclusive;
  double low = lower->number + (whole && !lower->inclusive ? 1 : 0);
  double high = upper->number - (whole && !upper->inclusive ? 1 : 0);

  return low > high || (!whole && open && low == high);
}

/* The shortest and the longest time that a period can be, in days. */
static void
get_days (CritPeriod period, guint *shortest, guint *longest)
{
  static const guint days[][2] = { [CRIT_UNIT_DAYS] = { 1, 1 },
                                   [CRIT_UNIT_WEEKS] = { 7, 7 },
                                   [CRIT_UNIT_MONTHS] = { 28, 31 },
                                   [CRIT_UNIT_YEARS] = { 365, 366 } };

  *shortest = period.count * days[period.unit][0];
  *longest = period.count * days[period.unit][1];
}

/* Periods of one unit are compared as they are; of different units only where there can be no doubt. */
static gboolean
periods_leave_nothing (const CritBound *lower, const CritBound *upper)
{
  gboolean open = !lower->inclusive || !upper->inclusive;
  guint shortest = 0, longest = 0, unused = 0;

  if (lower->period.unit == upper->period.unit)
    return lower->period.count > upper->period.count
           || (open && lower->period.count == upper->period.count);
  get_days (lower->period, &shortest, &unused);
  get_days (upper->period, &unused, &longest);
  return shortest > longest;
}

/* A count is never below 0, so that these say nothing. */
static void
check_idle (CritLoader *self, const CritJsonNode *node, const CritBound *bound, gboolean is_lower)
{
  if (bound->present && bound->number == 0 && bound->inclusive == is_lower)
    crit_loader_report (self, CRIT_SEVERITY_WARNING, node, "idle-bound",
                        is_lower ? _ ("This is always so: a count is never less than 0.")
                                 : _ ("This is never so: a count is never less than 0."));
}

/* Reads the bounds of a condition, one or two; where there is none, that is reported. */
void
crit_bounds_load (CritMembers *members, CritCondition *condition, CritBoundKind kind)
{
  CritLoader *self = members->loader;
  CritBound *lower = &condition->lower;
  CritBound *upper = &condition->upper;
  const CritJsonNode *low = load_end (members, "at-least", "more-than", kind, condition, lower);
  const CritJsonNode *high = load_end (members, "at-most", "less-than", kind, condition, upper);
  gboolean nothing = FALSE;

  if (low == NULL && high == NULL)
    crit_loader_report (
        self, CRIT_SEVERITY_ERROR, members->node, "no-bound",
        _ ("A bound is missing: “at-least”, “more-than”, “at-most” or “less-than”."));
  if (kind == CRIT_BOUND_COUNT)
    {
      check_idle (self, low, lower, TRUE);
      check_idle (self, high, upper, FALSE);
    }
  if (!lower->present || !upper->present)
    return;

  if (kind == CRIT_BOUND_PERIOD)
    nothing = periods_leave_nothing (lower, upper);
  else
    nothing = numbers_leave_nothing (lower, upper, kind != CRIT_BOUND_DECIMAL);
  if (nothing)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, high, "bad-order",
                        _ ("Nothing lies between these bounds: the upper one is too low."));
}

/* Reads the value of an `is`: both bounds at once. */
void
crit_bounds_load_exactly (CritLoader *self,
                          const CritJsonNode *node,
                          CritCondition *condition,
                          CritBoundKind kind)
{
  load_bound (self, node, TRUE, kind, condition, &condition->lower);
  condition->upper = condition->lower;
}
