/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pages-private.h"

#include "page-samples.h"

#include <math.h>
#include <string.h>

static const struct
{
  double width;
  double height;
} PAPERS[] = {
  { CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT },
  { CRIT_PAPER_LETTER_WIDTH, CRIT_PAPER_LETTER_HEIGHT },
  { 419.53, 595.28 }, /* A5 */
  { 283.46, 141.73 }, /* a label of 100 mm by 50 mm */
};

typedef void (*Check) (CritPages *pages);

static const CritSlice *
get_slice (CritPages *pages, guint page, guint i)
{
  return &g_array_index (((CritPage *) pages->pages->pdata[page])->slices, CritSlice, i);
}

static guint
count_slices (CritPages *pages, guint page)
{
  return ((CritPage *) pages->pages->pdata[page])->slices->len;
}

static gboolean
is_criterion (const CritRow *row)
{
  return row->kind == CRIT_BLOCK_STATUS || row->kind == CRIT_BLOCK_NOTE;
}

/* Runs a check over summaries of many lengths, so that each kind of row comes to stand at the foot of a page. */
static void
check_all (Check check)
{
  for (guint paper = 0; paper < G_N_ELEMENTS (PAPERS); paper++)
    for (guint i = 0; i < 16; i++)
      {
        g_autoptr (CritSummary) summary = i == 0   ? page_sample_new_special (PAGE_SAMPLE_SPECIAL)
                                          : i == 1 ? page_sample_new_special (PAGE_SAMPLE_ARABIC)
                                                   : page_sample_new_long (i - 2);
        g_autoptr (CritPages) pages =
            crit_pages_new (summary, PAPERS[paper].width, PAPERS[paper].height);

        check (pages);
      }
}

static void
check_each_row_is_whole (CritPages *pages)
{
  guint row = 0;
  double reached = 0;

  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < count_slices (pages, page); i++)
      {
        const CritSlice *slice = get_slice (pages, page, i);

        g_assert_true (slice->row == pages->rows->pdata[row]);
        g_assert_cmpfloat (slice->from, ==, reached);
        g_assert_cmpfloat (slice->to, >, slice->from);
        reached = slice->to;
        if (reached == slice->row->height)
          {
            row++;
            reached = 0;
          }
      }
  g_assert_cmpuint (row, ==, pages->rows->len);
}

static void
test_each_row_is_whole_and_in_order (void)
{
  check_all (check_each_row_is_whole);
}

static void
check_fits (CritPages *pages)
{
  for (guint page = 0; page < pages->pages->len; page++)
    {
      const CritPage *content = pages->pages->pdata[page];
      double end = pages->furniture->body_top
                   + (content->continued != NULL ? content->continued->height : 0);

      g_assert_cmpuint (count_slices (pages, page), >, 0);
      for (guint i = 0; i < count_slices (pages, page); i++)
        {
          const CritSlice *slice = get_slice (pages, page, i);

          g_assert_cmpfloat (slice->y, >=, end);
          end = slice->y + slice->to - slice->from;
        }
      g_assert_cmpfloat (end, <=, pages->furniture->body_bottom + 0.01);
    }
}

static void
test_nothing_overlaps_or_runs_off (void)
{
  check_all (check_fits);
}

static void
check_lines_are_within (CritPages *pages)
{
  for (guint i = 0; i < pages->rows->len; i++)
    {
      const CritRow *row = pages->rows->pdata[i];

      for (guint c = 0; c < row->cells->len; c++)
        {
          GArray *lines = ((CritRowCell *) row->cells->pdata[c])->lines;

          for (guint j = 0; j < lines->len; j++)
            {
              const CritRowLine *line = &g_array_index (lines, CritRowLine, j);
              PangoRectangle logical = { 0 };

              pango_layout_line_get_extents (line->line, NULL, &logical);
              g_assert_cmpfloat (line->x, >=, -0.1);
              g_assert_cmpfloat (line->x + pango_units_to_double (logical.width), <=,
                                 row->width + 0.1);
            }
        }
    }
}

static void
test_long_words_stay_within_the_margins (void)
{
  check_all (check_lines_are_within);
}

