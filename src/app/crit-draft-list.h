/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-found-draft.h"

G_BEGIN_DECLS

/**
 * CritDraftList:
 *
 * The drafts that earlier runs of the program left behind, as a #GListModel of #CritFoundDraft, the latest first.
 *
 * Property `n-damaged` (uint, read only): how many were found in this run that could not be read and were set aside.
 * Signal `refreshed`: the folder was looked into.
 */
#define CRIT_TYPE_DRAFT_LIST (crit_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (CritDraftList, crit_draft_list, CRIT, DRAFT_LIST, GObject)

CritDraftList *crit_draft_list_new (const char *folder);
const char *crit_draft_list_get_folder (CritDraftList *self);
guint crit_draft_list_get_n_damaged (CritDraftList *self);
void crit_draft_list_refresh (CritDraftList *self);
CritFoundDraft *crit_draft_list_find (CritDraftList *self, GFile *file);

G_END_DECLS
