/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

gboolean crit_twin_may_matter (CritWorld *world, const CritCriterion *criterion);

G_END_DECLS
