/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <string.h>

/* What the meaning of design section 4 says, in rows: a condition, answers, the status, and what still matters. */
typedef struct
{
  const char *when;
  const char *answers;
  const char *status;
  const char *open;
} Row;

#define X "{'answer':'x','is':true}"
#define NOT_X "{'not':" X "}"
#define Z "{'answer':'z','is':true}"
#define OLD "{'answer':'age','at-least':18}"
#define WORKED "{'answer':'worked','is':true}"
#define TRIED "{'medicine':'sertraline','worked':true}"
#define SNRI "{'medicine':'venlafaxine','worked':true}"
#define LIST(entries) "'trials':{'entries':[" entries "],'complete':true}"
#define OPEN_LIST(entries) "'trials':{'entries':[" entries "]}"
#define TWO_TYPES                                                                                  \
  "'when':{'count':'trials','distinct':'medicine.class','at-least':2,'where':" WORKED "}"
#define SIX_WEEKS "'when':{'duration':['last','next'],'at-least':'6 weeks'}"

static const Row connectives[] = {
  { "'when':" X, "'x':true", "met", "" },
  { "'when':" X, "'x':false", "not-met", "" },
  { "'when':" X, "", "unknown", "/x" },
  { "'when':" X, "'x':{'unknown':'awaiting'}", "unknown", "/x" },
  { "'when':{'all':[" X "," Z "]}", "'x':false", "not-met", "" },
  { "'when':{'all':[" X "," Z "]}", "'x':true", "unknown", "/z" },
  { "'when':{'any':[" X "," Z "]}", "'x':true", "met", "" },
  { "'when':{'any':[" X "," Z "]}", "'z':false", "unknown", "/x" },
  { "'when':{'at-least':2,'of':[" X "," Z "," OLD "]}", "'x':true,'age':18", "met", "" },
  { "'when':{'at-least':2,'of':[" X "," Z "," OLD "]}", "'x':false,'age':18", "unknown", "/z" },
  { "'when':{'at-least':2,'of':[" X "," Z "," OLD "]}", "'x':false,'age':17", "not-met", "" },
  { "'when':{'at-least':2,'of':[" X "," Z "," OLD "]}", "'age':17", "unknown", "/x /z" },
  { "'when':" NOT_X, "'x':false", "met", "" },
  { "'when':" NOT_X, "", "unknown", "/x" },
};

/* Where an input occurs more than once, Kleene's logic alone would say unknown. */
static const Row cases[] = {
  { "'when':{'any':[" X "," NOT_X "]}", "", "met", "" },
  { "'when':{'all':[" X "," NOT_X "]}", "", "not-met", "" },
  { "'when':{'any':[{'all':[" X "," Z "]},{'all':[" NOT_X "," Z "]}]}", "", "unknown", "/z" },
  { "'when':{'any':[{'all':[" X "," Z "]},{'all':[" NOT_X "," Z "]}]}", "'z':true", "met", "" },
  { "'when':{'any':[" OLD ",{'answer':'age','less-than':18}]}", "", "met", "" },
  { "'when':{'any':[" OLD ",{'answer':'age','less-than':17}]}", "", "unknown", "/age" },
  { "'when':{'any':[{'answer':'by','in':['gp','self']},{'answer':'by','is':'clinic'}]}", "", "met",
    "" },
  { "'when':{'any':[{'answer':'last','within':'1 year'},{'answer':'last','longer-ago-than':'1 "
    "year'}]}",
    "'last':'2026'", "unknown", "/last" },
  { "'when':{'any':[{'answer':'last','within':'1 year'},{'answer':'last','longer-ago-than':'1 "
    "year'}]}",
    "'last':'2025'", "met", "" },
  { "'when':{'all':[{'duration':['last','next'],'at-least':'6 weeks'},"
    "{'duration':['last','next'],'less-than':'42 days'}]}",
    "", "not-met", "" },
  { "'when':{'all':[{'duration':['last','next'],'at-least':'1 month'},"
    "{'duration':['last','next'],'at-most':'28 days'}]}",
    "", "unknown", "/last /next" },
  { "'when':{'all':[{'duration':['last','next'],'at-least':'1 month'},"
    "{'duration':['last','next'],'at-most':'28 days'}]}",
    "'last':'2024','next':'2024'", "not-met", "" },
  { "'when':{'all':[{'duration':['last','next'],'at-least':'6 weeks'},"
    "{'answer':'last','at-least':'2026-03-01'},{'answer':'next','at-most':'2026-04-01'}]}",
    "", "not-met", "" },
  { "'when':{'all':[{'duration':['last','next'],'at-least':'6 weeks'},"
    "{'answer':'last','at-least':'2026-03-01'},{'answer':'next','at-most':'2026-04-12'}]}",
    "", "unknown", "/last /next" },
  { "'when':{'any':[{'count':'trials','at-least':2},{'count':'trials','less-than':2}]}", "", "met",
    "" },
  { "'when':{'any':[{'not':{'count':'trials','distinct':'medicine.class','at-least':2}},"
    "{'count':'trials','distinct':'medicine','at-least':2}]}",
    "", "met", "" },
  { "'when':{'any':[{'not':{'count':'trials','distinct':'medicine','at-least':2}},"
    "{'count':'trials','at-least':2}]}",
    "", "met", "" },
};

