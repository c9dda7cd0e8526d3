/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-place.h"
#include "screening/crit-explore.h"

G_BEGIN_DECLS

GArray *crit_still_matters (CritExploration *exploration);

G_END_DECLS
