/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

/**
 * CritGround:
 * @condition: a test or a count
 * @truth: what it is
 * @upright: whether its being true speaks for the criterion's condition; FALSE under an odd number of `not`
 * @hidden: whether it is false since the question is not shown
 *
 * One of the tests that decided a condition.
 */
typedef struct
{
  const CritCondition *condition;
  gboolean truth;
  gboolean upright;
  gboolean hidden;
} CritGround;

GArray *crit_grounds_of (CritWorld *world, const CritCondition *condition);
GArray *crit_grounds_dup_places (CritWorld *world, GArray *grounds);

G_END_DECLS
