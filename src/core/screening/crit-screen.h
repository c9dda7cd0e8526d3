/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"
#include "screening/crit-world.h"

G_BEGIN_DECLS

CritStatus crit_screen_get_status (const CritCriterion *criterion, guint result);
CritStatus
crit_screen_status (CritWorld *world, const CritCriterion *criterion, gboolean *imprecise);
CritOutcome *crit_screen_criterion (CritWorld *world, const CritCriterion *criterion);
CritOutcome *crit_outcome_ref (CritOutcome *outcome);
void crit_outcome_unref (CritOutcome *outcome);

G_END_DECLS
