/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-timeline-private.h"

#include "screening/crit-evaluate.h"
#include "summary/crit-entry-text.h"

#include "record/crit-bidi.h"

#include <glib/gi18n-lib.h>

static void
free_row (gpointer data)
{
  CritTimelineRow *row = data;

  g_free (row->name);
  g_free (row->words);
  g_free (row);
}

/* A date without its day may be any of several; between the last of these at the start and the first at the end lies
 * what is certain. */
static void
read_span (CritTimelineMaking *making, guint entry, CritTimelineSpan *span)
{
  const CritAnswer *start = crit_timeline_get_answer (making, making->fields.start, entry);
  const CritAnswer *stop = crit_timeline_get_answer (making, making->fields.stop, entry);

  *span = (CritTimelineSpan){ .ongoing = stop->kind == CRIT_ANSWER_ONGOING };
  span->enough = crit_evaluate (&making->world, making->fields.duration, (int) entry);
  if (start->kind != CRIT_ANSWER_DATE || (stop->kind != CRIT_ANSWER_DATE && !span->ongoing))
    return;
  span->from = crit_date_get_first_day (start->date);
  span->sure_from = crit_date_get_last_day (start->date);
  span->sure_to = span->ongoing ? making->today : crit_date_get_first_day (stop->date);
  span->to = span->ongoing ? making->today : crit_date_get_last_day (stop->date);
  span->sure_from = MIN (span->sure_from, span->to);
  span->reversed = span->to < span->from;
  span->known = !span->reversed;
}

static guint
get_pattern (const CritTimelineMaking *making, guint entry)
{
  const CritAnswer *answer = NULL;

  if (making->fields.outcome == NULL)
    return 0;
  answer = crit_timeline_get_answer (making, making->fields.outcome, entry);
  return answer->kind == CRIT_ANSWER_OPTION ? answer->option : CRIT_TIMELINE_NO_PATTERN;
}

/* The last day on which it may become long enough, where it is long enough for certain. */
static CritDay
get_enough_day (const CritTimelineMaking *making, const CritTimelineSpan *span)
{
  const CritBound *lower = &making->fields.duration->lower;

  if (span->enough != CRIT_TRUE || !lower->present)
    return 0;
  return MIN (crit_period_add (lower->period, span->sure_from), span->to);
}

static void
place_bar (const CritTimelineMaking *making,
           const CritTimelineSpan *span,
           CritDay first,
           CritDay last,
           CritTimelineBar *bar)
{
  double length = last - first + 1;
  CritDay enough = get_enough_day (making, span);

  bar->from = (span->from - first) / length;
  bar->sure_from = (span->sure_from - first) / length;
  bar->sure_to = (span->sure_to + 1 - first) / length;
  bar->to = (span->to + 1 - first) / length;
  bar->enough = enough > 0 ? (enough - first) / length : -1;
  bar->ongoing = span->ongoing;
  /* Two dates of one year or month: none of the days between is certain. */
  if (span->sure_to < span->sure_from)
    bar->sure_to = bar->sure_from;
}

/* Places the bars between the first day that any has, and the last or the record's date. */
static GArray *
place_bars (const CritTimelineMaking *making, GPtrArray *rows, const CritTimelineSpan *spans)
{
  CritDay first = making->today, last = making->today;

  for (guint i = 0; i < rows->len; i++)
    if (spans[i].known)
      {
        first = MIN (first, spans[i].from);
        last = MAX (last, spans[i].to);
      }
  first = crit_timeline_get_start (first, last);
  for (guint i = 0; i < rows->len; i++)
    {
      CritTimelineRow *row = rows->pdata[i];

      row->drawn = spans[i].known;
      if (row->drawn)
        place_bar (making, &spans[i], first, last, &row->bar);
    }
  return crit_timeline_make_ticks (first, last);
}

static CritTimeline *
make (CritTimelineMaking *making, guint n_entries)
{
  CritTimeline *self = g_atomic_rc_box_new0 (CritTimeline);
  g_autofree CritTimelineSpan *spans = g_new0 (CritTimelineSpan, n_entries);

  /* Translators: %s is what a list is called: "Timeline: Antidepressants tried" */
  self->title = crit_bidi_fill (_ ("Timeline: %s"), crit_question_get_label (making->list));
  self->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < n_entries; i++)
    {
      CritTimelineRow *row = g_new0 (CritTimelineRow, 1);

      read_span (making, i, &spans[i]);
      row->name = crit_entry_dup_title (making->record, making->list, i);
      row->words = crit_timeline_dup_words (making, i, &spans[i]);
      row->bar.pattern = get_pattern (making, i);
      g_ptr_array_add (self->rows, row);
    }
  self->ticks = place_bars (making, self->rows, spans);
  if (crit_timeline_has_bars (self))
    self->key = crit_timeline_dup_key (making, self->rows);
  return self;
}

