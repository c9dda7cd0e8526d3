/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CritRecentRecords:
 *
 * The records that were opened or saved last, as a #GListModel of #GFile, the latest first. It is a list of our own, in a
 * file that nobody else can read; the list that all programs share never learns of records. While the desktop's privacy
 * switch for recent files is off, the list is empty and its file is deleted.
 */
#define CRIT_TYPE_RECENT_RECORDS (crit_recent_records_get_type ())
G_DECLARE_FINAL_TYPE (CritRecentRecords, crit_recent_records, CRIT, RECENT_RECORDS, GObject)

CritRecentRecords *crit_recent_records_new (const char *path, GSettings *privacy);
CritRecentRecords *crit_recent_records_new_for_user (void);
void crit_recent_records_refresh (CritRecentRecords *self);
void crit_recent_records_add (CritRecentRecords *self, GFile *file);
void crit_recent_records_clear (CritRecentRecords *self);

G_END_DECLS
