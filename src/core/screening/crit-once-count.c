/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-evaluate.h"
#include "screening/crit-once-private.h"
#include "screening/crit-reach.h"

#include <math.h>
#include <string.h>

/* As many as a number has bits. */
#define MOST_TESTS 64

/**
 * Tally:
 * @tests: of #CritCondition: the tests of the values that are counted, by which entries are counted or not
 * @kind: of the values that can be counted, what those tests say; @has_kind whether any entry is open
 * @bounds: how many there must be
 * @size: how many different values there are that can be counted
 * @blocked: whether there are values that are not counted
 * @sure: by value: how many entries surely add it
 * @maybe: by value: how many entries add it or nothing
 * @n_open: how many entries add any value
 * @n_forced: how many of these surely do
 * @more: whether there can be further entries that are counted
 *
 * What the entries of a list can add to a count of different values.
 */
typedef struct
{
  GPtrArray *tests;
  guint64 kind;
  gboolean has_kind;
  CritRange bounds;
  double size;
  gboolean blocked;
  guint *sure;
  guint *maybe;
  guint n_values;
  guint n_open;
  guint n_forced;
  gboolean more;
} Tally;

static void
clear_tally (Tally *tally)
{
  g_clear_pointer (&tally->tests, g_ptr_array_unref);
  g_free (tally->sure);
  g_free (tally->maybe);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, clear_tally)

/**
 * Entry:
 * @counted: whether it adds anything
 * @open: whether it can add any value
 * @value: otherwise, the one that it adds; of an open one, any that is counted
 */
typedef struct
{
  CritTruth counted;
  gboolean open;
  guint value;
} Entry;

/* Whether there is a number from @low to @high from which one more goes over a bound. */
static gboolean
crosses (CritRange bounds, double low, double high)
{
  double lower = bounds.low - 1;
  double upper = bounds.high;

  return (lower >= MAX (low, 0) && lower <= high)
         || (isfinite (upper) && upper >= low && upper <= high);
}

static void
walk_where (CritOnce *self, const CritCondition *count, guint entry, gboolean matters)
{
  gboolean in_where = self->in_where;

  self->in_where = TRUE;
  crit_once_walk (self, count->where, (int) entry, matters);
  if (count->distinct != NULL)
    {
      if (crit_evaluate_shown (self->world, count->distinct->list, -1) == CRIT_EITHER)
        self->once = FALSE;
      crit_once_walk_shown (self, count->distinct, (int) entry, matters);
    }
  self->in_where = in_where;
}

static guint
count_entries (CritOnce *self, const CritQuestion *list, gboolean *more)
{
  CritInput input = crit_input_of (list, -1);
  CritDomain further = crit_world_get_domain (self->world, input);

  *more = !crit_domain_is_single (&further);
  return crit_world_count_recorded (self->world, list) + (guint) further.low;
}

/* Evaluating a count may say that it is not decided where it is: no entry at all, since the list may be hidden, and two
 * of them are not one either, but lie on both sides of it; and it counts values that no entry adds. */
static void
check_range (CritOnce *self, const CritCondition *count, CritRange bounds, double low, double high)
{
  gboolean in = low >= bounds.low && high <= bounds.high;
  gboolean out = high < bounds.low || low > bounds.high;
  gboolean may_be_hidden = crit_evaluate_shown (self->world, count->question, -1) != CRIT_TRUE;

  if ((in && (!may_be_hidden || bounds.low <= 0)) || (out && (!may_be_hidden || bounds.low > 0)))
    self->once = FALSE;
}

static void
walk_entries (CritOnce *self, const CritCondition *count, gboolean matters)
{
  CritRange bounds = crit_range_of_bounds (count, TRUE);
  double low = 0, high = 0;
  gboolean more = FALSE;
  guint n = count_entries (self, count->question, &more);

  for (guint i = 0; i < n; i++)
    {
      CritTruth where = crit_evaluate (self->world, count->where, (int) i);

      low += where == CRIT_TRUE;
      high += (where & CRIT_TRUE) != 0;
    }
  more = more && crit_evaluate (self->world, count->where, (int) n) != CRIT_FALSE;
  if (more)
    high = INFINITY;
  check_range (self, count, bounds, low, high);

  for (guint i = 0; i < n; i++)
    walk_where (self, count, i, matters && crosses (bounds, low, high - 1));
  if (!more)
    return;
  walk_where (self, count, n, FALSE);
  crit_once_read_answer (self, count->question, -1, matters && crosses (bounds, low, INFINITY));
}

/* What the tests say of a value, one bit a test. */
static guint64
get_kind (CritOnce *self, const Tally *tally, guint value)
{
  guint64 kind = 0;

  for (guint i = 0; i < tally->tests->len; i++)
    if (crit_evaluate_value (self->world, tally->tests->pdata[i], value) == CRIT_TRUE)
      kind |= G_GUINT64_CONSTANT (1) << i;
  return kind;
}

