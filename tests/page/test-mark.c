/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-mark.h"

#include <string.h>

#define BORDER 4

static const int SIZES[] = { 10, 16, 32 };

/* Draws a mark in a picture with a border on every side. */
static cairo_surface_t *
draw (CritStatus status, int size)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, size + 2 * BORDER, size + 2 * BORDER);
  cairo_t *cr = cairo_create (surface);

  crit_mark_draw (cr, status, BORDER, BORDER, size);
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

static guint
count_ink (cairo_surface_t *surface, int from, int to)
{
  guint ink = 0;

  for (int y = from; y < to; y++)
    for (int x = from; x < to; x++)
      ink += get_pixel (surface, x, y) > 127;
  return ink;
}

/* How many pixels are black in one and white in the other, by a clear margin. */
static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  int size = cairo_image_surface_get_width (a);
  guint different = 0;

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      different += ABS ((int) get_pixel (a, x, y) - (int) get_pixel (b, x, y)) > 96;
  return different;
}

static void
test_each_has_ink_in_its_square_only (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    for (CritStatus status = CRIT_STATUS_UNKNOWN; status <= CRIT_STATUS_NOT_APPLICABLE; status++)
      {
        cairo_surface_t *surface = draw (status, SIZES[i]);
        guint within = count_ink (surface, BORDER, BORDER + SIZES[i]);

        g_assert_cmpuint (within, >=, (guint) SIZES[i]);
        g_assert_cmpuint (count_ink (surface, 0, SIZES[i] + 2 * BORDER), ==, within);
        cairo_surface_destroy (surface);
      }
}

static void
test_each_differs_from_each (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    for (CritStatus a = CRIT_STATUS_UNKNOWN; a <= CRIT_STATUS_NOT_APPLICABLE; a++)
      for (CritStatus b = a + 1; b <= CRIT_STATUS_NOT_APPLICABLE; b++)
        {
          cairo_surface_t *left = draw (a, SIZES[i]);
          cairo_surface_t *right = draw (b, SIZES[i]);

          g_assert_cmpuint (count_differences (left, right), >=, 4);
          cairo_surface_destroy (left);
          cairo_surface_destroy (right);
        }
}

static void
test_none_draws_nothing (void)
{
  cairo_surface_t *surface = draw (CRIT_STATUS_NONE, 32);

  g_assert_cmpuint (count_ink (surface, 0, 32 + 2 * BORDER), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_leaves_the_context_as_it_was (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 8, 8);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t matrix = { 0 };

  cairo_set_line_width (cr, 7);
  cairo_move_to (cr, 1, 1);
  crit_mark_draw (cr, CRIT_STATUS_UNKNOWN, 0, 0, 8);
  cairo_get_matrix (cr, &matrix);

  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
  g_assert_cmpfloat (matrix.xx, ==, 1);
  g_assert_cmpint (cairo_get_fill_rule (cr), ==, CAIRO_FILL_RULE_WINDING);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark/each-has-ink-in-its-square-only", test_each_has_ink_in_its_square_only);
  g_test_add_func ("/mark/each-differs-from-each", test_each_differs_from_each);
  g_test_add_func ("/mark/none-draws-nothing", test_none_draws_nothing);
  g_test_add_func ("/mark/leaves-the-context-as-it-was", test_leaves_the_context_as_it_was);
  return g_test_run ();
}
