/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary.h"

#include "record/crit-record-file.h"

#include <string.h>

/* 20 November 2026, 14:02 UTC. */
#define MADE_AT 1795183320

static const char *const RULES =
    "{ 'format': 'criteria-rules/1', 'id': 'example', 'version': '2026.11.1', 'title': 'Example "
    "criteria',"
    "  'language': 'en-GB', 'status': 'draft', 'effective-from': '2026-11-01', 'review-by': "
    "'2027-05-01',"
    "  'about': 'Made up for a test.',"
    "  'urgent': { 'title': 'Help now', 'text': 'Ring the bell.' },"
    "  'sources': ["
    "    { 'id': 'report', 'title': 'A report', 'publisher': 'A publisher', 'origin': 'News', "
    "'published': '2024',"
    "      'retrieved': '2026-11-20', 'url': 'https://example.org/report' },"
    "    { 'id': 'page', 'title': 'A page', 'publisher': 'A trust', 'retrieved': '2026-11-19' } ],"
    "  'option-sets': { 'medicines': ["
    "    { 'code': 'sertraline', 'text': 'Sertraline', 'class': 'SSRI' },"
    "    { 'code': 'venlafaxine', 'text': 'Venlafaxine', 'class': 'SNRI' } ] },"
    "  'sections': ["
    "    { 'id': 'person', 'title': 'The person', 'questions': ["
    "      { 'id': 'age', 'type': 'integer', 'text': 'How old is the person?', 'label': 'Age',"
    "        'unit': 'years', 'minimum': 0, 'maximum': 130 },"
    "      { 'id': 'could-be-pregnant', 'type': 'boolean', 'text': 'Could the person be pregnant?',"
    "        'label': 'Could be pregnant' },"
    "      { 'id': 'test-done', 'type': 'boolean', 'text': 'Was a test done?', 'label': 'Test "
    "done',"
    "        'shown-when': { 'answer': 'could-be-pregnant', 'is': true } },"
    "      { 'id': 'remark', 'type': 'text', 'text': 'Anything else?',"
    "        'for-the-record': true } ] },"
    "    { 'id': 'treatment', 'title': 'Treatment', 'questions': ["
    "      { 'id': 'trials', 'type': 'list', 'text': 'Which were tried?', 'label': 'Trials',"
    "        'item': 'antidepressant', 'questions': ["
    "          { 'id': 'medicine', 'type': 'choice', 'text': 'Medicine', 'options': 'medicines', "
    "'other': true },"
    "          { 'id': 'worked', 'type': 'boolean', 'text': 'Did it work?', 'label': 'Worked' } ] "
    "} ] } ],"
    "  'criteria': ["
    "    { 'id': 'adult', 'kind': 'requirement', 'text': 'The person is 18 or over.',"
    "      'when': { 'answer': 'age', 'at-least': 18 },"
    "      'sources': [ { 'source': 'page', 'place': 'Who it is for', 'certainty': 'verified' },"
    "                   { 'source': 'report', 'place': 'Methods', 'certainty': 'secondary' },"
    "                   { 'source': 'report', 'place': 'Results', 'certainty': 'unverified' } ] },"
    "    { 'id': 'two-tried', 'kind': 'requirement', 'text': 'Two were tried and did not work.',"
    "      'when': { 'count': 'trials', 'at-least': 2, 'where': { 'answer': 'worked', 'is': false "
    "} },"
    "      'sources': [ { 'source': 'page', 'certainty': 'verified' } ] },"
    "    { 'id': 'tested', 'kind': 'caution', 'text': 'No pregnancy test was done.',"
    "      'applies-when': { 'answer': 'could-be-pregnant', 'is': true },"
    "      'when': { 'answer': 'test-done', 'is': false },"
    "      'sources': [ { 'source': 'report', 'place': 'Methods', 'certainty': 'secondary' } ] },"
    "    { 'id': 'fades', 'kind': 'note', 'text': 'An effect may fade.',"
    "      'sources': [ { 'source': 'report', 'place': 'Results', 'certainty': 'unverified' } ] },"
    "    { 'id': 'breast-milk', 'kind': 'note', 'text': 'Nothing is known about breast milk.',"
    "      'applies-when': { 'answer': 'could-be-pregnant', 'is': true },"
    "      'sources': [ { 'source': 'report', 'place': 'Results', 'certainty': 'unverified' } ] } "
    "],"
    "  'cases': [ { 'name': 'seventeen', 'date': '2026-11-20', 'answers': { 'age': 17 },"
    "               'expect': { 'adult': 'not-met' } } ] }";

