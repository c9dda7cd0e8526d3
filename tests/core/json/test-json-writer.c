/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-writer.h"

#include <float.h>
#include <string.h>

#include "json/crit-json-tree.h"

static char *
rewrite (const char *text, CritJsonLayout layout)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritJsonTree) tree = crit_json_tree_new (bytes, findings);

  g_assert_cmpuint (findings->len, ==, 0);
  return crit_json_write (crit_json_tree_get_root (tree), layout);
}

/* These come back byte for byte; 0, false, the empty text, null and absence are five things. */
static void
test_compact (void)
{
  static const char *const texts[] = {
    "0",
    "-1",
    "9007199254740991",
    "-9007199254740991",
    "0.1",
    "-2.5",
    "false",
    "true",
    "null",
    "\"\"",
    "[]",
    "{}",
    "[0,false,\"\",null]",
    "{\"z\":1,\"a\":2,\"m\":{\"y\":[],\"b\":{}}}",
    "{\"age\":41,\"x\":{\"unknown\":\"awaiting\"}}",
    "\"\\\"\\\\\\n\\t/\"",
    "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"",
    "{\"\":0,\"\\\"\":1,\"\\n\":2}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *written = rewrite (texts[i], CRIT_JSON_COMPACT);

      g_assert_cmpstr (written, ==, texts[i]);
    }
}

static void
test_indented (void)
{
  g_autofree char *written =
      rewrite ("{\"b\":[1,{\"c\":\"d\"},[]],\"a\":{},\"e\":null}", CRIT_JSON_INDENTED);
  g_autofree char *scalar = rewrite ("7", CRIT_JSON_INDENTED);

  g_assert_cmpstr (written, ==,
                   "{\n  \"b\": [\n    1,\n    {\n      \"c\": \"d\"\n    },\n    []\n  ],\n"
                   "  \"a\": {},\n  \"e\": null\n}\n");
  g_assert_cmpstr (scalar, ==, "7\n");
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 1, "1" },
    { -1, "-1" },
    { 0.1, "0.1" },
    { -0.1, "-0.1" },
    { 0.3, "0.3" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 36.6, "36.6" },
    { 100, "100" },
    { 1234567890.12345, "1234567890.12345" },
    { 1.0 / 3.0, "0.3333333333333333" },
    { 2.0 / 3.0, "0.6666666666666666" },
    { 1e15, "1e+15" },
    { 1e22, "1e+22" },
    { 1e-7, "1e-07" },
    { 123456789012345.0, "123456789012345" },
    { DBL_MAX, "1.7976931348623157e+308" },
    { DBL_MIN, "2.2250738585072014e-308" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      crit_json_write_number (text, cases[i].value);
      g_assert_cmpstr (text->str, ==, cases[i].text);
      g_assert_cmpfloat (g_ascii_strtod (text->str, NULL), ==, cases[i].value);
    }
}

/* What has at most fifteen digits comes back as the same number, and is as short as it was. */
static void
test_every_decimal (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d.%04d7", g_test_rand_int_range (0, 1000000),
                                               g_test_rand_int_range (0, 10000));
      g_autofree char *written = rewrite (text, CRIT_JSON_COMPACT);

      g_assert_cmpstr (written, ==, text);
    }
}

static void
test_numbers_are_finite (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GString) text = g_string_new (NULL);

      crit_json_write_number (text, G_MAXDOUBLE * 10);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*isfinite*");
}

static void
test_strings (void)
{
  static const struct
  {
    const char *value;
    const char *text;
  } cases[] = {
    { "", "\"\"" },
    { "a", "\"a\"" },
    { "\"", "\"\\\"\"" },
    { "\\", "\"\\\\\"" },
    { "</script>&'", "\"</script>&'\"" },
    { "a\nb\tc", "\"a\\nb\\tc\"" },
    { "\x01", "\"\xEF\xBF\xBD\"" },
    { "\x1b[2J", "\"\xEF\xBF\xBD[2J\"" },
    { "\x7f", "\"\xEF\xBF\xBD\"" },
    { "\xC2\x85", "\"\xEF\xBF\xBD\"" },
    { "\xE2\x80\xAE", "\"\xEF\xBF\xBD\"" },
    { "\xEF\xBF\xBF", "\"\xEF\xBF\xBD\"" },
    { "\xE9t\xE9", "\"\xEF\xBF\xBDt\xEF\xBF\xBD\"" },
    { "100 % %s %n", "\"100 % %s %n\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *again = NULL;

      crit_json_write_string (text, cases[i].value);
      g_assert_cmpstr (text->str, ==, cases[i].text);
      again = rewrite (text->str, CRIT_JSON_COMPACT);
      g_assert_cmpstr (again, ==, text->str);
    }
}

/* Members keep the order they were added in, also after one was replaced. */
static void
test_order (void)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *written = NULL;
  JsonObject *object = json_object_new ();

  for (int i = 9; i >= 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("k%d", i);

      json_object_set_int_member (object, name, i);
    }
  json_object_set_boolean_member (object, "k9", TRUE);
  json_node_take_object (node, object);
  written = crit_json_write (node, CRIT_JSON_COMPACT);
  g_assert_cmpstr (written, ==,
                   "{\"k9\":true,\"k8\":8,\"k7\":7,\"k6\":6,\"k5\":5,\"k4\":4,\"k3\":3,\"k2\":2,"
                   "\"k1\":1,\"k0\":0}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/writer/compact", test_compact);
  g_test_add_func ("/json/writer/indented", test_indented);
  g_test_add_func ("/json/writer/numbers", test_numbers);
  g_test_add_func ("/json/writer/every-decimal", test_every_decimal);
  g_test_add_func ("/json/writer/numbers-are-finite", test_numbers_are_finite);
  g_test_add_func ("/json/writer/strings", test_strings);
  g_test_add_func ("/json/writer/order", test_order);
  return g_test_run ();
}
