/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-split.h"

#include "screening/crit-alike.h"
#include "screening/crit-evaluate.h"

/**
 * Split:
 * @shared: whether only answers are split that all entries of a list have in common
 */
typedef struct
{
  CritWorld *world;
  GPtrArray *tests;
  GArray *narrowings;
  gboolean shared;
} Split;

/* The functions below that return something say whether they found anything to split. */
static gboolean split_condition (Split *self, const CritCondition *condition, int entry);

static gboolean
split_shown (Split *self, const CritQuestion *question, int entry)
{
  if (crit_evaluate_shown (self->world, question, entry) != CRIT_EITHER)
    return FALSE;
  if (question->list != NULL && split_shown (self, question->list, -1))
    return TRUE;
  if (question->list == NULL && question->section != NULL
      && split_condition (self, question->section->shown_when, -1))
    return TRUE;
  return split_condition (self, question->shown_when, entry);
}

static void
split_range (Split *self, const CritCondition *condition, int entry)
{
  CritInput input = crit_world_resolve (self->world, crit_input_of (condition->question, entry));
  CritRange range = crit_range_of_test (condition, self->world->today);
  gboolean whole = crit_question_is_whole (condition->question);

  crit_narrowings_add_range (self->narrowings, input, range);
  crit_narrowings_add_range (self->narrowings, input, crit_range_below (range, whole));
  crit_narrowings_add_range (self->narrowings, input, crit_range_above (range, whole));
}

/* One case for each value that @chosen marks, of those that are alike only the first. */
static void
add_single_values (Split *self, CritInput input, const guint8 *chosen)
{
  guint n_values = crit_world_count_values (self->world, input);

  for (guint v = 0; v < n_values; v++)
    {
      guint8 *allowed = NULL;

      if (!chosen[v] || crit_alike_any_before (self->world, self->tests, input, chosen, v))
        continue;
      allowed = g_new0 (guint8, n_values);
      allowed[v] = 1;
      crit_narrowings_add_allowed (self->narrowings, input, allowed);
    }
}

/* The values of an input that are possible. */
static guint8 *
dup_possible (Split *self, CritInput input, guint *n_values)
{
  CritDomain domain = crit_world_get_domain (self->world, input);
  guint8 *possible = NULL;

  *n_values = crit_world_count_values (self->world, input);
  possible = g_new0 (guint8, *n_values);
  for (guint v = domain.low; v <= domain.high; v++)
    possible[v] = crit_domain_has (&domain, v);
  return possible;
}

/* Of the possible values, those that a test decides one way. They are taken out of @possible. */
static void
add_decided (Split *self,
             const CritCondition *test,
             CritInput input,
             CritTruth truth,
             guint8 *possible)
{
  guint n_values = crit_world_count_values (self->world, input);
  guint8 *allowed = g_new0 (guint8, n_values);

  for (guint v = 0; v < n_values; v++)
    if (possible[v] && crit_evaluate_value (self->world, test, v) == truth)
      {
        allowed[v] = 1;
        possible[v] = 0;
      }
  crit_narrowings_add_allowed (self->narrowings, input, allowed);
}

/* An attribute of a free text: those values for which the test is true, and the others. */
static void
split_attribute (Split *self, const CritCondition *test, guint name)
{
  CritInput input = crit_world_resolve (
      self->world, crit_input_of_attribute (test->question, name, test->attribute));
  guint n_options = test->question->options->options->len;
  guint n_values = crit_world_count_values (self->world, input);
  guint8 *true_values = g_new0 (guint8, n_values);
  guint8 *false_values = g_new0 (guint8, n_values);

  for (guint v = 0; v < n_values; v++)
    if (v < n_options && test->accepted[v])
      true_values[v] = 1;
    else
      false_values[v] = 1;
  crit_narrowings_add_allowed (self->narrowings, input, true_values);
  crit_narrowings_add_allowed (self->narrowings, input, false_values);
}

static void
split_option (Split *self, const CritCondition *test, int entry)
{
  CritInput input = crit_world_resolve (self->world, crit_input_of (test->question, entry));
  CritDomain domain = crit_world_get_domain (self->world, input);
  guint n_values = 0;
  g_autofree guint8 *possible = dup_possible (self, input, &n_values);

  if (crit_domain_is_single (&domain))
    {
      split_attribute (self, test, (guint) domain.low - test->question->options->options->len);
      return;
    }
  add_decided (self, test, input, CRIT_TRUE, possible);
  add_decided (self, test, input, CRIT_FALSE, possible);
  add_single_values (self, input, possible);
}

