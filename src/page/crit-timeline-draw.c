/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-timeline-draw.h"

#include "crit-shape-draw.h"
#include "summary/crit-timeline-shape.h"

/* Lines of the grid, as a part of those of a bar. */
#define FINE 0.5

static void
draw (cairo_t *cr, GArray *shape, double width, double line_width, gboolean mirrored)
{
  cairo_save (cr);
  if (mirrored)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_set_line_width (cr, line_width);
  crit_shape_draw (cr, (const CritShapeStep *) (gpointer) shape->data, shape->len);
  cairo_restore (cr);
}

/**
 * crit_timeline_draw_grid:
 * @cr: a cairo context, whose source is the colour and whose origin is where the row starts
 * @self: a timeline
 * @width: the width of the timeline
 * @height: the height of a row
 * @mirrored: whether time goes from right to left
 *
 * Draws where years or months begin.
 */
void
crit_timeline_draw_grid (cairo_t *cr,
                         const CritTimeline *self,
                         double width,
                         double height,
                         gboolean mirrored)
{
  g_autoptr (GArray) shape = NULL;

  g_return_if_fail (cr != NULL && self != NULL);

  shape = crit_timeline_new_grid (self, width, height);
  draw (cr, shape, width, FINE * CRIT_TIMELINE_LINE * height, mirrored);
}

/**
 * crit_timeline_draw_bar:
 * @cr: a cairo context, whose source is the colour and whose origin is the top left corner of the row
 * @bar: a bar
 * @width: the width of the timeline
 * @height: the height of the bar
 * @mirrored: whether time goes from right to left
 *
 * Draws one bar.
 */
void
crit_timeline_draw_bar (cairo_t *cr,
                        const CritTimelineBar *bar,
                        double width,
                        double height,
                        gboolean mirrored)
{
  g_autoptr (GArray) shape = NULL;

  g_return_if_fail (cr != NULL && bar != NULL);

  shape = crit_timeline_bar_new_shape (bar, width, height);
  draw (cr, shape, width, CRIT_TIMELINE_LINE * height, mirrored);
}
