/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* crit_date_from_day() counts years that begin in March from 1 March of the year 0; day 1 is 1 January of the year 1. */
#define DAYS_BEFORE_MARCH_OF_YEAR_0 306

/* The calendar repeats itself after them. */
#define DAYS_OF_400_YEARS 146097

/* Longer texts are refused before a character of them is read; the longest period is "65535 months". */
#define LONGEST_PERIOD 16

/* Some languages bend the name of a month after a day: both forms can be translated. */
static const char *const months_after_day[] = {
  NC_ ("month after a day", "January"),   NC_ ("month after a day", "February"),
  NC_ ("month after a day", "March"),     NC_ ("month after a day", "April"),
  NC_ ("month after a day", "May"),       NC_ ("month after a day", "June"),
  NC_ ("month after a day", "July"),      NC_ ("month after a day", "August"),
  NC_ ("month after a day", "September"), NC_ ("month after a day", "October"),
  NC_ ("month after a day", "November"),  NC_ ("month after a day", "December"),
};
static const char *const months_alone[] = {
  NC_ ("month without a day", "January"),   NC_ ("month without a day", "February"),
  NC_ ("month without a day", "March"),     NC_ ("month without a day", "April"),
  NC_ ("month without a day", "May"),       NC_ ("month without a day", "June"),
  NC_ ("month without a day", "July"),      NC_ ("month without a day", "August"),
  NC_ ("month without a day", "September"), NC_ ("month without a day", "October"),
  NC_ ("month without a day", "November"),  NC_ ("month without a day", "December"),
};

/* Each unit as a rules file may write it: one, and several. */
static const char *const unit_words[][2] = {
  [CRIT_UNIT_DAYS] = { "day", "days" },
  [CRIT_UNIT_WEEKS] = { "week", "weeks" },
  [CRIT_UNIT_MONTHS] = { "month", "months" },
  [CRIT_UNIT_YEARS] = { "year", "years" },
};

/* How many days a year has before each month, and before the next year; then the same of a leap year. */
static const guint16 days_before[2][13] = {
  { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 },
  { 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366 },
};

