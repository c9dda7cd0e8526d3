/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-version.h"

#include <string.h>

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* Compares two runs of digits as numbers of any length. */
static int
compare_numbers (const char *first, gsize n_first, const char *second, gsize n_second)
{
  while (n_first > 1 && *first == '0')
    first++, n_first--;
  while (n_second > 1 && *second == '0')
    second++, n_second--;
  if (n_first != n_second)
    return n_first < n_second ? -1 : 1;
  return strncmp (first, second, n_first);
}

/**
 * crit_version_compare:
 * @first: a version of a rules file, such as "2026.9.1"
 * @second: another
 *
 * Compares versions as a reader does: what is digits counts as a number, so that 2026.10 is after 2026.9. Where one
 * begins as the other does and goes on, it is the later one.
 *
 * Returns: less than, equal to or greater than 0 where @first is before, the same as or after @second
 */
int
crit_version_compare (const char *first, const char *second)
{
  g_return_val_if_fail (first != NULL && second != NULL, 0);

  while (*first != '\0' && *second != '\0')
    {
      const gsize n_first = count_digits (first);
      const gsize n_second = count_digits (second);
      int order = *first - *second;

      if (n_first > 0 && n_second > 0)
        order = compare_numbers (first, n_first, second, n_second);
      if (order != 0)
        return order;
      first += MAX (n_first, 1);
      second += MAX (n_second, 1);
    }
  return (*first != '\0') - (*second != '\0');
}
