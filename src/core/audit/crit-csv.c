/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/crit-csv.h"

#include <string.h>

/* A spreadsheet takes a cell that begins so for a formula, and would run it. */
static gboolean
looks_like_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

/**
 * crit_csv_append_cell:
 * @out: a table that is being made
 * @text: any text
 *
 * Appends a text as a cell (RFC 4180). One that a spreadsheet would take for a formula begins with an apostrophe.
 */
void
crit_csv_append_cell (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  if (looks_like_formula (text))
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}
