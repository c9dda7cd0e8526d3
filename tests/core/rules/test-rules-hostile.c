/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-rules.h"

#include "json/crit-json-document.h"
#include "json/crit-json-writer.h"
#include "rules-fixture.h"

/* What nobody writes on purpose: files that are cut off, hold anything anywhere, or have no end. */

/* Wherever a file is cut, there is one error, with a place, and no rules. */
static void
test_truncated (void)
{
  g_autofree char *text = fixture_read ("example.json");
  gssize length = (gssize) strlen (g_strchomp (text));

  for (gssize cut = 0; cut < length; cut += cut < 200 ? 1 : 97)
    {
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_assert_null (fixture_load (text, cut, findings));
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpuint (fixture_get_finding (findings, 0)->line, >, 0);
      g_assert_cmpint (fixture_get_finding (findings, 0)->severity, ==, CRIT_SEVERITY_ERROR);
    }
}

static void
test_brackets (void)
{
  g_autofree char *text = g_strnfill (100000, '[');
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_assert_null (fixture_load (text, -1, findings));
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (fixture_get_finding (findings, 0)->line, ==, 1);
  g_assert_cmpstr (fixture_get_finding (findings, 0)->code, ==, "depth");
}

/* What is JSON but no rules file at all. */
static void
test_no_rules (void)
{
  static const char *const texts[] = { "[]", "null", "1", "\"criteria-rules/1\"", "{}", "true" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_assert_null (fixture_load (texts[i], -1, findings));
      g_assert_cmpuint (findings->len, >, 0);
      g_assert_true (crit_findings_have_errors (findings));
    }
}

/* A file with a row of criteria, each of which may depend on the next. */
static char *
make_row (guint n_criteria, gboolean chained)
{
  g_autoptr (GString) text = g_string_new (
      "{\"format\":\"criteria-rules/"
      "1\",\"id\":\"row\",\"version\":\"1\",\"title\":\"Row\",\n\"sections\":[{\"id\":\"s\","
      "\"title\":\"S\",\"questions\":[{\"id\":\"q\",\"type\":\"boolean\",\"text\":\"Q\"}]}],"
      "\n\"criteria\":[\n");

  for (guint i = 1; i <= n_criteria; i++)
    {
      g_string_append_printf (
          text, "{\"id\":\"c%u\",\"kind\":\"requirement\",\"text\":\"C\",\"when\":", i);
      if (chained && i < n_criteria)
        g_string_append_printf (text, "{\"criterion\":\"c%u\"}},\n", i + 1);
      else
        g_string_append_printf (text, "{\"answer\":\"q\",\"is\":true}}%s\n",
                                i < n_criteria ? "," : "");
    }
  g_string_append (text, "]}\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The chain is at most 64 things long, whichever end the walk begins at. */
static void
test_chain (void)
{
  static const struct
  {
    guint n_criteria;
    gboolean good;
  } chains[] = { { 2, TRUE }, { 60, TRUE }, { 100, FALSE }, { 5000, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_autofree char *text = make_row (chains[i].n_criteria, TRUE);
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      CritRules *rules = fixture_load (text, -1, findings);

      g_assert_true ((rules != NULL) == chains[i].good);
      g_clear_pointer (&rules, crit_rules_unref);
    }
}

/* Each of these criteria has a warning; only so many are listed, and one finding says that there are more. */
static void
test_many_findings (void)
{
  g_autofree char *text = make_row (5000, FALSE);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = fixture_load (text, -1, findings);

  g_assert_nonnull (rules);
  g_assert_cmpuint (rules->criteria->len, ==, 5000);
  g_assert_cmpuint (findings->len, ==, 1001);
  g_assert_cmpstr (fixture_get_finding (findings, 0)->code, ==, "too-many-findings");
}

/* The example with the array after @key made longer by items that are printed with their number. */
static char *
grow (const char *key, const char *item, guint n_items)
{
  g_autofree char *example = fixture_read ("example.json");
  const char *place = fixture_find_once (example, key) + strlen (key);
  g_autoptr (GString) text = g_string_new_len (example, place - example);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GString) own = g_string_new (item);
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_string_replace (own, "#", number, 0);
      g_string_append (text, own->str);
    }
  g_string_append (text, place);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritJsonDocument) document = crit_json_document_new (bytes, findings);

  return crit_json_node_dup (crit_json_document_get_root (document), NULL);
}

typedef void (*PutFunc) (gpointer container, const char *key, JsonNode *value);

static void
put_member (gpointer object, const char *key, JsonNode *value)
{
  json_object_set_member (object, key, value);
}

static void
put_last (gpointer array, const char *key, JsonNode *value)
{
  json_array_remove_element (array, json_array_get_length (array) - 1);
  json_array_add_element (array, value);
}

