/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-timeline-shape.h"

/* All in parts of the height of a bar, the sign above it included. */
#define START_ROOM 0.25 /* for half of a sign */
#define END_ROOM 0.75   /* for an arrow */
#define TOP 0.36
#define BOTTOM 0.96
#define SOFT_TOP 0.54 /* what is not certain is a thin band within dashes */
#define SOFT_BOTTOM 0.78
#define SIGN 0.32
#define ARROW 0.55
#define SHORTEST 0.16 /* or a week among years would not be seen */
#define GAP 0.28      /* between two lines of a pattern */
#define DASH 0.20
#define DOT 0.07

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Box;

static void
step (GArray *shape, CritPen pen, double x, double y)
{
  CritShapeStep step = { pen, { { x, y } } };

  g_array_append_val (shape, step);
}

static void
line (GArray *shape, double x1, double y1, double x2, double y2)
{
  step (shape, CRIT_PEN_MOVE, x1, y1);
  step (shape, CRIT_PEN_LINE, x2, y2);
}

static void
dot (GArray *shape, double x, double y, double radius)
{
  CritShapeStep step = { CRIT_PEN_CIRCLE, { { x, y }, { radius, 0 } } };

  g_array_append_val (shape, step);
}

static void
outline (GArray *shape, const Box *box)
{
  step (shape, CRIT_PEN_MOVE, box->left, box->top);
  step (shape, CRIT_PEN_LINE, box->right, box->top);
  step (shape, CRIT_PEN_LINE, box->right, box->bottom);
  step (shape, CRIT_PEN_LINE, box->left, box->bottom);
  step (shape, CRIT_PEN_CLOSE, 0, 0);
}

/* Lines that rise by as much as they go on, cut off at the sides; falling ones are their mirror image. */
static void
slanted (GArray *shape, const Box *box, double gap, gboolean falling)
{
  double height = box->bottom - box->top;

  for (double x = box->left - height + gap / 2; x < box->right; x += gap)
    {
      double x1 = MAX (x, box->left);
      double x2 = MIN (x + height, box->right);
      double y1 = falling ? box->top + (x1 - x) : box->bottom - (x1 - x);
      double y2 = falling ? box->top + (x2 - x) : box->bottom - (x2 - x);

      if (x1 < x2)
        line (shape, x1, y1, x2, y2);
    }
}

static void
upright (GArray *shape, const Box *box, double gap)
{
  for (double x = box->left + gap; x < box->right; x += gap)
    line (shape, x, box->top, x, box->bottom);
}

static void
level (GArray *shape, const Box *box)
{
  for (guint i = 1; i <= 2; i++)
    {
      double y = box->top + i * (box->bottom - box->top) / 3;

      line (shape, box->left, y, box->right, y);
    }
}

static void
dotted (GArray *shape, const Box *box, double gap, double radius)
{
  for (double x = box->left + gap; x < box->right - radius; x += 1.5 * gap)
    dot (shape, x, (box->top + box->bottom) / 2, radius);
}

/* What can be told apart in black and white, and on a fax. More outcomes than patterns share them; the words beside the
 * bar say which it is. */
static void
fill (GArray *shape, const Box *box, guint pattern, double height)
{
  gboolean strokes = TRUE;

  if (pattern == CRIT_TIMELINE_NO_PATTERN)
    {
      dotted (shape, box, GAP * height, DOT * height);
      step (shape, CRIT_PEN_FILL, 0, 0);
      return;
    }
  switch (pattern % 6)
    {
    case 0:
      outline (shape, box);
      strokes = FALSE;
      break;
    case 1:
      slanted (shape, box, GAP * height, FALSE);
      break;
    case 2:
      break;
    case 3:
      slanted (shape, box, 1.6 * GAP * height, FALSE);
      slanted (shape, box, 1.6 * GAP * height, TRUE);
      break;
    case 4:
      upright (shape, box, GAP * height);
      break;
    default:
      level (shape, box);
      break;
    }
  step (shape, strokes ? CRIT_PEN_STROKE : CRIT_PEN_FILL, 0, 0);
}

static void
dashes (GArray *shape, double x1, double y1, double x2, double y2, double dash)
{
  double length = ABS (x2 - x1) + ABS (y2 - y1);
  double dx = x2 > x1, dy = y2 > y1;

  for (double at = 0; at < length; at += 2 * dash)
    {
      double end = MIN (at + dash, length);

      line (shape, x1 + dx * at, y1 + dy * at, x1 + dx * end, y1 + dy * end);
    }
}

