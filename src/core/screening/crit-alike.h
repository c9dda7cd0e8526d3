/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

gboolean crit_alike_any_before (CritWorld *world,
                                GPtrArray *tests,
                                CritInput input,
                                const guint8 *chosen,
                                guint value);

G_END_DECLS
