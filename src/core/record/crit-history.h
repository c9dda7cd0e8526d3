/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"

G_BEGIN_DECLS

/**
 * CritHistory:
 *
 * The only way to change a record: every change goes through here, has a name, and can be undone and redone, across
 * saves too. A list is changed as one value, so that a change is always "this answer, from this to that".
 *
 * Properties (read only): `can-undo`, `can-redo`, `undo-label`, `redo-label` (translated names: "Remove Sertraline"),
 * `modified` (differs from what crit_history_mark_saved() marked).
 */
#define CRIT_TYPE_HISTORY (crit_history_get_type ())
G_DECLARE_FINAL_TYPE (CritHistory, crit_history, CRIT, HISTORY, GObject)

CritHistory *crit_history_new (CritRecord *record);
CritRecord *crit_history_get_record (CritHistory *self);

void crit_history_set_answer (CritHistory *self, const CritPlace *place, const CritAnswer *answer);
void crit_history_set_note (CritHistory *self, const CritPlace *place, const char *note);
guint crit_history_add_entry (CritHistory *self, const CritQuestion *list);
void crit_history_remove_entry (CritHistory *self, const CritQuestion *list, guint entry);
void crit_history_move_entry (CritHistory *self, const CritQuestion *list, guint from, guint to);
void crit_history_duplicate_entry (CritHistory *self, const CritQuestion *list, guint entry);
void crit_history_set_reference (CritHistory *self, const char *reference);
void crit_history_set_date (CritHistory *self, CritDate date);
void crit_history_set_completed_by (CritHistory *self, const char *name);

void crit_history_end_typing (CritHistory *self);
void crit_history_forget_undone (CritHistory *self);
const CritQuestion *crit_history_undo (CritHistory *self);
const CritQuestion *crit_history_redo (CritHistory *self);
void crit_history_mark_saved (CritHistory *self);
void crit_history_mark_never_saved (CritHistory *self);
gboolean crit_history_is_modified (CritHistory *self);

G_END_DECLS
