/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

char *crit_standing_dup_text (CritRules *rules);
char *crit_standing_dup_version (const CritRules *rules);

G_END_DECLS
