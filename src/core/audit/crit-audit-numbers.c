/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-audit-numbers.h"

#include <glib/gi18n-lib.h>

static gboolean
is_hidden (const CritAuditNumbers *self, guint64 count)
{
  return count > 0 && count < self->least;
}

/**
 * crit_audit_numbers_get:
 * @self: how numbers are shown
 * @count: a number of records
 *
 * Returns: what of it may be known; 0 where it is hidden
 */
guint64
crit_audit_numbers_get (const CritAuditNumbers *self, guint64 count)
{
  if (self->least == 0)
    return count;
  if (is_hidden (self, count))
    return 0;
  return (count + CRIT_AUDIT_ROUND_TO / 2) / CRIT_AUDIT_ROUND_TO * CRIT_AUDIT_ROUND_TO;
}

static char *
dup_number (const CritAuditNumbers *self, guint64 count, gboolean grouped)
{
  /* A hidden number, the same in every language: "<5". */
  if (is_hidden (self, count))
    return g_strdup_printf ("<%u", self->least);
  return g_strdup_printf (grouped ? "%'" G_GUINT64_FORMAT : "%" G_GUINT64_FORMAT,
                          crit_audit_numbers_get (self, count));
}

/**
 * crit_audit_numbers_dup_text:
 * @self: how numbers are shown
 * @count: a number of records
 *
 * Returns: (transfer full): the number as the language writes it: "12,345"
 */
char *
crit_audit_numbers_dup_text (const CritAuditNumbers *self, guint64 count)
{
  return dup_number (self, count, TRUE);
}

/**
 * crit_audit_numbers_dup_digits:
 * @self: how numbers are shown
 * @count: a number of records
 *
 * Returns: (transfer full): the number for a program: "12345"
 */
char *
crit_audit_numbers_dup_digits (const CritAuditNumbers *self, guint64 count)
{
  return dup_number (self, count, FALSE);
}

/**
 * crit_audit_numbers_dup_share:
 * @self: how numbers are shown
 * @count: a number of records
 *
 * Some are never said to be none, and not all never to be all.
 *
 * Returns: (transfer full) (nullable): their share in per cent: "12.3%", "<0.1%", ">99.9%"; NULL where the number is hidden,
 *   or there are no records
 */
char *
crit_audit_numbers_dup_share (const CritAuditNumbers *self, guint64 count)
{
  const guint64 part = crit_audit_numbers_get (self, count);
  const guint64 total = crit_audit_numbers_get (self, self->n_records);
  const double percent = total > 0 ? 100.0 * (double) part / (double) total : 0;

  if (is_hidden (self, count) || total == 0)
    return NULL;
  if (part == 0)
    return g_strdup (_ ("0%"));
  if (part >= total)
    return g_strdup (_ ("100%"));
  if (percent < 0.1)
    /* Translators: a share that is smaller than this. */
    return g_strdup (_ ("<0.1%"));
  if (percent > 99.9)
    /* Translators: a share that is greater than this. */
    return g_strdup (_ (">99.9%"));
  /* Translators: a share in per cent. */
  return g_strdup_printf (_ ("%.1f%%"), percent);
}
