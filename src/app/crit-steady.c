/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-steady.h"

struct _CritSteady
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CritSteady, crit_steady, ADW_TYPE_BIN)

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_measure (child, orientation,
                        orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                        minimum_baseline, natural_baseline);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
crit_steady_class_init (CritSteadyClass *klass)
{
}

static void
crit_steady_init (CritSteady *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/**
 * crit_steady_new:
 * @child: (transfer floating): a text that wraps
 *
 * Returns: (transfer floating): what holds it
 */
GtkWidget *
crit_steady_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);
  return g_object_new (CRIT_TYPE_STEADY, "child", child, NULL);
}