static const char *const ANSWERED =
    "{ 'reference': 'A-17', 'date': '2026-11-20', 'completed-by': 'R. Clarke', 'answers': {"
    "  'age': 41, 'could-be-pregnant': false, 'test-done': true, 'remark': '5 < 6 & 7 %s',"
    "  'trials': { 'entries': ["
    "    { 'medicine': 'sertraline', 'worked': false },"
    "    { 'medicine': { 'other': 'Tianeptine' }, 'worked': { 'unknown': 'awaiting' } } ] } } }";

static const char *const EMPTY = "{ 'reference': 'A-18', 'date': '2026-11-20', 'answers': {} }";

/* JSON is easier to read in C with the other quotation mark. */
static GBytes *
read_quoted (const char *quoted)
{
  char *text = g_strdelimit (g_strdup (quoted), "'", '"');

  return g_bytes_new_take (text, strlen (text));
}

static void
assert_no_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      CritFinding *finding = findings->pdata[i];

      if (finding->severity == CRIT_SEVERITY_ERROR)
        g_error ("%u:%u: %s", finding->line, finding->column, finding->message);
    }
}

static CritRecord *
new_record (const char *answers)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) rules_text = read_quoted (RULES);
  g_autoptr (GBytes) record_text = read_quoted (answers);
  g_autoptr (CritRules) rules = crit_rules_load (rules_text, findings);
  CritRecord *record = NULL;

  assert_no_findings (findings);
  record = crit_record_read (record_text, rules, findings);
  assert_no_findings (findings);
  return record;
}

static CritScreening *
new_screening (const char *answers)
{
  g_autoptr (CritRecord) record = new_record (answers);

  return crit_screening_new (record);
}

static CritSummary *
new_summary (const char *answers)
{
  g_autoptr (CritRecord) record = new_record (answers);
  g_autoptr (CritScreening) screening = crit_screening_new (record);

  return crit_summary_new (record, screening, MADE_AT);
}

/* What is said of ANSWERED, in which order. A reason is marked by its criterion. */
static const char *const EXPECTED =
    "Checklist summary\n"
    "A-17 · 20 November 2026\n"
    "\n"
    "Example criteria\n"
    "================\n"
    "\n"
    "For information only. This is not a clinical decision. It shows what was\n"
    "recorded against published criteria; a qualified clinician decides.\n"
    "\n"
    "These rules are a draft.\n"
    "\n"
    "Reference: A-17\n"
    "Record date: 20 November 2026\n"
    "Completed by: R. Clarke\n"
    "\n"
    "Requirements: 1 recorded as met, 0 not met, 1 not known yet.\n"
    "\n"
    "Points to discuss: 0 recorded, 0 recorded as absent, 0 not known yet, 1 not\n"
    "applicable.\n"
    "\n"
    "Help now\n"
    "--------\n"
    "\n"
    "Ring the bell.\n"
    "\n"
    "Requirements\n"
    "------------\n"
    "\n"
    "Recorded as met\n"
    "    The person is 18 or over. [1,2]\n"
    "    @adult@\n"
    "\n"
    "Not known yet\n"
    "    Two were tried and did not work. [2]\n"
    "    @two-tried@\n"
    "\n"
    "Points to discuss\n"
    "-----------------\n"
    "\n"
    "Does not apply\n"
    "    No pregnancy test was done. [1]\n"
    "    @tested@\n"
    "\n"
    "Notes\n"
    "-----\n"
    "\n"
    "An effect may fade. [1]\n"
    "\n"
    "Still open\n"
    "----------\n"
    "\n"
    "These answers can still change a status above. Each stands under the section of\n"
    "the checklist where it is asked.\n"
    "\n"
    "Treatment\n"
    "\n"
    "Antidepressant 2: Worked\n"
    "    Not known: awaiting a result\n"
    "Trials: any more?\n"
    "    Not answered\n"
    "\n"
    "Answers\n"
    "-------\n"
    "\n"
    "The person\n"
    "\n"
    "1. How old is the person?\n"
    "    41 years\n"
    "2. Could the person be pregnant?\n"
    "    No\n"
    "3. Was a test done?\n"
    "    Yes\n"
    "    Kept, but not counted: with the other answers this question is not asked.\n"
    "4. Anything else?\n"
    "    5 < 6 & 7 %s\n"
    "    For the record: no criterion uses this answer.\n"
    "\n"
    "Treatment\n"
    "\n"
    "5. Which were tried?\n"
    "    2 recorded, not said whether that is all\n"
    "\n"
    "    Antidepressant 1\n"
    "        Medicine: Sertraline (SSRI)\n"
    "        Did it work? No\n"
    "\n"
    "    Antidepressant 2\n"
    "        Medicine: Tianeptine\n"
    "        Did it work? Not known: awaiting a result\n"
    "\n"
    "Sources\n"
    "-------\n"
    "\n"
    "[1] A report\n"
    "    A publisher · News · published 2024 · last checked 20 November 2026\n"
    "    Methods: From a second-hand account\n"
    "    Results: Not checked\n"
    "    https://example.org/report\n"
    "\n"
    "[2] A page\n"
    "    A trust · last checked 19 November 2026\n"
    "    Who it is for: Checked against the source\n"
    "    Checked against the source\n"
    "\n"
    "Signed\n"
    "------\n"
    "\n"
    "Name _______________________________________________________\n"
    "\n"
    "Role _______________________________________________________\n"
    "\n"
    "Signature __________________________________________________\n"
    "\n"
    "Date _______________________________________________________\n"
    "\n"
    "About this summary\n"
    "------------------\n"
    "\n"
    "Made up for a test.\n"
    "\n"
    "Rules file: example\n"
    "Version: 2026.11.1\n"
    "In effect from: 1 November 2026\n"
    "Review by: 1 May 2027\n"
    "Its own cases: 1 of 1 passed\n";

