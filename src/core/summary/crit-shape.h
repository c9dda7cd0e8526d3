/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritPen:
 *
 * A step of drawing a shape. A path is filled by the even-odd rule, and begins anew after it was filled or stroked.
 */
typedef enum
{
  CRIT_PEN_MOVE,   /* to a point */
  CRIT_PEN_LINE,   /* to a point */
  CRIT_PEN_CURVE,  /* two control points, and where it ends */
  CRIT_PEN_CIRCLE, /* its centre, and the radius in the x of the second point */
  CRIT_PEN_CLOSE,
  CRIT_PEN_FILL,
  CRIT_PEN_STROKE,
} CritPen;

typedef struct
{
  double x;
  double y;
} CritPoint;

/**
 * CritShapeStep:
 * @points: as many as @pen needs; the origin is the top left corner
 *
 * Shapes are worked out once, as steps, and then drawn alike on screen, on paper and in HTML.
 */
typedef struct
{
  CritPen pen;
  CritPoint points[3];
} CritShapeStep;

void crit_shape_append_svg (GString *out,
                            const char *class,
                            double width,
                            double height,
                            const CritShapeStep *steps,
                            guint n_steps);

G_END_DECLS
