/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "record/crit-typed.h"

#include <glib/gstdio.h>
#include <locale.h>

/* What was typed, and what it means: words for an answer, or the beginning of a problem; and of a doubt. */
typedef struct
{
  const char *question;
  const char *text;
  const char *understood;
  const char *problem;
  const char *doubt;
} Typed;

static const Typed numbers[] = {
  { "age", "", NULL, NULL, NULL },
  { "age", "  ", NULL, NULL, NULL },
  { "age", "0", "0 years", NULL, "Is this right? It is usually from 16 years to 100 years." },
  { "age", "41", "41 years", NULL, NULL },
  { "age", " 41 ", "41 years", NULL, NULL },
  { "age", "+41", "41 years", NULL, NULL },
  { "age", "041", "41 years", NULL, NULL },
  { "age", "41 years", "41 years", NULL, NULL },
  { "age", "41Years", "41 years", NULL, NULL },
  { "age", "٤١", "41 years", NULL, NULL },
  { "age", "41.", "41 years", NULL, NULL },
  { "age", "16", "16 years", NULL, NULL },
  { "age", "15", "15 years", NULL, "Is this right? It is usually from 16 years to 100 years." },
  { "age", "100", "100 years", NULL, NULL },
  { "age", "101", "101 years", NULL, "Is this right? It is usually from 16 years to 100 years." },
  { "age", "120", "120 years", NULL, "Is this right? It is usually from 16 years to 100 years." },
  { "age", "121", NULL, "It must be from 0 years to 120 years.", NULL },
  { "age", "-1", NULL, "It must be from 0 years to 120 years.", NULL },
  { "age", "−1", NULL, "It must be from 0 years to 120 years.", NULL },
  { "age", "41.5", NULL, "Type a whole number, without a comma or a point.", NULL },
  { "age", "1,000", NULL, "Type a whole number, without a comma or a point.", NULL },
  { "age", "forty", NULL, "Type a whole number, such as 12.", NULL },
  { "age", "41 kg", NULL, "Type a whole number, such as 12.", NULL },
  { "age", "4 1", NULL, "Type the number without marks or spaces between its digits.", NULL },
  { "age", "-", NULL, "Type a whole number, such as 12.", NULL },
  { "age", ".", NULL, "Type a whole number, such as 12.", NULL },
  { "age", "0x1F", NULL, "Type a whole number, such as 12.", NULL },
  { "age", "1e2", NULL, "Type a whole number, such as 12.", NULL },
  { "count", "0", NULL, "It must be 1 or more.", NULL },
  { "count", "999999999999999", "999999999999999", NULL, NULL },
  { "count", "1000000000000000", NULL, "Type a number of 15 digits or fewer.", NULL },
  { "weight", "70.5", "70.5 kg", NULL, NULL },
  { "weight", "70,5", "70.5 kg", NULL, NULL },
  { "weight", "70.5 kg", "70.5 kg", NULL, NULL },
  { "weight", "70.5KG", "70.5 kg", NULL, NULL },
  { "weight", "1,5", "1.5 kg", NULL, "Is this right? It is usually from 10 kg to 300 kg." },
  { "weight", "6.2", "6.2 kg", NULL, "Is this right? It is usually from 10 kg to 300 kg." },
  { "weight", "1,000", NULL, "This could mean 1000 or 1. Type one of these.", NULL },
  { "weight", "12,345", NULL, "This could mean 12345 or 12.345. Type one of these.", NULL },
  { "weight", "12.345", "12.345 kg", NULL, NULL },
  { "weight", "12,3456", "12.3456 kg", NULL, NULL },
  { "weight", "0.5", NULL, "It must be from 1 kg to 500 kg.", NULL },
  { "weight", "1,234.5", NULL, "Type the number without marks", NULL },
  { "weight", "heavy", NULL, "Type a number, such as 12 or 12.5.", NULL },
  { "score", "0,500", "0.5", NULL, NULL },
  { "score", ".5", "0.5", NULL, NULL },
  { "score", ",5", "0.5", NULL, NULL },
  { "score", "-,25", "-0.25", NULL, NULL },
  { "score", "1234,567", "1234.567", NULL, NULL },
  { "score", "0.000000000000001", "1e-15", NULL, NULL },
  { "score", "1.234567890123456", NULL, "Type a number of 15 digits or fewer.", NULL },
  { "score", "-0", "0", NULL, NULL },
  { "score", "-0.00012345678901", "-0.00012345678901", NULL, NULL },
  { "score", "123456789012345", "123456789012345", NULL, NULL },
  { "score", "1200", "1200", NULL, NULL },
  { "score", "11111111111111111111111111111111111111111111", NULL, "Type a number of 15", NULL },
};

