/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

gboolean crit_twins_agree (CritWorld *world, const CritCriterion *criterion);

G_END_DECLS