static CritTruth
evaluate_with (CritOnce *self, const CritCondition *count, guint entry, guint value)
{
  CritInput input = crit_input_of (count->distinct, (int) entry);
  CritTruth where = 0;

  self->world->assumed = &input;
  self->world->assumed_value = value;
  where = crit_evaluate (self->world, count->where, (int) entry);
  self->world->assumed = NULL;
  return where;
}

/* Takes the values away that are not counted, whatever the rest of the entry is. Those that are left have to be of one
 * kind, and of the same in each entry. Returns whether the entry is counted with them. */
static CritTruth
keep_counted (CritOnce *self, const CritCondition *count, Tally *tally, guint entry, guint8 *values)
{
  CritTruth counted = CRIT_FALSE;

  for (guint v = 0; v < tally->n_values; v++)
    {
      guint64 kind = values[v] ? get_kind (self, tally, v) : 0;
      CritTruth where = CRIT_FALSE;

      if (!values[v] || (counted != CRIT_FALSE && kind == tally->kind))
        continue;
      where = evaluate_with (self, count, entry, v);
      values[v] = where != CRIT_FALSE;
      tally->blocked = tally->blocked || where == CRIT_FALSE;
      if (where == CRIT_FALSE)
        continue;
      if (tally->has_kind && kind != tally->kind)
        self->once = FALSE;
      tally->kind = kind;
      tally->has_kind = TRUE;
      counted = where;
    }
  return counted;
}

/* How many values there are: texts that are not recorded yet can differ without end. */
static double
count_values (const CritCondition *count, const guint8 *values, guint n_values)
{
  double n = 0;

  for (guint v = 0; v < n_values; v++)
    if (values[v] && v >= count->distinct->options->options->len)
      return INFINITY;
    else
      n += values[v];
  return n;
}

static guint
find_value (const guint8 *values, guint n_values)
{
  guint v = 0;

  while (v < n_values && !values[v])
    v++;
  return v;
}

static void
set_open (CritOnce *self,
          const CritCondition *count,
          Tally *tally,
          guint index,
          guint8 *values,
          Entry *entry)
{
  entry->open = TRUE;
  if (tally->tests->len > 0)
    entry->counted = keep_counted (self, count, tally, index, values);
  entry->value = find_value (values, tally->n_values);
  tally->size = count_values (count, values, tally->n_values);
  if (tally->size == 0)
    entry->counted = CRIT_FALSE;
}

/* @values: room for one byte a value */
static Entry
get_entry (CritOnce *self, const CritCondition *count, Tally *tally, guint index, guint8 *values)
{
  CritInput input = crit_input_of (count->distinct, (int) index);
  CritDomain domain = crit_world_get_domain (self->world, input);
  Entry entry = { .counted = crit_evaluate (self->world, count->where, (int) index) };
  gboolean nothing = FALSE;

  if (entry.counted == CRIT_FALSE)
    return entry;
  memset (values, 0, tally->n_values);
  nothing = crit_count_values_of_entry (self->world, count, (int) index, values);
  entry.value = find_value (values, tally->n_values);
  if (!crit_domain_is_single (&domain))
    set_open (self, count, tally, index, values, &entry);
  else if (entry.value == tally->n_values)
    entry.counted = CRIT_FALSE;
  else if (memchr (values + entry.value + 1, 1, tally->n_values - entry.value - 1) != NULL)
    self->once = FALSE;
  if (domain.allowed != NULL)
    self->once = FALSE;
  if (nothing || (entry.open && tally->blocked))
    entry.counted = crit_truth_and (entry.counted, CRIT_EITHER);
  return entry;
}

static void
add_entry (Tally *tally, const Entry *entry)
{
  if (entry->counted == CRIT_FALSE)
    return;
  if (entry->open)
    {
      tally->n_open++;
      tally->n_forced += entry->counted == CRIT_TRUE;
    }
  else if (entry->counted == CRIT_TRUE)
    tally->sure[entry->value]++;
  else
    tally->maybe[entry->value]++;
}

static double
count_low (const Tally *tally, guint n_forced)
{
  double n = 0;

  for (guint v = 0; v < tally->n_values; v++)
    n += tally->sure[v] > 0;
  return MAX (n, n_forced > 0 ? 1 : 0);
}

static double
count_high (const Tally *tally, guint n_open)
{
  double n = n_open;

  if (tally->more)
    return tally->size;
  for (guint v = 0; v < tally->n_values; v++)
    n += tally->sure[v] > 0 || tally->maybe[v] > 0;
  return MIN (n, tally->size);
}

/* Whether an answer can be one of which nothing is counted. */
static gboolean
may_add_nothing (CritOnce *self, const CritCondition *count, const Tally *tally)
{
  const CritOptionSet *set = count->distinct->options;
  const int *classes = NULL;

  if (count->attribute < 0)
    return tally->blocked;
  classes = crit_world_get_classes (self->world, set, count->attribute);
  for (guint v = 0; v < set->options->len; v++)
    if (classes[v] < 0)
      return TRUE;
  return count->distinct->other;
}

