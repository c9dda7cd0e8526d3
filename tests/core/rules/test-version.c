/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-version.h"

static int
sign (int number)
{
  return (number > 0) - (number < 0);
}

static void
test_order (void)
{
  /* From the oldest to the newest. */
  static const char *const versions[] = {
    "",       "0",         "1",         "1.0",   "1.0-draft", "1.9",   "1.10",
    "1.10.1", "2026.9.30", "2026.10.1", "draft", "v1.9",      "v1.10", "v99999999999999999999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (versions); j++)
      g_assert_cmpint (sign (crit_version_compare (versions[i], versions[j])), ==,
                       sign ((int) i - (int) j));
}

/* A zero in front changes no number. */
static void
test_zeros (void)
{
  g_assert_cmpint (crit_version_compare ("2026.09.1", "2026.9.1"), ==, 0);
  g_assert_cmpint (crit_version_compare ("1.00", "1.0"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version/order", test_order);
  g_test_add_func ("/version/zeros", test_zeros);
  return g_test_run ();
}
