/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-tree.h"

#include <string.h>

#include "json/crit-json-reader.h"
#include "json/crit-json-writer.h"

static CritJsonTree *
read_tree (const char *text, GPtrArray *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return crit_json_tree_new (bytes, findings);
}

static CritJsonTree *
read_good (const char *text)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritJsonTree *tree = read_tree (text, findings);

  g_assert_nonnull (tree);
  g_assert_cmpuint (findings->len, ==, 0);
  return tree;
}

/* The first node, in the order of the file, that begins with @start. */
static JsonNode *
find_node (CritJsonTree *tree, JsonNode *node, const char *text, const char *start)
{
  JsonNode *found = NULL;

  if (g_str_has_prefix (text + crit_json_tree_get_offset (tree, node), start))
    return node;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *l = members; l != NULL && found == NULL; l = l->next)
        found = find_node (tree, l->data, text, start);
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GList) elements = json_array_get_elements (json_node_get_array (node));

      for (GList *l = elements; l != NULL && found == NULL; l = l->next)
        found = find_node (tree, l->data, text, start);
    }
  return found;
}

static void
test_places (void)
{
  static const char text[] = "{ \"a/b\": [10, {\"~\": 20, \"\": 30}],\n"
                             "  \"caf\xC3\xA9\": {\"x\": [[40]]}, \"0\": 50 }";
  static const struct
  {
    const char *start;
    const char *pointer;
    const char *key;
  } cases[] = {
    { "{ \"a/b", "", "{ \"a/b" },
    { "[10", "/a~1b", "\"a/b\"" },
    { "10", "/a~1b/0", "10" },
    { "{\"~\"", "/a~1b/1", "{\"~\"" },
    { "20", "/a~1b/1/~0", "\"~\"" },
    { "30", "/a~1b/1/", "\"\"" },
    { "{\"x\"", "/caf\xC3\xA9", "\"caf" },
    { "[[40", "/caf\xC3\xA9/x", "\"x\"" },
    { "[40", "/caf\xC3\xA9/x/0", "[40" },
    { "40", "/caf\xC3\xA9/x/0/0", "40" },
    { "50", "/0", "\"0\"" },
  };
  g_autoptr (CritJsonTree) tree = read_good (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JsonNode *node = find_node (tree, crit_json_tree_get_root (tree), text, cases[i].start);
      g_autofree char *pointer = NULL;

      g_assert_nonnull (node);
      pointer = crit_json_tree_dup_pointer (tree, node);
      g_assert_cmpstr (pointer, ==, cases[i].pointer);
      g_assert_true (
          g_str_has_prefix (text + crit_json_tree_get_key_offset (tree, node), cases[i].key));
    }
}

static void
test_types (void)
{
  g_autoptr (CritJsonTree) tree =
      read_good ("[0, 0.0, false, \"\", null, {}, [], 1.5, true, \"a\\u00e9\"]");
  JsonArray *array = json_node_get_array (crit_json_tree_get_root (tree));

  g_assert_true (json_node_get_value_type (json_array_get_element (array, 0)) == G_TYPE_INT64);
  g_assert_true (json_node_get_value_type (json_array_get_element (array, 1)) == G_TYPE_DOUBLE);
  g_assert_true (json_node_get_value_type (json_array_get_element (array, 2)) == G_TYPE_BOOLEAN);
  g_assert_true (json_node_get_value_type (json_array_get_element (array, 3)) == G_TYPE_STRING);
  g_assert_true (JSON_NODE_HOLDS_NULL (json_array_get_element (array, 4)));
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 5)));
  g_assert_true (JSON_NODE_HOLDS_ARRAY (json_array_get_element (array, 6)));
  g_assert_cmpfloat (json_array_get_double_element (array, 7), ==, 1.5);
  g_assert_true (json_array_get_boolean_element (array, 8));
  g_assert_cmpstr (json_array_get_string_element (array, 9), ==, "a\xC3\xA9");
}