/* An entry with one value makes a difference where no other entry has that value. */
static gboolean
single_matters (const Tally *tally, const Entry *entry)
{
  double high = count_high (tally, tally->n_open) - 1;

  return entry->counted == CRIT_EITHER && tally->sure[entry->value] == 0
         && crosses (tally->bounds, count_low (tally, tally->n_forced), high);
}

/* An entry with any value can have one that no other has. */
static void
walk_open (CritOnce *self,
           const CritCondition *count,
           const Tally *tally,
           const Entry *entry,
           guint index,
           gboolean matters)
{
  CritInput input = crit_input_of (count->distinct, (int) index);
  double low = count_low (tally, tally->n_forced - (entry->counted == CRIT_TRUE ? 1 : 0));
  double high = MIN (count_high (tally, tally->n_open - 1), tally->size - 1);
  double least = may_add_nothing (self, count, tally) ? low : MAX (low, 1);

  crit_once_check_attribute (self, count->distinct, count->attribute, (int) index);
  crit_once_read_answer (self, count->distinct, (int) index,
                         matters && crosses (tally->bounds, least, high));
  self->world->assumed = &input;
  self->world->assumed_value = entry->value;
  walk_where (self, count, index, matters && crosses (tally->bounds, low, high));
  self->world->assumed = NULL;
}

static void
walk_entry (CritOnce *self,
            const CritCondition *count,
            const Tally *tally,
            const Entry *entry,
            guint index,
            gboolean matters)
{
  if (entry->counted == CRIT_FALSE)
    return;
  if (entry->open)
    walk_open (self, count, tally, entry, index, matters);
  else
    walk_where (self, count, index, matters && single_matters (tally, entry));
}

/* Where any value can be added, the values of all entries have to be among these. */
static void
check_kind (CritOnce *self, const Tally *tally, const Entry *entry)
{
  if (entry->counted != CRIT_FALSE && !entry->open && tally->has_kind
      && get_kind (self, tally, entry->value) != tally->kind)
    self->once = FALSE;
}

static GPtrArray *
find_tests (CritOnce *self, const CritCondition *count)
{
  g_autoptr (GPtrArray) conditions = crit_reach_of_condition (count->where);
  GPtrArray *tests = g_ptr_array_new ();

  for (guint i = 0; i < conditions->len; i++)
    {
      const CritCondition *condition = conditions->pdata[i];

      if (condition->question != count->distinct || condition->kind != CRIT_CONDITION_OPTION)
        continue;
      g_ptr_array_add (tests, conditions->pdata[i]);
      if (condition->attribute >= 0 || count->attribute >= 0 || tests->len > MOST_TESTS)
        self->once = FALSE;
    }
  return tests;
}

static void
walk_different (CritOnce *self, const CritCondition *count, gboolean matters)
{
  guint n_values = crit_world_count_values (self->world, crit_input_of (count->distinct, 0));
  g_autofree guint8 *values = g_new0 (guint8, n_values);
  g_auto (Tally) tally = { .bounds = crit_range_of_bounds (count, TRUE), .n_values = n_values };
  guint n = count_entries (self, count->question, &tally.more);
  /* The last one stands for all further entries. */
  g_autofree Entry *entries = g_new (Entry, n + 1);

  entries[n].counted = CRIT_FALSE;
  tally.tests = find_tests (self, count);
  tally.size = INFINITY;
  tally.sure = g_new0 (guint, n_values);
  tally.maybe = g_new0 (guint, n_values);
  for (guint i = 0; i < n && self->once; i++)
    {
      entries[i] = get_entry (self, count, &tally, i, values);
      add_entry (&tally, &entries[i]);
    }
  if (tally.more)
    entries[n] = get_entry (self, count, &tally, n, values);
  tally.more = entries[n].counted != CRIT_FALSE;

  check_range (self, count, tally.bounds, count_low (&tally, tally.n_forced),
               count_high (&tally, tally.n_open));
  for (guint i = 0; i < n && self->once; i++)
    {
      check_kind (self, &tally, &entries[i]);
      walk_entry (self, count, &tally, &entries[i], i, matters);
    }
  if (!tally.more || !self->once)
    return;
  walk_open (self, count, &tally, &entries[n], n, FALSE);
  crit_once_read_answer (
      self, count->question, -1,
      matters && crosses (tally.bounds, count_low (&tally, tally.n_forced), tally.size - 1));
}

/**
 * crit_once_walk_count:
 * @self: a walk
 * @count: a count that is not decided
 * @matters: whether a change of it can be seen in the end
 *
 * Notes what a count reads. Entries have nothing in common, so that the others can come to any number between the fewest
 * and the most; an entry matters where one more than some of these numbers goes over a bound.
 */
void
crit_once_walk_count (CritOnce *self, const CritCondition *count, gboolean matters)
{
  crit_once_walk_shown (self, count->question, -1, matters);
  if (count->distinct != NULL)
    walk_different (self, count, matters);
  else
    walk_entries (self, count, matters);
}
