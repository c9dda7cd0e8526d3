/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-rules.h"

#include "rules-defects.h"
#include "rules-fixture.h"

static guint
count_lines (const char *text, const char *end)
{
  guint line = 1;

  for (const char *c = text; c < end; c++)
    line += *c == '\n';
  return line;
}

static char *
plant (const Defect *defect, guint *line)
{
  g_autofree char *example = fixture_read ("example.json");
  const char *place = fixture_find_once (example, defect->from);
  char *text = g_strdup_printf ("%.*s%s%s", (int) (place - example), example, defect->to,
                                place + strlen (defect->from));

  *line = count_lines (example, place) + (guint) defect->below;
  if (defect->at != NULL)
    *line = count_lines (text, fixture_find_once (text, defect->at));
  return text;
}

static gboolean
is_expected (const CritFinding *finding, const Defect *defect, guint line)
{
  CritSeverity severity = defect->harmless ? CRIT_SEVERITY_WARNING : CRIT_SEVERITY_ERROR;

  return finding->line == line && finding->column > 0 && finding->severity == severity
         && g_str_equal (finding->code, defect->code);
}

static void
test_defect (gconstpointer data)
{
  const Defect *defect = data;
  guint line = 0;
  g_autofree char *text = plant (defect, &line);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = fixture_load (text, -1, findings);
  gboolean found = FALSE;

  fixture_print_findings (findings, defect->name);
  g_test_message ("expected in line %u: %s", line, defect->code);
  for (guint i = 0; i < findings->len; i++)
    found = found || is_expected (fixture_get_finding (findings, i), defect, line);
  g_assert_true (found);
  g_assert_cmpuint (findings->len, ==, MAX (defect->n_findings, 1));
  if (defect->harmless)
    g_assert_nonnull (rules);
  else
    g_assert_null (rules);
  g_clear_pointer (&rules, crit_rules_unref);
}

static void
test_sound (gconstpointer data)
{
  guint line = 0;
  g_autofree char *text = plant (data, &line);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = fixture_load (text, -1, findings);

  fixture_print_findings (findings, "sound");
  g_assert_nonnull (rules);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
add_edits (const char *group, const Defect *edits, guint n_edits, GTestDataFunc test)
{
  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *name = g_strdup (edits[i].name);
      g_autofree char *path =
          g_strdup_printf ("/rules/load/%s/%s", group, g_strdelimit (name, " ", '-'));

      g_test_add_data_func (path, &edits[i], test);
    }
}

static void
test_good (void)
{
  g_autofree char *text = fixture_read ("example.json");
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = fixture_load (text, -1, findings);

  fixture_print_findings (findings, "example");
  g_assert_nonnull (rules);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Several faults are all reported, in the order of the file. */
static void
test_all_at_once (void)
{
  g_autofree char *example = fixture_read ("example.json");
  g_autoptr (GString) text = g_string_new (example);
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_string_replace (text, "\"active\"", "\"activ\"", 1);
  g_string_replace (text, "[16, 100]", "[100, 16]", 1);
  g_string_replace (text, "\"1 year\"", "\"1 yr\"", 1);
  g_string_replace (text, "\"not-met\"", "\"notmet\"", 1);
  g_assert_null (fixture_load (text->str, -1, findings));

  g_assert_cmpuint (findings->len, ==, 4);
  g_assert_cmpstr (fixture_get_finding (findings, 0)->pointer, ==, "/status");
  g_assert_cmpstr (fixture_get_finding (findings, 1)->pointer, ==,
                   "/sections/0/questions/0/plausible");
  g_assert_cmpstr (fixture_get_finding (findings, 2)->pointer, ==, "/criteria/6/when/all/0/within");
  g_assert_cmpstr (fixture_get_finding (findings, 3)->pointer, ==, "/cases/1/expect/adult");
}

static void
test_did_you_mean (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *meant;
  } slips[] = {
    { "\"title\": \"An", "\"titel\": \"An", "Did you mean “title”?" },
    { "\"integer\"", "\"interger\"", "Did you mean “integer”?" },
    { "\"is\": \"lithium\"", "\"is\": \"lithum\"", "Did you mean “lithium”?" },
    { "{ \"answer\": \"worked\", \"is\": false },", "{ \"answer\": \"wokred\", \"is\": false },",
      "Did you mean “worked”?" },
    { "\"distinct\": \"medicine.class\"", "\"distinct\": \"medicine.clas\"",
      "Did you mean “class”?" },
    { "{ \"criterion\": \"referred\" }", "{ \"criterion\": \"refered\" }",
      "Did you mean “referred”?" },
    { "\"of\": [{", "\"off\": [{", "Did you mean “of”?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *example = fixture_read ("example.json");
      g_autoptr (GString) text = g_string_new (example);
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_assert_cmpuint (g_string_replace (text, slips[i].from, slips[i].to, 0), ==, 1);
      g_assert_null (fixture_load (text->str, -1, findings));
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_nonnull (strstr (fixture_get_finding (findings, 0)->message, slips[i].meant));
    }
}

/* A section and a question may have the same id, and are yet two things. */
static void
test_circle_of_namesakes (void)
{
  const char *text =
      "{\"format\":\"criteria-rules/"
      "1\",\"id\":\"r\",\"version\":\"1\",\"title\":\"T\",\"sections\":["
      "{\"id\":\"a\",\"title\":\"A\",\"shown-when\":{\"answer\":\"b\",\"is\":true},"
      "\"questions\":[{\"id\":\"a\",\"type\":\"boolean\",\"text\":\"A?\"}]},"
      "{\"id\":\"c\",\"title\":\"C\",\"questions\":[{\"id\":\"b\",\"type\":\"boolean\",\"text\":"
      "\"B?\","
      "\"shown-when\":{\"answer\":\"a\",\"is\":true}}]}],"
      "\"criteria\":[{\"id\":\"n\",\"kind\":\"note\",\"text\":\"N\",\"sources\":[]}]}";
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_assert_null (fixture_load (text, -1, findings));
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (fixture_get_finding (findings, 1)->code, ==, "circle");
  g_assert_nonnull (strstr (fixture_get_finding (findings, 1)->message, ": a → b → a → a."));
}

static void
test_review (void)
{
  static const struct
  {
    CritDate today;
    guint n_findings;
  } days[] = { { { 2027, 4, 30 }, 0 }, { { 2027, 5, 1 }, 0 }, { { 2027, 5, 2 }, 1 } };
  g_autofree char *text = fixture_read ("example.json");
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = fixture_load (text, -1, findings);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      crit_rules_report_review (rules, days[i].today, findings);
      g_assert_cmpuint (findings->len, ==, days[i].n_findings);
      g_assert_true (crit_rules_is_past_review (rules, days[i].today) == (days[i].n_findings == 1));
    }
  g_assert_cmpstr (fixture_get_finding (findings, 0)->code, ==, "past-review");
  g_assert_cmpuint (fixture_get_finding (findings, 0)->line, ==, 9);
  g_assert_nonnull (strstr (fixture_get_finding (findings, 0)->message, "1 May 2027"));
}

