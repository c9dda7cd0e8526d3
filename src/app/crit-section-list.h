/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritSectionList:
 *
 * The sections of a checklist with honest progress, which counts only questions that are shown, and the summary as
 * last row.
 *
 * Rows are counted from 0; the number of sections means the summary. Signals: `chosen (int)`, the person went to a row,
 * by arrow keys too; `activated`, by a click or by Enter.
 */
#define CRIT_TYPE_SECTION_LIST (crit_section_list_get_type ())
G_DECLARE_FINAL_TYPE (CritSectionList, crit_section_list, CRIT, SECTION_LIST, GtkWidget)

void crit_section_list_set_session (CritSectionList *self, CritSession *session);
void crit_section_list_set_step (CritSectionList *self, int step);
char *crit_section_list_dup_progress (CritSession *session, const CritSection *section);

G_END_DECLS