/* A page that goes on with a table has the heads of its columns, each where the cells below it start. */
static void
check_tables (CritPages *pages)
{
  for (guint page = 1; page < pages->pages->len; page++)
    {
      const CritPage *content = pages->pages->pdata[page];
      const CritRow *row = get_slice (pages, page, 0)->row;

      if (row->kind != CRIT_BLOCK_TABLE_ROW || content->continued == NULL)
        continue;
      g_assert_true (content->continued->columns == row->columns);
      for (guint i = 0; i < crit_columns_get_count (row->columns); i++)
        {
          const CritRowCell *head = content->continued->cells->pdata[i + 1];
          const CritRowCell *cell = row->cells->pdata[i];

          if (!row->mirrored)
            g_assert_cmpfloat_with_epsilon (g_array_index (head->lines, CritRowLine, 0).x,
                                            g_array_index (cell->lines, CritRowLine, 0).x, 0.1);
        }
    }
}

static void
test_a_table_goes_on_with_its_heads (void)
{
  guint n_continued = 0;

  check_all (check_tables);
  for (guint n_rows = 20; n_rows < 60; n_rows += 4)
    {
      g_autoptr (CritSummary) summary = page_sample_new_long (n_rows);
      g_autoptr (CritPages) pages =
          crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);

      check_tables (pages);
      for (guint page = 1; page < pages->pages->len; page++)
        n_continued += get_slice (pages, page, 0)->row->kind == CRIT_BLOCK_TABLE_ROW;
    }
  g_assert_cmpuint (n_continued, >, 10);
}

static void
check_headings (CritPages *pages)
{
  for (guint page = 0; page + 1 < pages->pages->len; page++)
    {
      const CritSlice *last = get_slice (pages, page, count_slices (pages, page) - 1);

      g_assert_cmpint (last->row->kind, !=, CRIT_BLOCK_TITLE);
      g_assert_cmpint (last->row->kind, !=, CRIT_BLOCK_HEADING);
      g_assert_cmpint (last->row->kind, !=, CRIT_BLOCK_SUBHEADING);
      g_assert_cmpint (last->row->kind, !=, CRIT_BLOCK_SIGNATURE);
      g_assert_false (last->row->keeps);
    }
}

static void
test_headings_stay_with_what_follows (void)
{
  check_all (check_headings);
}

/* A list of two entries, below so many answers that it may stand anywhere on a page. */
static CritSummary *
new_list_below (guint n_answers)
{
  CritSummary *summary = page_sample_new_long (0);
  GPtrArray *blocks = summary->blocks;

  g_ptr_array_set_size (blocks, 0);
  for (guint i = 0; i <= n_answers + 6; i++)
    {
      guint row = i <= n_answers ? 0 : i - n_answers;
      CritBlock *block = crit_block_new (CRIT_BLOCK_ANSWER, "Which were tried?",
                                         row == 1 || row == 4 ? NULL : "2 recorded");

      block->level = row == 0 ? 0 : (block->text == NULL ? 1 : 2);
      g_ptr_array_add (blocks, block);
    }
  return summary;
}

static void
test_a_list_stays_with_its_first_entry (void)
{
  for (guint n_answers = 20; n_answers < 100; n_answers++)
    {
      g_autoptr (CritSummary) summary = new_list_below (n_answers);
      g_autoptr (CritPages) pages =
          crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);

      for (guint page = 0; page + 1 < pages->pages->len; page++)
        {
          const CritSlice *last = get_slice (pages, page, count_slices (pages, page) - 1);
          const CritSlice *next = get_slice (pages, page + 1, 0);

          g_assert_true (next->row->level == 0 || last->row->level > 0);
        }
    }
}

