/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-yielding.h"

/* Pixels that any window has for it, also where its frame takes some of the narrowest. */
#define NARROWEST 300

struct _CritYielding
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (CritYielding, crit_yielding, GTK_TYPE_WIDGET)

enum
{
  PROP_CHILD = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static int
measure_minimum (CritYielding *self)
{
  int minimum = 0;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
crit_yielding_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  CritYielding *self = CRIT_YIELDING (widget);

  if (self->child == NULL)
    return;
  /* A widget is never asked about, or given, a width that it cannot have. */
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, measure_minimum (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, NARROWEST);
}

static void
crit_yielding_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CritYielding *self = CRIT_YIELDING (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, MAX (width, measure_minimum (self)), height, baseline, NULL);
}

static GtkSizeRequestMode
crit_yielding_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
crit_yielding_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CritYielding *self = CRIT_YIELDING (object);

  switch (id)
    {
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_yielding_dispose (GObject *object)
{
  g_clear_pointer (&CRIT_YIELDING (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (crit_yielding_parent_class)->dispose (object);
}

static void
crit_yielding_class_init (CritYieldingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = crit_yielding_set_property;
  object_class->dispose = crit_yielding_dispose;
  widget_class->measure = crit_yielding_measure;
  widget_class->size_allocate = crit_yielding_size_allocate;
  widget_class->get_request_mode = crit_yielding_get_request_mode;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
crit_yielding_init (CritYielding *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
