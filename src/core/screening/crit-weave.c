/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-weave.h"

#include "json/crit-json-writer.h"

#include <string.h>

static void find_questions (CritWeave *self, JsonNode *node);

static JsonNode *
get_member (JsonNode *node, const char *key)
{
  return node != NULL ? json_object_get_member (json_node_get_object (node), key) : NULL;
}

/* --- What the criterion can depend on, in either version --- */

/* Whether a thing is met for the first time; @node is a thing of one of the two. */
static gboolean
meet (CritWeave *self, GPtrArray *ids, gconstpointer key, const char *id)
{
  if (!g_hash_table_add (self->seen, (gpointer) key))
    return FALSE;
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (gpointer) id);
  return TRUE;
}

static void
meet_section (CritWeave *self, CritRulesIndex *index, const char *id)
{
  JsonNode *section = g_hash_table_lookup (index->sections, id);

  if (section != NULL && meet (self, self->section_ids, section, id))
    find_questions (self, get_member (section, "shown-when"));
}

static void
meet_question (CritWeave *self, CritRulesIndex *index, const char *id)
{
  gpointer key = NULL;
  JsonNode *question = NULL;
  const char *home = NULL;

  if (!g_hash_table_lookup_extended (index->questions, id, &key, (gpointer *) &question)
      || !meet (self, self->question_ids, question, key))
    return;
  home = g_hash_table_lookup (index->homes, id);
  meet_section (self, self->former, home);
  meet_section (self, self->newer, home);
  find_questions (self, question);
}

/* Of a criterion that another one looks at, only the rule counts. */
static void
meet_criterion (CritWeave *self, CritRulesIndex *index, const char *id)
{
  gpointer key = NULL;
  JsonNode *criterion = NULL;

  if (g_hash_table_lookup_extended (index->criteria, id, &key, (gpointer *) &criterion)
      && meet (self, self->criterion_ids, criterion, key))
    find_questions (self, get_member (criterion, "when"));
}

/* The same id stands for the two versions of a thing; a field is no top-level question, and is found with its list. */
static void
meet_answer (CritWeave *self, const char *name)
{
  g_autofree char *id = g_strndup (name, strcspn (name, "."));

  meet_question (self, self->former, id);
  meet_question (self, self->newer, id);
}

static void
find_in_member (CritWeave *self, const char *key, JsonNode *member)
{
  gboolean is_text =
      JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING;

  if (is_text && (g_str_equal (key, "answer") || g_str_equal (key, "count")))
    meet_answer (self, json_node_get_string (member));
  else if (is_text && g_str_equal (key, "criterion"))
    {
      meet_criterion (self, self->former, json_node_get_string (member));
      meet_criterion (self, self->newer, json_node_get_string (member));
    }
  else if (JSON_NODE_HOLDS_ARRAY (member) && g_str_equal (key, "duration"))
    {
      meet_answer (self, json_array_get_string_element (json_node_get_array (member), 0));
      meet_answer (self, json_array_get_string_element (json_node_get_array (member), 1));
    }
  else
    find_questions (self, member);
}

/* Follows the conditions in @node, and so what they look at, to the end. The depth is that of the rules, which have no
   circles. */
static void
find_questions (CritWeave *self, JsonNode *node)
{
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *member = NULL;

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      find_questions (self, json_array_get_element (json_node_get_array (node), i));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &member))
    find_in_member (self, key, member);
}

static void
find_all (CritWeave *self)
{
  CritRulesIndex *const indices[] = { self->former, self->newer };

  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    {
      JsonNode *criterion = g_hash_table_lookup (indices[i]->criteria, self->criterion_id);

      find_questions (self, get_member (criterion, "when"));
      find_questions (self, get_member (criterion, "applies-when"));
    }
}

/* --- The woven rules --- */

static void
set_texts (JsonObject *object, const char *id, const char *text_key)
{
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, text_key, "-");
}

