/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritDefect:
 * @condition: the condition that it is in
 * @changed: what that condition becomes
 * @offset: the byte in the rules text that it is about
 * @sentence: what is changed, translated
 *
 * A small mistake that an author could have made in a condition.
 */
typedef struct
{
  CritCondition *condition;
  CritCondition changed;
  gsize offset;
  char *sentence;
} CritDefect;

GPtrArray *crit_defects_of_rules (const CritRules *rules);
void crit_defect_swap (CritDefect *self);

G_END_DECLS
