/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

GPtrArray *crit_rules_notices_new (const CritRules *rules, CritDate today, guint n_passed);

G_END_DECLS