/* One error, with its place and the JSON Pointer of what was being read. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *line;
    const char *pointer;
  } cases[] = {
    { "", "f:1:1: error: The file is empty. [empty]", "" },
    { "{\"a\":[1,{\"b\":tru}]}", "f:1:14: error: *[syntax]", "/a/1/b" },
    { "{\"a\":[1,\n 2 3]}", "f:2:4: error: *[syntax]", "/a" },
    { "{\"a\":1,\n\"a\":2}", "f:2:1: error: *[duplicate-key]", "" },
    { "{\"criteria\":[{\"text\":\"a\"},{\"text\":\"\\q\"}]}", "f:1:*[string]", "/criteria/1/text" },
    { "[1] [2]", "f:1:5: error: *[trailing]", "" },
    { "{\"a\"", "f:1:5: error: *[truncated]", "/a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritJsonTree) tree = read_tree (cases[i].text, findings);
      const CritFinding *finding = NULL;
      g_autofree char *line = NULL;

      g_assert_null (tree);
      g_assert_cmpuint (findings->len, ==, 1);
      finding = g_ptr_array_index (findings, 0);
      line = crit_finding_to_line (finding, "f");
      g_test_message ("%s", line);
      g_assert_cmpint (finding->severity, ==, CRIT_SEVERITY_ERROR);
      g_assert_cmpstr (finding->pointer, ==, cases[i].pointer);
      g_assert_true (g_pattern_match_simple (cases[i].line, line));
    }
}

static void
test_report (void)
{
  g_autoptr (CritJsonTree) tree = read_good ("{\n  \"a\": [ true ]\n}");
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  JsonObject *object = json_node_get_object (crit_json_tree_get_root (tree));
  JsonNode *array = json_object_get_member (object, "a");
  JsonNode *element = json_array_get_element (json_node_get_array (array), 0);
  g_autofree char *value_line = NULL;
  g_autofree char *key_line = NULL;

  crit_json_tree_report (tree, findings, CRIT_SEVERITY_ERROR, element, "wrong-type",
                         "%s must be %d", "This", 7);
  crit_json_tree_report_key (tree, findings, CRIT_SEVERITY_WARNING, array, "unknown-key",
                             "“%s” is not known.", "a");
  g_assert_cmpuint (findings->len, ==, 2);
  value_line = crit_finding_to_line (g_ptr_array_index (findings, 0), "x.json");
  key_line = crit_finding_to_line (g_ptr_array_index (findings, 1), "x.json");
  g_assert_cmpstr (value_line, ==, "x.json:2:10: error: This must be 7 [wrong-type]");
  g_assert_cmpstr (key_line, ==, "x.json:2:3: warning: “a” is not known. [unknown-key]");
  g_assert_cmpstr (((CritFinding *) g_ptr_array_index (findings, 0))->pointer, ==, "/a/0");
}

static void
test_deepest (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CritJsonTree) tree = NULL;
  g_autofree char *pointer = NULL;
  JsonNode *node = NULL;

  for (guint i = 0; i < CRIT_JSON_MAX_DEPTH; i++)
    g_string_append (text, "[");
  g_string_append (text, "7");
  for (guint i = 0; i < CRIT_JSON_MAX_DEPTH; i++)
    g_string_append (text, "]");
  tree = read_good (text->str);
  node = find_node (tree, crit_json_tree_get_root (tree), text->str, "7");
  pointer = crit_json_tree_dup_pointer (tree, node);
  g_assert_cmpuint (strlen (pointer), ==, 2 * CRIT_JSON_MAX_DEPTH);
}

/* Any text with any byte changed is refused with one finding, or comes back from the writer the same. */
static void
test_round_trip_of_changed_texts (void)
{
  static const char sample[] =
      "{\"a\":[1,-2.5e1,true,null,\"\\u00e9\\n\"],\"b\":{\"c\":{}},\"d\":[[]]}";

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup (sample);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritJsonTree) tree = NULL;
      g_autoptr (CritJsonTree) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *rewritten = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        text[g_test_rand_int_range (0, sizeof sample - 1)] =
            sample[g_test_rand_int_range (0, sizeof sample - 1)];
      tree = read_tree (text, findings);
      g_assert_cmpuint (findings->len, ==, tree == NULL ? 1 : 0);
      if (tree == NULL)
        continue;
      written = crit_json_write (crit_json_tree_get_root (tree), CRIT_JSON_INDENTED);
      again = read_good (written);
      rewritten = crit_json_write (crit_json_tree_get_root (again), CRIT_JSON_INDENTED);
      g_assert_cmpstr (rewritten, ==, written);
      g_assert_true (
          json_node_equal (crit_json_tree_get_root (tree), crit_json_tree_get_root (again)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/tree/places", test_places);
  g_test_add_func ("/json/tree/types", test_types);
  g_test_add_func ("/json/tree/refused", test_refused);
  g_test_add_func ("/json/tree/report", test_report);
  g_test_add_func ("/json/tree/deepest", test_deepest);
  g_test_add_func ("/json/tree/round-trip-of-changed-texts", test_round_trip_of_changed_texts);
  return g_test_run ();
}
