/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-pages.h"

G_BEGIN_DECLS

/**
 * CritPaper:
 *
 * One page of a summary on screen, dark on white as on paper. It becomes narrower than the paper where there is no room,
 * unless a zoom is set.
 */
#define CRIT_TYPE_PAPER (crit_paper_get_type ())
G_DECLARE_FINAL_TYPE (CritPaper, crit_paper, CRIT, PAPER, GtkWidget)

GtkWidget *crit_paper_new (void);
void crit_paper_set_page (CritPaper *self, CritPages *pages, guint page);
void crit_paper_set_zoom (CritPaper *self, double zoom);
double crit_paper_get_scale (CritPaper *self);

G_END_DECLS
