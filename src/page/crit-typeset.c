/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-typeset.h"

#include "crit-row-bar.h"
#include "crit-type.h"

#include <string.h>

#define GUTTER 10.0
#define MARK_GAP 4.5
#define STATUS_COLUMN 119.0 /* 42 mm */
#define ASIDE_COLUMN 64.0
#define NUMBER_COLUMN 20.0
#define INDENT 14.0
#define ENTRY_SPACE 3.5
#define ANSWER_COLUMN 0.58 /* of the width */
#define NAME_COLUMN 0.28   /* of the width */
#define SIGNATURE_HEIGHT 30.0

/* What a line of details beside one of text is lowered by, for both to stand on one line. */
#define DETAIL_BASELINE 1.0

/* An answer, or a note on it, of more lines than this in its column is set across the page, below its question. */
#define MOST_LINES_IN_COLUMN 4

/* White above a row, by kind. */
static const double SPACE[] = {
  [CRIT_BLOCK_TITLE] = 0,        [CRIT_BLOCK_NOTICE] = 8,    [CRIT_BLOCK_HEADING] = 20,
  [CRIT_BLOCK_SUBHEADING] = 11,  [CRIT_BLOCK_PARAGRAPH] = 6, [CRIT_BLOCK_STATUS] = 5,
  [CRIT_BLOCK_NOTE] = 5,         [CRIT_BLOCK_OPEN] = 2.5,    [CRIT_BLOCK_ANSWER] = 2.5,
  [CRIT_BLOCK_SOURCE] = 5,       [CRIT_BLOCK_SIGNATURE] = 0, [CRIT_BLOCK_FACT] = 1.5,
  [CRIT_BLOCK_TABLE] = 6,        [CRIT_BLOCK_TABLE_ROW] = 5, [CRIT_BLOCK_TIMELINE] = 3,
  [CRIT_BLOCK_TIMELINE_ROW] = 5,
};

/* Each paragraph has a side of its own to start at. */
static void
add_text (CritRow *self,
          CritRowCell *cell,
          PangoContext *context,
          CritFace face,
          const char *text,
          double x,
          double width)
{
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    crit_row_add_layout (self, cell, crit_type_new_layout (context, face, paragraphs[i], width), x);
}

static void
add_linked_text (CritRow *self,
                 CritRowCell *cell,
                 PangoContext *context,
                 const char *text,
                 GArray *links,
                 double x,
                 double width)
{
  if (text != NULL && *text != '\0')
    crit_row_add_layout (
        self, cell, crit_type_new_linked_layout (context, CRIT_FACE_DETAIL, text, links, width), x);
}

static void
set_plain (CritRow *self,
           const CritBlock *block,
           PangoContext *context,
           const char *tag,
           CritFace face)
{
  add_text (self, crit_row_add_cell (self, tag), context, face, block->text, 0, self->width);
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
  self->head = g_strdup (block->text);
  self->head_level = level;
}

static void
set_criterion (CritRow *self, const CritBlock *block, PangoContext *context)
{
  double x = block->kind == CRIT_BLOCK_NOTE ? 0 : STATUS_COLUMN;
  double width = self->width - x - ASIDE_COLUMN - GUTTER;
  double label_x = CRIT_ROW_MARK + MARK_GAP;
  CritRowCell *cell = NULL;

  self->container = "L";
  self->item = "LI";
  self->ruled = TRUE;
  self->mark = block->status;
  if (block->kind == CRIT_BLOCK_STATUS)
    add_text (self, crit_row_add_cell (self, "Lbl"), context, CRIT_FACE_BODY, block->label, label_x,
              STATUS_COLUMN - label_x - GUTTER / 2);

  cell = crit_row_add_cell (self, "LBody");
  add_text (self, cell, context, CRIT_FACE_BODY, block->text, x, width);
  add_linked_text (self, cell, context, block->detail, block->detail_links, x, width);

  if (block->aside != NULL)
    {
      PangoLayout *layout = crit_type_new_linked_layout (context, CRIT_FACE_BODY, block->aside,
                                                         block->aside_links, ASIDE_COLUMN);

      crit_type_align_to_end (layout);
      crit_row_add_layout (self, crit_row_add_cell (self, "LBody"), layout,
                           self->width - ASIDE_COLUMN);
    }
}