/**
 * crit_timeline_new:
 * @record: a record
 * @list: a list question of its rules
 *
 * Lays the entries of a list out over time, where the rules use two dates of it together. It says in words all that it
 * shows.
 *
 * Returns: (transfer full) (nullable): a timeline; NULL where the list has no two such dates or no entry
 */
CritTimeline *
crit_timeline_new (CritRecord *record, const CritQuestion *list)
{
  CritTimelineMaking making = { .record = record, .list = list };
  CritPlace place;
  const CritAnswer *answer = NULL;
  CritTimeline *self = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  place = crit_place_of_question (list);
  answer = crit_record_get_answer (record, &place);
  if (answer->kind != CRIT_ANSWER_LIST || answer->entries->n_entries == 0
      || !crit_timeline_find_fields (crit_record_get_rules (record), list, &making.fields))
    return NULL;
  making.today = crit_date_get_first_day (crit_record_get_date (record));
  crit_world_init (&making.world, crit_record_get_answers (record), making.today);
  self = make (&making, answer->entries->n_entries);
  crit_world_clear (&making.world);
  return self;
}

/**
 * crit_timeline_ref:
 * @self: a timeline
 *
 * Returns: (transfer full): @self
 */
CritTimeline *
crit_timeline_ref (CritTimeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_timeline (gpointer data)
{
  CritTimeline *self = data;

  g_free (self->title);
  g_free (self->key);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->ticks);
}

/**
 * crit_timeline_unref:
 * @self: (transfer full): a timeline
 */
void
crit_timeline_unref (CritTimeline *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_timeline);
}

/**
 * crit_timeline_get_row:
 * @self: a timeline
 * @index: an index below the number of rows
 *
 * Returns: (transfer none): the row
 */
const CritTimelineRow *
crit_timeline_get_row (const CritTimeline *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->rows->len, NULL);

  return self->rows->pdata[index];
}

/**
 * crit_timeline_has_bars:
 * @self: a timeline
 *
 * Returns: whether anything is drawn
 */
gboolean
crit_timeline_has_bars (const CritTimeline *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (crit_timeline_get_row (self, i)->drawn)
      return TRUE;
  return FALSE;
}

static gboolean
same_row (const CritTimelineRow *a, const CritTimelineRow *b)
{
  return g_str_equal (a->name, b->name) && g_str_equal (a->words, b->words) && a->drawn == b->drawn
         && a->bar.from == b->bar.from && a->bar.sure_from == b->bar.sure_from
         && a->bar.sure_to == b->bar.sure_to && a->bar.to == b->bar.to
         && a->bar.enough == b->bar.enough && a->bar.ongoing == b->bar.ongoing
         && a->bar.pattern == b->bar.pattern;
}

static gboolean
same_tick (const CritTimelineTick *a, const CritTimelineTick *b)
{
  return a->x == b->x && g_str_equal (a->label, b->label);
}

/**
 * crit_timeline_equal:
 * @self: a timeline
 * @other: another
 *
 * Returns: whether both look the same
 */
gboolean
crit_timeline_equal (const CritTimeline *self, const CritTimeline *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (g_strcmp0 (self->title, other->title) != 0 || g_strcmp0 (self->key, other->key) != 0
      || self->rows->len != other->rows->len || self->ticks->len != other->ticks->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!same_row (self->rows->pdata[i], other->rows->pdata[i]))
      return FALSE;
  for (guint i = 0; i < self->ticks->len; i++)
    if (!same_tick (&g_array_index (self->ticks, CritTimelineTick, i),
                    &g_array_index (other->ticks, CritTimelineTick, i)))
      return FALSE;
  return TRUE;
}

/**
 * crit_timeline_to_text:
 * @self: a timeline
 *
 * Returns: (transfer full): all that it shows, for whoever does not see it: a line an entry
 */
char *
crit_timeline_to_text (const CritTimeline *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CritTimelineRow *row = crit_timeline_get_row (self, i);

      /* Translators: what is shown of one entry: "Sertraline: March 2019 to June 2019 · It did not work" */
      g_string_append (text, i > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("%1$s: %2$s"), row->name, row->words);
    }
  return g_string_free (text, FALSE);
}
