/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include <string.h>

/**
 * bench_read_file:
 * @path: (nullable): a path; without one the program ends
 *
 * Returns: (transfer full): what is in the file
 */
GBytes *
bench_read_file (const char *path)
{
  char *data = NULL;
  gsize size = 0;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    g_error ("A file is missing among the arguments.");
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/**
 * bench_get_seconds:
 *
 * Returns: the processor time that this program has taken. Unlike the clock on the wall it does not count the time in
 *   which another program had its turn
 */
double
bench_get_seconds (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/**
 * bench_get_most_memory:
 *
 * Returns: the most memory that this program has had at once so far, in bytes. It is asked of the kernel here and not by whoever
 *   started the program, who would see its own memory in it as well
 */
gsize
bench_get_most_memory (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  g_assert_nonnull (status);
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) * 1024;
}

/**
 * bench_print:
 * @seconds: how long it took to do the thing once
 * @bytes: how much memory it took; 0 where that was not asked
 *
 * Prints both as tests/bench/run reads them.
 */
void
bench_print (double seconds, gsize bytes)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("{\"seconds\": %s, \"bytes\": %" G_GSIZE_FORMAT "}\n",
           g_ascii_dtostr (digits, sizeof digits, seconds), bytes);
}
