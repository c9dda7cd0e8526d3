/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

const CritQuestion *crit_rules_find_start (const CritRules *self, const CritQuestion *stop);

G_END_DECLS
