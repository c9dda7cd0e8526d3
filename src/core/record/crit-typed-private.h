/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-typed.h"

G_BEGIN_DECLS

/* Each fills in @answer and @doubt, or @problem, of a text that is not blank. */
void crit_typed_read_number (const CritQuestion *question, const char *text, CritTyped *typed);
void crit_typed_read_date (const CritQuestion *question, const char *text, CritTyped *typed);

char *crit_typed_dup_plain_digits (const char *text);
void crit_typed_accept (const CritQuestion *question, const CritAnswer *answer, CritTyped *typed);

G_END_DECLS