/* The whole document, as the text of it; the digests at its end are checked apart. */
static void
test_whole (void)
{
  g_autoptr (CritSummary) summary = new_summary (ANSWERED);
  g_autofree char *text = crit_summary_to_text (summary, 80);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected = g_strsplit (EXPECTED, "\n", -1);

  for (guint i = 0, j = 0; expected[i + 1] != NULL; i++, j++)
    {
      g_assert_nonnull (lines[j]);
      if (strchr (expected[i], '@') == NULL)
        {
          g_assert_cmpstr (lines[j], ==, expected[i]);
          continue;
        }
      /* How a reason is worded, in how many lines, is the screening's own test; that there is one is ours. */
      g_assert_cmpuint (strlen (g_strstrip (lines[j])), >, 8);
      while (*lines[j + 1] != '\0')
        j++;
    }
}

static const CritBlock *
find_fact (const CritSummary *summary, const char *label)
{
  for (guint i = 0; i < summary->blocks->len; i++)
    {
      const CritBlock *block = summary->blocks->pdata[i];

      if (block->kind == CRIT_BLOCK_FACT && g_str_equal (block->label, label))
        return block;
    }
  g_error ("no fact %s", label);
}

static void
test_what_stands_on_each_page (void)
{
  g_autoptr (CritSummary) summary = new_summary (ANSWERED);
  g_autofree char *rules = g_strndup (find_fact (summary, "Digest of the rules")->text, 14);
  g_autofree char *record = g_strndup (find_fact (summary, "Digest of the record")->text, 14);
  g_autofree char *digests =
      g_strdup_printf ("rules %s · record %s · cases 1/1 · made 20 November 2026, 14:02 UTC · "
                       "Criteria " VERSION,
                       rules, record);

  g_assert_cmpstr (summary->title, ==, "Example criteria");
  g_assert_cmpstr (summary->heading, ==, "Checklist summary");
  g_assert_cmpstr (summary->identity, ==, "A-17 · 20 November 2026");
  g_assert_cmpuint (summary->footer->len, ==, 4);
  g_assert_cmpstr (summary->footer->pdata[0], ==, crit_notice ());
  g_assert_cmpstr (summary->footer->pdata[1], ==, "These rules are a draft.");
  g_assert_cmpstr (summary->footer->pdata[2], ==,
                   "Example criteria · example 2026.11.1 · review by 1 May 2027");
  g_assert_cmpstr (summary->footer->pdata[3], ==, digests);
  g_assert_cmpint (summary->made_at, ==, MADE_AT);
}

