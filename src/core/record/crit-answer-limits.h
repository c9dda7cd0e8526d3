/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"

G_BEGIN_DECLS

/* Of a text that is typed, in characters; far enough below what one string of a file may hold. */
#define CRIT_ANSWER_MAX_TEXT 10000

gboolean crit_answer_has_right_kind (const CritAnswer *self, const CritQuestion *question);
gboolean crit_answer_is_within_limits (const CritAnswer *self, const CritQuestion *question);
char *crit_answer_dup_limits_text (const CritQuestion *question);
void crit_answer_clean (CritAnswer *self, const CritQuestion *question);
char *crit_answer_clean_line (const char *text);
char *crit_answer_clean_note (const char *text);

G_END_DECLS