static const Row bounds[] = {
  { "'when':" OLD, "'age':17", "not-met", "" },
  { "'when':" OLD, "'age':18", "met", "" },
  { "'when':{'answer':'age','more-than':18}", "'age':18", "not-met", "" },
  { "'when':{'answer':'age','more-than':18}", "'age':19", "met", "" },
  { "'when':{'answer':'age','at-most':18}", "'age':18", "met", "" },
  { "'when':{'answer':'age','at-most':18}", "'age':19", "not-met", "" },
  { "'when':{'answer':'age','less-than':18}", "'age':17", "met", "" },
  { "'when':{'answer':'age','less-than':18}", "'age':18", "not-met", "" },
  { "'when':{'answer':'age','is':18}", "'age':18", "met", "" },
  { "'when':{'answer':'age','is':18}", "'age':19", "not-met", "" },
  { "'when':{'answer':'age','at-least':0}", "", "met", "" },
  { "'when':{'answer':'age','at-most':120}", "", "met", "" },
  { "'when':{'answer':'weight','at-least':70.5}", "'weight':70.4", "not-met", "" },
  { "'when':{'answer':'weight','at-least':70.5}", "'weight':70.5", "met", "" },
  { "'when':{'answer':'weight','more-than':70.5}", "'weight':70.5", "not-met", "" },
  { "'when':{'answer':'weight','less-than':70.5}", "'weight':70.49", "met", "" },
  { "'when':{'answer':'weight','less-than':70.5}", "'weight':70.5", "not-met", "" },
  { "'when':{'answer':'last','at-least':'2026-03-01'}", "'last':'2026-02-28'", "not-met", "" },
  { "'when':{'answer':'last','at-least':'2026-03-01'}", "'last':'2026-03-01'", "met", "" },
  { "'when':{'answer':'last','more-than':'2026-03-01'}", "'last':'2026-03-01'", "not-met", "" },
  { "'when':{'answer':'last','less-than':'2026-03-01'}", "'last':'2026-03-01'", "not-met", "" },
  { "'when':{'answer':'last','at-most':'2026-03-01'}", "'last':'2026-03-01'", "met", "" },
  { "'when':{'answer':'last','at-least':'2026-03-01'}", "'last':'2026-03'", "met", "" },
  { "'when':{'answer':'last','at-least':'2026-03-02'}", "'last':'2026-03'", "unknown", "/last" },
  { "'when':{'answer':'last','at-least':'2026-03-02'}", "'last':'2026-02'", "not-met", "" },
  { "'when':{'answer':'last','within':'6 weeks'}", "'last':'2026-10-09'", "met", "" },
  { "'when':{'answer':'last','within':'6 weeks'}", "'last':'2026-10-08'", "not-met", "" },
  { "'when':{'answer':'last','within':'6 weeks'}", "'last':'2026-11-20'", "met", "" },
  { "'when':{'answer':'last','within':'6 weeks'}", "'last':'2026-11-21'", "not-met", "" },
  { "'when':{'answer':'last','within':'6 weeks'}", "'last':'2026-10'", "unknown", "/last" },
  { "'when':{'answer':'last','longer-ago-than':'6 weeks'}", "'last':'2026-10-09'", "not-met", "" },
  { "'when':{'answer':'last','longer-ago-than':'6 weeks'}", "'last':'2026-10-08'", "met", "" },
  { "'when':{'answer':'last','longer-ago-than':'9 months'}", "'last':'2026-02-20'", "not-met", "" },
  { "'when':{'answer':'last','longer-ago-than':'9 months'}", "'last':'2026-02-19'", "met", "" },
  { "'when':{'count':'trials','at-least':2}", LIST ("{},{}"), "met", "" },
  { "'when':{'count':'trials','at-least':2}", LIST ("{}"), "not-met", "" },
  { "'when':{'count':'trials','more-than':1}", LIST ("{}"), "not-met", "" },
  { "'when':{'count':'trials','at-most':1}", LIST ("{},{}"), "not-met", "" },
  { "'when':{'count':'trials','at-most':1}", LIST ("{}"), "met", "" },
  { "'when':{'count':'trials','less-than':1}", LIST (""), "met", "" },
};

