/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"

G_BEGIN_DECLS

/* What an entry of a list says of itself in few words: folded, and in a timeline. */
const CritQuestion *crit_entry_find_naming_field (const CritQuestion *list);
char *crit_entry_dup_title (CritRecord *record, const CritQuestion *list, guint entry);
char *crit_entry_dup_duplicate_text (CritRecord *record, const CritQuestion *list, guint entry);
char *crit_entry_dup_span (CritRecord *record,
                           const CritQuestion *start,
                           const CritQuestion *stop,
                           guint entry);
char *crit_entry_dup_detail (CritRecord *record,
                             CritScreening *screening,
                             const CritQuestion *list,
                             guint entry);

G_END_DECLS