static const Typed dates[] = {
  { "until", "", NULL, NULL, NULL },
  { "until", "2019", "2019", NULL, NULL },
  { "until", " 2019 ", "2019", NULL, NULL },
  { "until", "Mar 2019", "March 2019", NULL, NULL },
  { "until", "Mar. 2019", "March 2019", NULL, NULL },
  { "until", "MARCH 2019", "March 2019", NULL, NULL },
  { "until", "march, 2019", "March 2019", NULL, NULL },
  { "until", "Sept 2019", "September 2019", NULL, NULL },
  { "until", "2019 March", "March 2019", NULL, NULL },
  { "until", "3/2019", "March 2019", NULL, NULL },
  { "until", "03/2019", "March 2019", NULL, NULL },
  { "until", "3.2019", "March 2019", NULL, NULL },
  { "until", "2019-03", "March 2019", NULL, NULL },
  { "until", "2019/3", "March 2019", NULL, NULL },
  { "until", "21/3/2019", "21 March 2019", NULL, NULL },
  { "until", "21.03.2019", "21 March 2019", NULL, NULL },
  { "until", "21-3-2019", "21 March 2019", NULL, NULL },
  { "until", "21 3 2019", "21 March 2019", NULL, NULL },
  { "until", "3/4/2019", "3 April 2019", NULL, NULL },
  { "until", "2019-03-21", "21 March 2019", NULL, NULL },
  { "until", "21 March 2019", "21 March 2019", NULL, NULL },
  { "until", "21st mar 2019", "21 March 2019", NULL, NULL },
  { "until", "2nd May 2019", "2 May 2019", NULL, NULL },
  { "until", "21Mar2019", "21 March 2019", NULL, NULL },
  { "until", "March 21, 2019", "21 March 2019", NULL, NULL },
  { "until", "2019 Mar 21", "21 March 2019", NULL, NULL },
  { "until", "29/2/2024", "29 February 2024", NULL, NULL },
  { "until", "ongoing", "Ongoing", NULL, NULL },
  { "until", "Ongoing", "Ongoing", NULL, NULL },
  { "until", "1899", "1899", NULL, "Is this right? It is very long ago." },
  { "until", "1900", "1900", NULL, NULL },
  { "until", "29/2/2023", NULL, "There is no day 29 in February 2023.", NULL },
  { "until", "0/3/2019", NULL, "There is no day 0 in March 2019.", NULL },
  { "until", "31 June 2019", NULL, "There is no day 31 in June 2019.", NULL },
  { "until", "13/2019", NULL, "There is no month 13.", NULL },
  { "until", "0/2019", NULL, "There is no month 0.", NULL },
  { "until", "31/31/2019", NULL, "There is no month 31.", NULL },
  { "until", "3/21/2019", NULL, "Type the day first, then the month: 21/3/2019.", NULL },
  { "until", "0000", NULL, "There is no year 0.", NULL },
  { "until", "19", NULL, "Type the year with four digits", NULL },
  { "until", "3/19", NULL, "Type the year with four digits", NULL },
  { "until", "Mar 19", NULL, "Type the year with four digits", NULL },
  { "until", "21/3/19", NULL, "Type the year with four digits", NULL },
  { "until", "March", NULL, "Type the year with four digits", NULL },
  { "until", "201", NULL, "Type a date such as", NULL },
  { "until", "20190321", NULL, "Type a date such as", NULL },
  { "until", "21/3/2019/4", NULL, "Type a date such as", NULL },
  { "until", "2019 2020", NULL, "Type a date such as", NULL },
  { "until", "mid 2019", NULL, "Type a date such as", NULL },
  { "until", "Ma 2019", NULL, "Type a date such as", NULL },
  { "until", "soon", NULL, "Type a date such as 21/3/2019, March 2019 or 2019, or type “ongoing”.",
    NULL },
  { "until", "//", NULL, "Type a date such as", NULL },
  { "until", "2019\xe2\x80\xae", NULL, "Type a date such as", NULL },
  { "last-event", "ongoing", NULL, "Type a date such as 21/3/2019, March 2019 or 2019.", NULL },
  { "last-event", "1989", NULL, "It must be from 1 January 1990 to 31 December 2030.", NULL },
  { "last-event", "31/12/1989", NULL, "It must be from 1 January 1990 to 31 December 2030.", NULL },
  { "last-event", "1/1/1990", "1 January 1990", NULL, NULL },
  { "last-event", "1990", "1990", NULL, NULL },
  { "last-event", "12/2030", "December 2030", NULL, NULL },
  { "last-event", "1/2031", NULL, "It must be from 1 January 1990 to 31 December 2030.", NULL },
};

