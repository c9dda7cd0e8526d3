/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-trail.h"

#include "crit-row-bar.h"
#include "crit-type.h"

#include <glib/gi18n-lib.h>

/* What a row stands under ends where another of the same rank begins. An answer that is in no entry ends the entry. */
static guint
get_level (const CritRow *row)
{
  if (row->head != NULL)
    return row->head_level;
  return row->kind == CRIT_BLOCK_ANSWER && row->level > 0 ? CRIT_ROW_N_LEVELS
                                                          : CRIT_ROW_N_LEVELS - 1;
}

/**
 * crit_trail_enter:
 * @self: a trail
 * @row: the next row of the document
 *
 * Notes what the rows after @row stand under.
 */
void
crit_trail_enter (CritTrail *self, const CritRow *row)
{
  for (guint level = get_level (row); level < CRIT_ROW_N_LEVELS; level++)
    self->heads[level] = NULL;
  if (row->head != NULL)
    self->heads[row->head_level] = row->head;
}

static char *
dup_text (const CritTrail *self, guint n_levels)
{
  g_autoptr (GString) heads = g_string_new (NULL);

  for (guint level = 0; level < n_levels; level++)
    if (self->heads[level] != NULL)
      g_string_append_printf (heads, "%s%s", heads->len > 0 ? " · " : "", self->heads[level]);
  if (heads->len == 0)
    return NULL;
  /* Translators: at the top of a page, of the part of the document that began on an earlier page. */
  return g_strdup_printf (_ ("%s, continued"), heads->str);
}

/**
 * crit_trail_new_row:
 * @self: the trail of the rows before @next
 * @next: the row that a page starts with
 * @context: a context made by crit_type_new_context()
 * @width: the width of the text on the page, in points
 *
 * Says at the head of a page what it goes on with. It takes one line, since it only repeats what stands in full before; and
 * in a timeline another with the years, in a table the heads of its columns.
 *
 * Returns: (transfer full) (nullable): a row; NULL where @next begins a part of its own
 */
CritRow *
crit_trail_new_row (const CritTrail *self, const CritRow *next, PangoContext *context, double width)
{
  g_autofree char *text = dup_text (self, get_level (next));
  PangoLayout *layout = NULL;
  CritRow *row = NULL;

  if (text == NULL)
    return NULL;
  row = crit_row_new (width, crit_type_is_mirrored (context));
  layout = crit_type_new_layout (context, CRIT_FACE_DETAIL, text, width);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  crit_row_add_layout (row, crit_row_add_cell (row, "P"), layout, 0);
  if (next->timeline != NULL && crit_timeline_has_bars (next->timeline))
    crit_row_add_ticks (row, next->timeline, context);
  if (next->kind == CRIT_BLOCK_TABLE_ROW)
    {
      row->columns = crit_columns_ref (next->columns);
      crit_row_add_heads (row, next->columns, context);
    }
  return row;
}
