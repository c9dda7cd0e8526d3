/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-date.h"

static void
test_parse_good (void)
{
  static const struct
  {
    const char *text;
    CritDate date;
  } dates[] = {
    { "2019", { 2019, 0, 0 } },        { "2019-03", { 2019, 3, 0 } },
    { "2019-03-21", { 2019, 3, 21 } }, { "0001", { 1, 0, 0 } },
    { "0001-01-01", { 1, 1, 1 } },     { "9999-12-31", { 9999, 12, 31 } },
    { "2024-02-29", { 2024, 2, 29 } }, { "2000-02-29", { 2000, 2, 29 } },
    { "2026-04-30", { 2026, 4, 30 } }, { "2026-12", { 2026, 12, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      CritDate date = { 0 };
      g_autofree char *iso = NULL;

      g_assert_true (crit_date_parse (dates[i].text, &date));
      g_assert_cmpuint (date.year, ==, dates[i].date.year);
      g_assert_cmpuint (date.month, ==, dates[i].date.month);
      g_assert_cmpuint (date.day, ==, dates[i].date.day);
      iso = crit_date_to_iso (date);
      g_assert_cmpstr (iso, ==, dates[i].text);
    }
}

static void
test_parse_bad (void)
{
  static const char *const texts[] = {
    "",           "0",           "0000",        "0000-01-01",  "19",
    "201",        "20190",       "2019-",       "2019-0",      "2019-00",
    "2019-13",    "2019-3",      "2019-03-",    "2019-03-0",   "2019-03-00",
    "2019-03-32", "2019-03-99",  "2019-02-29",  "1900-02-29",  "2023-02-29",
    "2019-04-31", "2019-3-21",   "2019-03-1",   "2019-03-211", "20190321",
    "2019/03/21", "2019-03-21 ", " 2019-03-21", "+019-03-21",  "-2019",
    "2019-W03",   "2019-080",    "2019-03-21T", "２０１９",    "2019-03-21-01",
    "ongoing",    "1e03",        "0x20",        "2019-03-2a",  "2019 03",
    "today",      "21-03-2019",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CritDate date = { 1, 1, 1 };

      if (crit_date_parse (texts[i], &date))
        g_error ("is no date: %s", texts[i]);
      g_assert_false (crit_date_is_set (date));
    }
}

static void
test_to_text (void)
{
  static const struct
  {
    CritDate date;
    const char *text;
    const char *iso;
  } dates[] = {
    { { 0, 0, 0 }, "", "" },
    { { 2019, 0, 0 }, "2019", "2019" },
    { { 2019, 3, 0 }, "March 2019", "2019-03" },
    { { 2026, 8, 6 }, "6 August 2026", "2026-08-06" },
    { { 2026, 1, 31 }, "31 January 2026", "2026-01-31" },
    { { 2026, 12, 1 }, "1 December 2026", "2026-12-01" },
    { { 7, 5, 0 }, "May 7", "0007-05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = crit_date_to_text (dates[i].date);
      g_autofree char *iso = crit_date_to_iso (dates[i].date);

      g_assert_cmpstr (text, ==, dates[i].text);
      g_assert_cmpstr (iso, ==, dates[i].iso);
    }
}

static void
test_whole (void)
{
  g_assert_false (crit_date_is_set ((CritDate){ 0 }));
  g_assert_true (crit_date_is_set ((CritDate){ 2019, 0, 0 }));
  g_assert_false (crit_date_is_whole ((CritDate){ 2019, 0, 0 }));
  g_assert_false (crit_date_is_whole ((CritDate){ 2019, 3, 0 }));
  g_assert_true (crit_date_is_whole ((CritDate){ 2019, 3, 21 }));
}

/* A calendar of a few lines of its own, against which every day that there is is held. */
static guint
count_days (guint year, guint month)
{
  static const guint days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

static void
check_month (guint year, guint month, CritDay first)
{
  guint n_days = count_days (year, month);
  CritDate partial = { (guint16) year, (guint8) month, 0 };

  g_assert_cmpint (crit_date_get_first_day (partial), ==, first);
  g_assert_cmpint (crit_date_get_last_day (partial), ==, first + (CritDay) n_days - 1);
  for (guint day = 1; day <= n_days; day++)
    {
      CritDate date = { (guint16) year, (guint8) month, (guint8) day };
      CritDay number = first + (CritDay) day - 1;
      CritDate back = crit_date_from_day (number);

      g_assert_cmpint (crit_date_get_first_day (date), ==, number);
      g_assert_cmpint (crit_date_get_last_day (date), ==, number);
      g_assert_true (back.year == year && back.month == month && back.day == day);
    }
}

static void
test_every_day (void)
{
  CritDay day = CRIT_DAY_MIN;

  for (guint year = 1; year <= 9999; year++)
    {
      CritDay first = day;

      for (guint month = 1; month <= 12; month++)
        {
          check_month (year, month, day);
          day += (CritDay) count_days (year, month);
        }
      g_assert_cmpint (crit_date_get_first_day ((CritDate){ (guint16) year, 0, 0 }), ==, first);
      g_assert_cmpint (crit_date_get_last_day ((CritDate){ (guint16) year, 0, 0 }), ==, day - 1);
    }
  g_assert_cmpint (day - 1, ==, CRIT_DAY_MAX);
}

static void
test_period_good (void)
{
  static const struct
  {
    const char *text;
    CritPeriod period;
    const char *words;
  } periods[] = {
    { "1 day", { 1, CRIT_UNIT_DAYS }, "1 day" },
    { "1 days", { 1, CRIT_UNIT_DAYS }, "1 day" },
    { "0 days", { 0, CRIT_UNIT_DAYS }, "0 days" },
    { "6 weeks", { 6, CRIT_UNIT_WEEKS }, "6 weeks" },
    { "6 week", { 6, CRIT_UNIT_WEEKS }, "6 weeks" },
    { "1 week", { 1, CRIT_UNIT_WEEKS }, "1 week" },
    { "3 months", { 3, CRIT_UNIT_MONTHS }, "3 months" },
    { "1 month", { 1, CRIT_UNIT_MONTHS }, "1 month" },
    { "1 year", { 1, CRIT_UNIT_YEARS }, "1 year" },
    { "65535 years", { 65535, CRIT_UNIT_YEARS }, "65535 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      CritPeriod period = { 0 };
      g_autofree char *words = NULL;

      g_assert_true (crit_period_parse (periods[i].text, &period));
      g_assert_cmpuint (period.count, ==, periods[i].period.count);
      g_assert_cmpint (period.unit, ==, periods[i].period.unit);
      words = crit_period_to_text (period);
      g_assert_cmpstr (words, ==, periods[i].words);
    }
}

static void
test_period_bad (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "6",
    "weeks",
    " weeks",
    "6weeks",
    "6  weeks",
    " 6 weeks",
    "6 weeks ",
    "06 weeks",
    "6 Weeks",
    "6 wks",
    "-6 weeks",
    "+6 weeks",
    "6.5 weeks",
    "six weeks",
    "6 weekss",
    "65536 days",
    "99999999999 days",
    "P6W",
    "6 hours",
    "6\tweeks",
    "6 fortnights",
    "1 year 2 months",
    "00 days",
    "6 ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CritPeriod period = { 1, CRIT_UNIT_YEARS };

      if (crit_period_parse (texts[i], &period))
        g_error ("is no period: %s", texts[i]);
    }
}

static void
test_add (void)
{
  static const struct
  {
    const char *date;
    const char *period;
    const char *sum; /* empty: after all days */
  } sums[] = {
    { "2026-01-01", "0 days", "2026-01-01" },
    { "2026-01-01", "42 days", "2026-02-12" },
    { "2026-01-01", "6 weeks", "2026-02-12" },
    { "2026-12-31", "1 day", "2027-01-01" },
    { "2026-01-31", "1 month", "2026-02-28" },
    { "2024-01-31", "1 month", "2024-02-29" },
    { "2026-01-30", "1 month", "2026-02-28" },
    { "2026-01-28", "1 month", "2026-02-28" },
    { "2026-03-31", "1 month", "2026-04-30" },
    { "2026-02-28", "1 month", "2026-03-28" },
    { "2026-12-15", "1 month", "2027-01-15" },
    { "2026-11-30", "3 months", "2027-02-28" },
    { "2026-11-30", "12 months", "2027-11-30" },
    { "2024-02-29", "1 year", "2025-02-28" },
    { "2024-02-29", "4 years", "2028-02-29" },
    { "1896-02-29", "4 years", "1900-02-28" },
    { "0001-01-01", "1 day", "0001-01-02" },
    { "0001-01-31", "1 month", "0001-02-28" },
    { "9999-12-30", "1 day", "9999-12-31" },
    { "9999-12-31", "0 days", "9999-12-31" },
    { "9999-11-30", "1 month", "9999-12-30" },
    { "9999-12-31", "1 day", "" },
    { "9999-12-31", "1 week", "" },
    { "9999-12-01", "1 month", "" },
    { "9999-01-01", "1 year", "" },
    { "0001-01-01", "65535 years", "" },
    { "0001-01-01", "65535 weeks", "1257-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      CritDate date = { 0 };
      CritPeriod period = { 0 };
      CritDay sum = 0;
      g_autofree char *text = NULL;

      g_assert_true (crit_date_parse (sums[i].date, &date));
      g_assert_true (crit_period_parse (sums[i].period, &period));
      sum = crit_period_add (period, crit_date_get_first_day (date));
      text = sum > CRIT_DAY_MAX ? g_strdup ("") : crit_date_to_iso (crit_date_from_day (sum));
      g_assert_cmpstr (text, ==, sums[i].sum);
    }
}

/* Adding the same period to a later day never gives an earlier one: screening relies on it for partial dates. */
static void
test_add_grows (void)
{
  static const CritPeriod periods[] = { { 1, CRIT_UNIT_DAYS },   { 6, CRIT_UNIT_WEEKS },
                                        { 1, CRIT_UNIT_MONTHS }, { 13, CRIT_UNIT_MONTHS },
                                        { 1, CRIT_UNIT_YEARS },  { 100, CRIT_UNIT_YEARS } };
  CritDay start = crit_date_get_first_day ((CritDate){ 1999, 1, 1 });

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    for (CritDay day = start; day < start + 3000; day++)
      {
        g_assert_cmpint (crit_period_add (periods[i], day), <=,
                         crit_period_add (periods[i], day + 1));
        g_assert_cmpint (crit_period_add (periods[i], day), >, day);
      }
}

/* Adding the period to that day reaches, and to the day before it does not. */
static void
test_first_reaching (void)
{
  static const CritPeriod periods[] = { { 0, CRIT_UNIT_DAYS },      { 10, CRIT_UNIT_DAYS },
                                        { 6, CRIT_UNIT_WEEKS },     { 1, CRIT_UNIT_MONTHS },
                                        { 13, CRIT_UNIT_MONTHS },   { 1, CRIT_UNIT_YEARS },
                                        { 100, CRIT_UNIT_YEARS },   { 2025, CRIT_UNIT_YEARS },
                                        { 65535, CRIT_UNIT_YEARS }, { 65535, CRIT_UNIT_DAYS } };
  CritDay start = crit_date_get_first_day ((CritDate){ 2022, 12, 31 });

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    for (CritDay day = start; day < start + 3000; day++)
      {
        CritDay first = crit_period_find_first_reaching (periods[i], day);

        g_assert_cmpint (first, >=, CRIT_DAY_MIN);
        g_assert_cmpint (crit_period_add (periods[i], first), >=, day);
        if (first > CRIT_DAY_MIN)
          g_assert_cmpint (crit_period_add (periods[i], first - 1), <, day);
      }
}

static void
test_today (void)
{
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  CritDate today = crit_date_today ();
  g_autoptr (GDateTime) after = g_date_time_new_now_local ();
  g_autofree char *first = g_date_time_format (before, "%Y-%m-%d");
  g_autofree char *last = g_date_time_format (after, "%Y-%m-%d");
  g_autofree char *text = crit_date_to_iso (today);

  g_assert_true (g_str_equal (text, first) || g_str_equal (text, last));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse-good", test_parse_good);
  g_test_add_func ("/date/parse-bad", test_parse_bad);
  g_test_add_func ("/date/to-text", test_to_text);
  g_test_add_func ("/date/whole", test_whole);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/period-good", test_period_good);
  g_test_add_func ("/date/period-bad", test_period_bad);
  g_test_add_func ("/date/add", test_add);
  g_test_add_func ("/date/add-grows", test_add_grows);
  g_test_add_func ("/date/first-reaching", test_first_reaching);
  g_test_add_func ("/date/today", test_today);
  return g_test_run ();
}
