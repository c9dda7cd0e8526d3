/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-order.h"

/* Two dates and orders of them: whether a contradiction is seen that holds for all dates. */
static const CritQuestion start = { .type = CRIT_QUESTION_DATE };
static const CritQuestion stop = { .type = CRIT_QUESTION_DATE };

static CritOrder
make_order (guint count, CritUnit unit, int shift, gboolean at_least)
{
  return (CritOrder){ .start = crit_input_of (&start, -1),
                      .stop = crit_input_of (&stop, -1),
                      .period = { (guint16) count, unit },
                      .shift = shift,
                      .at_least = at_least };
}

static void
test_contradictions (void)
{
  static const struct
  {
    guint least;
    CritUnit least_unit;
    guint most;
    CritUnit most_unit;
    int shift;
    gboolean contradict;
  } rows[] = {
    { 6, CRIT_UNIT_WEEKS, 42, CRIT_UNIT_DAYS, 0, FALSE },
    { 6, CRIT_UNIT_WEEKS, 42, CRIT_UNIT_DAYS, -1, TRUE },
    { 1, CRIT_UNIT_MONTHS, 28, CRIT_UNIT_DAYS, 0, FALSE },
    { 1, CRIT_UNIT_MONTHS, 27, CRIT_UNIT_DAYS, 0, TRUE },
    { 12, CRIT_UNIT_MONTHS, 1, CRIT_UNIT_YEARS, 0, FALSE },
    { 1, CRIT_UNIT_YEARS, 365, CRIT_UNIT_DAYS, 0, FALSE },
    { 1, CRIT_UNIT_YEARS, 364, CRIT_UNIT_DAYS, 0, TRUE },
    { 1, CRIT_UNIT_MONTHS, 1, CRIT_UNIT_MONTHS, -1, TRUE },
    { 1, CRIT_UNIT_YEARS, 1, CRIT_UNIT_YEARS, 0, FALSE },
    { 100, CRIT_UNIT_YEARS, 36523, CRIT_UNIT_DAYS, 0, TRUE },
    { 100, CRIT_UNIT_YEARS, 36524, CRIT_UNIT_DAYS, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CritOrder orders[2] = { make_order (rows[i].least, rows[i].least_unit, 0, TRUE),
                              make_order (rows[i].most, rows[i].most_unit, rows[i].shift, FALSE) };

      g_assert_cmpint (crit_orders_contradict (orders, 2), ==, rows[i].contradict);
    }
}

/* The opposite of an order holds exactly where it does not. */
static void
test_opposites (void)
{
  CritDay first = crit_date_get_first_day ((CritDate){ 2024, 1, 28 });
  CritOrder order = make_order (1, CRIT_UNIT_MONTHS, 0, TRUE);
  CritOrder opposite = crit_order_opposite (&order);

  for (CritDay a = first; a < first + 5; a++)
    for (CritDay b = first + 25; b < first + 40; b++)
      {
        gboolean holds = b >= crit_period_add (order.period, a);

        g_assert_cmpint (crit_order_holds (&order, a, b), ==, holds);
        g_assert_cmpint (crit_order_holds (&opposite, a, b), ==, !holds);
      }
}

/* Tightening takes away no day of any pair that keeps the order, and its ends keep it. */
static void
test_tightening (void)
{
  CritDay first = crit_date_get_first_day ((CritDate){ 2023, 1, 25 });

  for (guint i = 0; i < 2; i++)
    {
      CritOrder order = make_order (1, CRIT_UNIT_MONTHS, 0, i == 0);
      CritDomain starts = crit_domain_of_range (first, first + 10);
      CritDomain stops = crit_domain_of_range (first + 30, first + 36);
      CritDomain start_days = starts, stop_days = stops;

      g_assert_cmpint (crit_order_tighten (&order, &starts, &stops), !=, CRIT_TIGHTEN_EMPTY);
      for (double a = start_days.low; a <= start_days.high; a++)
        for (double b = stop_days.low; b <= stop_days.high; b++)
          if (crit_order_holds (&order, a, b))
            g_assert_true (a >= starts.low && a <= starts.high && b >= stops.low
                           && b <= stops.high);
      g_assert_true (crit_order_holds (&order, starts.low, stops.low));
      g_assert_true (crit_order_holds (&order, starts.high, stops.high));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/contradictions", test_contradictions);
  g_test_add_func ("/order/opposites", test_opposites);
  g_test_add_func ("/order/tightening", test_tightening);
  return g_test_run ();
}