/* A part in which it may have gone on or not. */
static void
add_soft (GArray *shape, const Box *box, guint pattern, double height)
{
  Box band = { box->left, SOFT_TOP * height, box->right, SOFT_BOTTOM * height };
  double dash = DASH * height;

  if (box->right <= box->left)
    return;
  fill (shape, &band, pattern, height);
  if (pattern != 0)
    {
      outline (shape, &band);
      step (shape, CRIT_PEN_STROKE, 0, 0);
    }
  dashes (shape, box->left, box->top, box->right, box->top, dash);
  dashes (shape, box->left, box->bottom, box->right, box->bottom, dash);
  dashes (shape, box->left, box->top, box->left, box->bottom, dash);
  dashes (shape, box->right, box->top, box->right, box->bottom, dash);
  step (shape, CRIT_PEN_STROKE, 0, 0);
}

static void
add_sure (GArray *shape, const Box *box, guint pattern, double height)
{
  if (box->right <= box->left)
    return;
  fill (shape, box, pattern, height);
  outline (shape, box);
  step (shape, CRIT_PEN_STROKE, 0, 0);
}

static void
triangle (GArray *shape, CritPoint a, CritPoint b, CritPoint c)
{
  step (shape, CRIT_PEN_MOVE, a.x, a.y);
  step (shape, CRIT_PEN_LINE, b.x, b.y);
  step (shape, CRIT_PEN_LINE, c.x, c.y);
  step (shape, CRIT_PEN_CLOSE, 0, 0);
  step (shape, CRIT_PEN_FILL, 0, 0);
}

/**
 * crit_timeline_place:
 * @x: a place on a timeline, from 0 to 1
 * @width: the width that it has
 * @height: the height of a bar
 *
 * Returns: how far from the start it is, between the room for signs on both sides
 */
double
crit_timeline_place (double x, double width, double height)
{
  return START_ROOM * height + x * (width - (START_ROOM + END_ROOM) * height);
}

/**
 * crit_timeline_bar_new_shape:
 * @self: a bar
 * @width: the width of the whole timeline
 * @height: the height of the bar, the sign above it included
 *
 * Draws a bar where reading goes to the right. What is certain is filled with the pattern of what happened, what is not
 * is a thin band within dashes.
 *
 * Returns: (transfer full) (element-type CritShapeStep): the shape, within @width and @height
 */
GArray *
crit_timeline_bar_new_shape (const CritTimelineBar *self, double width, double height)
{
  GArray *shape = g_array_new (FALSE, FALSE, sizeof (CritShapeStep));
  double top = TOP * height, bottom = BOTTOM * height, middle = (top + bottom) / 2;
  double from = crit_timeline_place (self->from, width, height);
  double sure_from = crit_timeline_place (self->sure_from, width, height);
  double sure_to = crit_timeline_place (self->sure_to, width, height);
  double to = MAX (crit_timeline_place (self->to, width, height), from + SHORTEST * height);
  gboolean sure = self->sure_to > self->sure_from;

  if (self->sure_to >= self->to)
    sure_to = to;
  add_soft (shape, &(Box){ from, top, sure ? sure_from : to, bottom }, self->pattern, height);
  if (sure)
    {
      add_soft (shape, &(Box){ sure_to, top, to, bottom }, self->pattern, height);
      add_sure (shape, &(Box){ sure_from, top, sure_to, bottom }, self->pattern, height);
    }
  if (self->ongoing)
    triangle (shape, (CritPoint){ to, top }, (CritPoint){ to + ARROW * height, middle },
              (CritPoint){ to, bottom });
  if (self->enough >= 0)
    {
      double x = crit_timeline_place (self->enough, width, height);

      triangle (shape, (CritPoint){ x - SIGN / 2 * height, 0 },
                (CritPoint){ x + SIGN / 2 * height, 0 }, (CritPoint){ x, SIGN * height });
    }
  return shape;
}

/**
 * crit_timeline_new_grid:
 * @self: a timeline
 * @width: the width that it has
 * @height: the height of a bar
 *
 * Returns: (transfer full) (element-type CritShapeStep): a line for each tick, as high as a bar
 */
GArray *
crit_timeline_new_grid (const CritTimeline *self, double width, double height)
{
  GArray *shape = g_array_new (FALSE, FALSE, sizeof (CritShapeStep));

  for (guint i = 0; i < self->ticks->len; i++)
    {
      double x =
          crit_timeline_place (g_array_index (self->ticks, CritTimelineTick, i).x, width, height);

      line (shape, x, 0, x, height);
    }
  step (shape, CRIT_PEN_STROKE, 0, 0);
  return shape;
}
