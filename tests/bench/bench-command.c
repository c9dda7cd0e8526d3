/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a command without its output, and prints how long it took and how much memory the largest of its processes. This is a
 * program of its own, and a small one: the kernel counts what the parent had when it started a process as that process's. */

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
get_seconds (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

int
main (int argc, char **argv)
{
  posix_spawn_file_actions_t actions;
  struct rusage usage = { 0 };
  pid_t started = 0;
  int status = 0;
  double start = get_seconds ();

  if (argc < 2)
    return 1;
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_addopen (&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  if (posix_spawnp (&started, argv[1], &actions, NULL, argv + 1, environ) != 0
      || wait4 (started, &status, 0, &usage) != started || status != 0)
    return 1;
  posix_spawn_file_actions_destroy (&actions);
  printf ("{\"seconds\": %.9f, \"bytes\": %ld}\n", get_seconds () - start, usage.ru_maxrss * 1024);
  return 0;
}
