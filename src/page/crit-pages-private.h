/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-furniture.h"
#include "crit-pages.h"
#include "crit-row.h"
#include "crit-tags.h"
#include "crit-trail.h"

G_BEGIN_DECLS

/**
 * CritSlice:
 * @row: the row; borrowed from the pages
 * @from: where the part starts, from the top of the row
 * @to: where it ends
 * @y: where the part stands, from the top of the page
 *
 * The part of a row that stands on one page; nearly always the whole row.
 */
typedef struct
{
  CritRow *row;
  double from;
  double to;
  double y;
} CritSlice;

/**
 * CritPage:
 * @continued: (nullable): says what the page goes on with; owned
 * @slices: of #CritSlice, from the top
 */
typedef struct
{
  CritRow *continued;
  GArray *slices;
} CritPage;

/**
 * CritPages:
 * @scale: what the pages are drawn smaller by, on small paper; the slices are laid out before that
 * @name: what a PDF of the pages is called
 * @language: BCP 47 tag of its language: letters, digits and hyphens
 * @rows: of #CritRow
 * @pages: of #CritPage
 * @trail: while the rows are placed: what the next one stands under
 */
struct _CritPages
{
  double width;
  double height;
  double scale;
  char *name;
  char *language;
  gint64 made_at;
  CritFurniture *furniture;
  GPtrArray *rows;
  GPtrArray *pages;
  CritTrail trail;
};

void crit_pages_draw_page (CritPages *self, guint page, cairo_t *cr, CritTags *tags);

G_END_DECLS
