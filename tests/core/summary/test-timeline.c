/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/record-fixture.h"
#include "summary/crit-summary.h"
#include "summary/crit-timeline-private.h"
#include "summary/crit-timeline-shape.h"

#define WIDTH 300.0
#define HEIGHT 14.0

static const char *const RULES =
    "{ 'format': 'criteria-rules/1', 'id': 'times', 'version': '1', 'title': 'Times',"
    "  'review-by': '2027-05-01',"
    "  'sections': [ { 'id': 'all', 'title': 'All', 'questions': ["
    "    { 'id': 'age', 'type': 'integer', 'text': 'Age' },"
    "    { 'id': 'trials', 'type': 'list', 'text': 'Which were tried?', 'label': 'Medicines tried',"
    "      'item': 'medicine', 'questions': ["
    "        { 'id': 'medicine', 'type': 'choice', 'text': 'Medicine', 'other': true, 'options': ["
    "          { 'code': 'sertraline', 'text': 'Sertraline', 'class': 'SSRI' },"
    "          { 'code': 'mirtazapine', 'text': 'Mirtazapine' } ] },"
    "        { 'id': 'seen', 'type': 'date', 'text': 'First seen' },"
    "        { 'id': 'begun', 'type': 'date', 'text': 'Begun' },"
    "        { 'id': 'ended', 'type': 'date', 'text': 'Ended', 'ongoing': true },"
    "        { 'id': 'result', 'type': 'choice', 'text': 'Result', 'options': ["
    "          { 'code': 'none', 'text': 'No effect' }, { 'code': 'some', 'text': 'Some effect' }"
    "        ] } ] },"
    "    { 'id': 'stays', 'type': 'list', 'text': 'Which stays?', 'for-the-record': true,"
    "      'questions': [ { 'id': 'from', 'type': 'date', 'text': 'From' },"
    "                     { 'id': 'to', 'type': 'date', 'text': 'To' } ] } ] } ],"
    "  'criteria': ["
    "    { 'id': 'adult', 'kind': 'requirement', 'text': 'Aged 18 or over.',"
    "      'when': { 'answer': 'age', 'at-least': 18 } },"
    "    { 'id': 'short', 'kind': 'caution', 'text': 'One was short.',"
    "      'when': { 'count': 'trials', 'at-least': 1, 'where':"
    "        { 'duration': ['begun', 'ended'], 'less-than': '1 week' } } },"
    "    { 'id': 'two', 'kind': 'requirement', 'text': 'One was long enough.',"
    "      'when': { 'any': [ { 'count': 'trials', 'at-least': 1, 'where': { 'all': ["
    "        { 'answer': 'medicine', 'is': 'sertraline' }, { 'answer': 'result', 'is': 'none' },"
    "        { 'not': { 'duration': ['begun', 'ended'], 'at-least': '4 weeks' } } ] } } ] } } ] }";

static CritRules *
load_rules (void)
{
  g_autofree char *text = g_strdelimit (g_strdup (RULES), "'", '"');

  return fixture_load (text);
}

/* The timeline of entries in JSON, with the other quotation mark. */
static CritTimeline *
new_timeline (const char *entries)
{
  g_autofree char *quoted = g_strdup_printf ("{'trials': {'entries': [%s]}}", entries);
  g_autoptr (CritRules) rules = load_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, g_strdelimit (quoted, "'", '"'));

  return crit_timeline_new (record, crit_rules_find_question (rules, "trials"));
}

static void
test_fields (void)
{
  g_autoptr (CritRules) rules = load_rules ();
  const CritQuestion *trials = crit_rules_find_question (rules, "trials");
  const CritQuestion *stays = crit_rules_find_question (rules, "stays");
  CritTimelineFields fields = { 0 };
  g_autofree char *length = NULL;

  g_assert_true (crit_timeline_find_fields (rules, trials, &fields));
  g_assert_cmpstr (fields.start->id, ==, "begun");
  g_assert_cmpstr (fields.stop->id, ==, "ended");
  g_assert_cmpstr (fields.outcome->id, ==, "result");
  length = crit_condition_dup_bounds_text (fields.duration);
  g_assert_cmpstr (length, ==, "4 weeks or more");
  g_assert_false (crit_timeline_find_fields (rules, stays, &fields));
}

