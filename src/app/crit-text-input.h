/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-answer-input.h"

G_BEGIN_DECLS

/**
 * CritTextInput:
 *
 * Words of the person's own: a line for a `string`, a few lines for a `text`.
 */
#define CRIT_TYPE_TEXT_INPUT (crit_text_input_get_type ())
G_DECLARE_FINAL_TYPE (CritTextInput, crit_text_input, CRIT, TEXT_INPUT, CritAnswerInput)

CritAnswerInput *crit_text_input_new (const CritQuestion *question);

G_END_DECLS
