/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/crit-rules.h"

#include "json/crit-finding.h"
#include "json/crit-json-document.h"
#include "json/crit-json-writer.h"
#include "rules-defects.h"

#include <string.h>

static char *
read_example (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "rules", "example.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static CritRules *
load (const char *text, gssize length, GPtrArray *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return crit_rules_load (bytes, findings);
}

static const CritFinding *
get_finding (GPtrArray *findings, guint index)
{
  return g_ptr_array_index (findings, index);
}

static const char *
find_once (const char *text, const char *part)
{
  const char *found = strstr (text, part);

  if (found == NULL || strstr (found + 1, part) != NULL)
    g_error ("stands not once: %s", part);
  return found;
}

static guint
count_lines (const char *text, const char *end)
{
  guint line = 1;

  for (const char *c = text; c < end; c++)
    line += *c == '\n';
  return line;
}

static char *
plant (const Defect *defect, guint *line)
{
  g_autofree char *example = read_example ();
  const char *place = find_once (example, defect->from);
  char *text = g_strdup_printf ("%.*s%s%s", (int) (place - example), example, defect->to,
                                place + strlen (defect->from));

  *line = count_lines (example, place) + (guint) defect->below;
  if (defect->at != NULL)
    *line = count_lines (text, find_once (text, defect->at));
  return text;
}

static void
print_findings (GPtrArray *findings, const char *name)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (get_finding (findings, i), name);

      g_test_message ("%s", line);
    }
}

static gboolean
is_expected (const CritFinding *finding, const Defect *defect, guint line)
{
  CritSeverity severity = defect->harmless ? CRIT_SEVERITY_WARNING : CRIT_SEVERITY_ERROR;

  return finding->line == line && finding->column > 0 && finding->severity == severity
         && g_str_equal (finding->code, defect->code);
}

static void
test_defect (gconstpointer data)
{
  const Defect *defect = data;
  guint line = 0;
  g_autofree char *text = plant (defect, &line);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = load (text, -1, findings);
  gboolean found = FALSE;

  print_findings (findings, defect->name);
  g_test_message ("expected in line %u: %s", line, defect->code);
  for (guint i = 0; i < findings->len; i++)
    found = found || is_expected (get_finding (findings, i), defect, line);
  g_assert_true (found);
  g_assert_cmpuint (findings->len, ==, MAX (defect->n_findings, 1));
  if (defect->harmless)
    g_assert_nonnull (rules);
  else
    g_assert_null (rules);
  g_clear_pointer (&rules, crit_rules_unref);
}

static void
test_sound (gconstpointer data)
{
  guint line = 0;
  g_autofree char *text = plant (data, &line);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = load (text, -1, findings);

  print_findings (findings, "sound");
  g_assert_nonnull (rules);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
add_edits (const char *group, const Defect *edits, guint n_edits, GTestDataFunc test)
{
  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *name = g_strdup (edits[i].name);
      g_autofree char *path =
          g_strdup_printf ("/rules/load/%s/%s", group, g_strdelimit (name, " ", '-'));

      g_test_add_data_func (path, &edits[i], test);
    }
}

