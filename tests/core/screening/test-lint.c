/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-lint.h"

#include <string.h>

#define RULES(review, when)                                                                        \
  "{ \"format\": \"criteria-rules/1\", \"id\": \"small\", \"version\": \"1\", \"title\": \"T\",\n" \
  "\"language\": \"en-GB\", \"status\": \"active\", \"effective-from\": \"2020-01-01\",\n"         \
  "\"review-by\": \"" review "\", \"about\": \"A\",\n"                                             \
  "\"sources\": [ { \"id\": \"s0\", \"title\": \"S\", \"publisher\": \"P\",\n"                     \
  "\"published\": \"2020-01-01\", \"retrieved\": \"2020-01-01\",\n"                                \
  "\"url\": \"https://example.org/\" } ],\n"                                                       \
  "\"sections\": [ { \"id\": \"a\", \"title\": \"A\", \"questions\": [\n"                          \
  "{ \"id\": \"x\", \"type\": \"boolean\", \"text\": \"X?\" } ] } ],\n"                            \
  "\"criteria\": [ { \"id\": \"c\", \"section\": \"a\", \"kind\": \"requirement\",\n"              \
  "\"text\": \"C.\", \"when\": " when ",\n"                                                        \
  "\"sources\": [ { \"source\": \"s0\", \"certainty\": \"verified\" } ] } ],\n"                    \
  "\"cases\": [] }\n"

#define PLAIN "{ \"answer\": \"x\", \"is\": true }"
#define NEVER "{ \"all\": [ " PLAIN ", { \"not\": " PLAIN " } ] }"

static GPtrArray *
lint (const char *text, gboolean usable)
{
  GPtrArray *findings = crit_findings_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CritRules) rules = crit_lint (bytes, (CritDate){ 2026, 11, 20 }, findings);

  g_assert_cmpint (rules != NULL, ==, usable);
  return findings;
}

static gboolean
has (GPtrArray *findings, const char *code)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((CritFinding *) g_ptr_array_index (findings, i))->code, code))
      return TRUE;
  return FALSE;
}

/* What reading tells, what the date tells, and what analysis tells, in the order of the file. */
static void
test_warnings (void)
{
  g_autoptr (GPtrArray) findings = lint (RULES ("2026-11-19", NEVER), TRUE);
  guint line = 0;

  g_assert_true (has (findings, "past-review"));
  g_assert_true (has (findings, "never-met"));
  for (guint i = 0; i < findings->len; i++)
    {
      CritFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (finding->severity, ==, CRIT_SEVERITY_WARNING);
      g_assert_cmpuint (finding->line, >=, line);
      line = finding->line;
    }
}

static void
test_nothing_of_the_kind (void)
{
  g_autoptr (GPtrArray) findings = lint (RULES ("2026-11-20", PLAIN), TRUE);

  g_assert_false (has (findings, "past-review"));
  g_assert_false (has (findings, "never-met"));
}

static void
test_errors (void)
{
  g_autoptr (GPtrArray) findings = lint ("{ \"format\": \"criteria-rules/1\" }", FALSE);

  g_assert_true (crit_findings_have_errors (findings));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lint/warnings", test_warnings);
  g_test_add_func ("/lint/nothing-of-the-kind", test_nothing_of_the_kind);
  g_test_add_func ("/lint/errors", test_errors);
  return g_test_run ();
}
