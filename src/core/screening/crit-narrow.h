/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

/**
 * CritNarrowing:
 * @order: (nullable): where it is set, what is assumed about two dates; otherwise @input keeps only some values
 * @range: the values to keep
 * @allowed: (nullable): of a choice or an attribute, one byte a value, nonzero for those to keep
 *
 * A step into a case.
 */
typedef struct
{
  CritInput input;
  CritRange range;
  guint8 *allowed;
  gboolean is_order;
  CritOrder order;
} CritNarrowing;

GArray *crit_narrowings_new (void);
void crit_narrowings_add_range (GArray *self, CritInput input, CritRange range);
void crit_narrowings_add_allowed (GArray *self, CritInput input, guint8 *allowed);
void crit_narrowings_add_order (GArray *self, const CritOrder *order);

void crit_world_begin_cases (CritWorld *self, guint room);
void crit_world_end_cases (CritWorld *self);
guint crit_world_get_mark (CritWorld *self);
gboolean crit_world_narrow (CritWorld *self, const CritNarrowing *narrowing);
void crit_world_go_back (CritWorld *self, guint mark);
gboolean crit_world_has_to_hold (CritWorld *self, const CritOrder *order);
gboolean crit_world_may_hold (CritWorld *self, const CritOrder *order);

G_END_DECLS