static void
test_good (void)
{
  g_autofree char *text = read_example ();
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = load (text, -1, findings);

  print_findings (findings, "example");
  g_assert_nonnull (rules);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Wherever a file is cut, there is one error, with a place, and no rules. */
static void
test_truncated (void)
{
  g_autofree char *text = read_example ();
  gssize length = (gssize) strlen (g_strchomp (text));

  for (gssize cut = 0; cut < length; cut += cut < 200 ? 1 : 97)
    {
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_assert_null (load (text, cut, findings));
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpuint (get_finding (findings, 0)->line, >, 0);
      g_assert_cmpint (get_finding (findings, 0)->severity, ==, CRIT_SEVERITY_ERROR);
    }
}

static void
test_brackets (void)
{
  g_autofree char *text = g_strnfill (100000, '[');
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_assert_null (load (text, -1, findings));
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (get_finding (findings, 0)->line, ==, 1);
  g_assert_cmpstr (get_finding (findings, 0)->code, ==, "depth");
}

/* What is JSON but no rules file at all. */
static void
test_no_rules (void)
{
  static const char *const texts[] = { "[]", "null", "1", "\"criteria-rules/1\"", "{}", "true" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_assert_null (load (texts[i], -1, findings));
      g_assert_cmpuint (findings->len, >, 0);
      g_assert_true (crit_findings_have_errors (findings));
    }
}

/* Several faults are all reported, in the order of the file. */
static void
test_all_at_once (void)
{
  g_autofree char *example = read_example ();
  g_autoptr (GString) text = g_string_new (example);
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_string_replace (text, "\"active\"", "\"activ\"", 1);
  g_string_replace (text, "[16, 100]", "[100, 16]", 1);
  g_string_replace (text, "\"1 year\"", "\"1 yr\"", 1);
  g_string_replace (text, "\"not-met\"", "\"notmet\"", 1);
  g_assert_null (load (text->str, -1, findings));

  g_assert_cmpuint (findings->len, ==, 4);
  g_assert_cmpstr (get_finding (findings, 0)->pointer, ==, "/status");
  g_assert_cmpstr (get_finding (findings, 1)->pointer, ==, "/sections/0/questions/0/plausible");
  g_assert_cmpstr (get_finding (findings, 2)->pointer, ==, "/criteria/6/when/all/0/within");
  g_assert_cmpstr (get_finding (findings, 3)->pointer, ==, "/cases/1/expect/adult");
}

static void
test_did_you_mean (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *meant;
  } slips[] = {
    { "\"title\": \"An", "\"titel\": \"An", "Did you mean “title”?" },
    { "\"integer\"", "\"interger\"", "Did you mean “integer”?" },
    { "\"is\": \"lithium\"", "\"is\": \"lithum\"", "Did you mean “lithium”?" },
    { "{ \"answer\": \"worked\", \"is\": false },", "{ \"answer\": \"wokred\", \"is\": false },",
      "Did you mean “worked”?" },
    { "\"distinct\": \"medicine.class\"", "\"distinct\": \"medicine.clas\"",
      "Did you mean “class”?" },
    { "{ \"criterion\": \"referred\" }", "{ \"criterion\": \"refered\" }",
      "Did you mean “referred”?" },
    { "\"of\": [{", "\"off\": [{", "Did you mean “of”?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *example = read_example ();
      g_autoptr (GString) text = g_string_new (example);
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_assert_cmpuint (g_string_replace (text, slips[i].from, slips[i].to, 0), ==, 1);
      g_assert_null (load (text->str, -1, findings));
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_nonnull (strstr (get_finding (findings, 0)->message, slips[i].meant));
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
      CritRules *rules = load (text, -1, findings);

      g_assert_true ((rules != NULL) == chains[i].good);
      g_clear_pointer (&rules, crit_rules_unref);
    }
}

/* Each of these criteria has a warning; only so many are listed, and one finding says that there are more. */
/* A section and a question may have the same id, and are yet two things. */
static void
test_circle_of_namesakes (void)
{
  const char *text =
      "{\"format\":\"criteria-rules/"
      "1\",\"id\":\"r\",\"version\":\"1\",\"title\":\"T\",\"sections\":["
      "{\"id\":\"a\",\"title\":\"A\",\"shown-when\":{\"answer\":\"b\",\"is\":true},"
      "\"questions\":[{\"id\":\"a\",\"type\":\"boolean\",\"text\":\"A?\"}]},"
      "{\"id\":\"c\",\"title\":\"C\",\"questions\":[{\"id\":\"b\",\"type\":\"boolean\",\"text\":"
      "\"B?\","
      "\"shown-when\":{\"answer\":\"a\",\"is\":true}}]}],"
      "\"criteria\":[{\"id\":\"n\",\"kind\":\"note\",\"text\":\"N\",\"sources\":[]}]}";
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  g_assert_null (load (text, -1, findings));
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (get_finding (findings, 1)->code, ==, "circle");
  g_assert_nonnull (strstr (get_finding (findings, 1)->message, ": a → b → a → a."));
}

static void
test_many_findings (void)
{
  g_autofree char *text = make_row (5000, FALSE);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = load (text, -1, findings);

  g_assert_nonnull (rules);
  g_assert_cmpuint (rules->criteria->len, ==, 5000);
  g_assert_cmpuint (findings->len, ==, 1001);
  g_assert_cmpstr (get_finding (findings, 0)->code, ==, "too-many-findings");
}

/* The example with the array after @key made longer by items that are printed with their number. */
static char *
grow (const char *key, const char *item, guint n_items)
{
  g_autofree char *example = read_example ();
  const char *place = find_once (example, key) + strlen (key);
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
      rules = load (text, -1, findings);
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
  g_autofree char *example = read_example ();
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
        CritRules *rules = load (text, -1, findings);

        print_findings (findings, limits[i].key);
        g_assert_true ((rules != NULL) == (beyond == 0));
        if (beyond > 0)
          g_assert_cmpstr (get_finding (findings, 0)->code, ==, "too-many");
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
  g_assert_null (load (many->str, -1, findings));
  g_assert_cmpuint (findings->len, ==, 20);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

static void
test_review (void)
{
  static const struct
  {
    CritDate today;
    guint n_findings;
  } days[] = { { { 2027, 4, 30 }, 0 }, { { 2027, 5, 1 }, 0 }, { { 2027, 5, 2 }, 1 } };
  g_autofree char *text = read_example ();
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = load (text, -1, findings);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      crit_rules_report_review (rules, days[i].today, findings);
      g_assert_cmpuint (findings->len, ==, days[i].n_findings);
      g_assert_true (crit_rules_is_past_review (rules, days[i].today) == (days[i].n_findings == 1));
    }
  g_assert_cmpstr (get_finding (findings, 0)->code, ==, "past-review");
  g_assert_cmpuint (get_finding (findings, 0)->line, ==, 9);
  g_assert_nonnull (strstr (get_finding (findings, 0)->message, "1 May 2027"));
}

static void
check_verdict (const char *words, const char *verdict)
{
  g_autofree char *text = g_strdup_printf ("Records, %s.", words);
  Defect defect = { words, "Referred by a doctor.", text, "verdict-word", .harmless = TRUE };
  guint line = 0;
  g_autofree char *planted = plant (&defect, &line);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = load (planted, -1, findings);
  g_autofree char *quoted = g_strdup_printf ("“%s”", verdict);

  g_test_message ("%s", words);
  g_assert_nonnull (rules);
  g_assert_cmpuint (findings->len, ==, verdict != NULL ? 1 : 0);
  if (verdict != NULL)
    g_assert_true (g_str_has_prefix (get_finding (findings, 0)->message, quoted));
}

/* Each alone, last among others, and with something before and after it that makes another word of it. */
static void
test_verdict_words (void)
{
  static const char *const verdicts[] = {
    "approve",     "approved",    "approves",   "disqualified",  "disqualifies", "disqualify",
    "eligibility", "eligible",    "ineligible", "ineligibility", "qualified",    "qualifies",
    "qualify",     "suitability", "suitable",   "unqualified",   "unsuitable",
  };

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autofree char *capital = g_ascii_strup (verdicts[i], -1);
      g_autofree char *last = g_strdup_printf ("verb-above/quibbling é%s", verdicts[i]);
      g_autofree char *other = g_strdup_printf ("%sx x%s", verdicts[i], verdicts[i]);

      check_verdict (capital, verdicts[i]);
      check_verdict (last, verdicts[i]);
      check_verdict (other, NULL);
    }
  check_verdict ("approv e b q v", NULL);
  check_verdict ("unsuitable where eligible", "unsuitable");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/load/good", test_good);
  add_edits ("sound", sound_edits, G_N_ELEMENTS (sound_edits), test_sound);
  add_edits ("head", head_defects, G_N_ELEMENTS (head_defects), test_defect);
  add_edits ("question", question_defects, G_N_ELEMENTS (question_defects), test_defect);
  add_edits ("criterion", criterion_defects, G_N_ELEMENTS (criterion_defects), test_defect);
  add_edits ("condition", condition_defects, G_N_ELEMENTS (condition_defects), test_defect);
  g_test_add_func ("/rules/load/truncated", test_truncated);
  g_test_add_func ("/rules/load/brackets", test_brackets);
  g_test_add_func ("/rules/load/no-rules", test_no_rules);
  g_test_add_func ("/rules/load/all-at-once", test_all_at_once);
  g_test_add_func ("/rules/load/did-you-mean", test_did_you_mean);
  g_test_add_func ("/rules/load/chain", test_chain);
  g_test_add_func ("/rules/load/circle-of-namesakes", test_circle_of_namesakes);
  g_test_add_func ("/rules/load/many-findings", test_many_findings);
  g_test_add_func ("/rules/load/any-value-anywhere", test_any_value_anywhere);
  g_test_add_func ("/rules/load/limits", test_limits);
  g_test_add_func ("/rules/load/guesses-end", test_guesses_end);
  g_test_add_func ("/rules/load/review", test_review);
  g_test_add_func ("/rules/load/verdict-words", test_verdict_words);
  return g_test_run ();
}