static void
assert_begins (const char *text, const char *beginning)
{
  if (beginning == NULL)
    g_assert_cmpstr (text, ==, NULL);
  else if (text == NULL || !g_str_has_prefix (text, beginning))
    g_assert_cmpstr (text, ==, beginning);
}

static void
assert_typed (CritRules *rules, const Typed *row)
{
  const CritQuestion *question = crit_rules_find_question (rules, row->question);
  g_auto (CritTyped) typed = { 0 };

  g_test_message ("%s: “%s”", row->question, row->text);
  crit_typed_read (question, row->text, &typed);
  g_assert_cmpstr (typed.understood, ==, row->understood);
  assert_begins (typed.problem, row->problem);
  g_assert_cmpstr (typed.doubt, ==, row->doubt);
  g_assert_cmpint (typed.answer.kind == CRIT_ANSWER_OPEN, ==, row->understood == NULL);
}

/* What is put back into a field is read as the answer that it stands for. */
static void
assert_text_returns (CritRules *rules, const Typed *row)
{
  const CritQuestion *question = crit_rules_find_question (rules, row->question);
  g_auto (CritTyped) typed = { 0 };
  g_auto (CritTyped) again = { 0 };
  g_autofree char *text = NULL;

  crit_typed_read (question, row->text, &typed);
  text = crit_typed_dup_text (question, &typed.answer);
  crit_typed_read (question, text, &again);
  g_assert_null (again.problem);
  g_assert_true (crit_answer_equal (&typed.answer, &again.answer));
}

static void
run_table (const Typed *rows, guint n_rows)
{
  g_autoptr (CritRules) rules = fixture_rules ();

  for (guint i = 0; i < n_rows; i++)
    {
      assert_typed (rules, &rows[i]);
      assert_text_returns (rules, &rows[i]);
    }
}

static void
test_numbers (void)
{
  run_table (numbers, G_N_ELEMENTS (numbers));
}

static void
test_dates (void)
{
  run_table (dates, G_N_ELEMENTS (dates));
}

static void
test_today (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_auto (CritTyped) typed = { 0 };
  CritDate before = crit_date_today ();
  CritDate after = { 0 };

  crit_typed_read (crit_rules_find_question (rules, "until"), "Today", &typed);
  after = crit_date_today ();
  g_assert_cmpint (typed.answer.kind, ==, CRIT_ANSWER_DATE);
  g_assert_true (typed.answer.date.day == before.day || typed.answer.date.day == after.day);
}

/* A date that has not come yet is more often a slip than meant. */
static void
test_later (void)
{
  static const struct
  {
    const char *text;
    gboolean doubted;
  } rows[] = {
    { "20 Nov 2026", FALSE }, { "Nov 2026", FALSE }, { "2026", FALSE },
    { "21 Nov 2026", TRUE },  { "Dec 2026", TRUE },  { "2031", TRUE },
    { "31/2/2031", FALSE },   { "", FALSE },
  };
  g_autoptr (CritRules) rules = fixture_rules ();
  const CritQuestion *question = crit_rules_find_question (rules, "until");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (CritTyped) typed = { 0 };

      crit_typed_read (question, rows[i].text, &typed);
      crit_typed_doubt_later (&typed, (CritDate){ .year = 2026, .month = 11, .day = 20 });
      g_assert_cmpint (typed.doubt != NULL, ==, rows[i].doubted);
    }
}

/* An end before its beginning is more often a slip than meant; where a day of it may be later, nothing is asked. */
static void
test_before (void)
{
  static const struct
  {
    const char *text;
    gboolean doubted;
  } rows[] = {
    { "20 Mar 2019", TRUE }, { "Feb 2019", TRUE }, { "2018", TRUE },      { "21 Mar 2019", FALSE },
    { "Mar 2019", FALSE },   { "2019", FALSE },    { "Apr 2019", FALSE }, { "31/2/2019", FALSE },
  };
  g_autoptr (CritRules) rules = fixture_rules ();
  const CritQuestion *question = crit_rules_find_question (rules, "until");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (CritTyped) typed = { 0 };

      crit_typed_read (question, rows[i].text, &typed);
      crit_typed_doubt_before (&typed, (CritDate){ .year = 2019, .month = 3, .day = 21 });
      g_assert_cmpint (typed.doubt != NULL, ==, rows[i].doubted);
      g_clear_pointer (&typed.doubt, g_free);
      crit_typed_doubt_before (&typed, (CritDate){ 0 });
      g_assert_null (typed.doubt);
    }
}

