/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-explore.h"

#include "screening/crit-agree.h"
#include "screening/crit-difference.h"
#include "screening/crit-evaluate.h"
#include "screening/crit-idle.h"
#include "screening/crit-once.h"
#include "screening/crit-reach.h"
#include "screening/crit-split.h"

typedef struct _Search Search;

/**
 * Search:
 * @look: looks at the present case: whether it need not be split
 * @found: what has been found; more than one thing ends the search
 */
struct _Search
{
  CritExploration *exploration;
  gboolean (*look) (Search *self);
  guint found;
  guint n_steps;
};

/**
 * crit_exploration_init:
 * @self: the memory to make it in
 * @world: a world; borrowed until crit_exploration_clear()
 * @criterion: a requirement or a caution
 *
 * Makes ready to look at cases.
 */
void
crit_exploration_init (CritExploration *self, CritWorld *world, const CritCriterion *criterion)
{
  *self = (CritExploration){ .world = world, .criterion = criterion };
  self->tests = crit_reach_of_criterion (criterion);
  self->lists = crit_reach_dup_lists (self->tests);
  self->room = crit_reach_get_room (self->tests);
}

/**
 * crit_exploration_clear:
 * @self: an exploration
 *
 * Frees what it holds.
 */
void
crit_exploration_clear (CritExploration *self)
{
  g_clear_pointer (&self->tests, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
}

static gboolean
is_over (Search *self)
{
  return !crit_result_is_single (self->found) || self->n_steps >= CRIT_EXPLORE_MOST_STEPS
         || self->exploration->world->gave_up;
}

/* Whether some further entry makes no difference: the cases without it are looked at anyway. */
static gboolean
is_repetitive (Search *self)
{
  CritExploration *exploration = self->exploration;

  for (guint i = 0; i < exploration->lists->len; i++)
    if (crit_list_has_idle_entry (exploration->world, exploration->tests,
                                  g_ptr_array_index (exploration->lists, i)))
      return TRUE;
  return FALSE;
}

/* Goes through the cases of what is left open, and through theirs, until two different things are found. */
static void
search (Search *self)
{
  CritWorld *world = self->exploration->world;
  g_autoptr (GArray) narrowings = NULL;
  guint mark = crit_world_get_mark (world);

  self->n_steps++;
  if (is_repetitive (self) || self->look (self))
    return;

  narrowings = crit_narrowings_new ();
  crit_split_criterion (world, self->exploration->criterion, self->exploration->tests, narrowings);
  for (guint i = 0; i < narrowings->len && !is_over (self); i++)
    {
      if (crit_world_narrow (world, &g_array_index (narrowings, CritNarrowing, i)))
        search (self);
      crit_world_go_back (world, mark);
    }
}

/* Whether evaluating is exact in this case. */
static gboolean
is_exact (Search *self, guint result)
{
  CritWorld *world = self->exploration->world;

  return crit_result_is_single (result)
         || (world->orders->len == 0 && crit_once_find (world, self->exploration->criterion, NULL));
}

static gboolean
look_for_results (Search *self)
{
  guint result = crit_evaluate_criterion (self->exploration->world, self->exploration->criterion);

  if (!is_exact (self, result))
    return FALSE;
  self->found |= result;
  return TRUE;
}

static void
finish (Search *self)
{
  CritExploration *exploration = self->exploration;

  exploration->gave_up =
      crit_result_is_single (self->found) && self->n_steps >= CRIT_EXPLORE_MOST_STEPS;
  exploration->gave_up = exploration->gave_up || exploration->world->gave_up;
  exploration->world->gave_up = FALSE;
}

/**
 * crit_explore_results:
 * @self: an exploration
 *
 * Finds out what the criterion comes to in the completions of the record: everything there is, or any two things.
 *
 * Returns: a set of `CRIT_RESULT_…`
 */
guint
crit_explore_results (CritExploration *self)
{
  Search search_results = { .exploration = self, .look = look_for_results };

  self->gave_up = self->room > CRIT_EXPLORE_MOST_ROOM;
  if (self->gave_up)
    return 0;
  crit_world_begin_cases (self->world, self->room);
  search (&search_results);
  crit_world_end_cases (self->world);
  finish (&search_results);
  return search_results.found;
}

/* The two values of the twin are looked at side by side. */
static gboolean
look_for_difference (Search *self)
{
  CritWorld *world = self->exploration->world;
  const CritCriterion *criterion = self->exploration->criterion;
  guint first = 0, second = 0;

  world->second = TRUE;
  second = crit_evaluate_criterion (world, criterion);
  if (!crit_twin_may_matter (world, criterion))
    return TRUE;
  world->second = FALSE;
  first = crit_evaluate_criterion (world, criterion);
  if (!crit_result_is_single (first) || !crit_result_is_single (second))
    return crit_twins_agree (world, criterion);

  if (first != second)
    self->found = first | second;
  return TRUE;
}

/* If any further entries make a difference, then these do against none at all. Returns whether there can be any. */
static gboolean
set_apart (CritWorld *world, CritInput input)
{
  CritNarrowing none = { .input = input, .range = { 0, 0 } };
  CritNarrowing some = { .input = input, .range = { 1, world->room } };

  if (input.question->type != CRIT_QUESTION_LIST)
    return TRUE;
  some.input.second = TRUE;
  return crit_world_narrow (world, &none) && crit_world_narrow (world, &some);
}

static void
search_with_room (Search *self, CritInput input, guint room)
{
  CritWorld *world = self->exploration->world;

  crit_world_begin_cases (world, room);
  world->twin = input;
  if (input.attribute >= 0)
    world->twin.attribute = CRIT_EVERY_ATTRIBUTE;
  if (set_apart (world, input))
    search (self);
  crit_world_end_cases (world);
}

static gboolean
has_open_list (CritExploration *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      CritInput further = crit_input_of (g_ptr_array_index (self->lists, i), -1);

      if (crit_world_get_domain (self->world, further).high > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * crit_explore_matters:
 * @self: an exploration
 * @input: an input; an attribute of a free text stands for all that is not known about the text
 *
 * Finds out whether two completions that differ in that input alone come to different things. Each of the two may need
 * further entries of its own. Few entries are mostly enough to find a difference, and so they are tried first.
 *
 * Returns: whether it matters; TRUE where that was not found out
 */
gboolean
crit_explore_matters (CritExploration *self, CritInput input)
{
  Search search_difference = { .exploration = self, .look = look_for_difference };
  guint most = 2 * self->room;
  guint room = has_open_list (self) ? 0 : most;

  self->gave_up = self->room > CRIT_EXPLORE_MOST_ROOM;
  if (self->gave_up)
    return TRUE;
  search_with_room (&search_difference, input, room);
  while (room < most && !is_over (&search_difference))
    {
      room = MIN (2 * room + 1, most);
      search_with_room (&search_difference, input, room);
    }
  finish (&search_difference);
  return self->gave_up || !crit_result_is_single (search_difference.found);
}