static void
test_digests_are_whole (void)
{
  static const char *const LABELS[] = { "Digest of the rules", "Digest of the record" };
  g_autoptr (CritSummary) summary = new_summary (ANSWERED);
  g_autoptr (GBytes) rules = read_quoted (RULES);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, rules);

  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
    {
      g_auto (GStrv) groups = g_strsplit_set (find_fact (summary, LABELS[i])->text, " \n", -1);
      g_autofree char *joined = g_strjoinv ("", groups);

      g_assert_cmpuint (strlen (joined), ==, 64);
      if (i == 0)
        g_assert_cmpstr (joined, ==, digest);
      else
        g_assert_cmpstr (joined, !=, digest);
    }
}

/* With nothing answered there is neither a met nor a not-met requirement, and nothing is taken for a no. */
static void
test_nothing_answered (void)
{
  g_autoptr (CritSummary) summary = new_summary (EMPTY);
  g_autofree char *text = crit_summary_to_text (summary, 80);
  guint n_unknown = 0;

  for (guint i = 0; i < summary->blocks->len; i++)
    {
      const CritBlock *block = summary->blocks->pdata[i];

      if (block->kind != CRIT_BLOCK_STATUS)
        continue;
      g_assert_cmpint (block->status, ==, CRIT_STATUS_UNKNOWN);
      g_assert_cmpstr (block->label, ==, "Not known yet");
      g_assert_nonnull (block->detail);
      n_unknown++;
    }
  g_assert_cmpuint (n_unknown, ==, 3);
  /* Whoever holds the first page alone must not take silence about a point for its absence. */
  g_assert_nonnull (
      strstr (text, "\nRequirements: 0 recorded as met, 0 not met, 2 not known yet.\n\n"
                    "Points to discuss: 0 recorded, 0 recorded as absent, 1 not known yet.\n"));
  g_assert_cmpstr (find_fact (summary, "Completed by")->text, ==, "Not recorded");
  g_assert_null (strstr (text, "Recorded as met"));
  g_assert_nonnull (strstr (text, "1. How old is the person?\n    Not answered\n"));
  g_assert_nonnull (strstr (text, "3. Was a test done?\n    Not asked\n"));
}

static void
test_late_rules_are_said_to_be_late (void)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) rules_text = read_quoted (RULES);
  g_autoptr (GBytes) record_text = read_quoted (EMPTY);
  g_autoptr (CritRules) rules = crit_rules_load (rules_text, findings);
  g_autoptr (CritRecord) record = crit_record_read (record_text, rules, findings);
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  g_autoptr (CritSummary) summary =
      crit_summary_new (record, screening, MADE_AT + G_GINT64_CONSTANT (86400) * 365);

  g_assert_cmpstr (
      summary->footer->pdata[1], ==,
      "These rules are a draft. These rules were to be reviewed by 1 May 2027, which has passed.");
}

/* A note is on the page unless it is certain that it does not apply. */
static void
test_notes (void)
{
  static const struct
  {
    const char *answers;
    CritStatus status;
  } rows[] = {
    { "'could-be-pregnant': true", CRIT_STATUS_NONE },
    { "'could-be-pregnant': false", CRIT_STATUS_NOT_APPLICABLE },
    { "'could-be-pregnant': { 'unknown': 'awaiting' }", CRIT_STATUS_NONE },
    { "", CRIT_STATUS_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *record = g_strdup_printf (
          "{ 'reference': 'A-19', 'date': '2026-11-20', 'answers': { %s } }", rows[i].answers);
      g_autoptr (CritScreening) screening = new_screening (record);
      const CritRules *rules = crit_screening_get_rules (screening);
      const CritOutcome *outcome =
          crit_screening_get_outcome (screening, crit_rules_find_criterion (rules, "breast-milk"));
      g_autoptr (CritSummary) summary = new_summary (record);
      g_autofree char *text = crit_summary_to_text (summary, 80);

      g_assert_cmpint (outcome->status, ==, rows[i].status);
      g_assert_cmpuint (outcome->open->len, ==, 0);
      g_assert_true ((outcome->reason != NULL) == (rows[i].status != CRIT_STATUS_NONE));
      g_assert_true ((strstr (text, "breast milk") != NULL)
                     == (rows[i].status == CRIT_STATUS_NONE));
      g_assert_nonnull (strstr (text, "An effect may fade."));
    }
}

static gboolean
has_block (const CritSummary *summary, CritBlockKind kind, guint number)
{
  for (guint i = 0; i < summary->blocks->len; i++)
    {
      const CritBlock *block = summary->blocks->pdata[i];

      if (block->kind == kind && block->number == number)
        return TRUE;
    }
  return FALSE;
}

static guint
check_links (const CritSummary *summary, const char *text, GArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CritLink *link = &g_array_index (links, CritLink, i);
      g_autofree char *shown = g_strndup (text + link->start, link->end - link->start);
      g_autofree char *number = g_strdup_printf ("%u", link->number);

      g_assert_cmpstr (shown, ==, number);
      g_assert_true (has_block (summary, link->target, link->number));
    }
  return links->len;
}

