/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-recent-records.h"

G_BEGIN_DECLS

/**
 * CritRecentView:
 *
 * The records that were opened or saved last, each a row that opens it. It is hidden while there are none.
 *
 * Signal `chosen (GFile *)`: a record is to be opened.
 */
#define CRIT_TYPE_RECENT_VIEW (crit_recent_view_get_type ())
G_DECLARE_FINAL_TYPE (CritRecentView, crit_recent_view, CRIT, RECENT_VIEW, AdwBin)

void crit_recent_view_set_records (CritRecentView *self, CritRecentRecords *records);
void crit_recent_view_refresh (CritRecentView *self);

G_END_DECLS
