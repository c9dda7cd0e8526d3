/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-evaluate.h"

#include <math.h>
#include <string.h>

/**
 * Row:
 * @sure: whether the entry adds a value in every completion
 * @values: one byte a value, nonzero for those it can add
 *
 * What one entry can add to a count of different values.
 */
typedef struct
{
  gboolean sure;
  guint8 *values;
} Row;

/* What entries can add: one row an entry, and one for each further entry that can make a difference. */
typedef struct
{
  guint n_values;
  GArray *rows;
  gboolean endless;
} Table;

static void
clear_row (Row *row)
{
  g_free (row->values);
}

static CritDomain
get_further (CritWorld *world, const CritQuestion *list)
{
  return crit_world_get_domain (world, crit_world_resolve (world, crit_input_of (list, -1)));
}

static CritInput
get_distinct_input (CritWorld *world, const CritCondition *count, int entry)
{
  return crit_world_resolve (world, crit_input_of (count->distinct, entry));
}

/**
 * Adder:
 * @classes: by option, the first one that has the same value of the attribute
 * @values: one byte a value, where those are marked that can be added
 * @any: whether a free text was among them that can have any attribute: another one adds nothing more
 *
 * Adds the attributes that a field can have.
 */
typedef struct
{
  CritWorld *world;
  const CritCondition *count;
  const int *classes;
  guint n_options;
  guint8 *values;
  gboolean any;
} Adder;

/* What attribute a free text can add. Returns whether it may have none. */
static gboolean
add_attributes_of_name (Adder *self, guint name)
{
  const CritCondition *count = self->count;
  CritInput input = crit_input_of_attribute (count->distinct, name, count->attribute);
  CritDomain domain = crit_world_get_domain (self->world, crit_world_resolve (self->world, input));
  guint none = crit_world_count_values (self->world, input) - 1;
  gboolean is_open = domain.low == 0 && domain.high == none && domain.allowed == NULL;

  for (guint v = domain.low; v <= domain.high && v < none && !(is_open && self->any); v++)
    if (crit_domain_has (&domain, v) && (v >= self->n_options || self->classes[v] == (int) v))
      self->values[v] = 1;
  self->any = self->any || is_open;
  return crit_domain_has (&domain, none);
}

/* What attribute a value of the field adds. Returns whether it may have none. */
static gboolean
add_attributes (Adder *self, guint value)
{
  if (value >= self->n_options)
    return add_attributes_of_name (self, value - self->n_options);
  if (self->classes[value] >= 0)
    self->values[self->classes[value]] = 1;
  return self->classes[value] < 0;
}

static gboolean
add_attributes_of_domain (CritWorld *world,
                          const CritCondition *count,
                          const CritDomain *domain,
                          guint8 *values)
{
  const CritOptionSet *set = count->distinct->options;
  Adder adder = { .world = world, .count = count, .values = values };
  gboolean nothing = FALSE;

  adder.n_options = set->options->len;
  adder.classes = crit_world_get_classes (world, set, count->attribute);
  for (guint v = domain->low; v <= domain->high; v++)
    if (crit_domain_has (domain, v))
      nothing = add_attributes (&adder, v) || nothing;
  return nothing;
}

/**
 * crit_count_values_of_entry:
 * @world: a world
 * @count: a count of different values
 * @entry: an entry
 * @values: (out): one byte a value of the field, set to 1 for those that the entry can add to the count; the others
 *   are left as they are
 *
 * Returns: whether the entry may add nothing, since its field is hidden or lacks the attribute
 */
gboolean
crit_count_values_of_entry (CritWorld *world, const CritCondition *count, int entry, guint8 *values)
{
  CritTruth shown = crit_evaluate_shown (world, count->distinct, entry);
  CritDomain domain = { 0 };
  gboolean nothing = (shown & CRIT_FALSE) != 0;

  if (shown == CRIT_FALSE)
    return TRUE;

  domain = crit_world_get_domain (world, get_distinct_input (world, count, entry));
  if (count->attribute >= 0)
    return add_attributes_of_domain (world, count, &domain, values) || nothing;
  for (guint v = domain.low; v <= domain.high; v++)
    if (crit_domain_has (&domain, v))
      values[v] = 1;
  return nothing;
}

static void
add_row (CritWorld *world, Table *table, const CritCondition *count, int entry, gboolean sure)
{
  Row row = { .sure = sure, .values = g_new0 (guint8, table->n_values) };

  if (crit_count_values_of_entry (world, count, entry, row.values))
    row.sure = FALSE;
  g_array_append_val (table->rows, row);
}

static void
add_same_row (Table *table)
{
  Row row = g_array_index (table->rows, Row, table->rows->len - 1);

  row.values = g_memdup2 (row.values, table->n_values);
  g_array_append_val (table->rows, row);
}

/* As many further entries as can make a difference, of which nothing is known; texts that are not recorded yet can differ
   without end. */
