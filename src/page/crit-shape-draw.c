/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-shape-draw.h"

static void
take_step (cairo_t *cr, const CritShapeStep *step)
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
 * crit_shape_draw:
 * @cr: a cairo context, with the colour and the width of lines that are wanted
 * @steps: (nullable) (array length=n_steps): a shape
 * @n_steps: how many steps it has
 *
 * Draws a shape.
 */
void
crit_shape_draw (cairo_t *cr, const CritShapeStep *steps, guint n_steps)
{
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < n_steps; i++)
    take_step (cr, &steps[i]);
  cairo_restore (cr);
}
