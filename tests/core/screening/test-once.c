/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/crit-record-file.h"
#include "screening/crit-evaluate.h"
#include "screening/crit-once.h"
#include "screening/crit-reach.h"
#include "screening/crit-screening.h"

#include <string.h>

/* The most entries that anybody lists; every kind of entry that is half filled. */
#define MOST_ENTRIES 30

static const char *const entries[] = {
  "{}",
  "{\"medicine\":\"sertraline\"}",
  "{\"outcome\":\"no-response\"}",
  "{\"medicine\":\"sertraline\",\"started\":\"2019\",\"stopped\":\"2019\",\"outcome\":\"no-"
  "response\"}",
  "{\"medicine\":\"venlafaxine\",\"started\":\"2019-01\",\"stopped\":\"ongoing\",\"adequate-dose\":"
  "true,"
  "\"outcome\":{\"unknown\":\"awaiting\"}}",
  "{\"medicine\":{\"other\":\"Tianeptine\"},\"adequate-dose\":true}",
  "{\"medicine\":{\"unknown\":\"not-in-notes\"},\"started\":\"2020-03-01\",\"stopped\":\"2020\"}",
};

static CritRules *
load_shipped (void)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (RULES_DIR, "nhs-ketamine-infusion.json", NULL);
  g_autoptr (GBytes) text = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  text = g_bytes_new_take (contents, length);
  return crit_rules_load (text, findings);
}

/* @kind: an index of @entries, or beyond them all kinds in turn */
static CritRecord *
make_record (CritRules *rules, guint kind, guint n_entries)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) bytes = NULL;
  GString *text = g_string_new ("{\"reference\":\"A-1\",\"date\":\"2026-11-20\",\"answers\":{"
                                "\"antidepressants-tried\":{\"entries\":[");
  gsize length = 0;

  for (guint i = 0; i < n_entries; i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? "," : "",
        entries[kind < G_N_ELEMENTS (entries) ? kind : i % G_N_ELEMENTS (entries)]);
  g_string_append (text, "]}}}");
  length = text->len;
  bytes = g_bytes_new_take (g_string_free (text, FALSE), length);
  return crit_record_read (bytes, rules, findings);
}

static gboolean
counts_entries (const CritCriterion *criterion)
{
  g_autoptr (GPtrArray) conditions = crit_reach_of_criterion (criterion);
  g_autoptr (GPtrArray) lists = crit_reach_dup_lists (conditions);

  return lists->len > 0;
}

static void
check_record (CritRecord *record)
{
  CritRules *rules = crit_record_get_rules (record);
  CritWorld world = { 0 };

  crit_world_init (&world, crit_record_get_answers (record),
                   crit_date_get_last_day (crit_record_get_date (record)));
  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = rules->criteria->pdata[i];

      if (counts_entries (criterion) && !crit_once_find (&world, criterion, NULL))
        g_error ("%s has to be searched", criterion->id);
    }
  crit_world_clear (&world);
}

/* A list is never searched by cases in the shipped file, however it is filled in: that took seconds. */
static void
test_shipped (void)
{
  g_autoptr (CritRules) rules = load_shipped ();

  for (guint kind = 0; kind <= G_N_ELEMENTS (entries); kind++)
    for (guint n = 0; n <= MOST_ENTRIES; n += n < 4 ? 1 : 13)
      {
        g_autoptr (CritRecord) record = make_record (rules, kind, n);

        g_assert_nonnull (record);
        check_record (record);
      }
}

/* A list that may be hidden, and two entries: none or two, never one. Nothing that is open can make it met. */
static void
test_none_or_two (void)
{
  static const char rules_text[] =
      "{\"format\":\"criteria-rules/1\",\"id\":\"r\",\"version\":\"1\",\"title\":\"r\","
      "\"language\":\"en-GB\",\"status\":\"draft\",\"effective-from\":\"2024-01-01\","
      "\"sources\":[{\"id\":\"q\",\"title\":\"q\"}],\"sections\":[{\"id\":\"s\",\"title\":\"s\","
      "\"questions\":[{\"id\":\"b\",\"type\":\"boolean\",\"text\":\"b\"},"
      "{\"id\":\"l\",\"type\":\"list\",\"text\":\"l\",\"shown-when\":{\"answer\":\"b\",\"is\":true}"
      ","
      "\"questions\":[{\"id\":\"f\",\"type\":\"boolean\",\"text\":\"f\"}]}]}],"
      "\"criteria\":[{\"id\":\"k\",\"kind\":\"requirement\",\"text\":\"k\","
      "\"when\":{\"count\":\"l\",\"at-least\":1,\"at-most\":1},"
      "\"sources\":[{\"source\":\"q\",\"certainty\":\"verified\"}]}]}";
  static const char record_text[] = "{\"reference\":\"r\",\"date\":\"2026-11-20\",\"answers\":"
                                    "{\"l\":{\"entries\":[{},{}],\"complete\":true}}}";
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) rules_bytes = g_bytes_new_static (rules_text, strlen (rules_text));
  g_autoptr (GBytes) record_bytes = g_bytes_new_static (record_text, strlen (record_text));
  g_autoptr (CritRules) rules = crit_rules_load (rules_bytes, findings);
  g_autoptr (CritRecord) record = crit_record_read (record_bytes, rules, findings);
  g_autoptr (CritScreening) screening = NULL;

  g_assert_nonnull (record);
  screening = crit_screening_new (record);
  g_assert_cmpint (crit_screening_get_outcome (screening, rules->criteria->pdata[0])->status, ==,
                   CRIT_STATUS_NOT_MET);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/once/shipped", test_shipped);
  g_test_add_func ("/once/none-or-two", test_none_or_two);
  return g_test_run ();
}
