/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-pages-private.h"

#include "crit-type.h"

#include <glib/gi18n-lib.h>

#define EDGE 34.0 /* 12 mm: no printer needs more */
#define HAIRLINE 0.4
#define RULE_GAP 5.0
#define BODY_GAP 12.0
#define PAGE_NUMBER_COLUMN 80.0
#define FOOTER_LINES 3

/* Rows that are no taller than this go to the next page whole. */
#define WHOLE_HEIGHT (8 * CRIT_ROW_LINE)

static double
get_text_width (CritPages *self)
{
  return self->width - 2 * CRIT_PAGE_MARGIN;
}

/* A name of many lines must not leave a page without room for its content; it stands in full on the first page. */
static PangoLayout *
new_furniture (CritPages *self, CritFace face, const char *text, double width)
{
  PangoLayout *layout = crit_type_new_layout (self->context, face, text, width);

  pango_layout_set_height (layout, -FOOTER_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
set_head (CritPages *self, const CritSummary *summary)
{
  double width = get_text_width (self);
  double height = 0;

  self->heading = new_furniture (self, CRIT_FACE_DETAIL, summary->heading, width * 0.4);
  self->identity = new_furniture (self, CRIT_FACE_DETAIL, summary->identity, width * 0.58);
  pango_layout_set_auto_dir (self->identity, FALSE);
  pango_layout_set_alignment (self->identity, PANGO_ALIGN_RIGHT);

  height = MAX (crit_type_get_height (self->heading), crit_type_get_height (self->identity));
  self->body_top = MAX (CRIT_PAGE_MARGIN, EDGE + height + RULE_GAP + BODY_GAP);
}

static void
set_foot (CritPages *self, const CritSummary *summary)
{
  double height = 0;

  self->footer = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < summary->footer->len; i++)
    {
      const char *text = summary->footer->pdata[i];
      PangoLayout *layout =
          i == 0 ? new_furniture (self, CRIT_FACE_STRONG, text,
                                  get_text_width (self) - PAGE_NUMBER_COLUMN)
                 : new_furniture (self, CRIT_FACE_SMALL, text, get_text_width (self));

      g_ptr_array_add (self->footer, layout);
      height += crit_type_get_height (layout);
    }
  self->footer_top = self->height - EDGE - height;
  self->body_bottom = MIN (self->height - CRIT_PAGE_MARGIN, self->footer_top - RULE_GAP - BODY_GAP);
}

static double
get_body_height (CritPages *self)
{
  return self->body_bottom - self->body_top;
}

static GArray *
add_page (CritPages *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (CritSlice));

  g_ptr_array_add (self->pages, page);
  return page;
}

static double
get_page_end (CritPages *self)
{
  GArray *page = self->pages->pdata[self->pages->len - 1];
  const CritSlice *last = NULL;

  if (page->len == 0)
    return self->body_top;
  last = &g_array_index (page, CritSlice, page->len - 1);
  return last->y + last->to - last->from;
}

static gboolean
is_page_empty (CritPages *self)
{
  return ((GArray *) self->pages->pdata[self->pages->len - 1])->len == 0;
}

/* A criterion is read as a whole, so it is only divided when no page could hold it. */
static gboolean
may_be_divided (CritPages *self, CritRow *row)
{
  if (row->kind == CRIT_BLOCK_STATUS || row->kind == CRIT_BLOCK_NOTE)
    return row->height > get_body_height (self);
  return row->height > WHOLE_HEIGHT;
}

static void
add_slice (CritPages *self, CritRow *row, double from, double to)
{
  double space = is_page_empty (self) || from > 0 ? 0 : row->space;
  CritSlice slice = { row, from, to, get_page_end (self) + space };

  g_array_append_val (self->pages->pdata[self->pages->len - 1], slice);
}

static void
place_row (CritPages *self, CritRow *row)
{
  double from = 0;

  while (TRUE)
    {
      double space = is_page_empty (self) ? 0 : row->space;
      double room = self->body_bottom - get_page_end (self) - space;
      double to = row->height;

      if (to - from > room)
        to = may_be_divided (self, row) ? crit_row_find_cut (row, from, room) : from;
      /* A single line that is taller than a page is drawn all the same: nothing is ever left out. */
      if (to <= from && is_page_empty (self))
        to = row->height;
      if (to > from)
        add_slice (self, row, from, to);
      if (to >= row->height)
        return;
      from = MAX (from, to);
      add_page (self);
    }
}

/* Lines to sign on stay together; a heading stays with what it heads. */
static gboolean
keeps_with_next (CritPages *self, guint i)
{
  CritRow *row = self->rows->pdata[i];
  CritRow *next = i + 1 < self->rows->len ? self->rows->pdata[i + 1] : NULL;

  if (next == NULL || !row->keeps)
    return FALSE;
  return row->kind != CRIT_BLOCK_SIGNATURE || next->kind == CRIT_BLOCK_SIGNATURE;
}

static double
get_least_height (CritPages *self, CritRow *row)
{
  return row->space + (may_be_divided (self, row) ? 2 * CRIT_ROW_LINE : row->height);
}

static void
place_rows (CritPages *self)
{
  add_page (self);
  for (guint i = 0, last = 0; i < self->rows->len; i = last + 1)
    {
      double needed = 0;

      for (last = i; keeps_with_next (self, last); last++)
        needed += ((CritRow *) self->rows->pdata[last])->space
                  + ((CritRow *) self->rows->pdata[last])->height;
      needed += get_least_height (self, self->rows->pdata[last]);

      if (needed > self->body_bottom - get_page_end (self) && !is_page_empty (self)
          && needed <= get_body_height (self))
        add_page (self);
      for (guint j = i; j <= last; j++)
        place_row (self, self->rows->pdata[j]);
    }
}

