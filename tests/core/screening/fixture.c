/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <string.h>

#include "record/crit-record-file.h"

/* In these texts ' stands for ". */
static const char *const head =
    "{'format':'criteria-rules/1','id':'r','version':'1','title':'r','language':'en-GB',"
    "'status':'draft','effective-from':'2024-01-01','review-by':'2030-01-01','about':'r',"
    "'sources':[{'id':'q','title':'q','publisher':'q','published':'2024','retrieved':'2024-01-01'}]"
    ","
    "'option-sets':{'medicines':["
    "{'code':'sertraline','text':'Sertraline','class':'ssri'},"
    "{'code':'citalopram','text':'Citalopram','class':'ssri'},"
    "{'code':'venlafaxine','text':'Venlafaxine','class':'snri'},"
    "{'code':'lithium','text':'Lithium'}]},"
    "'sections':[{'id':'a','title':'A','questions':["
    "{'id':'x','type':'boolean','text':'Is it so?'},"
    "{'id':'y','type':'boolean','text':'Another','shown-when':{'answer':'x','is':true}},"
    "{'id':'z','type':'boolean','text':'A third'},"
    "{'id':'age','type':'integer','text':'Age','minimum':0,'maximum':120},"
    "{'id':'weight','type':'decimal','text':'Weight','unit':'kg'},"
    "{'id':'by','type':'choice','text':'Referred by','options':["
    "{'code':'gp','text':'GP'},{'code':'self','text':'Self'},{'code':'clinic','text':'Clinic'}]},"
    "{'id':'last','type':'date','text':'Last event'},"
    "{'id':'next','type':'date','text':'Next event','ongoing':true},"
    "{'id':'about','type':'text','text':'About'}]},"
    "{'id':'b','title':'B','shown-when':{'answer':'z','is':true},'questions':["
    "{'id':'w','type':'boolean','text':'In B'}]},"
    "{'id':'c','title':'C','questions':["
    "{'id':'trials','type':'list','text':'Which were tried?','label':'Antidepressants',"
    "'item':'antidepressant','questions':["
    "{'id':'medicine','type':'choice','text':'Medicine','options':'medicines','other':true},"
    "{'id':'worked','type':'boolean','text':'Did it work?'},"
    "{'id':'started','type':'date','text':'Started'},"
    "{'id':'stopped','type':'date','text':'Stopped','ongoing':true}]}]}],"
    "'criteria':[";

static GBytes *
make_text (const char *before, const char *middle, const char *after)
{
  char *text = g_strconcat (before, middle, after, NULL);

  g_strdelimit (text, "'", '"');
  return g_bytes_new_take (text, strlen (text));
}

static void
show_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (findings->pdata[i], "fixture");

      g_test_message ("%s", line);
    }
}

/**
 * fixture_load_rules:
 * @criteria: criteria, with ' for "
 *
 * Returns: (transfer full): rules with many kinds of questions and those criteria
 */
CritRules *
fixture_load_rules (const char *criteria)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) text = make_text (head, criteria, "],'cases':[]}");
  CritRules *rules = crit_rules_load (text, findings);

  if (rules == NULL)
    show_findings (findings);
  g_assert_nonnull (rules);
  return rules;
}

/**
 * fixture_read_record:
 * @rules: rules
 * @answers: members of the answers, with ' for "
 *
 * Returns: (transfer full): a record of 20 November 2026
 */
CritRecord *
fixture_read_record (CritRules *rules, const char *answers)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) text =
      make_text ("{'reference':'A-17','date':'2026-11-20','answers':{", answers, "}}");
  CritRecord *record = crit_record_read (text, rules, findings);

  if (record == NULL)
    show_findings (findings);
  g_assert_nonnull (record);
  return record;
}

/**
 * fixture_screen:
 * @when: members of a requirement, with ' for ": "'when':{…}" and what else it has
 * @answers: members of the answers, with ' for "
 *
 * Returns: (transfer full): the screening
 */
CritScreening *
fixture_screen (const char *when, const char *answers)
{
  g_autofree char *criterion = g_strconcat (
      strstr (when, "'kind'") == NULL ? "{'kind':'requirement'," : "{",
      "'id':'k','text':'k','sources':[{'source':'q','certainty':'verified'}],", when, "}", NULL);
  g_autoptr (CritRules) rules = fixture_load_rules (criterion);
  g_autoptr (CritRecord) record = fixture_read_record (rules, answers);

  return crit_screening_new (record);
}

/**
 * fixture_get_outcome:
 * @screening: a screening
 *
 * Returns: the outcome of the first criterion
 */
const CritOutcome *
fixture_get_outcome (CritScreening *screening)
{
  const CritRules *rules = crit_screening_get_rules (screening);

  return crit_screening_get_outcome (screening, rules->criteria->pdata[0]);
}

/**
 * fixture_dup_open:
 * @outcome: an outcome
 *
 * Returns: (transfer full): what still matters, as JSON Pointers in the order given, with spaces between
 */
char *
fixture_dup_open (const CritOutcome *outcome)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outcome->open->len; i++)
    {
      g_autofree char *pointer =
          crit_place_dup_pointer (&g_array_index (outcome->open, CritPlace, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", pointer);
    }
  return g_string_free (text, FALSE);
}