static void
set_condition (JsonObject *object, const char *key, JsonNode *condition)
{
  if (condition != NULL)
    json_object_set_member (object, key, condition);
}

/* In which section a question is asked. */
static const char *
weave_home (CritWeave *self, const char *id)
{
  const char *former = g_hash_table_lookup (self->former->homes, id);
  const char *newer = g_hash_table_lookup (self->newer->homes, id);
  g_autoptr (JsonNode) picked = NULL;

  if (former == NULL || newer == NULL)
    return former != NULL ? former : newer;
  if (g_str_equal (former, newer))
    return newer;
  self->about = (CritAmendment){ .part = CRIT_AMENDED_QUESTION, .id = id };
  picked = crit_weave_pick (self, CRIT_AMENDMENT_SECTION, NULL,
                            g_hash_table_lookup (self->former->sections, former),
                            g_hash_table_lookup (self->newer->sections, newer));
  return json_object_get_string_member (json_node_get_object (picked), "id");
}

/* The questions of each section. */
static GHashTable *
weave_questions (CritWeave *self)
{
  GHashTable *sections =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) json_array_unref);

  for (guint i = 0; i < self->section_ids->len; i++)
    g_hash_table_insert (sections, self->section_ids->pdata[i], json_array_new ());
  for (guint i = 0; i < self->question_ids->len; i++)
    {
      const char *id = g_ptr_array_index (self->question_ids, i);
      const char *home = weave_home (self, id);

      json_array_add_element (g_hash_table_lookup (sections, home), crit_weave_question (self, id));
    }
  return sections;
}

static JsonObject *
weave_section (CritWeave *self, const char *id, JsonArray *questions)
{
  JsonNode *former = g_hash_table_lookup (self->former->sections, id);
  JsonNode *newer = g_hash_table_lookup (self->newer->sections, id);
  JsonNode *one = get_member (former, "shown-when");
  JsonNode *other = get_member (newer, "shown-when");
  JsonObject *object = json_object_new ();

  set_texts (object, id, "title");
  json_object_set_array_member (object, "questions", json_array_ref (questions));
  self->about = (CritAmendment){ .part = CRIT_AMENDED_SECTION_SHOWN, .id = id };
  if (former == NULL || newer == NULL)
    one = other = other != NULL ? other : one;
  set_condition (object, "shown-when", crit_weave_condition (self, one, other));
  return object;
}

static JsonArray *
weave_sections (CritWeave *self)
{
  g_autoptr (GHashTable) questions = weave_questions (self);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->section_ids->len; i++)
    {
      const char *id = g_ptr_array_index (self->section_ids, i);

      json_array_add_object_element (array,
                                     weave_section (self, id, g_hash_table_lookup (questions, id)));
    }
  return array;
}

static JsonObject *
weave_other_criterion (CritWeave *self, const char *id)
{
  JsonNode *former = get_member (g_hash_table_lookup (self->former->criteria, id), "when");
  JsonNode *newer = get_member (g_hash_table_lookup (self->newer->criteria, id), "when");
  JsonObject *object = json_object_new ();

  set_texts (object, id, "text");
  json_object_set_string_member (object, "kind", "requirement");
  self->about = (CritAmendment){ .part = CRIT_AMENDED_OTHER_RULE, .id = id };
  if (former == NULL || newer == NULL)
    former = newer = newer != NULL ? newer : former;
  set_condition (object, "when", crit_weave_condition (self, former, newer));
  return object;
}

static void
weave_kind (CritWeave *self, JsonObject *object, JsonNode *former, JsonNode *newer)
{
  JsonNode *one = get_member (former, "kind");
  JsonNode *other = get_member (newer, "kind");

  self->about = (CritAmendment){ .part = CRIT_AMENDED_CRITERION, .id = self->criterion_id };
  json_object_set_member (object, "kind",
                          json_node_equal (one, other)
                              ? json_node_ref (other)
                              : crit_weave_pick (self, CRIT_AMENDMENT_KEY, "kind", one, other));
}

