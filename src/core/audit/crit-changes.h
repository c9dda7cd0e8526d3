/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/crit-tally.h"

#include "screening/crit-screener.h"

G_BEGIN_DECLS

/**
 * CritChanges:
 *
 * Counts into a tally what is another status under other rules, and why.
 */
typedef struct _CritChanges CritChanges;

CritChanges *crit_changes_new (CritTally *tally, CritRules *former, CritProgram *newer);
void crit_changes_free (CritChanges *self);
void crit_changes_count (CritChanges *self, CritScreener *former, const char *text, gsize length);

G_END_DECLS
