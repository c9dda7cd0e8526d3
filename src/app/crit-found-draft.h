/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-session.h"
#include "store/crit-draft-slot.h"
#include "store/crit-draft.h"

G_BEGIN_DECLS

/**
 * CritFoundDraft:
 *
 * A draft that an earlier run of the program left behind, to be restored or discarded. What is discarded can be had back
 * for the rest of the run.
 *
 * Property `discarded` (boolean, read only).
 */
#define CRIT_TYPE_FOUND_DRAFT (crit_found_draft_get_type ())
G_DECLARE_FINAL_TYPE (CritFoundDraft, crit_found_draft, CRIT, FOUND_DRAFT, GObject)

CritFoundDraft *crit_found_draft_new (const char *folder, CritDraft *draft);
const CritDraft *crit_found_draft_get_draft (CritFoundDraft *self);
char *crit_found_draft_dup_time (CritFoundDraft *self);
gboolean crit_found_draft_is_discarded (CritFoundDraft *self);

void crit_found_draft_discard_async (CritFoundDraft *self,
                                     gboolean discarded,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
crit_found_draft_discard_finish (CritFoundDraft *self, GAsyncResult *result, GError **error);

void crit_found_draft_restore_async (CritFoundDraft *self,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
CritSession *crit_found_draft_restore_finish (CritFoundDraft *self,
                                              GAsyncResult *result,
                                              CritDraftSlot **slot,
                                              GError **error);

G_END_DECLS
