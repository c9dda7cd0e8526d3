/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-answer-input.h"
#include "record/crit-record.h"

G_BEGIN_DECLS

/**
 * CritTypedInput:
 *
 * A number or a date as it is typed, with what was understood in words under it. Text that is no answer stays in the
 * field and leaves the record's answer open. No wheel, arrow or default ever changes it.
 */
#define CRIT_TYPE_TYPED_INPUT (crit_typed_input_get_type ())
G_DECLARE_FINAL_TYPE (CritTypedInput, crit_typed_input, CRIT, TYPED_INPUT, CritAnswerInput)

CritAnswerInput *crit_typed_input_new (const CritQuestion *question, CritRecord *record);
void crit_typed_input_set_start (CritTypedInput *self, CritDate start);

G_END_DECLS