static const Row durations[] = {
  { SIX_WEEKS, "'last':'2026-01-01','next':'2026-02-12'", "met", "" },
  { SIX_WEEKS, "'last':'2026-01-01','next':'2026-02-11'", "not-met", "" },
  { SIX_WEEKS, "'last':'2019-03','next':'2019-06'", "met", "" },
  { SIX_WEEKS, "'last':'2019','next':'2019'", "unknown", "/last /next" },
  { SIX_WEEKS, "'last':'2019','next':'2021'", "met", "" },
  { SIX_WEEKS, "'last':'2019','next':'2018'", "not-met", "" },
  { SIX_WEEKS, "'last':'2019-05-01','next':'2019-03-01'", "not-met", "" },
  { SIX_WEEKS, "'last':'2026-10-09','next':'ongoing'", "met", "" },
  { SIX_WEEKS, "'last':'2026-10-10','next':'ongoing'", "not-met", "" },
  { SIX_WEEKS, "'last':'2026-10','next':'ongoing'", "unknown", "/last" },
  { "'when':{'not':{'duration':['last','next'],'at-least':'6 weeks'}}",
    "'last':'2019-05-01','next':'2019-03-01'", "met", "" },
  { "'when':{'duration':['last','next'],'less-than':'6 weeks'}",
    "'last':'2019-05-01','next':'2019-03-01'", "not-met", "" },
  { "'when':{'duration':['last','next'],'at-least':'1 month'}",
    "'last':'2026-01-31','next':'2026-02-28'", "met", "" },
  { "'when':{'duration':['last','next'],'at-least':'1 month'}",
    "'last':'2026-01-31','next':'2026-02-27'", "not-met", "" },
  { "'when':{'duration':['last','next'],'more-than':'1 month'}",
    "'last':'2026-01-31','next':'2026-02-28'", "not-met", "" },
  { "'when':{'duration':['last','next'],'at-least':'1 year'}",
    "'last':'2024-02-29','next':'2025-02-28'", "met", "" },
};

#define WITHIN_A_YEAR "'when':{'answer':'last','within':'1 year'}"
#define SIX_WEEKS_TRIED                                                                            \
  "'when':{'count':'trials','where':{'duration':['started','stopped'],'at-least':'6 weeks'},"      \
  "'at-least':1}"

/* A year, or a year and a month, decides as soon as every day in it does. There is no way to write "the middle of 2019":
   it is written as the year. 20 November to 1 January is 42 days, and so is 31 March to 12 May. */
