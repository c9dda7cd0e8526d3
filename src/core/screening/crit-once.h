/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

gboolean crit_once_find (CritWorld *world, const CritCriterion *criterion, GHashTable *mattering);

G_END_DECLS
