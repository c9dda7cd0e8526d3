/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-mark-shape.h"

/* "Met" and "not met" are solid with their sign left open, so that neither can be taken for a box that somebody ticked
 * or crossed. */

static const CritShapeStep MET[] = {
  { CRIT_PEN_CIRCLE, { { 0.50, 0.50 }, { 0.48, 0 } } },
  { CRIT_PEN_MOVE, { { 0.20, 0.56 } } },
  { CRIT_PEN_LINE, { { 0.30, 0.46 } } },
  { CRIT_PEN_LINE, { { 0.43, 0.59 } } },
  { CRIT_PEN_LINE, { { 0.70, 0.32 } } },
  { CRIT_PEN_LINE, { { 0.80, 0.42 } } },
  { CRIT_PEN_LINE, { { 0.43, 0.79 } } },
  { CRIT_PEN_CLOSE },
  { CRIT_PEN_FILL },
};

static const CritShapeStep NOT_MET[] = {
  { CRIT_PEN_MOVE, { { 0.08, 0.08 } } },
  { CRIT_PEN_LINE, { { 0.92, 0.08 } } },
  { CRIT_PEN_LINE, { { 0.92, 0.92 } } },
  { CRIT_PEN_LINE, { { 0.08, 0.92 } } },
  { CRIT_PEN_CLOSE },
  { CRIT_PEN_MOVE, { { 0.25, 0.35 } } },
  { CRIT_PEN_LINE, { { 0.35, 0.25 } } },
  { CRIT_PEN_LINE, { { 0.50, 0.40 } } },
  { CRIT_PEN_LINE, { { 0.65, 0.25 } } },
  { CRIT_PEN_LINE, { { 0.75, 0.35 } } },
  { CRIT_PEN_LINE, { { 0.60, 0.50 } } },
  { CRIT_PEN_LINE, { { 0.75, 0.65 } } },
  { CRIT_PEN_LINE, { { 0.65, 0.75 } } },
  { CRIT_PEN_LINE, { { 0.50, 0.60 } } },
  { CRIT_PEN_LINE, { { 0.35, 0.75 } } },
  { CRIT_PEN_LINE, { { 0.25, 0.65 } } },
  { CRIT_PEN_LINE, { { 0.40, 0.50 } } },
  { CRIT_PEN_CLOSE },
  { CRIT_PEN_FILL },
};

static const CritShapeStep UNKNOWN[] = {
  { CRIT_PEN_MOVE, { { 0.50, 0.05 } } },
  { CRIT_PEN_LINE, { { 0.95, 0.50 } } },
  { CRIT_PEN_LINE, { { 0.50, 0.95 } } },
  { CRIT_PEN_LINE, { { 0.05, 0.50 } } },
  { CRIT_PEN_CLOSE },
  { CRIT_PEN_STROKE },
  { CRIT_PEN_MOVE, { { 0.37, 0.40 } } },
  { CRIT_PEN_CURVE, { { 0.370, 0.323 }, { 0.428, 0.265 }, { 0.500, 0.265 } } },
  { CRIT_PEN_CURVE, { { 0.572, 0.265 }, { 0.630, 0.323 }, { 0.630, 0.395 } } },
  { CRIT_PEN_CURVE, { { 0.630, 0.434 }, { 0.613, 0.470 }, { 0.583, 0.495 } } },
  { CRIT_PEN_CURVE, { { 0.540, 0.510 }, { 0.500, 0.520 }, { 0.500, 0.610 } } },
  { CRIT_PEN_STROKE },
  { CRIT_PEN_CIRCLE, { { 0.50, 0.73 }, { 0.06, 0 } } },
  { CRIT_PEN_FILL },
};

static const CritShapeStep PRESENT[] = {
  { CRIT_PEN_MOVE, { { 0.50, 0.07 } } },
  { CRIT_PEN_LINE, { { 0.95, 0.90 } } },
  { CRIT_PEN_LINE, { { 0.05, 0.90 } } },
  { CRIT_PEN_CLOSE },
  { CRIT_PEN_STROKE },
  { CRIT_PEN_MOVE, { { 0.50, 0.38 } } },
  { CRIT_PEN_LINE, { { 0.50, 0.62 } } },
  { CRIT_PEN_STROKE },
  { CRIT_PEN_CIRCLE, { { 0.50, 0.75 }, { 0.06, 0 } } },
  { CRIT_PEN_FILL },
};

static const CritShapeStep ABSENT[] = {
  { CRIT_PEN_CIRCLE, { { 0.50, 0.50 }, { 0.43, 0 } } },
  { CRIT_PEN_STROKE },
};

static const CritShapeStep NOT_APPLICABLE[] = {
  { CRIT_PEN_CIRCLE, { { 0.50, 0.50 }, { 0.43, 0 } } },
  { CRIT_PEN_STROKE },
  { CRIT_PEN_MOVE, { { 0.28, 0.50 } } },
  { CRIT_PEN_LINE, { { 0.72, 0.50 } } },
  { CRIT_PEN_STROKE },
};

#define STEPS(of)                                                                                  \
  {                                                                                                \
    of, G_N_ELEMENTS (of)                                                                          \
  }

static const struct
{
  const CritShapeStep *steps;
  guint n_steps;
} marks[] = {
  [CRIT_STATUS_NONE] = { NULL, 0 },
  [CRIT_STATUS_UNKNOWN] = STEPS (UNKNOWN),
  [CRIT_STATUS_MET] = STEPS (MET),
  [CRIT_STATUS_NOT_MET] = STEPS (NOT_MET),
  [CRIT_STATUS_PRESENT] = STEPS (PRESENT),
  [CRIT_STATUS_ABSENT] = STEPS (ABSENT),
  [CRIT_STATUS_NOT_APPLICABLE] = STEPS (NOT_APPLICABLE),
};

/**
 * crit_mark_get_steps:
 * @status: a status
 * @n_steps: (out): how many steps there are; 0 for %CRIT_STATUS_NONE
 *
 * The shape that stands for a status on screen, on paper and in HTML. A mark is told apart by its shape alone; the
 * status in words always stands beside it.
 *
 * Returns: (transfer none) (nullable) (array length=n_steps): how to draw it
 */
const CritShapeStep *
crit_mark_get_steps (CritStatus status, guint *n_steps)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (marks), NULL);

  *n_steps = marks[status].n_steps;
  return marks[status].steps;
}

/**
 * crit_mark_append_svg:
 * @out: HTML that is being made
 * @status: a status; %CRIT_STATUS_NONE gives an empty picture
 *
 * Adds the mark of a status as an SVG element of the class `mark`.
 */
void
crit_mark_append_svg (GString *out, CritStatus status)
{
  guint n_steps = 0;
  const CritShapeStep *steps = crit_mark_get_steps (status, &n_steps);

  crit_shape_append_svg (out, "mark", 1, 1, steps, n_steps);
}
