/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary-private.h"

#include <glib/gi18n-lib.h>

static CritBlock *
add_block (GPtrArray *blocks,
           CritBlockKind kind,
           CritTimeline *timeline,
           const char *label,
           const char *text)
{
  CritBlock *block = crit_summary_add (blocks, kind, label, text);

  block->timeline = crit_timeline_ref (timeline);
  return block;
}

static void
add_timeline (GPtrArray *blocks, CritTimeline *timeline, const CritQuestion *list)
{
  crit_summary_add (blocks, CRIT_BLOCK_SUBHEADING, NULL, crit_question_get_label (list));
  if (crit_timeline_has_bars (timeline))
    add_block (blocks, CRIT_BLOCK_TIMELINE, timeline, NULL, timeline->key);
  for (guint i = 0; i < timeline->rows->len; i++)
    {
      const CritTimelineRow *row = crit_timeline_get_row (timeline, i);

      add_block (blocks, CRIT_BLOCK_TIMELINE_ROW, timeline, row->name, row->words)->row = i;
    }
}

/**
 * crit_summary_add_timelines:
 * @blocks: where they go
 * @record: a record
 * @screening: the screening of @record
 *
 * Adds the entries of lists over time, each also in words. A list that is not asked about is left out.
 */
void
crit_summary_add_timelines (GPtrArray *blocks, CritRecord *record, CritScreening *screening)
{
  const CritRules *rules = crit_record_get_rules (record);
  gboolean headed = FALSE;

  for (guint i = 0; i < rules->questions->len; i++)
    {
      const CritQuestion *question = rules->questions->pdata[i];
      CritPlace place = crit_place_of_question (question);
      g_autoptr (CritTimeline) timeline = NULL;

      if (question->type == CRIT_QUESTION_LIST && crit_screening_is_shown (screening, &place))
        timeline = crit_timeline_new (record, question);
      if (timeline == NULL)
        continue;
      if (!headed)
        crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, _ ("Timeline"));
      headed = TRUE;
      add_timeline (blocks, timeline, question);
    }
}
