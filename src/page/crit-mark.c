/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-mark.h"

#include <math.h>

/* Marks are drawn in a unit square whose origin is the top left corner. Lines are a tenth of it wide: one pixel at 10,
 * and on a fax still a line. "Met" and "not met" are solid with their sign left open, so that neither can be taken for
 * a box that somebody ticked or crossed. */
#define LINE_WIDTH 0.1

typedef struct
{
  double x;
  double y;
} Point;

static const Point CHECK[] = {
  { 0.20, 0.56 }, { 0.30, 0.46 }, { 0.43, 0.59 }, { 0.70, 0.32 }, { 0.80, 0.42 }, { 0.43, 0.79 },
};

static const Point CROSS[] = {
  { 0.25, 0.35 }, { 0.35, 0.25 }, { 0.50, 0.40 }, { 0.65, 0.25 }, { 0.75, 0.35 }, { 0.60, 0.50 },
  { 0.75, 0.65 }, { 0.65, 0.75 }, { 0.50, 0.60 }, { 0.35, 0.75 }, { 0.25, 0.65 }, { 0.40, 0.50 },
};

static const Point SQUARE[] = { { 0.08, 0.08 }, { 0.92, 0.08 }, { 0.92, 0.92 }, { 0.08, 0.92 } };
static const Point DIAMOND[] = { { 0.50, 0.05 }, { 0.95, 0.50 }, { 0.50, 0.95 }, { 0.05, 0.50 } };
static const Point TRIANGLE[] = { { 0.50, 0.07 }, { 0.95, 0.90 }, { 0.05, 0.90 } };

static void
add_polygon (cairo_t *cr, const Point *points, guint n_points)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

static void
add_circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
draw_met (cairo_t *cr)
{
  add_circle (cr, 0.5, 0.5, 0.48);
  add_polygon (cr, CHECK, G_N_ELEMENTS (CHECK));
  cairo_fill (cr);
}

static void
draw_not_met (cairo_t *cr)
{
  add_polygon (cr, SQUARE, G_N_ELEMENTS (SQUARE));
  add_polygon (cr, CROSS, G_N_ELEMENTS (CROSS));
  cairo_fill (cr);
}

static void
draw_unknown (cairo_t *cr)
{
  add_polygon (cr, DIAMOND, G_N_ELEMENTS (DIAMOND));
  cairo_stroke (cr);

  cairo_move_to (cr, 0.37, 0.40);
  cairo_arc (cr, 0.50, 0.395, 0.13, G_PI, 2.28 * G_PI);
  cairo_curve_to (cr, 0.54, 0.51, 0.50, 0.52, 0.50, 0.61);
  cairo_stroke (cr);

  add_circle (cr, 0.50, 0.73, 0.06);
  cairo_fill (cr);
}

static void
draw_present (cairo_t *cr)
{
  add_polygon (cr, TRIANGLE, G_N_ELEMENTS (TRIANGLE));
  cairo_stroke (cr);

  cairo_move_to (cr, 0.50, 0.38);
  cairo_line_to (cr, 0.50, 0.62);
  cairo_stroke (cr);

  add_circle (cr, 0.50, 0.75, 0.06);
  cairo_fill (cr);
}

static void
draw_absent (cairo_t *cr)
{
  add_circle (cr, 0.5, 0.5, 0.43);
  cairo_stroke (cr);
}

static void
draw_not_applicable (cairo_t *cr)
{
  add_circle (cr, 0.5, 0.5, 0.43);
  cairo_stroke (cr);

  cairo_move_to (cr, 0.28, 0.5);
  cairo_line_to (cr, 0.72, 0.5);
  cairo_stroke (cr);
}

/**
 * crit_mark_draw:
 * @cr: a cairo context, whose source is the colour of the mark
 * @status: the status; %CRIT_STATUS_NONE draws nothing
 * @x: left edge
 * @y: top edge
 * @size: width and height, in user units
 *
 * Draws the mark of a status as a path, so that it looks the same on any machine and needs no font. A mark is told
 * apart by its shape alone; the status in words always stands beside it.
 */
void
crit_mark_draw (cairo_t *cr, CritStatus status, double x, double y, double size)
{
  static void (*const DRAW[]) (cairo_t *) = {
    [CRIT_STATUS_NONE] = NULL,
    [CRIT_STATUS_UNKNOWN] = draw_unknown,
    [CRIT_STATUS_MET] = draw_met,
    [CRIT_STATUS_NOT_MET] = draw_not_met,
    [CRIT_STATUS_PRESENT] = draw_present,
    [CRIT_STATUS_ABSENT] = draw_absent,
    [CRIT_STATUS_NOT_APPLICABLE] = draw_not_applicable,
  };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (status < G_N_ELEMENTS (DRAW));
  g_return_if_fail (isfinite (x) && isfinite (y) && size > 0);

  if (DRAW[status] == NULL)
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  DRAW[status](cr);
  cairo_restore (cr);
}
