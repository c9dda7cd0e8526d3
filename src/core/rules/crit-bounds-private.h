/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-members.h"

G_BEGIN_DECLS

/* What is compared; unlike things never are. */
typedef enum
{
  CRIT_BOUND_WHOLE,   /* answers to an `integer` question */
  CRIT_BOUND_DECIMAL, /* answers to a `decimal` question */
  CRIT_BOUND_COUNT,
  CRIT_BOUND_DAY,
  CRIT_BOUND_PERIOD,
} CritBoundKind;

gboolean crit_bounds_are_there (CritMembers *members);
void crit_bounds_load (CritMembers *members, CritCondition *condition, CritBoundKind kind);
void crit_bounds_load_exactly (CritLoader *self,
                               const CritJsonNode *node,
                               CritCondition *condition,
                               CritBoundKind kind);

G_END_DECLS
