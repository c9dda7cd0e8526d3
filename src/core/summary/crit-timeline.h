/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"

G_BEGIN_DECLS

/* The pattern of a bar of which it is not known what happened. */
#define CRIT_TIMELINE_NO_PATTERN G_MAXUINT

/**
 * CritTimelineBar:
 * @from: where it may have begun; like all that follow, from 0 at the start of the timeline to 1 at its end
 * @sure_from: from where on it had begun for certain
 * @sure_to: up to where it went on for certain; no part of the bar is certain where this is not beyond @sure_from
 * @to: up to where it may have gone on
 * @enough: where the length that the rules ask for is reached; negative where it is not, or that is not known
 * @ongoing: whether it still goes on
 * @pattern: the number of what happened, or %CRIT_TIMELINE_NO_PATTERN
 */
typedef struct
{
  double from;
  double sure_from;
  double sure_to;
  double to;
  double enough;
  gboolean ongoing;
  guint pattern;
} CritTimelineBar;

/**
 * CritTimelineRow:
 * @name: what the entry is called
 * @words: all that the bar shows, in words
 * @drawn: whether there is a @bar: nothing is drawn of dates that are not known
 */
typedef struct
{
  char *name;
  char *words;
  gboolean drawn;
  CritTimelineBar bar;
} CritTimelineRow;

/**
 * CritTimelineTick:
 * @x: where a year or a month begins, from 0 to 1
 */
typedef struct
{
  double x;
  char *label;
} CritTimelineTick;

/**
 * CritTimeline:
 * @title: "Timeline: Antidepressants tried"
 * @key: (nullable): what the signs of the bars mean, in words; NULL where no bar is drawn
 * @rows: of #CritTimelineRow: one an entry of the list, in its order
 * @ticks: of #CritTimelineTick, from the earliest
 *
 * The entries of a list over time. It is worked out once, and then drawn alike in the window, on paper and in HTML.
 * Immutable and reference counted.
 */
typedef struct
{
  char *title;
  char *key;
  GPtrArray *rows;
  GArray *ticks;
} CritTimeline;

CritTimeline *crit_timeline_new (CritRecord *record, const CritQuestion *list);
CritTimeline *crit_timeline_ref (CritTimeline *self);
void crit_timeline_unref (CritTimeline *self);
const CritTimelineRow *crit_timeline_get_row (const CritTimeline *self, guint index);
gboolean crit_timeline_equal (const CritTimeline *self, const CritTimeline *other);
gboolean crit_timeline_has_bars (const CritTimeline *self);
char *crit_timeline_to_text (const CritTimeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritTimeline, crit_timeline_unref)

G_END_DECLS