static const Row partial_dates[] = {
  { SIX_WEEKS, "'last':'2019-03','next':'2019-06'", "met", "" },
  { SIX_WEEKS, "'last':'2019-03','next':'2019-05'", "unknown", "/last /next" },
  { SIX_WEEKS, "'last':'2019-03','next':'2019'", "unknown", "/last /next" },
  { SIX_WEEKS, "'last':'2019','next':'2019'", "unknown", "/last /next" },
  { SIX_WEEKS, "'last':'2019','next':'2020'", "unknown", "/last /next" },
  { SIX_WEEKS, "'last':'2019','next':'2021'", "met", "" },
  { SIX_WEEKS, "'last':'2019-03','next':'2019-05-12'", "met", "" },
  { SIX_WEEKS, "'last':'2019-03','next':'2019-05-11'", "unknown", "/last" },
  { SIX_WEEKS, "'last':'2019-03-20','next':'2019-05'", "met", "" },
  { SIX_WEEKS, "'last':'2019-03-21','next':'2019-05'", "unknown", "/next" },
  { SIX_WEEKS, "'last':'2019-11-20','next':'2020'", "met", "" },
  { SIX_WEEKS, "'last':'2019-11-21','next':'2020'", "unknown", "/next" },
  { SIX_WEEKS, "'last':'2019','next':'2019-02-12'", "unknown", "/last" },
  { SIX_WEEKS, "'last':'2019','next':'2019-02-11'", "not-met", "" },
  { SIX_WEEKS, "'last':'2019','next':'2019-01'", "not-met", "" },
  { SIX_WEEKS, "'last':'2019-05','next':'2019-05'", "not-met", "" },
  { SIX_WEEKS, "'last':'2019-05','next':'2019-06'", "unknown", "/last /next" },
  { SIX_WEEKS, "'last':'2019-06','next':'2019-03'", "not-met", "" },
  { SIX_WEEKS, "'last':'2025','next':'ongoing'", "met", "" },
  { SIX_WEEKS, "'last':'2026','next':'ongoing'", "unknown", "/last" },
  { SIX_WEEKS, "'last':'2026-11','next':'ongoing'", "not-met", "" },
  { "'when':{'duration':['last','next'],'at-most':'1 month'}", "'last':'2019-03','next':'2019-03'",
    "unknown", "/last /next" },
  { "'when':{'not':{'duration':['last','next'],'more-than':'1 month'}}",
    "'last':'2019-03','next':'2019-03'", "met", "" },
  { WITHIN_A_YEAR, "'last':'2026'", "unknown", "/last" },
  { WITHIN_A_YEAR, "'last':'2025'", "unknown", "/last" },
  { WITHIN_A_YEAR, "'last':'2024'", "not-met", "" },
  { WITHIN_A_YEAR, "'last':'2027'", "not-met", "" },
  { WITHIN_A_YEAR, "'last':'2025-12'", "met", "" },
  { WITHIN_A_YEAR, "'last':'2025-11'", "unknown", "/last" },
  { WITHIN_A_YEAR, "'last':'2025-10'", "not-met", "" },
  { WITHIN_A_YEAR, "'last':'2026-11'", "unknown", "/last" },
  { SIX_WEEKS_TRIED, LIST ("{'started':'2019-03','stopped':'2019-06'}"), "met", "" },
  { SIX_WEEKS_TRIED, LIST ("{'started':'2019-03','stopped':'2019'}"), "unknown",
    "/trials/entries/0/started /trials/entries/0/stopped" },
  { SIX_WEEKS_TRIED, LIST ("{'started':'2019','stopped':'2019-01'}"), "not-met", "" },
  { SIX_WEEKS_TRIED, LIST ("{'started':'2025','stopped':'ongoing'}"), "met", "" },
};

/* Whatever the reason why an answer is unknown, it is as open as if nothing had been said. Without @open it is known
   what the criterion comes to. */
