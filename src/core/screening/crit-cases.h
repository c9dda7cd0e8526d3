/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-finding.h"
#include "screening/crit-screening.h"

G_BEGIN_DECLS

/**
 * CritCaseFailure:
 * @criterion: (nullable): whose status is not the expected one; NULL where the answers could not be read
 * @sentence: what is wrong, translated
 */
typedef struct
{
  const CritCriterion *criterion;
  char *sentence;
} CritCaseFailure;

/**
 * CritCaseResult:
 * @failures: (nullable): of #CritCaseFailure: one for each status that is not the expected one, or for each error in the
 *   answers
 */
typedef struct
{
  const CritCase *test_case;
  GPtrArray *failures;
} CritCaseResult;

GPtrArray *crit_cases_run (CritRules *rules, GPtrArray *screenings);
guint crit_cases_count_passed (GPtrArray *results);

G_END_DECLS
