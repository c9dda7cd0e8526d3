/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"
#include "screening/crit-domain.h"
#include "screening/crit-order.h"
#include "screening/crit-truth.h"

G_BEGIN_DECLS

/**
 * CritWorld:
 * @answers: one slot a top-level question
 * @today: the record's date
 * @room: how many further entries a list that is not marked complete may have: as many as one likes, or in a search
 *   as many as can make a difference
 * @classes: for each attribute of each option set, see crit_world_get_classes()
 * @narrowed: (nullable): in a search, the domains that differ from what the answers alone say
 * @orders: in a search, what is assumed about pairs of dates
 * @trail: in a search, what to take back on the way out of a case
 * @twin: in a search, an input that has two values side by side, and @second whether the second one is looked at. No
 *   input has two where its question is NULL. With the attribute %CRIT_EVERY_ATTRIBUTE it is a free text as a whole
 * @assumed: (nullable): an input that is taken to have the value @assumed_value alone
 * @gave_up: whether anything could not be found out exactly
 *
 * The completions of a record that are looked at: at first all of them, and fewer on the way into a case. It borrows
 * plain slots, so that answers can be screened wherever they come from.
 */
typedef struct
{
  const CritAnswer *answers;
  CritDay today;
  guint room;
  GHashTable *classes;
  GHashTable *narrowed;
  GArray *orders;
  GArray *trail;
  CritInput twin;
  gboolean second;
  const CritInput *assumed;
  guint assumed_value;
  gboolean gave_up;
} CritWorld;

#define CRIT_ROOM_ENDLESS G_MAXUINT
#define CRIT_EVERY_ATTRIBUTE -2

void crit_world_init (CritWorld *self, const CritAnswer *answers, CritDay today);
void crit_world_clear (CritWorld *self);

CritDomain
crit_domain_of_date (const CritQuestion *question, const CritAnswer *answer, CritDay today);

CritInput crit_world_resolve (CritWorld *self, CritInput input);
CritDomain crit_world_get_domain (CritWorld *self, CritInput input);
guint crit_world_get_orders (CritWorld *self,
                             const CritCondition *duration,
                             int entry,
                             CritOrder orders[CRIT_MOST_ORDERS]);
const CritAnswer *crit_world_get_answer (CritWorld *self, const CritQuestion *question, int entry);
guint crit_world_count_recorded (CritWorld *self, const CritQuestion *list);
guint crit_world_count_names (CritWorld *self, const CritQuestion *question);
guint crit_world_count_values (CritWorld *self, CritInput input);
const int *crit_world_get_classes (CritWorld *self, const CritOptionSet *set, int attribute);

G_END_DECLS
