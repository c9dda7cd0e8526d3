/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "json/crit-json-tree.h"
#include "json/crit-json-writer.h"
#include "shrink.h"

/* It "fails" as long as these words are in it, in this order. */
static gboolean
has_words (JsonNode *tree, gpointer user_data)
{
  const char *const *words = user_data;
  g_autofree char *text = crit_json_write (tree, CRIT_JSON_COMPACT);
  const char *rest = text;

  for (guint i = 0; rest != NULL && words[i] != NULL; i++)
    rest = strstr (rest, words[i]);
  return rest != NULL;
}

static void
test_smallest (void)
{
  static const struct
  {
    const char *text;
    const char *words[3];
    const char *smallest;
  } rows[] = {
    { "{}", { NULL }, "{}" },
    { "{\"a\":1,\"b\":[1,2,3],\"c\":{\"d\":4}}", { NULL }, "{}" },
    { "{\"a\":1,\"b\":[1,2,3]}", { "\"b\"" }, "{\"b\":[]}" },
    { "{\"a\":1,\"b\":[1,2,3]}", { "\"b\"", "2" }, "{\"b\":[2]}" },
    { "{\"a\":{\"b\":{\"c\":1,\"d\":2}}}", { "\"d\"" }, "{\"d\":2}" },
    { "{\"all\":[{\"x\":1},{\"any\":[{\"y\":2},{\"z\":3}]}]}", { "\"z\"" }, "{\"z\":3}" },
    { "{\"all\":[{\"x\":1},{\"any\":[{\"y\":2},{\"z\":3}]}]}",
      { "\"x\"", "\"z\"" },
      "{\"all\":[{\"x\":1},{\"z\":3}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritJsonTree) tree = crit_json_tree_new (bytes, findings);
      g_autoptr (JsonNode) smallest =
          shrink (crit_json_tree_get_root (tree), has_words, (gpointer) rows[i].words);
      g_autofree char *text = crit_json_write (smallest, CRIT_JSON_COMPACT);

      g_assert_cmpstr (text, ==, rows[i].smallest);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shrink/smallest", test_smallest);
  return g_test_run ();
}
