/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritDate:
 * @year: 1 to 9999; 0 means no date at all
 * @month: 1 to 12; 0 means that only the year is known
 * @day: 1 to 31; 0 means that only the month is known
 *
 * A calendar date that may be partial, as in ISO 8601: `2019`, `2019-03`, `2019-03-21`.
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} CritDate;

/* Days since 31 December of the year 0 in the proleptic Gregorian calendar: 1 January of year 1 is day 1. */
typedef gint32 CritDay;

#define CRIT_DAY_MIN 1
#define CRIT_DAY_MAX 3652059

/* The days from the first to the last that a date can be. */
typedef struct
{
  CritDay first;
  CritDay last;
} CritDays;

typedef enum
{
  CRIT_UNIT_DAYS,
  CRIT_UNIT_WEEKS,
  CRIT_UNIT_MONTHS,
  CRIT_UNIT_YEARS
} CritUnit;

/**
 * CritPeriod:
 *
 * A length of time as written in a rules file: "6 weeks", "1 year". Months and years are calendar ones.
 */
typedef struct
{
  guint16 count;
  CritUnit unit;
} CritPeriod;

gboolean crit_date_parse (const char *text, CritDate *date);
gboolean crit_date_parse_n (const char *text, gsize length, CritDate *date);
char *crit_date_to_iso (CritDate date);
char *crit_date_to_text (CritDate date);
gboolean crit_date_is_set (CritDate date);
gboolean crit_date_is_whole (CritDate date);
CritDay crit_date_get_first_day (CritDate date);
CritDay crit_date_get_last_day (CritDate date);
CritDays crit_date_get_days (CritDate date);
CritDate crit_date_from_day (CritDay day);
CritDay crit_day_add_months (CritDay day, guint months);
CritDate crit_date_today (void);

gboolean crit_period_parse (const char *text, CritPeriod *period);
char *crit_period_to_text (CritPeriod period);
CritDay crit_period_add (CritPeriod period, CritDay day);
CritDay crit_period_find_first_reaching (CritPeriod period, CritDay day);

G_END_DECLS
