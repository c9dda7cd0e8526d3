/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritAuditNumbers:
 * @n_records: what shares are of
 * @least: 0; or a number below which all but 0 have to be hidden, see crit_audit_numbers_get_step()
 *
 * How numbers of records are shown.
 */
typedef struct
{
  guint64 n_records;
  guint least;
} CritAuditNumbers;

guint crit_audit_numbers_get_step (const CritAuditNumbers *self);
char *crit_audit_numbers_dup_about (const CritAuditNumbers *self);
guint64 crit_audit_numbers_get (const CritAuditNumbers *self, guint64 count);
char *crit_audit_numbers_dup_text (const CritAuditNumbers *self, guint64 count);
char *crit_audit_numbers_dup_digits (const CritAuditNumbers *self, guint64 count);
char *crit_audit_numbers_dup_share (const CritAuditNumbers *self, guint64 count);

G_END_DECLS
