/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-compare.h"

#include "fixture.h"
#include "random-record.h"
#include "random-rules.h"

#include "record/crit-record-file.h"

#include <string.h>

/* Criteria of which each can change its status in some row below. */
#define CRITERIA                                                                                   \
  "{'id':'k','kind':'requirement','text':'K','sources':[],'when':{'all':["                         \
  "{'answer':'age','at-least':18},{'answer':'x','is':true}]}},"                                    \
  "{'id':'types','kind':'requirement','text':'Types','sources':[],"                                \
  "'when':{'count':'trials','distinct':'medicine.class','at-least':2,"                             \
  "'where':{'all':[{'answer':'worked','is':false},"                                                \
  "{'duration':['started','stopped'],'at-least':'6 weeks'}]}}},"                                   \
  "{'id':'by','kind':'requirement','text':'By','sources':[],"                                      \
  "'applies-when':{'answer':'z','is':true},'when':{'answer':'by','in':['gp','clinic']}},"          \
  "{'id':'last','kind':'caution','text':'Last','sources':[],"                                      \
  "'when':{'answer':'last','within':'6 weeks'}},"                                                  \
  "{'id':'in-b','kind':'caution','text':'In B','sources':[],'when':{'answer':'w','is':true}},"     \
  "{'id':'both','kind':'requirement','text':'Both','sources':[],"                                  \
  "'when':{'all':[{'criterion':'k'},{'answer':'z','is':true}]}},"                                  \
  "{'id':'remark','kind':'note','text':'Remark','sources':[]}"

#define ANSWERS                                                                                    \
  "'x':true,'y':true,'z':true,'age':20,'weight':50,'by':'gp','last':'2026-11-01','w':true,"        \
  "'trials':{'complete':true,'entries':["                                                          \
  "{'medicine':'sertraline','worked':false,'started':'2025-01-01','stopped':'2025-02-20'},"        \
  "{'medicine':'venlafaxine','worked':false,'started':'2025-03-01','stopped':'2025-06-01'}]}"

/**
 * Row:
 * @changes: what stands in the rules, each exactly once, and what stands there in the newer ones
 * @expected: a line for each criterion that differs: id, former and newer status, and for each cause its code and
 *   sentence
 */
typedef struct
{
  const char *name;
  const char *changes[6];
  const char *expected;
  const char *date;
} Row;

