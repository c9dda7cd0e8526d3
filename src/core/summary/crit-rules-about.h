/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "summary/crit-block.h"

#include "rules/crit-rules.h"

G_BEGIN_DECLS

GPtrArray *crit_rules_about_new (CritRules *rules, CritDate today);

G_END_DECLS
