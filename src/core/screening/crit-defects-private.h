/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-defects.h"

G_BEGIN_DECLS

CritDefect *crit_defects_add (GPtrArray *self,
                              CritCondition *condition,
                              const CritCondition *model,
                              gsize offset,
                              char *sentence);
void crit_defects_change_bounds (GPtrArray *self, CritCondition *condition);
void crit_defects_change_period (GPtrArray *self, CritCondition *condition);

G_END_DECLS
