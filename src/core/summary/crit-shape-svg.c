/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-shape.h"

static void
append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.4g", number));
}

static void
append_points (GString *out, char command, const CritPoint *points, guint n_points)
{
  g_string_append_c (out, command);
  for (guint i = 0; i < n_points; i++)
    {
      g_string_append_c (out, ' ');
      append_number (out, points[i].x);
      g_string_append_c (out, ' ');
      append_number (out, points[i].y);
    }
}

/* Two half circles: a path has no whole one. */
static void
append_circle (GString *out, const CritPoint *centre, double radius)
{
  CritPoint left = { centre->x - radius, centre->y };

  append_points (out, 'M', &left, 1);
  for (int turn = 1; turn >= -1; turn -= 2)
    {
      g_string_append_c (out, 'a');
      append_number (out, radius);
      g_string_append_c (out, ' ');
      append_number (out, radius);
      g_string_append (out, " 0 0 1 ");
      append_number (out, turn * 2 * radius);
      g_string_append (out, " 0");
    }
  g_string_append_c (out, 'Z');
}

static void
append_step (GString *path, const CritShapeStep *step)
{
  switch (step->pen)
    {
    case CRIT_PEN_MOVE:
      append_points (path, 'M', step->points, 1);
      break;
    case CRIT_PEN_LINE:
      append_points (path, 'L', step->points, 1);
      break;
    case CRIT_PEN_CURVE:
      append_points (path, 'C', step->points, 3);
      break;
    case CRIT_PEN_CIRCLE:
      append_circle (path, &step->points[0], step->points[1].x);
      break;
    case CRIT_PEN_CLOSE:
      g_string_append_c (path, 'Z');
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_end_of_path (CritPen pen)
{
  return pen == CRIT_PEN_FILL || pen == CRIT_PEN_STROKE;
}

/**
 * crit_shape_append_svg:
 * @out: HTML that is being made
 * @class: the class of the element
 * @width: width of what the steps draw on
 * @height: its height
 * @steps: (nullable) (array length=n_steps): a shape
 * @n_steps: how many steps it has
 *
 * Adds a shape as an SVG element that is hidden from screen readers: what it stands for has to stand beside it in words.
 * Parts that are lines have the class `stroke`.
 */
void
crit_shape_append_svg (GString *out,
                       const char *class,
                       double width,
                       double height,
                       const CritShapeStep *steps,
                       guint n_steps)
{
  g_autoptr (GString) path = g_string_new (NULL);

  g_string_append_printf (out, "<svg class=\"%s\" viewBox=\"0 0 ", class);
  append_number (out, width);
  g_string_append_c (out, ' ');
  append_number (out, height);
  g_string_append (out, "\" aria-hidden=\"true\">");
  for (guint i = 0; i < n_steps; i++)
    if (is_end_of_path (steps[i].pen))
      {
        g_string_append_printf (out, "<path%s d=\"%s\"/>",
                                steps[i].pen == CRIT_PEN_STROKE ? " class=\"stroke\"" : "",
                                path->str);
        g_string_set_size (path, 0);
      }
    else
      append_step (path, &steps[i]);
  g_string_append (out, "</svg>");
}