static void
add_further_rows (CritWorld *world, Table *table, const CritCondition *count, CritDomain further)
{
  guint entry = crit_world_count_recorded (world, count->question) + (guint) further.low;
  double most = further.high - further.low;

  if (most > 0 && crit_evaluate (world, count->where, (int) entry) == CRIT_FALSE)
    return;

  table->endless = world->room == CRIT_ROOM_ENDLESS && most > 0 && count->distinct->other;
  for (guint i = 0; i < MIN (most, table->n_values) && !table->endless; i++)
    if (i == 0)
      add_row (world, table, count, (int) entry, FALSE);
    else
      add_same_row (table);
}

static void
fill (CritWorld *world, Table *table, const CritCondition *count)
{
  CritDomain further = get_further (world, count->question);
  guint n_entries = crit_world_count_recorded (world, count->question) + (guint) further.low;

  table->n_values = crit_world_count_values (world, get_distinct_input (world, count, 0));
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (table->rows, (GDestroyNotify) clear_row);

  for (guint i = 0; i < n_entries; i++)
    {
      CritTruth where = crit_evaluate (world, count->where, (int) i);

      if (where != CRIT_FALSE)
        add_row (world, table, count, (int) i, where == CRIT_TRUE);
    }
  add_further_rows (world, table, count, further);
}

static guint
count_in_row (const Table *table, const Row *row, const guint8 *without)
{
  guint n = 0;

  for (guint v = 0; v < table->n_values; v++)
    if (row->values[v] && without[v])
      return 0;
    else
      n += row->values[v];
  return n;
}

/* Entries that are sure and have no value in common with each other differ in every completion. */
static guint
count_surely_different (const Table *table)
{
  g_autofree guint8 *taken = g_new0 (guint8, table->n_values);
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->rows->len; i++)
      {
        const Row *row = &g_array_index (table->rows, Row, i);
        guint size = row->sure ? count_in_row (table, row, taken) : 0;

        if (size == 0 || (pass == 0 && size > 1))
          continue;
        for (guint v = 0; v < table->n_values; v++)
          taken[v] |= row->values[v];
        n++;
      }
  return n;
}

/* Finds a value of its own for a row, moving others to another of theirs. */
static gboolean
match (const Table *table, guint row, int *owners, guint8 *seen)
{
  const guint8 *values = g_array_index (table->rows, Row, row).values;

  for (guint v = 0; v < table->n_values; v++)
    {
      if (!values[v] || seen[v])
        continue;
      seen[v] = 1;
      if (owners[v] < 0 || match (table, (guint) owners[v], owners, seen))
        {
          owners[v] = (int) row;
          return TRUE;
        }
    }
  return FALSE;
}

/* The most entries that can each have a value of their own: a matching in a bipartite graph, by augmenting paths. */
static double
count_possibly_different (const Table *table)
{
  g_autofree int *owners = g_new (int, table->n_values);
  g_autofree guint8 *seen = g_new (guint8, table->n_values);
  guint n = 0;

  if (table->endless)
    return INFINITY;

  memset (owners, -1, sizeof (int) * table->n_values);
  for (guint i = 0; i < table->rows->len; i++)
    {
      memset (seen, 0, table->n_values);
      n += match (table, i, owners, seen);
    }
  return n;
}

static CritRange
count_different (CritWorld *world, const CritCondition *condition)
{
  Table table = { 0 };
  CritRange count = { 0 };

  fill (world, &table, condition);
  count.low = count_surely_different (&table);
  count.high = count_possibly_different (&table);
  g_array_unref (table.rows);
  return count;
}

static CritRange
count_entries (CritWorld *world, const CritCondition *condition)
{
  CritDomain further = get_further (world, condition->question);
  guint n_entries = crit_world_count_recorded (world, condition->question) + (guint) further.low;
  CritRange count = { 0 };

  for (guint i = 0; i < n_entries; i++)
    {
      CritTruth where = crit_evaluate (world, condition->where, (int) i);

      count.low += where == CRIT_TRUE;
      count.high += (where & CRIT_TRUE) != 0;
    }

  if (further.low < further.high
      && crit_evaluate (world, condition->where, (int) n_entries) != CRIT_FALSE)
    count.high =
        world->room == CRIT_ROOM_ENDLESS ? INFINITY : count.high + further.high - further.low;
  return count;
}

/**
 * crit_evaluate_count:
 * @world: the completions to look at
 * @condition: a count
 *
 * Returns: the fewest and the most entries, or different values, that are counted
 */
CritRange
crit_evaluate_count (CritWorld *world, const CritCondition *condition)
{
  CritTruth shown = crit_evaluate_shown (world, condition->question, -1);
  CritRange count = { 0 };

  if (shown == CRIT_FALSE)
    return count;

  count = condition->distinct != NULL ? count_different (world, condition)
                                      : count_entries (world, condition);
  if (shown == CRIT_EITHER)
    count.low = 0;
  return count;
}
