/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-found-draft.h"

G_BEGIN_DECLS

/**
 * CritDraftRow:
 *
 * A draft on the start page: whose it is, when it was made and under which rules, with Restore and Discard. What was
 * discarded stays in its place with Undo. Discarding is seen to here.
 *
 * Signal `restore (CritFoundDraft *)`: the person wants to go on with it.
 */
#define CRIT_TYPE_DRAFT_ROW (crit_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (CritDraftRow, crit_draft_row, CRIT, DRAFT_ROW, AdwPreferencesRow)

GtkWidget *crit_draft_row_new (CritFoundDraft *draft);

G_END_DECLS
