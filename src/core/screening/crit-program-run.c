/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-program-private.h"

#include "screening/crit-evaluate.h"

/* Tells the fields of an entry from top-level questions. */
#define FIELD (1u << 31)

/**
 * crit_run_read:
 * @self: a run
 * @is_field: whether it is a field of the entry that is looked at
 * @slot: its slot
 *
 * Notes that something open was read.
 */
void
crit_run_read (CritRun *self, gboolean is_field, guint32 slot)
{
  if (self->n_reads < CRIT_MOST_READS)
    self->reads[self->n_reads++] = is_field ? slot | FIELD : slot;
  else
    self->reads[CRIT_MOST_READS - 1] = CRIT_READ_TWICE;
}

/**
 * crit_run_read_twice:
 * @self: a run
 *
 * Notes that what was read depends on something else that is open.
 */
void
crit_run_read_twice (CritRun *self)
{
  crit_run_read (self, FALSE, CRIT_READ_TWICE);
}

static gboolean
was_read (const CritRun *self, guint mark, guint end)
{
  for (guint i = mark; i < end; i++)
    if (self->reads[i] == self->reads[end])
      return TRUE;
  return FALSE;
}

/**
 * crit_run_is_once:
 * @self: a run
 * @mark: how many inputs had been read before
 *
 * Where nothing was read twice since then, nothing that is open depends on anything else that is, and what the steps came to
 * is exact.
 *
 * Returns: whether it is so; inside a count also whether only fields of the entry were read, since what all entries share is
 *   read more than once by its nature
 */
gboolean
crit_run_is_once (const CritRun *self, guint mark)
{
  for (guint i = mark; i < self->n_reads; i++)
    if (self->reads[i] == CRIT_READ_TWICE || was_read (self, mark, i)
        || (self->cells != NULL && (self->reads[i] & FIELD) == 0))
      return FALSE;
  return TRUE;
}

static const CritStep *
get_step (const CritRun *self, guint32 at)
{
  return &self->program->steps[at];
}

static const CritAnswer *
get_answer (const CritRun *self, gboolean is_field, guint32 slot)
{
  return is_field ? &self->cells[slot] : &self->answers[slot];
}

static CritTruth
run_parts (CritRun *self, const CritStep *step, guint32 at)
{
  guint sure = 0, possible = 0, left = step->n_parts;
  guint32 part = at + 1;

  for (; left > 0 && sure < step->least && possible + left >= step->least; left--)
    {
      CritTruth truth = crit_run_step (self, part);

      sure += truth == CRIT_TRUE;
      possible += (truth & CRIT_TRUE) != 0;
      part = get_step (self, part)->next;
    }
  return crit_truth_at_least (step->least, sure, possible + left);
}

/* What an open answer makes of a test, which nothing but that answer has a part in. */
static CritTruth
read_open (CritRun *self, const CritStep *step, CritTruth truth)
{
  if (truth == CRIT_EITHER)
    crit_run_read (self, step->is_field, step->slot);
  return truth;
}

static CritTruth
run_truth (CritRun *self, const CritStep *step)
{
  const CritAnswer *answer = get_answer (self, step->is_field, step->slot);

  if (answer->kind == CRIT_ANSWER_BOOLEAN)
    return crit_truth_of (!answer->boolean == !step->condition->truth);
  return read_open (self, step, step->open);
}

static CritTruth
run_number (CritRun *self, const CritStep *step)
{
  const CritAnswer *answer = get_answer (self, step->is_field, step->slot);

  if (answer->kind == CRIT_ANSWER_NUMBER)
    return crit_truth_of (answer->number >= step->range.low && answer->number <= step->range.high);
  return read_open (self, step, step->open);
}

static gboolean
has_text_in_field (const CritRun *self, guint32 slot)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->n_entries; i++)
    if (self->entries->cells[i * self->entries->n_fields + slot].kind == CRIT_ANSWER_OTHER)
      return TRUE;
  return FALSE;
}

