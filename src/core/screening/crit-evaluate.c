/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-evaluate.h"

#include "screening/crit-narrow.h"

#include <math.h>

/* Whether values inside and outside of a range are possible. */
static CritTruth
evaluate_range (CritWorld *world, const CritCondition *condition, int entry)
{
  CritInput input = crit_world_resolve (world, crit_input_of (condition->question, entry));
  CritRange range = crit_range_of_test (condition, world->today);
  gboolean whole = crit_question_is_whole (condition->question);
  CritDomain domain = crit_world_get_domain (world, input);

  return crit_domain_compare (&domain, range, whole);
}

/* An attribute that a text has alone, or has not at all, is in no option, and so no test of it is true. */
static CritTruth
evaluate_attribute (CritWorld *world, const CritCondition *condition, guint name)
{
  const CritQuestion *question = condition->question;
  const int *classes = crit_world_get_classes (world, question->options, condition->attribute);
  CritInput input = crit_input_of_attribute (question, name, condition->attribute);
  CritDomain domain = crit_world_get_domain (world, crit_world_resolve (world, input));
  CritTruth truth = 0;

  for (guint v = domain.low; v <= domain.high && truth != CRIT_EITHER; v++)
    if (!crit_domain_has (&domain, v))
      continue;
    else if (v >= question->options->options->len)
      truth |= CRIT_FALSE;
    else if (classes[v] == (int) v)
      truth |= crit_truth_of (condition->accepted[v]);
  return truth;
}

/**
 * crit_evaluate_value:
 * @world: a world
 * @condition: a test of a choice
 * @value: a value of the choice: an option, or beyond them the name of a free text
 *
 * Returns: what the test can be for that value
 */
CritTruth
crit_evaluate_value (CritWorld *world, const CritCondition *condition, guint value)
{
  guint n_options = condition->question->options->options->len;

  if (value < n_options)
    return crit_truth_of (condition->accepted[value]);
  if (condition->attribute < 0)
    return crit_truth_of (condition->accepts_other);
  return evaluate_attribute (world, condition, value - n_options);
}

static CritTruth
evaluate_option (CritWorld *world, const CritCondition *condition, int entry)
{
  CritInput input = crit_world_resolve (world, crit_input_of (condition->question, entry));
  CritDomain domain = crit_world_get_domain (world, input);
  CritTruth truth = 0;

  for (guint v = domain.low; v <= domain.high && truth != CRIT_EITHER; v++)
    if (crit_domain_has (&domain, v))
      truth |= crit_evaluate_value (world, condition, v);
  return truth;
}

/**
 * crit_evaluate_order:
 * @world: a world
 * @order: how two dates stand to each other
 *
 * Returns: what that can be
 */
CritTruth
crit_evaluate_order (CritWorld *world, const CritOrder *order)
{
  CritOrder opposite = crit_order_opposite (order);

  if (crit_world_has_to_hold (world, order))
    return CRIT_TRUE;
  if (crit_world_has_to_hold (world, &opposite))
    return CRIT_FALSE;
  return (crit_world_may_hold (world, order) ? CRIT_TRUE : 0)
         | (crit_world_may_hold (world, &opposite) ? CRIT_FALSE : 0);
}

static CritTruth
evaluate_duration (CritWorld *world, const CritCondition *condition, int entry)
{
  CritOrder orders[CRIT_MOST_ORDERS];
  guint n = crit_world_get_orders (world, condition, entry, orders);
  CritTruth truth = CRIT_TRUE;

  for (guint i = 0; i < n && truth != CRIT_FALSE; i++)
    truth = crit_truth_and (truth, crit_evaluate_order (world, &orders[i]));
  return truth;
}

static CritTruth
evaluate_parts (CritWorld *world, const CritCondition *condition, guint least, int entry)
{
  guint sure = 0, possible = 0, left = condition->n_parts;

  for (guint i = 0; i < condition->n_parts && sure < least && possible + left >= least; i++)
    {
      CritTruth truth = crit_evaluate (world, condition->parts[i], entry);

      left--;
      sure += truth == CRIT_TRUE;
      possible += (truth & CRIT_TRUE) != 0;
    }
  return crit_truth_at_least (least, sure, possible + left);
}

