/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-furniture.h"

#include "crit-type.h"

#include <glib/gi18n-lib.h>

#define EDGE 34.0 /* 12 mm: no printer needs more */
#define HAIRLINE 0.4
#define RULE_GAP 5.0
#define BODY_GAP 12.0
#define PAGE_NUMBER_COLUMN 80.0
#define HEADING_SHARE 0.4
#define IDENTITY_SHARE 0.58
#define MOST_LINES 3

static double
get_text_width (CritFurniture *self)
{
  return self->width - 2 * CRIT_PAGE_MARGIN;
}

/* A name of many lines must not leave a page without room for its content; it stands in full on the first page. */
static PangoLayout *
new_line (CritFurniture *self, CritFace face, const char *text, double width)
{
  PangoLayout *layout = crit_type_new_layout (self->context, face, text, width);

  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
set_head (CritFurniture *self, const CritSummary *summary)
{
  double width = get_text_width (self);
  double height = 0;

  self->heading = new_line (self, CRIT_FACE_DETAIL, summary->heading, width * HEADING_SHARE);
  self->identity = new_line (self, CRIT_FACE_DETAIL, summary->identity, width * IDENTITY_SHARE);
  crit_type_align_to_end (self->identity);

  height = MAX (crit_type_get_height (self->heading), crit_type_get_height (self->identity));
  self->body_top = MAX (CRIT_PAGE_MARGIN, EDGE + height + RULE_GAP + BODY_GAP);
}

/* The not-a-decision line comes first, in bold, and shares its line with the number of the page. */
static PangoLayout *
new_foot_line (CritFurniture *self, guint i, const char *text)
{
  double width = get_text_width (self);

  if (i == 0)
    return new_line (self, CRIT_FACE_STRONG, text, width - PAGE_NUMBER_COLUMN);
  return new_line (self, CRIT_FACE_SMALL, text, width);
}

static void
set_foot (CritFurniture *self, const CritSummary *summary, double paper_height)
{
  double height = 0;

  self->footer = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < summary->footer->len; i++)
    {
      PangoLayout *layout = new_foot_line (self, i, summary->footer->pdata[i]);

      g_ptr_array_add (self->footer, layout);
      height += crit_type_get_height (layout);
    }
  self->footer_top = paper_height - EDGE - height;
  self->body_bottom = MIN (paper_height - CRIT_PAGE_MARGIN, self->footer_top - RULE_GAP - BODY_GAP);
}

/**
 * crit_furniture_new:
 * @summary: a summary
 * @context: a context made by crit_type_new_context()
 * @width: width of the paper, in points
 * @height: height of the paper, in points
 *
 * Sets what stands on every page, and says what room it leaves for the content.
 *
 * Returns: (transfer full): new page furniture, which no longer needs @summary
 */
CritFurniture *
crit_furniture_new (const CritSummary *summary, PangoContext *context, double width, double height)
{
  CritFurniture *self = g_new0 (CritFurniture, 1);

  self->context = g_object_ref (context);
  self->width = width;
  set_head (self, summary);
  set_foot (self, summary, height);
  return self;
}

/**
 * crit_furniture_free:
 * @self: (nullable) (transfer full): page furniture
 */
void
crit_furniture_free (CritFurniture *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->footer);
  g_object_unref (self->heading);
  g_object_unref (self->identity);
  g_object_unref (self->context);
  g_free (self);
}

static void
draw_at (CritFurniture *self, cairo_t *cr, PangoLayout *layout, gboolean at_end, double y)
{
  double width = pango_units_to_double (pango_layout_get_width (layout));
  gboolean at_right = at_end != crit_type_is_mirrored (self->context);
  double x = at_right ? self->width - CRIT_PAGE_MARGIN - width : CRIT_PAGE_MARGIN;

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rule (CritFurniture *self, cairo_t *cr, double y)
{
  cairo_set_line_width (cr, HAIRLINE);
  cairo_move_to (cr, CRIT_PAGE_MARGIN, y);
  cairo_line_to (cr, self->width - CRIT_PAGE_MARGIN, y);
  cairo_stroke (cr);
}

static void
draw_page_number (CritFurniture *self, guint page, guint n_pages, cairo_t *cr)
{
  /* Translators: at the foot of each printed page: its number, and how many pages there are. */
  g_autofree char *text = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);
  g_autoptr (PangoLayout) layout = new_line (self, CRIT_FACE_STRONG, text, PAGE_NUMBER_COLUMN);

  crit_type_align_to_end (layout);
  draw_at (self, cr, layout, TRUE, self->footer_top);
}

/**
 * crit_furniture_draw:
 * @self: page furniture
 * @page: the page, from 0
 * @n_pages: how many pages there are
 * @cr: a cairo context, whose origin is the top left corner of the paper
 *
 * Draws what stands on every page, in the current colour.
 */
void
crit_furniture_draw (CritFurniture *self, guint page, guint n_pages, cairo_t *cr)
{
  double y = self->footer_top;

  draw_at (self, cr, self->heading, FALSE, EDGE);
  draw_at (self, cr, self->identity, TRUE, EDGE);
  draw_rule (self, cr, self->body_top - BODY_GAP);

  draw_rule (self, cr, y - RULE_GAP);
  draw_page_number (self, page, n_pages, cr);
  for (guint i = 0; i < self->footer->len; i++)
    {
      draw_at (self, cr, self->footer->pdata[i], FALSE, y);
      y += crit_type_get_height (self->footer->pdata[i]);
    }
}
