/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-mark.h"

#include "crit-shape-draw.h"
#include "summary/crit-mark-shape.h"

#include <math.h>

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
  const CritShapeStep *steps = NULL;
  guint n_steps = 0;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (isfinite (x) && isfinite (y) && size > 0);

  steps = crit_mark_get_steps (status, &n_steps);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, CRIT_MARK_LINE_WIDTH);
  crit_shape_draw (cr, steps, n_steps);
  cairo_restore (cr);
}
