/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/crit-core-dumps.h"

#include <glib.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static void
test_forbidden (void)
{
  struct rlimit limit = { 1, 1 };
  g_autofree char *filter = NULL;

  crit_core_dumps_forbid ();
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, ==, 0);
  g_assert_cmpuint (limit.rlim_max, ==, 0);
  /* A kernel without dumps has no filter. */
  if (g_file_get_contents ("/proc/self/coredump_filter", &filter, NULL, NULL))
    g_assert_cmpstr (filter, ==, "00000000\n");
  g_assert_cmpint (prctl (PR_GET_DUMPABLE), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/core-dumps/forbidden", test_forbidden);
  return g_test_run ();
}
