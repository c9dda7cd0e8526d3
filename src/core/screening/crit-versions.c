/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-versions.h"

#include "screening/crit-explore.h"

/**
 * crit_versions_init:
 * @self: the memory to make it in
 * @rules: rules; borrowed until crit_versions_clear()
 * @day: the day of the records; a whole date
 *
 * Makes ready to hold versions of their conditions against each other.
 */
void
crit_versions_init (CritVersions *self, const CritRules *rules, CritDate day)
{
  *self = (CritVersions){ .which = { .id = "", .type = CRIT_QUESTION_BOOLEAN } };
  self->which.slot = rules->questions->len;
  self->nothing = g_new0 (CritAnswer, rules->questions->len + 1);
  crit_world_init (&self->everything, self->nothing, crit_date_get_first_day (day));
}

/**
 * crit_versions_clear:
 * @self: versions
 *
 * Frees what it holds.
 */
void
crit_versions_clear (CritVersions *self)
{
  crit_world_clear (&self->everything);
  g_clear_pointer (&self->nothing, g_free);
}

static CritCondition
make (CritConditionKind kind, CritCondition **pair)
{
  return (CritCondition){ .kind = kind, .attribute = -1, .parts = pair, .n_parts = 2 };
}

static gboolean
which_matters (CritVersions *self, const CritCriterion *reader)
{
  CritExploration exploration = { 0 };
  gboolean matters = FALSE;

  crit_exploration_init (&exploration, &self->everything, reader);
  matters = crit_explore_matters (&exploration, crit_input_of (&self->which, -1));
  self->gave_up = self->gave_up || exploration.gave_up;
  crit_exploration_clear (&exploration);
  return matters;
}

/**
 * crit_versions_differ:
 * @self: versions
 * @condition: a condition of the rules. It is changed for a while, and nobody else may use the rules then
 * @other: what could stand in its place
 * @reader: a criterion that can depend on it
 *
 * Finds out whether there is a record for which @reader comes to something else with @other. If it were an answer which
 * of the two holds, the question is whether that answer would matter.
 *
 * Returns: whether they differ; TRUE where that was not found out
 */
gboolean
crit_versions_differ (CritVersions *self,
                      CritCondition *condition,
                      const CritCondition *other,
                      const CritCriterion *reader)
{
  CritCondition before = *condition, after = *other;
  CritCondition first = { .kind = CRIT_CONDITION_TRUTH, .question = &self->which };
  CritCondition second = first;
  CritCondition *one[] = { &first, &before }, *two[] = { &second, &after };
  CritCondition either[] = { make (CRIT_CONDITION_ALL, one), make (CRIT_CONDITION_ALL, two) };
  CritCondition *both[] = { &either[0], &either[1] };
  gboolean differ = FALSE;

  second.truth = TRUE;
  *condition = make (CRIT_CONDITION_ANY, both);
  differ = which_matters (self, reader);
  *condition = before;
  return differ;
}
