/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-session.h"
#include "store/crit-draft-slot.h"

G_BEGIN_DECLS

/**
 * CritDraftKeeper:
 *
 * Keeps a copy of an open record on the disk for as long as it has changes that are not saved, so that no end of the
 * program, of whatever kind, takes more than the last few seconds. It follows the session by itself; it knows no widget.
 *
 * Property `problem` (string, nullable, read only): why no copy can be kept at present.
 */
#define CRIT_TYPE_DRAFT_KEEPER (crit_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (CritDraftKeeper, crit_draft_keeper, CRIT, DRAFT_KEEPER, GObject)

CritDraftKeeper *crit_draft_keeper_new (CritSession *session, CritDraftSlot *slot);
void crit_draft_keeper_set_pace (CritDraftKeeper *self, guint quiet, guint longest);
void crit_draft_keeper_flush (CritDraftKeeper *self);
void crit_draft_keeper_discard (CritDraftKeeper *self);
gboolean crit_draft_keeper_is_busy (CritDraftKeeper *self);
const char *crit_draft_keeper_get_problem (CritDraftKeeper *self);

G_END_DECLS
