/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-idle.h"

#include "screening/crit-evaluate.h"

#define NOTHING -1
#define UNDECIDED -2

/* The one value that an entry adds to a count of different values, NOTHING or UNDECIDED. */
static int
get_value (CritWorld *world, const CritCondition *count, int entry)
{
  guint n_values = crit_world_count_values (world, crit_input_of (count->distinct, entry));
  g_autofree guint8 *values = g_new0 (guint8, n_values);
  gboolean nothing = crit_count_values_of_entry (world, count, entry, values);
  int value = NOTHING;

  for (guint v = 0; v < n_values; v++)
    if (values[v])
      value = nothing || value != NOTHING ? UNDECIDED : (int) v;
  return value;
}

static gboolean
is_repeated (CritWorld *world, const CritCondition *count, int entry, int value)
{
  for (int i = 0; i < entry; i++)
    if (crit_evaluate (world, count->where, i) == CRIT_TRUE && get_value (world, count, i) == value)
      return TRUE;
  return FALSE;
}

static gboolean
is_idle_in_count (CritWorld *world, const CritCondition *count, int entry)
{
  int value = NOTHING;

  if (crit_evaluate (world, count->where, entry) == CRIT_FALSE
      || crit_evaluate_count (world, count).low > crit_count_get_limit (count))
    return TRUE;
  if (count->distinct == NULL)
    return FALSE;
  value = get_value (world, count, entry);
  return value == NOTHING || (value != UNDECIDED && is_repeated (world, count, entry, value));
}

static gboolean
is_idle (CritWorld *world, GPtrArray *conditions, const CritQuestion *list, int entry)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const CritCondition *count = g_ptr_array_index (conditions, i);

      if (count->kind == CRIT_CONDITION_COUNT && count->question == list
          && !is_idle_in_count (world, count, entry))
        return FALSE;
    }
  return TRUE;
}

/* How many entries are there in this case that are not recorded. */
static guint
count_further (CritWorld *world, const CritQuestion *list)
{
  CritInput further = crit_world_resolve (world, crit_input_of (list, -1));

  return (guint) crit_world_get_domain (world, further).low;
}

static gboolean
is_idle_or_missing (CritWorld *world,
                    GPtrArray *conditions,
                    const CritQuestion *list,
                    guint further)
{
  guint recorded = crit_world_count_recorded (world, list);

  return further >= count_further (world, list)
         || is_idle (world, conditions, list, (int) (recorded + further));
}

/**
 * crit_list_has_idle_entry:
 * @world: a world in a search
 * @conditions: of #CritCondition: all that a criterion can depend on
 * @list: a list
 *
 * Looks for an entry that is not recorded and adds nothing to any count, in no completion of this case: it is not
 * counted, or only with a value that an earlier entry has, or there are enough without it. Without it everything would come to the same, and the case
 * without it is looked at too.
 *
 * Returns: whether there is one
 */
gboolean
crit_list_has_idle_entry (CritWorld *world, GPtrArray *conditions, const CritQuestion *list)
{
  gboolean idle = FALSE;
  guint n = 0;

  world->second = TRUE;
  n = count_further (world, list);
  for (guint i = 0; i < n && !idle; i++)
    {
      world->second = TRUE;
      idle = is_idle_or_missing (world, conditions, list, i);
      world->second = FALSE;
      idle = idle && is_idle_or_missing (world, conditions, list, i);
    }
  world->second = FALSE;
  return idle;
}
