/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#define OLD "{'answer':'age','at-least':18}"
#define OWN                                                                                        \
  "'when':{'answer':'x','is':true},'applies-when':{'answer':'z','is':true},'reasons':{"            \
  "'met':'Yes, 100 % <b>so</b>','not-met':'It is not so.','unknown':'Somebody has to say',"        \
  "'not-applicable':'Nobody asks.'}"
#define OWN_OF_CAUTION                                                                             \
  "'kind':'caution','when':{'answer':'x','is':true},'reasons':{'present':'There it is.'}"
#define LIST(entries) "'trials':{'entries':[" entries "],'complete':true}"

static const struct
{
  const char *when;
  const char *answers;
  const char *reason;
} rows[] = {
  { "'when':{'answer':'x','is':true}", "'x':true", "“Is it so?” Yes." },
  { "'when':{'answer':'x','is':true}", "'x':false", "“Is it so?” No." },
  { "'when':{'answer':'by','is':'gp'}", "'by':'self'", "Referred by: Self." },
  { "'when':" OLD, "'age':41", "Age: 41; 18 or over needed." },
  { "'when':" OLD, "'age':17", "Age: 17; 18 or over needed." },
  { "'when':{'not':" OLD "}", "'age':17", "Age: 17." },
  { "'kind':'caution','when':" OLD, "'age':41", "Age: 41; looked for: 18 or over." },
  { "'when':{'answer':'last','within':'6 weeks'}", "'last':'2026-11-01'",
    "Last event: 1 November 2026; 6 weeks ago or less needed." },
  { "'when':{'duration':['last','next'],'at-least':'6 weeks'}", "'last':'2019-03','next':'2019-06'",
    "Last event: March 2019; Next event: June 2019; 6 weeks or more needed." },
  { "'when':{'all':[" OLD ",{'answer':'x','is':true}]}", "'age':41,'x':true",
    "Age: 41; 18 or over needed. “Is it so?” Yes." },
  { "'when':{'any':[" OLD ",{'answer':'x','is':true}]}", "'age':41,'x':true",
    "Age: 41; 18 or over needed." },
  { "'when':{'all':[" OLD
    ",{'answer':'x','is':true},{'answer':'by','is':'gp'},{'answer':'z','is':false}]}",
    "'age':41,'x':true,'by':'gp','z':false",
    "Age: 41; 18 or over needed. “Is it so?” Yes. Referred by: GP. And 1 more." },
  { "'when':{'answer':'y','is':true}", "'x':false,'y':true", "“Another” does not arise." },
  { "'applies-when':{'answer':'x','is':true},'when':" OLD, "'x':false",
    "Does not apply: “Is it so?” No." },
  { "'when':{'count':'trials','at-least':2}", LIST ("{},{}"),
    "2 entries recorded in “Antidepressants”; 2 or more needed." },
  { "'when':{'count':'trials','at-least':2}", LIST ("{}"),
    "1 entry recorded in “Antidepressants”; 2 or more needed." },
  { "'when':{'count':'trials','distinct':'medicine.class','at-least':2,"
    "'counted':['type of antidepressant','types of antidepressant']}",
    LIST ("{'medicine':'sertraline'}"), "Recorded: 1 type of antidepressant; 2 or more needed." },
  { "'when':{'count':'trials','distinct':'medicine.class','at-least':2,"
    "'counted':['type of antidepressant','types of antidepressant']}",
    LIST ("{'medicine':'sertraline'},{'medicine':'venlafaxine'}"),
    "Recorded: 2 types of antidepressant; 2 or more needed." },
  { "'when':{'any':[{'answer':'x','is':true},{'not':{'answer':'x','is':true}}]}", "",
    "This is so whatever the open answers are." },
  { "'when':{'answer':'x','is':true}", "", "Open: Is it so?" },
  { OWN, "'x':true,'z':true", "Yes, 100 % <b>so</b>" },
  { OWN, "'x':false,'z':true", "It is not so." },
  { OWN, "'z':true", "Somebody has to say. Open: Is it so?" },
  { OWN, "'z':false", "Nobody asks." },
  { OWN_OF_CAUTION, "'x':true", "There it is." },
  { OWN_OF_CAUTION, "'x':false", "“Is it so?” No." },
  { "'when':" OLD, "", "Open: Age." },
  { "'when':" OLD, "'age':{'unknown':'awaiting'}", "Open: Age (awaiting a result)." },
  { "'when':" OLD, "'age':{'unknown':'not-in-notes'}", "Open: Age (not in the notes)." },
  { "'when':" OLD, "'age':{'unknown':'not-known'}", "Open: Age (not known)." },
  { "'when':" OLD, "'age':{'unknown':'conflicting'}", "Open: Age (sources disagree)." },
  { "'when':{'answer':'last','within':'6 weeks'}", "'last':'2026-10'",
    "Open: Last event (only October 2026 is recorded)." },
  { "'when':{'count':'trials','at-least':2}", "", "Open: Antidepressants: any more?" },
  { "'when':{'count':'trials','at-least':1,'where':{'answer':'medicine.class','is':'ssri'}}",
    LIST ("{'medicine':{'other':'Tianeptine <b> %s'}}"),
    "Open: Antidepressant 1: Medicine (“Tianeptine <b> %s” is none of the options)." },
  { "'when':{'all':[" OLD
    ",{'answer':'x','is':true},{'answer':'by','is':'gp'},{'answer':'z','is':false}]}",
    "", "Open: Is it so?; A third; Age; and 1 more." },
};

