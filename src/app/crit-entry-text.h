/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"

G_BEGIN_DECLS

/* What a folded entry of a list says of itself. */
char *crit_entry_dup_title (CritRecord *record, const CritQuestion *list, guint entry);
char *crit_entry_dup_duplicate_text (CritRecord *record, const CritQuestion *list, guint entry);
char *crit_entry_dup_detail (CritRecord *record,
                             CritScreening *screening,
                             const CritQuestion *list,
                             guint entry);

G_END_DECLS