static JsonObject *
weave_criterion (CritWeave *self)
{
  JsonNode *former = g_hash_table_lookup (self->former->criteria, self->criterion_id);
  JsonNode *newer = g_hash_table_lookup (self->newer->criteria, self->criterion_id);
  JsonObject *object = json_object_new ();

  set_texts (object, self->criterion_id, "text");
  weave_kind (self, object, former, newer);
  self->about.part = CRIT_AMENDED_APPLIES;
  set_condition (object, "applies-when",
                 crit_weave_condition (self, get_member (former, "applies-when"),
                                       get_member (newer, "applies-when")));
  self->about.part = CRIT_AMENDED_RULE;
  set_condition (
      object, "when",
      crit_weave_condition (self, get_member (former, "when"), get_member (newer, "when")));
  return object;
}

static JsonArray *
weave_criteria (CritWeave *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->criterion_ids->len; i++)
    json_array_add_object_element (
        array, weave_other_criterion (self, g_ptr_array_index (self->criterion_ids, i)));
  json_array_add_object_element (array, weave_criterion (self));
  return array;
}

static JsonNode *
weave_rules (CritWeave *self)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  self->next = 0;
  set_texts (object, "woven", "title");
  json_object_set_string_member (object, "format", "criteria-rules/1");
  json_object_set_string_member (object, "version", "1");
  json_object_set_array_member (object, "sections", weave_sections (self));
  json_object_set_array_member (object, "criteria", weave_criteria (self));
  json_node_take_object (node, object);
  return node;
}

/**
 * crit_weave_init:
 * @self: (out caller-allocates): a weave
 * @former: the one version
 * @newer: the other version
 * @criterion_id: a criterion that is in both, and no note in either
 *
 * Finds everything that the criterion can depend on in either version, and what differs in it.
 */
void
crit_weave_init (CritWeave *self,
                 CritRulesIndex *former,
                 CritRulesIndex *newer,
                 const char *criterion_id)
{
  g_autoptr (JsonNode) woven = NULL;

  *self = (CritWeave){ .former = former, .newer = newer, .criterion_id = criterion_id };
  self->amendments = g_array_new (FALSE, FALSE, sizeof (CritAmendment));
  self->criterion_ids = g_ptr_array_new ();
  self->question_ids = g_ptr_array_new ();
  self->section_ids = g_ptr_array_new ();
  self->seen = g_hash_table_new (NULL, NULL);
  find_all (self);
  woven = weave_rules (self);
  self->complete = TRUE;
}

/**
 * crit_weave_clear:
 * @self: a weave
 *
 * Frees what it holds.
 */
void
crit_weave_clear (CritWeave *self)
{
  g_array_unref (self->amendments);
  g_ptr_array_unref (self->criterion_ids);
  g_ptr_array_unref (self->question_ids);
  g_ptr_array_unref (self->section_ids);
  g_hash_table_unref (self->seen);
}

/**
 * crit_weave_load:
 * @self: a weave
 * @undone: one for each of its amendments: whether it is as in the former version
 *
 * Makes rules that are the newer version but for some amendments, as far as the criterion can depend on them. Questions
 * that only one version has are always there: as long as no condition looks at them they make no difference.
 *
 * Returns: (transfer full) (nullable): the rules; %NULL where these amendments cannot be undone without others
 */
CritRules *
crit_weave_load (CritWeave *self, const gboolean *undone)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (JsonNode) woven = NULL;
  g_autoptr (GBytes) text = NULL;
  char *written = NULL;

  self->undone = undone;
  woven = weave_rules (self);
  self->undone = NULL;
  written = crit_json_write (woven, CRIT_JSON_COMPACT);
  text = g_bytes_new_take (written, strlen (written));
  return crit_rules_load (text, findings);
}