/* Why an answer is unknown is told with it, wherever it stands. */
static const struct
{
  const char *code;
  const char *words;
} unknowns[] = {
  { "not-known", "not known" },
  { "not-in-notes", "not in the notes" },
  { "awaiting", "awaiting a result" },
  { "conflicting", "sources disagree" },
};

/* %s is the unknown answer, and then the words for its reason. */
static const struct
{
  const char *when;
  const char *answers;
  const char *reason;
} unknown_rows[] = {
  { "'when':{'answer':'x','is':true}", "'x':%s", "Open: Is it so? (%s)." },
  { "'when':{'answer':'by','is':'gp'}", "'by':%s", "Open: Referred by (%s)." },
  { "'when':" OLD, "'age':%s", "Open: Age (%s)." },
  { "'when':{'answer':'last','within':'6 weeks'}", "'last':%s", "Open: Last event (%s)." },
  { "'when':{'all':[" OLD ",{'answer':'x','is':true}]}", "'age':%s,'x':true", "Open: Age (%s)." },
  { "'when':{'count':'trials','at-least':1,'where':{'answer':'worked','is':true}}",
    LIST ("{'worked':%s}"), "Open: Antidepressant 1: Did it work? (%s)." },
  { "'when':{'count':'trials','at-least':1,'where':{'answer':'medicine.class','is':'ssri'}}",
    LIST ("{'medicine':%s}"), "Open: Antidepressant 1: Medicine (%s)." },
  { "'when':{'count':'trials','at-least':1}", "'trials':%s",
    "Open: Antidepressants: any more? (%s)." },
};

static void
check_unknown (guint row, guint unknown)
{
  g_autofree char *answer = g_strdup_printf ("{'unknown':'%s'}", unknowns[unknown].code);
  g_autoptr (GString) answers = g_string_new (unknown_rows[row].answers);
  g_autoptr (GString) reason = g_string_new (unknown_rows[row].reason);
  g_autoptr (CritScreening) screening = NULL;

  g_string_replace (answers, "%s", answer, 1);
  g_string_replace (reason, "%s", unknowns[unknown].words, 1);
  screening = fixture_screen (unknown_rows[row].when, answers->str);
  g_assert_cmpstr (fixture_get_outcome (screening)->reason, ==, reason->str);
}

static void
test_unknowns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unknown_rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (unknowns); j++)
      check_unknown (i, j);
}

static void
test_reasons (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CritScreening) screening = fixture_screen (rows[i].when, rows[i].answers);

      g_assert_cmpstr (fixture_get_outcome (screening)->reason, ==, rows[i].reason);
    }
}

static void
test_deciding (void)
{
  static const char *const expected[] = { "/trials/entries/0", "/trials/entries/2" };
  g_autoptr (CritScreening) screening = fixture_screen (
      "'when':{'count':'trials','at-least':2,'where':{'answer':'worked','is':true}}",
      LIST ("{'worked':true},{'worked':false},{'worked':true}"));
  GArray *deciding = fixture_get_outcome (screening)->deciding;

  g_assert_cmpuint (deciding->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < deciding->len; i++)
    {
      g_autofree char *pointer = crit_place_dup_pointer (&g_array_index (deciding, CritPlace, i));

      g_assert_cmpstr (pointer, ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/sentences", test_reasons);
  g_test_add_func ("/reason/unknowns", test_unknowns);
  g_test_add_func ("/reason/deciding", test_deciding);
  return g_test_run ();
}
