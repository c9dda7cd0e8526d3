/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-rules.h"

#include "rules-fixture.h"

/* As somebody reads it who likes @languages best. */
static CritRules *
load_for (const char *languages)
{
  g_autofree char *text = fixture_read ("translated.json");
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = NULL;

  g_setenv ("LANGUAGE", languages, TRUE);
  rules = fixture_load (text, -1, findings);
  g_setenv ("LANGUAGE", "C", TRUE);
  g_assert_nonnull (rules);
  /* What is found does not depend on who reads: the French catalogue has gaps. */
  g_assert_cmpuint (findings->len, ==, 1);
  return rules;
}

static const CritCriterion *
get_criterion (const CritRules *rules, const char *id)
{
  return crit_rules_find_criterion (rules, id);
}

/* Every text for people is translated. */
static void
test_texts (void)
{
  g_autoptr (CritRules) rules = load_for ("cy");
  const CritQuestion *age = crit_rules_find_question (rules, "age");
  const CritQuestion *tried = crit_rules_find_question (rules, "tried");
  const CritQuestion *medicine = crit_question_find_field (tried, "medicine");
  const CritSection *person = g_ptr_array_index (rules->sections, 0);
  const CritCondition *count = get_criterion (rules, "one-tried")->when;

  g_assert_cmpstr (rules->title, ==, "Enghraifft");
  g_assert_cmpstr (rules->about, ==, "Dwy linell,\nmewn dwy iaith.");
  g_assert_cmpstr (person->title, ==, "Y person");
  g_assert_cmpstr (person->help, ==, "Yr hyn a ofynnir i bawb.");
  g_assert_cmpstr (age->text, ==, "Faint yw oed y person?");
  g_assert_cmpstr (age->label, ==, "Oed");
  g_assert_cmpstr (age->help, ==, "Mewn blynyddoedd cyfan.");
  g_assert_cmpstr (age->unit, ==, "oed");
  g_assert_cmpstr (tried->item, ==, "meddyginiaeth");
  g_assert_cmpstr (medicine->text, ==, "Enw");
  g_assert_cmpstr (crit_option_set_get (medicine->options, 0)->text, ==, "Lithiwm");
  g_assert_cmpstr (get_criterion (rules, "adult")->text, ==, "18 oed neu hŷn.");
  g_assert_cmpstr (get_criterion (rules, "adult")->help, ==, "Ar ddiwrnod y cofnod.");
  g_assert_cmpstr (count->noun_one, ==, "halen");
  g_assert_cmpstr (count->noun_other, ==, "halwynau");
}

/* Names and whatever is compared stay, and so does the digest. */
static void
test_not_translated (void)
{
  g_autoptr (CritRules) plain = load_for ("C");
  g_autoptr (CritRules) rules = load_for ("cy");
  const CritSource *source = g_ptr_array_index (rules->sources, 0);
  const CritCitation *citation = get_criterion (rules, "adult")->citations;
  const CritCondition *where = get_criterion (rules, "one-tried")->when->where;
  const CritCase *test_case = g_ptr_array_index (rules->cases, 0);

  g_assert_cmpstr (crit_rules_get_digest (rules), ==, crit_rules_get_digest (plain));
  g_assert_cmpstr (rules->id, ==, "translated");
  g_assert_cmpstr (rules->version, ==, "1");
  g_assert_cmpstr (rules->language, ==, "en-GB");
  g_assert_cmpstr (source->title, ==, "A guide");
  g_assert_cmpstr (source->publisher, ==, "A publisher");
  g_assert_cmpstr (citation->place, ==, "A page");
  g_assert_cmpstr (crit_option_set_get (where->question->options, 0)->code, ==, "lithium");
  g_assert_cmpstr (crit_option_set_get (where->question->options, 0)->attributes[0], ==, "Salt");
  g_assert_cmpint (where->accepted[0], ==, 1);
  g_assert_cmpstr (test_case->name, ==, "seventeen");
}

