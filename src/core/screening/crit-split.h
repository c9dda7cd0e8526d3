/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-narrow.h"

G_BEGIN_DECLS

void crit_split_criterion (CritWorld *world,
                           const CritCriterion *criterion,
                           GPtrArray *tests,
                           GArray *narrowings);

G_END_DECLS
