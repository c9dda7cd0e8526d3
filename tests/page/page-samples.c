/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "page-samples.h"

#include "json/crit-text.h"
#include "record/crit-record-file.h"

#include <string.h>

static CritBlock *
add (CritSummary *self, CritBlockKind kind, const char *label, const char *text)
{
  CritBlock *block = crit_block_new (kind, label, text);

  g_ptr_array_add (self->blocks, block);
  return block;
}

/* The first digit of a text leads to the block of number 1. */
static void
add_first_link (GArray *links, const char *text, CritBlockKind target)
{
  gsize start = strcspn (text, "0123456789");
  CritLink link = { start, start + 1, target, 1 };

  if (text[start] != '\0')
    g_array_append_val (links, link);
}

static void
add_status (CritSummary *self,
            CritStatus status,
            const char *label,
            const char *text,
            const char *reason,
            const char *sources)
{
  CritBlock *block = add (self, CRIT_BLOCK_STATUS, label, text);

  block->status = status;
  block->detail = g_strdup (reason);
  block->aside = g_strdup (sources);
  add_first_link (block->detail_links, reason, CRIT_BLOCK_ANSWER);
  add_first_link (block->aside_links, sources, CRIT_BLOCK_SOURCE);
}

static guint
count_answers (CritSummary *self)
{
  guint n_answers = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CritBlock *block = self->blocks->pdata[i];

      n_answers += block->kind == CRIT_BLOCK_ANSWER && block->level == 0;
    }
  return n_answers;
}

static void
add_answer (CritSummary *self, guint level, const char *label, const char *text, const char *detail)
{
  CritBlock *block = add (self, CRIT_BLOCK_ANSWER, label, text);

  block->level = level;
  block->number = level == 0 ? count_answers (self) : 0;
  block->detail = g_strdup (detail);
}

static void
add_front (CritSummary *self)
{
  add (self, CRIT_BLOCK_TITLE, NULL, self->title);
  add (self, CRIT_BLOCK_NOTICE, NULL,
       "For information only. This is not a clinical decision. It shows what was recorded against "
       "published criteria; a qualified clinician decides.");
  add (self, CRIT_BLOCK_FACT, "Reference", "A-17");
  add (self, CRIT_BLOCK_FACT, "Record date", "20 November 2026");
  add (self, CRIT_BLOCK_FACT, "Completed by", "R. Clarke");
  add (self, CRIT_BLOCK_PARAGRAPH, NULL,
       "3 of 12 requirements are recorded as met, 1 as not met, 8 are not known yet. 2 points to "
       "discuss.");
}

static void
add_criteria (CritSummary *self)
{
  add (self, CRIT_BLOCK_HEADING, NULL, "Requirements");
  add_status (self, CRIT_STATUS_MET, "Recorded as met",
              "Two or more types of antidepressant were tried and did not work.",
              "2 types recorded, each for 6 weeks or more; 2 needed.", "[1]");
  add_status (self, CRIT_STATUS_UNKNOWN, "Not known yet",
              "One psychological therapy was tried and did not work.",
              "Open: outcome of therapy 1; are these all?", "[1,2]");
  add_status (self, CRIT_STATUS_NOT_MET, "Recorded as not met", "The person is 18 or over.",
              "Age recorded as 17; 18 or over needed.", "[1]");
  add_status (self, CRIT_STATUS_NOT_APPLICABLE, "Does not apply",
              "A negative pregnancy test is recorded, for those who could be pregnant.",
              "Applies only where pregnancy is possible.", "[2]");
  add (self, CRIT_BLOCK_HEADING, NULL, "Points to discuss");
  add_status (self, CRIT_STATUS_PRESENT, "Point to discuss",
              "Raised blood pressure that is not controlled.",
              "Blood pressure recorded as not controlled.", "[2]");
  add_status (self, CRIT_STATUS_ABSENT, "Recorded as absent", "Psychosis, now or in the past.",
              "Recorded: no.", "[1]");
  add (self, CRIT_BLOCK_HEADING, NULL, "Notes");
  add (self, CRIT_BLOCK_NOTE, NULL, "The effect of one infusion usually fades within two weeks.")
      ->aside = g_strdup ("[1]");
}

