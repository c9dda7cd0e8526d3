/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-reach.h"

#include "screening/crit-domain.h"

typedef struct
{
  GPtrArray *conditions;
  GHashTable *seen;
} Reach;

static void visit (Reach *self, const CritCondition *condition);

static void
visit_question (Reach *self, const CritQuestion *question)
{
  if (question == NULL)
    return;

  visit (self, question->shown_when);
  if (question->list != NULL)
    visit_question (self, question->list);
  else if (question->section != NULL)
    visit (self, question->section->shown_when);
}

static void
visit (Reach *self, const CritCondition *condition)
{
  if (condition == NULL || !g_hash_table_add (self->seen, (gpointer) condition))
    return;

  g_ptr_array_add (self->conditions, (gpointer) condition);
  for (guint i = 0; i < condition->n_parts; i++)
    visit (self, condition->parts[i]);
  if (condition->criterion != NULL)
    visit (self, condition->criterion->when);
  visit (self, condition->where);
  visit_question (self, condition->question);
  visit_question (self, condition->until);
  visit_question (self, condition->distinct);
}

/**
 * crit_reach_of_condition:
 * @condition: (nullable): a condition
 *
 * Returns: (transfer full): of #CritCondition: every condition that it can depend on, itself too, each once
 */
GPtrArray *
crit_reach_of_condition (const CritCondition *condition)
{
  Reach self = { g_ptr_array_new (), g_hash_table_new (NULL, NULL) };

  visit (&self, condition);
  g_hash_table_unref (self.seen);
  return self.conditions;
}

/**
 * crit_reach_of_criterion:
 * @criterion: a criterion
 *
 * Returns: (transfer full): of #CritCondition: every condition that its status can depend on, each once
 */
GPtrArray *
crit_reach_of_criterion (const CritCriterion *criterion)
{
  Reach self = { g_ptr_array_new (), g_hash_table_new (NULL, NULL) };

  visit (&self, criterion->when);
  visit (&self, criterion->applies_when);
  g_hash_table_unref (self.seen);
  return self.conditions;
}

static void
visit_questions (Reach *self, GPtrArray *questions)
{
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (questions, i);

      visit_question (self, question);
      visit_questions (self, question->fields);
    }
}

/**
 * crit_reach_of_rules:
 * @rules: rules
 *
 * Returns: (transfer full): of #CritCondition: every condition in the rules, each once
 */
GPtrArray *
crit_reach_of_rules (const CritRules *rules)
{
  Reach self = { g_ptr_array_new (), g_hash_table_new (NULL, NULL) };

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (rules->criteria, i);

      visit (&self, criterion->when);
      visit (&self, criterion->applies_when);
    }
  visit_questions (&self, rules->questions);
  g_hash_table_unref (self.seen);
  return self.conditions;
}

/**
 * crit_reach_dup_lists:
 * @conditions: from crit_reach_of_criterion()
 *
 * Returns: (transfer full): of #CritQuestion: the lists that are counted, each once
 */
GPtrArray *
crit_reach_dup_lists (GPtrArray *conditions)
{
  GPtrArray *lists = g_ptr_array_new ();

  for (guint i = 0; i < conditions->len; i++)
    {
      const CritCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == CRIT_CONDITION_COUNT
          && !g_ptr_array_find (lists, condition->question, NULL))
        g_ptr_array_add (lists, (gpointer) condition->question);
    }
  return lists;
}

/**
 * crit_reach_get_room:
 * @conditions: from crit_reach_of_criterion()
 *
 * Of any number of further entries, those are enough that carry each count past its bounds: an entry that no count needs
 * can be left out.
 *
 * Returns: how many further entries a list needs at most
 */
guint
crit_reach_get_room (GPtrArray *conditions)
{
  guint room = 0;

  for (guint i = 0; i < conditions->len; i++)
    {
      const CritCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == CRIT_CONDITION_COUNT)
        room = MIN (room + crit_count_get_limit (condition), G_MAXINT / 4);
    }
  return room;
}
