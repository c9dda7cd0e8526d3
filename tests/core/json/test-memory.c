/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-memory.h"

#include <string.h>

#define MIB ((gsize) 1024 * 1024)

/* All of it can be written, it can grow, and g_free() takes it: the address sanitizer watches. */
static void
test_sizes (void)
{
  static const gsize sizes[] = { 1, 4096, 2 * MIB - 1, 2 * MIB, 2 * MIB + 1, 5 * MIB + 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const gsize size = sizes[i];
      g_autofree char *memory = crit_memory_new (size);

      memset (memory, 'a', size);
      memory = g_realloc (memory, size + MIB);
      memset (memory + size, 'b', MIB);
      g_assert_cmpint (memory[0], ==, 'a');
      g_assert_cmpint (memory[size - 1], ==, 'a');
      g_assert_cmpint (memory[size + MIB - 1], ==, 'b');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory/sizes", test_sizes);
  return g_test_run ();
}
