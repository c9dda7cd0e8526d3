/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

void crit_decided_report (CritRules *rules, CritDate day, GPtrArray *findings);

G_END_DECLS
