/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screener.h"

G_BEGIN_DECLS

/**
 * CritCliStatuses:
 *
 * How the statuses of many records are written, without reasons: a line of JSON for each, or a row of a table. It never
 * changes and may be used by several threads.
 */
typedef struct _CritCliStatuses CritCliStatuses;

CritCliStatuses *crit_cli_statuses_new (const CritRules *rules, gboolean as_table);
void crit_cli_statuses_free (CritCliStatuses *self);
void crit_cli_statuses_add_heading (const CritCliStatuses *self, GString *text);
void crit_cli_statuses_add (const CritCliStatuses *self, CritScreener *screener, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritCliStatuses, crit_cli_statuses_free)

G_END_DECLS
