/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "crit-columns.h"
#include "crit-tags.h"
#include "summary/crit-block.h"

G_BEGIN_DECLS

/* One line of type: 10 pt at 1.35. */
#define CRIT_ROW_LINE 13.5

/* Width and height of the mark of a status. */
#define CRIT_ROW_MARK 11.0

/* How deep headings go. */
#define CRIT_ROW_N_LEVELS 3

/**
 * CritRowLine:
 * @line: the glyphs; owned
 * @x: left edge, from the left edge of the row
 * @top: top edge, from the top edge of the row
 * @baseline: where the glyphs stand, from @top
 * @starts: whether it is the first line of a text
 */
typedef struct
{
  PangoLayoutLine *line;
  double x;
  double top;
  double height;
  double baseline;
  gboolean starts;
} CritRowLine;

/**
 * CritRowCell:
 * @tag: (nullable): the PDF structure tag of its text; NULL where it is no part of the structure
 * @lines: of #CritRowLine, from the top
 * @n_texts: how many texts the lines are of
 * @heads_column: whether it stands at the head of a column
 * @numbered: whether a number stands there and waits for its text
 *
 * Lines that are read one after the other, such as the reason under a criterion.
 */
typedef struct
{
  const char *tag;
  GArray *lines;
  guint n_texts;
  gboolean heads_column;
  gboolean numbered;
} CritRowCell;

/**
 * CritRow:
 * @kind: what the block was
 * @level: its level; fields of an entry have one
 * @layouts: of #PangoLayout: keeps the lines alive
 * @container: (nullable): the PDF structure tag around rows of this kind, "Table" or "L"
 * @item: (nullable): the PDF structure tag around the cells of this row, "TR" or "LI"
 * @cells: of #CritRowCell, in reading order
 * @mark: the status whose mark stands before the first line
 * @space: white above the row, which is dropped at the top of a page
 * @height: without @space
 * @mirrored: whether reading starts at the right
 * @ruled: whether a hairline stands between the row and the one above
 * @rule_x: where it starts, from where reading starts
 * @keeps: whether the row must stay on the page of the next one
 * @blank_x: where the line to write on starts, from where reading starts; negative where there is none
 * @columns: (nullable): those of the table of which the row is a part; owned
 * @timeline: (nullable): that of which the row is a part, with a bar at its foot; owned
 * @timeline_row: which row of it
 * @target: its number as links of a PDF know it, with its kind; 0 where none leads to it
 * @head: (nullable): what the rows below it stand under; in a PDF also its name in the outline
 * @head_level: 0 for a heading, 1 for a subheading, 2 for an entry of a list
 *
 * A block of the summary, set in type across the width of the page but not yet placed on one.
 */
typedef struct
{
  CritBlockKind kind;
  guint level;
  const char *container;
  const char *item;
  GPtrArray *layouts;
  GPtrArray *cells;
  CritStatus mark;
  double width;
  double space;
  double height;
  gboolean mirrored;
  gboolean ruled;
  double rule_x;
  gboolean keeps;
  double blank_x;
  CritColumns *columns;
  CritTimeline *timeline;
  guint timeline_row;
  guint target;
  char *head;
  guint head_level;
} CritRow;

CritRow *crit_row_new (double width, gboolean mirrored);
void crit_row_free (CritRow *self);
CritRowCell *crit_row_add_cell (CritRow *self, const char *tag);
void crit_row_add_number (CritRow *self, CritRowCell *cell, PangoLayout *layout, double x);
void crit_row_add_below (CritRow *self, CritRowCell *cell, PangoLayout *layout, double x);
void crit_row_add_layout (CritRow *self, CritRowCell *cell, PangoLayout *layout, double x);
void crit_row_add_heads (CritRow *self, CritColumns *columns, PangoContext *context);
void crit_row_move_down (CritRow *self, CritRowCell *cell, double distance);
double crit_row_find_cut (CritRow *self, double from, double room);
void crit_row_draw_rule (CritRow *self, cairo_t *cr);
void crit_row_draw (CritRow *self, cairo_t *cr, double from, double to, CritTags *tags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritRow, crit_row_free)

G_END_DECLS
