/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-decided.h"

#include "fixture.h"
#include "json/crit-finding.h"

#include <string.h>

/* The first criterion, with ' for ", others after it where they are needed, and what is found: lines of a code and of
   what it points at. */
typedef struct
{
  const char *name;
  const char *criteria;
  const char *found;
} Row;

#define CRITERION(id, members)                                                                     \
  "{'id':'" id "','kind':'requirement','text':'k','sources':[]," members "}"
#define K(members) CRITERION ("k", members)
#define WHEN(condition) K ("'when':" condition)
#define ALL(one, other) "{'all':[" one "," other "]}"
#define ANY(one, other) "{'any':[" one "," other "]}"
#define NOT(one) "{'not':" one "}"
#define X "{'answer':'x','is':true}"
#define NOT_X "{'answer':'x','is':false}"
#define Y "{'answer':'y','is':true}"
#define Z "{'answer':'z','is':true}"
#define W "{'answer':'w','is':true}"
#define FROM_18 "{'answer':'age','at-least':18}"
#define FROM_65 "{'answer':'age','at-least':65}"
#define BELOW_18 "{'answer':'age','less-than':18}"
#define FAILED "{'answer':'worked','is':false}"
#define SSRI "{'answer':'medicine.class','is':'ssri'}"
#define COUNT(where) "{'count':'trials','at-least':1,'where':" where "}"
#define LAST(test) "{'answer':'last'," test "}"
#define DECIDED "already-decided "
#define IDLE "idle-bound "

