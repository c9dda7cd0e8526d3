/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

void crit_sides_report (CritRules *rules, GPtrArray *findings);

G_END_DECLS
