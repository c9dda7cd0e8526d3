/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritSectionPage:
 *
 * The questions of one section, one under another, with Back and Next at their end.
 */
#define CRIT_TYPE_SECTION_PAGE (crit_section_page_get_type ())
G_DECLARE_FINAL_TYPE (CritSectionPage, crit_section_page, CRIT, SECTION_PAGE, GtkWidget)

CritSectionPage *crit_section_page_new (CritSession *session, const CritSection *section);
const CritSection *crit_section_page_get_section (CritSectionPage *self);
void crit_section_page_set_last (CritSectionPage *self, gboolean last);
void crit_section_page_focus_start (CritSectionPage *self);
gboolean crit_section_page_focus_place (CritSectionPage *self, const CritPlace *place);

G_END_DECLS
