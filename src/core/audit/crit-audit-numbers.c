/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-audit-numbers.h"

#include <glib/gi18n-lib.h>

/* People round to this; 5 would be too little for crit_audit_numbers_get_step(). */
#define ROUND_TO 10

/**
 * crit_audit_numbers_get_step:
 * @self: how numbers are shown
 *
 * Where small numbers are hidden, all below the step are, and the others are rounded to its multiples. That hides more than is
 * asked for: were 1 to 7 hidden and the others rounded to 5, then of 17 records (15) with 8 met (10) and 8 not met (10) the rest
 * would be known to be 1. With one step for both, a number and the up to four that add up to it leave more than one
 * value to each hidden one, as tests/core/audit/test-audit-numbers.c tries.
 *
 * Returns: the least number that is shown; 0 where all are
 */
guint
crit_audit_numbers_get_step (const CritAuditNumbers *self)
{
  return (self->least + ROUND_TO - 1) / ROUND_TO * ROUND_TO;
}

/**
 * crit_audit_numbers_dup_about:
 * @self: how numbers are shown
 *
 * Returns: (transfer full) (nullable): what has to be known of them, since a rounded number looks like any other; NULL where
 *   they are as they were counted
 */
char *
crit_audit_numbers_dup_about (const CritAuditNumbers *self)
{
  const guint step = crit_audit_numbers_get_step (self);

  if (step == 0)
    return NULL;
  return g_strdup_printf (
      /* Translators: two numbers, such as 9 and 10. */
      _ ("Numbers from 1 to %1$u are hidden; the others are rounded to the nearest %2$u."),
      step - 1, step);
}

static gboolean
is_hidden (const CritAuditNumbers *self, guint64 count)
{
  return count > 0 && count < crit_audit_numbers_get_step (self);
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
  const guint step = crit_audit_numbers_get_step (self);

  if (step == 0)
    return count;
  if (is_hidden (self, count))
    return 0;
  return (count + step / 2) / step * step;
}

static char *
dup_number (const CritAuditNumbers *self, guint64 count, gboolean grouped)
{
  /* A hidden number, the same in every language: "<10". */
  if (is_hidden (self, count))
    return g_strdup_printf ("<%u", crit_audit_numbers_get_step (self));
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
