/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"

G_BEGIN_DECLS

guint crit_mutants_try (CritRules *rules, GPtrArray *unnoticed);

G_END_DECLS
