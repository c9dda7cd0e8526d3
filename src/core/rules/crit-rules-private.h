/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

#include <obstack.h>

G_BEGIN_DECLS

/**
 * CritRulesPrivate:
 * @strings: in which every string of the model lives; it was the document's
 * @model: in which everything else of the model lives, but its lists
 * @lists: of GPtrArray: those of the sections, the questions and the options
 * @questions: top-level id to CritQuestion
 * @criteria: id to CritCriterion
 * @digest: NULL until it is asked for
 *
 * What only the loader and the accessors see.
 */
struct _CritRulesPrivate
{
  char *strings;
  struct obstack model;
  GPtrArray *lists;
  GHashTable *questions;
  GHashTable *criteria;
  gsize review_by_offset;
  char *digest;
};

CritRules *crit_rules_new (GBytes *text);
gpointer crit_rules_allocate (CritRules *self, gsize size);
GPtrArray *crit_rules_add_list (CritRules *self);
gboolean crit_rules_salvage (CritRules *rules, GPtrArray *findings, gboolean *whole);
CritOptionSet *crit_option_set_new (CritRules *rules, const char *id);
CritOption *
crit_option_set_add (CritRules *rules, CritOptionSet *self, const char *code, const char *text);
CritQuestion *crit_question_new (CritRules *rules, CritQuestionType type);
CritCondition *crit_condition_new (CritRules *rules, CritConditionKind kind);

/* Things of one type, all zero, that live as long as the rules. */
#define CRIT_RULES_NEW(rules, Type, n) ((Type *) crit_rules_allocate (rules, sizeof (Type) * (n)))

G_END_DECLS
