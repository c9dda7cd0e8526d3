/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"

G_BEGIN_DECLS

typedef enum
{
  CRIT_CHANGE_ANSWER,
  CRIT_CHANGE_NOTE,
  CRIT_CHANGE_REFERENCE,
  CRIT_CHANGE_DATE,
  CRIT_CHANGE_COMPLETED_BY,
} CritChangeKind;

/**
 * CritChange:
 * @place: for an answer or a note: what was changed; of a list it may be a part
 * @before: the whole answer to the top-level question, or the value of a heading, before the change; for a note on a
 *   top-level question the text, and for one within a list the whole list, since that holds it
 * @after: the same after it
 * @label: what was done, translated: "Remove Sertraline"
 *
 * One change of a record, which can be applied forwards and backwards. A list is changed as one value, with its notes.
 * A reference, a name and a note are kept as texts, none as an open answer, so that all changes are alike.
 */
typedef struct
{
  CritChangeKind kind;
  CritPlace place;
  CritAnswer before;
  CritAnswer after;
  char *label;
} CritChange;

CritChange *
crit_change_new_answer (CritRecord *record, const CritPlace *place, const CritAnswer *answer);
CritChange *crit_change_new_note (CritRecord *record, const CritPlace *place, const char *note);
CritChange *crit_change_new_added_entry (CritRecord *record, const CritQuestion *list);
CritChange *
crit_change_new_removed_entry (CritRecord *record, const CritQuestion *list, guint entry);
CritChange *
crit_change_new_moved_entry (CritRecord *record, const CritQuestion *list, guint from, guint to);
CritChange *
crit_change_new_duplicated_entry (CritRecord *record, const CritQuestion *list, guint entry);
CritChange *crit_change_new_reference (CritRecord *record, const char *reference);
CritChange *crit_change_new_date (CritRecord *record, CritDate date);
CritChange *crit_change_new_completed_by (CritRecord *record, const char *name);
void crit_change_free (CritChange *self);

guint crit_change_count_entries (CritRecord *record, const CritQuestion *list);
gboolean crit_change_is_nothing (const CritChange *self);
gboolean crit_change_is_typed (const CritChange *self);
gboolean crit_change_continues (const CritChange *self, const CritChange *earlier);
void crit_change_extend (CritChange *self, const CritChange *next);
void crit_change_apply (const CritChange *self, gboolean forward, CritRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritChange, crit_change_free)

G_END_DECLS
