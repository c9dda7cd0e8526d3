/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-grounds.h"
#include "screening/crit-screening.h"

G_BEGIN_DECLS

char *crit_reason_of_grounds (CritWorld *world, const CritOutcome *outcome, GArray *grounds);
char *crit_reason_of_place (const CritAnswer *answers, const CritPlace *place);
char *crit_reason_of_open (CritWorld *world, const CritOutcome *outcome);

G_END_DECLS
