/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-document.h"

G_BEGIN_DECLS

/**
 * CritLibrary:
 *
 * The rules files of this computer, as a #GListModel of #CritDocument: those that came with the program or the system
 * and those that the user added, good ones first, by title, newest version first. The folder is the list; there is no
 * index.
 *
 * Property: `loaded` (read only): the folders have been read once.
 */
#define CRIT_TYPE_LIBRARY (crit_library_get_type ())
G_DECLARE_FINAL_TYPE (CritLibrary, crit_library, CRIT, LIBRARY, GObject)

CritLibrary *crit_library_new (void);
CritLibrary *crit_library_new_for_folders (const char *own_folder, const char *const *folders);
void crit_library_refresh (CritLibrary *self);
gboolean crit_library_is_loaded (CritLibrary *self);
void crit_library_add_async (CritLibrary *self,
                             CritDocument *document,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean crit_library_add_finish (CritLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