static const struct
{
  const char *when;
  const char *answers; /* %s is the unknown answer */
  const char *open;
} unknown_rows[] = {
  { "'when':" X, "'x':%s", "/x" },
  { "'when':" NOT_X, "'x':%s", "/x" },
  { "'when':" OLD, "'age':%s", "/age" },
  { "'when':{'answer':'weight','at-least':70.5}", "'weight':%s", "/weight" },
  { "'when':{'answer':'by','is':'gp'}", "'by':%s", "/by" },
  { SIX_WEEKS, "'last':%s,'next':'2019'", "/last /next" },
  { SIX_WEEKS, "'last':'2019-03-01','next':%s", "/next" },
  { "'when':{'all':[" X "," Z "]}", "'x':true,'z':%s", "/z" },
  { "'when':{'any':[" X "," NOT_X "]}", "'x':%s", NULL },
  { "'when':{'all':[" X "," Z "]}", "'x':false,'z':%s", NULL },
  { "'when':{'answer':'y','is':true}", "'x':%s,'y':true", "/x" },
  { "'when':{'answer':'y','is':true}", "'x':false,'y':%s", NULL },
  { "'applies-when':" X ",'when':" Z, "'x':%s,'z':true", "/x" },
  { "'when':{'count':'trials','at-least':1,'where':" WORKED "}", LIST ("{'worked':%s}"),
    "/trials/entries/0/worked" },
  { "'when':{'count':'trials','at-least':1,'where':{'answer':'medicine.class','is':'ssri'}}",
    LIST ("{'medicine':%s}"), "/trials/entries/0/medicine" },
  { SIX_WEEKS_TRIED, LIST ("{'started':%s,'stopped':'2019-06'}"),
    "/trials/entries/0/started "
    "/trials/entries/0/stopped" },
  { "'when':{'count':'trials','at-least':1}", "'trials':%s", "/trials/complete" },
  { "'when':{'count':'trials','at-most':1}", "'trials':%s", "/trials/complete" },
  { "'when':{'count':'trials','at-least':0}", "'trials':%s", NULL },
};

static const Row lists[] = {
  { TWO_TYPES, "", "unknown", "/trials/complete" },
  { "'when':{'count':'trials','at-least':100,'where':" WORKED "}", "", "unknown",
    "/trials/complete" },
  { TWO_TYPES, "'trials':{'unknown':'not-in-notes'}", "unknown", "/trials/complete" },
  { TWO_TYPES, LIST (TRIED "," SNRI), "met", "" },
  { TWO_TYPES, OPEN_LIST (TRIED "," SNRI), "met", "" },
  { TWO_TYPES, OPEN_LIST (TRIED "," SNRI ",{'medicine':'lithium'}"), "met", "" },
  { TWO_TYPES, OPEN_LIST (TRIED "," SNRI ",{}"), "met", "" },
  { TWO_TYPES, LIST (TRIED "," TRIED), "not-met", "" },
  { TWO_TYPES, OPEN_LIST (TRIED "," TRIED), "unknown", "/trials/complete" },
  { TWO_TYPES, OPEN_LIST ("{'medicine':'sertraline','worked':false}"), "unknown",
    "/trials/complete" },
  { TWO_TYPES, LIST (TRIED ",{'medicine':'citalopram'}"), "not-met", "" },
  { TWO_TYPES, LIST (TRIED ",{'medicine':'lithium'}"), "not-met", "" },
  { TWO_TYPES, LIST (TRIED ",{'medicine':'venlafaxine'}"), "unknown", "/trials/entries/1/worked" },
  { TWO_TYPES, LIST (TRIED ",{'worked':true}"), "unknown", "/trials/entries/1/medicine" },
  { TWO_TYPES, LIST (TRIED ",{'medicine':{'other':'Tianeptine'},'worked':true}"), "unknown",
    "/trials/entries/1/medicine" },
  { TWO_TYPES,
    LIST ("{'medicine':{'other':'Tianeptine'},'worked':true},{'medicine':{'other':' tianeptine "
          "'},'worked':true}"),
    "not-met", "" },
  { TWO_TYPES,
    LIST ("{'medicine':{'other':'Tianeptine'},'worked':true},{'medicine':{'other':'Ketamine'},'"
          "worked':true}"),
    "unknown", "/trials/entries/0/medicine /trials/entries/1/medicine" },
  { "'when':{'count':'trials','distinct':'medicine','at-least':2}",
    LIST ("{'medicine':{'other':'Tianeptine'}},{'medicine':'sertraline'}"), "met", "" },
  { "'when':{'count':'trials','distinct':'medicine','at-least':2}",
    LIST ("{'medicine':{'other':'Tianeptine'}},{'medicine':{'other':'TIANEPTINE'}}"), "not-met",
    "" },
  { "'when':{'count':'trials','where':{'not':{'answer':'medicine.class','is':'ssri'}},'at-least':"
    "1}",
    LIST ("{'medicine':{'other':'Tianeptine'}}"), "unknown", "/trials/entries/0/medicine" },
  { "'when':{'count':'trials','where':{'answer':'medicine','is':'sertraline'},'at-least':1}",
    LIST ("{'medicine':{'other':'Tianeptine'}}"), "not-met", "" },
  { "'when':{'count':'trials','at-most':1}", OPEN_LIST ("{},{}"), "not-met", "" },
  { "'when':{'count':'trials','at-most':1}", OPEN_LIST ("{}"), "unknown", "/trials/complete" },
  { "'when':{'count':'trials','where':{'duration':['started','stopped'],'at-least':'6 "
    "weeks'},'at-least':1}",
    LIST ("{'started':'2019','stopped':'2019'}"), "unknown",
    "/trials/entries/0/started /trials/entries/0/stopped" },
  { "'when':{'count':'trials','where':{'all':[" WORKED "," X "]},'at-least':1}", "'x':false",
    "not-met", "" },
  { "'when':{'count':'trials','where':{'all':[" WORKED "," X "]},'at-least':1}", "", "unknown",
    "/x /trials/complete" },
};

