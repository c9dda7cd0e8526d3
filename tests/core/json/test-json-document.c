/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-document.h"

#include <string.h>

static const char sample[] =
    "{\"a\": [1, -2.5, true, null, \"\\u00e9\"],\n \"b\": {\"c\": {}, \"cc\": []}, \"\": \"d\"}";

static CritJsonDocument *
read_good (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritJsonDocument *document = crit_json_document_new (bytes, findings);

  g_assert_nonnull (document);
  g_assert_cmpuint (findings->len, ==, 0);
  return document;
}

static const CritJsonNode *
get_item (const CritJsonNode *container, guint index)
{
  const CritJsonNode *item = crit_json_node_get_first (container);

  while (index-- > 0)
    item = crit_json_node_get_next (item);
  return item;
}

static void
test_values (void)
{
  g_autoptr (CritJsonDocument) document = read_good (sample);
  const CritJsonNode *root = crit_json_document_get_root (document);
  const CritJsonNode *array = crit_json_node_get_member (root, "a");

  g_assert_true (crit_json_node_is (root, CRIT_JSON_TYPE_OBJECT));
  g_assert_cmpuint (root->n_items, ==, 3);
  g_assert_null (root->key);
  g_assert_true (crit_json_node_is (array, CRIT_JSON_TYPE_ARRAY));
  g_assert_cmpuint (array->n_items, ==, 5);
  g_assert_cmpint (get_item (array, 0)->integer, ==, 1);
  g_assert_cmpfloat (get_item (array, 1)->decimal, ==, -2.5);
  g_assert_true (get_item (array, 2)->boolean);
  g_assert_true (crit_json_node_is (get_item (array, 3), CRIT_JSON_TYPE_NULL));
  g_assert_cmpstr (get_item (array, 4)->string, ==, "\xC3\xA9");
  g_assert_null (crit_json_node_get_next (get_item (array, 4)));
}

static void
test_members (void)
{
  g_autoptr (CritJsonDocument) document = read_good (sample);
  const CritJsonNode *root = crit_json_document_get_root (document);
  const CritJsonNode *object = crit_json_node_get_member (root, "b");

  g_assert_cmpstr (crit_json_node_get_member (root, "")->string, ==, "d");
  g_assert_cmpuint (crit_json_node_get_member (object, "c")->type, ==, CRIT_JSON_TYPE_OBJECT);
  g_assert_cmpuint (crit_json_node_get_member (object, "cc")->type, ==, CRIT_JSON_TYPE_ARRAY);
  g_assert_null (crit_json_node_get_member (object, "ccc"));
  g_assert_null (crit_json_node_get_member (object, "a"));
  /* What has no members has none of that name. */
  g_assert_null (crit_json_node_get_member (NULL, "a"));
  g_assert_null (crit_json_node_get_member (crit_json_node_get_member (root, "a"), "a"));
  g_assert_null (crit_json_node_get_first (crit_json_node_get_member (object, "c")));
  g_assert_null (crit_json_node_get_first (crit_json_node_get_member (root, "")));
  g_assert_null (crit_json_node_get_first (NULL));
}

/* Each node of a made-up text, the way to it, and the byte where it stands lead to each other. */
static void
check_node (CritJsonDocument *document,
            const CritJsonNode *node,
            const char *pointer,
            guint *n_nodes)
{
  g_autofree char *found =
      crit_json_node_dup_pointer (crit_json_document_get_root (document), node);
  guint n_items = 0;

  (*n_nodes)++;
  g_assert_cmpstr (found, ==, pointer);
  g_assert_true (crit_json_document_find (document, node->offset) == node);
  g_assert_cmpuint (crit_json_document_get_key_offset (document, node), <=, node->offset);
  CRIT_JSON_FOREACH (item, node)
    {
      const gboolean is_member = crit_json_node_is (node, CRIT_JSON_TYPE_OBJECT);
      g_autofree char *step = g_strdup_printf (is_member ? "%s/k%u" : "%s/%u", pointer, n_items);

      g_assert_true ((item->key != NULL) == is_member);
      check_node (document, item, step, n_nodes);
      n_items++;
    }
  if (node->type >= CRIT_JSON_TYPE_ARRAY)
    g_assert_cmpuint (n_items, ==, node->n_items);
}

static guint
append_value (GString *text, guint depth)
{
  const guint n_items = depth > 0 ? (guint) g_test_rand_int_range (0, 5) : 0;
  const gboolean is_object = g_test_rand_bit ();
  guint n_nodes = 1;

  if (depth == 0)
    {
      g_string_append (text, g_test_rand_bit () ? "7" : "\"seven\"");
      return 1;
    }
  g_string_append (text, is_object ? "{ " : "[");
  for (guint i = 0; i < n_items; i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "");
      if (is_object)
        g_string_append_printf (text, "\"k%u\" : ", i);
      n_nodes += append_value (text, depth - 1);
    }
  g_string_append (text, is_object ? "}" : " ]");
  return n_nodes;
}

static void
test_random (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const guint expected = append_value (text, 5);
      g_autoptr (CritJsonDocument) document = read_good (text->str);
      const CritJsonNode *root = crit_json_document_get_root (document);
      guint n_nodes = 0;

      check_node (document, root, "", &n_nodes);
      g_assert_cmpuint (n_nodes, ==, expected);
      g_assert_null (crit_json_document_find (document, text->len));
    }
}

static void
test_find (void)
{
  g_autoptr (CritJsonDocument) document = read_good ("[10, 20]");

  g_assert_cmpint (crit_json_document_find (document, 1)->integer, ==, 10);
  g_assert_null (crit_json_document_find (document, 2));
  g_assert_null (crit_json_document_find (document, 3));
  g_assert_null (crit_json_document_find (document, 4));
  g_assert_cmpint (crit_json_document_find (document, 5)->integer, ==, 20);
}

static void
test_dup (void)
{
  g_autoptr (CritJsonDocument) document = read_good (sample);
  const CritJsonNode *root = crit_json_document_get_root (document);
  g_autoptr (GHashTable) origins = g_hash_table_new (NULL, NULL);
  g_autoptr (JsonNode) copy = crit_json_node_dup (root, origins);
  g_autoptr (JsonNode) plain = crit_json_node_dup (root, NULL);
  JsonObject *object = json_node_get_object (copy);
  g_autoptr (GList) keys = json_object_get_members (object);

  g_assert_true (json_node_equal (copy, plain));
  g_assert_cmpuint (g_hash_table_size (origins), ==, 11);
  g_assert_true (g_hash_table_lookup (origins, copy) == root);
  g_assert_true (g_hash_table_lookup (origins, json_object_get_member (object, "a"))
                 == crit_json_node_get_member (root, "a"));
  g_assert_cmpstr (keys->data, ==, "a");
  g_assert_cmpstr (g_list_last (keys)->data, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/document/values", test_values);
  g_test_add_func ("/json/document/members", test_members);
  g_test_add_func ("/json/document/random", test_random);
  g_test_add_func ("/json/document/find", test_find);
  g_test_add_func ("/json/document/dup", test_dup);
  return g_test_run ();
}
