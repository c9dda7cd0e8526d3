/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pages.h"

#include "page-samples.h"

#include <cairo.h>
#include <math.h>

static cairo_surface_t *
draw_page_at (CritPages *pages, guint page, int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, scale * (int) ceil (crit_pages_get_width (pages)),
      scale * (int) ceil (crit_pages_get_height (pages)));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  crit_pages_draw (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How black a square is, of @size pixels each way. */
static double
get_ink (cairo_surface_t *surface, int x, int y, int size)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double ink = 0;

  for (int row = y * size; row < (y + 1) * size; row++)
    for (int column = x * size; column < (x + 1) * size; column++)
      ink += ((const guint32 *) (gconstpointer) (data + (gsize) row * stride))[column] >> 24;
  return ink / (size * size);
}

/* On a screen of few pixels each letter stands where it stands on paper, or small words would run into one another. */
static void
test_letters_stand_where_they_do_on_paper (void)
{
  static const int FINE = 4;
  g_autoptr (CritSummary) summary = page_sample_new ();
  g_autoptr (CritPages) pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  cairo_surface_t *coarse = draw_page_at (pages, 0, 1);
  cairo_surface_t *fine = draw_page_at (pages, 0, FINE);
  double difference = 0;
  double ink = 0;

  for (int y = 0; y < cairo_image_surface_get_height (coarse); y++)
    for (int x = 0; x < cairo_image_surface_get_width (coarse); x++)
      {
        double wanted = get_ink (fine, x, y, FINE);

        ink += wanted;
        difference += fabs (get_ink (coarse, x, y, 1) - wanted);
      }
  g_assert_cmpfloat (ink, >, 0);
  g_assert_cmpfloat (difference / ink, <, 0.2);
  cairo_surface_destroy (coarse);
  cairo_surface_destroy (fine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages-screen/letters-stand-where-they-do-on-paper",
                   test_letters_stand_where_they_do_on_paper);
  return g_test_run ();
}
