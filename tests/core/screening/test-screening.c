/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <string.h>

#include "record/crit-record-file.h"

#define SOURCES ",'text':'k','sources':[{'source':'q','certainty':'verified'}]"

static const char *const criteria =
    "{'id':'r1','kind':'requirement','when':{'answer':'x','is':true}" SOURCES "},"
    "{'id':'r2','kind':'requirement','when':{'answer':'z','is':true}" SOURCES "},"
    "{'id':'r3','kind':'requirement','when':{'criterion':'r1'}" SOURCES "},"
    "{'id':'c1','kind':'caution','when':{'answer':'x','is':true}" SOURCES "},"
    "{'id':'c2','kind':'caution','when':{'answer':'y','is':true}" SOURCES "},"
    "{'id':'n1','kind':'note'" SOURCES "}";

static CritScreening *
screen (const char *answers)
{
  g_autoptr (CritRules) rules = fixture_load_rules (criteria);
  g_autoptr (CritRecord) record = fixture_read_record (rules, answers);

  return crit_screening_new (record);
}

static void
test_counts (void)
{
  static const struct
  {
    const char *answers;
    const char *text;
  } rows[] = {
    { "", "0 recorded as met, 0 not met, 3 not known yet." },
    { "'x':true", "2 recorded as met, 0 not met, 1 not known yet. 1 point to discuss." },
    { "'x':true,'y':true,'z':false",
      "2 recorded as met, 1 not met, 0 not known yet. 2 points to discuss." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CritScreening) screening = screen (rows[i].answers);
      g_autofree char *text = crit_screening_dup_counts_text (screening);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_note (void)
{
  g_autoptr (CritScreening) screening = screen ("");
  CritRules *rules = crit_screening_get_rules (screening);
  const CritOutcome *outcome =
      crit_screening_get_outcome (screening, crit_rules_find_criterion (rules, "n1"));

  g_assert_cmpint (outcome->status, ==, CRIT_STATUS_NONE);
  g_assert_null (outcome->reason);
  g_assert_cmpuint (outcome->open->len, ==, 0);
}

static void
test_shown (void)
{
  static const struct
  {
    const char *answers;
    const char *question;
    gboolean shown;
  } rows[] = {
    { "", "x", TRUE },
    { "", "y", FALSE },
    { "'x':true", "y", TRUE },
    { "'x':false", "y", FALSE },
    { "'x':{'unknown':'awaiting'}", "y", TRUE },
    { "", "w", FALSE },
    { "'z':true", "w", TRUE },
    { "'z':{'unknown':'awaiting'}", "w", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CritScreening) screening = screen (rows[i].answers);
      CritRules *rules = crit_screening_get_rules (screening);
      CritPlace place = crit_place_of_question (crit_rules_find_question (rules, rows[i].question));

      g_assert_cmpint (crit_screening_is_shown (screening, &place), ==, rows[i].shown);
    }
}

static void
test_progress (void)
{
  static const struct
  {
    const char *answers;
    guint section, answered, asked;
  } rows[] = {
    { "", 0, 0, 8 },
    { "'x':true", 0, 1, 9 },
    { "'x':false,'y':true", 0, 1, 8 },
    { "'x':{'unknown':'not-known'},'age':41", 0, 2, 9 },
    { "", 1, 0, 0 },
    { "'z':true", 1, 0, 1 },
    { "", 2, 0, 1 },
    { "'trials':{'entries':[{}]}", 2, 0, 1 },
    { "'trials':{'entries':[{}],'complete':true}", 2, 1, 1 },
    { "'trials':{'entries':[{}],'complete':false}", 2, 1, 1 },
    { "'trials':{'unknown':'awaiting'}", 2, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CritScreening) screening = screen (rows[i].answers);
      CritRules *rules = crit_screening_get_rules (screening);
      guint answered = 99, asked = 99;

      crit_screening_get_progress (screening, rules->sections->pdata[rows[i].section], &answered,
                                   &asked);
      g_assert_cmpuint (answered, ==, rows[i].answered);
      g_assert_cmpuint (asked, ==, rows[i].asked);
    }
}

/* Promise 2: with nothing answered nothing is met or not met, in any rules file that is shipped. */
static void
test_nothing_answered (gconstpointer path)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = NULL;
  g_autoptr (CritRecord) record = NULL;
  g_autoptr (CritScreening) screening = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  rules = crit_rules_load (bytes, findings);
  g_assert_nonnull (rules);
  record = crit_record_new (rules, "A-17", (CritDate){ 2026, 11, 20 });
  screening = crit_screening_new (record);

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritOutcome *outcome =
          crit_screening_get_outcome (screening, rules->criteria->pdata[i]);

      if (outcome->status == CRIT_STATUS_NONE)
        continue;
      g_assert_cmpint (outcome->status, ==, CRIT_STATUS_UNKNOWN);
      g_assert_cmpuint (outcome->open->len, >, 0);
      g_assert_false (outcome->imprecise);
    }
}

static void
add_shipped_rules (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *test = g_strconcat ("/screening/nothing-answered/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL),
                                   test_nothing_answered, g_free);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screening/counts", test_counts);
  g_test_add_func ("/screening/note", test_note);
  g_test_add_func ("/screening/shown", test_shown);
  g_test_add_func ("/screening/progress", test_progress);
  add_shipped_rules (RULES_DIR);
  return g_test_run ();
}