static CritTruth
evaluate_count (CritWorld *world, const CritCondition *condition)
{
  CritRange count = crit_evaluate_count (world, condition);
  CritRange bounds = crit_range_of_bounds (condition, TRUE);

  if (count.low >= bounds.low && count.high <= bounds.high)
    return CRIT_TRUE;
  return count.high < bounds.low || count.low > bounds.high ? CRIT_FALSE : CRIT_EITHER;
}

/**
 * crit_evaluate_answer:
 * @world: the completions to look at
 * @test: a test of an answer, or of two
 * @entry: of fields: the entry they belong to
 *
 * Returns: what the test can be where its questions are shown
 */
CritTruth
crit_evaluate_answer (CritWorld *world, const CritCondition *test, int entry)
{
  if (test->kind == CRIT_CONDITION_OPTION)
    return evaluate_option (world, test, entry);
  if (test->kind == CRIT_CONDITION_DURATION)
    return evaluate_duration (world, test, entry);
  return evaluate_range (world, test, entry);
}

static CritTruth
evaluate_test (CritWorld *world, const CritCondition *test, int entry)
{
  CritTruth shown = crit_evaluate_shown (world, test->question, entry);

  if (shown != CRIT_FALSE && test->until != NULL)
    shown = crit_truth_and (shown, crit_evaluate_shown (world, test->until, entry));
  if (shown == CRIT_FALSE)
    return CRIT_FALSE;
  return crit_truth_and (shown, crit_evaluate_answer (world, test, entry));
}

/**
 * crit_evaluate:
 * @world: the completions to look at
 * @condition: (nullable): a condition; none is true
 * @entry: inside a count, the entry that fields belong to; otherwise -1
 *
 * Evaluates a condition by Kleene's logic. The result holds every truth value that the condition has in some
 * completion. It may hold one more where an input occurs more than once, since each occurrence is looked at alone; the
 * search in cases is there for that.
 *
 * Returns: what the condition can be
 */
CritTruth
crit_evaluate (CritWorld *world, const CritCondition *condition, int entry)
{
  if (condition == NULL)
    return CRIT_TRUE;

  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
      return evaluate_parts (world, condition, condition->n_parts, entry);
    case CRIT_CONDITION_ANY:
      return evaluate_parts (world, condition, 1, entry);
    case CRIT_CONDITION_AT_LEAST:
      return evaluate_parts (world, condition, condition->least, entry);
    case CRIT_CONDITION_NOT:
      return crit_truth_not (crit_evaluate (world, condition->parts[0], entry));
    case CRIT_CONDITION_COUNT:
      return evaluate_count (world, condition);
    case CRIT_CONDITION_CRITERION:
      return crit_evaluate (world, condition->criterion->when, -1);
    default:
      return evaluate_test (world, condition, entry);
    }
}

/**
 * crit_evaluate_shown:
 * @world: the completions to look at
 * @question: a question or a field
 * @entry: of a field: the entry
 *
 * Returns: whether the question is shown: its section, its list and itself
 */
CritTruth
crit_evaluate_shown (CritWorld *world, const CritQuestion *question, int entry)
{
  CritTruth outer = CRIT_TRUE;

  if (question->list != NULL)
    outer = crit_evaluate_shown (world, question->list, -1);
  else if (question->section != NULL)
    outer = crit_evaluate (world, question->section->shown_when, -1);

  if (outer == CRIT_FALSE || question->shown_when == NULL)
    return outer;
  return crit_truth_and (outer, crit_evaluate (world, question->shown_when, entry));
}

/**
 * crit_evaluate_criterion:
 * @world: the completions to look at
 * @criterion: a criterion; a note that applies comes to true
 *
 * Returns: what it can come to, as a set of `CRIT_RESULT_…`
 */
guint
crit_evaluate_criterion (CritWorld *world, const CritCriterion *criterion)
{
  CritTruth applies = crit_evaluate (world, criterion->applies_when, -1);
  guint result = applies & CRIT_FALSE ? CRIT_RESULT_NOT_APPLICABLE : 0;

  if (applies & CRIT_TRUE)
    result |= crit_evaluate (world, criterion->when, -1);
  return result;
}

/**
 * crit_result_is_single:
 * @result: a set of `CRIT_RESULT_…`, not empty
 *
 * Returns: whether it can come to one thing only
 */
gboolean
crit_result_is_single (guint result)
{
  return (result & (result - 1)) == 0;
}