/**
 * crit_pages_new:
 * @summary: a summary
 * @width: width of the paper, in points
 * @height: height of the paper, in points
 *
 * Lays a summary out on paper, once: whatever is drawn from the pages afterwards looks the same.
 *
 * Returns: (transfer full): new pages, which no longer need @summary; to be freed with crit_pages_free()
 */
CritPages *
crit_pages_new (const CritSummary *summary, double width, double height)
{
  CritPages *self = NULL;

  g_return_val_if_fail (summary != NULL, NULL);
  g_return_val_if_fail (width >= 300 && height >= 400, NULL);

  self = g_new0 (CritPages, 1);
  self->context = crit_type_new_context (summary->language);
  self->width = width;
  self->height = height;
  self->name = g_strdup_printf ("%s · %s", summary->heading, summary->identity);
  self->made_at = summary->made_at;
  set_head (self, summary);
  set_foot (self, summary);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_row_free);
  for (guint i = 0; i < summary->blocks->len; i++)
    g_ptr_array_add (
        self->rows, crit_row_new (summary->blocks->pdata[i], self->context, get_text_width (self)));
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  place_rows (self);
  return self;
}

/**
 * crit_pages_free:
 * @self: (nullable) (transfer full): pages
 */
void
crit_pages_free (CritPages *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->footer);
  g_object_unref (self->heading);
  g_object_unref (self->identity);
  g_object_unref (self->context);
  g_free (self->name);
  g_free (self);
}

/**
 * crit_pages_get_count:
 * @self: pages
 *
 * Returns: how many pages there are; 1 or more
 */
guint
crit_pages_get_count (CritPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * crit_pages_get_width:
 * @self: pages
 *
 * Returns: the width of the paper, in points
 */
double
crit_pages_get_width (CritPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * crit_pages_get_height:
 * @self: pages
 *
 * Returns: the height of the paper, in points
 */
double
crit_pages_get_height (CritPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

static void
draw_rule (CritPages *self, cairo_t *cr, double y)
{
  cairo_set_line_width (cr, HAIRLINE);
  cairo_move_to (cr, CRIT_PAGE_MARGIN, y);
  cairo_line_to (cr, self->width - CRIT_PAGE_MARGIN, y);
  cairo_stroke (cr);
}

static void
draw_head (CritPages *self, cairo_t *cr)
{
  double right = self->width - CRIT_PAGE_MARGIN;

  crit_type_draw (cr, self->heading, CRIT_PAGE_MARGIN, EDGE);
  crit_type_draw (cr, self->identity, right - get_text_width (self) * 0.58, EDGE);
  draw_rule (self, cr, self->body_top - BODY_GAP);
}

static void
draw_page_number (CritPages *self, guint page, cairo_t *cr)
{
  /* Translators: at the foot of each printed page: its number, and how many pages there are. */
  g_autofree char *text = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, self->pages->len);
  g_autoptr (PangoLayout) layout =
      crit_type_new_layout (self->context, CRIT_FACE_STRONG, text, PAGE_NUMBER_COLUMN);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  crit_type_draw (cr, layout, self->width - CRIT_PAGE_MARGIN - PAGE_NUMBER_COLUMN,
                  self->footer_top);
}

static void
draw_foot (CritPages *self, guint page, cairo_t *cr)
{
  double y = self->footer_top;

  draw_rule (self, cr, y - RULE_GAP);
  draw_page_number (self, page, cr);
  for (guint i = 0; i < self->footer->len; i++)
    {
      crit_type_draw (cr, self->footer->pdata[i], CRIT_PAGE_MARGIN, y);
      y += crit_type_get_height (self->footer->pdata[i]);
    }
}

/**
 * crit_pages_set_container:
 * @cr: a cairo context on a PDF surface
 * @container: (inout) (nullable): the structure tag that is open around rows
 * @wanted: (nullable): the one that shall be
 *
 * Closes and opens the structure tags of tables and lists, which may run over several pages.
 */
void
crit_pages_set_container (cairo_t *cr, const char **container, const char *wanted)
{
  if (g_strcmp0 (*container, wanted) == 0)
    return;

  if (*container != NULL)
    cairo_tag_end (cr, *container);
  if (wanted != NULL)
    cairo_tag_begin (cr, wanted, NULL);
  *container = wanted;
}

/**
 * crit_pages_draw_page:
 * @self: pages
 * @page: a page, from 0
 * @cr: a cairo context
 * @container: (inout) (nullable): for a PDF: the structure tag that is open around rows; NULL where none are written
 *
 * Draws a page. What stands on every page is no part of the structure of a PDF: it would be read out each time.
 */
void
crit_pages_draw_page (CritPages *self, guint page, cairo_t *cr, const char **container)
{
  GArray *slices = self->pages->pdata[page];

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_head (self, cr);
  for (guint i = 0; i < slices->len; i++)
    {
      const CritSlice *slice = &g_array_index (slices, CritSlice, i);

      if (container != NULL)
        crit_pages_set_container (cr, container, slice->row->container);
      cairo_save (cr);
      cairo_translate (cr, CRIT_PAGE_MARGIN, slice->y);
      crit_row_draw (slice->row, cr, slice->from, slice->to, container != NULL);
      cairo_restore (cr);
    }
  draw_foot (self, page, cr);
  cairo_restore (cr);
}

/**
 * crit_pages_draw:
 * @self: pages
 * @page: a page, from 0
 * @cr: a cairo context whose unit is a point and whose origin is the top left corner of the paper
 *
 * Draws a page in black, without painting the paper.
 */
void
crit_pages_draw (CritPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->pages->len);
  g_return_if_fail (cr != NULL);

  crit_pages_draw_page (self, page, cr, NULL);
}
