/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-answer-input.h"

G_BEGIN_DECLS

/**
 * CritChoiceInput:
 *
 * A choice of many options, or of words of one's own: a field to type into, with the options that fit under it. Down
 * goes into the list, Enter takes an option, Escape closes the list.
 */
#define CRIT_TYPE_CHOICE_INPUT (crit_choice_input_get_type ())
G_DECLARE_FINAL_TYPE (CritChoiceInput, crit_choice_input, CRIT, CHOICE_INPUT, CritAnswerInput)

CritAnswerInput *crit_choice_input_new (const CritQuestion *question);

G_END_DECLS