/* Of a free text nobody knows the attributes, and an open answer may be the same text. */
static CritTruth
run_attribute (CritRun *self, const CritStep *step, const CritAnswer *answer)
{
  if (step->open == CRIT_EITHER
      && (answer->kind == CRIT_ANSWER_OTHER
          || (step->is_field && has_text_in_field (self, step->slot))))
    crit_run_read_twice (self);
  return read_open (self, step, step->open);
}

static CritTruth
run_option (CritRun *self, const CritStep *step)
{
  const CritCondition *condition = step->condition;
  const CritAnswer *answer = get_answer (self, step->is_field, step->slot);

  if (answer->kind == CRIT_ANSWER_OPTION)
    return crit_truth_of (condition->accepted[answer->option] != 0);
  if (condition->attribute >= 0)
    return run_attribute (self, step, answer);
  if (answer->kind == CRIT_ANSWER_OTHER)
    return crit_truth_of (condition->accepts_other);
  return read_open (self, step, step->open);
}

/* What is recorded, and need not keep to limits, is what it says. */
static gboolean
is_plain_date (const CritStep *step, const CritAnswer *answer)
{
  return answer->kind == CRIT_ANSWER_DATE && !step->is_limited;
}

/* The days from the first to the last that an answer of any kind can be. */
G_NO_INLINE static CritDays
get_possible_days (const CritRun *self, const CritQuestion *question, const CritAnswer *answer)
{
  CritDomain domain = crit_domain_of_date (question, answer, self->today);

  return (CritDays){ (CritDay) domain.low, (CritDay) domain.high };
}

static CritDays
get_days (const CritRun *self,
          const CritStep *step,
          const CritQuestion *question,
          const CritAnswer *answer)
{
  return is_plain_date (step, answer) ? crit_date_get_days (answer->date)
                                      : get_possible_days (self, question, answer);
}

static CritTruth
compare_days (CritDays days, CritRange range)
{
  return (days.last >= range.low && days.first <= range.high ? CRIT_TRUE : 0)
         | (days.first < range.low || days.last > range.high ? CRIT_FALSE : 0);
}

/* Only what is open, or cut short by limits, has gaps and the like. */
G_NO_INLINE static CritTruth
compare_possible_days (const CritRun *self,
                       const CritQuestion *question,
                       const CritAnswer *answer,
                       CritRange range)
{
  CritDomain domain = crit_domain_of_date (question, answer, self->today);

  return crit_domain_compare (&domain, range, TRUE);
}

static CritTruth
run_date (CritRun *self, const CritStep *step)
{
  const CritCondition *condition = step->condition;
  const CritAnswer *answer = get_answer (self, step->is_field, step->slot);
  CritRange range = crit_range_of_test (condition, self->today);

  if (is_plain_date (step, answer))
    return read_open (self, step, compare_days (crit_date_get_days (answer->date), range));
  return read_open (self, step, compare_possible_days (self, condition->question, answer, range));
}

static CritDay
reach (CritReach reach, CritDay day)
{
  return (reach.months > 0 ? crit_day_add_months (day, reach.months) : day) + reach.days;
}

/* Adding months keeps the order of days, so that the first and the last of each date are all that has to be looked at. */
static CritTruth
run_shortest (const CritStep *step, CritDays start, CritDays stop)
{
  CritDay least = reach (step->shortest, start.first);
  CritDay most = start.last > start.first ? reach (step->shortest, start.last) : least;

  return (stop.last >= least ? CRIT_TRUE : 0) | (stop.first < most ? CRIT_FALSE : 0);
}

static CritTruth
run_longest (const CritStep *step, CritDays start, CritDays stop)
{
  CritDay least = reach (step->longest, start.first);
  CritDay most = start.last > start.first ? reach (step->longest, start.last) : least;

  return (stop.first <= most ? CRIT_TRUE : 0) | (stop.last > least ? CRIT_FALSE : 0);
}

static CritTruth
run_bounds (CritRun *self, const CritStep *step, CritDays start, CritDays stop)
{
  CritTruth from = run_shortest (step, start, stop), to = CRIT_TRUE;

  if (!step->has_longest)
    return from;
  to = run_longest (step, start, stop);
  if (from == CRIT_EITHER && to == CRIT_EITHER)
    crit_run_read_twice (self);
  return crit_truth_and (from, to);
}

