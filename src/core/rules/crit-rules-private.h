/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/* What only the loader and the accessors see. Every string of the model lives in @strings, which were those of the document. */
struct _CritRulesPrivate
{
  char *strings;
  GHashTable *questions; /* top-level id to CritQuestion */
  GHashTable *criteria;  /* id to CritCriterion */
  gsize review_by_offset;
  char *digest; /* NULL until it is asked for */
};

CritRules *crit_rules_new (GBytes *text);
gboolean crit_rules_salvage (CritRules *rules, GPtrArray *findings, gboolean *whole);
CritOptionSet *crit_option_set_new (const char *id);
CritOption *crit_option_set_add (CritOptionSet *self, const char *code, const char *text);
CritSection *crit_section_new (void);
CritQuestion *crit_question_new (CritQuestionType type);
CritCriterion *crit_criterion_new (CritKind kind);
void crit_section_free (CritSection *self);
void crit_question_free (CritQuestion *self);
void crit_criterion_free (CritCriterion *self);

G_END_DECLS
