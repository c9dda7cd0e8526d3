/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-draft-list.h"
#include "crit-library.h"
#include "crit-recent-records.h"

G_BEGIN_DECLS

/**
 * CritStartPage:
 *
 * What a window shows before a record is open: drafts that were left behind, the rules files to choose from, and
 * the way to a saved record.
 *
 * Signals: `chosen (CritDocument *)`: a rules file was chosen, a good one or one with findings. `restore
 * (CritFoundDraft *)`: the person wants to go on with a draft. `record-chosen (GFile *)`: a recent record is to be opened.
 */
#define CRIT_TYPE_START_PAGE (crit_start_page_get_type ())
G_DECLARE_FINAL_TYPE (CritStartPage, crit_start_page, CRIT, START_PAGE, AdwBin)

void crit_start_page_set_recent (CritStartPage *self, CritRecentRecords *records);
void crit_start_page_set_library (CritStartPage *self, CritLibrary *library);
void crit_start_page_set_drafts (CritStartPage *self, CritDraftList *drafts);

G_END_DECLS
