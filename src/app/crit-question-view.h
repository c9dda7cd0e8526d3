/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritQuestionView:
 *
 * One question as one block: its text, help under it, the answers under that, and the reason where it is not known.
 * It writes what the person gives into the record's history and shows what the record holds; whoever made it says when
 * to look again.
 */
#define CRIT_TYPE_QUESTION_VIEW (crit_question_view_get_type ())
G_DECLARE_FINAL_TYPE (CritQuestionView, crit_question_view, CRIT, QUESTION_VIEW, GtkWidget)

CritQuestionView *crit_question_view_new (CritSession *session, const CritPlace *place);
const CritPlace *crit_question_view_get_place (CritQuestionView *self);
void crit_question_view_set_entry (CritQuestionView *self, guint entry);
void crit_question_view_set_text (CritQuestionView *self, const char *text);
void crit_question_view_update (CritQuestionView *self);
void crit_question_view_update_shown (CritQuestionView *self);
gboolean crit_question_view_focus_place (CritQuestionView *self, const CritPlace *place);

G_END_DECLS
