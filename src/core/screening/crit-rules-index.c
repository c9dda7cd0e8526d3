/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-rules-index.h"

#include "screening/crit-reach.h"

static const char *
get_id (JsonNode *node)
{
  return json_object_get_string_member (json_node_get_object (node), "id");
}

/* Enters the elements of an array by their ids. */
static void
enter (GHashTable *table, JsonNode *array)
{
  JsonArray *elements = json_node_get_array (array);

  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonNode *element = json_array_get_element (elements, i);

      g_hash_table_insert (table, (gpointer) get_id (element), element);
    }
}

static void
enter_questions (CritRulesIndex *self, JsonNode *section)
{
  JsonNode *questions = json_object_get_member (json_node_get_object (section), "questions");
  JsonArray *elements = json_node_get_array (questions);

  enter (self->questions, questions);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    g_hash_table_insert (self->homes, (gpointer) get_id (json_array_get_element (elements, i)),
                         (gpointer) get_id (section));
}

static void
enter_text (CritRulesIndex *self)
{
  JsonObject *root = json_node_get_object (crit_json_tree_get_root (self->tree));
  JsonNode *sections = json_object_get_member (root, "sections");
  JsonArray *elements = json_node_get_array (sections);

  enter (self->sections, sections);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    enter_questions (self, json_array_get_element (elements, i));
  enter (self->criteria, json_object_get_member (root, "criteria"));
  if (json_object_has_member (root, "option-sets"))
    self->option_sets = json_object_get_object_member (root, "option-sets");
}

static void
enter_conditions (CritRulesIndex *self)
{
  g_autoptr (GPtrArray) conditions = crit_reach_of_rules (self->rules);

  for (guint i = 0; i < conditions->len; i++)
    {
      CritCondition *condition = g_ptr_array_index (conditions, i);

      g_hash_table_insert (self->conditions, GSIZE_TO_POINTER (condition->offset), condition);
    }
}

/**
 * crit_rules_index_new:
 * @rules: rules
 *
 * Returns: (transfer full): their text, by what stands in it
 */
CritRulesIndex *
crit_rules_index_new (CritRules *rules)
{
  CritRulesIndex *self = g_new0 (CritRulesIndex, 1);
  g_autoptr (GPtrArray) findings = crit_findings_new ();

  self->rules = crit_rules_ref (rules);
  self->tree = crit_json_tree_new (rules->text, findings);
  self->questions = g_hash_table_new (g_str_hash, g_str_equal);
  self->homes = g_hash_table_new (g_str_hash, g_str_equal);
  self->sections = g_hash_table_new (g_str_hash, g_str_equal);
  self->criteria = g_hash_table_new (g_str_hash, g_str_equal);
  self->conditions = g_hash_table_new (NULL, NULL);
  /* It was read once already, without errors. */
  g_assert (self->tree != NULL);
  enter_text (self);
  enter_conditions (self);
  return self;
}

/**
 * crit_rules_index_free:
 * @self: (nullable) (transfer full): an index
 */
void
crit_rules_index_free (CritRulesIndex *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->questions);
  g_hash_table_unref (self->homes);
  g_hash_table_unref (self->sections);
  g_hash_table_unref (self->criteria);
  g_hash_table_unref (self->conditions);
  crit_json_tree_free (self->tree);
  crit_rules_unref (self->rules);
  g_free (self);
}

/**
 * crit_rules_index_find_condition:
 * @self: an index
 * @node: a condition in its text
 *
 * Returns: the condition that was read from there
 */
const CritCondition *
crit_rules_index_find_condition (CritRulesIndex *self, JsonNode *node)
{
  gsize offset = crit_json_tree_get_offset (self->tree, node);

  return g_hash_table_lookup (self->conditions, GSIZE_TO_POINTER (offset));
}

/**
 * crit_rules_index_get_options:
 * @self: an index
 * @question: a choice in its text
 *
 * Returns: the array of its options, its own or a shared one
 */
JsonNode *
crit_rules_index_get_options (CritRulesIndex *self, JsonNode *question)
{
  JsonNode *options = json_object_get_member (json_node_get_object (question), "options");

  if (JSON_NODE_HOLDS_ARRAY (options))
    return options;
  return json_object_get_member (self->option_sets, json_node_get_string (options));
}

/**
 * crit_rules_index_find_question:
 * @self: an index
 * @list: (nullable): for a field, the id of its list
 * @id: an id
 *
 * Returns: (nullable): the question
 */
const CritQuestion *
crit_rules_index_find_question (CritRulesIndex *self, const char *list, const char *id)
{
  const CritQuestion *home = list != NULL ? crit_rules_find_question (self->rules, list) : NULL;

  if (list == NULL)
    return crit_rules_find_question (self->rules, id);
  return home != NULL && home->fields != NULL ? crit_question_find_field (home, id) : NULL;
}