static void
check_verdict (const char *words, const char *verdict)
{
  g_autofree char *text = g_strdup_printf ("Records, %s.", words);
  Defect defect = { words, "Referred by a doctor.", text, "verdict-word", .harmless = TRUE };
  guint line = 0;
  g_autofree char *planted = plant (&defect, &line);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = fixture_load (planted, -1, findings);
  g_autofree char *quoted = g_strdup_printf ("“%s”", verdict);

  g_test_message ("%s", words);
  g_assert_nonnull (rules);
  g_assert_cmpuint (findings->len, ==, verdict != NULL ? 1 : 0);
  if (verdict != NULL)
    g_assert_true (g_str_has_prefix (fixture_get_finding (findings, 0)->message, quoted));
}

/* Each alone, last among others, and with something before and after it that makes another word of it. */
static void
test_verdict_words (void)
{
  static const char *const verdicts[] = {
    "approve",     "approved",    "approves",   "disqualified",  "disqualifies", "disqualify",
    "eligibility", "eligible",    "ineligible", "ineligibility", "qualified",    "qualifies",
    "qualify",     "suitability", "suitable",   "unqualified",   "unsuitable",
  };

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autofree char *capital = g_ascii_strup (verdicts[i], -1);
      g_autofree char *last = g_strdup_printf ("verb-above/quibbling é%s", verdicts[i]);
      g_autofree char *other = g_strdup_printf ("%sx x%s", verdicts[i], verdicts[i]);

      check_verdict (capital, verdicts[i]);
      check_verdict (last, verdicts[i]);
      check_verdict (other, NULL);
    }
  check_verdict ("approv e b q v", NULL);
  check_verdict ("unsuitable where eligible", "unsuitable");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/load/good", test_good);
  add_edits ("sound", sound_edits, G_N_ELEMENTS (sound_edits), test_sound);
  add_edits ("head", head_defects, G_N_ELEMENTS (head_defects), test_defect);
  add_edits ("question", question_defects, G_N_ELEMENTS (question_defects), test_defect);
  add_edits ("criterion", criterion_defects, G_N_ELEMENTS (criterion_defects), test_defect);
  add_edits ("condition", condition_defects, G_N_ELEMENTS (condition_defects), test_defect);
  g_test_add_func ("/rules/load/all-at-once", test_all_at_once);
  g_test_add_func ("/rules/load/did-you-mean", test_did_you_mean);
  g_test_add_func ("/rules/load/circle-of-namesakes", test_circle_of_namesakes);
  g_test_add_func ("/rules/load/review", test_review);
  g_test_add_func ("/rules/load/verdict-words", test_verdict_words);
  return g_test_run ();
}