/* Lists of two to six lines under headings; the first has @n_more, so that any may stand at the foot of a page. */
static CritSummary *
new_lists (guint n_more)
{
  CritSummary *summary = page_sample_new_long (0);

  g_ptr_array_set_size (summary->blocks, 0);
  for (guint list = 0; list < 30; list++)
    {
      guint n_lines = 2 + list % 5 + (list == 0 ? n_more : 0);

      g_ptr_array_add (summary->blocks, crit_block_new (CRIT_BLOCK_SUBHEADING, NULL, "Health"));
      for (guint i = 0; i < n_lines; i++)
        g_ptr_array_add (summary->blocks,
                         crit_block_new (CRIT_BLOCK_OPEN, "Glaucoma", "Not answered"));
    }
  return summary;
}

/* No page starts with the last line of a list, or ends with its first. */
static void
test_no_line_of_a_list_is_alone (void)
{
  for (guint n_more = 0; n_more < 40; n_more++)
    {
      g_autoptr (CritSummary) summary = new_lists (n_more);
      g_autoptr (CritPages) pages =
          crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
      CritRow *const *next = (CritRow *const *) pages->rows->pdata;

      g_assert_cmpuint (pages->pages->len, >, 1);
      for (guint page = 0; page + 1 < pages->pages->len; page++)
        {
          next += count_slices (pages, page);
          if (next[0]->kind == CRIT_BLOCK_OPEN)
            {
              g_assert_cmpint (next[1]->kind, ==, CRIT_BLOCK_OPEN);
              g_assert_cmpint (next[-2]->kind, ==, CRIT_BLOCK_OPEN);
            }
        }
    }
}

static void
check_divisions (CritPages *pages)
{
  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < count_slices (pages, page); i++)
      {
        const CritSlice *slice = get_slice (pages, page, i);

        if (slice->to - slice->from == slice->row->height)
          continue;
        g_assert_false (is_criterion (slice->row));
        g_assert_cmpfloat (slice->to - slice->from, >=, 2 * CRIT_ROW_LINE - 1);
      }
}

static void
test_divided_only_between_pairs_of_lines (void)
{
  check_all (check_divisions);
}

static void
test_a_criterion_longer_than_a_page_is_divided (void)
{
  g_autoptr (CritSummary) summary = page_sample_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  CritBlock *block = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "word%u ", i);
  block = crit_block_new (CRIT_BLOCK_STATUS, "Recorded as met", text->str);
  block->status = CRIT_STATUS_MET;
  g_ptr_array_insert (summary->blocks, 6, block);

  {
    g_autoptr (CritPages) pages =
        crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);

    g_assert_cmpuint (crit_pages_get_count (pages), >=, 6);
    check_each_row_is_whole (pages);
    check_fits (pages);
  }
}

static void
test_a_title_of_many_lines_leaves_room (void)
{
  g_autofree char *text = g_strnfill (2000, 'W');
  g_autoptr (CritSummary) summary = page_sample_new_special (text);
  g_autoptr (CritPages) pages =
      crit_pages_new (summary, CRIT_PAPER_LETTER_WIDTH, CRIT_PAPER_LETTER_HEIGHT);

  g_assert_cmpfloat (pages->furniture->body_bottom - pages->furniture->body_top, >,
                     CRIT_PAPER_LETTER_HEIGHT / 2);
  check_each_row_is_whole (pages);
  check_fits (pages);
}

static void
test_an_empty_summary_is_one_page (void)
{
  g_autoptr (CritSummary) summary = page_sample_new ();

  g_ptr_array_set_size (summary->blocks, 0);
  {
    g_autoptr (CritPages) pages =
        crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);

    g_assert_cmpuint (crit_pages_get_count (pages), ==, 1);
    g_assert_cmpfloat (crit_pages_get_width (pages), ==, CRIT_PAPER_A4_WIDTH);
    g_assert_cmpfloat (crit_pages_get_height (pages), ==, CRIT_PAPER_A4_HEIGHT);
  }
}

