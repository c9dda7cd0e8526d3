/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-timeline-private.h"

#include "record/crit-bidi.h"
#include "summary/crit-entry-text.h"

#include <glib/gi18n-lib.h>

/**
 * crit_timeline_get_answer:
 * @making: a timeline that is being made
 * @field: a field of its list
 * @entry: an entry
 *
 * Returns: what is recorded there
 */
const CritAnswer *
crit_timeline_get_answer (const CritTimelineMaking *making, const CritQuestion *field, guint entry)
{
  CritPlace place = crit_place_of_field (making->list, entry, field);

  return crit_record_get_answer (making->record, &place);
}

static char *
dup_dates (const CritTimelineMaking *making, guint entry, const CritTimelineSpan *span)
{
  const CritAnswer *start = crit_timeline_get_answer (making, making->fields.start, entry);
  const CritAnswer *stop = crit_timeline_get_answer (making, making->fields.stop, entry);
  g_autofree char *from = crit_answer_to_text (start, making->fields.start);
  g_autofree char *to = crit_answer_to_text (stop, making->fields.stop);
  g_autofree char *both =
      crit_entry_dup_span (making->record, making->fields.start, making->fields.stop, entry);

  if (span->reversed && span->ongoing)
    /* Translators: a date from which on a treatment is said to be going on: "2027, ongoing, starts after ..." */
    return crit_bidi_fill (_ ("%s, starts after the record's date"), both);
  if (span->reversed)
    /* Translators: two dates: "2021 to 2019, ends before it starts" */
    return crit_bidi_fill (_ ("%s, ends before it starts"), both);
  if (both != NULL)
    return g_steal_pointer (&both);
  if (start->kind == CRIT_ANSWER_DATE)
    /* Translators: %s is a date */
    return crit_bidi_fill (_ ("Started %s; when it ended is not known"), from);
  if (span->ongoing)
    return g_strdup (_ ("Ongoing; when it started is not known"));
  if (stop->kind == CRIT_ANSWER_DATE)
    /* Translators: %s is a date */
    return crit_bidi_fill (_ ("Ended %s; when it started is not known"), to);
  return g_strdup (_ ("Dates not known"));
}

static char *
dup_outcome (const CritTimelineMaking *making, guint entry)
{
  const CritQuestion *field = making->fields.outcome;
  const CritAnswer *answer = field != NULL ? crit_timeline_get_answer (making, field, entry) : NULL;
  g_autofree char *text = answer != NULL ? crit_answer_to_text (answer, field) : NULL;

  if (answer == NULL || answer->kind == CRIT_ANSWER_OPTION || answer->kind == CRIT_ANSWER_OTHER)
    return g_steal_pointer (&text);
  /* Translators: a question and its answer: "What happened: Not answered" */
  return crit_bidi_fill (_ ("%1$s: %2$s"), crit_question_get_label (field), text);
}

static char *
dup_length (const CritTimelineMaking *making, CritTruth enough)
{
  g_autofree char *length = crit_condition_dup_bounds_text (making->fields.duration);

  /* Translators: in the three that follow, %s is a length of time: "6 weeks or more: yes" */
  if (enough == CRIT_TRUE)
    return crit_bidi_fill (_ ("%s: yes"), length);
  return crit_bidi_fill (enough == CRIT_FALSE ? _ ("%s: no") : _ ("%s: not known"), length);
}

/**
 * crit_timeline_dup_words:
 * @making: a timeline that is being made
 * @entry: an entry of its list
 * @span: the days that its dates stand for
 *
 * Returns: (transfer full): all that its bar shows, in words
 */
char *
crit_timeline_dup_words (const CritTimelineMaking *making,
                         guint entry,
                         const CritTimelineSpan *span)
{
  g_autofree char *dates = dup_dates (making, entry, span);
  g_autofree char *outcome = dup_outcome (making, entry);
  g_autofree char *length = dup_length (making, span->enough);

  if (outcome == NULL)
    return crit_bidi_join (" · ", (const char *const[]){ dates, length }, 2);
  return crit_bidi_join (" · ", (const char *const[]){ dates, outcome, length }, 3);
}

static gboolean
is_soft (const CritTimelineBar *bar)
{
  return bar->from < bar->sure_from || bar->sure_to < bar->to;
}

static void
append_sentence (GString *text, gboolean wanted, const char *sentence)
{
  if (wanted)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/**
 * crit_timeline_dup_key:
 * @making: a timeline that is being made
 * @rows: (element-type CritTimelineRow): its rows
 *
 * Returns: (transfer full) (nullable): what the signs mean that are there
 */
char *
crit_timeline_dup_key (const CritTimelineMaking *making, GPtrArray *rows)
{
  GString *text = g_string_new (NULL);
  gboolean enough = FALSE, soft = FALSE, ongoing = FALSE;
  g_autofree char *length = crit_condition_dup_bounds_text (making->fields.duration);
  /* Translators: %s is a length of time: "6 weeks or more" */
  g_autofree char *reached =
      crit_bidi_fill (_ ("A triangle marks the day from which it is %s."), length);

  for (guint i = 0; i < rows->len; i++)
    {
      const CritTimelineRow *row = rows->pdata[i];

      enough = enough || (row->drawn && row->bar.enough >= 0);
      soft = soft || (row->drawn && is_soft (&row->bar));
      ongoing = ongoing || (row->drawn && row->bar.ongoing);
    }
  append_sentence (text, making->fields.outcome != NULL,
                   _ ("The pattern of a bar stands for what happened."));
  append_sentence (text, enough, reached);
  append_sentence (text, soft,
                   _ ("Dashes stand for a time of which the exact dates are not known."));
  append_sentence (text, ongoing, _ ("An arrow means that it is ongoing."));
  return g_string_free (text, text->len == 0);
}
