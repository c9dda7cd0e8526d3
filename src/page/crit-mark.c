/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-mark.h"

#include "summary/crit-mark-shape.h"

#include <math.h>

static void
take_step (cairo_t *cr, const CritMarkStep *step)
{
  const CritPoint *points = step->points;

  switch (step->pen)
    {
    case CRIT_PEN_MOVE:
      cairo_move_to (cr, points[0].x, points[0].y);
      break;
    case CRIT_PEN_LINE:
      cairo_line_to (cr, points[0].x, points[0].y);
      break;
    case CRIT_PEN_CURVE:
      cairo_curve_to (cr, points[0].x, points[0].y, points[1].x, points[1].y, points[2].x,
                      points[2].y);
      break;
    case CRIT_PEN_CIRCLE:
      cairo_new_sub_path (cr);
      cairo_arc (cr, points[0].x, points[0].y, points[1].x, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case CRIT_PEN_CLOSE:
      cairo_close_path (cr);
      break;
    case CRIT_PEN_FILL:
      cairo_fill (cr);
      break;
    case CRIT_PEN_STROKE:
      cairo_stroke (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * crit_mark_draw:
 * @cr: a cairo context, whose source is the colour of the mark
 * @status: the status; %CRIT_STATUS_NONE draws nothing
 * @x: left edge
 * @y: top edge
 * @size: width and height, in user units
 *
 * Draws the mark of a status as a path, so that it looks the same on any machine and needs no font.
 */
void
crit_mark_draw (cairo_t *cr, CritStatus status, double x, double y, double size)
{
  const CritMarkStep *steps = NULL;
  guint n_steps = 0;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (isfinite (x) && isfinite (y) && size > 0);

  steps = crit_mark_get_steps (status, &n_steps);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, CRIT_MARK_LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < n_steps; i++)
    take_step (cr, &steps[i]);
  cairo_restore (cr);
}
