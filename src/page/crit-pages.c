/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pages-private.h"

#include "crit-type.h"
#include "crit-typeset.h"

/* Rows that are no taller than this go to the next page whole. */
#define WHOLE_HEIGHT (8 * CRIT_ROW_LINE)

/* On smaller paper the pages are laid out as on this and made smaller, or the columns would have no room for a word. */
#define LEAST_WIDTH 420.0
#define LEAST_HEIGHT 560.0

/* Rows that only look better together may leave so much of a page white, and no more. */
#define MOST_WHITE 0.3

/* An answer that is taller than this stands apart from the next. */
#define TALL_ANSWER (5 * CRIT_ROW_LINE)

/* Pages with room for little more than a few lines have none to spare. */
static double
get_trail_height (CritPages *self)
{
  double height = self->furniture->body_bottom - self->furniture->body_top;

  return height >= LEAST_HEIGHT / 2 ? CRIT_TRAIL_HEIGHT : 0;
}

/* What any page has room for, whether it goes on with something or not. */
static double
get_body_height (CritPages *self)
{
  return self->furniture->body_bottom - self->furniture->body_top - get_trail_height (self);
}

static void
free_page (gpointer data)
{
  CritPage *page = data;

  crit_row_free (page->continued);
  g_array_unref (page->slices);
  g_free (page);
}

static CritPage *
get_last_page (CritPages *self)
{
  return self->pages->pdata[self->pages->len - 1];
}

/* @next: the row that it starts with; NULL for the first */
static void
add_page (CritPages *self, CritRow *next)
{
  CritPage *page = g_new0 (CritPage, 1);

  page->slices = g_array_new (FALSE, FALSE, sizeof (CritSlice));
  if (next != NULL && get_trail_height (self) > 0)
    page->continued =
        crit_trail_new_row (&self->trail, next, self->furniture->context, next->width);
  g_ptr_array_add (self->pages, page);
}

static double
get_page_end (CritPages *self)
{
  CritPage *page = get_last_page (self);
  const CritSlice *last = NULL;

  if (page->slices->len == 0)
    return self->furniture->body_top
           + (page->continued != NULL
                  ? MAX (CRIT_TRAIL_HEIGHT, page->continued->height + CRIT_TRAIL_SPACE)
                  : 0);
  last = &g_array_index (page->slices, CritSlice, page->slices->len - 1);
  return last->y + last->to - last->from;
}

static gboolean
is_page_empty (CritPages *self)
{
  return get_last_page (self)->slices->len == 0;
}

/* Running text may go on overleaf. A criterion is read as a whole, a heading and a line to sign on are one thing: they
 * are only divided when no page could hold them. */
static gboolean
may_be_divided (CritPages *self, CritRow *row)
{
  switch (row->kind)
    {
    case CRIT_BLOCK_NOTICE:
    case CRIT_BLOCK_PARAGRAPH:
    case CRIT_BLOCK_FACT:
    case CRIT_BLOCK_OPEN:
    case CRIT_BLOCK_ANSWER:
    case CRIT_BLOCK_TABLE_ROW:
    case CRIT_BLOCK_SOURCE:
      return row->height > WHOLE_HEIGHT;
    default:
      return row->height > get_body_height (self);
    }
}

static void
add_slice (CritPages *self, CritRow *row, double from, double to)
{
  double space = is_page_empty (self) || from > 0 ? 0 : row->space;
  CritSlice slice = { row, from, to, get_page_end (self) + space };

  g_array_append_val (get_last_page (self)->slices, slice);
}

static void
place_row (CritPages *self, CritRow *row)
{
  double from = 0;

  while (TRUE)
    {
      double space = is_page_empty (self) ? 0 : row->space;
      double room = self->furniture->body_bottom - get_page_end (self) - space;
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
      add_page (self, row);
    }
}

/* The question that a list answers heads its entries, as a heading does. */
static gboolean
heads_entries (CritRow *row, CritRow *next)
{
  gboolean is_entry =
      next->kind == CRIT_BLOCK_TABLE || (next->kind == CRIT_BLOCK_ANSWER && next->level > 0);

  return is_entry && row->kind == CRIT_BLOCK_ANSWER && row->level == 0
         && row->height <= WHOLE_HEIGHT;
}

