/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/crit-record-file.h"
#include "summary/crit-summary.h"

#include <string.h>

/* @1@ stands for the type of the last field, @2@ for more of them. */
static const char *const RULES =
    "{ 'format': 'criteria-rules/1', 'id': 'lists', 'version': '1', 'title': 'Lists',"
    "  'sections': [ { 'id': 'all', 'title': 'All', 'questions': ["
    "    { 'id': 'trials', 'type': 'list', 'text': 'Which were tried?', 'label': 'Trials',"
    "      'item': 'trial', 'questions': ["
    "        { 'id': 'medicine', 'type': 'string', 'text': 'Which medicine?', 'label': 'Medicine',"
    "          'for-the-record': true },"
    "        { 'id': 'worked', 'type': 'boolean', 'text': 'Did it work?', 'label': 'Worked' },"
    "        { 'id': 'why', 'type': '@1@', 'text': 'Why not?',"
    "          'shown-when': { 'answer': 'worked', 'is': false } }@2@ ] } ] } ],"
    "  'criteria': [ { 'id': 'one', 'kind': 'requirement', 'text': 'One did not work.',"
    "      'when': { 'count': 'trials', 'at-least': 1, 'where': { 'answer': 'worked', 'is': false "
    "} } } ] }";

static const char *const ANSWERS =
    "{ 'reference': 'A-17', 'date': '2026-11-20', 'answers': { 'trials': { 'entries': ["
    "    { 'medicine': 'Sertraline', 'worked': true, 'why': 'It came too late.' },"
    "    { 'medicine': 'Tianeptine', 'worked': { 'unknown': 'awaiting' } },"
    "    {} ] } },"
    "  'notes': { '/trials/entries/0': 'The first one.', '/trials/entries/1/worked': 'Asked "
    "again.' } }";

static GBytes *
read_quoted (const char *quoted)
{
  char *text = g_strdelimit (g_strdup (quoted), "'", '"');

  return g_bytes_new_take (text, strlen (text));
}

static CritSummary *
new_summary (const char *type, const char *more)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GString) text = g_string_new (RULES);
  g_autoptr (GBytes) rules_text = NULL;
  g_autoptr (GBytes) record_text = read_quoted (ANSWERS);
  g_autoptr (CritRules) rules = NULL;
  g_autoptr (CritRecord) record = NULL;
  g_autoptr (CritScreening) screening = NULL;

  g_string_replace (text, "@1@", type, 0);
  g_string_replace (text, "@2@", more, 0);
  rules_text = read_quoted (text->str);
  rules = crit_rules_load (rules_text, findings);
  g_assert_nonnull (rules);
  record = crit_record_read (record_text, rules, findings);
  g_assert_nonnull (record);
  screening = crit_screening_new (record);
  return crit_summary_new (record, screening, 1795183320);
}

static GPtrArray *
find_rows (const CritSummary *summary)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < summary->blocks->len; i++)
    if (((CritBlock *) summary->blocks->pdata[i])->kind == CRIT_BLOCK_TABLE_ROW)
      g_ptr_array_add (rows, summary->blocks->pdata[i]);
  return rows;
}

static void
assert_row (const CritBlock *row, guint number, const char *cells, const char *detail)
{
  g_autofree char *label = g_strdup_printf ("Trial %u", number);
  g_auto (GStrv) expected = g_strsplit (cells, "|", -1);

  g_assert_cmpstr (row->label, ==, label);
  g_assert_cmpuint (row->number, ==, number);
  g_assert_cmpuint (row->cells->len, ==, g_strv_length (expected));
  g_assert_cmpuint (row->columns->len, ==, row->cells->len);
  for (guint i = 0; expected[i] != NULL; i++)
    g_assert_cmpstr (row->cells->pdata[i], ==, expected[i]);
  g_assert_cmpstr (row->detail, ==, detail);
}

/* Every answer has its cell, and whatever else is to be said of it stands below its row, or once for all rows. */
static void
test_entries_are_a_table (void)
{
  g_autoptr (CritSummary) summary = new_summary ("string", "");
  g_autoptr (GPtrArray) rows = find_rows (summary);
  g_autofree char *text = crit_summary_to_text (summary, 80);

  g_assert_cmpuint (rows->len, ==, 3);
  assert_row (
      rows->pdata[0], 1, "Sertraline|Yes|It came too late.",
      "Note: The first one.\n"
      "“Why not?”: Kept, but not counted: with the other answers this question is not asked.");
  assert_row (rows->pdata[1], 2, "Tianeptine|Not known: awaiting a result|Not answered",
              "Note on “Worked”: Asked again.");
  assert_row (rows->pdata[2], 3, "Not answered|Not answered|Not asked", NULL);
  g_assert_nonnull (strstr (text, "“Medicine”: For the record: no criterion uses this answer.\n"));
  g_assert_nonnull (strstr (text, "\n    Trial 2\n        Which medicine? Tianeptine\n"));
}

/* What has no room in a column is read line by line. */
static void
test_long_entries_are_no_table (void)
{
  static const char *const MANY = ", { 'id': 'a', 'type': 'string', 'text': 'A' }, { 'id': 'b', "
                                  "'type': 'string', 'text': 'B' },"
                                  "  { 'id': 'c', 'type': 'string', 'text': 'C' }, { 'id': 'd', "
                                  "'type': 'string', 'text': 'D' }";

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CritSummary) summary =
          new_summary (i == 0 ? "text" : "string", i == 0 ? "" : MANY);
      g_autoptr (GPtrArray) rows = find_rows (summary);
      g_autofree char *text = crit_summary_to_text (summary, 80);

      g_assert_cmpuint (rows->len, ==, 0);
      g_assert_nonnull (strstr (text, "\n    Trial 1\n        Note\n            The first one.\n"));
      g_assert_nonnull (strstr (text, "        Which medicine?\n            Tianeptine\n"));
      g_assert_nonnull (strstr (text, "Note: Asked again.\n"));
      g_assert_nonnull (
          strstr (text, "            It came too late.\n            Kept, but not counted"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-entries/entries-are-a-table", test_entries_are_a_table);
  g_test_add_func ("/summary-entries/long-entries-are-no-table", test_long_entries_are_no_table);
  return g_test_run ();
}