static CritTruth
run_duration (CritRun *self, const CritStep *step)
{
  const CritCondition *condition = step->condition;
  const CritAnswer *started = get_answer (self, step->is_field, step->slot);
  const CritAnswer *stopped = get_answer (self, step->until_is_field, step->until);
  CritDays start = get_days (self, step, condition->question, started);
  CritDays stop = get_days (self, step, condition->until, stopped);
  CritTruth truth = run_bounds (self, step, start, stop);

  if (truth != CRIT_EITHER)
    return truth;
  if (start.first < start.last)
    crit_run_read (self, step->is_field, step->slot);
  if (stop.first < stop.last)
    crit_run_read (self, step->until_is_field, step->until);
  return truth;
}

static CritTruth
run_answer (CritRun *self, const CritStep *step)
{
  switch (step->kind)
    {
    case CRIT_STEP_TRUTH:
      return run_truth (self, step);
    case CRIT_STEP_OPTION:
      return run_option (self, step);
    case CRIT_STEP_NUMBER:
      return run_number (self, step);
    case CRIT_STEP_DURATION:
      return run_duration (self, step);
    default:
      return run_date (self, step);
    }
}

static CritTruth
run_test (CritRun *self, const CritStep *step)
{
  CritTruth shown = CRIT_TRUE;

  if (step->shown != CRIT_NO_STEP)
    shown = crit_run_step (self, step->shown);
  if (step->kind == CRIT_STEP_DURATION && step->until_shown != CRIT_NO_STEP && shown != CRIT_FALSE)
    shown = crit_truth_and (shown, crit_run_step (self, step->until_shown));
  if (shown == CRIT_FALSE)
    return CRIT_FALSE;
  return crit_truth_and (shown, run_answer (self, step));
}

static CritTruth
run_any (CritRun *self, const CritStep *step, guint32 at)
{
  switch (step->kind)
    {
    case CRIT_STEP_AT_LEAST:
      return run_parts (self, step, at);
    case CRIT_STEP_NOT:
      return crit_truth_not (crit_run_step (self, at + 1));
    case CRIT_STEP_COUNT:
      return crit_run_count (self, step);
    case CRIT_STEP_CRITERION:
      return crit_run_step (self, self->program->when[step->slot]);
    default:
      return run_test (self, step);
    }
}

/**
 * crit_run_step:
 * @self: a run
 * @at: a step; none is true
 *
 * Evaluates a step as crit_evaluate() does a condition. What a step has read is forgotten once it is decided, since then it
 * does not depend on it.
 *
 * Returns: what it can be
 */
CritTruth
crit_run_step (CritRun *self, guint32 at)
{
  guint mark = self->n_reads;
  CritTruth truth =
      at == CRIT_NO_STEP ? (CritTruth) CRIT_TRUE : run_any (self, get_step (self, at), at);

  if (truth != CRIT_EITHER)
    self->n_reads = mark;
  return truth;
}

/**
 * crit_run_criterion:
 * @self: a run
 * @criterion: the index of a criterion
 * @exact: (out): whether it can come to all that is in the result; it is so wherever that is one thing only
 *
 * Returns: all that the criterion can come to, as a set of `CRIT_RESULT_…`, and where it is not exact perhaps more
 */
guint
crit_run_criterion (CritRun *self, guint criterion, gboolean *exact)
{
  CritTruth applies = CRIT_TRUE;
  guint result = 0;

  self->n_reads = 0;
  *exact = TRUE;
  if (self->program->applies[criterion] != CRIT_NO_STEP)
    applies = crit_run_step (self, self->program->applies[criterion]);
  if (applies == CRIT_FALSE)
    return CRIT_RESULT_NOT_APPLICABLE;

  /* Whether it applies is one thing, and what it comes to if it does, another: either way they are two. */
  if (applies == CRIT_EITHER)
    {
      *exact = crit_run_is_once (self, 0);
      return CRIT_RESULT_NOT_APPLICABLE | CRIT_RESULT_TRUE | CRIT_RESULT_FALSE;
    }
  result = crit_run_step (self, self->program->when[criterion]);
  if (result == CRIT_EITHER)
    *exact = crit_run_is_once (self, 0);
  return result;
}
