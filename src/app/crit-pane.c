/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pane.h"

#include "crit-children.h"
#include "crit-text-scale.h"

struct _CritPane
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int width;
};

G_DEFINE_FINAL_TYPE (CritPane, crit_pane, GTK_TYPE_WIDGET)

static void
crit_pane_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  CritPane *self = CRIT_PANE (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, crit_text_scale (widget, self->width));
}

static void
crit_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CritPane *self = CRIT_PANE (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
crit_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The columns share a width; what is in one of them must not make it greedy. */
static void
crit_pane_compute_expand (GtkWidget *widget, gboolean *horizontal, gboolean *vertical)
{
  *horizontal = FALSE;
  *vertical = FALSE;
}

static gboolean
crit_pane_grab_focus (GtkWidget *widget)
{
  CritPane *self = CRIT_PANE (widget);

  return self->child != NULL && gtk_widget_grab_focus (self->child);
}

static void
crit_pane_dispose (GObject *object)
{
  g_clear_pointer (&CRIT_PANE (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (crit_pane_parent_class)->dispose (object);
}

static void
crit_pane_class_init (CritPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_pane_dispose;
  widget_class->measure = crit_pane_measure;
  widget_class->size_allocate = crit_pane_size_allocate;
  widget_class->get_request_mode = crit_pane_get_request_mode;
  widget_class->compute_expand = crit_pane_compute_expand;
  widget_class->focus = crit_children_focus;
  widget_class->grab_focus = crit_pane_grab_focus;
}

static void
crit_pane_init (CritPane *self)
{
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

/**
 * crit_pane_new:
 * @width: the width it asks for, in pixels at ordinary text size
 *
 * Makes an empty column.
 *
 * Returns: (transfer floating): the column
 */
GtkWidget *
crit_pane_new (int width)
{
  CritPane *self = g_object_new (CRIT_TYPE_PANE, NULL);

  self->width = width;
  return GTK_WIDGET (self);
}

/**
 * crit_pane_set_child:
 * @self: a column
 * @child: (nullable) (transfer floating): what is in it
 *
 * Fills the column.
 */
void
crit_pane_set_child (CritPane *self, GtkWidget *child)
{
  g_return_if_fail (CRIT_IS_PANE (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  if (child == NULL)
    return;
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
