/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-status.h"

G_BEGIN_DECLS

/* Lines are a tenth of the mark wide: one pixel at 10, and on a fax still a line. */
#define CRIT_MARK_LINE_WIDTH 0.1

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
 * CritMarkStep:
 * @points: as many as @pen needs, in a unit square whose origin is the top left corner
 */
typedef struct
{
  CritPen pen;
  CritPoint points[3];
} CritMarkStep;

const CritMarkStep *crit_mark_get_steps (CritStatus status, guint *n_steps);
void crit_mark_append_svg (GString *out, CritStatus status);

G_END_DECLS
