/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-row-layout.h"

#define ROW_SPACING 12
#define COLUMN_SPACING 6

struct _CritRowLayout
{
  GtkLayoutManager parent_instance;

  gboolean column;
};

G_DEFINE_FINAL_TYPE (CritRowLayout, crit_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_shown (GtkWidget *widget)
{
  return next_shown (gtk_widget_get_first_child (widget));
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum)
{
  int natural = 0;

  gtk_widget_measure (child, orientation, for_size, minimum, &natural, NULL, NULL);
  return natural;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = first_shown (widget); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum = 0;

      *natural += (*natural > 0 ? ROW_SPACING : 0)
                  + measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum);
      *minimum = MAX (*minimum, child_minimum);
    }
}

static gboolean
fits (CritRowLayout *self, GtkWidget *widget, int width)
{
  int minimum = 0;
  int natural = 0;

  if (self->column)
    return FALSE;
  if (width < 0)
    return TRUE;
  measure_width (widget, &minimum, &natural);
  return natural <= width;
}

static void
measure_height (CritRowLayout *self, GtkWidget *widget, int width, int *minimum, int *natural)
{
  gboolean row = fits (self, widget, width);

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = first_shown (widget); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum = 0;
      int child_natural =
          measure_child (child, GTK_ORIENTATION_VERTICAL, row ? -1 : width, &child_minimum);
      int gap = *natural > 0 ? COLUMN_SPACING : 0;

      *minimum = row ? MAX (*minimum, child_minimum) : *minimum + gap + child_minimum;
      *natural = row ? MAX (*natural, child_natural) : *natural + gap + child_natural;
    }
}

static void
crit_row_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  CritRowLayout *self = CRIT_ROW_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_height (self, widget, for_size, minimum, natural);
      return;
    }
  measure_width (widget, minimum, natural);
  if (self->column)
    {
      *natural = 0;
      for (GtkWidget *child = first_shown (widget); child != NULL;
           child = next_shown (gtk_widget_get_next_sibling (child)))
        *natural = MAX (*natural, measure_child (child, orientation, -1, NULL));
    }
}

static void
allocate_row (GtkWidget *widget, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum = 0;
  int natural = 0;
  int x = 0;
  int spare = 0;

  measure_width (widget, &minimum, &natural);
  spare = width - natural;

  for (GtkWidget *child = first_shown (widget); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_width = measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL);
      GtkAllocation place = { 0, 0, 0, height };

      /* The first child that wants to grow takes what is left. */
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          child_width += spare;
          spare = 0;
        }
      place.x = mirrored ? width - x - child_width : x;
      place.width = child_width;
      gtk_widget_size_allocate (child, &place, -1);
      x += child_width + ROW_SPACING;
    }
}

static void
allocate_column (GtkWidget *widget, int width)
{
  int y = 0;

  for (GtkWidget *child = first_shown (widget); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_height = measure_child (child, GTK_ORIENTATION_VERTICAL, width, NULL);

      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, child_height }, -1);
      y += child_height + COLUMN_SPACING;
    }
}

static void
crit_row_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  if (fits (CRIT_ROW_LAYOUT (manager), widget, width))
    allocate_row (widget, width, height);
  else
    allocate_column (widget, width);
}

static GtkSizeRequestMode
crit_row_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
crit_row_layout_class_init (CritRowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = crit_row_layout_get_request_mode;
  manager_class->measure = crit_row_layout_measure;
  manager_class->allocate = crit_row_layout_allocate;
}

static void
crit_row_layout_init (CritRowLayout *self)
{
}

/**
 * crit_row_box_new:
 *
 * Makes a box whose children stand in a row where they fit.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
crit_row_box_new (void)
{
  return g_object_new (GTK_TYPE_BOX, "layout-manager", crit_row_layout_new (), NULL);
}

/**
 * crit_row_layout_new:
 *
 * Makes a layout that sets children in a row where they fit.
 *
 * Returns: (transfer full): the layout manager
 */
GtkLayoutManager *
crit_row_layout_new (void)
{
  return g_object_new (CRIT_TYPE_ROW_LAYOUT, NULL);
}

/**
 * crit_row_layout_set_column:
 * @self: a layout
 * @column: TRUE to set the children one under another even where a row would fit
 *
 * Says whether a row is to be tried at all.
 */
void
crit_row_layout_set_column (CritRowLayout *self, gboolean column)
{
  g_return_if_fail (CRIT_IS_ROW_LAYOUT (self));

  if (self->column == column)
    return;
  self->column = column;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
