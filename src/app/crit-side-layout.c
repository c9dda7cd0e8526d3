/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-side-layout.h"

/* What the main child has at least while the other stands beside it: the width of a page at its natural size. */
#define PLENTY 830

struct _CritSideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (CritSideLayout, crit_side_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
get_side (GtkWidget *widget)
{
  return gtk_widget_get_last_child (widget);
}

static GtkWidget *
get_main (GtkWidget *widget)
{
  return gtk_widget_get_first_child (widget);
}

/* The side asks for nothing: it comes only where there is room. */
static void
crit_side_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (get_main (widget), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
allocate (GtkWidget *child, int x, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
crit_side_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *side = get_side (widget);
  int side_width = 0;
  gboolean shown = FALSE;

  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &side_width, NULL, NULL);
  shown = width - side_width >= PLENTY;
  gtk_widget_set_child_visible (side, shown);
  if (!shown)
    side_width = 0;
  else
    allocate (side, mirrored ? width - side_width : 0, side_width, height);
  allocate (get_main (widget), mirrored ? 0 : side_width, width - side_width, height);
}

static void
crit_side_layout_class_init (CritSideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = crit_side_layout_measure;
  manager_class->allocate = crit_side_layout_allocate;
}

static void
crit_side_layout_init (CritSideLayout *self)
{
}
