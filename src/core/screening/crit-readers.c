/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-readers.h"

#include "screening/crit-reach.h"

struct _CritReaders
{
  guint n_questions;
  GArray **criteria; /* by slot: of guint, indices of criteria in order */
};

static void
add (CritReaders *self, const CritQuestion *question, guint criterion)
{
  GArray *criteria = NULL;

  if (question == NULL)
    return;
  if (question->list != NULL)
    question = question->list;
  /* Criteria come one after the other, so the last one is all that could be there already. */
  criteria = self->criteria[question->slot];
  if (criteria->len == 0 || g_array_index (criteria, guint, criteria->len - 1) != criterion)
    g_array_append_val (criteria, criterion);
}

static void
add_criterion (CritReaders *self, const CritCriterion *criterion)
{
  g_autoptr (GPtrArray) conditions = crit_reach_of_criterion (criterion);

  for (guint i = 0; i < conditions->len; i++)
    {
      const CritCondition *condition = g_ptr_array_index (conditions, i);

      add (self, condition->question, criterion->index);
      add (self, condition->until, criterion->index);
      add (self, condition->distinct, criterion->index);
    }
}

/**
 * crit_readers_new:
 * @rules: rules, which must live as long
 *
 * Finds out which criteria read which question, be it through a condition of a section, a question or another criterion.
 *
 * Returns: (transfer full): the readers
 */
CritReaders *
crit_readers_new (const CritRules *rules)
{
  CritReaders *self = g_atomic_rc_box_new0 (CritReaders);

  self->n_questions = rules->questions->len;
  self->criteria = g_new (GArray *, self->n_questions);
  for (guint i = 0; i < self->n_questions; i++)
    self->criteria[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < rules->criteria->len; i++)
    add_criterion (self, g_ptr_array_index (rules->criteria, i));
  return self;
}

/**
 * crit_readers_ref:
 * @self: readers
 *
 * Returns: (transfer full): the same readers
 */
CritReaders *
crit_readers_ref (CritReaders *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (CritReaders *self)
{
  for (guint i = 0; i < self->n_questions; i++)
    g_array_unref (self->criteria[i]);
  g_free (self->criteria);
}

/**
 * crit_readers_unref:
 * @self: (transfer full): readers
 *
 * Gives up a reference.
 */
void
crit_readers_unref (CritReaders *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * crit_readers_get:
 * @self: readers
 * @question: a top-level question
 *
 * Returns: (transfer none): of guint: the indices of the criteria that read it, in order
 */
const GArray *
crit_readers_get (CritReaders *self, const CritQuestion *question)
{
  return self->criteria[question->slot];
}
