/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

CritDate crit_analysis_choose_day (const CritRules *rules, CritDate today);
void crit_analysis_report (CritRules *rules, CritDate today, GPtrArray *findings);

G_END_DECLS
