/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "json/crit-finding.h"
#include "screening/crit-analysis.h"

#include <string.h>

/* The members of a criterion, with ' for ", and the code of what is found out about it; NULL for nothing. */
typedef struct
{
  const char *name;
  const char *members;
  const char *code;
} Example;

#define NEVER "{'all':[{'answer':'x','is':true},{'answer':'x','is':false}]}"
#define ALWAYS "{'any':[{'answer':'x','is':true},{'answer':'x','is':false}]}"
#define KIND(kind) "'kind':'" kind "',"
#define WHEN(condition) "'when':" condition
#define APPLIES(condition) "'applies-when':" condition

static const Example examples[] = {
  { "plain", KIND ("requirement") WHEN ("{'answer':'x','is':true}"), NULL },
  { "never", KIND ("requirement") WHEN (NEVER), "never-met" },
  { "always", KIND ("requirement") WHEN (ALWAYS), "always-met" },
  { "caution-never", KIND ("caution") WHEN (NEVER), "never-met" },
  { "caution-always", KIND ("caution") WHEN (ALWAYS), "always-met" },
  { "note-plain", KIND ("note") APPLIES ("{'answer':'x','is':true}"), NULL },
  { "note-without-condition", KIND ("note") "'help':'h'", NULL },
  { "note-never", KIND ("note") APPLIES (NEVER), "never-applies" },
  { "note-always", KIND ("note") APPLIES (ALWAYS), "always-applies" },
  { "applies-never", KIND ("requirement") APPLIES (NEVER) "," WHEN ("{'answer':'z','is':true}"),
    "never-applies" },
  /* What is not shown is neither true nor false: no answer to y can be given without x. */
  { "hidden",
    KIND ("requirement") WHEN ("{'all':[{'answer':'y','is':true},{'answer':'x','is':false}]}"),
    "never-met" },
  { "hidden-tautology",
    KIND ("requirement") WHEN ("{'any':[{'answer':'y','is':true},{'answer':'y','is':false}]}"),
    NULL },
  { "outside-range", KIND ("requirement") WHEN ("{'not':{'answer':'age','at-most':120}}"),
    "never-met" },
  { "count-of-nothing", KIND ("requirement") WHEN ("{'count':'trials','at-least':0}"),
    "always-met" },
  { "two-counts-at-odds",
    KIND ("requirement")
        WHEN ("{'all':[{'count':'trials','where':{'answer':'medicine.class','is':'ssri'},"
              "'at-least':1},{'count':'trials','at-most':0}]}"),
    "never-met" },
  { "dates",
    KIND ("requirement") WHEN ("{'all':[{'answer':'last','within':'1 year'},"
                               "{'answer':'last','longer-ago-than':'1 year'}]}"),
    "never-met" },
  { "searched",
    KIND ("requirement")
        WHEN ("{'all':[{'count':'trials','at-least':3},{'not':{'count':'trials','at-least':3}}]}"),
    "never-met" },
  /* Too many entries to search through: nothing is claimed. */
  { "not-searched",
    KIND ("requirement") WHEN (
        "{'all':[{'count':'trials','at-least':300},{'not':{'count':'trials','at-least':300}}]}"),
    NULL },
};

/* The fixture has no cases, so each of its bounds is pointed out; that is looked at elsewhere. */
static void
leave_out_bounds (GPtrArray *findings)
{
  for (guint i = findings->len; i > 0; i--)
    {
      const CritFinding *finding = g_ptr_array_index (findings, i - 1);

      if (g_str_equal (finding->code, "bound-without-case"))
        g_ptr_array_remove_index (findings, i - 1);
    }
}

static void
test_example (gconstpointer data)
{
  const Example *example = data;
  g_autofree char *criterion = g_strconcat ("{'id':'k','text':'k',", example->members, "}", NULL);
  g_autoptr (CritRules) rules = fixture_load_rules (criterion);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  const CritFinding *finding = NULL;

  crit_analysis_report (rules, crit_date_today (), findings);
  leave_out_bounds (findings);
  g_assert_cmpuint (findings->len, ==, example->code != NULL ? 1 : 0);
  if (example->code == NULL)
    return;
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->code, ==, example->code);
  g_assert_cmpstr (finding->pointer, ==, "/criteria/0");
  g_assert_cmpint (finding->severity, ==, CRIT_SEVERITY_WARNING);
  g_assert_nonnull (strstr (finding->message, "1 January 2024"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/", examples[i].name, NULL);

      g_test_add_data_func (path, &examples[i], test_example);
    }
  return g_test_run ();
}