/* What is open leads to the answer of that number. */
static PangoLayout *
new_label (const CritBlock *block, PangoContext *context, double width)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CritLink));
  CritLink link = { 0, strlen (block->label), CRIT_BLOCK_ANSWER, block->number };

  if (block->kind == CRIT_BLOCK_OPEN)
    g_array_append_val (links, link);
  return crit_type_new_linked_layout (context, CRIT_FACE_BODY, block->label, links, width);
}

/* The number by which other blocks refer to an answer stands out at the side. */
static void
add_label (CritRow *self,
           CritRowCell *cell,
           const CritBlock *block,
           PangoContext *context,
           double x,
           double width)
{
  g_autofree char *number = g_strdup_printf ("%u.", block->number);
  double hang = 0;

  if (block->kind == CRIT_BLOCK_ANSWER && block->number > 0)
    {
      hang = NUMBER_COLUMN;
      crit_row_add_number (self, cell, crit_type_new_layout (context, CRIT_FACE_BODY, number, hang),
                           x);
    }
  crit_row_add_layout (self, cell, new_label (block, context, width - hang), x + hang);
}

/* A label at the side, and what belongs to it. */
static void
set_pair (CritRow *self,
          const CritBlock *block,
          PangoContext *context,
          const char *label_tag,
          const char *text_tag,
          double indent,
          double x)
{
  double width = self->width - x;
  CritRowCell *cell = crit_row_add_cell (self, label_tag);

  add_label (self, cell, block, context, indent, x - indent - GUTTER);
  cell = crit_row_add_cell (self, text_tag);
  add_text (self, cell, context, CRIT_FACE_BODY, block->text, x, width);
  add_text (self, cell, context, CRIT_FACE_DETAIL, block->detail, x, width);
}

static void
set_fact (CritRow *self, const CritBlock *block, PangoContext *context)
{
  self->container = "Table";
  self->item = "TR";
  set_pair (self, block, context, "TH", "TD", 0, STATUS_COLUMN);
}

static gboolean
is_long (const char *text, PangoContext *context, double width)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return FALSE;
  layout = crit_type_new_layout (context, CRIT_FACE_BODY, text, width);
  return pango_layout_get_line_count (layout) > MOST_LINES_IN_COLUMN;
}

static void
set_long_answer (CritRow *self, const CritBlock *block, PangoContext *context, double indent)
{
  double x = indent + MAX (INDENT, NUMBER_COLUMN);
  CritRowCell *cell = crit_row_add_cell (self, "TH");
  double label_height = 0;

  add_label (self, cell, block, context, indent, self->width - indent);
  label_height = self->height;
  cell = crit_row_add_cell (self, "TD");
  add_text (self, cell, context, CRIT_FACE_BODY, block->text, x, self->width - x);
  add_text (self, cell, context, CRIT_FACE_DETAIL, block->detail, x, self->width - x);
  crit_row_move_down (self, cell, label_height);
}

static void
set_answer (CritRow *self, const CritBlock *block, PangoContext *context)
{
  double indent = block->level > 0 ? NUMBER_COLUMN + (block->level - 1) * INDENT : 0;
  double x = self->width * ANSWER_COLUMN;

  self->container = "Table";
  self->item = "TR";
  self->keeps = block->text == NULL;
  self->target = block->kind == CRIT_BLOCK_ANSWER ? block->number : 0;
  if (self->keeps)
    {
      self->space += ENTRY_SPACE;
      self->head = g_strdup (block->label);
      self->head_level = CRIT_ROW_N_LEVELS - 1;
    }
  if (is_long (block->text, context, self->width - x)
      || is_long (block->detail, context, self->width - x))
    set_long_answer (self, block, context, indent);
  else
    set_pair (self, block, context, "TH", "TD", indent, x);
}

static void
set_source (CritRow *self, const CritBlock *block, PangoContext *context)
{
  self->container = "L";
  self->item = "LI";
  self->target = block->number;
  set_pair (self, block, context, "Lbl", "LBody", 0, NUMBER_COLUMN + GUTTER);
}

static void
set_timeline (CritRow *self, const CritBlock *block, PangoContext *context)
{
  set_plain (self, block, context, "P", CRIT_FACE_DETAIL);
  crit_row_add_ticks (self, block->timeline, context);
  self->keeps = TRUE;
}

