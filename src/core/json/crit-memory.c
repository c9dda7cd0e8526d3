/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-memory.h"

#include <sys/mman.h>
#include <unistd.h>

/* Only what is a few large pages long can be made of such. */
#define LARGE ((gsize) 4 * 1024 * 1024)

/**
 * crit_memory_prepare:
 * @memory: memory that is about to be filled
 * @size: how many bytes it has
 *
 * Asks the system for large pages where there is much to fill. It hands memory out when it is written to for the first
 * time, page by page, and for a text of megabytes that takes longer than to read it. Where the system has no large pages,
 * nothing changes.
 *
 * Returns: @memory
 */
gpointer
crit_memory_prepare (gpointer memory, gsize size)
{
  const guintptr page = (guintptr) sysconf (_SC_PAGESIZE);
  const guintptr begin = ((guintptr) memory + page - 1) / page * page;
  const guintptr end = ((guintptr) memory + size) / page * page;

  if (size >= LARGE)
    madvise ((gpointer) begin, end - begin, MADV_HUGEPAGE);
  return memory;
}
