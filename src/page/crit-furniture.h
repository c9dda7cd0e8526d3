/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "summary/crit-summary.h"

G_BEGIN_DECLS

/* On every side of the content: 20 mm, in points of 1/72 inch. */
#define CRIT_PAGE_MARGIN (20 * 72 / 25.4)

/**
 * CritFurniture:
 * @heading: what the page is
 * @identity: whose it is
 * @footer: of #PangoLayout
 * @body_top: where the content of a page may start, from the top of the paper
 * @body_bottom: where it must end
 *
 * What stands at the head and foot of every page. Pages get separated, so each says what it is, whose, under which
 * rules, and that it is no decision.
 */
typedef struct
{
  PangoContext *context;
  double width;
  PangoLayout *heading;
  PangoLayout *identity;
  GPtrArray *footer;
  double footer_top;
  double body_top;
  double body_bottom;
} CritFurniture;

CritFurniture *
crit_furniture_new (const CritSummary *summary, PangoContext *context, double width, double height);
void crit_furniture_free (CritFurniture *self);
void crit_furniture_draw (CritFurniture *self, guint page, guint n_pages, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritFurniture, crit_furniture_free)

G_END_DECLS
