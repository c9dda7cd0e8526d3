/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A point on paper is 1/72 of an inch, a pixel on screen 1/96. */
#define PIXELS_PER_POINT (96.0 / 72.0)

/* However narrow the window is, the page can be made out. */
#define SMALLEST_WIDTH 240

struct _CritPaper
{
  GtkWidget parent_instance;

  CritPages *pages; /* borrowed: the page's own, which sets NULL before it goes */
  guint page;
  double zoom; /* 0 to fit the room there is */
};

G_DEFINE_FINAL_TYPE (CritPaper, crit_paper, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
crit_paper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CritPaper *self, int *minimum, int *natural)
{
  double width = crit_pages_get_width (self->pages) * PIXELS_PER_POINT;

  *natural = (int) ceil (self->zoom > 0 ? width * self->zoom : width);
  *minimum = self->zoom > 0 ? *natural : MIN (*natural, SMALLEST_WIDTH);
}

static void
crit_paper_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  CritPaper *self = CRIT_PAPER (widget);
  int smallest = 0;

  *minimum = *natural = 0;
  if (self->pages == NULL)
    return;
  measure_width (self, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  smallest = for_size >= 0 ? MAX (for_size, *minimum) : *natural;
  *minimum = *natural = (int) ceil (smallest * crit_pages_get_height (self->pages)
                                    / crit_pages_get_width (self->pages));
}

static void
crit_paper_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CritPaper *self = CRIT_PAPER (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale = crit_paper_get_scale (self);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr = NULL;

  if (self->pages == NULL || width == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  crit_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
crit_paper_class_init (CritPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = crit_paper_get_request_mode;
  widget_class->measure = crit_paper_measure;
  widget_class->snapshot = crit_paper_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "paper");
}

static void
crit_paper_init (CritPaper *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * crit_paper_new:
 *
 * Returns: (transfer floating): an empty sheet
 */
GtkWidget *
crit_paper_new (void)
{
  return g_object_new (CRIT_TYPE_PAPER, NULL);
}

/**
 * crit_paper_set_page:
 * @self: a sheet
 * @pages: (nullable): laid out pages; they must live until this is called again
 * @page: which of them, from 0
 *
 * Shows a page.
 */
void
crit_paper_set_page (CritPaper *self, CritPages *pages, guint page)
{
  g_autofree char *label = NULL;

  g_return_if_fail (CRIT_IS_PAPER (self));

  self->pages = pages;
  self->page = page;
  if (pages != NULL)
    {
      /* Translators: %1$u is the number of a page, %2$u how many there are. */
      label = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, crit_pages_get_count (pages));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * crit_paper_set_zoom:
 * @self: a sheet
 * @zoom: 1 for the size of the paper; 0 to fit the room there is, at most that size
 *
 * Sets the size on screen.
 */
void
crit_paper_set_zoom (CritPaper *self, double zoom)
{
  g_return_if_fail (CRIT_IS_PAPER (self));
  g_return_if_fail (zoom >= 0);

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * crit_paper_get_scale:
 * @self: a sheet
 *
 * Returns: pixels on screen to a point on paper, as it is shown now
 */
double
crit_paper_get_scale (CritPaper *self)
{
  g_return_val_if_fail (CRIT_IS_PAPER (self), 1);

  if (self->pages == NULL)
    return 1;
  return gtk_widget_get_width (GTK_WIDGET (self)) / crit_pages_get_width (self->pages);
}