static const Row rows[] = {
  { "nothing", { "'title':'r'", "'title':'s'" }, "" },
  { "a bound",
    { "'age','at-least':18", "'age','at-least':21" },
    "k met not-met bound-changed: The rule changed: of “Age”, “18 or over” became “21 or "
    "over”.\nboth met not-met bound-changed: It depends on “K”, and the rule of that changed: of "
    "“Age”, “18 or over” became “21 or over”.\n" },
  { "a length of time",
    { "'6 weeks'}]}", "'8 weeks'}]}" },
    "types met not-met bound-changed: The rule changed: of “From Started to Stopped”, “6 weeks or "
    "more” became “8 weeks or more”.\n" },
  { "how many are counted",
    { "'medicine.class','at-least':2", "'medicine.class','at-least':3" },
    "types met not-met bound-changed: The rule changed: of “Antidepressants”, “2 or more” became "
    "“3 or more”.\n" },
  { "one that makes no difference", { "'age','at-least':18", "'age','at-least':19" }, "" },
  { "two, of which one makes the difference",
    { "'age','at-least':18},{'answer':'x','is':true}",
      "'age','at-least':19},{'answer':'x','is':false}" },
    "k met not-met rule-changed: The rule changed: “Is it so? Yes” became “Is it so? No”.\nboth "
    "met not-met rule-changed: It depends on “K”, and the rule of that changed: “Is it so? Yes” "
    "became “Is it so? No”.\n" },
  { "two, of which each would be enough",
    { "'age','at-least':18},{'answer':'x','is':true}",
      "'age','at-least':21},{'answer':'x','is':false}" },
    "k met not-met bound-changed: The rule changed: of “Age”, “18 or over” became “21 or over”. "
    "rule-changed: The rule changed: “Is it so? Yes” became “Is it so? No”.\nboth met not-met "
    "bound-changed: It depends on “K”, and the rule of that changed: of “Age”, “18 or over” became "
    "“21 or over”. rule-changed: It depends on “K”, and the rule of that changed: “Is it so? Yes” "
    "became “Is it so? No”.\n" },
  { "a part that is new",
    { "'at-least':18},{'answer':'x'", "'at-least':18},{'answer':'y','is':false},{'answer':'x'" },
    "k met not-met rule-changed: The rule changed: “Another: No” is new.\nboth met not-met "
    "rule-changed: It depends on “K”, and the rule of that changed: “Another: No” is new.\n" },
  { "a part that is gone",
    { "{'answer':'worked','is':false},{'duration'", "{'duration'", "'medicine.class','at-least':2",
      "'medicine.class','at-most':1" },
    "types met not-met bound-changed: The rule changed: of “Antidepressants”, “2 or more” became "
    "“1 or fewer”.\n" },
  { "a group by itself",
    { "'when':{'answer':'last','within':'6 weeks'}",
      "'when':{'all':[{'answer':'last','within':'6 weeks'},{'answer':'x','is':false}]}" },
    "last present absent rule-changed: The rule changed: “Is it so? No” is new.\n" },
  { "a group in another",
    { "'when':{'all':[{'answer':'age','at-least':18},{'answer':'x','is':true}]}",
      "'when':{'any':[{'all':[{'answer':'age','at-least':30},{'answer':'x','is':true}]},{'answer':'"
      "weight','more-than':60}]}" },
    "k met not-met bound-changed: The rule changed: of “Age”, “18 or over” became “30 or "
    "over”.\nboth met not-met bound-changed: It depends on “K”, and the rule of that changed: of "
    "“Age”, “18 or over” became “30 or over”.\n" },
  { "how many of a group",
    { "{'all':[{'criterion':'k'},{'answer':'z','is':true}]}",
      "{'not':{'all':[{'criterion':'k'},{'answer':'z','is':true}]}}" },
    "both met not-met rule-changed: The rule changed: “all of these: K; A third: Yes” became “not "
    "so: all of these: K; A third: Yes”.\n" },
  { "a question that is new",
    { "{'id':'z','type'", "{'id':'new','type':'boolean','text':'New one'},{'id':'z','type'",
      "'at-least':18},{'answer':'x'", "'at-least':18},{'answer':'new','is':true},{'answer':'x'" },
    "k met unknown question-new: The rule changed: “New one: Yes” is new, and so is the question "
    "“New one”.\nboth met unknown question-new: It depends on “K”, and the rule of that changed: "
    "“New one: Yes” is new, and so is the question “New one”.\n" },
  { "a question that is gone",
    { "{'id':'w','type':'boolean','text':'In B'}", "{'id':'v','type':'boolean','text':'In B too'}",
      "'when':{'answer':'w','is':true}", "'when':{'answer':'y','is':false}" },
    "in-b present absent question-removed: The rule changed: “In B: Yes” became “Another: No”.\n" },
  { "a question with another id",
    { "{'id':'w','type':'boolean','text':'In B'}", "{'id':'v','type':'boolean','text':'In B'}",
      "'when':{'answer':'w','is':true}", "'when':{'answer':'v','is':true}" },
    "in-b present unknown question-new: The rule changed: “In B: Yes” is now about another "
    "question, in the same words.\n" },
  { "an option with another code",
    { "{'code':'gp','text':'GP'},", "{'code':'doctor','text':'GP'},", "'in':['gp','clinic']",
      "'in':['doctor','clinic']" },
    "by met unknown option-gone: “Referred by” no longer has the option “GP”. rule-changed: The "
    "rule changed: “Referred by: GP; Clinic” now means something else, in the same words.\n" },
  { "an option that is gone",
    { "{'code':'gp','text':'GP'},", "", "'in':['gp','clinic']", "'in':['clinic']" },
    "by met unknown option-gone: “Referred by” no longer has the option “GP”. rule-changed: The "
    "rule changed: “Referred by: GP; Clinic” became “Referred by: Clinic”.\n" },
  { "what belongs to an option",
    { "'text':'Venlafaxine','class':'snri'", "'text':'Venlafaxine','class':'ssri'" },
    "types met not-met option-changed: Of “Medicine”, what belongs to the option “Venlafaxine” "
    "changed.\n" },
  { "a limit",
    { "'minimum':0,'maximum':120", "'minimum':25,'maximum':120", "'age','at-least':18",
      "'age','at-least':26" },
    "k met unknown limit-changed: The lowest answer to “Age” that is taken was “0”, and is “25” "
    "now. bound-changed: The rule changed: of “Age”, “18 or over” became “26 or over”.\nboth met "
    "unknown limit-changed: The lowest answer to “Age” that is taken was “0”, and is “25” now. "
    "bound-changed: It depends on “K”, and the rule of that changed: of “Age”, “18 or over” became "
    "“26 or over”.\n" },
  { "another kind of answer",
    { "{'id':'w','type':'boolean','text':'In B'}", "{'id':'w','type':'integer','text':'In B'}",
      "{'answer':'w','is':true}", "{'answer':'w','is':1}" },
    "in-b present unknown question-changed: “In B” asks for another kind of answer. rule-changed: "
    "The rule changed: “In B: Yes” became “In B: exactly 1”.\n" },
  { "when it applies",
    { "'applies-when':{'answer':'z','is':true}", "'applies-when':{'answer':'z','is':false}" },
    "by met not-applicable applies-when-changed: The rule for when it applies changed: “A third: "
    "Yes” became “A third: No”.\n" },
  { "when a section is asked",
    { "'title':'B','shown-when':{'answer':'z','is':true}",
      "'title':'B','shown-when':{'answer':'z','is':false}" },
    "in-b present absent shown-when-changed: The rule for when the section “B” is asked changed: "
    "“A third: Yes” became “A third: No”.\n" },
  { "when a question is asked",
    { "'text':'Last event'}", "'text':'Last event','shown-when':{'answer':'x','is':false}}" },
    "last present absent shown-when-changed: The rule for when “Last event” is asked changed: “Is "
    "it so? No” is new.\n" },
  { "where a question stands",
    { "'title':'B','shown-when':{'answer':'z','is':true},'questions':[",
      "'title':'B','shown-when':{'answer':'z','is':false},'questions':[{'id':'last','type':'date','"
      "text':'Last event'},",
      "{'id':'last','type':'date','text':'Last event'},{'id':'next'", "{'id':'next'" },
    "last present absent question-changed: “Last event” moved from the section “A” to “B”. "
    "shown-when-changed: The rule for when the section “B” is asked changed: “A third: Yes” became "
    "“A third: No”.\nin-b present absent shown-when-changed: The rule for when the section “B” is "
    "asked changed: “A third: Yes” became “A third: No”.\n" },
  { "the kind",
    { "'id':'last','kind':'caution'", "'id':'last','kind':'requirement'" },
    "last present met kind-changed: It was a point to discuss, and is a requirement now.\n" },
  { "a note that is a criterion now",
    { "'id':'remark','kind':'note','text':'Remark'",
      "'id':'remark','kind':'caution','text':'Remark','when':{'answer':'x','is':true}" },
    "remark - present kind-changed: It was a note before, without a status.\n" },
  { "a criterion that is new, and one that is gone",
    { "'id':'last','kind'", "'id':'latest','kind'" },
    "latest - present criterion-new: This criterion is new.\nlast present - criterion-removed: "
    "This criterion was removed.\n" },
  { "the date",
    { "'title':'r'", "'title':'s'" },
    "last present absent date-passed: Time has passed from 20 November 2026 to 1 March 2027.\n",
    "2027-03-01" },
  { "the date and the rule",
    { "'within':'6 weeks'", "'within':'3 weeks'" },
    "last present absent bound-changed: The rule changed: of “Last event”, “6 weeks ago or less” "
    "became “3 weeks ago or less”. date-passed: Time has passed from 20 November 2026 to 26 "
    "November 2026.\n",
    "2026-11-26" },
};

