/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "record/crit-record-private.h"

typedef struct
{
  guint n_notified;
  guint n_changed;
  const CritQuestion *question;
} Heard;

static void
notify_cb (GObject *record, GParamSpec *pspec, Heard *heard)
{
  heard->n_notified++;
}

/* What is told of has happened already. */
static void
changed_cb (CritRecord *record, const CritPlace *place, Heard *heard)
{
  heard->n_changed++;
  heard->question = place != NULL ? place->question : NULL;
  if (place == NULL)
    return;
  g_assert_cmpint (place->entry, ==, -1);
  g_assert_false (place->complete);
  g_assert_cmpint (crit_record_get_answer (record, place)->kind, ==, CRIT_ANSWER_NUMBER);
}

static CritRecord *
listen (CritRules *rules, Heard *heard)
{
  CritRecord *record = crit_record_new (rules, "A-17", FIXTURE_DATE);

  g_signal_connect (record, "notify", G_CALLBACK (notify_cb), heard);
  g_signal_connect (record, "changed", G_CALLBACK (changed_cb), heard);
  return record;
}

static void
test_new (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  CritRecord *record = crit_record_new (rules, "", FIXTURE_DATE);

  g_assert_true (crit_record_get_rules (record) == rules);
  g_assert_cmpstr (crit_record_get_reference (record), ==, "");
  g_assert_cmpint (crit_record_get_date (record).day, ==, 20);
  g_assert_null (crit_record_get_completed_by (record));
  for (guint i = 0; i < rules->questions->len; i++)
    g_assert_cmpint (crit_record_get_answers (record)[i].kind, ==, CRIT_ANSWER_OPEN);
  g_assert_finalize_object (record);
}

static void
test_headings (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Heard heard = { 0 };
  CritRecord *record = listen (rules, &heard);
  g_autofree char *reference = NULL;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  crit_record_set_reference (record, "B-2");
  crit_record_set_date (record, (CritDate){ .year = 2027, .month = 1, .day = 2 });
  crit_record_set_completed_by (record, "Dr A");
  g_assert_cmpuint (heard.n_notified, ==, 3);
  g_assert_cmpuint (heard.n_changed, ==, 3);
  g_assert_null (heard.question);
  g_object_get (record, "reference", &reference, "date", &date, "completed-by", &name, NULL);
  g_assert_cmpstr (reference, ==, "B-2");
  g_assert_cmpstr (date, ==, "2027-01-02");
  g_assert_cmpstr (name, ==, "Dr A");
  crit_record_set_completed_by (record, "");
  g_assert_null (crit_record_get_completed_by (record));
  g_assert_finalize_object (record);
}

static void
test_answer (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  const CritQuestion *age = crit_rules_find_question (rules, "age");
  Heard heard = { 0 };
  CritRecord *record = listen (rules, &heard);
  CritPlace place = crit_place_of_question (age);

  crit_record_set_answer (record, age, &(CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = 41 });
  g_assert_cmpuint (heard.n_notified, ==, 0);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_true (heard.question == age);
  g_assert_cmpfloat (crit_record_get_answer (record, &place)->number, ==, 41);
  g_assert_finalize_object (record);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/headings", test_headings);
  g_test_add_func ("/record/answer", test_answer);
  return g_test_run ();
}
