/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-narrow.h"

#include <math.h>

/* Months and days together can take a year of days, one at a time, to settle; what takes longer is given up. */
#define MOST_ROUNDS 400

/* Most orders settle in less; only then is it worth looking for a contradiction. */
#define FEW_ROUNDS 4

/* One thing to take back: the domain an input had before, or an order that was added. */
typedef struct
{
  gboolean is_order;
  gboolean was_narrowed;
  CritInput input;
  CritDomain before;
} Change;

static void
free_domain (CritDomain *domain)
{
  g_free (domain->allowed);
  g_free (domain);
}

static void
clear_narrowing (CritNarrowing *narrowing)
{
  g_free (narrowing->allowed);
}

/**
 * crit_narrowings_new:
 *
 * Returns: (transfer full): a list of #CritNarrowing, each a case of its own
 */
GArray *
crit_narrowings_new (void)
{
  GArray *self = g_array_new (FALSE, TRUE, sizeof (CritNarrowing));

  g_array_set_clear_func (self, (GDestroyNotify) clear_narrowing);
  return self;
}

/**
 * crit_narrowings_add_range:
 * @self: a list of narrowings
 * @input: an input
 * @range: what to keep of it
 *
 * Adds the case that an input is in a range.
 */
void
crit_narrowings_add_range (GArray *self, CritInput input, CritRange range)
{
  CritNarrowing narrowing = { .input = input, .range = range };

  g_array_append_val (self, narrowing);
}

/**
 * crit_narrowings_add_allowed:
 * @self: a list of narrowings
 * @input: a yes/no answer, a choice or an attribute
 * @allowed: (transfer full): one byte a value, nonzero for those to keep
 *
 * Adds the case that an input has one of some values.
 */
void
crit_narrowings_add_allowed (GArray *self, CritInput input, guint8 *allowed)
{
  CritNarrowing narrowing = { .input = input, .allowed = allowed };

  g_array_append_val (self, narrowing);
}

/**
 * crit_narrowings_add_order:
 * @self: a list of narrowings
 * @order: an order of two dates
 *
 * Adds the case that the order holds.
 */
void
crit_narrowings_add_order (GArray *self, const CritOrder *order)
{
  CritNarrowing narrowing = { .is_order = TRUE, .order = *order };

  g_array_append_val (self, narrowing);
}

/**
 * crit_world_begin_cases:
 * @self: a world
 * @room: how many further entries a list may have
 *
 * Begins a search. Until crit_world_end_cases() the world can be narrowed.
 */
void
crit_world_begin_cases (CritWorld *self, guint room)
{
  g_assert (self->narrowed == NULL);

  self->room = room;
  self->narrowed =
      g_hash_table_new_full ((GHashFunc) crit_input_hash, (GEqualFunc) crit_input_equal, g_free,
                             (GDestroyNotify) free_domain);
  self->orders = g_array_new (FALSE, FALSE, sizeof (CritOrder));
  self->trail = g_array_new (FALSE, FALSE, sizeof (Change));
}

/**
 * crit_world_end_cases:
 * @self: a world
 *
 * Ends a search: all completions are looked at again.
 */
void
crit_world_end_cases (CritWorld *self)
{
  crit_world_go_back (self, 0);
  g_clear_pointer (&self->narrowed, g_hash_table_unref);
  g_clear_pointer (&self->orders, g_array_unref);
  g_clear_pointer (&self->trail, g_array_unref);
  self->room = CRIT_ROOM_ENDLESS;
  self->twin = (CritInput){ 0 };
  self->second = FALSE;
}

/**
 * crit_world_get_mark:
 * @self: a world in a search
 *
 * Returns: how far in it is, for crit_world_go_back()
 */
guint
crit_world_get_mark (CritWorld *self)
{
  return self->trail->len;
}

static void
take_back (CritWorld *self, Change *change)
{
  if (change->is_order)
    g_array_set_size (self->orders, self->orders->len - 1);
  else if (change->was_narrowed)
    g_hash_table_insert (self->narrowed, g_memdup2 (&change->input, sizeof (CritInput)),
                         g_memdup2 (&change->before, sizeof (CritDomain)));
  else
    g_hash_table_remove (self->narrowed, &change->input);
}

/**
 * crit_world_go_back:
 * @self: a world in a search
 * @mark: from crit_world_get_mark()
 *
 * Takes back every narrowing since the mark was got.
 */
void
crit_world_go_back (CritWorld *self, guint mark)
{
  while (self->trail->len > mark)
    {
      take_back (self, &g_array_index (self->trail, Change, self->trail->len - 1));
      g_array_set_size (self->trail, self->trail->len - 1);
    }
}

/* Puts @domain in place of the one an input has; takes its `allowed`. */
static void
set_domain (CritWorld *self, CritInput input, CritDomain domain)
{
  CritDomain *old = g_hash_table_lookup (self->narrowed, &input);
  Change change = { .was_narrowed = old != NULL, .input = input };

  if (old != NULL)
    {
      change.before = *old;
      *old = domain;
    }
  else
    g_hash_table_insert (self->narrowed, g_memdup2 (&input, sizeof input),
                         g_memdup2 (&domain, sizeof domain));
  g_array_append_val (self->trail, change);
}

