/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/crit-tally.h"

#include "screening/crit-program.h"

G_BEGIN_DECLS

/**
 * CritAuditor:
 *
 * Counts what one record after another says about each criterion: text in, numbers out. One thread has one; the programs are
 * shared.
 */
typedef struct _CritAuditor CritAuditor;

CritAuditor *crit_auditor_new (CritProgram *program, CritProgram *other);
void crit_auditor_free (CritAuditor *self);

gboolean crit_auditor_add (CritAuditor *self, const char *text, gsize length, GPtrArray *findings);
void crit_auditor_refuse (CritAuditor *self);
const CritTally *crit_auditor_get_tally (CritAuditor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritAuditor, crit_auditor_free)

G_END_DECLS