/* A heading stays with what it heads, and lines to sign on stay together. */
static gboolean
must_keep_with_next (CritRow *row, CritRow *next)
{
  if (heads_entries (row, next))
    return TRUE;
  if (row->kind == CRIT_BLOCK_PARAGRAPH && next->kind == CRIT_BLOCK_HEADING)
    return FALSE;
  return row->keeps && (row->kind != CRIT_BLOCK_SIGNATURE || next->kind == CRIT_BLOCK_SIGNATURE);
}

static CritRow *
get_row (CritPages *self, guint i)
{
  return i < self->rows->len ? self->rows->pdata[i] : NULL;
}

/* Rows that are read one after the other as lines of one list. */
static gboolean
is_run (const CritRow *row, const CritRow *next)
{
  return row != NULL && next != NULL && row->kind == next->kind && !row->keeps && row->level == 0
         && next->level == 0;
}

/* No row of a list is left alone under its heading, nor alone on the next page. */
static gboolean
is_edge_of_run (CritPages *self, guint i)
{
  CritRow *row = get_row (self, i);
  CritRow *next = get_row (self, i + 1);

  return is_run (row, next)
         && (i == 0 || !is_run (get_row (self, i - 1), row)
             || !is_run (next, get_row (self, i + 2)));
}

/* The fields of one entry, a few lines about one thing and the edges of a list stay together where that leaves no hole in
 * the page. */
static gboolean
may_keep_with_next (CritPages *self, guint i)
{
  CritRow *row = get_row (self, i);
  CritRow *next = get_row (self, i + 1);

  if (row->kind != next->kind || next->keeps)
    return FALSE;
  if (row->kind == CRIT_BLOCK_ANSWER && row->level > 0)
    return next->level >= row->level;
  return row->kind == CRIT_BLOCK_FACT || is_edge_of_run (self, i);
}

static double
get_least_height (CritPages *self, CritRow *row)
{
  return row->space + (may_be_divided (self, row) ? 2 * CRIT_ROW_LINE : row->height);
}

/* The height that is needed at the foot of a page for the row @first and those that stay with it. */
static double
get_group_height (CritPages *self, guint first, gboolean loosely)
{
  double height = 0;

  for (guint i = first; i < self->rows->len; i++)
    {
      CritRow *row = get_row (self, i);
      CritRow *next = get_row (self, i + 1);

      if (next == NULL
          || !(must_keep_with_next (row, next) || (loosely && may_keep_with_next (self, i))))
        return height + get_least_height (self, row);
      height += row->space + row->height;
    }
  return height;
}

/* @follows: whether it is one of a group for which room was looked for before */
static gboolean
starts_page (CritPages *self, guint row, gboolean follows)
{
  double room = self->furniture->body_bottom - get_page_end (self);
  double strict = get_group_height (self, row, FALSE);

  if (is_page_empty (self))
    return FALSE;
  if (strict > room && strict <= get_body_height (self))
    return TRUE;
  return !follows && room < MOST_WHITE * get_body_height (self)
         && get_group_height (self, row, TRUE) > room;
}

static void
place_rows (CritPages *self)
{
  add_page (self, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CritRow *row = get_row (self, i);
      gboolean stays = i > 0 && must_keep_with_next (get_row (self, i - 1), row);

      if (!stays && starts_page (self, i, i > 0 && may_keep_with_next (self, i - 1)))
        add_page (self, row);
      place_row (self, row);
      crit_trail_enter (&self->trail, row);
    }
}

/* What a row stands apart by from the one above, besides the white of its kind: the first of a few lines, and what follows
 * a table or an answer of many lines. */
static double
get_more_space (const CritRow *row, const CritRow *previous)
{
  if (row->kind == CRIT_BLOCK_FACT && previous->kind != CRIT_BLOCK_FACT)
    return CRIT_ROW_LINE / 2;
  if (row->kind == CRIT_BLOCK_ANSWER
      && (previous->kind == CRIT_BLOCK_TABLE_ROW
          || (previous->kind == CRIT_BLOCK_ANSWER && previous->height > TALL_ANSWER)))
    return CRIT_ROW_LINE / 2;
  return 0;
}

