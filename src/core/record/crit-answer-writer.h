/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"

G_BEGIN_DECLS

JsonNode *crit_answers_to_node (const CritRules *rules, const CritAnswer *answers);

G_END_DECLS
