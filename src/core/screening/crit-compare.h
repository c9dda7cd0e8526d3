/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-carry-over.h"
#include "screening/crit-cause.h"
#include "screening/crit-screening.h"

G_BEGIN_DECLS

/**
 * CritComparedCriterion:
 * @former: (nullable): the outcome under the former rules; NULL where these have no such criterion, or only a note
 * @newer: (nullable): the outcome under the newer rules, likewise
 * @causes: (element-type CritCause): why the status differs; empty where it does not
 */
typedef struct
{
  const CritOutcome *former;
  const CritOutcome *newer;
  GPtrArray *causes;
} CritComparedCriterion;

/**
 * CritComparison:
 * @former: the screening of the record as it is
 * @newer: the screening of its answers under other rules
 * @carried: the record under other rules, which is nowhere saved
 * @criteria: (element-type CritComparedCriterion): every criterion that has a status in either, in the order of the
 *   newer rules, and then those that are gone
 * @lost: (element-type CritLostAnswer): the answers that the newer rules have no room for
 *
 * What changes for a record under other rules. It is computed once, and then only read.
 */
typedef struct
{
  CritRecord *record;
  CritRecord *carried;
  CritScreening *former;
  CritScreening *newer;
  GPtrArray *criteria;
  GPtrArray *lost;
} CritComparison;

CritComparison *crit_compare (CritRecord *record, CritRules *rules, CritDate date);
void crit_comparison_free (CritComparison *self);

gboolean crit_compared_criterion_differs (const CritComparedCriterion *self);
const CritCriterion *crit_compared_criterion_get (const CritComparedCriterion *self);
guint crit_comparison_count_unchanged (const CritComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritComparison, crit_comparison_free)

G_END_DECLS