/* Each month by its name, by each shorter form of three letters or more, in any case. */
static void
test_month_names (void)
{
  static const char *const names[] = { "January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December" };
  g_autoptr (CritRules) rules = fixture_rules ();
  const CritQuestion *question = crit_rules_find_question (rules, "until");

  for (guint month = 1; month <= G_N_ELEMENTS (names); month++)
    for (gsize length = 3; length <= strlen (names[month - 1]); length++)
      {
        g_autofree char *name = g_strndup (names[month - 1], length);
        g_autofree char *text = g_strconcat (name, " 2020", NULL);
        g_auto (CritTyped) typed = { 0 };

        crit_typed_read (question, text, &typed);
        g_assert_cmpint (typed.answer.date.month, ==, month);
        g_assert_cmpint (typed.answer.date.year, ==, 2020);
      }
}

static void
test_words (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_auto (CritTyped) line = { 0 };
  g_auto (CritTyped) lines = { 0 };
  g_autofree char *text = NULL;

  crit_typed_read (crit_rules_find_question (rules, "words"), " a\nb ", &line);
  g_assert_cmpstr (line.answer.text, ==, " a b ");
  crit_typed_read (crit_rules_find_question (rules, "story"), "a\nb", &lines);
  g_assert_cmpstr (lines.answer.text, ==, "a\nb");
  text = crit_typed_dup_text (crit_rules_find_question (rules, "story"), &lines.answer);
  g_assert_cmpstr (text, ==, "a\nb");
}

static void
test_nothing_to_put_back (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  const CritQuestion *age = crit_rules_find_question (rules, "age");
  g_autofree char *open = crit_typed_dup_text (age, &(CritAnswer){ .kind = CRIT_ANSWER_OPEN });
  g_autofree char *unknown =
      crit_typed_dup_text (age, &(CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN });

  g_assert_cmpstr (open, ==, "");
  g_assert_cmpstr (unknown, ==, "");
}

/* The languages of a computer differ, so the one needed is made: with the tool that every C library comes with, from the
   sources in the package "locales". */
static char *
make_german_locale (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("criteria-locale-XXXXXX", &error);
  g_autofree char *locale = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *const command[] = { "localedef", "-f", "UTF-8", "-i", "de_DE", locale, NULL };
  int status = 0;

  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Where the comma is the decimal separator, the point could mean two things. */
static void
test_other_locale (void)
{
  static const Typed rows[] = {
    { "weight", "12,345", "12,345 kg", NULL, NULL },
    { "weight", "12.345", NULL, "This could mean 12345 or 12,345. Type one of these.", NULL },
    { "weight", "70.5", "70,5 kg", NULL, NULL },
    { "until", "März 2019", "March 2019", NULL, NULL },
    { "until", "21. Dez. 2019", "21 December 2019", NULL, NULL },
    { "until", "21 May 2019", "21 May 2019", NULL, NULL },
    { "until", "Mai 2019", "May 2019", NULL, NULL },
  };
  g_autofree char *folder = make_german_locale ();

  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  run_table (rows, G_N_ELEMENTS (rows));
  g_assert_nonnull (setlocale (LC_ALL, "C"));
  g_unsetenv ("LOCPATH");
  remove_folder (folder);
}

static void
test_nhs_number (void)
{
  static const struct
  {
    const char *reference;
    gboolean looks_like_one;
  } rows[] = {
    { "9434765919", TRUE },   { "943 476 5919", TRUE },
    { "943-476-5919", TRUE }, { " 9434765919 ", TRUE },
    { "9434765918", FALSE },  { "9434765910", FALSE },
    { "943476591", FALSE },   { "94347659190", FALSE },
    { "A-17", FALSE },        { "", FALSE },
    { "A9434765919", FALSE }, { "943/476/5919", FALSE },
    { "4010232137", TRUE },   { "4010232138", FALSE },
    { "1000000060", TRUE },   { "1000000061", FALSE },
    { "1000000010", FALSE },  { "1000000011", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (crit_reference_looks_like_nhs_number (rows[i].reference), ==,
                     rows[i].looks_like_one);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/numbers", test_numbers);
  g_test_add_func ("/typed/dates", test_dates);
  g_test_add_func ("/typed/today", test_today);
  g_test_add_func ("/typed/later", test_later);
  g_test_add_func ("/typed/before", test_before);
  g_test_add_func ("/typed/month-names", test_month_names);
  g_test_add_func ("/typed/words", test_words);
  g_test_add_func ("/typed/nothing-to-put-back", test_nothing_to_put_back);
  g_test_add_func ("/typed/other-locale", test_other_locale);
  g_test_add_func ("/typed/nhs-number", test_nhs_number);
  return g_test_run ();
}