static void
split_duration (Split *self, const CritCondition *condition, int entry)
{
  CritOrder orders[CRIT_MOST_ORDERS];
  guint n = crit_world_get_orders (self->world, condition, entry, orders);

  for (guint i = 0; i < n; i++)
    if (crit_evaluate_order (self->world, &orders[i]) == CRIT_EITHER)
      {
        CritOrder opposite = crit_order_opposite (&orders[i]);

        crit_narrowings_add_order (self->narrowings, &orders[i]);
        crit_narrowings_add_order (self->narrowings, &opposite);
        return;
      }
}

/* Options that add the same attribute stay together; free texts stand alone. */
static void
add_classes (Split *self, const CritCondition *count, CritInput input)
{
  const CritOptionSet *set = count->distinct->options;
  const int *classes = crit_world_get_classes (self->world, set, count->attribute);
  guint n_values = 0;
  g_autofree guint8 *possible = dup_possible (self, input, &n_values);

  for (guint v = 0; v < set->options->len; v++)
    {
      guint8 *allowed = NULL;

      if (!possible[v])
        continue;
      allowed = g_new0 (guint8, n_values);
      for (guint w = v; w < set->options->len; w++)
        if (possible[w] && classes[w] == classes[v])
          {
            allowed[w] = 1;
            possible[w] = 0;
          }
      crit_narrowings_add_allowed (self->narrowings, input, allowed);
    }
  add_single_values (self, input, possible);
}

/* Every value that an attribute of a free text can have, alone. */
static void
split_attribute_values (Split *self, const CritCondition *count, guint name)
{
  CritInput input = crit_world_resolve (
      self->world, crit_input_of_attribute (count->distinct, name, count->attribute));
  const CritOptionSet *set = count->distinct->options;
  const int *classes = crit_world_get_classes (self->world, set, count->attribute);
  guint n_values = 0;
  g_autofree guint8 *possible = dup_possible (self, input, &n_values);

  for (guint v = 0; v < set->options->len; v++)
    if (classes[v] != (int) v)
      possible[v] = 0;
  add_single_values (self, input, possible);
}

/* Whether all values add the same to the count, so that the text itself need not be chosen before its attribute. */
static void
split_value (Split *self, const CritCondition *count, int entry)
{
  CritInput input = crit_world_resolve (self->world, crit_input_of (count->distinct, entry));
  CritDomain domain = crit_world_get_domain (self->world, input);
  guint n_values = 0;
  g_autofree guint8 *possible = NULL;

  if (crit_domain_is_single (&domain))
    split_attribute_values (self, count,
                            (guint) domain.low - count->distinct->options->options->len);
  else if (count->attribute >= 0)
    add_classes (self, count, input);
  else
    {
      possible = dup_possible (self, input, &n_values);
      add_single_values (self, input, possible);
    }
}

/* Whether more than one thing can be added to a count of different values by an entry. */
static gboolean
adds_either (Split *self, const CritCondition *count, int entry)
{
  CritInput input = crit_input_of (count->distinct, entry);
  guint n_values = crit_world_count_values (self->world, input);
  g_autofree guint8 *values = g_new0 (guint8, n_values);
  guint n = crit_count_values_of_entry (self->world, count, entry, values) ? 1 : 0;

  for (guint v = 0; v < n_values; v++)
    n += values[v];
  return n > 1;
}

/* An entry of which it is open whether or what it adds. */
static gboolean
split_entry (Split *self, const CritCondition *count, int entry)
{
  CritTruth where = crit_evaluate (self->world, count->where, entry);

  if (where == CRIT_FALSE)
    return FALSE;
  if (where == CRIT_EITHER && split_condition (self, count->where, entry))
    return TRUE;
  if (where == CRIT_EITHER || count->distinct == NULL)
    return FALSE;
  if (split_shown (self, count->distinct, entry))
    return TRUE;
  if (self->shared || !adds_either (self, count, entry))
    return FALSE;
  split_value (self, count, entry);
  return TRUE;
}

/* An entry that is not recorded is settled for every count before another one is looked at, so that it is seen at once
   where it makes no difference. */