static guint
is_leap (guint year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static guint
count_days (guint year, guint month)
{
  const guint16 *before = days_before[is_leap (year)];

  return (guint) before[month] - before[month - 1];
}

static gboolean
read_digits (const char *text, gsize n_digits, guint *value)
{
  *value = 0;
  for (gsize i = 0; i < n_digits; i++)
    {
      guint digit = (guchar) text[i] - (guint) '0';

      if (digit > 9)
        return FALSE;
      *value = *value * 10 + digit;
    }
  return TRUE;
}

/* Two digits behind a hyphen; 0 where they are not, as it is where they are 00. */
static guint
read_part (const char *text)
{
  guint value = 0;

  return text[0] == '-' && read_digits (text + 1, 2, &value) ? value : 0;
}

/**
 * crit_date_parse:
 * @text: a date as in ISO 8601: `2019`, `2019-03` or `2019-03-21`
 * @date: (out): the date; no date when @text is none
 *
 * Reads a date that may be partial. Nothing but exactly these three forms is a date, and a day must exist in its month.
 *
 * Returns: whether @text is a date
 */
gboolean
crit_date_parse (const char *text, CritDate *date)
{
  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  return crit_date_parse_n (text, strlen (text), date);
}

/**
 * crit_date_parse_n:
 * @text: (array length=length): a date as crit_date_parse() reads it; it need not end with a zero byte
 * @length: its length in bytes
 * @date: (out): the date; no date when @text is none
 *
 * Returns: whether @text is a date
 */
gboolean
crit_date_parse_n (const char *text, gsize length, CritDate *date)
{
  guint year = 0;
  guint month = length >= 7 ? read_part (text + 4) : 0;
  guint day = length == 10 ? read_part (text + 7) : 0;

  *date = (CritDate){ 0 };
  if ((length != 4 && length != 7 && length != 10) || !read_digits (text, 4, &year) || year == 0)
    return FALSE;
  if (length >= 7 && (month == 0 || month > 12))
    return FALSE;
  if (length == 10 && (day == 0 || (day > 28 && day > count_days (year, month))))
    return FALSE;

  *date = (CritDate){ .year = (guint16) year, .month = (guint8) month, .day = (guint8) day };
  return TRUE;
}

/**
 * crit_date_to_iso:
 * @date: a date, or none
 *
 * Returns: (transfer full): the date as crit_date_parse() reads it; empty for no date
 */
char *
crit_date_to_iso (CritDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", date.year, date.month);
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

static const char *
get_month_name (CritDate date)
{
  if (date.day == 0)
    return g_dpgettext2 (GETTEXT_PACKAGE, "month without a day", months_alone[date.month - 1]);
  return g_dpgettext2 (GETTEXT_PACKAGE, "month after a day", months_after_day[date.month - 1]);
}

/**
 * crit_date_to_text:
 * @date: a date, or none
 *
 * Returns: (transfer full): the date in words for people, translated: "6 August 2026", "March 2019" or "2019"; empty
 *   for no date
 */
char *
crit_date_to_text (CritDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%u", date.year);
  if (date.day == 0)
    /* Translators: a month: %1$s is its name, %2$u the year: "March 2019". */
    return g_strdup_printf (_ ("%1$s %2$u"), get_month_name (date), date.year);
  /* Translators: a date: %1$u is the day, %2$s the name of the month, %3$u the year: "6 August 2026". */
  return g_strdup_printf (_ ("%1$u %2$s %3$u"), date.day, get_month_name (date), date.year);
}

/**
 * crit_date_is_set:
 * @date: a date, or none
 *
 * Returns: whether there is a date at all
 */
gboolean
crit_date_is_set (CritDate date)
{
  return date.year != 0;
}

/**
 * crit_date_is_whole:
 * @date: a date, or none
 *
 * Returns: whether year, month and day are all known
 */
gboolean
crit_date_is_whole (CritDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

/* The last day before the year. */
static CritDay
get_eve (guint year)
{
  guint years = year - 1;

  return (CritDay) (365 * years + years / 4 - years / 100 + years / 400);
}

static CritDay
get_day (guint year, guint month, guint day)
{
  return get_eve (year) + days_before[is_leap (year)][month - 1] + (CritDay) day;
}

/**
 * crit_date_get_first_day:
 * @date: a date
 *
 * Returns: the earliest day that @date can be; the day itself for a whole date
 */
CritDay
crit_date_get_first_day (CritDate date)
{
  g_return_val_if_fail (crit_date_is_set (date), CRIT_DAY_MIN);

  return crit_date_get_days (date).first;
}

/**
 * crit_date_get_last_day:
 * @date: a date
 *
 * Returns: the latest day that @date can be; the day itself for a whole date
 */
CritDay
crit_date_get_last_day (CritDate date)
{
  g_return_val_if_fail (crit_date_is_set (date), CRIT_DAY_MIN);

  return crit_date_get_days (date).last;
}

/**
 * crit_date_get_days:
 * @date: a date
 *
 * Returns: the days from the first to the last that @date can be, which are found at once for less than one after the other
 */
CritDays
crit_date_get_days (CritDate date)
{
  const guint16 *before = days_before[is_leap (date.year)];
  CritDay eve = get_eve (date.year);
  CritDay first = eve + before[MAX (date.month, 1) - 1] + MAX (date.day, 1);

  return (CritDays){ first,
                     date.day != 0 ? first : eve + before[date.month != 0 ? date.month : 12] };
}

/**
 * crit_date_from_day:
 * @day: a day from %CRIT_DAY_MIN to %CRIT_DAY_MAX
 *
 * Returns: that day as a whole date
 */
CritDate
crit_date_from_day (CritDay day)
{
  guint since = 0, cycle = 0, years = 0, months = 0;

  g_return_val_if_fail (day >= CRIT_DAY_MIN && day <= CRIT_DAY_MAX, (CritDate){ 0 });

  /* First the cycles of 400 years, in each the years that begin in March and end with the leap day, then their months, which
     so begin at the same days in every year. */
  since = (guint) (day + DAYS_BEFORE_MARCH_OF_YEAR_0 - 1);
  cycle = since / DAYS_OF_400_YEARS;
  since %= DAYS_OF_400_YEARS;
  years = (since - since / 1460 + since / 36524 - since / (DAYS_OF_400_YEARS - 1)) / 365;
  since -= 365 * years + years / 4 - years / 100;
  months = (5 * since + 2) / 153;
  return (CritDate){ .year = (guint16) (400 * cycle + years + (months < 10 ? 0 : 1)),
                     .month = (guint8) (months < 10 ? months + 3 : months - 9),
                     .day = (guint8) (since - (153 * months + 2) / 5 + 1) };
}

/**
 * crit_date_today:
 *
 * Returns: the day it is now by the clock and time zone of this computer
 */
CritDate
crit_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (CritDate){ .year = (guint16) g_date_time_get_year (now),
                     .month = (guint8) g_date_time_get_month (now),
                     .day = (guint8) g_date_time_get_day_of_month (now) };
}

static gboolean
find_unit (const char *word, CritUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (g_str_equal (word, unit_words[i][0]) || g_str_equal (word, unit_words[i][1]))
      {
        *unit = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * crit_period_parse:
 * @text: a period as a rules file writes it: a whole number up to 65535, one space and `day`, `week`, `month` or
 *   `year`, with or without an s: "1 day", "6 weeks"
 * @period: (out): the period; no days when @text is none
 *
 * Returns: whether @text is a period
 */
gboolean
crit_period_parse (const char *text, CritPeriod *period)
{
  const char *space = NULL;
  guint count = 0;
  CritUnit unit = CRIT_UNIT_DAYS;

  g_return_val_if_fail (text != NULL && period != NULL, FALSE);

  *period = (CritPeriod){ 0 };
  space = strchr (text, ' ');
  if (space == NULL || space == text || strlen (text) > LONGEST_PERIOD || space - text > 5)
    return FALSE;
  if (text[0] == '0' && space - text > 1)
    return FALSE;
  if (!read_digits (text, (gsize) (space - text), &count) || count > G_MAXUINT16)
    return FALSE;
  if (!find_unit (space + 1, &unit))
    return FALSE;

  *period = (CritPeriod){ .count = (guint16) count, .unit = unit };
  return TRUE;
}

/**
 * crit_period_to_text:
 * @period: a period
 *
 * Returns: (transfer full): the period in words for people, translated: "6 weeks"
 */
char *
crit_period_to_text (CritPeriod period)
{
  switch (period.unit)
    {
    case CRIT_UNIT_DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", period.count),
                              period.count);
    case CRIT_UNIT_WEEKS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", period.count),
                              period.count);
    case CRIT_UNIT_MONTHS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", period.count),
                              period.count);
    case CRIT_UNIT_YEARS:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", period.count),
                              period.count);
    }
}

