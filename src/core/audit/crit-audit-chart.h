/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/crit-audit-table.h"

G_BEGIN_DECLS

/* Private to the audit room: a table as bars. */
void crit_audit_append_patterns (GString *out);
void crit_audit_append_chart (GString *out,
                              const CritAuditTable *table,
                              guint number,
                              guint64 n_records);

G_END_DECLS