/* One entry that goes over the whole of the timeline, or is placed in that of a second one from 1 January 2024 to the
 * record's date, 20 November 2026: 1055 days. Days are counted from 1 January 2024. */
static const struct
{
  const char *entry;
  const char *words;
  gboolean drawn;
  gboolean ongoing;
  int from, sure_from, sure_to, to, enough;
  guint pattern;
} rows[] = {
  { "{'medicine':'sertraline','begun':'2024-01-11','ended':'2024-03-11','result':'none'}",
    "11 January 2024 to 11 March 2024 · No effect · 4 weeks or more: yes", TRUE, FALSE, 10, 10, 71,
    71, 38, 0 },
  { "{'begun':'2024-01-01','ended':'2024-01-28','result':'some'}",
    "1 January 2024 to 28 January 2024 · Some effect · 4 weeks or more: no", TRUE, FALSE, 0, 0, 28,
    28, -1, 1 },
  { "{'begun':'2024-02','ended':'2024-06'}",
    "February 2024 to June 2024 · Result: Not answered · 4 weeks or more: yes", TRUE, FALSE, 31, 59,
    153, 182, 87, CRIT_TIMELINE_NO_PATTERN },
  { "{'begun':'2024-02','ended':'2024-03','result':'none'}",
    "February 2024 to March 2024 · No effect · 4 weeks or more: not known", TRUE, FALSE, 31, 59, 61,
    91, -1, 0 },
  { "{'begun':'2025','ended':'2025','result':{'unknown':'not-in-notes'}}",
    "2025 · Result: Not known: not in the notes · 4 weeks or more: not known", TRUE, FALSE, 366,
    730, 730, 731, -1, CRIT_TIMELINE_NO_PATTERN },
  { "{'begun':'2026-11-01','ended':'ongoing','result':'none'}",
    "1 November 2026, ongoing · No effect · 4 weeks or more: no", TRUE, TRUE, 1035, 1035, 1055,
    1055, -1, 0 },
  { "{'begun':'2026','ended':'ongoing','result':'none'}",
    "2026, ongoing · No effect · 4 weeks or more: not known", TRUE, TRUE, 731, 1054, 1055, 1055, -1,
    0 },
  { "{'begun':'2024-05','result':'none'}",
    "Started May 2024; when it ended is not known · No effect · 4 weeks or more: not known" },
  { "{'ended':'2024-05','result':'none'}",
    "Ended May 2024; when it started is not known · No effect · 4 weeks or more: not known" },
  { "{'begun':{'unknown':'awaiting'},'ended':'ongoing','result':'none'}",
    "Ongoing; when it started is not known · No effect · 4 weeks or more: not known" },
  { "{'result':'none'}", "Dates not known · No effect · 4 weeks or more: not known" },
  { "{'begun':'2027-01','ended':'ongoing','result':'none'}",
    "January 2027, ongoing, starts after the record's date · No effect · 4 weeks or more: no" },
  { "{'begun':'2025','ended':'2024','result':'none'}",
    "2025 to 2024, ends before it starts · No effect · 4 weeks or more: no" },
};

