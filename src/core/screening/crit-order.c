/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-order.h"

#include <math.h>

/* The calendar repeats itself after this many months. */
#define CYCLE 4800

static CritOrder
make_order (const CritCondition *condition,
            int entry,
            CritPeriod period,
            int shift,
            gboolean at_least)
{
  return (CritOrder){ .start = crit_input_of (condition->question, entry),
                      .stop = crit_input_of (condition->until, entry),
                      .period = period,
                      .shift = shift,
                      .at_least = at_least };
}

/**
 * crit_orders_of_duration:
 * @condition: a duration
 * @entry: the entry whose dates are meant, where they are fields
 * @orders: (out): what must hold of the two dates: that the second is not before the first, and each bound
 *
 * Returns: how many orders there are
 */
guint
crit_orders_of_duration (const CritCondition *condition,
                         int entry,
                         CritOrder orders[CRIT_MOST_ORDERS])
{
  const CritBound *lower = &condition->lower, *upper = &condition->upper;
  guint n = 0;

  orders[n++] = make_order (condition, entry, (CritPeriod){ 0 }, 0, TRUE);
  if (lower->present)
    orders[n++] = make_order (condition, entry, lower->period, lower->inclusive ? 0 : 1, TRUE);
  if (upper->present)
    orders[n++] = make_order (condition, entry, upper->period, upper->inclusive ? 0 : -1, FALSE);
  return n;
}

/**
 * crit_order_opposite:
 * @self: an order
 *
 * Returns: the order that holds exactly where @self does not
 */
CritOrder
crit_order_opposite (const CritOrder *self)
{
  CritOrder opposite = *self;

  opposite.at_least = !self->at_least;
  opposite.shift += self->at_least ? -1 : 1;
  return opposite;
}

static double
add (const CritOrder *self, double start)
{
  return crit_period_add (self->period, (CritDay) start) + self->shift;
}

/**
 * crit_order_holds:
 * @self: an order
 * @start: a day
 * @stop: a day
 *
 * Returns: whether the two days stand to each other as the order says
 */
gboolean
crit_order_holds (const CritOrder *self, double start, double stop)
{
  return self->at_least ? stop >= add (self, start) : stop <= add (self, start);
}

static gboolean
has_same_dates (const CritOrder *self, const CritOrder *other)
{
  return crit_input_equal (&self->start, &other->start)
         && crit_input_equal (&self->stop, &other->stop);
}

static gboolean
has_same_period (const CritOrder *self, const CritOrder *other)
{
  return self->period.count == other->period.count && self->period.unit == other->period.unit;
}

/**
 * crit_order_implies:
 * @self: an order
 * @other: another
 *
 * Returns: TRUE where @other holds wherever @self does; FALSE where that is not seen at once
 */
gboolean
crit_order_implies (const CritOrder *self, const CritOrder *other)
{
  if (self->at_least != other->at_least || !has_same_dates (self, other))
    return FALSE;
  if (has_same_period (self, other))
    return self->at_least ? self->shift >= other->shift : self->shift <= other->shift;
  return self->at_least && other->period.count == 0 && self->shift >= other->shift;
}

