/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-agree.h"

#include "screening/crit-evaluate.h"

static gboolean agree (CritWorld *world, const CritCondition *condition, int entry);

static CritTruth
evaluate_side (CritWorld *world, const CritCondition *condition, int entry, gboolean second)
{
  world->second = second;
  return crit_evaluate (world, condition, entry);
}

/* Whether a test of @question looks at the twin, or might. */
static gboolean
is_twin (CritWorld *world, const CritQuestion *question, int entry)
{
  const CritInput *twin = &world->twin;

  if (question == NULL || twin->question != question)
    return FALSE;
  return twin->attribute == CRIT_EVERY_ATTRIBUTE || question->list == NULL || twin->entry == entry;
}

static gboolean
agree_shown (CritWorld *world, const CritQuestion *question, int entry)
{
  if (question == NULL)
    return TRUE;
  if (question->list != NULL && !agree_shown (world, question->list, -1))
    return FALSE;
  if (question->list == NULL && question->section != NULL
      && !agree (world, question->section->shown_when, -1))
    return FALSE;
  return agree (world, question->shown_when, entry);
}

static gboolean
agree_test (CritWorld *world, const CritCondition *test, int entry)
{
  return !is_twin (world, test->question, entry) && !is_twin (world, test->until, entry)
         && agree_shown (world, test->question, entry) && agree_shown (world, test->until, entry);
}

static gboolean
agree_entry (CritWorld *world, const CritCondition *count, int entry)
{
  return agree (world, count->where, entry) && !is_twin (world, count->distinct, entry)
         && agree_shown (world, count->distinct, entry);
}

/* All entries there are and, for those that may follow, one more. */
static gboolean
agree_count (CritWorld *world, const CritCondition *count)
{
  CritDomain further = crit_world_get_domain (world, crit_input_of (count->question, -1));
  guint n = crit_world_count_recorded (world, count->question) + (guint) further.low + 1;

  if (is_twin (world, count->question, -1) || !agree_shown (world, count->question, -1))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!agree_entry (world, count, (int) i))
      return FALSE;
  return TRUE;
}

static gboolean
agree_parts (CritWorld *world, const CritCondition *condition, int entry)
{
  for (guint i = 0; i < condition->n_parts; i++)
    if (!agree (world, condition->parts[i], entry))
      return FALSE;
  return TRUE;
}

static gboolean
agree (CritWorld *world, const CritCondition *condition, int entry)
{
  CritTruth first = evaluate_side (world, condition, entry, FALSE);
  CritTruth second = evaluate_side (world, condition, entry, TRUE);

  if (first != CRIT_EITHER || second != CRIT_EITHER)
    return first == second;
  if (condition->kind == CRIT_CONDITION_COUNT)
    return agree_count (world, condition);
  if (condition->kind == CRIT_CONDITION_CRITERION)
    return agree (world, condition->criterion->when, -1);
  return crit_condition_has_parts (condition) ? agree_parts (world, condition, entry)
                                              : agree_test (world, condition, entry);
}

/**
 * crit_twins_agree:
 * @world: a world in a search, with a twin
 * @criterion: a criterion
 *
 * Looks whether what is left open of the criterion is the same for both values of the twin: where the twin is looked at,
 * its two values have been decided on, and decided the same.
 *
 * Returns: TRUE where the criterion comes to the same for both in every completion of this case; FALSE where that is not
 *   seen
 */
gboolean
crit_twins_agree (CritWorld *world, const CritCriterion *criterion)
{
  gboolean same = agree (world, criterion->applies_when, -1) && agree (world, criterion->when, -1);

  world->second = FALSE;
  return same;
}
