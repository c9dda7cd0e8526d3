/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-amendment.h"

G_BEGIN_DECLS

/**
 * CritWeave:
 * @amendments: of #CritAmendment: the differences that a criterion can depend on, in the order in which they are met;
 *   made by the first weaving
 *
 * Weaves two versions of rules into one, which takes each difference from the one or the other as it is told. It is
 * only about one criterion, and what that can depend on.
 */
typedef struct
{
  CritRulesIndex *former;
  CritRulesIndex *newer;
  const char *criterion_id;
  GArray *amendments;
  gboolean complete;
  const gboolean *undone;
  guint next;
  CritAmendment about;
  GPtrArray *criterion_ids;
  GPtrArray *question_ids;
  GPtrArray *section_ids;
  GHashTable *seen;
} CritWeave;

void crit_weave_init (CritWeave *self,
                      CritRulesIndex *former,
                      CritRulesIndex *newer,
                      const char *criterion_id);
void crit_weave_clear (CritWeave *self);
CritRules *crit_weave_load (CritWeave *self, const gboolean *undone);

/* crit-weave-conditions.c */
JsonNode *crit_weave_pick (CritWeave *self,
                           CritAmendmentKind kind,
                           const char *key,
                           JsonNode *former,
                           JsonNode *newer);
JsonNode *crit_weave_condition (CritWeave *self, JsonNode *former, JsonNode *newer);

/* crit-weave-questions.c */
JsonNode *crit_weave_question (CritWeave *self, const char *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CritWeave, crit_weave_clear)

G_END_DECLS