static gboolean
split_unrecorded (Split *self, const CritQuestion *list, guint first, guint n)
{
  for (guint entry = first; entry < n; entry++)
    for (guint i = 0; i < self->tests->len; i++)
      {
        const CritCondition *count = g_ptr_array_index (self->tests, i);

        if (count->kind == CRIT_CONDITION_COUNT && count->question == list
            && split_entry (self, count, (int) entry))
          return TRUE;
      }
  return FALSE;
}

static void
split_further (Split *self, CritInput input, CritDomain further)
{
  CritRange none = { further.low, further.low };
  CritRange more = { further.low + 1, further.high };

  crit_narrowings_add_range (self->narrowings, input, none);
  crit_narrowings_add_range (self->narrowings, input, more);
}

/* What is shared by all entries is also asked of one that is not there yet. */
static gboolean
split_count (Split *self, const CritCondition *count)
{
  CritInput input = crit_world_resolve (self->world, crit_input_of (count->question, -1));
  CritDomain further = crit_world_get_domain (self->world, input);
  guint recorded = crit_world_count_recorded (self->world, count->question);
  guint n = recorded + (guint) further.low;
  gboolean more = !crit_domain_is_single (&further);

  if (split_shown (self, count->question, -1))
    return TRUE;
  for (guint i = 0; i < n + (self->shared && more ? 1 : 0); i++)
    if (split_entry (self, count, (int) i))
      return TRUE;
  if (self->shared || !more)
    return FALSE;
  if (!split_unrecorded (self, count->question, recorded, n))
    split_further (self, input, further);
  return TRUE;
}

static gboolean
split_parts (Split *self, const CritCondition *condition, int entry)
{
  for (guint i = 0; i < condition->n_parts; i++)
    if (split_condition (self, condition->parts[i], entry))
      return TRUE;
  return FALSE;
}

static gboolean
split_test (Split *self, const CritCondition *test, int entry)
{
  if (split_shown (self, test->question, entry)
      || (test->until != NULL && split_shown (self, test->until, entry)))
    return TRUE;
  if (self->shared
      && (test->question->list != NULL || (test->until != NULL && test->until->list != NULL)))
    return FALSE;

  if (test->kind == CRIT_CONDITION_OPTION)
    split_option (self, test, entry);
  else if (test->kind == CRIT_CONDITION_DURATION)
    split_duration (self, test, entry);
  else
    split_range (self, test, entry);
  return TRUE;
}

static gboolean
split_condition (Split *self, const CritCondition *condition, int entry)
{
  if (crit_evaluate (self->world, condition, entry) != CRIT_EITHER)
    return FALSE;

  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
    case CRIT_CONDITION_ANY:
    case CRIT_CONDITION_NOT:
    case CRIT_CONDITION_AT_LEAST:
      return split_parts (self, condition, entry);
    case CRIT_CONDITION_COUNT:
      return split_count (self, condition);
    case CRIT_CONDITION_CRITERION:
      return split_condition (self, condition->criterion->when, -1);
    default:
      return split_test (self, condition, entry);
    }
}

static gboolean
split_side (Split *self, const CritCriterion *criterion, gboolean second)
{
  self->world->second = second;
  if (crit_result_is_single (crit_evaluate_criterion (self->world, criterion)))
    return FALSE;
  return split_condition (self, criterion->applies_when, -1)
         || split_condition (self, criterion->when, -1);
}

static gboolean
split_either_side (Split *self, const CritCriterion *criterion)
{
  return (self->world->twin.question != NULL && split_side (self, criterion, TRUE))
         || split_side (self, criterion, FALSE);
}

/**
 * crit_split_criterion:
 * @world: a world in a search
 * @criterion: a criterion that can come to more than one thing
 * @tests: of #CritCondition: all that the criterion can depend on
 * @narrowings: from crit_narrowings_new(): where the cases are added
 *
 * Splits on the first thing that is not decided, and first on what all entries of a list share, since entries can then
 * be compared. The cases together are all completions there are, but for those that are alike: they differ from one that
 * is there only in what a value is called. Each is smaller than the whole. A case may be empty.
 */
void
crit_split_criterion (CritWorld *world,
                      const CritCriterion *criterion,
                      GPtrArray *tests,
                      GArray *narrowings)
{
  Split self = { world, tests, narrowings, TRUE };

  if (!split_either_side (&self, criterion))
    {
      self.shared = FALSE;
      split_either_side (&self, criterion);
    }
  world->second = FALSE;
}