static void
assert_days (double x, int days)
{
  if (days < 0)
    g_assert_cmpfloat (x, <, 0);
  else
    g_assert_cmpfloat_with_epsilon (x, days / 1055.0, 1e-9);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *entries =
          g_strdup_printf ("%s,{'begun':'2024-01-01','ended':'2024-01-01'}", rows[i].entry);
      g_autoptr (CritTimeline) timeline = new_timeline (entries);
      const CritTimelineRow *row = crit_timeline_get_row (timeline, 0);

      g_test_message ("%s", rows[i].entry);
      g_assert_cmpstr (row->words, ==, rows[i].words);
      g_assert_cmpint (row->drawn, ==, rows[i].drawn);
      if (!row->drawn)
        continue;
      assert_days (row->bar.from, rows[i].from);
      assert_days (row->bar.sure_from, rows[i].sure_from);
      assert_days (row->bar.sure_to, rows[i].sure_to);
      assert_days (row->bar.to, rows[i].to);
      assert_days (row->bar.enough, rows[i].enough);
      g_assert_cmpint (row->bar.ongoing, ==, rows[i].ongoing);
      g_assert_cmpuint (row->bar.pattern, ==, rows[i].pattern);
    }
}

static void
test_text (void)
{
  g_autoptr (CritTimeline) timeline =
      new_timeline ("{'medicine':'sertraline','begun':'2024-01','ended':'ongoing',"
                    "'result':'none'},{'medicine':{'other':'Lofepramine'}}");
  g_autofree char *text = crit_timeline_to_text (timeline);

  g_assert_cmpstr (timeline->title, ==, "Timeline: Medicines tried");
  g_assert_cmpstr (timeline->key, ==,
                   "The pattern of a bar stands for what happened. A triangle marks the day from "
                   "which it is 4 weeks or more. Dashes stand for a time of which the exact dates "
                   "are not known. An arrow means that it is ongoing.");
  g_assert_cmpstr (text, ==,
                   "Sertraline · SSRI: January 2024, ongoing · No effect · 4 weeks or more: yes\n"
                   "Lofepramine: Dates not known · Result: Not answered · 4 weeks or more: not "
                   "known");
}

/* Nothing is explained that is not there, and without any bar nothing at all. */
static void
test_key (void)
{
  g_autoptr (CritTimeline) plain = new_timeline ("{'begun':'2024-01-01','ended':'2024-01-02'}");
  g_autoptr (CritTimeline) none = new_timeline ("{'begun':'2024'}");

  g_assert_cmpstr (plain->key, ==, "The pattern of a bar stands for what happened.");
  g_assert_null (none->key);
  g_assert_false (crit_timeline_has_bars (none));
}

static void
test_none (void)
{
  g_autoptr (CritTimeline) empty = new_timeline ("");
  g_autoptr (CritRules) rules = load_rules ();
  g_autofree char *answers =
      g_strdelimit (g_strdup ("{'stays':{'entries':[{'from':'2024','to':'2025'}]}}"), "'", '"');
  g_autoptr (CritRecord) record = fixture_record (rules, answers);
  g_autoptr (CritTimeline) unused =
      crit_timeline_new (record, crit_rules_find_question (rules, "stays"));
  g_autoptr (CritTimeline) unanswered =
      crit_timeline_new (record, crit_rules_find_question (rules, "trials"));

  g_assert_null (empty);
  g_assert_null (unused);
  g_assert_null (unanswered);
}

static void
test_equal (void)
{
  const char *first = "{'medicine':'sertraline','begun':'2024-01','ended':'2024-09'}";
  const char *later = "{'medicine':'sertraline','begun':'2024-01','ended':'2025-09'}";
  g_autoptr (CritTimeline) one = new_timeline (first);
  g_autoptr (CritTimeline) same = new_timeline (first);
  g_autoptr (CritTimeline) other = new_timeline (later);
  g_autofree char *both = g_strdup_printf ("%s,%s", first, later);
  g_autoptr (CritTimeline) two = new_timeline (both);

  g_assert_true (crit_timeline_equal (one, same));
  g_assert_false (crit_timeline_equal (one, other));
  g_assert_false (crit_timeline_equal (one, two));
}

