/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-columns.h"

#include "crit-type.h"

#define NUMBER_COLUMN 20.0
#define GAP 9.0
#define HEAD_SHARE 0.6 /* of its width in one line */

/* Columns that have room to spare stand no further apart than this. */
#define MOST_SLACK 30.0

/* The first column holds the numbers of the rows. */
struct _CritColumns
{
  gatomicrefcount count;
  GPtrArray *labels;
  CritColumn *columns;
};

static double
get_width (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  pango_layout_get_extents (layout, NULL, &logical);
  return pango_units_to_double (logical.width) + 0.1;
}

static double
measure_widest_word (PangoLayout *layout)
{
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 1);
  return get_width (layout);
}

/* The head of a column may take two lines, or three. */
static double
measure_head (PangoContext *context, const char *label)
{
  g_autoptr (PangoLayout) layout = crit_type_new_layout (context, CRIT_FACE_STRONG, label, -1);
  double width = HEAD_SHARE * get_width (layout);

  return MAX (width, measure_widest_word (layout));
}

static double
measure_cell (PangoContext *context, const char *text)
{
  g_autoptr (PangoLayout) layout = crit_type_new_layout (context, CRIT_FACE_DETAIL, text, -1);

  return get_width (layout);
}

/* How wide each column would be if it had all the room it wants. */
static double *
measure_columns (GPtrArray *blocks, guint head, PangoContext *context)
{
  const CritBlock *block = blocks->pdata[head];
  GPtrArray *labels = block->columns;
  double *wanted = g_new0 (double, labels->len);

  for (guint i = 0; i < labels->len; i++)
    wanted[i] = measure_head (context, labels->pdata[i]);
  for (guint row = head + 1; row < blocks->len; row++)
    {
      block = blocks->pdata[row];
      if (block->kind != CRIT_BLOCK_TABLE_ROW)
        break;
      for (guint i = 0; i < labels->len; i++)
        wanted[i] = MAX (wanted[i], measure_cell (context, block->cells->pdata[i]));
    }
  return wanted;
}

/* Gives each column that wants no more than an even share what it wants, and counts the others. */
static guint
serve_modest (CritColumn *columns, const double *wanted, guint n_columns, double *room, double even)
{
  guint n_others = 0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].width == 0 && wanted[i] <= even)
      {
        columns[i].width = wanted[i];
        *room -= wanted[i];
      }
    else if (columns[i].width == 0)
      n_others++;
  return n_others;
}

/* Dates and short words keep their line; the columns with long texts share what is left. Room to spare goes to all. */
static void
share_room (CritColumn *columns, const double *wanted, guint n_columns, double room)
{
  guint n_left = n_columns;
  guint n_before = 0;

  while (n_left > 0 && n_left != n_before)
    {
      n_before = n_left;
      n_left = serve_modest (columns, wanted, n_columns, &room, room / n_left);
    }
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].width == 0)
      columns[i].width = room / n_left;
    else if (n_left == 0)
      columns[i].width += MIN (MOST_SLACK, room / n_columns);
}

/* Numbers stand below those of the questions that the tables answer. */
static void
place_columns (CritColumns *self, const double *wanted, double width)
{
  guint n_columns = self->labels->len;
  double x = 2 * NUMBER_COLUMN;

  self->columns[0] = (CritColumn){ NUMBER_COLUMN, NUMBER_COLUMN - 2 };
  share_room (self->columns + 1, wanted, n_columns, width - x - (n_columns - 1) * GAP);
  for (guint i = 1; i <= n_columns; i++)
    {
      self->columns[i].x = x;
      x += self->columns[i].width + GAP;
    }
}

/**
 * crit_columns_new:
 * @blocks: of #CritBlock
 * @head: the index of the block that heads a table
 * @context: a context made by crit_type_new_context()
 * @width: the width of the text on the page, in points
 *
 * Gives each column of a table the room that its texts need beside the others.
 *
 * Returns: (transfer full): new columns, the first for the numbers of the rows
 */
CritColumns *
crit_columns_new (GPtrArray *blocks, guint head, PangoContext *context, double width)
{
  CritColumns *self = g_new0 (CritColumns, 1);
  g_autofree double *wanted = measure_columns (blocks, head, context);

  g_atomic_ref_count_init (&self->count);
  self->labels = g_ptr_array_ref (((const CritBlock *) blocks->pdata[head])->columns);
  self->columns = g_new0 (CritColumn, self->labels->len + 1);
  place_columns (self, wanted, width);
  return self;
}

/**
 * crit_columns_ref:
 * @self: columns
 *
 * Returns: (transfer full): @self
 */
CritColumns *
crit_columns_ref (CritColumns *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * crit_columns_unref:
 * @self: (transfer full): columns
 */
void
crit_columns_unref (CritColumns *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_ptr_array_unref (self->labels);
  g_free (self->columns);
  g_free (self);
}

/**
 * crit_columns_get_count:
 * @self: columns
 *
 * Returns: how many there are, with that of the numbers
 */
guint
crit_columns_get_count (CritColumns *self)
{
  return self->labels->len + 1;
}

/**
 * crit_columns_get_label:
 * @self: columns
 * @i: which one
 *
 * Returns: (transfer none): what stands at its head
 */
const char *
crit_columns_get_label (CritColumns *self, guint i)
{
  return i == 0 ? crit_block_get_number_head () : self->labels->pdata[i - 1];
}

/**
 * crit_columns_get:
 * @self: columns
 * @i: which one
 *
 * Returns: (transfer none): where it stands
 */
const CritColumn *
crit_columns_get (CritColumns *self, guint i)
{
  return &self->columns[i];
}
