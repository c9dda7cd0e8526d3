/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

/**
 * CritExploration:
 * @tests: of #CritCondition: all that @criterion can depend on
 * @lists: of #CritQuestion: the lists that are counted
 * @room: how many further entries lists may have
 * @gave_up: whether the last answer may be wrong, since looking for it took too much
 *
 * Finds out about a criterion what evaluating it cannot see, by going through cases.
 */
typedef struct
{
  CritWorld *world;
  const CritCriterion *criterion;
  GPtrArray *tests;
  GPtrArray *lists;
  guint room;
  gboolean gave_up;
} CritExploration;

/* Further entries that are looked at: bounds that add up to more are not searched. */
#define CRIT_EXPLORE_MOST_ROOM 256

/* Cases that are looked at before an exact answer is given up. */
#define CRIT_EXPLORE_MOST_STEPS 20000

void
crit_exploration_init (CritExploration *self, CritWorld *world, const CritCriterion *criterion);
void crit_exploration_clear (CritExploration *self);

guint crit_explore_results (CritExploration *self);
gboolean crit_explore_matters (CritExploration *self, CritInput input);

G_END_DECLS
