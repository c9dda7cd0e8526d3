/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "summary/crit-timeline.h"

G_BEGIN_DECLS

/**
 * CritTimelineFields:
 * @start: the field with the date of the start
 * @stop: the field with the date of the end
 * @duration: the condition that tests the time between them
 * @outcome: (nullable): the field that says what happened
 *
 * What the conditions of a rules file make of a list: no medicine, no length of time and no word is known here.
 */
typedef struct
{
  const CritQuestion *start;
  const CritQuestion *stop;
  const CritCondition *duration;
  const CritQuestion *outcome;
} CritTimelineFields;

gboolean crit_timeline_find_fields (const CritRules *rules,
                                    const CritQuestion *list,
                                    CritTimelineFields *fields);

GArray *crit_timeline_make_ticks (CritDay first, CritDay last);
CritDay crit_timeline_get_start (CritDay first, CritDay last);

G_END_DECLS
