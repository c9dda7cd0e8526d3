/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-memory.h"

#include <stdlib.h>
#include <sys/mman.h>

/* Of the systems that have large pages most have them of this size; for the others it does no harm. */
#define LARGE_PAGE ((gsize) 2 * 1024 * 1024)

/**
 * crit_memory_new:
 * @size: how many bytes are needed
 *
 * Asks for memory that will be filled in one go, and for large pages where it is much. The system hands memory out when it is
 * written to for the first time, page by page, and for a text of megabytes that takes longer than to read it.
 *
 * Returns: (transfer full): memory that is to be freed with g_free()
 */
gpointer
crit_memory_new (gsize size)
{
  const gsize whole = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  gpointer memory = NULL;

  if (size < LARGE_PAGE || posix_memalign (&memory, LARGE_PAGE, whole) != 0)
    return g_malloc (size);
  madvise (memory, whole, MADV_HUGEPAGE);
  return memory;
}
