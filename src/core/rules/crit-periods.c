/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-periods.h"

static const CritQuestion *
find_start (const CritCondition *condition, const CritQuestion *stop)
{
  const CritQuestion *start = NULL;

  if (condition == NULL)
    return NULL;
  if (condition->kind == CRIT_CONDITION_DURATION && condition->until == stop)
    return condition->question;
  start = find_start (condition->where, stop);
  for (guint i = 0; start == NULL && i < condition->n_parts; i++)
    start = find_start (condition->parts[i], stop);
  return start;
}

/**
 * crit_rules_find_start:
 * @self: rules
 * @stop: one of their questions, or a field of a list
 *
 * Looks in the criteria for a length of time that ends with the answer to @stop.
 *
 * Returns: (nullable): the date question that such a time begins with
 */
const CritQuestion *
crit_rules_find_start (const CritRules *self, const CritQuestion *stop)
{
  const CritQuestion *start = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (stop != NULL, NULL);

  for (guint i = 0; start == NULL && i < self->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (self->criteria, i);

      start = find_start (criterion->when, stop);
      if (start == NULL)
        start = find_start (criterion->applies_when, stop);
    }
  return start;
}
