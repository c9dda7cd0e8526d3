/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-session.h"

G_BEGIN_DECLS

/* For so long a change of status is marked, of one criterion and of their numbers. */
#define CRIT_CHANGED_SECONDS 4

/**
 * CritCriterionRow:
 *
 * One criterion: the mark and the words of its status, its text, the reason, what is open as links, and its source. A
 * status that changed is marked at the edge for a few seconds and told to assistive technology.
 */
#define CRIT_TYPE_CRITERION_ROW (crit_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (CritCriterionRow, crit_criterion_row, CRIT, CRITERION_ROW, GtkWidget)

CritCriterionRow *crit_criterion_row_new (CritSession *session, const CritCriterion *criterion);
gboolean crit_criterion_row_update (CritCriterionRow *self);
char *crit_criterion_row_dup_spoken (CritCriterionRow *self);
gboolean crit_criterion_row_is_changed (CritCriterionRow *self);

G_END_DECLS