/* What a reason rests on, and which sources a criterion comes from, can be looked up on the page. */
static void
test_links_lead_somewhere (void)
{
  g_autoptr (CritSummary) summary = new_summary (ANSWERED);
  guint n_answers = 0;
  guint n_sources = 0;

  for (guint i = 0; i < summary->blocks->len; i++)
    {
      const CritBlock *block = summary->blocks->pdata[i];

      n_answers += check_links (summary, block->detail, block->detail_links);
      n_sources += check_links (summary, block->aside, block->aside_links);
      if (block->kind == CRIT_BLOCK_OPEN)
        g_assert_true (has_block (summary, CRIT_BLOCK_ANSWER, block->number));
    }
  g_assert_cmpuint (n_answers, ==, 3);
  g_assert_cmpuint (n_sources, ==, 5);
}

static const CritBlock *
find (const CritSummary *summary, CritBlockKind kind, const char *label)
{
  for (guint i = 0; i < summary->blocks->len; i++)
    {
      const CritBlock *block = summary->blocks->pdata[i];

      if (block->kind == kind && g_str_equal (block->label, label))
        return block;
    }
  g_assert_not_reached ();
}

/* What a person wrote beside an answer stands there on paper too, whether it was answered, asked or neither. */
static void
test_notes_on_answers (void)
{
  g_autoptr (CritSummary) summary = new_summary (
      "{ 'reference': 'A-17', 'date': '2026-11-20', 'answers': { 'could-be-pregnant': false,"
      "  'test-done': true, 'trials': { 'entries': [ { 'medicine': 'sertraline' } ] } },"
      "  'notes': { '/age': 'Says < 40 & > 30', '/test-done': 'In 2025', '/trials': 'By letter',"
      "  '/trials/entries/0': 'First line', '/trials/entries/0/worked': 'A little' } }");

  g_assert_cmpstr (find (summary, CRIT_BLOCK_ANSWER, "How old is the person?")->detail, ==,
                   "Note: Says < 40 & > 30");
  g_assert_cmpstr (find (summary, CRIT_BLOCK_ANSWER, "Was a test done?")->detail, ==,
                   "Kept, but not counted: with the other answers this question is not asked.\n"
                   "Note: In 2025");
  g_assert_cmpstr (find (summary, CRIT_BLOCK_ANSWER, "Which were tried?")->detail, ==,
                   "Note: By letter");
  g_assert_cmpstr (find (summary, CRIT_BLOCK_TABLE_ROW, "Antidepressant 1")->detail, ==,
                   "Note: First line\nNote on “Worked”: A little");
  g_assert_null (find (summary, CRIT_BLOCK_ANSWER, "Could the person be pregnant?")->detail);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-document/whole", test_whole);
  g_test_add_func ("/summary-document/what-stands-on-each-page", test_what_stands_on_each_page);
  g_test_add_func ("/summary-document/digests-are-whole", test_digests_are_whole);
  g_test_add_func ("/summary-document/nothing-answered", test_nothing_answered);
  g_test_add_func ("/summary-document/late-rules-are-said-to-be-late",
                   test_late_rules_are_said_to_be_late);
  g_test_add_func ("/summary-document/notes", test_notes);
  g_test_add_func ("/summary-document/notes-on-answers", test_notes_on_answers);
  g_test_add_func ("/summary-document/links-lead-somewhere", test_links_lead_somewhere);
  return g_test_run ();
}
