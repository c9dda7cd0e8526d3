/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-program-private.h"

#include <math.h>

#define WORDS (CRIT_MOST_CLASSES / 64)

/**
 * Sum:
 * @sure: the different values that some entry surely adds; @maybe those that some may add
 * @n_sure: how many surely count: entries, or different values
 * @n_open: how many entries can add any value
 * @n_forced: how many of these add one in every completion
 * @low: how many there are at least; and @high at most
 * @more: whether there can be further entries that are counted
 * @once: whether the entries have nothing in common that is open
 *
 * What the entries of a list come to.
 */
typedef struct
{
  guint64 sure[WORDS];
  guint64 maybe[WORDS];
  guint n_sure;
  guint n_open;
  guint n_forced;
  double low;
  double high;
  gboolean more;
  gboolean once;
} Sum;

/* How many different values there are at most. */
static guint
count_possible (const CritCount *count, const Sum *sum)
{
  guint n = 0;

  for (guint i = 0; i < count->n_words; i++)
    n += (guint) __builtin_popcountll (sum->sure[i] | sum->maybe[i]);
  return n;
}

static void
add_class (Sum *sum, guint16 class, CritTruth counted)
{
  guint64 *values = counted == CRIT_TRUE ? sum->sure : sum->maybe;
  guint64 value = G_GUINT64_CONSTANT (1) << (class % 64);

  if (counted == CRIT_TRUE && (values[class / 64] & value) == 0)
    sum->n_sure++;
  values[class / 64] |= value;
}

/* An entry that can add any value of the field, or where some count as nothing, perhaps none. */
static CritTruth
add_open (CritRun *run, const CritCount *count, Sum *sum, CritTruth counted)
{
  crit_run_read (run, TRUE, (guint32) count->distinct);
  if (count->may_lack)
    counted = CRIT_EITHER;
  sum->n_open++;
  sum->n_forced += counted == CRIT_TRUE;
  return counted;
}

static CritTruth
add_value (CritRun *run, const CritCount *count, Sum *sum, CritTruth counted)
{
  const CritAnswer *answer = &run->cells[count->distinct];

  counted = crit_truth_and (counted, crit_run_step (run, count->shown));
  if (counted == CRIT_FALSE)
    return counted;
  if (answer->kind != CRIT_ANSWER_OPTION)
    return add_open (run, count, sum, counted);
  if (count->classes[answer->option] == CRIT_NO_CLASS)
    return CRIT_FALSE;
  add_class (sum, count->classes[answer->option], counted);
  return counted;
}

/* Returns whether the entry is counted. */
static CritTruth
add_entry (CritRun *run, const CritCount *count, Sum *sum, const CritAnswer *cells)
{
  guint mark = run->n_reads;
  CritTruth counted = CRIT_TRUE;

  run->cells = cells;
  counted = crit_run_step (run, count->where);
  if (counted != CRIT_FALSE && count->distinct >= 0)
    counted = add_value (run, count, sum, counted);
  if (counted != CRIT_FALSE && !crit_run_is_once (run, mark))
    sum->once = FALSE;
  run->n_reads = mark;
  return counted;
}

static void
add_further (CritRun *run, const CritCount *count, Sum *sum)
{
  Sum further = { .once = TRUE };

  sum->more = add_entry (run, count, &further, run->program->open_cells) != CRIT_FALSE;
  sum->once = sum->once && further.once;
}

/* Returns whether those that surely count are enough, so that there is no need to look at the others. */
static gboolean
add_entries (CritRun *run, const CritCount *count, Sum *sum)
{
  const CritEntries *entries = run->entries;
  guint n = entries != NULL ? entries->n_entries : 0;

  for (guint i = 0; i < n && sum->n_sure < count->enough; i++)
    {
      CritTruth counted = add_entry (run, count, sum, &entries->cells[i * entries->n_fields]);

      if (count->distinct >= 0)
        continue;
      sum->n_sure += counted == CRIT_TRUE;
      sum->high += (counted & CRIT_TRUE) != 0;
    }
  if (sum->n_sure >= count->enough)
    return TRUE;
  if (entries == NULL || !crit_entries_is_complete (entries))
    add_further (run, count, sum);
  return FALSE;
}

/* Entries have nothing in common, so that they can come to any number from the fewest to the most. */
static void
find_bounds (const CritCount *count, Sum *sum)
{
  sum->low = MAX (sum->n_sure, sum->n_forced > 0 ? 1u : 0u);
  if (count->distinct >= 0)
    sum->high = sum->more ? count->n_classes
                          : MIN (count_possible (count, sum) + sum->n_open, count->n_classes);
  else if (sum->more)
    sum->high = INFINITY;
}

/* Texts of one's own can be the same or not, and have attributes that nobody knows. */
static gboolean
has_text (const CritRun *run, const CritCount *count)
{
  const CritEntries *entries = run->entries;

  for (guint i = 0; count->may_be_text && entries != NULL && i < entries->n_entries; i++)
    if (entries->cells[i * entries->n_fields + (guint) count->distinct].kind == CRIT_ANSWER_OTHER)
      return TRUE;
  return FALSE;
}

static CritTruth
compare (const Sum *sum, CritRange bounds, CritTruth shown)
{
  CritTruth truth = 0;

  if ((shown & CRIT_TRUE) != 0 && MAX (sum->low, bounds.low) <= MIN (sum->high, bounds.high))
    truth |= CRIT_TRUE;
  if ((shown & CRIT_TRUE) != 0 && (sum->low < bounds.low || sum->high > bounds.high))
    truth |= CRIT_FALSE;
  if ((shown & CRIT_FALSE) != 0)
    truth |= crit_truth_of (bounds.low <= 0 && bounds.high >= 0);
  return truth;
}

static CritTruth
run_shown_count (CritRun *self, const CritStep *step, CritTruth shown)
{
  const CritCount *count = &self->program->counts[step->count];
  const CritAnswer *list = &self->answers[step->slot];
  const CritEntries *outer_entries = self->entries;
  const CritAnswer *outer_cells = self->cells;
  Sum sum = { .once = TRUE };
  CritTruth truth = CRIT_EITHER;

  self->entries = list->kind == CRIT_ANSWER_LIST ? list->entries : NULL;
  if (count->n_words == 0 || has_text (self, count))
    sum.once = FALSE;
  else if (add_entries (self, count, &sum))
    truth = compare (&(Sum){ .low = INFINITY, .high = INFINITY }, step->range, shown);
  else
    {
      find_bounds (count, &sum);
      truth = compare (&sum, step->range, shown);
    }
  self->entries = outer_entries;
  self->cells = outer_cells;
  crit_run_read (self, FALSE, step->slot);
  if (!sum.once)
    crit_run_read_twice (self);
  return truth;
}

/**
 * crit_run_count:
 * @self: a run
 * @step: a count
 *
 * Counts as crit_evaluate_count() does, and finds exactly how many there can be where entries have nothing in common that is
 * open. A list that is hidden has no entries.
 *
 * Returns: what the count can be
 */
CritTruth
crit_run_count (CritRun *self, const CritStep *step)
{
  CritTruth shown = crit_run_step (self, step->shown);

  if (shown == CRIT_FALSE)
    return compare (&(Sum){ 0 }, step->range, CRIT_FALSE);
  return run_shown_count (self, step, shown);
}
