/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

/**
 * CritVersions:
 * @which: a question that is in no file: which of two versions of a condition holds
 * @nothing: answers in which everything is open, that question too
 * @everything: a world of all the records there are on one day
 * @gave_up: whether anything so far could not be found out
 *
 * Holds versions of a condition against each other, in every record there could be.
 */
typedef struct
{
  CritQuestion which;
  CritAnswer *nothing;
  CritWorld everything;
  gboolean gave_up;
} CritVersions;

void crit_versions_init (CritVersions *self, const CritRules *rules, CritDate day);
void crit_versions_clear (CritVersions *self);
gboolean crit_versions_differ (CritVersions *self,
                               CritCondition *condition,
                               const CritCondition *other,
                               const CritCriterion *reader);

G_END_DECLS