/* Values that can be exchanged are tried once; these cannot. */
static const Row alike[] = {
  { "'when':{'all':[{'count':'trials','distinct':'medicine','at-least':2},{'count':'trials','at-"
    "least':1,"
    "'where':{'all':[{'answer':'medicine','is':'citalopram'}," WORKED "]}}]}",
    LIST ("{'worked':true},{'worked':false}"), "unknown",
    "/trials/entries/0/medicine /trials/entries/1/medicine" },
  { "'when':{'count':'trials','distinct':'medicine','at-least':2,"
    "'where':{'answer':'medicine','in':['sertraline','citalopram']}}",
    LIST ("{},{}"), "unknown", "/trials/entries/0/medicine /trials/entries/1/medicine" },
  { "'when':{'count':'trials','distinct':'medicine','at-least':2,"
    "'where':{'not':{'answer':'medicine','in':['sertraline','citalopram','venlafaxine','lithium']}}"
    "}",
    LIST ("{},{}"), "unknown", "/trials/entries/0/medicine /trials/entries/1/medicine" },
  { "'when':{'count':'trials','distinct':'medicine','at-least':2,"
    "'where':{'not':{'answer':'medicine','in':['sertraline','citalopram','venlafaxine','lithium']}}"
    "}",
    LIST ("{'medicine':{'other':'A'}},{}"), "unknown", "/trials/entries/1/medicine" },
};

/* A hidden answer counts for nothing, and a test of it is false. */
static const Row hidden[] = {
  { "'when':{'answer':'y','is':true}", "'x':true,'y':true", "met", "" },
  { "'when':{'answer':'y','is':true}", "'x':false,'y':true", "not-met", "" },
  { "'when':{'answer':'y','is':true}", "'y':true", "unknown", "/x" },
  { "'when':{'answer':'y','is':true}", "'x':{'unknown':'awaiting'}", "unknown", "/x /y" },
  { "'when':{'answer':'y','is':false}", "'x':false,'y':false", "not-met", "" },
  { "'when':{'not':{'answer':'y','is':true}}", "'x':false,'y':true", "met", "" },
  { "'when':{'answer':'w','is':true}", "'z':false,'w':true", "not-met", "" },
  { "'when':{'answer':'w','is':true}", "'z':true,'w':true", "met", "" },
  { "'when':{'answer':'w','is':true}", "'w':true", "unknown", "/z" },
};

static const Row applying[] = {
  { "'applies-when':" X ",'when':" Z, "'x':false", "not-applicable", "" },
  { "'applies-when':" X ",'when':" Z, "'x':true,'z':true", "met", "" },
  { "'applies-when':" X ",'when':" Z, "'z':true", "unknown", "/x" },
  { "'applies-when':" X ",'when':" Z, "", "unknown", "/x /z" },
  { "'kind':'caution','when':" X, "'x':true", "present", "" },
  { "'kind':'caution','when':" X, "'x':false", "absent", "" },
  { "'kind':'caution','when':" X, "", "unknown", "/x" },
};

