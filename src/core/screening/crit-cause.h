/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"
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

CritCause *crit_cause_new_take (CritCauseKind kind, char *sentence);
void crit_cause_free (CritCause *self);
const char *crit_cause_get_code (CritCauseKind kind);

GPtrArray *crit_causes_find (CritRecord *record,
                             CritDate date,
                             CritRulesIndex *former,
                             CritRulesIndex *newer,
                             const char *criterion_id,
                             CritStatus former_status);

G_END_DECLS
