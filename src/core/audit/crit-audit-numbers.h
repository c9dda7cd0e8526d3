/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritAuditNumbers:
 * @n_records: what shares are of
 * @least: 0; or the least number that is shown: smaller ones are hidden, and the others rounded, so that no hidden one
 *   can be worked out from them
 *
 * How numbers of records are shown.
 */
typedef struct
{
  guint64 n_records;
  guint least;
} CritAuditNumbers;

/* What others are rounded to where small numbers are hidden. */
#define CRIT_AUDIT_ROUND_TO 5

guint64 crit_audit_numbers_get (const CritAuditNumbers *self, guint64 count);
char *crit_audit_numbers_dup_text (const CritAuditNumbers *self, guint64 count);
char *crit_audit_numbers_dup_digits (const CritAuditNumbers *self, guint64 count);
char *crit_audit_numbers_dup_share (const CritAuditNumbers *self, guint64 count);

G_END_DECLS