static GBytes *
replace (GBytes *text, const char *from, const char *to)
{
  g_autofree char *json_from = g_strdelimit (g_strdup (from), "'", '"');
  g_autofree char *json_to = g_strdelimit (g_strdup (to), "'", '"');
  gsize length = 0;
  const char *data = g_bytes_get_data (text, &length);
  GString *changed = g_string_new_len (data, (gssize) length);
  guint n = g_string_replace (changed, json_from, json_to, 0);

  g_assert_cmpuint (n, ==, 1);
  return g_string_free_to_bytes (changed);
}

static CritRules *
load (GBytes *text)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = crit_rules_load (text, findings);

  for (guint i = 0; rules == NULL && i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (findings->pdata[i], "newer");

      g_test_message ("%s", line);
    }
  return rules;
}

static CritRules *
load_newer (CritRules *former, const Row *row)
{
  g_autoptr (GBytes) text = g_bytes_ref (former->text);
  CritRules *newer = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (row->changes) && row->changes[i] != NULL; i += 2)
    {
      GBytes *changed = replace (text, row->changes[i], row->changes[i + 1]);

      g_bytes_unref (text);
      text = changed;
    }
  newer = load (text);
  g_assert_nonnull (newer);
  return newer;
}

static const char *
get_code (const CritOutcome *outcome)
{
  return outcome != NULL ? crit_status_get_code (outcome->status) : "-";
}

