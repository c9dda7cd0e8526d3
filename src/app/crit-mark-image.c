/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-mark-image.h"

#include "crit-mark.h"
#include "crit-text-scale.h"

#define MARK_SIZE 16

struct _CritMarkImage
{
  GtkWidget parent_instance;

  CritStatus status;
};

G_DEFINE_FINAL_TYPE (CritMarkImage, crit_mark_image, GTK_TYPE_WIDGET)

static void
crit_mark_image_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = crit_text_scale (widget, MARK_SIZE);
}

static void
crit_mark_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CritMarkImage *self = CRIT_MARK_IMAGE (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  double size = MIN (width, height);
  GdkRGBA colour = { 0 };
  cairo_t *cr = NULL;

  if (self->status == CRIT_STATUS_NONE || size <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_cairo_set_source_rgba (cr, &colour);
  crit_mark_draw (cr, self->status, (width - size) / 2, (height - size) / 2, size);
  cairo_destroy (cr);
}

static void
crit_mark_image_class_init (CritMarkImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = crit_mark_image_measure;
  widget_class->snapshot = crit_mark_image_snapshot;
  gtk_widget_class_set_css_name (widget_class, "image");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
crit_mark_image_init (CritMarkImage *self)
{
}

/**
 * crit_mark_image_set_status:
 * @self: a mark
 * @status: what to draw; %CRIT_STATUS_NONE draws nothing
 *
 * Says which mark is drawn.
 */
void
crit_mark_image_set_status (CritMarkImage *self, CritStatus status)
{
  g_return_if_fail (CRIT_IS_MARK_IMAGE (self));

  if (self->status == status)
    return;
  self->status = status;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * crit_mark_image_get_status:
 * @self: a mark
 *
 * Says which mark is drawn.
 *
 * Returns: the status
 */
CritStatus
crit_mark_image_get_status (CritMarkImage *self)
{
  g_return_val_if_fail (CRIT_IS_MARK_IMAGE (self), CRIT_STATUS_NONE);
  return self->status;
}
