/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-members.h"

G_BEGIN_DECLS

const CritQuestion *crit_answer_find (CritLoader *self,
                                      const CritJsonNode *node,
                                      const char *id,
                                      const CritQuestion *list);
CritCondition *crit_answer_load (CritMembers *members, const CritQuestion *list);
void
crit_answer_load_distinct (CritLoader *self, const CritJsonNode *node, CritCondition *condition);

G_END_DECLS
