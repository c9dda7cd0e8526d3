/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

gboolean crit_alike_any_before (CritWorld *world,
                                GPtrArray *tests,
                                CritInput input,
                                const guint8 *chosen,
                                guint value);
gboolean crit_alike_is_taken (CritWorld *world, CritInput input, guint value);

G_END_DECLS