static const struct
{
  CritDate first;
  CritDate last;
  CritDate start;
  const char *labels;
} axes[] = {
  { { 2026, 11, 20 }, { 2026, 11, 20 }, { 2026, 11, 1 }, "Nov 2026" },
  { { 2026, 8, 20 }, { 2026, 11, 20 }, { 2026, 8, 1 }, "Aug 2026,Sep 2026,Oct 2026,Nov 2026" },
  { { 2025, 12, 5 },
    { 2026, 11, 20 },
    { 2025, 12, 1 },
    "Jan 2026,Mar 2026,May 2026,Jul 2026,Sep 2026,Nov 2026" },
  { { 2024, 5, 1 },
    { 2026, 11, 20 },
    { 2024, 5, 1 },
    "Jul 2024,Jan 2025,Jul 2025,Jan 2026,Jul 2026" },
  { { 2023, 5, 1 }, { 2026, 11, 20 }, { 2023, 1, 1 }, "2023,2024,2025,2026" },
  { { 2015, 5, 1 }, { 2026, 11, 20 }, { 2015, 1, 1 }, "2016,2018,2020,2022,2024,2026" },
  { { 1964, 1, 1 }, { 2026, 11, 20 }, { 1964, 1, 1 }, "1980,2000,2020" },
  { { 1, 1, 1 }, { 9999, 12, 31 }, { 1, 1, 1 }, "1000,2000,3000,4000,5000,6000,7000,8000,9000" },
};

static char *
dup_labels (GArray *ticks)
{
  GString *labels = g_string_new (NULL);
  double x = -1;

  for (guint i = 0; i < ticks->len; i++)
    {
      const CritTimelineTick *tick = &g_array_index (ticks, CritTimelineTick, i);

      g_assert_cmpfloat (tick->x, >, x);
      g_assert_cmpfloat (tick->x, <, 1);
      x = tick->x;
      g_string_append_printf (labels, "%s%s", i > 0 ? "," : "", tick->label);
    }
  return g_string_free (labels, FALSE);
}

static void
test_ticks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      CritDay last = crit_date_get_first_day (axes[i].last);
      CritDay start = crit_timeline_get_start (crit_date_get_first_day (axes[i].first), last);
      g_autoptr (GArray) ticks = crit_timeline_make_ticks (start, last);
      g_autofree char *labels = dup_labels (ticks);

      g_assert_cmpint (start, ==, crit_date_get_first_day (axes[i].start));
      g_assert_cmpstr (labels, ==, axes[i].labels);
    }
}

/* Of each point that is drawn to; a circle reaches beyond its centre. */
static void
assert_within (GArray *shape, double width, double height)
{
  for (guint i = 0; i < shape->len; i++)
    {
      const CritShapeStep *step = &g_array_index (shape, CritShapeStep, i);
      double reach = step->pen == CRIT_PEN_CIRCLE ? step->points[1].x : 0;

      if (step->pen >= CRIT_PEN_CLOSE)
        continue;
      g_assert_cmpfloat (step->points[0].x, >=, reach);
      g_assert_cmpfloat (step->points[0].x + reach, <=, width);
      g_assert_cmpfloat (step->points[0].y, >=, reach);
      g_assert_cmpfloat (step->points[0].y + reach, <=, height);
    }
}

static const CritTimelineBar bars[] = {
  { 0, 0, 1, 1, 0, TRUE, 0 },       { 0, 0, 1, 1, 1, FALSE, 1 },
  { 0, 0.5, 0.5, 1, -1, FALSE, 2 }, { 0.2, 0.3, 0.4, 0.5, 0.35, FALSE, 3 },
  { 0.99, 1, 1, 1, -1, TRUE, 4 },   { 0.5, 0.5, 0.5001, 0.5001, -1, FALSE, 5 },
  { 1, 1, 1, 1, -1, FALSE, 6 },     { 0.1, 0.2, 0.9, 1, 0.3, TRUE, CRIT_TIMELINE_NO_PATTERN },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_autoptr (GArray) narrow = crit_timeline_bar_new_shape (&bars[i], WIDTH, HEIGHT);
      g_autoptr (GArray) wide = crit_timeline_bar_new_shape (&bars[i], 10 * WIDTH, 2 * HEIGHT);

      assert_within (narrow, WIDTH, HEIGHT);
      assert_within (wide, 10 * WIDTH, 2 * HEIGHT);
    }
}

