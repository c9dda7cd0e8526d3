/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "record/crit-carry-over.h"
#include "record/crit-record-private.h"

/*
 * answers: under the rules of the fixture
 * old, new: (nullable): what is replaced in those rules, everywhere, to make the other version
 * kept: the answers under the other version
 * lost: (nullable): the sentences, one a line
 */
typedef struct
{
  const char *name;
  const char *answers;
  const char *old, *new;
  const char *kept;
  const char *lost;
} Case;

#define NOT_ASKED "The other version of the rules does not ask for it."
#define NOT_OFFERED "The other version of the rules does not offer this option."
#define OTHER_KIND "The other version of the rules asks for another kind of answer."

static const Case cases[] = {
  { "every-type",
    "{\"age\":41,\"weight\":70.5,\"psychosis\":false,\"referrer\":\"team\",\"last-event\":\"2019-"
    "03\","
    "\"until\":\"ongoing\",\"words\":\"\",\"story\":\"One\\nTwo\"}",
    "\"version\": \"1.2\"", "\"version\": \"1.3\"",
    "{\"age\":41,\"weight\":70.5,\"psychosis\":false,\"referrer\":\"team\",\"last-event\":\"2019-"
    "03\","
    "\"until\":\"ongoing\",\"words\":\"\",\"story\":\"One\\nTwo\"}",
    NULL },
  { "nothing", "{}", "\"psychosis\"", "\"delusions\"", "{}", NULL },
  { "question-gone", "{\"psychosis\":false}", "\"psychosis\"", "\"delusions\"", "{}",
    "Recorded for “Psychosis”: No. " NOT_ASKED },
  { "unknown-gone", "{\"psychosis\":{\"unknown\":\"awaiting\"}}", "\"psychosis\"", "\"delusions\"",
    "{}", "Recorded for “Psychosis”: Not known: awaiting a result. " NOT_ASKED },
  { "unknown-fits-any-type", "{\"psychosis\":{\"unknown\":\"awaiting\"}}",
    "\"psychosis\", \"type\": \"boolean\"", "\"psychosis\", \"type\": \"string\"",
    "{\"psychosis\":{\"unknown\":\"awaiting\"}}", NULL },
  { "other-type", "{\"psychosis\":true}", "\"psychosis\", \"type\": \"boolean\"",
    "\"psychosis\", \"type\": \"string\"", "{}", "Recorded for “Psychosis”: Yes. " OTHER_KIND },
  { "options-in-another-order", "{\"referrer\":\"gp\"}", "{ \"code\": \"gp\",",
    "{ \"code\": \"ward\", \"text\": \"A ward\" }, { \"code\": \"gp\",", "{\"referrer\":\"gp\"}",
    NULL },
  { "option-gone", "{\"referrer\":\"gp\"}", "\"code\": \"gp\"", "\"code\": \"practice\"", "{}",
    "Recorded for “Referred by”: A GP. " NOT_OFFERED },
  { "own-text", "{\"referrer\":{\"other\":\"A friend\"}}", "\"code\": \"gp\"",
    "\"code\": \"practice\"", "{\"referrer\":{\"other\":\"A friend\"}}", NULL },
  { "own-text-not-taken", "{\"referrer\":{\"other\":\"A friend\"}}", "\"other\": true,\n", "", "{}",
    "Recorded for “Referred by”: A friend. " NOT_OFFERED },
  { "within-other-limits", "{\"age\":10}", "\"minimum\": 0", "\"minimum\": 10", "{\"age\":10}",
    NULL },
  { "beyond-limits", "{\"age\":9}", "\"minimum\": 0", "\"minimum\": 10", "{}",
    "Recorded for “Age”: 9 years. It must be from 10 years to 120 years." },
  { "date-beyond-limits", "{\"last-event\":\"1999-12\"}", "1990-01-01", "2000-01-01", "{}",
    "Recorded for “Last event”: December 1999. It must be from 1 January 2000 to 31 December "
    "2030." },
  { "date-that-can-be-within", "{\"last-event\":\"2000\"}", "1990-01-01", "2000-06-01",
    "{\"last-event\":\"2000\"}", NULL },
  { "ongoing-not-taken", "{\"until\":\"ongoing\"}", ", \"ongoing\": true", "", "{}",
    "Recorded for “Until when?”: Ongoing. " OTHER_KIND },
  { "other-unit", "{\"weight\":70}", "\"unit\": \"kg\"", "\"unit\": \"lb\"", "{}",
    "Recorded for “Weight”: 70 kg. The other version of the rules asks for it in another unit." },
  { "whole-for-decimal", "{\"count\":2}", "\"count\", \"type\": \"integer\"",
    "\"count\", \"type\": \"decimal\"", "{\"count\":2}", NULL },
  { "several-lines-for-one", "{\"story\":\"One\\nTwo\"}", "\"story\", \"type\": \"text\"",
    "\"story\", \"type\": \"string\"", "{}",
    "Recorded for “In full”: One Two. The other version of the rules asks for one line of text." },
  { "entries",
    "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\",\"dose\":50},{\"medicine\":"
    "\"venlafaxine\",\"outcome\":\"no-response\"}],\"complete\":true}}",
    "\"venlafaxine\"", "\"venlafaxine-xl\"",
    "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\",\"dose\":50},{\"outcome\":\"no-"
    "response\"}],\"complete\":true}}",
    "Recorded for “Antidepressant 2: Medicine”: Venlafaxine. " NOT_OFFERED },
  { "field-gone", "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\",\"dose\":50},{}]}}",
    "\"dose\"", "\"daily-dose\"", "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\"},{}]}}",
    "Recorded for “Antidepressant 1: Dose”: 50 mg. " NOT_ASKED },
  { "fields-in-another-order", "{\"trials\":{\"entries\":[{\"started\":\"2020\",\"dose\":50}]}}",
    "{ \"id\": \"started\",",
    "{ \"id\": \"note\", \"type\": \"text\", \"text\": \"Note\" }, { \"id\": \"started\",",
    "{\"trials\":{\"entries\":[{\"started\":\"2020\",\"dose\":50}]}}", NULL },
  { "list-gone", "{\"trials\":{\"entries\":[{\"dose\":50}],\"complete\":true}}", "\"trials\"",
    "\"medicines\"", "{}",
    "Recorded for “Antidepressants”: 1 recorded, list complete. " NOT_ASKED
    "\nRecorded for “Antidepressant 1: Dose”: 50 mg. " NOT_ASKED },
  { "empty-list-stays", "{\"events\":{\"entries\":[],\"complete\":true}}", "\"trials\"",
    "\"medicines\"", "{\"events\":{\"entries\":[],\"complete\":true}}", NULL },
  { "unknown-list", "{\"trials\":{\"unknown\":\"not-in-notes\"}}", "\"dose\"", "\"daily-dose\"",
    "{\"trials\":{\"unknown\":\"not-in-notes\"}}", NULL },
};