static const Row rows[] = {
  { "nothing", WHEN (ALL (X, Z)), "" },
  { "twice in all", WHEN (ALL (X, X)), DECIDED X "\n" },
  { "twice in any", WHEN (ANY (X, X)), DECIDED X "\n" },
  { "twice in other words", WHEN (ALL (X, NOT (NOT_X))), DECIDED NOT (NOT_X) "\n" },
  { "wider", WHEN (ALL (FROM_65, FROM_18)), DECIDED FROM_18 "\n" },
  { "wider first", WHEN (ALL (FROM_18, FROM_65)), DECIDED FROM_18 "\n" },
  { "narrower", WHEN (ANY (FROM_18, FROM_65)), DECIDED FROM_65 "\n" },
  { "the whole cannot be", WHEN (ALL (X, NOT_X)), "" },
  { "the whole cannot but be", WHEN (ANY (X, NOT_X)), "" },
  { "a part cannot be", WHEN (ANY (Z, ALL (FROM_18, BELOW_18))),
    DECIDED ALL (FROM_18, BELOW_18) "\n" },
  { "a part cannot but be", WHEN (ALL (Z, ANY (FROM_18, BELOW_18))),
    DECIDED ANY (FROM_18, BELOW_18) "\n" },
  { "a part of a part", WHEN (ALL (X, ANY (NOT_X, Z))), DECIDED NOT_X "\n" },
  { "absorbed", WHEN (ALL (X, ANY (X, Z))), DECIDED ANY (X, Z) "\n" },
  { "under not", WHEN (NOT (ALL (X, X))), DECIDED X "\n" },
  { "enough of them are the same", WHEN ("{'at-least':2,'of':[" X "," X "," Z "]}"),
    DECIDED Z "\n" DECIDED X "\n" },
  { "two of three", WHEN ("{'at-least':2,'of':[" X "," Z "," FROM_18 "]}"), "" },
  { "shown when it is so", WHEN (ALL (Y, X)), DECIDED X "\n" },
  { "its section is shown when it is so", WHEN (ALL (W, Z)), DECIDED Z "\n" },
  { "shown and so", WHEN (ALL (W, Y)), "" },
  { "applies when it is so", K ("'applies-when':" X ",'when':" ALL (X, Z)), DECIDED X "\n" },
  { "in the condition of another",
    K ("'applies-when':" X ",'when':" ALL (X, Z)) "," CRITERION ("l", "'when':{'criterion':'k'}"),
    "" },
  { "when it applies", K ("'applies-when':" ALL (X, X) ",'when':" Z), DECIDED X "\n" },
  { "said by another",
    WHEN (ALL ("{'criterion':'l'}", FROM_18)) "," CRITERION ("l", "'when':" FROM_65),
    DECIDED FROM_18 "\n" },
  { "entries", WHEN (COUNT (ALL (FAILED, SSRI))), "" },
  { "entries twice", WHEN (COUNT (ALL (FAILED, FAILED))), DECIDED FAILED "\n" },
  { "entries and the rest", WHEN (ALL (X, COUNT (ALL (FAILED, X)))), DECIDED X "\n" },
  { "any entry", WHEN (COUNT (ANY (FAILED, NOT (FAILED)))),
    DECIDED ANY (FAILED, NOT (FAILED)) "\n" },
  { "counted anyway",
    WHEN (ALL ("{'count':'trials','at-least':2}", "{'count':'trials','at-least':1}")),
    DECIDED "{'count':'trials','at-least':1}\n" },
  { "lowest anyway", WHEN ("{'answer':'age','at-least':0,'at-most':17}"),
    IDLE "{'answer':'age','at-least':0,'at-most':17}\n" },
  { "highest anyway", WHEN ("{'answer':'age','at-least':18,'at-most':120}"),
    IDLE "{'answer':'age','at-least':18,'at-most':120}\n" },
  { "both bounds", WHEN ("{'answer':'age','at-least':18,'at-most':119}"), "" },
  { "exactly", WHEN ("{'answer':'age','is':18}"), "" },
  { "bound below bound", WHEN (ALL (FROM_18, "{'answer':'age','at-least':1,'at-most':119}")),
    IDLE "{'answer':'age','at-least':1,'at-most':119}\n" },
  { "days", WHEN (ALL (LAST ("'at-least':'2024-01-01'"), LAST ("'more-than':'2023-12-30'"))),
    DECIDED LAST ("'more-than':'2023-12-30'") "\n" },
  { "from then on", WHEN (ALL (LAST ("'within':'1 year'"), LAST ("'at-least':'2022-01-01'"))),
    DECIDED LAST ("'at-least':'2022-01-01'") "\n" },
  /* Each of these is decided on 1 January 2024, and not for ever. */
  { "for now, long ago",
    WHEN (ALL (LAST ("'longer-ago-than':'1 year'"), LAST ("'less-than':'2024-01-01'"))), "" },
  { "for now, lately", WHEN (ALL (LAST ("'within':'1 year'"), LAST ("'at-most':'2024-06-01'"))),
    "" },
  { "durations",
    WHEN (ALL ("{'duration':['last','next'],'at-least':'6 weeks'}",
               "{'duration':['last','next'],'at-least':'1 month'}")),
    DECIDED "{'duration':['last','next'],'at-least':'1 month'}\n" },
  { "a note", "{'id':'k','kind':'note','text':'k','sources':[],'applies-when':" ALL (X, X) "}",
    DECIDED X "\n" },
  /* Too many entries to search through: nothing is claimed. */
  { "not searched", WHEN (ALL (X, ALL (X, "{'count':'trials','at-least':300}"))), "" },
};

/* What a finding points at, from there to the end of the condition. */
static char *
dup_pointed_at (const CritRules *rules, const CritFinding *finding)
{
  const char *text = g_bytes_get_data (rules->text, NULL);
  const char *start = text + finding->column - 1;
  const char *end = start;
  guint depth = 0;

  do
    depth += *end == '{' ? 1 : *end == '}' ? -1 : 0;
  while (*end++ != '\0' && depth > 0);
  return g_strndup (start, (gsize) (end - start));
}

static char *
dup_found (const CritRules *rules, GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const CritFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *pointed_at = dup_pointed_at (rules, finding);

      g_assert_cmpint (finding->severity, ==, CRIT_SEVERITY_WARNING);
      g_string_append_printf (text, "%s %s\n", finding->code,
                              g_strdelimit (pointed_at, "\"", '\''));
    }
  return g_string_free (text, FALSE);
}

