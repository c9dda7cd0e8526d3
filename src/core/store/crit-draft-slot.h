/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The endings of the names in the folder of drafts. */
#define CRIT_DRAFT_ENDING ".draft"
#define CRIT_DRAFT_LOCK_ENDING ".lock"
#define CRIT_DRAFT_DAMAGED_ENDING ".damaged"

/**
 * CritDraftSlot:
 *
 * Where the draft of one open record is kept. As long as somebody holds the slot nobody else is offered the draft, in
 * this process or in another; the end of a process, of whatever kind, lets go of it.
 */
typedef struct _CritDraftSlot CritDraftSlot;

CritDraftSlot *crit_draft_slot_new (const char *folder);
CritDraftSlot *crit_draft_slot_take (const char *folder, const char *id, GError **error);
void crit_draft_slot_free (CritDraftSlot *self);

const char *crit_draft_slot_get_id (CritDraftSlot *self);
GBytes *crit_draft_slot_read (CritDraftSlot *self, GError **error);
gboolean crit_draft_slot_write (CritDraftSlot *self, GBytes *contents, GError **error);
gboolean crit_draft_slot_remove (CritDraftSlot *self, GError **error);

gboolean crit_draft_slot_is_held (const char *folder, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritDraftSlot, crit_draft_slot_free)

G_END_DECLS
