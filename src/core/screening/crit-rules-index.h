/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-tree.h"
#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritRulesIndex:
 * @questions: top-level id to the #JsonNode of the question
 * @homes: top-level id to the id of the section that the question stands in
 * @sections: id to #JsonNode
 * @criteria: id to #JsonNode
 * @option_sets: (nullable): the shared sets, by id
 * @conditions: offset in the text to #CritCondition
 *
 * The text of a rules file as JSON, where each thing in it is found by its id, beside the model that was made of it.
 */
typedef struct
{
  CritRules *rules;
  CritJsonTree *tree;
  GHashTable *questions;
  GHashTable *homes;
  GHashTable *sections;
  GHashTable *criteria;
  JsonObject *option_sets;
  GHashTable *conditions;
} CritRulesIndex;

CritRulesIndex *crit_rules_index_new (CritRules *rules);
void crit_rules_index_free (CritRulesIndex *self);

const CritCondition *crit_rules_index_find_condition (CritRulesIndex *self, JsonNode *node);
JsonNode *crit_rules_index_get_options (CritRulesIndex *self, JsonNode *question);
const CritQuestion *
crit_rules_index_find_question (CritRulesIndex *self, const char *list, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritRulesIndex, crit_rules_index_free)

G_END_DECLS