static char *
dup_told (CritComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->criteria->len; i++)
    {
      const CritComparedCriterion *compared = comparison->criteria->pdata[i];

      if (!crit_compared_criterion_differs (compared))
        {
          g_assert_cmpuint (compared->causes->len, ==, 0);
          continue;
        }
      g_string_append_printf (text, "%s %s %s", crit_compared_criterion_get (compared)->id,
                              get_code (compared->former), get_code (compared->newer));
      for (guint j = 0; j < compared->causes->len; j++)
        {
          const CritCause *cause = compared->causes->pdata[j];

          g_string_append_printf (text, " %s: %s", crit_cause_get_code (cause->kind),
                                  cause->sentence);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_causes (gconstpointer data)
{
  const Row *row = data;
  CritDate date = { 2026, 11, 20 };
  g_autoptr (CritRules) former = fixture_load_rules (CRITERIA);
  g_autoptr (CritRules) newer = load_newer (former, row);
  g_autoptr (CritRecord) record = fixture_read_record (former, ANSWERS);
  g_autoptr (CritComparison) comparison = NULL;
  g_autofree char *told = NULL;

  if (row->date != NULL)
    g_assert_true (crit_date_parse (row->date, &date));
  comparison = crit_compare (record, newer, date);
  told = dup_told (comparison);
  g_assert_cmpstr (told, ==, row->expected);
}

/* What is compared stays as it was, and so does what was found out about it. */
static void
test_kept (void)
{
  g_autoptr (CritRules) former = fixture_load_rules (CRITERIA);
  g_autoptr (CritRules) newer = load_newer (former, &rows[1]);
  g_autoptr (CritRecord) record = fixture_read_record (former, ANSWERS);
  g_autofree char *before = crit_record_dup_answers_digest (record);
  g_autoptr (CritComparison) comparison =
      crit_compare (record, newer, crit_record_get_date (record));
  g_autofree char *after = crit_record_dup_answers_digest (record);

  g_assert_cmpstr (after, ==, before);
  g_assert_true (crit_record_get_rules (record) == former);
  g_assert_true (crit_screening_get_rules (comparison->former) == former);
  g_assert_true (crit_screening_get_rules (comparison->newer) == newer);
  g_assert_cmpuint (comparison->lost->len, ==, 0);
  g_assert_cmpuint (crit_comparison_count_unchanged (comparison), ==, 4);
}

static void
test_lost (void)
{
  static const Row row = { "",
                           { "'minimum':0,'maximum':120", "'minimum':25,'maximum':120",
                             "'age','at-least':18", "'age','at-least':26" } };
  g_autoptr (CritRules) former = fixture_load_rules (CRITERIA);
  g_autoptr (CritRules) newer = load_newer (former, &row);
  g_autoptr (CritRecord) record = fixture_read_record (former, ANSWERS);
  g_autoptr (CritComparison) comparison =
      crit_compare (record, newer, crit_record_get_date (record));

  g_assert_cmpuint (comparison->lost->len, ==, 1);
}

static CritRecord *
read_random_record (CritRules *rules, GRand *random)
{
  CritRecord *record = NULL;

  while (record == NULL)
    {
      g_autofree char *text = random_record_dup_text (random);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      record = crit_record_read (bytes, rules, findings);
    }
  return record;
}

static CritRules *
load_random_rules (GRand *random)
{
  CritRules *rules = NULL;

  while (rules == NULL)
    {
      g_autofree char *text = random_rules_dup_text (random);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      rules = crit_rules_load (bytes, findings);
    }
  return rules;
}

/* The search undoes everything at once where nothing alone is enough, and so it always finds something: woven rules mean
   what the rules mean that they were woven from. */
static void
test_random (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_differing = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (CritRules) former = load_random_rules (random);
      g_autoptr (CritRules) newer = load_random_rules (random);
      g_autoptr (CritRecord) record = read_random_record (former, random);
      CritDate date = crit_record_get_date (record);
      g_autoptr (CritComparison) comparison = NULL;

      if (i % 2 == 0)
        date = crit_date_from_day (crit_date_get_first_day (date) + 2);
      comparison = crit_compare (record, newer, date);
      for (guint j = 0; j < comparison->criteria->len; j++)
        {
          const CritComparedCriterion *compared = comparison->criteria->pdata[j];
          const CritCause *cause = NULL;

          if (!crit_compared_criterion_differs (compared))
            continue;
          n_differing++;
          g_assert_cmpuint (compared->causes->len, >, 0);
          cause = compared->causes->pdata[0];
          g_assert_null (strstr (cause->sentence, "something on which it depends"));
        }
    }
  g_test_message ("%u criteria differ", n_differing);
  g_assert_cmpuint (n_differing, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("/compare/causes/%s", rows[i].name);

      g_test_add_data_func (name, &rows[i], test_causes);
    }
  g_test_add_func ("/compare/kept", test_kept);
  g_test_add_func ("/compare/lost", test_lost);
  g_test_add_func ("/compare/random", test_random);
  return g_test_run ();
}
