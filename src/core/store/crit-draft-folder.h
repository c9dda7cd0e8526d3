/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/crit-draft.h"

G_BEGIN_DECLS

/* The folder of drafts. There is no list of them but the folder itself. */

char *crit_draft_folder_dup_path (void);
GPtrArray *crit_draft_folder_find (const char *folder, guint *n_damaged);

G_END_DECLS
