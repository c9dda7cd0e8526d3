/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-row.h"

#include "crit-mark.h"
#include "crit-type.h"

#define HAIRLINE 0.4
#define GUTTER 10.0
#define MARK_SIZE 11.0
#define MARK_GAP 4.5
#define STATUS_COLUMN 119.0 /* 42 mm */
#define ASIDE_COLUMN 34.0
#define NUMBER_COLUMN 24.0
#define INDENT 14.0
#define ANSWER_COLUMN 0.48 /* of the width */
#define SIGNATURE_HEIGHT 30.0

/* White above a row, by kind. */
static const double SPACE[] = {
  [CRIT_BLOCK_TITLE] = 0,       [CRIT_BLOCK_NOTICE] = 8,    [CRIT_BLOCK_HEADING] = 20,
  [CRIT_BLOCK_SUBHEADING] = 11, [CRIT_BLOCK_PARAGRAPH] = 6, [CRIT_BLOCK_STATUS] = 5,
  [CRIT_BLOCK_NOTE] = 5,        [CRIT_BLOCK_ANSWER] = 2.5,  [CRIT_BLOCK_SOURCE] = 5,
  [CRIT_BLOCK_SIGNATURE] = 0,
};

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

static CritRowCell *
add_cell (CritRow *self, const char *tag)
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

/* Takes over the layout, whose lines are added to the cell below those it has. */
static void
add_layout (CritRow *self, CritRowCell *cell, PangoLayout *layout, double x)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double top = get_cell_height (cell);

  do
    {
      PangoRectangle logical = { 0 };
      CritRowLine line = { 0 };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      line.x = x + pango_units_to_double (logical.x);
      line.top = top + pango_units_to_double (logical.y);
      line.height = pango_units_to_double (logical.height);
      line.baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter) - logical.y);
      g_array_append_val (cell->lines, line);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  g_ptr_array_add (self->layouts, layout);
  self->height = MAX (self->height, get_cell_height (cell));
}

static void
add_text (CritRow *self,
          CritRowCell *cell,
          PangoContext *context,
          CritFace face,
          const char *text,
          double x,
          double width)
{
  if (text != NULL && *text != '\0')
    add_layout (self, cell, crit_type_new_layout (context, face, text, width), x);
}

static void
set_plain (CritRow *self,
           const CritBlock *block,
           PangoContext *context,
           const char *tag,
           CritFace face)
{
  add_text (self, add_cell (self, tag), context, face, block->text, 0, self->width);
}

static void
set_heading (CritRow *self,
             const CritBlock *block,
             PangoContext *context,
             const char *tag,
             CritFace face,
             guint level)
{
  set_plain (self, block, context, tag, face);
  self->keeps = TRUE;
  self->bookmark = g_strdup (block->text);
  self->bookmark_level = level;
}

static void
set_criterion (CritRow *self, const CritBlock *block, PangoContext *context)
{
  double x = block->kind == CRIT_BLOCK_NOTE ? 0 : STATUS_COLUMN;
  double width = self->width - x - ASIDE_COLUMN - GUTTER;
  double label_x = MARK_SIZE + MARK_GAP;
  CritRowCell *cell = NULL;

  self->container = "Table";
  self->item = "TR";
  self->ruled = TRUE;
  self->mark = block->status;
  if (block->kind == CRIT_BLOCK_STATUS)
    add_text (self, add_cell (self, "TD"), context, CRIT_FACE_BODY, block->label, label_x,
              STATUS_COLUMN - label_x - GUTTER / 2);

  cell = add_cell (self, "TD");
  add_text (self, cell, context, CRIT_FACE_BODY, block->text, x, width);
  add_text (self, cell, context, CRIT_FACE_DETAIL, block->detail, x, width);

  if (block->aside != NULL)
    {
      PangoLayout *layout =
          crit_type_new_layout (context, CRIT_FACE_BODY, block->aside, ASIDE_COLUMN);

      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      add_layout (self, add_cell (self, "TD"), layout, self->width - ASIDE_COLUMN);
    }
}

static void
set_answer (CritRow *self, const CritBlock *block, PangoContext *context)
{
  double indent = block->level * INDENT;
  double x = self->width * ANSWER_COLUMN;
  CritRowCell *cell = NULL;

  self->container = "Table";
  self->item = "TR";
  self->keeps = block->text == NULL;
  add_text (self, add_cell (self, "TH"), context, CRIT_FACE_BODY, block->label, indent,
            x - indent - GUTTER);
  cell = add_cell (self, "TD");
  add_text (self, cell, context, CRIT_FACE_BODY, block->text, x, self->width - x);
  add_text (self, cell, context, CRIT_FACE_DETAIL, block->detail, x, self->width - x);
}

