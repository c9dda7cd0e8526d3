/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-once.h"

#include "screening/crit-evaluate.h"
#include "screening/crit-once-private.h"

static gboolean
is_open (CritWorld *world, CritInput input)
{
  CritDomain domain = crit_world_get_domain (world, input);

  return !crit_domain_is_single (&domain);
}

/* Notes that an input is read. What all entries of a list share is read more than once by its nature. */
static void
read_input (CritOnce *self, CritInput input, gboolean matters)
{
  CritInput *key = NULL;

  if (!is_open (self->world, input))
    return;
  key = g_memdup2 (&input, sizeof input);
  if (!g_hash_table_add (self->read, key) || (self->in_where && input.question->list == NULL))
    self->once = FALSE;
  else if (matters && self->mattering != NULL)
    g_hash_table_add (self->mattering, g_memdup2 (&input, sizeof input));
}

/**
 * crit_once_read_answer:
 * @self: a walk
 * @question: a question or a field
 * @entry: of a field: its entry
 * @matters: whether a change of it can be seen in the end
 *
 * Notes that an answer is read.
 */
void
crit_once_read_answer (CritOnce *self, const CritQuestion *question, int entry, gboolean matters)
{
  read_input (self, crit_input_of (question, entry), matters);
}

/**
 * crit_once_walk_shown:
 * @self: a walk
 * @question: a question or a field
 * @entry: of a field: its entry
 * @matters: whether it can be seen in the end if the question is shown or not
 *
 * Notes what is read to find out whether a question is shown.
 */
void
crit_once_walk_shown (CritOnce *self, const CritQuestion *question, int entry, gboolean matters)
{
  if (crit_evaluate_shown (self->world, question, entry) != CRIT_EITHER)
    return;

  if (question->list != NULL)
    crit_once_walk_shown (self, question->list, -1, matters);
  else if (question->section != NULL)
    crit_once_walk (self, question->section->shown_when, -1, matters);
  crit_once_walk (self, question->shown_when, entry, matters);
}

/* The free texts that are recorded share attributes, of which nothing is known, with those that open answers may be. */
static gboolean
has_texts (CritOnce *self, const CritQuestion *question)
{
  guint n = question->list != NULL ? crit_world_count_recorded (self->world, question->list) : 1;

  for (guint i = 0; i < n; i++)
    if (crit_world_get_answer (self->world, question, (int) i)->kind == CRIT_ANSWER_OTHER)
      return TRUE;
  return FALSE;
}

/**
 * crit_once_check_attribute:
 * @self: a walk
 * @question: a choice
 * @attribute: the attribute that is read; -1 where it is the answer itself
 * @entry: of a field: its entry
 *
 * Ends the walk where attributes of certain free texts come in. A text that is not recorded can be any.
 */
void
crit_once_check_attribute (CritOnce *self, const CritQuestion *question, int attribute, int entry)
{
  CritDomain domain = crit_world_get_domain (self->world, crit_input_of (question, entry));

  if (attribute >= 0 && question->other
      && (crit_domain_is_single (&domain) || domain.allowed != NULL || has_texts (self, question)))
    self->once = FALSE;
}

/* What is open of a duration. A bound from below holds only where the second date is not before the first. */
static guint
get_open_orders (CritOnce *self,
                 const CritCondition *duration,
                 int entry,
                 CritOrder orders[CRIT_MOST_ORDERS])
{
  CritOrder all[CRIT_MOST_ORDERS];
  guint n = crit_world_get_orders (self->world, duration, entry, all);
  guint n_open = 0;

  for (guint i = duration->lower.present ? 1 : 0; i < n; i++)
    if (crit_evaluate_order (self->world, &all[i]) == CRIT_EITHER)
      orders[n_open++] = all[i];
  return n_open;
}

static void
walk_duration (CritOnce *self, const CritCondition *duration, int entry, gboolean matters)
{
  CritOrder orders[CRIT_MOST_ORDERS];
  guint n = get_open_orders (self, duration, entry, orders);
  CritDomain start = { 0 }, stop = { 0 };

  if (n == 0)
    return;
  if (n > 1)
    self->once = FALSE;
  start = crit_world_get_domain (self->world, orders[0].start);
  stop = crit_world_get_domain (self->world, orders[0].stop);
  crit_once_read_answer (self, duration->question, entry,
                         matters && crit_order_start_decides (&orders[0], &start, &stop));
  crit_once_read_answer (self, duration->until, entry,
                         matters && crit_order_stop_decides (&orders[0], &start, &stop));
}

/* A test is true where its question is shown and its answer is as it should be. */
static void
walk_test (CritOnce *self, const CritCondition *test, int entry, gboolean matters)
{
  crit_once_walk_shown (self, test->question, entry, matters);
  if (test->until != NULL)
    crit_once_walk_shown (self, test->until, entry, matters);
  if (crit_evaluate_answer (self->world, test, entry) != CRIT_EITHER)
    return;

  crit_once_check_attribute (self, test->question, test->attribute, entry);
  if (test->kind == CRIT_CONDITION_DURATION)
    walk_duration (self, test, entry, matters);
  else
    crit_once_read_answer (self, test->question, entry, matters);
}

/**
 * crit_once_walk:
 * @self: a walk
 * @condition: (nullable): a condition
 * @entry: inside a count, the entry that fields belong to; otherwise -1
 * @matters: whether a change of the condition can be seen in the end
 *
 * Notes what a condition that is not decided reads. Where its parts have nothing in common, the others can be such that
 * any one of them decides.
 */
void
crit_once_walk (CritOnce *self, const CritCondition *condition, int entry, gboolean matters)
{
  if (!self->once || crit_evaluate (self->world, condition, entry) != CRIT_EITHER)
    return;

  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
    case CRIT_CONDITION_ANY:
    case CRIT_CONDITION_NOT:
    case CRIT_CONDITION_AT_LEAST:
      for (guint i = 0; i < condition->n_parts; i++)
        crit_once_walk (self, condition->parts[i], entry, matters);
      break;
    case CRIT_CONDITION_COUNT:
      crit_once_walk_count (self, condition, matters);
      break;
    case CRIT_CONDITION_CRITERION:
      crit_once_walk (self, condition->criterion->when, -1, matters);
      break;
    default:
      walk_test (self, condition, entry, matters);
    }
}

/**
 * crit_once_find:
 * @world: a world in which no order of dates is assumed
 * @criterion: a criterion
 * @mattering: (nullable): of #CritInput: where the inputs that matter are added
 *
 * Most criteria read each open answer once. Then nothing that is open depends on anything else that is: what evaluating
 * finds is exact, and what matters can be read off. What cannot be seen to be so is left to the search in cases.
 *
 * Returns: whether it is so; if not, @mattering is to be thrown away
 */
gboolean
crit_once_find (CritWorld *world, const CritCriterion *criterion, GHashTable *mattering)
{
  g_autoptr (GHashTable) read = g_hash_table_new_full ((GHashFunc) crit_input_hash,
                                                       (GEqualFunc) crit_input_equal, g_free, NULL);
  CritOnce self = { .world = world, .read = read, .mattering = mattering, .once = TRUE };

  if (crit_evaluate (world, criterion->applies_when, -1) == CRIT_FALSE)
    return TRUE;
  crit_once_walk (&self, criterion->applies_when, -1, TRUE);
  crit_once_walk (&self, criterion->when, -1, TRUE);
  return self.once;
}
