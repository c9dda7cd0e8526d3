/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-row.h"

#include "crit-line-draw.h"
#include "crit-mark.h"
#include "crit-row-bar.h"
#include "crit-type.h"

#include <string.h>

#define HAIRLINE 0.4

/* White between what a page goes on with and the heads of columns. */
#define HEAD_SPACE 4.0

static void
clear_line (gpointer data)
{
  pango_layout_line_unref (((CritRowLine *) data)->line);
}

static void
free_cell (gpointer data)
{
  CritRowCell *cell = data;

  g_array_unref (cell->lines);
  g_free (cell);
}

/**
 * crit_row_new:
 * @width: the width of the text on the page, in points
 * @mirrored: whether reading starts at the right
 *
 * Returns: (transfer full): a row without any cell
 */
CritRow *
crit_row_new (double width, gboolean mirrored)
{
  CritRow *self = g_new0 (CritRow, 1);

  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = g_ptr_array_new_with_free_func (free_cell);
  self->width = width;
  self->mirrored = mirrored;
  self->blank_x = -1;
  return self;
}

/**
 * crit_row_add_cell:
 * @self: a row
 * @tag: (nullable): the PDF structure tag of its text; a literal. NULL for what is no part of the structure
 *
 * Returns: (transfer none): a new cell without text, read after those that are there
 */
CritRowCell *
crit_row_add_cell (CritRow *self, const char *tag)
{
  CritRowCell *cell = g_new0 (CritRowCell, 1);

  cell->tag = tag;
  cell->lines = g_array_new (FALSE, FALSE, sizeof (CritRowLine));
  g_array_set_clear_func (cell->lines, clear_line);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

static double
get_cell_height (CritRowCell *cell)
{
  const CritRowLine *last = NULL;

  if (cell->lines->len == 0)
    return 0;
  last = &g_array_index (cell->lines, CritRowLine, cell->lines->len - 1);
  return last->top + last->height;
}

static void
add_layout (CritRow *self, CritRowCell *cell, PangoLayout *layout, double x, double top)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint n_before = cell->lines->len;
  double left = self->mirrored
                    ? self->width - x - pango_units_to_double (pango_layout_get_width (layout))
                    : x;

  do
    {
      PangoRectangle logical = { 0 };
      CritRowLine line = { .starts = cell->lines->len == n_before };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      line.x = left + pango_units_to_double (logical.x);
      line.top = top + pango_units_to_double (logical.y);
      line.height = pango_units_to_double (logical.height);
      line.baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter) - logical.y);
      g_array_append_val (cell->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  cell->n_texts++;

  pango_layout_iter_free (iter);
  g_ptr_array_add (self->layouts, layout);
  self->height = MAX (self->height, get_cell_height (cell));
}

/**
 * crit_row_add_layout:
 * @self: a row
 * @cell: one of its cells
 * @layout: (transfer full): a text that is set
 * @x: where it starts, from where reading starts
 *
 * Adds the lines of a text to a cell, below those that it has.
 */
void
crit_row_add_layout (CritRow *self, CritRowCell *cell, PangoLayout *layout, double x)
{
  add_layout (self, cell, layout, x, cell->numbered ? 0 : get_cell_height (cell));
  cell->numbered = FALSE;
}

/**
 * crit_row_add_below:
 * @self: a row
 * @cell: one of its cells
 * @layout: (transfer full): a text that is set
 * @x: where it starts, from where reading starts
 *
 * Adds the lines of a text to a cell, below those of all cells.
 */
void
crit_row_add_below (CritRow *self, CritRowCell *cell, PangoLayout *layout, double x)
{
  add_layout (self, cell, layout, x, self->height);
}

/**
 * crit_row_add_number:
 * @self: a row
 * @cell: one of its cells, which is empty
 * @layout: (transfer full): a number that is set
 * @x: where it starts, from where reading starts
 *
 * Adds a number to a cell, beside which the text that is added next will stand.
 */
