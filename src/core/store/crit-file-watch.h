/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CritFileWatch:
 *
 * Notices that the contents of a file have changed: written over, replaced by another file, deleted, or there again. What
 * counts are the bytes; a file that was only touched has not changed.
 *
 * Signal `changed`: the bytes are others than before, or can no longer be read. It comes once the file has been left
 * alone for a moment.
 */
#define CRIT_TYPE_FILE_WATCH (crit_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (CritFileWatch, crit_file_watch, CRIT, FILE_WATCH, GObject)

CritFileWatch *crit_file_watch_new (GFile *file, const char *digest);
void crit_file_watch_look (CritFileWatch *self);
const char *crit_file_watch_get_digest (CritFileWatch *self);

G_END_DECLS
