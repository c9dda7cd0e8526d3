/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-defects.h"

#include "fixture.h"

#include <string.h>

/* What can go wrong in the four conditions that all rules of the fixture begin with: y and B are shown when something is. */
#define BEFORE                                                                                     \
  "“shown-when” is left out.\n“is” true becomes false.\n"                                  \
  "“shown-when” is left out.\n“is” true becomes false.\n"

typedef struct
{
  const char *members;
  const char *sentences;
} Row;

#define X "{'answer':'x','is':true}"
#define Z "{'answer':'z','is':false}"

static const Row rows[] = {
  { "'when':" X, "“is” true becomes false.\n" },
  { "'when':" Z, "“is” false becomes true.\n" },
  { "'when':{'not':" X "}", "“not” is left out.\n“is” true becomes false.\n" },
  { "'when':{'all':[" X "," Z "]}",
    "“all” becomes “any”.\nThis one of several conditions is left out.\nThis one of several "
    "conditions is left out.\n“is” true becomes false.\n“is” false becomes true.\n" },
  { "'when':{'any':[" X "," Z "]}",
    "“any” becomes “all”.\nThis one of several conditions is left out.\nThis one of several "
    "conditions is left out.\n“is” true becomes false.\n“is” false becomes true.\n" },
  { "'when':{'any':[" X "]}", "“is” true becomes false.\n" },
  { "'when':{'at-least':1,'of':[" X "," Z "]}",
    "“at-least” 1 becomes 2.\nThis one of several conditions is left out.\nThis one of several "
    "conditions is left out.\n“is” true becomes false.\n“is” false becomes true.\n" },
  { "'when':{'at-least':2,'of':[" X "," Z "]}",
    "“at-least” 2 becomes 1.\n“is” true becomes false.\n“is” false becomes true.\n" },
  { "'when':{'answer':'by','is':'self'}", "“self” becomes “gp”.\n" },
  { "'when':{'answer':'by','in':['gp','clinic']}",
    "“gp” is left out of “in”.\n“clinic” is left out of “in”.\n“self” is added to “in”.\n" },
  { "'when':{'answer':'by','in':['gp','self','clinic']}",
    "“gp” is left out of “in”.\n“self” is left out of “in”.\n“clinic” is left out of “in”.\n" },
  { "'when':{'answer':'age','at-least':18}",
    "Age: “18 or over” becomes “17 or over”.\nAge: “18 or over” becomes “19 or over”.\n" },
  { "'when':{'answer':'age','is':18}",
    "Age: “exactly 18” becomes “exactly 17”.\nAge: “exactly 18” becomes “exactly 19”.\n" },
  { "'when':{'answer':'age','more-than':18,'less-than':65}",
    "Age: “more than 18, and less than 65” becomes “more than 17, and less than 65”.\n"
    "Age: “more than 18, and less than 65” becomes “more than 19, and less than 65”.\n"
    "Age: “more than 18, and less than 65” becomes “more than 18, and less than 64”.\n"
    "Age: “more than 18, and less than 65” becomes “more than 18, and less than 66”.\n" },
  { "'when':{'answer':'weight','at-most':40.5}",
    "Weight: “40.5 kg or under” becomes “40.4 kg or under”.\n"
    "Weight: “40.5 kg or under” becomes “40.6 kg or under”.\n"
    "Weight: “40.5 kg or under” becomes “less than 40.5 kg”.\n" },
  { "'when':{'answer':'weight','at-most':40}",
    "Weight: “40 kg or under” becomes “39 kg or under”.\n"
    "Weight: “40 kg or under” becomes “41 kg or under”.\n"
    "Weight: “40 kg or under” becomes “less than 40 kg”.\n" },
  { "'when':{'answer':'last','more-than':'2024-02-28'}",
    "Last event: “after 28 February 2024” becomes “after 27 February 2024”.\n"
    "Last event: “after 28 February 2024” becomes “after 29 February 2024”.\n" },
  { "'when':{'answer':'last','within':'6 weeks'}",
    "Last event: “6 weeks ago or less” becomes “5 weeks ago or less”.\n"
    "Last event: “6 weeks ago or less” becomes “7 weeks ago or less”.\n" },
  { "'when':{'answer':'last','longer-ago-than':'2 years'}",
    "Last event: “more than 2 years ago” becomes “more than 1 year ago”.\n"
    "Last event: “more than 2 years ago” becomes “more than 3 years ago”.\n" },
  { "'when':{'duration':['last','next'],'at-least':'6 weeks'}",
    "Last event: “6 weeks or more” becomes “5 weeks or more”.\n"
    "Last event: “6 weeks or more” becomes “7 weeks or more”.\n"
    "Last event: “6 weeks or more” becomes “more than 6 weeks”.\n" },
  { "'when':{'count':'trials','more-than':0}",
    "Antidepressants: “more than 0” becomes “more than 1”.\n" },
  { "'when':{'count':'trials','at-least':2,'distinct':'medicine.class','where':"
    "{'answer':'medicine.class','is':'ssri'}}",
    "Antidepressants: “2 or more” becomes “1 or more”.\n"
    "Antidepressants: “2 or more” becomes “3 or more”.\n“where” is left out.\n"
    "“distinct” is left out.\n“ssri” becomes “snri”.\n" },
  { "'applies-when':" X ",'when':" Z,
    "“applies-when” is left out.\n“is” true becomes false.\n“is” false becomes true.\n" },
  { "'kind':'note','applies-when':" X, "“applies-when” is left out.\n“is” true becomes false.\n" },
};

static CritRules *
load (const char *members)
{
  g_autofree char *criterion = g_strconcat (
      strstr (members, "'kind'") == NULL ? "{'kind':'requirement'," : "{",
      "'id':'k','text':'k','sources':[{'source':'q','certainty':'verified'}],", members, "}", NULL);

  return fixture_load_rules (criterion);
}

static char *
dup_sentences (GPtrArray *defects)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < defects->len; i++)
    g_string_append_printf (text, "%s\n", ((const CritDefect *) defects->pdata[i])->sentence);
  return g_string_free (text, FALSE);
}

static void
test_defects (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (CritRules) rules = load (row->members);
  g_autoptr (GPtrArray) defects = crit_defects_of_rules (rules);
  g_autofree char *found = dup_sentences (defects);
  g_autofree char *expected = g_strconcat (BEFORE, row->sentences, NULL);

  g_assert_cmpstr (found, ==, expected);
}

/* What is planted is there, and can be taken out again to the last byte. */
static void
test_swap (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (CritRules) rules = load (row->members);
  g_autoptr (GPtrArray) defects = crit_defects_of_rules (rules);

  for (guint i = 0; i < defects->len; i++)
    {
      CritDefect *defect = g_ptr_array_index (defects, i);
      const CritCondition before = *defect->condition;
      const CritCondition changed = defect->changed;

      g_assert_true (memcmp (&before, &changed, sizeof before) != 0);
      crit_defect_swap (defect);
      g_assert_cmpmem (defect->condition, sizeof changed, &changed, sizeof changed);
      crit_defect_swap (defect);
      g_assert_cmpmem (defect->condition, sizeof before, &before, sizeof before);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = g_strdup_printf ("/defects/words/%02u", i);
      g_autofree char *swap = g_strdup_printf ("/defects/swap/%02u", i);

      g_test_add_data_func (words, &rows[i], test_defects);
      g_test_add_data_func (swap, &rows[i], test_swap);
    }
  return g_test_run ();
}
