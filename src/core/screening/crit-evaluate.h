/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

/* What a criterion can come to, as a set: its condition is false, or true, or it does not apply. */
enum
{
  CRIT_RESULT_FALSE = CRIT_FALSE,
  CRIT_RESULT_TRUE = CRIT_TRUE,
  CRIT_RESULT_NOT_APPLICABLE = 1 << 2,
};

CritTruth crit_evaluate (CritWorld *world, const CritCondition *condition, int entry);
CritTruth crit_evaluate_shown (CritWorld *world, const CritQuestion *question, int entry);
CritTruth crit_evaluate_answer (CritWorld *world, const CritCondition *test, int entry);
CritTruth crit_evaluate_order (CritWorld *world, const CritOrder *order);
CritTruth crit_evaluate_value (CritWorld *world, const CritCondition *condition, guint value);
guint crit_evaluate_criterion (CritWorld *world, const CritCriterion *criterion);
gboolean crit_result_is_single (guint result);

CritRange crit_evaluate_count (CritWorld *world, const CritCondition *condition);
gboolean crit_count_values_of_entry (CritWorld *world,
                                     const CritCondition *count,
                                     int entry,
                                     guint8 *values);

G_END_DECLS