static void
set_source (CritRow *self, const CritBlock *block, PangoContext *context)
{
  double width = self->width - NUMBER_COLUMN;
  CritRowCell *cell = NULL;

  self->container = "L";
  self->item = "LI";
  add_text (self, add_cell (self, "Lbl"), context, CRIT_FACE_BODY, block->label, 0,
            NUMBER_COLUMN - 2);
  cell = add_cell (self, "LBody");
  add_text (self, cell, context, CRIT_FACE_BODY, block->text, NUMBER_COLUMN, width);
  add_text (self, cell, context, CRIT_FACE_DETAIL, block->detail, NUMBER_COLUMN, width);
}

/* The label stands at the foot of the room for the hand, its baseline on the line to write on. */
static void
set_signature (CritRow *self, const CritBlock *block, PangoContext *context)
{
  CritRowCell *cell = add_cell (self, "P");

  add_text (self, cell, context, CRIT_FACE_BODY, block->label, 0, STATUS_COLUMN - GUTTER);
  for (guint i = 0; i < cell->lines->len; i++)
    g_array_index (cell->lines, CritRowLine, i).top += SIGNATURE_HEIGHT - CRIT_ROW_LINE;
  self->height += SIGNATURE_HEIGHT - CRIT_ROW_LINE;
  self->blank_x = STATUS_COLUMN;
  self->keeps = TRUE;
}

static void
set_block (CritRow *self, const CritBlock *block, PangoContext *context)
{
  switch (block->kind)
    {
    case CRIT_BLOCK_TITLE:
      set_heading (self, block, context, "H1", CRIT_FACE_TITLE, 0);
      break;
    case CRIT_BLOCK_HEADING:
      set_heading (self, block, context, "H2", CRIT_FACE_HEADING, 0);
      break;
    case CRIT_BLOCK_SUBHEADING:
      set_heading (self, block, context, "H3", CRIT_FACE_SUBHEADING, 1);
      break;
    case CRIT_BLOCK_NOTICE:
    case CRIT_BLOCK_PARAGRAPH:
      set_plain (self, block, context, "P", CRIT_FACE_BODY);
      break;
    case CRIT_BLOCK_STATUS:
    case CRIT_BLOCK_NOTE:
      set_criterion (self, block, context);
      break;
    case CRIT_BLOCK_ANSWER:
      set_answer (self, block, context);
      break;
    case CRIT_BLOCK_SOURCE:
      set_source (self, block, context);
      break;
    case CRIT_BLOCK_SIGNATURE:
      set_signature (self, block, context);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * crit_row_new:
 * @block: a block of a summary
 * @context: a context made by crit_type_new_context()
 * @width: the width of the text on the page, in points
 *
 * Sets a block in type.
 *
 * Returns: (transfer full): a new row, which no longer needs @block
 */
CritRow *
crit_row_new (const CritBlock *block, PangoContext *context, double width)
{
  CritRow *self = g_new0 (CritRow, 1);

  self->kind = block->kind;
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = g_ptr_array_new_with_free_func (free_cell);
  self->width = width;
  self->space = SPACE[block->kind];
  self->blank_x = -1;
  set_block (self, block, context);
  return self;
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
  g_free (self->bookmark);
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

static void
draw_cell (CritRowCell *cell, cairo_t *cr, double from, double to, gboolean tagged)
{
  gboolean open = FALSE;

  for (guint i = 0; i < cell->lines->len; i++)
    {
      const CritRowLine *line = &g_array_index (cell->lines, CritRowLine, i);

      if (line->top < from - 0.5 || line->top + line->height > to + 0.5)
        continue;
      if (tagged && !open)
        cairo_tag_begin (cr, cell->tag, NULL);
      open = TRUE;
      cairo_move_to (cr, line->x, line->top - from + line->baseline);
      pango_cairo_show_layout_line (cr, line->line);
    }
  if (tagged && open)
    cairo_tag_end (cr, cell->tag);
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
 * crit_row_draw:
 * @self: a row
 * @cr: a cairo context, whose origin is the top left corner of the part that is drawn
 * @from: where the part starts, from the top of the row
 * @to: where it ends
 * @tagged: whether structure tags are written, for a PDF
 *
 * Draws the part of a row that stands on one page.
 */
void
crit_row_draw (CritRow *self, cairo_t *cr, double from, double to, gboolean tagged)
{
  gboolean first = from <= 0;

  if (first && self->ruled)
    draw_rule (cr, 0, -self->space / 2, self->width);
  if (first && self->mark != CRIT_STATUS_NONE)
    crit_mark_draw (cr, self->mark, 0, (CRIT_ROW_LINE - MARK_SIZE) / 2, MARK_SIZE);
  if (self->blank_x >= 0)
    draw_rule (cr, self->blank_x, self->height - 3, self->width);

  if (tagged && self->item != NULL)
    cairo_tag_begin (cr, self->item, NULL);
  for (guint i = 0; i < self->cells->len; i++)
    draw_cell (self->cells->pdata[i], cr, from, to, tagged);
  if (tagged && self->item != NULL)
    cairo_tag_end (cr, self->item);
}