static cairo_surface_t *
draw_page (CritPages *pages, guint page)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (crit_pages_get_width (pages)),
                                  (int) ceil (crit_pages_get_height (pages)));
  cairo_t *cr = cairo_create (surface);

  crit_pages_draw (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Ink is black of any strength: the paper is not painted, and no colour is used. */
static void
test_pages_are_drawn_black_on_nothing (void)
{
  g_autoptr (CritSummary) summary = page_sample_new_long (12);
  g_autoptr (CritPages) pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);

  for (guint page = 0; page < crit_pages_get_count (pages); page++)
    {
      cairo_surface_t *surface = draw_page (pages, page);
      const guint32 *pixels = (const guint32 *) cairo_image_surface_get_data (surface);
      gsize n_pixels = (gsize) cairo_image_surface_get_stride (surface) / 4
                       * (gsize) cairo_image_surface_get_height (surface);
      gsize n_ink = 0;

      for (gsize i = 0; i < n_pixels; i++)
        {
          g_assert_cmphex (pixels[i] & 0xffffff, ==, 0);
          n_ink += pixels[i] != 0;
        }
      g_assert_cmpuint (n_ink, >, 5000);
      g_assert_cmpuint (n_ink, <, n_pixels / 5);
      cairo_surface_destroy (surface);
    }
}

/* Twice the size must show the same lines, or the preview would not be what is printed. */
static void
test_drawing_does_not_change_the_layout (void)
{
  g_autoptr (CritSummary) summary = page_sample_new_long (3);
  g_autoptr (CritPages) pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  cairo_surface_t *first = draw_page (pages, 0);
  cairo_surface_t *again = NULL;
  g_autoptr (GBytes) pdf = crit_pages_to_pdf (pages, NULL);

  g_assert_nonnull (pdf);
  again = draw_page (pages, 0);
  g_assert_cmpmem (cairo_image_surface_get_data (first),
                   (gsize) cairo_image_surface_get_stride (first)
                       * (gsize) cairo_image_surface_get_height (first),
                   cairo_image_surface_get_data (again),
                   (gsize) cairo_image_surface_get_stride (again)
                       * (gsize) cairo_image_surface_get_height (again));
  cairo_surface_destroy (first);
  cairo_surface_destroy (again);
}

static char *
dup_continued (CritPages *pages, guint page)
{
  const CritRow *row = ((CritPage *) pages->pages->pdata[page])->continued;

  return row != NULL ? g_strdup (pango_layout_get_text (row->layouts->pdata[0])) : NULL;
}

/* Whoever holds one page of many sees what it is a part of. */
static void
test_a_page_says_what_it_goes_on_with (void)
{
  g_autoptr (CritSummary) summary = page_sample_new_long (30);
  g_autoptr (CritPages) pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  g_autofree char *first = dup_continued (pages, 0);
  guint n_continued = 0;

  g_assert_null (first);
  for (guint page = 1; page < pages->pages->len; page++)
    {
      const CritSlice *top = get_slice (pages, page, 0);
      g_autofree char *text = dup_continued (pages, page);

      if (top->row->kind == CRIT_BLOCK_ANSWER && top->row->level == 1)
        g_assert_cmpstr (text, ==, "Answers · Antidepressants, continued");
      if (top->row->kind == CRIT_BLOCK_HEADING)
        g_assert_null (text);
      n_continued += text != NULL;
    }
  g_assert_cmpuint (n_continued, >, 2);
}

/* Within an entry that takes more than a page, the entry is named too. */
static void
test_a_page_goes_on_with_an_entry (void)
{
  g_autoptr (CritSummary) summary = page_sample_new_long (1);
  g_autoptr (CritPages) pages = NULL;
  guint n_found = 0;

  for (guint i = 0; i < summary->blocks->len; i++)
    {
      CritBlock *block = summary->blocks->pdata[i];

      if (block->kind == CRIT_BLOCK_ANSWER && block->level == 2)
        block->detail = g_strnfill (1500, 'a');
    }
  pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  for (guint page = 1; page < pages->pages->len; page++)
    {
      g_autofree char *text = dup_continued (pages, page);

      n_found += g_strcmp0 (text, "Answers · Antidepressants · Antidepressant 1, continued") == 0;
    }
  g_assert_cmpuint (n_found, >, 0);
}

