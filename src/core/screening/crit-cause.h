/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"
#include "screening/crit-amendment.h"
#include "screening/crit-status.h"

G_BEGIN_DECLS

/**
 * CritCause:
 * @sentence: what changed, for people, translated; owned
 *
 * Why a criterion has another status under other rules, or on another day.
 */
typedef struct
{
  CritCauseKind kind;
  char *sentence;
} CritCause;

/**
 * CritCauseFinder:
 *
 * Finds out why statuses differ between two versions of rules, for one record after another. What it wove and loaded for
 * one it keeps for the next, as far as memory allows. One thread has one.
 */
typedef struct _CritCauseFinder CritCauseFinder;

CritCause *crit_cause_new_take (CritCauseKind kind, char *sentence);
void crit_cause_free (CritCause *self);
const char *crit_cause_get_code (CritCauseKind kind);
JsonArray *crit_causes_to_json (GPtrArray *causes);

CritCauseFinder *crit_cause_finder_new (CritRules *former, CritRules *newer);
void crit_cause_finder_free (CritCauseFinder *self);
GPtrArray *crit_cause_finder_find (CritCauseFinder *self,
                                   const CritAnswer *answers,
                                   CritDate former_date,
                                   CritDate newer_date,
                                   const char *criterion_id,
                                   CritStatus former_status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritCauseFinder, crit_cause_finder_free)

G_END_DECLS
