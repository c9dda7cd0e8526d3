/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-condition.h"

G_BEGIN_DECLS

char *crit_condition_dup_words (const CritCondition *self);
char *crit_condition_dup_subject_text (const CritCondition *self);
char *crit_condition_dup_threshold_text (const CritCondition *self);

G_END_DECLS
