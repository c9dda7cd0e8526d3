/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"

G_BEGIN_DECLS

/**
 * CritPlace:
 * @question: a top-level question
 * @entry: of a list: the entry, from 0; -1 for the question as a whole
 * @field: (nullable): of an entry: the field; NULL for the entry as a whole
 * @complete: of a list: "are these all?"
 *
 * Where an answer stands in a record. As a JSON Pointer into the answers: `/age`, `/trials/entries/1/outcome`,
 * `/trials/entries/1`, `/trials/complete`.
 */
typedef struct
{
  const CritQuestion *question;
  int entry;
  const CritQuestion *field;
  gboolean complete;
} CritPlace;

CritPlace crit_place_of_question (const CritQuestion *question);
CritPlace crit_place_of_field (const CritQuestion *list, guint entry, const CritQuestion *field);
CritPlace crit_place_of_complete (const CritQuestion *list);
gboolean crit_place_parse (const CritRules *rules, const char *pointer, CritPlace *place);
gboolean crit_place_equal (const CritPlace *self, const CritPlace *other);
const CritQuestion *crit_place_get_question (const CritPlace *self);
const CritAnswer *crit_place_get_answer (const CritPlace *self, const CritAnswer *answers);
const CritAnswer *crit_place_get_part (const CritPlace *self, const CritAnswer *whole);
char *crit_place_dup_pointer (const CritPlace *self);
char *crit_place_dup_label (const CritPlace *self);
char *crit_field_dup_label (const CritQuestion *field);

G_END_DECLS
