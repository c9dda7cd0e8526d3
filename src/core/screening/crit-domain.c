/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-domain.h"

#include <math.h>

/**
 * crit_domain_clip:
 * @self: a domain of numbers or days
 * @range: what to keep of it
 *
 * Takes away what is outside a range. Where nothing is left the domain is unusable.
 *
 * Returns: whether anything is left
 */
gboolean
crit_domain_clip (CritDomain *self, CritRange range)
{
  self->low = MAX (self->low, range.low);
  self->high = MIN (self->high, range.high);
  if (self->low > self->gap_low && self->low < self->gap_high)
    self->low = self->gap_high;
  if (self->high > self->gap_low && self->high < self->gap_high)
    self->high = self->gap_low;
  return self->low <= self->high;
}

/**
 * crit_domain_compare:
 * @self: a domain of numbers or days
 * @range: the values for which a test is true
 * @whole: whether only whole numbers are meant
 *
 * Returns: what the test can be
 */
CritTruth
crit_domain_compare (const CritDomain *self, CritRange range, gboolean whole)
{
  CritDomain inside = *self, below = *self, above = *self;
  CritTruth truth = 0;

  if (crit_domain_clip (&inside, range))
    truth |= CRIT_TRUE;
  if (crit_domain_clip (&below, crit_range_below (range, whole))
      || crit_domain_clip (&above, crit_range_above (range, whole)))
    truth |= CRIT_FALSE;
  return truth;
}

/**
 * crit_question_is_whole:
 * @question: a question
 *
 * Returns: whether its values are whole numbers, as they are of all but decimals
 */
gboolean
crit_question_is_whole (const CritQuestion *question)
{
  return question->type != CRIT_QUESTION_DECIMAL;
}

static double
get_next (double value, gboolean whole)
{
  return whole ? floor (value) + 1 : nextafter (value, INFINITY);
}

static double
get_previous (double value, gboolean whole)
{
  return whole ? ceil (value) - 1 : nextafter (value, -INFINITY);
}

static double
get_lowest (const CritBound *lower, gboolean whole)
{
  if (!lower->present)
    return -INFINITY;
  if (!lower->inclusive)
    return get_next (lower->number, whole);
  return whole ? ceil (lower->number) : lower->number;
}

static double
get_highest (const CritBound *upper, gboolean whole)
{
  if (!upper->present)
    return INFINITY;
  if (!upper->inclusive)
    return get_previous (upper->number, whole);
  return whole ? floor (upper->number) : upper->number;
}

/**
 * crit_range_of_bounds:
 * @condition: a condition with numbers as its bounds
 * @whole: whether only whole numbers are meant
 *
 * Returns: the numbers that keep the bounds
 */
CritRange
crit_range_of_bounds (const CritCondition *condition, gboolean whole)
{
  return (CritRange){ get_lowest (&condition->lower, whole),
                      get_highest (&condition->upper, whole) };
}

/**
 * crit_count_get_limit:
 * @count: a count
 *
 * Returns: a number from which on it makes no difference how many there are
 */
guint
crit_count_get_limit (const CritCondition *count)
{
  CritRange bounds = crit_range_of_bounds (count, TRUE);
  double limit =
      MAX (count->lower.present ? bounds.low : 0, count->upper.present ? bounds.high + 1 : 0);

  return (guint) CLAMP (limit, 0, G_MAXINT);
}

/**
 * crit_range_of_test:
 * @condition: a test of one yes/no answer, number or date
 * @today: the date of the record
 *
 * Returns: the values for which the test is true
 */
CritRange
crit_range_of_test (const CritCondition *condition, CritDay today)
{
  switch (condition->kind)
    {
    case CRIT_CONDITION_TRUTH:
      return (CritRange){ condition->truth ? 1 : 0, condition->truth ? 1 : 0 };
    case CRIT_CONDITION_WITHIN:
      return (CritRange){ crit_period_find_first_reaching (condition->period, today), today };
    case CRIT_CONDITION_LONGER_AGO:
      return (CritRange){ -INFINITY,
                          crit_period_find_first_reaching (condition->period, today) - 1 };
    default:
      return crit_range_of_bounds (condition, crit_question_is_whole (condition->question));
    }
}

/**
 * crit_range_below:
 * @range: a range
 * @whole: whether only whole numbers are meant
 *
 * Returns: the numbers below the range
 */
CritRange
crit_range_below (CritRange range, gboolean whole)
{
  return (CritRange){ -INFINITY, get_previous (range.low, whole) };
}

/**
 * crit_range_above:
 * @range: a range
 * @whole: whether only whole numbers are meant
 *
 * Returns: the numbers above the range
 */
CritRange
crit_range_above (CritRange range, gboolean whole)
{
  return (CritRange){ get_next (range.high, whole), INFINITY };
}
