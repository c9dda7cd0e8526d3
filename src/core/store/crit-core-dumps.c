/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/crit-core-dumps.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

/* What of a process's memory goes into a dump, as bits; see core(5). */
#define FILTER "/proc/self/coredump_filter"
#define NOTHING "0"

/**
 * crit_core_dumps_forbid:
 *
 * Keeps what this process holds out of the dump that the system may make when it crashes: a dump would hold answers, and
 * nobody would know that it is there. The limit keeps the kernel from writing a file; the filter empties a dump that is
 * handed to another program, which need not care about the limit. The process stays one that may be looked at in `/proc`,
 * since the portals of a desktop have to find out there who asks them.
 */
void
crit_core_dumps_forbid (void)
{
  const struct rlimit none = { 0, 0 };
  int filter = -1;

  setrlimit (RLIMIT_CORE, &none);
  filter = open (FILTER, O_WRONLY | O_CLOEXEC);
  if (filter < 0)
    return;
  (void) !write (filter, NOTHING, sizeof NOTHING - 1);
  close (filter);
}
