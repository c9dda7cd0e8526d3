/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-screen.h"

#include "screening/crit-evaluate.h"
#include "screening/crit-explore.h"
#include "screening/crit-once.h"
#include "screening/crit-reason.h"
#include "screening/crit-still-matters.h"

/**
 * crit_screen_get_status:
 * @criterion: a criterion
 * @result: all that it can come to, a set of `CRIT_RESULT_…`; 0 where that is not known
 *
 * Returns: its status
 */
CritStatus
crit_screen_get_status (const CritCriterion *criterion, guint result)
{
  gboolean caution = criterion->kind == CRIT_KIND_CAUTION;

  /* A note applies or it does not; where that is not known it is shown. */
  if (criterion->kind == CRIT_KIND_NOTE && result != CRIT_RESULT_NOT_APPLICABLE)
    return CRIT_STATUS_NONE;
  switch (result)
    {
    case CRIT_RESULT_TRUE:
      return caution ? CRIT_STATUS_PRESENT : CRIT_STATUS_MET;
    case CRIT_RESULT_FALSE:
      return caution ? CRIT_STATUS_ABSENT : CRIT_STATUS_NOT_MET;
    case CRIT_RESULT_NOT_APPLICABLE:
      return CRIT_STATUS_NOT_APPLICABLE;
    default:
      return CRIT_STATUS_UNKNOWN;
    }
}

/* What evaluating cannot decide, cases can; they are only gone through where it has to be. */
static CritStatus
find_status (CritExploration *exploration, gboolean *imprecise)
{
  guint result = crit_explore_results (exploration);

  *imprecise = exploration->gave_up;
  return crit_screen_get_status (exploration->criterion, exploration->gave_up ? 0 : result);
}

/**
 * crit_screen_status:
 * @world: the completions of a record
 * @criterion: a criterion
 * @imprecise: (out): whether the search for an exact answer was given up; the status is then unknown
 *
 * Finds the status alone, without saying why: that is all that counting over many records needs.
 *
 * Returns: the status
 */
CritStatus
crit_screen_status (CritWorld *world, const CritCriterion *criterion, gboolean *imprecise)
{
  CritExploration exploration = { 0 };
  CritStatus status = CRIT_STATUS_NONE;
  guint result = 0;

  *imprecise = FALSE;
  result = crit_evaluate_criterion (world, criterion);
  if (crit_result_is_single (result) || crit_once_find (world, criterion, NULL))
    return crit_screen_get_status (criterion, result);

  crit_exploration_init (&exploration, world, criterion);
  status = find_status (&exploration, imprecise);
  crit_exploration_clear (&exploration);
  return status;
}

/* What the author of the rules says of a status, or NULL. */
static const char *
get_own_reason (const CritCriterion *criterion, CritStatus status)
{
  switch (status)
    {
    case CRIT_STATUS_MET:
    case CRIT_STATUS_PRESENT:
      return criterion->reasons.met;
    case CRIT_STATUS_NOT_MET:
    case CRIT_STATUS_ABSENT:
      return criterion->reasons.not_met;
    case CRIT_STATUS_NOT_APPLICABLE:
      return criterion->reasons.not_applicable;
    default:
      return NULL;
    }
}

static void
give_reason (CritWorld *world, CritOutcome *outcome)
{
  const CritCriterion *criterion = outcome->criterion;
  const CritCondition *decisive =
      outcome->status == CRIT_STATUS_NOT_APPLICABLE ? criterion->applies_when : criterion->when;
  g_autoptr (GArray) grounds = crit_grounds_of (world, decisive);

  g_array_unref (outcome->deciding);
  outcome->deciding = crit_grounds_dup_places (world, grounds);
  outcome->reason = g_strdup (get_own_reason (criterion, outcome->status));
  if (outcome->reason == NULL)
    outcome->reason = crit_reason_of_grounds (world, outcome, grounds);
}

static void
give_open (CritWorld *world, CritOutcome *outcome)
{
  CritExploration exploration = { 0 };

  crit_exploration_init (&exploration, world, outcome->criterion);
  g_array_unref (outcome->open);
  outcome->open = crit_still_matters (&exploration);
  outcome->imprecise = outcome->imprecise || exploration.gave_up;
  outcome->reason = crit_reason_of_open (world, outcome);
  crit_exploration_clear (&exploration);
}

/**
 * crit_screen_criterion:
 * @world: the completions of a record
 * @criterion: a criterion
 *
 * Screens one criterion.
 *
 * Returns: (transfer full): its status, why it is so, and what can still change it; free with crit_outcome_unref()
 */
CritOutcome *
crit_screen_criterion (CritWorld *world, const CritCriterion *criterion)
{
  CritOutcome *outcome = g_atomic_rc_box_new0 (CritOutcome);

  outcome->criterion = criterion;
  outcome->open = g_array_new (FALSE, FALSE, sizeof (CritPlace));
  outcome->deciding = g_array_new (FALSE, FALSE, sizeof (CritPlace));
  outcome->status = crit_screen_status (world, criterion, &outcome->imprecise);

  if (outcome->status == CRIT_STATUS_UNKNOWN)
    give_open (world, outcome);
  else if (outcome->status != CRIT_STATUS_NONE)
    give_reason (world, outcome);
  return outcome;
}

/**
 * crit_outcome_ref:
 * @outcome: an outcome
 *
 * Returns: (transfer full): the same outcome
 */
CritOutcome *
crit_outcome_ref (CritOutcome *outcome)
{
  return g_atomic_rc_box_acquire (outcome);
}

static void
clear (CritOutcome *outcome)
{
  g_free (outcome->reason);
  g_array_unref (outcome->open);
  g_array_unref (outcome->deciding);
}

/**
 * crit_outcome_unref:
 * @outcome: (transfer full): an outcome
 *
 * Gives up a reference.
 */
void
crit_outcome_unref (CritOutcome *outcome)
{
  g_atomic_rc_box_release_full (outcome, (GDestroyNotify) clear);
}
