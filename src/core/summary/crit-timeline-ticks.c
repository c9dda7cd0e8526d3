/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-timeline-private.h"

#include <glib/gi18n-lib.h>

/* More would not fit beside each other on a telephone. */
#define MOST_TICKS 6

#define MONTHS_A_YEAR 12

/* How many months may lie between two ticks. */
static const guint steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000 };

/* Months since the year 0. */
static guint
get_month (CritDay day)
{
  CritDate date = crit_date_from_day (day);

  return date.year * MONTHS_A_YEAR + date.month - 1u;
}

static CritDay
get_first_day (guint month)
{
  CritDate date = { .year = month / MONTHS_A_YEAR, .month = month % MONTHS_A_YEAR + 1 };

  return date.year > 0 ? crit_date_get_first_day (date) : CRIT_DAY_MIN;
}

static guint
get_step (CritDay first, CritDay last)
{
  guint n_months = get_month (last) - get_month (first);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && n_months / steps[i] >= MOST_TICKS)
    i++;
  return steps[i];
}

/**
 * crit_timeline_get_start:
 * @first: the first day that has to be on the timeline
 * @last: the last
 *
 * Returns: the day on which the timeline starts: that of a month, or of a year where it is about years
 */
CritDay
crit_timeline_get_start (CritDay first, CritDay last)
{
  guint month = get_month (first);

  if (get_step (first, last) >= MONTHS_A_YEAR)
    month -= month % MONTHS_A_YEAR;
  return get_first_day (month);
}

static char *
dup_label (guint month, guint step)
{
  g_autoptr (GDateTime) time =
      g_date_time_new_utc (month / MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1, 0, 0, 0);

  if (step >= MONTHS_A_YEAR)
    return g_strdup_printf ("%u", month / MONTHS_A_YEAR);
  /* Translators: a month under a timeline, as short as can be: "Mar 2019". See strftime. */
  return g_date_time_format (time, _ ("%b %Y"));
}

static void
clear_tick (gpointer data)
{
  g_free (((CritTimelineTick *) data)->label);
}

/**
 * crit_timeline_make_ticks:
 * @first: the first day of a timeline
 * @last: its last day
 *
 * Divides a timeline into years or months, of which there are not too many to be read.
 *
 * Returns: (transfer full) (element-type CritTimelineTick): where they begin
 */
GArray *
crit_timeline_make_ticks (CritDay first, CritDay last)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (CritTimelineTick));
  guint step = get_step (first, last);
  guint month = (get_month (first) + step - 1) / step * step;

  g_array_set_clear_func (ticks, clear_tick);
  for (; get_first_day (month) <= last && month / MONTHS_A_YEAR <= 9999; month += step)
    {
      CritTimelineTick tick = { .x = (double) (get_first_day (month) - first) / (last - first + 1),
                                .label = dup_label (month, step) };

      if (get_first_day (month) >= first)
        g_array_append_val (ticks, tick);
      else
        g_free (tick.label);
    }
  return ticks;
}
