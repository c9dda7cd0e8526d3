/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-grounds.h"

#include "record/crit-place.h"
#include "screening/crit-evaluate.h"

static void
collect (CritWorld *world, GArray *grounds, const CritCondition *condition, gboolean upright);

/* How many parts have to be as they are for the whole to be as it is. */
static guint
count_needed (const CritCondition *condition, gboolean truth)
{
  guint n = condition->n_parts;
  guint least = condition->kind == CRIT_CONDITION_ANY        ? 1
                : condition->kind == CRIT_CONDITION_AT_LEAST ? condition->least
                                                             : n;

  return truth ? least : n - least + 1;
}

static void
collect_parts (CritWorld *world, GArray *grounds, const CritCondition *condition, gboolean upright)
{
  CritTruth truth = crit_evaluate (world, condition, -1);
  guint needed = count_needed (condition, truth == CRIT_TRUE);

  for (guint i = 0; i < condition->n_parts && needed > 0; i++)
    if (crit_evaluate (world, condition->parts[i], -1) == truth)
      {
        collect (world, grounds, condition->parts[i], upright);
        needed--;
      }
}

static gboolean
is_hidden (CritWorld *world, const CritCondition *condition)
{
  return crit_evaluate_shown (world, condition->question, -1) == CRIT_FALSE
         || (condition->until != NULL
             && crit_evaluate_shown (world, condition->until, -1) == CRIT_FALSE);
}

static void
collect (CritWorld *world, GArray *grounds, const CritCondition *condition, gboolean upright)
{
  CritGround ground = { .condition = condition, .upright = upright };
  CritTruth truth = crit_evaluate (world, condition, -1);

  if (truth == CRIT_EITHER)
    return;

  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
    case CRIT_CONDITION_ANY:
    case CRIT_CONDITION_AT_LEAST:
      collect_parts (world, grounds, condition, upright);
      break;
    case CRIT_CONDITION_NOT:
      collect (world, grounds, condition->parts[0], !upright);
      break;
    case CRIT_CONDITION_CRITERION:
      collect (world, grounds, condition->criterion->when, upright);
      break;
    default:
      ground.truth = truth == CRIT_TRUE;
      ground.hidden = is_hidden (world, condition);
      g_array_append_val (grounds, ground);
    }
}

/**
 * crit_grounds_of:
 * @world: the completions of a record
 * @condition: a condition
 *
 * Finds what decided a condition: of parts that would each have been enough, the first ones.
 *
 * Returns: (transfer full): of #CritGround; none where the condition is not decided, or only by cases
 */
GArray *
crit_grounds_of (CritWorld *world, const CritCondition *condition)
{
  GArray *grounds = g_array_new (FALSE, FALSE, sizeof (CritGround));

  collect (world, grounds, condition, TRUE);
  return grounds;
}

static void
add_place (GArray *places, CritPlace place)
{
  for (guint i = 0; i < places->len; i++)
    if (crit_place_equal (&g_array_index (places, CritPlace, i), &place))
      return;
  g_array_append_val (places, place);
}

/* A count that is true was decided by the entries that count; one that is false by all of them, and there being no more. */
static void
add_places_of_count (CritWorld *world, GArray *places, const CritGround *ground)
{
  const CritCondition *count = ground->condition;
  guint n = crit_world_count_recorded (world, count->question);
  gboolean all = crit_evaluate_count (world, count).high <= n;

  for (guint i = 0; i < n; i++)
    if (!ground->truth || crit_evaluate (world, count->where, (int) i) == CRIT_TRUE)
      add_place (places, crit_place_of_field (count->question, i, NULL));
  if (!ground->truth && all)
    add_place (places, crit_place_of_complete (count->question));
}

static void
add_places (CritWorld *world, GArray *places, const CritGround *ground)
{
  const CritCondition *condition = ground->condition;

  if (condition->kind == CRIT_CONDITION_COUNT && !ground->hidden)
    {
      add_places_of_count (world, places, ground);
      return;
    }
  add_place (places, crit_place_of_question (condition->question));
  if (condition->until != NULL)
    add_place (places, crit_place_of_question (condition->until));
}

/**
 * crit_grounds_dup_places:
 * @world: the completions of a record
 * @grounds: what decided a condition
 *
 * Returns: (transfer full): of #CritPlace: the answers that decided it
 */
GArray *
crit_grounds_dup_places (CritWorld *world, GArray *grounds)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (CritPlace));

  for (guint i = 0; i < grounds->len; i++)
    add_places (world, places, &g_array_index (grounds, CritGround, i));
  return places;
}