static double
get_least_x (GArray *shape, gboolean most)
{
  double x = most ? 0 : WIDTH;

  for (guint i = 0; i < shape->len; i++)
    {
      const CritShapeStep *step = &g_array_index (shape, CritShapeStep, i);

      if (step->pen < CRIT_PEN_CIRCLE)
        x = most ? MAX (x, step->points[0].x) : MIN (x, step->points[0].x);
    }
  return x;
}

/* A bar reaches from its first to its last day; the shortest can still be seen. */
static void
test_extent (void)
{
  const CritTimelineBar some = { 0.2, 0.3, 0.4, 0.5, -1, FALSE, 0 };
  const CritTimelineBar day = { 0.5, 0.5, 0.5001, 0.5001, -1, FALSE, 0 };
  g_autoptr (GArray) shape = crit_timeline_bar_new_shape (&some, WIDTH, HEIGHT);
  g_autoptr (GArray) mark = crit_timeline_bar_new_shape (&day, WIDTH, HEIGHT);

  g_assert_cmpfloat_with_epsilon (get_least_x (shape, FALSE),
                                  crit_timeline_place (0.2, WIDTH, HEIGHT), 1e-9);
  g_assert_cmpfloat_with_epsilon (get_least_x (shape, TRUE),
                                  crit_timeline_place (0.5, WIDTH, HEIGHT), 1e-9);
  g_assert_cmpfloat (get_least_x (mark, TRUE) - get_least_x (mark, FALSE), >, 2);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

/* Text, HTML and paper are made of the same blocks. Only what explains signs is left out of text, which has none. */
static void
test_summary (void)
{
  g_autofree char *answers = g_strdelimit (
      g_strdup ("{'trials': {'entries': [{'medicine':'sertraline','begun':'2024-01','ended':"
                "'2024-09','result':'none'},{'medicine':{'other':'<b>'}}]}}"),
      "'", '"');
  g_autoptr (CritRules) rules = load_rules ();
  g_autoptr (CritRecord) record = fixture_record (rules, answers);
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  g_autoptr (CritSummary) summary = crit_summary_new (record, screening, 0);
  g_autofree char *text = crit_summary_to_text (summary, 200);
  g_autofree char *html = crit_summary_to_html (summary);

  g_assert_nonnull (strstr (text, "\nTimeline\n--------\n\nMedicines tried\n\nSertraline · SSRI\n"
                                  "    January 2024 to September 2024 · No effect · 4 weeks or "
                                  "more: yes\n"));
  g_assert_null (strstr (text, "triangle"));
  g_assert_nonnull (strstr (html, "A triangle marks the day"));
  g_assert_nonnull (strstr (html, "January 2024 to September 2024 · No effect"));
  g_assert_null (strstr (html, "<b>"));
  g_assert_cmpuint (count (html, "<svg class=\"trial\""), ==, 1);
  g_assert_cmpuint (count (html, "<svg class=\"grid\""), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/fields", test_fields);
  g_test_add_func ("/timeline/rows", test_rows);
  g_test_add_func ("/timeline/text", test_text);
  g_test_add_func ("/timeline/key", test_key);
  g_test_add_func ("/timeline/none", test_none);
  g_test_add_func ("/timeline/equal", test_equal);
  g_test_add_func ("/timeline/ticks", test_ticks);
  g_test_add_func ("/timeline/shapes", test_shapes);
  g_test_add_func ("/timeline/extent", test_extent);
  g_test_add_func ("/timeline/summary", test_summary);
  return g_test_run ();
}
