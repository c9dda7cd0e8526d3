/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"
#include "screening/crit-world.h"

G_BEGIN_DECLS

CritStatus
crit_screen_status (CritWorld *world, const CritCriterion *criterion, gboolean *imprecise);
void crit_screen_criterion (CritWorld *world, const CritCriterion *criterion, CritOutcome *outcome);
void crit_outcome_clear (CritOutcome *outcome);

G_END_DECLS
