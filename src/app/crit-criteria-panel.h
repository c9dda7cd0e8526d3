/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritCriteriaPanel:
 *
 * What the answers say about each criterion so far: counts in a sentence, then requirements, points to discuss and
 * notes. It adds up to no verdict. Apart from them stands where urgent help is.
 */
#define CRIT_TYPE_CRITERIA_PANEL (crit_criteria_panel_get_type ())
G_DECLARE_FINAL_TYPE (CritCriteriaPanel, crit_criteria_panel, CRIT, CRITERIA_PANEL, GtkWidget)

void crit_criteria_panel_set_session (CritCriteriaPanel *self, CritSession *session);
void crit_criteria_panel_show_section (CritCriteriaPanel *self, const CritSection *section);

G_END_DECLS
