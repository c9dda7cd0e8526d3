/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-finding.h"
#include "screening/crit-screening.h"

G_BEGIN_DECLS

/**
 * CritCaseResult:
 * @failures: (nullable): of char: one sentence for each criterion whose status is not the expected one, or for each error
 *   in @unreadable
 * @unreadable: (nullable): of #CritFinding, without positions: why the answers could not be read
 */
typedef struct
{
  const CritCase *test_case;
  GPtrArray *failures;
  GPtrArray *unreadable;
} CritCaseResult;

GPtrArray *crit_cases_run (CritRules *rules, GPtrArray *screenings);
guint crit_cases_count_passed (GPtrArray *results);

G_END_DECLS
