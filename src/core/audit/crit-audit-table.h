/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/crit-audit-numbers.h"
#include "audit/crit-audit-report.h"

G_BEGIN_DECLS

/* Private to the audit room: tables that are being made. Texts are copied. */
CritAuditTable *crit_audit_table_new (const char *title, guint level, const char *about);
void crit_audit_table_free (CritAuditTable *self);
void crit_audit_table_add_texts (CritAuditTable *self, const char *heading);
void crit_audit_table_add_counts (CritAuditTable *self, const char *heading, CritStatus status);
void crit_audit_table_add_row (CritAuditTable *self, const char *label);
void crit_audit_table_add_text (CritAuditTable *self, const char *text);
void crit_audit_table_add_count (CritAuditTable *self, guint64 count);
void crit_audit_table_write_numbers (CritAuditTable *self, const CritAuditNumbers *numbers);

const CritAuditColumn *crit_audit_table_get_column (const CritAuditTable *self, guint index);
const CritAuditRow *crit_audit_table_get_row (const CritAuditTable *self, guint index);
const CritAuditCell *crit_audit_row_get_cell (const CritAuditRow *self, guint index);

/* crit-audit-changes.c */
void crit_audit_add_changes (GPtrArray *tables, const CritTally *tally);

G_END_DECLS
