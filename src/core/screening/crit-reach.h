/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

GPtrArray *crit_reach_of_condition (const CritCondition *condition);
GPtrArray *crit_reach_of_criterion (const CritCriterion *criterion);
GPtrArray *crit_reach_of_rules (const CritRules *rules);
GPtrArray *crit_reach_dup_lists (GPtrArray *conditions);
guint crit_reach_get_room (GPtrArray *conditions);

G_END_DECLS