static char *
dup_sentences (GPtrArray *lost)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lost->len; i++)
    {
      const CritLostAnswer *answer = g_ptr_array_index (lost, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", answer->sentence);
    }
  return g_steal_pointer (&text->str);
}

static CritRules *
load_other_version (const Case *c)
{
  g_autoptr (GString) text = g_string_new (fixture_rules_text);

  g_assert_cmpuint (g_string_replace (text, c->old, c->new, 0), >, 0);
  return fixture_load (text->str);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRules) other_rules = load_other_version (c);
  g_autoptr (CritRecord) record = fixture_record (rules, c->answers);
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();
  g_autoptr (CritRecord) carried = crit_record_carry_over (record, other_rules, lost);
  g_autofree char *before = fixture_dup_answers (record);
  g_autofree char *kept = fixture_dup_answers (carried);
  g_autofree char *sentences = dup_sentences (lost);

  g_assert_cmpstr (before, ==, c->answers);
  g_assert_cmpstr (kept, ==, c->kept);
  g_assert_cmpstr (sentences, ==, c->lost != NULL ? c->lost : "");
  g_assert_true (crit_record_get_rules (carried) == other_rules);
}

static void
test_headings (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritRecord) record = crit_record_new (rules, "A-17", FIXTURE_DATE);
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();
  g_autoptr (CritRecord) carried = NULL;

  crit_record_set_completed_by (record, "Dr A");
  carried = crit_record_carry_over (record, rules, lost);
  g_assert_cmpstr (crit_record_get_reference (carried), ==, "A-17");
  g_assert_cmpint (crit_date_get_first_day (crit_record_get_date (carried)), ==,
                   crit_date_get_first_day (FIXTURE_DATE));
  g_assert_cmpstr (crit_record_get_completed_by (carried), ==, "Dr A");
}

static void
test_places (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (GString) text = g_string_new (fixture_rules_text);
  g_autoptr (CritRules) other_rules = NULL;
  g_autoptr (CritRecord) record =
      fixture_record (rules, "{\"trials\":{\"entries\":[{},{\"dose\":50}]}}");
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();
  g_autoptr (CritRecord) carried = NULL;
  CritPlace place = fixture_place (rules, "/trials/entries/1/dose");

  g_string_replace (text, "\"dose\"", "\"daily-dose\"", 0);
  other_rules = fixture_load (text->str);
  carried = crit_record_carry_over (record, other_rules, lost);
  g_assert_cmpuint (lost->len, ==, 1);
  g_assert_true (crit_place_equal (&((CritLostAnswer *) lost->pdata[0])->place, &place));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/carry-over/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/carry-over/headings", test_headings);
  g_test_add_func ("/carry-over/places", test_places);
  return g_test_run ();
}