static const char *const TIMELINE_RULES =
    "{ 'format': 'criteria-rules/1', 'id': 'times', 'version': '1', 'title': 'Times',"
    "  'sections': [ { 'id': 'all', 'title': 'All', 'questions': ["
    "    { 'id': 'trials', 'type': 'list', 'text': 'Antidepressants tried', 'questions': ["
    "        { 'id': 'medicine', 'type': 'string', 'text': 'Medicine' },"
    "        { 'id': 'begun', 'type': 'date', 'text': 'Begun' },"
    "        { 'id': 'ended', 'type': 'date', 'text': 'Ended', 'ongoing': true } ] } ] } ],"
    "  'criteria': [ { 'id': 'long', 'kind': 'requirement', 'text': 'One was long enough.',"
    "      'when': { 'count': 'trials', 'at-least': 1,"
    "                'where': { 'duration': ['begun', 'ended'], 'at-least': '6 weeks' } } } ] }";

static GBytes *
read_quoted (const char *quoted)
{
  char *text = g_strdelimit (g_strdup (quoted), "'", '"');

  return g_bytes_new_take (text, strlen (text));
}

/* A timeline of a trial called @name, one that is ongoing, and one without dates. */
CritTimeline *
page_sample_new_timeline (const char *name)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) text = read_quoted (TIMELINE_RULES);
  g_autoptr (CritRules) rules = crit_rules_load (text, findings);
  g_autofree char *answers =
      g_strdup_printf ("{ 'reference': 'A-17', 'date': '2026-11-20', 'answers': { 'trials': {"
                       "  'entries': [ { 'medicine': '%s', 'begun': '2019-03', 'ended': '2021' },"
                       "  { 'begun': '2024-02-12', 'ended': 'ongoing' }, {} ] } } }",
                       name);
  g_autoptr (GBytes) bytes = read_quoted (answers);
  g_autoptr (CritRecord) record = crit_record_read (bytes, rules, findings);

  g_assert_nonnull (record);
  return crit_timeline_new (record, crit_rules_find_question (rules, "trials"));
}

static void
add_timeline (CritSummary *self, const char *name)
{
  g_autoptr (CritTimeline) timeline = page_sample_new_timeline (name);

  add (self, CRIT_BLOCK_TIMELINE, NULL, timeline->key)->timeline = crit_timeline_ref (timeline);
  for (guint i = 0; i < timeline->rows->len; i++)
    {
      const CritTimelineRow *row = crit_timeline_get_row (timeline, i);
      CritBlock *block = add (self, CRIT_BLOCK_TIMELINE_ROW, row->name, row->words);

      block->timeline = crit_timeline_ref (timeline);
      block->row = i;
    }
}

/* A table whose cells are of one line and of several, and which has something to say below every third row. */
static void
add_table (CritSummary *self, const char *name, guint n_rows)
{
  static const char *const COLUMNS[] = { "Medicine", "Started", "Was the dose adequate?",
                                         "What happened?" };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    g_ptr_array_add (columns, g_strdup (COLUMNS[i]));
  add (self, CRIT_BLOCK_TABLE, name, NULL)->columns = g_ptr_array_ref (columns);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", name, i + 1);
      CritBlock *row = add (self, CRIT_BLOCK_TABLE_ROW, label, NULL);

      row->number = i + 1;
      row->columns = g_ptr_array_ref (columns);
      row->cells = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (row->cells, g_strdup (i % 2 ? "Venlafaxine (SNRI)" : name));
      g_ptr_array_add (row->cells, g_strdup ("November 2019"));
      g_ptr_array_add (row->cells, g_strdup ("Yes"));
      g_ptr_array_add (
          row->cells,
          g_strdup (
              i % 5 ? "It did not work"
                    : "Not known: the person was asked, and a letter was sent to the practice"));
      row->detail = i % 3 ? NULL : g_strdup_printf ("Note: %s was taken with food.", name);
    }
}

static void
add_answers (CritSummary *self, guint n_entries)
{
  add (self, CRIT_BLOCK_HEADING, NULL, "Still open");
  add (self, CRIT_BLOCK_OPEN, "Outcome of therapy 1", "Not answered")->number = 1;
  add (self, CRIT_BLOCK_HEADING, NULL, "Timeline");
  add_timeline (self, "Sertraline");
  add (self, CRIT_BLOCK_HEADING, NULL, "Answers");
  add (self, CRIT_BLOCK_SUBHEADING, NULL, "Referral");
  add_answer (self, 0, "Who referred the person?", "GP", NULL);
  add_answer (self, 0, "Has a summary of care been received?", "Not known: awaited", NULL);
  add (self, CRIT_BLOCK_SUBHEADING, NULL, "Antidepressants");
  add_answer (self, 0, "Which antidepressants were tried?", "Some recorded", "These are all.");
  add_table (self, "Antidepressant", n_entries);
  add_answer (self, 0, "Which antidepressants have been tried?", "2 recorded", "These are all.");
  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *label = g_strdup_printf ("Antidepressant %u", i + 1);

      add_answer (self, 1, label, NULL, NULL);
      add_answer (self, 2, "Medicine", i % 2 ? "Venlafaxine (SNRI)" : "Sertraline (SSRI)", NULL);
      add_answer (self, 2, "Started", "March 2019", NULL);
      add_answer (self, 2, "Stopped", "June 2019", NULL);
      add_answer (self, 2, "Was the dose adequate?", "Yes", NULL);
      add_answer (self, 2, "What happened?", "It did not work", NULL);
    }
}

