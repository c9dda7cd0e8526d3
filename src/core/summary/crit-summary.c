/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-summary.h"

/**
 * crit_summary_free:
 * @self: (nullable) (transfer full): a summary
 */
void
crit_summary_free (CritSummary *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->heading);
  g_free (self->identity);
  g_free (self->language);
  g_ptr_array_unref (self->footer);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * crit_summary_now:
 *
 * The time that a summary made now shall carry. Reproducible builds and tests set `SOURCE_DATE_EPOCH` (seconds since
 * 1970), which then stands for the clock.
 *
 * Returns: seconds since 1970, UTC
 */
gint64
crit_summary_now (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 time = 0;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &time, NULL))
    return time;
  return g_get_real_time () / G_USEC_PER_SEC;
}