static gboolean
narrow_range (CritWorld *self, CritInput input, CritRange range)
{
  CritDomain domain = crit_world_get_domain (self, input);
  gsize size = 0;

  if (!crit_domain_clip (&domain, range))
    return FALSE;
  if (domain.allowed != NULL)
    {
      size = crit_world_count_values (self, input);
      domain.allowed = g_memdup2 (domain.allowed, size);
    }
  set_domain (self, input, domain);
  return TRUE;
}

static gboolean
narrow_allowed (CritWorld *self, CritInput input, const guint8 *allowed)
{
  guint size = crit_world_count_values (self, input);
  CritDomain old = crit_world_get_domain (self, input);
  CritDomain domain = { .low = INFINITY, .high = -INFINITY, .allowed = g_new0 (guint8, size) };

  for (guint i = 0; i < size; i++)
    if (allowed[i] && crit_domain_has (&old, i))
      {
        domain.allowed[i] = 1;
        domain.low = MIN (domain.low, i);
        domain.high = i;
      }

  if (domain.low <= domain.high)
    set_domain (self, input, domain);
  else
    g_free (domain.allowed);
  return domain.low <= domain.high;
}

static CritTighten
tighten (CritWorld *self, const CritOrder *order)
{
  CritDomain start = crit_world_get_domain (self, order->start);
  CritDomain stop = crit_world_get_domain (self, order->stop);
  CritTighten result = crit_order_tighten (order, &start, &stop);

  if (result == CRIT_TIGHTEN_CHANGED)
    {
      set_domain (self, order->start, start);
      set_domain (self, order->stop, stop);
    }
  return result;
}

static gboolean
is_contradiction (CritWorld *self)
{
  return crit_orders_contradict ((const CritOrder *) self->orders->data, self->orders->len);
}

/* Tightens until nothing changes. Then the first days of all dates keep all orders: the case has a completion. */
static gboolean
settle (CritWorld *self)
{
  gboolean changed = TRUE;

  for (guint round = 0; changed && round < MOST_ROUNDS; round++)
    {
      changed = FALSE;
      if (round == FEW_ROUNDS && is_contradiction (self))
        return FALSE;
      for (guint i = 0; i < self->orders->len; i++)
        {
          CritTighten result = tighten (self, &g_array_index (self->orders, CritOrder, i));

          if (result == CRIT_TIGHTEN_EMPTY)
            return FALSE;
          changed = changed || result == CRIT_TIGHTEN_CHANGED;
        }
    }

  self->gave_up = self->gave_up || changed;
  return TRUE;
}

static void
add_order (CritWorld *self, const CritOrder *order)
{
  Change change = { .is_order = TRUE };

  g_array_append_val (self->orders, *order);
  g_array_append_val (self->trail, change);
}

static gboolean
enter (CritWorld *self, const CritNarrowing *narrowing)
{
  if (narrowing->is_order)
    add_order (self, &narrowing->order);
  else if (narrowing->allowed != NULL)
    return narrow_allowed (self, narrowing->input, narrowing->allowed);
  else
    return narrow_range (self, narrowing->input, narrowing->range);
  return TRUE;
}

/**
 * crit_world_narrow:
 * @self: a world in a search
 * @narrowing: a step into a case
 *
 * Leaves only the completions of a case.
 *
 * Returns: whether there are any; where there are none, go back
 */
gboolean
crit_world_narrow (CritWorld *self, const CritNarrowing *narrowing)
{
  return enter (self, narrowing) && settle (self);
}

/**
 * crit_world_may_hold:
 * @self: a world
 * @order: an order, its inputs resolved
 *
 * Looks at the two dates alone. What is assumed of others may rule the order out all the same; who goes into the case
 * then finds it empty.
 *
 * Returns: FALSE where the order holds in no completion that is looked at; TRUE where that is not seen
 */
gboolean
crit_world_may_hold (CritWorld *self, const CritOrder *order)
{
  CritDomain start = crit_world_get_domain (self, order->start);
  CritDomain stop = crit_world_get_domain (self, order->stop);

  /* A date stands to itself as any of its days does. */
  if (crit_input_equal (&order->start, &order->stop))
    return crit_order_holds (order, start.low, start.low);
  return crit_order_tighten (order, &start, &stop) != CRIT_TIGHTEN_EMPTY;
}

/**
 * crit_world_has_to_hold:
 * @self: a world
 * @order: an order, its inputs resolved
 *
 * Returns: TRUE where the order was assumed on the way into this case; FALSE where that is not seen at once
 */
gboolean
crit_world_has_to_hold (CritWorld *self, const CritOrder *order)
{
  for (guint i = 0; self->orders != NULL && i < self->orders->len; i++)
    if (crit_order_implies (&g_array_index (self->orders, CritOrder, i), order))
      return TRUE;
  return FALSE;
}
