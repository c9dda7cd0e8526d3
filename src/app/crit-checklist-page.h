/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritChecklistPage:
 *
 * The checklist of one open record: sections at the left, the section's questions (or, as last step, the summary) in
 * the middle, the criteria at the right; the sides fold when the window is narrow.
 *
 * Properties: `session`; `step` (int: index of the section shown; the number of sections means the summary step).
 * Actions: `checklist.next`, `checklist.back`, and, where sides are folded, `checklist.show-sections`,
 * `checklist.show-criteria`, `checklist.show-questions`.
 */
#define CRIT_TYPE_CHECKLIST_PAGE (crit_checklist_page_get_type ())
G_DECLARE_FINAL_TYPE (CritChecklistPage, crit_checklist_page, CRIT, CHECKLIST_PAGE, GtkWidget)

void crit_checklist_page_set_session (CritChecklistPage *self, CritSession *session);
void crit_checklist_page_go_to (CritChecklistPage *self, const CritPlace *place);
void crit_checklist_page_show_question (CritChecklistPage *self, const CritQuestion *question);

G_END_DECLS