/* Loads @root once for each value that may stand somewhere by mistake. Whatever stands where, it is read or refused. */
static void
try_values (JsonNode *root, PutFunc put, gpointer container, const char *key, JsonNode *kept)
{
  static const char *const values[] = {
    "null", "7", "\"x\"", "true", "[]", "[[]]", "{}", "{\"id\": {}}", "[{}, 1, null]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GPtrArray) findings = crit_findings_new ();
      g_autoptr (CritRules) rules = NULL;
      g_autofree char *text = NULL;

      put (container, key, parse (values[i]));
      text = crit_json_write (root, CRIT_JSON_COMPACT);
      rules = fixture_load (text, -1, findings);
      g_assert_true (rules != NULL || findings->len > 0);
    }
  put (container, key, kept);
}

static void try_all (JsonNode *root, JsonNode *node);

static void
try_members (JsonNode *root, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (keys, g_strdup (l->data));
  for (guint i = 0; i < keys->len; i++)
    {
      JsonNode *kept = json_node_ref (json_object_get_member (object, keys->pdata[i]));

      try_all (root, kept);
      try_values (root, put_member, object, keys->pdata[i], kept);
    }
}

/* Each value, after those within it, is replaced in turn; of an array the last. */
static void
try_all (JsonNode *root, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *last = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    try_members (root, json_node_get_object (node));
  if (array == NULL || json_array_get_length (array) == 0)
    return;
  last = json_node_ref (json_array_get_element (array, json_array_get_length (array) - 1));
  try_all (root, last);
  try_values (root, put_last, array, NULL, last);
}

static void
test_any_value_anywhere (void)
{
  g_autofree char *example = fixture_read ("example.json");
  g_autoptr (JsonNode) root = parse (example);

  try_all (root, root);
}

/* Lists have an end, and what is beyond it is reported once. */
static void
test_limits (void)
{
  static const struct
  {
    const char *key;
    const char *item;
    guint most; /* besides what the example has */
  } limits[] = {
    { "\"antidepressants\": [", "{ \"code\": \"x#\", \"text\": \"X\" },", 1000 - 4 },
    { "\"Sertraline\"", ", \"x#\": \"x\"", 16 - 2 },
    { "\"item\": \"antidepressant\",\n          \"questions\": [",
      "{ \"id\": \"x#\", \"type\": \"text\", \"text\": \"X\" },", 64 - 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    for (guint beyond = 0; beyond < 2; beyond++)
      {
        g_autofree char *text = grow (limits[i].key, limits[i].item, limits[i].most + beyond);
        g_autoptr (GPtrArray) findings = crit_findings_new ();
        CritRules *rules = fixture_load (text, -1, findings);

        fixture_print_findings (findings, limits[i].key);
        g_assert_true ((rules != NULL) == (beyond == 0));
        if (beyond > 0)
          g_assert_cmpstr (fixture_get_finding (findings, 0)->code, ==, "too-many");
        g_clear_pointer (&rules, crit_rules_unref);
      }
}

/* Looking for what was meant may not take longer than reading. Long words that differ at their ends are the worst there
   are; the time is that of a slow computer many times over, and a fraction of what it would take without an end. */
static void
test_guesses_end (void)
{
  g_autofree char *filler = g_strnfill (58, 'x');
  g_autofree char *question =
      g_strdup_printf ("{ \"id\": \"%s#\", \"type\": \"string\", \"text\": \"X\" },", filler);
  g_autofree char *text =
      grow ("\"help\": \"What is asked of everyone.\",\n      \"questions\": [", question, 20000);
  g_autofree char *slip = g_strdup_printf ("{ \"answer\": \"%sy\", \"is\": 1 },", filler);
  g_autoptr (GString) many = g_string_new (text);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *slips = g_strconcat ("\"any\": [", slip, NULL);

      g_string_replace (many, "\"any\": [", slips, 0);
    }
  g_assert_null (fixture_load (many->str, -1, findings));
  g_assert_cmpuint (findings->len, ==, 20);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/hostile/truncated", test_truncated);
  g_test_add_func ("/rules/hostile/brackets", test_brackets);
  g_test_add_func ("/rules/hostile/no-rules", test_no_rules);
  g_test_add_func ("/rules/hostile/chain", test_chain);
  g_test_add_func ("/rules/hostile/many-findings", test_many_findings);
  g_test_add_func ("/rules/hostile/any-value-anywhere", test_any_value_anywhere);
  g_test_add_func ("/rules/hostile/limits", test_limits);
  g_test_add_func ("/rules/hostile/guesses-end", test_guesses_end);
  return g_test_run ();
}
