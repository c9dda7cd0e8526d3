/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"
#include "screening/crit-truth.h"

G_BEGIN_DECLS

/**
 * CritRange:
 *
 * Numbers from @low to @high, both included; none where @low is above @high.
 */
typedef struct
{
  double low;
  double high;
} CritRange;

/**
 * CritDomain:
 * @low: the least value
 * @high: the greatest value
 * @gap_low: the last value before a gap, and @gap_high the first after it; equal where there is no gap
 * @allowed: (nullable): of a choice, one byte a value from 0, nonzero where the value is possible; NULL for all
 *
 * The values an input can have: a number, a day, false (0) and true (1), the index of an option, or how many further
 * entries a list has. Every domain has at least one value, and @low and @high are among them.
 */
typedef struct
{
  double low;
  double high;
  double gap_low;
  double gap_high;
  guint8 *allowed;
} CritDomain;

static inline CritDomain
crit_domain_of_range (double low, double high)
{
  return (CritDomain){ .low = low, .high = high };
}

static inline gboolean
crit_domain_is_single (const CritDomain *self)
{
  return self->low == self->high;
}

static inline gboolean
crit_domain_has (const CritDomain *self, guint value)
{
  return value >= self->low && value <= self->high
         && (self->allowed == NULL || self->allowed[value]);
}

gboolean crit_domain_clip (CritDomain *self, CritRange range);
CritTruth crit_domain_compare (const CritDomain *self, CritRange range, gboolean whole);

gboolean crit_question_is_whole (const CritQuestion *question);
CritRange crit_range_of_test (const CritCondition *condition, CritDay today);
CritRange crit_range_of_bounds (const CritCondition *condition, gboolean whole);
guint crit_count_get_limit (const CritCondition *count);
CritRange crit_range_below (CritRange range, gboolean whole);
CritRange crit_range_above (CritRange range, gboolean whole);

G_END_DECLS