static void
test_choice (void)
{
  static const struct
  {
    const char *languages;
    const char *title;
    const char *criterion;
  } rows[] = {
    { "C", "An example", "Aged 18 or over." },
    { "en_GB", "An example", "Aged 18 or over." },
    { "cy_GB.UTF-8", "Enghraifft", "18 oed neu hŷn." },
    { "cy:en", "Enghraifft", "18 oed neu hŷn." },
    { "en:cy", "An example", "Aged 18 or over." },
    { "en_US:cy", "An example", "Aged 18 or over." },
    { "de:cy", "Enghraifft", "18 oed neu hŷn." },
    { "c", "An example", "Aged 18 or over." },
    /* What a catalogue lacks is read as the file has it. */
    { "fr_CA", "Un exemple", "Aged 18 or over." },
    { "fr", "Un exemple", "Aged 18 or over." },
    { "ga:gd", "An example", "Aged 18 or over." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CritRules) rules = load_for (rows[i].languages);

      g_test_message ("%s", rows[i].languages);
      g_assert_cmpstr (rules->title, ==, rows[i].title);
      g_assert_cmpstr (get_criterion (rules, "adult")->text, ==, rows[i].criterion);
    }
}

typedef struct
{
  const char *from;
  const char *to;
  const char *code;
  const char *message;
  const char *pointer;
} Slip;

/* One thing is changed in the file; the gaps of the French catalogue are always told. */
static const Slip slips[] = {
  { "\"Age\": \"Oed\"", "\"Aeg\": \"Oed\"", "unknown-text", "Did you mean “Age”?",
    "/translations/cy/Aeg" },
  { "\"A salt was tried.\": ", "\"A salt had been tried.\": ", "unknown-text",
    "“A salt had been tried.” is no text", "/translations/cy/A salt had been tried." },
  { "\"text\": \"How old is the person?\"", "\"text\": \"How old is this person?\"", "unknown-text",
    "Did you mean “How old is this person?”?", "/translations/cy/How old is the person?" },
  { "\"Lithium\": \"Lithiwm\"", "\"lithium\": \"Lithiwm\"", "unknown-text",
    "Did you mean “Lithium”?", "/translations/cy/lithium" },
  { "      \"salts\": \"halwynau\"", "      \"A guide\": \"halwynau\"", "unknown-text",
    "“A guide” is no text", "/translations/cy/A guide" },
  { "\"Oed\"", "\"\"", "empty-text", "empty", "/translations/cy/Age" },
  { "\"Oed\"", "\"O\\ned\"", "line-break", "one line", "/translations/cy/Age" },
  { "\"Oed\"", "7", "wrong-type", "quotation marks", "/translations/cy/Age" },
  { "\"cy\": {", "\"Welsh\": {", "bad-language", "code of its language", "/translations/Welsh" },
  { "\"fr-CA\": {", "\"de\": [], \"fr-CA\": {", "wrong-type", "braces", "/translations/de" },
  { "      \"salt\": \"halen\",\n", "", "untranslated", "lacks 1 text of this file: “salt”.",
    "/translations/cy" },
  { "\"An example\": \"Un exemple\",\n", "", "untranslated",
    "“fr-CA” lacks 16 texts of this file. The first is “An example”.", "/translations/fr-CA" },
};

static gboolean
is_told (GPtrArray *findings, const Slip *slip)
{
  gboolean found = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const CritFinding *finding = fixture_get_finding (findings, i);

      g_test_message ("%s %s: %s", finding->code, finding->pointer, finding->message);
      found = found
              || (g_str_equal (finding->code, slip->code)
                  && g_str_equal (finding->pointer, slip->pointer)
                  && strstr (finding->message, slip->message) != NULL);
    }
  return found;
}

static void
test_findings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *file = fixture_read ("translated.json");
      g_autoptr (GString) text = g_string_new (file);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      CritRules *rules = NULL;

      g_assert_cmpuint (g_string_replace (text, slips[i].from, slips[i].to, 0), ==, 1);
      rules = fixture_load (text->str, -1, findings);
      g_assert_true (is_told (findings, &slips[i]));
      g_assert_true ((rules != NULL) == g_str_equal (slips[i].code, "untranslated"));
      g_clear_pointer (&rules, crit_rules_unref);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/translations/texts", test_texts);
  g_test_add_func ("/rules/translations/not-translated", test_not_translated);
  g_test_add_func ("/rules/translations/choice", test_choice);
  g_test_add_func ("/rules/translations/findings", test_findings);
  return g_test_run ();
}
