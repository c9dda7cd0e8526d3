/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-answer-input.h"

G_BEGIN_DECLS

/**
 * CritRadioInput:
 *
 * Yes / No / Not known, or the few options of a choice and Not known, as radio buttons.
 */
#define CRIT_TYPE_RADIO_INPUT (crit_radio_input_get_type ())
G_DECLARE_FINAL_TYPE (CritRadioInput, crit_radio_input, CRIT, RADIO_INPUT, CritAnswerInput)

CritAnswerInput *crit_radio_input_new (const CritQuestion *question);
CritAnswerInput *crit_radio_input_new_complete (const CritQuestion *list);

G_END_DECLS