/* What a heading says first belongs to it. */
static void
add_row (CritPages *self, CritRow *row)
{
  CritRow *previous = self->rows->len > 0 ? get_row (self, self->rows->len - 1) : NULL;

  if (previous != NULL)
    row->space += get_more_space (row, previous);
  if (row->kind == CRIT_BLOCK_PARAGRAPH && previous != NULL && previous->kind == CRIT_BLOCK_HEADING)
    row->keeps = row->height <= WHOLE_HEIGHT;
  g_ptr_array_add (self->rows, row);
}

static void
set_rows (CritPages *self, const CritSummary *summary, PangoContext *context)
{
  double width = self->width / self->scale - 2 * CRIT_PAGE_MARGIN;

  g_autoptr (CritColumns) columns = NULL;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_row_free);
  for (guint i = 0; i < summary->blocks->len; i++)
    {
      const CritBlock *block = summary->blocks->pdata[i];

      if (block->kind == CRIT_BLOCK_TABLE)
        {
          g_clear_pointer (&columns, crit_columns_unref);
          columns = crit_columns_new (summary->blocks, i, context, width);
        }
      add_row (self, crit_typeset_block (block, columns, context, width));
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
  PangoContext *context = NULL;
  CritPages *self = NULL;

  g_return_val_if_fail (summary != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_new0 (CritPages, 1);
  context = crit_type_new_context (summary->language, summary->mirrored);
  self->width = width;
  self->height = height;
  self->name = g_strdup_printf ("%s · %s", summary->heading, summary->identity);
  self->language = g_strdup (summary->language);
  self->made_at = summary->made_at;
  self->scale = MIN (1, MIN (width / LEAST_WIDTH, height / LEAST_HEIGHT));
  self->furniture =
      crit_furniture_new (summary, context, width / self->scale, height / self->scale);
  set_rows (self, summary, context);
  g_object_unref (context);
  self->pages = g_ptr_array_new_with_free_func (free_page);
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
  crit_furniture_free (self->furniture);
  g_free (self->name);
  g_free (self->language);
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

/* No part of the structure of a PDF, like the rest of what stands at the head of a page. */
static void
draw_continued (CritPages *self, const CritPage *page, cairo_t *cr)
{
  if (page->continued == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, CRIT_PAGE_MARGIN, self->furniture->body_top);
  crit_row_draw (page->continued, cr, 0, page->continued->height, NULL);
  cairo_restore (cr);
}

static gboolean
is_below_heads (const CritPage *page)
{
  return page->continued != NULL && page->continued->columns != NULL;
}

/**
 * crit_pages_draw_page:
 * @self: pages
 * @page: a page, from 0
 * @cr: a cairo context
 * @tags: (nullable): for a PDF: its structure
 *
 * Draws a page. What stands on every page is no part of the structure of a PDF: it would be read out each time.
 */
void
crit_pages_draw_page (CritPages *self, guint page, cairo_t *cr, CritTags *tags)
{
  const CritPage *content = self->pages->pdata[page];

  cairo_save (cr);
  cairo_scale (cr, self->scale, self->scale);
  cairo_set_source_rgb (cr, 0, 0, 0);
  crit_furniture_draw (self->furniture, page, self->pages->len, cr);
  draw_continued (self, content, cr);
  for (guint i = 0; i < content->slices->len; i++)
    {
      const CritSlice *slice = &g_array_index (content->slices, CritSlice, i);

      if (tags != NULL)
        crit_tags_set_container (tags, slice->row->container, slice->row->columns);
      cairo_save (cr);
      cairo_translate (cr, CRIT_PAGE_MARGIN, slice->y);
      if (i > 0 || is_below_heads (content))
        crit_row_draw_rule (slice->row, cr);
      crit_row_draw (slice->row, cr, slice->from, slice->to, tags);
      cairo_restore (cr);
    }
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
