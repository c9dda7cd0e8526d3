/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"

G_BEGIN_DECLS

/**
 * CritLostAnswer:
 * @place: where it stands in the record that was carried over, and good as long as the rules of that are
 * @sentence: for people: the question, what was recorded, and why it does not fit, translated; owned
 *
 * An answer that other rules have no room for.
 */
typedef struct
{
  CritPlace place;
  char *sentence;
} CritLostAnswer;

CritAnswer *crit_answers_carry_over (const CritRules *former,
                                     const CritAnswer *answers,
                                     const CritRules *rules,
                                     GPtrArray *lost);
CritRecord *crit_record_carry_over (CritRecord *self, CritRules *rules, GPtrArray *lost);
GPtrArray *crit_lost_answers_new (void);

G_END_DECLS