static void
set_timeline_row (CritRow *self, const CritBlock *block, PangoContext *context)
{
  double x = self->width * NAME_COLUMN;
  CritRowCell *cell = crit_row_add_cell (self, "Lbl");

  self->container = "L";
  self->item = "LI";
  add_text (self, cell, context, CRIT_FACE_BODY, block->label, 0, x - GUTTER);
  cell = crit_row_add_cell (self, "LBody");
  add_text (self, cell, context, CRIT_FACE_DETAIL, block->text, x, self->width - x);
  crit_row_move_down (self, cell, DETAIL_BASELINE);
  crit_row_add_bar (self, block->timeline, block->row);
}

/* The label stands at the foot of the room for the hand, its baseline on the line to write on. */
static void
set_signature (CritRow *self, const CritBlock *block, PangoContext *context)
{
  CritRowCell *cell = crit_row_add_cell (self, "P");

  add_text (self, cell, context, CRIT_FACE_BODY, block->label, 0, STATUS_COLUMN - GUTTER);
  crit_row_move_down (self, cell, SIGNATURE_HEIGHT - CRIT_ROW_LINE);
  self->blank_x = STATUS_COLUMN;
  self->keeps = TRUE;
}

/* As many cells as there are columns. What is to be said beside them stands below, across the table, but belongs to the
 * first one: each row of a table must have the same cells. */
static void
set_table_row (CritRow *self, const CritBlock *block, CritColumns *columns, PangoContext *context)
{
  g_autofree char *number = g_strdup_printf ("%u", block->number);
  double x = crit_columns_get (columns, 1)->x;

  for (guint i = 0; i < crit_columns_get_count (columns); i++)
    {
      const CritColumn *column = crit_columns_get (columns, i);

      add_text (self, crit_row_add_cell (self, i == 0 ? "TH" : "TD"), context, CRIT_FACE_DETAIL,
                i == 0 ? number : block->cells->pdata[i - 1], column->x, column->width);
    }
  if (block->detail != NULL)
    crit_row_add_below (
        self, self->cells->pdata[1],
        crit_type_new_layout (context, CRIT_FACE_DETAIL, block->detail, self->width - x), x);
}

static void
set_table (CritRow *self, const CritBlock *block, CritColumns *columns, PangoContext *context)
{
  self->container = "Table";
  self->item = "TR";
  self->columns = crit_columns_ref (columns);
  if (block->kind == CRIT_BLOCK_TABLE_ROW)
    {
      self->ruled = TRUE;
      self->rule_x = crit_columns_get (columns, 0)->x;
      set_table_row (self, block, columns, context);
      return;
    }
  self->keeps = TRUE;
  crit_row_add_heads (self, columns, context);
}

static void
set_block (CritRow *self, const CritBlock *block, CritColumns *columns, PangoContext *context)
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
    case CRIT_BLOCK_FACT:
      set_fact (self, block, context);
      break;
    case CRIT_BLOCK_STATUS:
    case CRIT_BLOCK_NOTE:
      set_criterion (self, block, context);
      break;
    case CRIT_BLOCK_OPEN:
    case CRIT_BLOCK_ANSWER:
      set_answer (self, block, context);
      break;
    case CRIT_BLOCK_TABLE:
    case CRIT_BLOCK_TABLE_ROW:
      set_table (self, block, columns, context);
      break;
    case CRIT_BLOCK_TIMELINE:
      set_timeline (self, block, context);
      break;
    case CRIT_BLOCK_TIMELINE_ROW:
      set_timeline_row (self, block, context);
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
 * crit_typeset_block:
 * @block: a block of a summary
 * @columns: (nullable): the columns of the table that it is a part of, or after
 * @context: a context made by crit_type_new_context()
 * @width: the width of the text on the page, in points
 *
 * Sets a block in type.
 *
 * Returns: (transfer full): a new row, which no longer needs @block
 */
CritRow *
crit_typeset_block (const CritBlock *block,
                    CritColumns *columns,
                    PangoContext *context,
                    double width)
{
  CritRow *self = crit_row_new (width, crit_type_is_mirrored (context));

  self->kind = block->kind;
  self->level = block->level;
  self->space = SPACE[block->kind];
  set_block (self, block, columns, context);
  return self;
}
