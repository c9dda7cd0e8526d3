/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-noticing.h"

#include "fixture.h"

#include "json/crit-finding.h"
#include "screening/crit-defects.h"

/* Criteria in which some defects make no difference to any record, and some do. */
typedef struct
{
  const char *name;
  const char *criteria;
} Row;

#define CRITERION(id, members)                                                                     \
  "{'id':'" id "','kind':'requirement','text':'k','sources':[],'when':" members "}"
#define K(members) CRITERION ("k", members)
#define X "{'answer':'x','is':true}"
#define Y "{'answer':'y','is':true}"
#define Z "{'answer':'z','is':true}"
#define FAILED "{'answer':'worked','is':false}"
#define SSRI "{'answer':'medicine.class','is':'ssri'}"

static const Row rows[] = {
  { "test", K (X) },
  { "nothing that can be wrong", K ("{'criterion':'l'}") "," CRITERION ("l", X) },
  { "shown by another", K (Y) },
  { "shown by its section", K ("{'answer':'w','is':true}") },
  { "applies only where it is shown", K (Y ",'applies-when':" X) },
  { "applies where it is not shown", K ("{'not':" Y "},'applies-when':{'not':" X "}") },
  { "part twice", K ("{'all':[" X "," X "]}") },
  { "part in a part", K ("{'all':[" X ",{'any':[" X "," Z "]}]}") },
  { "part that says no more where it applies", K ("{'all':[" X "," Z "]},'applies-when':" X) },
  { "the lowest there is", K ("{'answer':'age','at-least':0}") },
  { "almost the highest there is", K ("{'answer':'age','less-than':120}") },
  { "bounds in bounds",
    K ("{'all':[{'answer':'age','at-least':18},{'answer':'age','at-least':1}]}") },
  { "one value of one",
    K ("{'count':'trials','at-least':1,'distinct':'medicine','where':" FAILED "}") },
  { "two values", K ("{'count':'trials','at-least':2,'distinct':'medicine','where':" FAILED "}") },
  { "entries, said twice",
    K ("{'count':'trials','at-least':1,'where':{'all':[" FAILED "," FAILED "]}}") },
  { "entries of a class",
    K ("{'count':'trials','at-least':1,'where':{'all':[" FAILED "," SSRI "]}}") },
  { "another that does not apply",
    K ("{'all':[{'criterion':'l'}," X
       "]}") "," CRITERION ("l", "{'any':[" X "," Z "]},'applies-when':{'not':" X "}") },
};

static const char *const ages[] = { "0", "1", "2", "17", "18", "19", "118", "119", "120" };
static const char *const trials[] = {
  "",
  "{'medicine':'sertraline','worked':false}",
  "{'medicine':'sertraline','worked':true}",
  "{'medicine':'venlafaxine','worked':false}",
  "{'medicine':'sertraline','worked':false},{'medicine':'sertraline','worked':false}",
  "{'medicine':'sertraline','worked':false},{'medicine':'citalopram','worked':false}",
  "{'medicine':'sertraline','worked':false},{'medicine':'citalopram','worked':true}",
  "{'medicine':'sertraline','worked':false},{'medicine':'citalopram','worked':false},"
  "{'medicine':'lithium','worked':false}",
};

static CritRecord *
make_record (CritRules *rules, guint bits, const char *age, const char *entries)
{
  g_autofree char *answers = g_strdup_printf (
      "'x':%s,'y':%s,'z':%s,'w':%s,'age':%s,'trials':{'entries':[%s],'complete':true}",
      bits & 1 ? "true" : "false", bits & 2 ? "true" : "false", bits & 4 ? "true" : "false",
      bits & 8 ? "true" : "false", age, entries);

  return fixture_read_record (rules, answers);
}

/* Enough records to show everything that the criteria above can come to. */
static GPtrArray *
make_records (CritRules *rules)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint bits = 0; bits < 16; bits++)
    for (guint i = 0; i < MAX (G_N_ELEMENTS (ages), G_N_ELEMENTS (trials)); i++)
      g_ptr_array_add (records, make_record (rules, bits, ages[i % G_N_ELEMENTS (ages)],
                                             trials[i % G_N_ELEMENTS (trials)]));
  return records;
}

static char *
dup_statuses (const CritRules *rules, CritRecord *record)
{
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritOutcome *outcome =
          crit_screening_get_outcome (screening, rules->criteria->pdata[i]);

      g_string_append_printf (text, "%s ", crit_status_get_code (outcome->status));
    }
  return g_string_free (text, FALSE);
}

static gboolean
makes_a_difference (const CritRules *rules, GPtrArray *records, CritDefect *defect)
{
  gboolean difference = FALSE;

  for (guint i = 0; i < records->len && !difference; i++)
    {
      g_autofree char *before = dup_statuses (rules, records->pdata[i]);
      g_autofree char *after = NULL;

      crit_defect_swap (defect);
      after = dup_statuses (rules, records->pdata[i]);
      crit_defect_swap (defect);
      difference = !g_str_equal (before, after);
    }
  return difference;
}

/* Without cases nothing is noticed: every defect is reported that makes a difference to some record, and no other. */
static void
test_harmless (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (CritRules) rules = fixture_load_rules (row->criteria);
  g_autoptr (GPtrArray) records = make_records (rules);
  g_autoptr (GPtrArray) defects = crit_defects_of_rules (rules);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritNoticing noticing = crit_noticing_report (rules, (CritDate){ 2026, 11, 20 }, findings);
  guint differences = 0;

  for (guint i = 0; i < defects->len; i++)
    differences += makes_a_difference (rules, records, defects->pdata[i]);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((const CritFinding *) findings->pdata[i])->message);
  g_assert_cmpuint (noticing.noticed, ==, 0);
  g_assert_cmpuint (noticing.unnoticed, ==, differences);
  g_assert_cmpuint (noticing.harmless, ==, defects->len - differences);
  g_assert_cmpuint (findings->len, ==, differences);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup (rows[i].name);
      g_autofree char *path = g_strconcat ("/noticing/", g_strdelimit (name, " ", '-'), NULL);

      g_test_add_data_func (path, &rows[i], test_harmless);
    }
  return g_test_run ();
}
