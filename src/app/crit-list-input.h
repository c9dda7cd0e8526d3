/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-answer-input.h"
#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritListInput:
 *
 * The entries of a list as cards that fold, a button that adds one, and "That is all of them?" as a question of its
 * own. A card follows its entry: whatever changes the list, undo too, no card is made anew whose entry is still there.
 */
#define CRIT_TYPE_LIST_INPUT (crit_list_input_get_type ())
G_DECLARE_FINAL_TYPE (CritListInput, crit_list_input, CRIT, LIST_INPUT, CritAnswerInput)

CritAnswerInput *crit_list_input_new (CritSession *session, const CritQuestion *list);

G_END_DECLS
