/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-status.h"

static const struct
{
  CritStatus status;
  const char *code;
  const char *label;
} rows[] = {
  { CRIT_STATUS_MET, "met", "Recorded as met" },
  { CRIT_STATUS_NOT_MET, "not-met", "Recorded as not met" },
  { CRIT_STATUS_UNKNOWN, "unknown", "Not known yet" },
  { CRIT_STATUS_NOT_APPLICABLE, "not-applicable", "Does not apply" },
  { CRIT_STATUS_PRESENT, "present", "Point to discuss" },
  { CRIT_STATUS_ABSENT, "absent", "Recorded as absent" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (crit_status_get_code (rows[i].status), ==, rows[i].code);
      g_assert_cmpstr (crit_status_get_label (rows[i].status), ==, rows[i].label);
    }
}

static void
test_notice (void)
{
  g_assert_cmpstr (crit_notice (), ==, "For information only. This is not a clinical decision.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status/words", test_words);
  g_test_add_func ("/status/notice", test_notice);
  return g_test_run ();
}