void
crit_row_add_number (CritRow *self, CritRowCell *cell, PangoLayout *layout, double x)
{
  add_layout (self, cell, layout, x, 0);
  cell->numbered = TRUE;
}

/**
 * crit_row_add_heads:
 * @self: a row
 * @columns: the columns of a table
 * @context: a context made by crit_type_new_context()
 *
 * Adds the heads of columns below what is in the row, each at the foot of the highest.
 */
void
crit_row_add_heads (CritRow *self, CritColumns *columns, PangoContext *context)
{
  double top = self->height > 0 ? self->height + HEAD_SPACE : 0;
  guint n_before = self->cells->len;

  for (guint i = 0; i < crit_columns_get_count (columns); i++)
    {
      const CritColumn *column = crit_columns_get (columns, i);
      CritRowCell *cell = crit_row_add_cell (self, "TH");

      cell->heads_column = TRUE;
      crit_row_add_layout (self, cell,
                           crit_type_new_layout (context, CRIT_FACE_STRONG,
                                                 crit_columns_get_label (columns, i),
                                                 column->width),
                           column->x);
      crit_row_move_down (self, cell, top);
    }
  for (guint i = n_before; i < self->cells->len; i++)
    crit_row_move_down (self, self->cells->pdata[i],
                        self->height - get_cell_height (self->cells->pdata[i]));
}

/**
 * crit_row_move_down:
 * @self: a row
 * @cell: one of its cells
 * @distance: how far, in points
 *
 * Moves all lines of a cell.
 */
void
crit_row_move_down (CritRow *self, CritRowCell *cell, double distance)
{
  for (guint i = 0; i < cell->lines->len; i++)
    g_array_index (cell->lines, CritRowLine, i).top += distance;
  self->height = MAX (self->height, get_cell_height (cell));
}

/**
 * crit_row_free:
 * @self: (nullable) (transfer full): a row
 */
void
crit_row_free (CritRow *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->layouts);
  g_clear_pointer (&self->columns, crit_columns_unref);
  g_clear_pointer (&self->timeline, crit_timeline_unref);
  g_free (self->head);
  g_free (self);
}

static gboolean
cuts_a_line (CritRow *self, double cut)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GArray *lines = ((CritRowCell *) self->cells->pdata[i])->lines;

      for (guint j = 0; j < lines->len; j++)
        {
          const CritRowLine *line = &g_array_index (lines, CritRowLine, j);

          if (line->top < cut - 0.5 && line->top + line->height > cut + 0.5)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * crit_row_find_cut:
 * @self: a row
 * @from: where the rest of it starts, from its top
 * @room: the height that is left on the page
 *
 * Looks for the lowest place between two lines where the rest of a row can go over to the next page, two lines or more
 * on either side.
 *
 * Returns: the place, from the top of the row; @from where there is none
 */
double
crit_row_find_cut (CritRow *self, double from, double room)
{
  double highest = from + 2 * CRIT_ROW_LINE - 1;
  double lowest = MIN (from + room, self->height - 2 * CRIT_ROW_LINE + 1);
  double best = from;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GArray *lines = ((CritRowCell *) self->cells->pdata[i])->lines;

      for (guint j = 0; j < lines->len; j++)
        {
          const CritRowLine *line = &g_array_index (lines, CritRowLine, j);
          double cut = line->top + line->height;

          if (cut > best && cut >= highest && cut <= lowest && !cuts_a_line (self, cut))
            best = cut;
        }
    }
  return best;
}

/* In a cell of several texts each is a paragraph of its own, or their words would run together when read aloud. */
static void
draw_tagged_line (CritRowCell *cell,
                  const CritRowLine *line,
                  cairo_t *cr,
                  double from,
                  gboolean first,
                  CritTags *tags)
{
  if (first)
    crit_tags_begin_cell (tags, cell->tag, cell->heads_column);
  if (cell->n_texts > 1 && !first && line->starts)
    crit_tags_end (tags, "P");
  if (cell->n_texts > 1 && (first || line->starts))
    crit_tags_begin (tags, "P");
  crit_line_draw (line, cr, line->top - from, tags);
}