static void
check (const Row *row)
{
  g_autoptr (CritScreening) screening = fixture_screen (row->when, row->answers);
  const CritOutcome *outcome = fixture_get_outcome (screening);
  g_autofree char *open = fixture_dup_open (outcome);

  g_test_message ("%s with %s: %s", row->when, row->answers, outcome->reason);
  g_assert_cmpstr (crit_status_get_code (outcome->status), ==, row->status);
  g_assert_cmpstr (open, ==, row->open);
  g_assert_false (outcome->imprecise);
  g_assert_nonnull (outcome->reason);
}

#define TEST(table)                                                                                \
  static void test_##table (void)                                                                  \
  {                                                                                                \
    for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                               \
      check (&table[i]);                                                                           \
  }

static void
check_unknown (const char *when, const char *format, const char *open, const char *reason)
{
  g_autofree char *unknown = g_strdup_printf ("{'unknown':'%s'}", reason);
  g_autoptr (GString) answers = g_string_new (format);
  g_autoptr (CritScreening) screening = NULL;
  const CritOutcome *outcome = NULL;
  g_autofree char *found = NULL;

  g_string_replace (answers, "%s", unknown, 0);
  screening = fixture_screen (when, answers->str);
  outcome = fixture_get_outcome (screening);
  found = fixture_dup_open (outcome);

  g_test_message ("%s with %s: %s", when, answers->str, outcome->reason);
  g_assert_cmpint (outcome->status == CRIT_STATUS_UNKNOWN, ==, open != NULL);
  g_assert_cmpstr (found, ==, open != NULL ? open : "");
}

static void
test_unknown (void)
{
  static const char *const reasons[] = { "not-known", "not-in-notes", "awaiting", "conflicting" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown_rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (reasons); j++)
      check_unknown (unknown_rows[i].when, unknown_rows[i].answers, unknown_rows[i].open,
                     reasons[j]);
}

/* Past the bound of the search nothing is made up: the status is unknown, and says that this is not exact. */
static void
test_imprecise (void)
{
  g_autoptr (CritScreening) screening =
      fixture_screen ("'when':{'any':[{'count':'trials','at-least':1000000},{'count':'trials','"
                      "less-than':1000000}]}",
                      "");
  const CritOutcome *outcome = fixture_get_outcome (screening);

  g_assert_true (outcome->imprecise);
  g_assert_cmpint (outcome->status, ==, CRIT_STATUS_UNKNOWN);
  g_assert_cmpstr (outcome->reason, ==, "Cannot tell more precisely: too much is open at once.");
}

/* What is always true all the same, but not part by part, may take too long to see through. Then the list of what is open
 * holds what matters and perhaps more, and the outcome says so. */
static void
test_imprecise_list (void)
{
  g_autoptr (CritScreening) screening = fixture_screen (
      "'when':{'count':'trials','distinct':'medicine.class','more-than':2,'where':{'any':[" Z
      "," WORKED ",{'answer':'worked','is':false}]}}",
      "");
  const CritOutcome *outcome = fixture_get_outcome (screening);
  g_autofree char *open = fixture_dup_open (outcome);

  g_assert_cmpint (outcome->status, ==, CRIT_STATUS_UNKNOWN);
  g_assert_nonnull (strstr (open, "/trials/complete"));
  if (!outcome->imprecise)
    g_assert_cmpstr (open, ==, "/trials/complete");
}

TEST (connectives)
TEST (cases)
TEST (bounds)
TEST (durations)
TEST (partial_dates)
TEST (lists)
TEST (alike)
TEST (hidden)
TEST (applying)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meaning/connectives", test_connectives);
  g_test_add_func ("/meaning/cases", test_cases);
  g_test_add_func ("/meaning/bounds", test_bounds);
  g_test_add_func ("/meaning/durations", test_durations);
  g_test_add_func ("/meaning/partial-dates", test_partial_dates);
  g_test_add_func ("/meaning/unknown", test_unknown);
  g_test_add_func ("/meaning/lists", test_lists);
  g_test_add_func ("/meaning/alike", test_alike);
  g_test_add_func ("/meaning/hidden", test_hidden);
  g_test_add_func ("/meaning/applying", test_applying);
  g_test_add_func ("/meaning/imprecise", test_imprecise);
  g_test_add_func ("/meaning/imprecise-list", test_imprecise_list);
  return g_test_run ();
}
