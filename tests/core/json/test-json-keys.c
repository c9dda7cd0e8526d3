/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json-outcome.h"

#include <string.h>

static const OutcomeCase cases[] = {
  CASE ("{\"a\":1,\"a\":2}", "duplicate-key 1:8"),
  CASE ("{\"a\":1,\"a\":1}", "duplicate-key 1:8"),
  CASE ("{\"\":1,\"\":2}", "duplicate-key 1:7"),
  CASE ("{\"a\":1,\"b\":2,\"a\":3}", "duplicate-key 1:14"),
  CASE ("{\"a\":1,\n \"b\":2,\n  \"a\":3}", "duplicate-key 3:3"),
  CASE ("{\"a\":1,\"\\u0061\":2}", "duplicate-key 1:8"),
  CASE ("{\"\\u0061\":1,\"a\":2}", "duplicate-key 1:13"),
  CASE ("{\"\\u0061\":1,\"\\u0062\":2,\"\\u0061\":3}", "duplicate-key 1:24"),
  CASE ("{\"\\u00e9\":1,\"\xC3\xA9\":2}", "duplicate-key 1:13"),
  CASE ("{\"a\":{\"b\":1,\"b\":2}}", "duplicate-key 1:13"),
  CASE ("{\"a\":{\"b\":1},\"a\":2}", "duplicate-key 1:14"),
  CASE ("{\"a\":{\"a\":1}}", "{ a: { a: i1 } }"),
  CASE ("{\"a\":{\"b\":1},\"b\":2}", "{ a: { b: i1 } b: i2 }"),
  CASE ("{\"a\":{\"\\u0062\":1},\"\\u0062\":2}", "{ a: { b: i1 } b: i2 }"),
  CASE ("[{\"a\":1},{\"a\":2}]", "[ { a: i1 } { a: i2 } ]"),
  CASE ("{\"a\":[{\"a\":1},{\"a\":2}],\"b\":3}", "{ a: [ { a: i1 } { a: i2 } ] b: i3 }"),
  CASE ("{\"a\":1,\"A\":2}", "{ a: i1 A: i2 }"),
  CASE ("{\"a\":1,\"a \":2}", "{ a: i1 a : i2 }"),
};

static void
test_cases (void)
{
  assert_outcomes (cases, G_N_ELEMENTS (cases));
}

/* An object of @n keys, the last of which is @last. */
static char *
dup_crowded (guint n, const char *last)
{
  g_autoptr (GString) text = g_string_new ("{");

  for (guint i = 0; i + 1 < n; i++)
    g_string_append_printf (text, "\"k%u\":0,", i);
  g_string_append_printf (text, "\"%s\":0}", last);
  return g_strdup (text->str);
}

static gboolean
is_duplicate (guint n, const char *last)
{
  g_autofree char *text = dup_crowded (n, last);
  g_autofree char *outcome = dup_outcome (text, strlen (text));

  return g_str_has_prefix (outcome, "duplicate-key");
}

/* Small and large objects are searched in different ways. */
static void
test_sizes (void)
{
  for (guint n = 2; n < 200; n++)
    {
      g_autofree char *previous = g_strdup_printf ("k%u", n - 2);
      g_autofree char *middle = g_strdup_printf ("\\u006b%u", (n - 2) / 2);
      g_autofree char *fresh = g_strdup_printf ("k%u", n);

      g_assert_true (is_duplicate (n, "k0"));
      g_assert_true (is_duplicate (n, previous));
      g_assert_true (is_duplicate (n, middle));
      g_assert_false (is_duplicate (n, fresh));
    }
}

/* A file full of keys must not take long to refuse: compared each with each, these would take hours. */
static void
test_many (void)
{
  g_assert_true (is_duplicate (300000, "k12345"));
  g_assert_false (is_duplicate (300000, "other"));
}

/* A large object within a large object: the outer one's keys are still known when the inner one ends. */
static void
test_nested (void)
{
  g_autofree char *inner = dup_crowded (50, "last");
  g_autofree char *outer = dup_crowded (50, "last");
  g_autofree char *text = NULL;
  g_autofree char *outcome = NULL;

  outer[strlen (outer) - 1] = '\0';
  text = g_strdup_printf ("%s,\n\"inner\":%s,\n\"k7\":1}", outer, inner);
  outcome = dup_outcome (text, strlen (text));
  g_assert_cmpstr (outcome, ==, "duplicate-key 3:1");
}

/* A long key is shown shortened, and never cut within a character. */
static void
test_long_key (void)
{
  g_autoptr (GString) key = g_string_new ("x");
  g_autofree char *text = NULL;
  g_autoptr (CritJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (key, "\xE2\x82\xAC");
  text = g_strdup_printf ("{\"%s\":1,\"%s\":2}", key->str, key->str);
  reader = crit_json_reader_new (text, strlen (text));
  while (crit_json_reader_next (reader, &error) != CRIT_JSON_ERROR_EVENT)
    g_assert_no_error (error);
  g_assert_error (error, CRIT_JSON_ERROR, CRIT_JSON_ERROR_DUPLICATE_KEY);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/keys/cases", test_cases);
  g_test_add_func ("/json/keys/sizes", test_sizes);
  g_test_add_func ("/json/keys/many", test_many);
  g_test_add_func ("/json/keys/nested", test_nested);
  g_test_add_func ("/json/keys/long-key", test_long_key);
  return g_test_run ();
}
