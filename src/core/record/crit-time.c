/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-time.h"

#include <string.h>

/* Every 0 stands for a digit. */
#define SHAPE "0000-00-00T00:00:00Z"

/**
 * crit_time_to_iso:
 * @time: seconds since 1970, UTC, within the years 1 to 9999
 *
 * Returns: (transfer full): the time to the second, as a file holds it: "2026-11-20T14:02:09Z"
 */
char *
crit_time_to_iso (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);

  g_return_val_if_fail (utc != NULL, NULL);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (utc),
                          g_date_time_get_month (utc), g_date_time_get_day_of_month (utc),
                          g_date_time_get_hour (utc), g_date_time_get_minute (utc),
                          g_date_time_get_second (utc));
}

static gboolean
has_shape (const char *text)
{
  if (strlen (text) != strlen (SHAPE))
    return FALSE;
  for (gsize i = 0; SHAPE[i] != '\0'; i++)
    if (SHAPE[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != SHAPE[i])
      return FALSE;
  return TRUE;
}

static int
read_digits (const char *text, gsize start, gsize n_digits)
{
  int value = 0;

  for (gsize i = start; i < start + n_digits; i++)
    value = 10 * value + g_ascii_digit_value (text[i]);
  return value;
}

/**
 * crit_time_parse:
 * @text: any text
 * @time: (out): seconds since 1970, UTC; untouched where there is none
 *
 * Reads what crit_time_to_iso() writes, and nothing else: the length is looked at first, and no fraction, offset or leap
 * second is taken.
 *
 * Returns: whether @text is a time
 */
gboolean
crit_time_parse (const char *text, gint64 *time)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (text != NULL && time != NULL, FALSE);

  if (!has_shape (text))
    return FALSE;
  utc = g_date_time_new_utc (read_digits (text, 0, 4), read_digits (text, 5, 2),
                             read_digits (text, 8, 2), read_digits (text, 11, 2),
                             read_digits (text, 14, 2), read_digits (text, 17, 2));
  if (utc == NULL)
    return FALSE;
  *time = g_date_time_to_unix (utc);
  return TRUE;
}
