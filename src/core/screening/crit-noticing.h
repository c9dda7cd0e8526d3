/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritNoticing:
 * @noticed: how many defects some case notices
 * @unnoticed: how many no case notices
 * @harmless: how many no case can notice: under no answers do they make a difference. They are counted in neither
 *
 * How well the cases of rules watch over their conditions.
 */
typedef struct
{
  guint noticed;
  guint unnoticed;
  guint harmless;
} CritNoticing;

CritNoticing crit_noticing_report (CritRules *rules, CritDate today, GPtrArray *findings);

G_END_DECLS
