/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-domain.h"
#include "screening/crit-input.h"

G_BEGIN_DECLS

/**
 * CritOrder:
 * @period: added to @start
 * @shift: days added after that: -1, 0 or 1
 * @at_least: whether @stop is that day or later; FALSE: that day or earlier
 *
 * How two dates stand to each other. Every bound of a duration is one, and so is its opposite.
 */
typedef struct
{
  CritInput start;
  CritInput stop;
  CritPeriod period;
  int shift;
  gboolean at_least;
} CritOrder;

typedef enum
{
  CRIT_TIGHTEN_EMPTY,
  CRIT_TIGHTEN_SAME,
  CRIT_TIGHTEN_CHANGED,
} CritTighten;

/* Of one duration: not ending before it starts, and two bounds. */
#define CRIT_MOST_ORDERS 3

guint crit_orders_of_duration (const CritCondition *condition,
                               int entry,
                               CritOrder orders[CRIT_MOST_ORDERS]);
CritOrder crit_order_opposite (const CritOrder *self);
gboolean crit_order_holds (const CritOrder *self, double start, double stop);
gboolean crit_order_implies (const CritOrder *self, const CritOrder *other);
CritTighten crit_order_tighten (const CritOrder *self, CritDomain *start, CritDomain *stop);
gboolean
crit_order_start_decides (const CritOrder *self, const CritDomain *start, const CritDomain *stop);
gboolean
crit_order_stop_decides (const CritOrder *self, const CritDomain *start, const CritDomain *stop);
gboolean crit_orders_contradict (const CritOrder *orders, guint n_orders);

G_END_DECLS
