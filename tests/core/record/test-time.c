/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/crit-time.h"

static const struct
{
  const char *text;
  gint64 time;
} times[] = {
  { "1970-01-01T00:00:00Z", 0 },
  { "2026-11-20T14:02:09Z", 1795183329 },
  { "2024-02-29T23:59:59Z", 1709251199 },
  { "0001-01-01T00:00:00Z", -62135596800 },
  { "9999-12-31T23:59:59Z", 253402300799 },
};

static const char *const faulty[] = {
  "",
  "2026-11-20",
  "2026-11-20 14:02:09Z",
  "2026-11-20T14:02:09",
  "2026-11-20T14:02:09z",
  "2026-11-20T14:02:09+00:00",
  "2026-11-20T14:02:09.5Z",
  "2026-11-20T24:00:00Z",
  "2026-11-20T14:60:00Z",
  "2026-11-20T14:02:60Z",
  "2026-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "2026-11-20T14:02:0\xc2\xb9Z",
  " 026-11-20T14:02:09Z",
};

static void
test_both_ways (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = crit_time_to_iso (times[i].time);
      gint64 time = 1;

      g_assert_cmpstr (text, ==, times[i].text);
      g_assert_true (crit_time_parse (text, &time));
      g_assert_cmpint (time, ==, times[i].time);
    }
}

static void
test_faulty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      gint64 time = 7;

      g_test_message ("%s", faulty[i]);
      g_assert_false (crit_time_parse (faulty[i], &time));
      g_assert_cmpint (time, ==, 7);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/both-ways", test_both_ways);
  g_test_add_func ("/time/faulty", test_faulty);
  return g_test_run ();
}