/**
 * crit_day_add_months:
 * @day: a day from %CRIT_DAY_MIN to %CRIT_DAY_MAX
 * @months: how many calendar months to add; at most 12 times 65535
 *
 * Adds months as crit_period_add() does.
 *
 * Returns: the later day
 */
CritDay
crit_day_add_months (CritDay day, guint months)
{
  CritDate date = crit_date_from_day (day);
  guint total = (guint) date.year * 12 + date.month - 1 + months;
  guint year = total / 12;
  guint month = total % 12 + 1;

  /* No day of a calendar month can follow the year 9999: one day more stands for all that come after. */
  if (year > 9999)
    return CRIT_DAY_MAX + 1;
  return get_day (year, month, MIN (date.day, count_days (year, month)));
}

/**
 * crit_period_add:
 * @period: a period
 * @day: a day from %CRIT_DAY_MIN to %CRIT_DAY_MAX
 *
 * Adds a period to a day. Months and years are calendar ones, clamped to the month's end: 31 January and one month is
 * 28 or 29 February.
 *
 * Returns: the later day; %CRIT_DAY_MAX + 1 for any day after the year 9999, so that it compares as later than every
 *   date there is
 */
CritDay
crit_period_add (CritPeriod period, CritDay day)
{
  g_return_val_if_fail (day >= CRIT_DAY_MIN && day <= CRIT_DAY_MAX, day);

  switch (period.unit)
    {
    case CRIT_UNIT_DAYS:
      return MIN (day + period.count, CRIT_DAY_MAX + 1);
    case CRIT_UNIT_WEEKS:
      return MIN (day + 7 * period.count, CRIT_DAY_MAX + 1);
    case CRIT_UNIT_MONTHS:
      return crit_day_add_months (day, period.count);
    case CRIT_UNIT_YEARS:
    default:
      return crit_day_add_months (day, 12 * (guint) period.count);
    }
}

static CritDay
find_first_reaching (CritDay day, guint months)
{
  CritDate date = crit_date_from_day (day);
  int total = date.year * 12 + date.month - 1 - (int) months;
  guint year = (guint) total / 12, month = (guint) total % 12 + 1;

  if (total < 12)
    return CRIT_DAY_MIN;
  if (date.day <= count_days (year, month))
    return get_day (year, month, date.day);

  /* From the whole of that month, which is shorter, one comes to days before. */
  return get_eve (year) + days_before[is_leap (year)][month] + 1;
}

/**
 * crit_period_find_first_reaching:
 * @period: a period
 * @day: a day from %CRIT_DAY_MIN to %CRIT_DAY_MAX
 *
 * Returns: the first day to which adding the period, as crit_period_add() does, gives @day or a later one
 */
CritDay
crit_period_find_first_reaching (CritPeriod period, CritDay day)
{
  g_return_val_if_fail (day >= CRIT_DAY_MIN && day <= CRIT_DAY_MAX, day);

  switch (period.unit)
    {
    case CRIT_UNIT_DAYS:
      return MAX (CRIT_DAY_MIN, day - period.count);
    case CRIT_UNIT_WEEKS:
      return MAX (CRIT_DAY_MIN, day - 7 * period.count);
    case CRIT_UNIT_MONTHS:
      return find_first_reaching (day, period.count);
    case CRIT_UNIT_YEARS:
    default:
      return find_first_reaching (day, 12 * (guint) period.count);
    }
}