static void
draw_cell (CritRowCell *cell, cairo_t *cr, double from, double to, CritTags *tags)
{
  gboolean tagged = tags != NULL && cell->tag != NULL;
  guint n_drawn = 0;

  for (guint i = 0; i < cell->lines->len; i++)
    {
      const CritRowLine *line = &g_array_index (cell->lines, CritRowLine, i);

      if (line->top < from - 0.5 || line->top + line->height > to + 0.5)
        continue;
      if (tagged)
        draw_tagged_line (cell, line, cr, from, n_drawn == 0, tags);
      else
        crit_line_draw (line, cr, line->top - from, NULL);
      n_drawn++;
    }
  if (tagged && n_drawn > 0 && cell->n_texts > 1)
    crit_tags_end (tags, "P");
  if (tagged && n_drawn > 0)
    crit_tags_end (tags, cell->tag);
}

static void
draw_rule (cairo_t *cr, double x, double y, double end)
{
  cairo_set_line_width (cr, HAIRLINE);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, end, y);
  cairo_stroke (cr);
}

/**
 * crit_row_draw_rule:
 * @self: a row
 * @cr: a cairo context, whose origin is the top left corner of the row
 *
 * Draws the hairline that divides the row from the one above it on the same page.
 */
void
crit_row_draw_rule (CritRow *self, cairo_t *cr)
{
  if (self->ruled && self->mirrored)
    draw_rule (cr, 0, -self->space / 2, self->width - self->rule_x);
  else if (self->ruled)
    draw_rule (cr, self->rule_x, -self->space / 2, self->width);
}

/* A mark and a line to write on stand where the row starts, on the side where reading starts. */
static void
draw_shapes (CritRow *self, cairo_t *cr)
{
  double x = self->mirrored ? self->width - CRIT_ROW_MARK : 0;

  if (self->mark != CRIT_STATUS_NONE)
    crit_mark_draw (cr, self->mark, x, (CRIT_ROW_LINE - CRIT_ROW_MARK) / 2, CRIT_ROW_MARK);
  if (self->blank_x >= 0 && self->mirrored)
    draw_rule (cr, 0, self->height - 3, self->width - self->blank_x);
  else if (self->blank_x >= 0)
    draw_rule (cr, self->blank_x, self->height - 3, self->width);
}

/* Links lead to where the first part of the row stands. */
static void
begin_target (CritRow *self, cairo_t *cr)
{
  g_autofree char *target = crit_line_dup_target (self->kind, self->target);
  g_autofree char *attributes = g_strdup_printf ("name='%s'", target);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
}

static void
draw_item (CritRow *self, cairo_t *cr, double from, double to, CritTags *tags)
{
  if (tags != NULL && self->item != NULL)
    crit_tags_begin (tags, self->item);
  for (guint i = 0; i < self->cells->len; i++)
    draw_cell (self->cells->pdata[i], cr, from, to, tags);
  if (from <= 0)
    crit_row_draw_bar (self, cr, tags);
  if (tags != NULL && self->item != NULL)
    crit_tags_end (tags, self->item);
}

/**
 * crit_row_draw:
 * @self: a row
 * @cr: a cairo context, whose origin is the top left corner of the part that is drawn
 * @from: where the part starts, from the top of the row
 * @to: where it ends
 * @tags: (nullable): where structure tags are written, for a PDF
 *
 * Draws the part of a row that stands on one page.
 */
void
crit_row_draw (CritRow *self, cairo_t *cr, double from, double to, CritTags *tags)
{
  gboolean targeted = tags != NULL && from <= 0 && self->target > 0;

  if (from <= 0)
    draw_shapes (self, cr);

  if (targeted)
    begin_target (self, cr);
  draw_item (self, cr, from, to, tags);
  if (targeted)
    cairo_tag_end (cr, CAIRO_TAG_DEST);
}
