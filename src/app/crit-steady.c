/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-steady.h"

#include "crit-children.h"

struct _CritSteady
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CritSteady, crit_steady, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
crit_steady_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_measure (child, orientation,
                        orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                        minimum_baseline, natural_baseline);
}

static void
crit_steady_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
crit_steady_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
crit_steady_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_CHILD:
      gtk_widget_set_parent (g_value_get_object (value), GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
crit_steady_dispose (GObject *object)
{
  crit_children_remove (GTK_WIDGET (object));
  G_OBJECT_CLASS (crit_steady_parent_class)->dispose (object);
}

static void
crit_steady_class_init (CritSteadyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = crit_steady_set_property;
  object_class->dispose = crit_steady_dispose;
  widget_class->measure = crit_steady_measure;
  widget_class->size_allocate = crit_steady_size_allocate;
  widget_class->get_request_mode = crit_steady_get_request_mode;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
crit_steady_init (CritSteady *self)
{
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

/**
 * crit_steady_get_child:
 * @self: what holds a text
 *
 * Returns: (transfer none) (nullable): the text
 */
GtkWidget *
crit_steady_get_child (CritSteady *self)
{
  g_return_val_if_fail (CRIT_IS_STEADY (self), NULL);
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}