/* The rows of a timeline that goes on overleaf stand under its years there too. */
static void
test_a_timeline_goes_on_with_its_years (void)
{
  g_autoptr (CritSummary) summary = page_sample_new ();
  g_autoptr (CritTimeline) timeline = page_sample_new_timeline ("Sertraline");
  g_autoptr (CritPages) pages = NULL;
  guint n_found = 0;

  for (guint i = 0; i < 60; i++)
    {
      CritBlock *block = crit_block_new (CRIT_BLOCK_TIMELINE_ROW, "Sertraline", "2019");

      block->timeline = crit_timeline_ref (timeline);
      block->row = i % timeline->rows->len;
      g_ptr_array_add (summary->blocks, block);
    }
  pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  check_fits (pages);
  for (guint page = 1; page < pages->pages->len; page++)
    {
      const CritRow *continued = ((CritPage *) pages->pages->pdata[page])->continued;

      if (get_slice (pages, page, 0)->row->kind != CRIT_BLOCK_TIMELINE_ROW)
        continue;
      g_assert_cmpuint (continued->cells->len, ==, 1 + timeline->ticks->len);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 1);
}

/* A long note is set across the page, not down a column of half its width. */
static void
test_a_long_note_has_the_width_of_the_page (void)
{
  g_autoptr (CritSummary) summary = page_sample_new_long (0);
  g_autoptr (CritPages) pages = NULL;
  CritBlock *block = crit_block_new (CRIT_BLOCK_ANSWER, "Anything else?", "No");
  const CritRow *row = NULL;
  const CritRowCell *cell = NULL;
  const CritRowLine *line = NULL;

  block->detail = g_strnfill (4000, 'n');
  for (guint i = 7; i < 4000; i += 8)
    block->detail[i] = ' ';
  g_ptr_array_add (summary->blocks, block);
  pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  row = pages->rows->pdata[pages->rows->len - 1];
  cell = row->cells->pdata[row->cells->len - 1];
  line = &g_array_index (cell->lines, CritRowLine, cell->lines->len - 1);
  g_assert_cmpfloat (line->x, <, row->width / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/each-row-is-whole-and-in-order", test_each_row_is_whole_and_in_order);
  g_test_add_func ("/pages/nothing-overlaps-or-runs-off", test_nothing_overlaps_or_runs_off);
  g_test_add_func ("/pages/long-words-stay-within-the-margins",
                   test_long_words_stay_within_the_margins);
  g_test_add_func ("/pages/a-table-goes-on-with-its-heads", test_a_table_goes_on_with_its_heads);
  g_test_add_func ("/pages/headings-stay-with-what-follows", test_headings_stay_with_what_follows);
  g_test_add_func ("/pages/a-list-stays-with-its-first-entry",
                   test_a_list_stays_with_its_first_entry);
  g_test_add_func ("/pages/no-line-of-a-list-is-alone", test_no_line_of_a_list_is_alone);
  g_test_add_func ("/pages/divided-only-between-pairs-of-lines",
                   test_divided_only_between_pairs_of_lines);
  g_test_add_func ("/pages/a-criterion-longer-than-a-page-is-divided",
                   test_a_criterion_longer_than_a_page_is_divided);
  g_test_add_func ("/pages/a-title-of-many-lines-leaves-room",
                   test_a_title_of_many_lines_leaves_room);
  g_test_add_func ("/pages/an-empty-summary-is-one-page", test_an_empty_summary_is_one_page);
  g_test_add_func ("/pages/drawn-black-on-nothing", test_pages_are_drawn_black_on_nothing);
  g_test_add_func ("/pages/drawing-does-not-change-the-layout",
                   test_drawing_does_not_change_the_layout);
  g_test_add_func ("/pages/a-page-says-what-it-goes-on-with",
                   test_a_page_says_what_it_goes_on_with);
  g_test_add_func ("/pages/a-page-goes-on-with-an-entry", test_a_page_goes_on_with_an_entry);
  g_test_add_func ("/pages/a-timeline-goes-on-with-its-years",
                   test_a_timeline_goes_on_with_its_years);
  g_test_add_func ("/pages/a-long-note-has-the-width-of-the-page",
                   test_a_long_note_has_the_width_of_the_page);
  return g_test_run ();
}