static void
check (CritRules *rules, const char *expected)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autofree char *found = NULL;

  crit_decided_report (rules, (CritDate){ 2024, 1, 1 }, findings);
  found = dup_found (rules, findings);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (CritRules) rules = fixture_load_rules (row->criteria);

  check (rules, row->found);
  /* What is left out while looking is put back. */
  check (rules, row->found);
}

/* Questions, with ' for ", and what is found. */
static const Row shown_rows[] = {
  { "in its section",
    "{'id':'s','title':'S','shown-when':" X ",'questions':[{'id':'t','type':"
    "'boolean','text':'T','shown-when':" Z "}]}",
    "" },
  { "as its section",
    "{'id':'s','title':'S','shown-when':" X ",'questions':[{'id':'t','type':"
    "'boolean','text':'T','shown-when':" X "}]}",
    "always-shown " X "\n" },
  { "against its section",
    "{'id':'s','title':'S','shown-when':" X ",'questions':[{'id':'t','type':"
    "'boolean','text':'T','shown-when':" NOT_X "}]}",
    "never-shown " NOT_X "\n" },
  { "a section never", "{'id':'s','title':'S','shown-when':" ALL (X, NOT_X) ",'questions':[]}",
    "never-shown " ALL (X, NOT_X) "\n" },
  { "a part",
    "{'id':'s','title':'S','shown-when':" X ",'questions':[{'id':'t','type':"
    "'boolean','text':'T','shown-when':" ALL (X, Z) "}]}",
    DECIDED X "\n" },
  { "a field",
    "{'id':'s','title':'S','questions':[{'id':'l','type':'list','text':'L',"
    "'shown-when':" X ",'questions':[{'id':'f','type':'boolean','text':'F'},"
    "{'id':'g','type':'boolean','text':'G','shown-when':{'answer':'f','is':true}}]}]}",
    "" },
  { "a field as its list",
    "{'id':'s','title':'S','questions':[{'id':'l','type':'list','text':'L',"
    "'shown-when':" X ",'questions':[{'id':'g','type':'boolean','text':'G',"
    "'shown-when':" X "}]}]}",
    "always-shown " X "\n" },
  { "a field twice",
    "{'id':'s','title':'S','questions':[{'id':'l','type':'list','text':'L',"
    "'questions':[{'id':'f','type':'boolean','text':'F'},{'id':'g','type':"
    "'boolean','text':'G','shown-when':" ALL ("{'answer':'f','is':true}",
                                              "{'answer':'f','is':true}") "}]}]}",
    DECIDED "{'answer':'f','is':true}\n" },
};

static CritRules *
load_sections (const char *section)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autofree char *text = g_strconcat (
      "{'format':'criteria-rules/1','id':'r','version':'1','title':'r','sections':[{'id':'a',"
      "'title':'A','questions':[{'id':'x','type':'boolean','text':'X'},{'id':'z','type':'boolean',"
      "'text':'Z'}]},",
      section, "],'criteria':[{'id':'k','kind':'note','text':'k','sources':[]}]}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (g_strdelimit (text, "'", '"'), strlen (text));
  CritRules *rules = crit_rules_load (bytes, findings);

  g_assert_nonnull (rules);
  return rules;
}

static void
test_shown (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (CritRules) rules = load_sections (row->criteria);

  check (rules, row->found);
  check (rules, row->found);
}

static void
add (const char *folder, const Row *row, GTestDataFunc test)
{
  g_autofree char *path = g_strconcat ("/decided/", folder, "/", row->name, NULL);

  g_test_add_data_func (g_strdelimit (path, " ", '-'), row, test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add ("condition", &rows[i], test_row);
  for (guint i = 0; i < G_N_ELEMENTS (shown_rows); i++)
    add ("shown", &shown_rows[i], test_shown);
  return g_test_run ();
}
