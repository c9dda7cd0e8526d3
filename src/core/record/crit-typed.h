/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"

G_BEGIN_DECLS

/**
 * CritTyped:
 * @answer: what was understood; OPEN for empty text
 * @understood: (nullable): it in words, to be shown under the field as it is typed ("March 2019")
 * @problem: (nullable): one sentence when the text is no answer, or could mean two things; @answer is then OPEN
 * @doubt: (nullable): one sentence when the value is understood but implausible; it is accepted all the same
 *
 * What a person typed as a number or a date, understood.
 */
typedef struct
{
  CritAnswer answer;
  char *understood;
  char *problem;
  char *doubt;
} CritTyped;

void crit_typed_read (const CritQuestion *question, const char *text, CritTyped *typed);
void crit_typed_doubt_later (CritTyped *self, CritDate today);
void crit_typed_doubt_before (CritTyped *self, CritDate start);
void crit_typed_clear (CritTyped *self);
char *crit_typed_dup_text (const CritQuestion *question, const CritAnswer *answer);
gboolean crit_reference_looks_like_nhs_number (const char *reference);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CritTyped, crit_typed_clear)

G_END_DECLS
