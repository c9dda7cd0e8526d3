/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"
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

/**
 * CritTimelineSpan:
 * @known: whether both dates are known, and the end is not before the start
 * @reversed: whether the end is before the start for certain
 * @enough: whether it is as long as the rules ask for
 *
 * The days that the two dates of an entry stand for.
 */
typedef struct
{
  gboolean known;
  gboolean reversed;
  gboolean ongoing;
  CritDay from;
  CritDay sure_from;
  CritDay sure_to;
  CritDay to;
  CritTruth enough;
} CritTimelineSpan;

/* A timeline that is being made. */
typedef struct
{
  CritRecord *record;
  const CritQuestion *list;
  CritTimelineFields fields;
  CritDay today;
  CritWorld world;
} CritTimelineMaking;

gboolean crit_timeline_find_fields (const CritRules *rules,
                                    const CritQuestion *list,
                                    CritTimelineFields *fields);

const CritAnswer *
crit_timeline_get_answer (const CritTimelineMaking *making, const CritQuestion *field, guint entry);
char *crit_timeline_dup_words (const CritTimelineMaking *making,
                               guint entry,
                               const CritTimelineSpan *span);
char *crit_timeline_dup_key (const CritTimelineMaking *making, GPtrArray *rows);

GArray *crit_timeline_make_ticks (CritDay first, CritDay last);
CritDay crit_timeline_get_start (CritDay first, CritDay last);

G_END_DECLS