/* The first of the days from @low to @high from which the order leads to @stop or later; @high + 1 where none does. */
static double
find_first_reaching (const CritOrder *self, double low, double high, double stop)
{
  while (low <= high)
    {
      double middle = floor ((low + high) / 2);

      if (add (self, middle) >= stop)
        high = middle - 1;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * crit_order_tighten:
 * @self: an order
 * @start: (inout): the days that its start can be
 * @stop: (inout): the days that its stop can be
 *
 * Takes days away that the order does not allow. Adding a period keeps the order of days. Where nothing is left to
 * tighten, the first day of each, and the last of each, therefore keep the order.
 *
 * Returns: whether anything changed, or nothing is left
 */
CritTighten
crit_order_tighten (const CritOrder *self, CritDomain *start, CritDomain *stop)
{
  CritDomain old_start = *start, old_stop = *stop;
  CritRange starts = { -INFINITY, INFINITY }, stops = { -INFINITY, INFINITY };

  if (self->at_least)
    {
      stops.low = add (self, start->low);
      starts.high = find_first_reaching (self, start->low, start->high, stop->high + 1) - 1;
    }
  else
    {
      stops.high = add (self, start->high);
      starts.low = find_first_reaching (self, start->low, start->high, stop->low);
    }

  if (!crit_domain_clip (start, starts) || !crit_domain_clip (stop, stops))
    return CRIT_TIGHTEN_EMPTY;
  if (start->low == old_start.low && start->high == old_start.high && stop->low == old_stop.low
      && stop->high == old_stop.high)
    return CRIT_TIGHTEN_SAME;
  return CRIT_TIGHTEN_CHANGED;
}

/**
 * crit_order_start_decides:
 * @self: an order
 * @start: the days that its start can be
 * @stop: the days that its stop can be, each with each
 *
 * Adding a period keeps the order of days, so that the first and the last start are enough to look at.
 *
 * Returns: whether for some stop the order holds for one start and not for another
 */
gboolean
crit_order_start_decides (const CritOrder *self, const CritDomain *start, const CritDomain *stop)
{
  CritDomain between = *stop;
  double low = add (self, start->low), high = add (self, start->high);

  return crit_domain_clip (&between, self->at_least ? (CritRange){ low, high - 1 }
                                                    : (CritRange){ low + 1, high });
}

/**
 * crit_order_stop_decides:
 * @self: an order
 * @start: the days that its start can be
 * @stop: the days that its stop can be, each with each
 *
 * Returns: whether for some start the order holds for one stop and not for another
 */
gboolean
crit_order_stop_decides (const CritOrder *self, const CritDomain *start, const CritDomain *stop)
{
  double wanted = stop->low + (self->at_least ? 1 : 0);
  CritDomain rest = *start;

  if (!crit_domain_clip (
          &rest,
          (CritRange){ find_first_reaching (self, start->low, start->high, wanted), INFINITY }))
    return FALSE;
  return add (self, rest.low) <= stop->high - (self->at_least ? 0 : 1);
}

static CritDate
make_month (guint index)
{
  return (CritDate){ .year = (guint16) (1600 + index / 12), .month = (guint8) (index % 12 + 1) };
}

static int
count_days (CritDate month)
{
  return crit_date_get_last_day (month) - crit_date_get_first_day (month) + 1;
}

/* The fewest and the most days that a number of months can be, from any start; with the clamping to a month's end. */
static CritRange
measure_months (guint months)
{
  CritRange span = { INFINITY, -INFINITY };

  for (guint i = 0; i < CYCLE && (i + months) / 12 < 9999 - 1600; i++)
    {
      CritDate from = make_month (i), to = make_month (i + months);
      double days = crit_date_get_first_day (to) - crit_date_get_first_day (from);

      span.high = MAX (span.high, days);
      span.low = MIN (span.low, days - MAX (0, count_days (from) - count_days (to)));
    }
  return span.high > 0 ? span : (CritRange){ 0, CRIT_DAY_MAX };
}

/* Measured once for each number of months and thread. */
static CritRange
get_span_of_months (guint months)
{
  static GPrivate spans = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *known = g_private_get (&spans);
  CritRange *span = NULL;

  if (known == NULL)
    {
      known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_private_set (&spans, known);
    }
  span = g_hash_table_lookup (known, GUINT_TO_POINTER (months));
  if (span == NULL)
    {
      span = g_new (CritRange, 1);
      *span = measure_months (months);
      g_hash_table_insert (known, GUINT_TO_POINTER (months), span);
    }
  return *span;
}

static CritRange
get_span (CritPeriod period)
{
  switch (period.unit)
    {
    case CRIT_UNIT_DAYS:
      return (CritRange){ period.count, period.count };
    case CRIT_UNIT_WEEKS:
      return (CritRange){ 7 * period.count, 7 * period.count };
    case CRIT_UNIT_MONTHS:
      return get_span_of_months (period.count);
    case CRIT_UNIT_YEARS:
    default:
      return get_span_of_months (12 * (guint) period.count);
    }
}

/* The same two dates are said to be this far apart or more, and less. */
static gboolean
is_opposed (const CritOrder *self, const CritOrder *other)
{
  return self->at_least && !other->at_least && self->shift > other->shift
         && has_same_period (self, other) && has_same_dates (self, other);
}

static gboolean
is_any_opposed (const CritOrder *orders, guint n_orders)
{
  for (guint i = 0; i < n_orders; i++)
    for (guint j = 0; j < n_orders; j++)
      if (is_opposed (&orders[i], &orders[j]))
        return TRUE;
  return FALSE;
}

/* What an order says at least: @to is @days or more after @from. */
typedef struct
{
  const CritInput *from;
  const CritInput *to;
  double days;
  double distance;
} Step;

static Step
make_step (const CritOrder *order)
{
  CritRange span = get_span (order->period);

  if (order->at_least)
    return (Step){ &order->start, &order->stop, span.low + order->shift, 0 };
  return (Step){ &order->stop, &order->start, -(span.high + order->shift), 0 };
}

/* The longest way that ends with @step, when each way is one step longer than before. */
static gboolean
lengthen (GArray *steps, Step *step)
{
  double longest = step->distance;

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *before = &g_array_index (steps, Step, i);

      if (crit_input_equal (before->to, step->from))
        longest = MAX (longest, before->distance + step->days);
    }
  if (longest == step->distance)
    return FALSE;
  step->distance = longest;
  return TRUE;
}

/* Whether the orders lead in a circle from a date to a later one: 6 weeks or more, and less than 30 days. */
static gboolean
is_any_circle (const CritOrder *orders, guint n_orders)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  gboolean longer = TRUE;

  for (guint i = 0; i < n_orders; i++)
    {
      Step step = make_step (&orders[i]);

      step.distance = step.days;
      g_array_append_val (steps, step);
    }

  /* A way that visits no date twice has at most as many steps as there are orders. */
  for (guint round = 0; longer && round <= n_orders; round++)
    {
      longer = FALSE;
      for (guint i = 0; i < steps->len; i++)
        longer = lengthen (steps, &g_array_index (steps, Step, i)) || longer;
    }
  return longer;
}

/**
 * crit_orders_contradict:
 * @orders: (array length=n_orders): orders
 * @n_orders: how many
 *
 * Looks for orders that cannot all hold, whatever the dates. Tightening would get there too, but a day at a time.
 *
 * Returns: TRUE where they cannot; FALSE where that is not seen, as it may be of months and days together
 */
gboolean
crit_orders_contradict (const CritOrder *orders, guint n_orders)
{
  return is_any_opposed (orders, n_orders) || is_any_circle (orders, n_orders);
}
