/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

gboolean
crit_list_has_idle_entry (CritWorld *world, GPtrArray *conditions, const CritQuestion *list);

G_END_DECLS
