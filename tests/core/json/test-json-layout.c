/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-layout.h"

#include "json/crit-finding.h"
#include "json/crit-json-tree.h"
#include "json/crit-text.h"

#include <string.h>

/* Lines of a text with ' for ", and the slip that seems to be there: its kind, its line, the bracket and the line of that;
   NULL for none. */
typedef struct
{
  const char *name;
  const char *text;
  const char *slip;
} Row;

static const Row rows[] = {
  { "nothing", "", NULL },
  { "whole", "{\n  'a': {\n    'b': 1\n  },\n  'c': [\n    1\n  ]\n}\n", NULL },
  { "cut off", "{\n  'a': {\n    'b': 1", NULL },
  { "cut off in a text", "{\n  'a': 'b\\", NULL },
  { "brace before a key", "{\n  'a': {\n    'b': 1\n  ,\n  'c': 2\n}\n", "open 4: { 2" },
  { "line with the brace", "{\n  'a': {\n    'b': 1\n  'c': 2\n}\n", "open 4: { 2" },
  { "bracket before a key", "{\n  'a': [\n    1,\n    2\n  'c': 2\n}\n", "open 5: [ 2" },
  { "brace before the last one", "{\n  'a': {\n    'b': 1\n}\n", "open 4: { 2" },
  { "brace in a line", "{\n  'a': { 'b': 1,\n  'c': 2\n}\n", "open 3: { 2" },
  { "brace of an element", "[\n  {\n    'a': 1\n  ,\n  {\n    'a': 2\n  }\n]\n", "open 4: { 2" },
  { "with tabs", "{\n\t'a': {\n\t\t'b': 1\n\t'c': 2\n}\n", "open 4: { 2" },
  { "with carriage returns", "{\r\n  'a': {\r\n    'b': 1\r\n  'c': 2\r\n}\r\n", "open 4: { 2" },
  { "after empty lines", "{\n\n  'a': {\n    'b': 1\n\n  'c': 2\n}\n", "open 6: { 3" },
  { "brackets in texts", "{\n  'a': '{[\\'{',\n  'c': 2\n}\n", NULL },
  { "two in a line", "{\n  'a': [ {\n      'b': 1\n    } ],\n  'c': 2\n}\n", NULL },
  { "closed further right", "{\n  'a': {\n    'b': 1\n    },\n  'c': 2\n}\n", NULL },
  { "rest of a line", "{\n  'a': { 'b': 1,\n         'c': 2 },\n  'd': 3\n}\n", NULL },
  { "brace too many", "{\n  'a': {\n    'b': 1\n  }},\n  'c': 2\n}\n", "early 4: { 1" },
  { "bracket too many", "[\n  [\n    1\n  ]],\n  [\n    2\n  ]\n]\n", "early 4: [ 1" },
  { "brace too many in a line",
    "{\n  'a': {\n    'b': { 'c': 1 }},\n    'd': 1\n  },\n  'c': 2\n}\n", "early 3: { 2" },
  { "two brackets for one", "{\n  'a': [[\n    1\n  ],\n  'b': 2\n}\n", "doubled 2: [ 2" },
  { "two braces for one", "{\n  'a': {{ 'b': 1\n  },\n  'c': 2\n}", "doubled 2: { 2" },
  { "closed at the height of what is inside", "{\n  'a': {\n    'b': 1\n    },\n  'c': 2\n  }\n",
    NULL },
  { "list of lists", "{\n  'a': [[1, 2], [3, 4]],\n  'b': 2\n}\n", NULL },
  { "closed on its last line, begun on the first",
    "{ 'a': [\n  1,\n  2 ],\n  'b': 3,\n  'c': 4\n}\n", NULL },
  { "closed on its last line", "{\n  'a': [\n    1,\n    2 ],\n  'b': 2\n}\n", NULL },
  /* Nobody can tell how this is meant. */
  { "not indented", "{\n'a': {\n'b': 1,\n'c': 2\n}\n", NULL },
  { "one line", "{'a':{'b':1,'c':2}", NULL },
  { "closed by another bracket", "{\n  'a': [\n    1\n  },\n  'c': 2\n}\n", NULL },
};

static const char *const kinds[] = {
  [CRIT_JSON_LEFT_OPEN] = "open",
  [CRIT_JSON_CLOSED_EARLY] = "early",
  [CRIT_JSON_DOUBLED] = "doubled",
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *text = g_strdelimit (g_strdup (row->text), "'", '"');
  g_autofree char *found = NULL;
  CritJsonSlip slip = { 0 };
  guint line = 0, column = 0;

  if (crit_json_find_slip (text, strlen (text), &slip))
    {
      crit_text_locate (text, strlen (text), slip.offset, &line, &column);
      found = g_strdup_printf ("%s %u: %c %u", kinds[slip.kind], line, slip.bracket, slip.line);
    }
  g_assert_cmpstr (found, ==, row->slip);
}

/* Of a text that could be read nothing is said, and of one that could not, where it was refused is said as well. */
static void
test_findings (void)
{
  static const struct
  {
    const char *text;
    const char *codes;
  } texts[] = {
    { "{\n  'a': {\n'b': 1\n}}", "" },
    { "{\n  'a': {\n    'b': 1\n  ,\n  'c': {\n    'd': 1\n  },\n  'e': 2\n}\n",
      "bracket 4 truncated 10" },
    { "{\n  'a':\n    { 'b': 1 },\n    { 'b': 2 }\n  ]\n}\n", "bracket 3 syntax 4" },
    { "{\n  'a': {\n    'b': 1\n  'c': 2\n}\n", "syntax 4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (texts[i].text), "'", '"');
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritJsonTree) tree = crit_json_tree_new (bytes, findings);
      g_autoptr (GString) codes = g_string_new (NULL);

      for (guint j = 0; j < findings->len; j++)
        {
          const CritFinding *finding = g_ptr_array_index (findings, j);

          g_string_append_printf (codes, "%s%s %u", j > 0 ? " " : "", finding->code, finding->line);
        }
      g_assert_cmpstr (codes->str, ==, texts[i].codes);
      g_assert_true ((tree != NULL) == (findings->len == 0));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/json/layout/", rows[i].name, NULL);

      g_test_add_data_func (g_strdelimit (path, " ", '-'), &rows[i], test_row);
    }
  g_test_add_func ("/json/layout/findings", test_findings);
  return g_test_run ();
}
