/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-timeline-draw.h"

#include "page-samples.h"

#define WIDTH 300
#define HEIGHT 14
#define BORDER 4

static const CritTimelineBar whole = { 0, 0, 1, 1, -1, FALSE, 0 };

static cairo_surface_t *
draw (const CritTimelineBar *bar, gboolean mirrored)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH + 2 * BORDER, HEIGHT + 2 * BORDER);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, BORDER, BORDER);
  crit_timeline_draw_bar (cr, bar, WIDTH, HEIGHT, mirrored);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

/* How many pixels have ink from one column to another. */
static guint
count_ink (cairo_surface_t *surface, int from, int to)
{
  guint ink = 0;

  for (int y = 0; y < HEIGHT + 2 * BORDER; y++)
    for (int x = from; x < to; x++)
      ink += get_pixel (surface, x, y) > 127;
  return ink;
}

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  guint different = 0;

  for (int y = 0; y < HEIGHT + 2 * BORDER; y++)
    for (int x = 0; x < WIDTH + 2 * BORDER; x++)
      different += ABS ((int) get_pixel (a, x, y) - (int) get_pixel (b, x, y)) > 96;
  return different;
}

static gboolean
is_inside (int x, int y)
{
  return x >= BORDER && y >= BORDER && x < WIDTH + BORDER && y < HEIGHT + BORDER;
}

/* With every sign, and the thickness of its lines. */
static void
test_stays_in_its_room (void)
{
  const CritTimelineBar bar = { 0, 0.5, 0.7, 1, 0, TRUE, 3 };

  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      cairo_surface_t *surface = draw (&bar, mirrored);

      for (int y = 0; y < HEIGHT + 2 * BORDER; y++)
        for (int x = 0; x < WIDTH + 2 * BORDER; x++)
          g_assert_true (is_inside (x, y) || get_pixel (surface, x, y) == 0);
      cairo_surface_destroy (surface);
    }
}

/* By the ink alone, as on a fax. */
static void
test_patterns_differ (void)
{
  static const guint patterns[] = { 0, 1, 2, 3, 4, 5, CRIT_TIMELINE_NO_PATTERN };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    for (guint j = 0; j < i; j++)
      {
        CritTimelineBar one = whole, other = whole;
        cairo_surface_t *a = NULL, *b = NULL;

        one.pattern = patterns[i];
        other.pattern = patterns[j];
        a = draw (&one, FALSE);
        b = draw (&other, FALSE);
        g_assert_cmpuint (count_differences (a, b), >, 100);
        cairo_surface_destroy (a);
        cairo_surface_destroy (b);
      }
}

static void
test_mirrored (void)
{
  const CritTimelineBar bar = { 0.1, 0.2, 0.3, 0.4, 0.25, FALSE, 0 };
  cairo_surface_t *plain = draw (&bar, FALSE);
  cairo_surface_t *mirrored = draw (&bar, TRUE);
  int middle = BORDER + WIDTH / 2;

  g_assert_cmpuint (count_ink (plain, 0, middle), >, 100);
  g_assert_cmpuint (count_ink (plain, middle, WIDTH + 2 * BORDER), ==, 0);
  g_assert_cmpuint (count_ink (mirrored, 0, middle), ==, 0);
  g_assert_cmpuint (count_ink (mirrored, middle, WIDTH + 2 * BORDER), ==,
                    count_ink (plain, 0, middle));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (mirrored);
}

/* What is certain has more ink than what is not, even where a bar is solid. */
static void
test_soft (void)
{
  const CritTimelineBar bar = { 0, 0.5, 1, 1, -1, FALSE, 0 };
  cairo_surface_t *surface = draw (&bar, FALSE);
  int middle = BORDER + WIDTH / 2;
  guint soft = count_ink (surface, BORDER + 20, middle - 20);
  guint sure = count_ink (surface, middle + 20, WIDTH + BORDER - 20);

  g_assert_cmpuint (soft, >, 0);
  g_assert_cmpuint (soft * 3, <, sure * 2);
  cairo_surface_destroy (surface);
}

static void
test_grid (void)
{
  g_autoptr (CritTimeline) timeline = page_sample_new_timeline ("Sertraline");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint n_lines = 0;

  crit_timeline_draw_grid (cr, timeline, WIDTH, HEIGHT, FALSE);
  cairo_surface_flush (surface);
  for (int x = 1; x < WIDTH; x++)
    n_lines += get_pixel (surface, x, 2) > 0 && get_pixel (surface, x - 1, 2) == 0;
  g_assert_cmpuint (timeline->ticks->len, >=, 4);
  g_assert_cmpuint (n_lines, ==, timeline->ticks->len);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-draw/stays-in-its-room", test_stays_in_its_room);
  g_test_add_func ("/timeline-draw/patterns-differ", test_patterns_differ);
  g_test_add_func ("/timeline-draw/mirrored", test_mirrored);
  g_test_add_func ("/timeline-draw/soft", test_soft);
  g_test_add_func ("/timeline-draw/grid", test_grid);
  return g_test_run ();
}
