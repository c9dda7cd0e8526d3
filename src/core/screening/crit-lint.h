/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-finding.h"
#include "rules/crit-rules.h"

G_BEGIN_DECLS

CritRules *crit_lint (GBytes *text, CritDate today, GPtrArray *findings);

G_END_DECLS
