/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

gboolean crit_shown_question (CritWorld *world, const CritQuestion *question, int entry);
gboolean crit_shown_section (CritWorld *world, const CritSection *section);
gboolean crit_shown_is_answered (CritWorld *world, const CritQuestion *question, int entry);

G_END_DECLS
