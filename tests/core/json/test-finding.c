/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-finding.h"

#include <string.h>

static const char text[] = "first\nsec\xC3\xB3nd\r\nthird";

static CritFinding *
make_at (const char *word, const char *code)
{
  return crit_finding_new (CRIT_SEVERITY_ERROR, text, strlen (text), strstr (text, word) - text,
                           "/a/0", code, "Something is wrong.");
}

static void
test_place (void)
{
  g_autoptr (CritFinding) finding = make_at ("nd", "odd");

  g_assert_cmpuint (finding->line, ==, 2);
  g_assert_cmpuint (finding->column, ==, 5);
  g_assert_cmpstr (finding->pointer, ==, "/a/0");
  g_assert_cmpstr (finding->code, ==, "odd");
}

static void
test_lines (void)
{
  g_autoptr (CritFinding) placed = make_at ("third", "odd");
  g_autoptr (CritFinding) whole = crit_finding_new (CRIT_SEVERITY_WARNING, NULL, 0, 0, NULL,
                                                    "past-review", "The review date has passed.");
  g_autoptr (CritFinding) hostile = crit_finding_new (
      CRIT_SEVERITY_ERROR, text, strlen (text), 0, NULL, "odd", "a\nb\x1b[31m\xE2\x80\xAE\xFF%s");
  g_autofree char *placed_line = crit_finding_to_line (placed, "r.json");
  g_autofree char *whole_line = crit_finding_to_line (whole, "r.json");
  g_autofree char *hostile_line = crit_finding_to_line (hostile, "r\r.json");

  g_assert_cmpstr (placed_line, ==, "r.json:3:1: error: Something is wrong. [odd]");
  g_assert_cmpstr (whole_line, ==, "r.json: warning: The review date has passed. [past-review]");
  g_assert_cmpstr (hostile_line, ==,
                   "r\\u000d.json:1:1: error: a\\nb\\u001b[31m\\u202e\\xff%s [odd]");
}

static void
test_copy (void)
{
  g_autoptr (CritFinding) finding = make_at ("nd", "odd");
  g_autoptr (CritFinding) copy = g_boxed_copy (CRIT_TYPE_FINDING, finding);

  g_assert_true (copy != finding && copy->message != finding->message);
  g_assert_cmpint (copy->severity, ==, finding->severity);
  g_assert_cmpuint (copy->line, ==, finding->line);
  g_assert_cmpuint (copy->column, ==, finding->column);
  g_assert_cmpstr (copy->pointer, ==, finding->pointer);
  g_assert_cmpstr (copy->code, ==, finding->code);
  g_assert_cmpstr (copy->message, ==, finding->message);
}

static void
test_errors (void)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_assert_false (crit_findings_have_errors (findings));
  g_ptr_array_add (findings, crit_finding_new (CRIT_SEVERITY_WARNING, NULL, 0, 0, NULL, "a", "A."));
  g_assert_false (crit_findings_have_errors (findings));
  g_ptr_array_add (findings, make_at ("third", "b"));
  g_assert_true (crit_findings_have_errors (findings));
}

static void
test_sort (void)
{
  static const char *const codes[] = { "whole", "a", "b", "c", "d", "e" };
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_ptr_array_add (findings, make_at ("third", "d"));
  g_ptr_array_add (findings, make_at ("third", "e"));
  g_ptr_array_add (findings, make_at ("nd", "c"));
  g_ptr_array_add (findings, make_at ("sec", "b"));
  g_ptr_array_add (findings, make_at ("first", "a"));
  g_ptr_array_add (findings,
                   crit_finding_new (CRIT_SEVERITY_ERROR, NULL, 0, 0, NULL, "whole", "A."));
  crit_findings_sort (findings);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpstr (((CritFinding *) g_ptr_array_index (findings, i))->code, ==, codes[i]);
}

/* However many there are, all are counted. */
static void
test_text (void)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autofree char *none = crit_findings_dup_text (findings, "f", 2);
  g_autofree char *two = NULL;
  g_autofree char *some = NULL;

  g_assert_cmpstr (none, ==, "");
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (findings,
                     crit_finding_new (CRIT_SEVERITY_WARNING, NULL, 0, 0, NULL, "a", "A."));
  two = crit_findings_dup_text (findings, "f", 2);
  g_assert_cmpstr (two, ==, "f: warning: A. [a]\nf: warning: A. [a]\nand 1 more.");
  some = crit_findings_dup_text (findings, "f", 1);
  g_assert_cmpstr (some, ==, "f: warning: A. [a]\nand 2 more.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/finding/place", test_place);
  g_test_add_func ("/json/finding/lines", test_lines);
  g_test_add_func ("/json/finding/copy", test_copy);
  g_test_add_func ("/json/finding/errors", test_errors);
  g_test_add_func ("/json/finding/sort", test_sort);
  g_test_add_func ("/json/finding/text", test_text);
  return g_test_run ();
}