static void
add_back (CritSummary *self)
{
  static const char *const LINES[] = { "Name", "Role", "Signature", "Date" };
  CritBlock *block = NULL;

  add (self, CRIT_BLOCK_HEADING, NULL, "Sources");
  block = add (self, CRIT_BLOCK_SOURCE, "[1]", "Treatment-resistant depression: patient selection");
  block->number = 1;
  block->detail = g_strdup (
      "Example Press, 20 March 2024. Patient selection: checked against the source. Last checked "
      "20 November 2026.");
  add (self, CRIT_BLOCK_SOURCE, "[2]", "Ketamine clinic: information for referrers")->detail =
      g_strdup ("Example Trust, 2025. Last checked 20 November 2026.");
  add (self, CRIT_BLOCK_HEADING, NULL, "Signed");
  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    add (self, CRIT_BLOCK_SIGNATURE, LINES[i], NULL);
}

static CritSummary *
new_summary (const char *title, const char *identity)
{
  CritSummary *self = g_new0 (CritSummary, 1);

  self->title = g_strdup (title);
  self->heading = g_strdup ("Checklist summary");
  self->identity = g_strdup (identity);
  self->language = g_strdup ("en-GB");
  self->mirrored = crit_text_is_right_to_left (title);
  self->made_at = 1795183320;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_block_free);
  self->footer = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->footer,
                   g_strdup ("For information only. This is not a clinical decision."));
  g_ptr_array_add (self->footer,
                   g_strdup_printf ("%s · example 2026.11.1 · review by 1 May 2027", title));
  g_ptr_array_add (self->footer,
                   g_strdup ("rules 3f9a 12c0 77de · record 90b1 5e2c 04aa · cases 24/24 · made 20 "
                             "November 2026, 14:02 · Criteria 0.1.0"));
  return self;
}

/* A summary as an ordinary record gives it. */
CritSummary *
page_sample_new (void)
{
  return page_sample_new_long (2);
}

/* A summary with many entries in a list. */
CritSummary *
page_sample_new_long (guint n_entries)
{
  CritSummary *self = new_summary ("Ketamine infusion for depression: NHS-style criteria",
                                   "A-17 · 20 November 2026");

  add_front (self);
  add_criteria (self);
  add_answers (self, n_entries);
  add_back (self);
  return self;
}

/* A summary every text of which holds @text. */
CritSummary *
page_sample_new_special (const char *text)
{
  CritSummary *self = new_summary (text, text);
  g_autofree char *note = NULL;
  GString *paragraphs = g_string_new (NULL);
  CritBlock *block = NULL;

  add (self, CRIT_BLOCK_TITLE, NULL, text);
  add (self, CRIT_BLOCK_NOTICE, NULL, text);
  add (self, CRIT_BLOCK_HEADING, NULL, text);
  for (CritStatus status = CRIT_STATUS_UNKNOWN; status <= CRIT_STATUS_NOT_APPLICABLE; status++)
    add_status (self, status, text, text, text, "[1,2,3,4,5,6,7,8,9,10]");
  add (self, CRIT_BLOCK_SUBHEADING, NULL, text);
  add_answer (self, 0, text, text, text);
  add_table (self, text, 4);
  add_answer (self, 1, text, NULL, NULL);
  add_answer (self, 2, text, text, NULL);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (paragraphs, "%s\n", text);
  note = g_string_free (paragraphs, FALSE);
  add_answer (self, 0, "A long note", note, NULL);
  block = add (self, CRIT_BLOCK_SOURCE, "[1]", text);
  block->number = 1;
  block->detail = g_strdup (text);
  add (self, CRIT_BLOCK_SIGNATURE, text, NULL);
  return self;
}
