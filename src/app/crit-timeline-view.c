/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-timeline-view.h"

#include "crit-text-scale.h"
#include "crit-timeline-draw.h"
#include "summary/crit-timeline-shape.h"

#define BAR_HEIGHT 20
#define BAR_GAP 2
#define ROW_GAP 9
#define TICK_GAP 6
#define NATURAL_WIDTH 480
#define SMALLEST_WIDTH 200
#define GRID_ALPHA 0.45

struct _CritTimelineView
{
  GtkWidget parent_instance;

  CritTimeline *timeline; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CritTimelineView, crit_timeline_view, GTK_TYPE_WIDGET)

/**
 * Pen:
 * @snapshot: (nullable): what is drawn on; NULL where it is only measured
 * @y: how far down it has come
 *
 * Measuring and drawing go the same way, so that they cannot differ.
 */
typedef struct
{
  CritTimelineView *self;
  GtkSnapshot *snapshot;
  GdkRGBA colour;
  int width;
  double bar;
  double y;
} Pen;

typedef enum
{
  TEXT_PLAIN,
  TEXT_STRONG,
  TEXT_SMALL,
} TextStyle;

static PangoLayout *
new_layout (Pen *pen, const char *text, TextStyle style)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (style == TEXT_STRONG)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style == TEXT_SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
put_layout (Pen *pen, PangoLayout *layout, double x)
{
  if (pen->snapshot == NULL)
    return;
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) pen->y));
  gtk_snapshot_append_layout (pen->snapshot, layout, &pen->colour);
  gtk_snapshot_restore (pen->snapshot);
}

static void
put_text (Pen *pen, const char *text, TextStyle style)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height = 0;

  if (text == NULL)
    return;
  layout = new_layout (pen, text, style);
  pango_layout_set_width (layout, pen->width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  put_layout (pen, layout, 0);
  pen->y += height;
}

static gboolean
is_mirrored (Pen *pen)
{
  return gtk_widget_get_direction (GTK_WIDGET (pen->self)) == GTK_TEXT_DIR_RTL;
}

/* Years or months stand above their lines. One that has no room beside the one before is left out. */
static void
put_ticks (Pen *pen)
{
  const GArray *ticks = pen->self->timeline->ticks;
  double free_from = 0;
  int height = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const CritTimelineTick *tick = &g_array_index (ticks, CritTimelineTick, i);
      g_autoptr (PangoLayout) layout = new_layout (pen, tick->label, TEXT_PLAIN);
      double x = crit_timeline_place (tick->x, pen->width, pen->bar);
      int width = 0;

      pango_layout_get_pixel_size (layout, &width, &height);
      if (x < free_from || x + width > pen->width)
        continue;
      put_layout (pen, layout, is_mirrored (pen) ? pen->width - x - width : x);
      free_from = x + width + TICK_GAP;
    }
  pen->y += height;
}

static void
draw_bar (Pen *pen, const CritTimelineBar *bar)
{
  graphene_rect_t area =
      GRAPHENE_RECT_INIT (0, (float) pen->y, (float) pen->width, (float) pen->bar);
  cairo_t *cr = gtk_snapshot_append_cairo (pen->snapshot, &area);
  GdkRGBA faint = pen->colour;

  cairo_translate (cr, 0, pen->y);
  faint.alpha *= GRID_ALPHA;
  gdk_cairo_set_source_rgba (cr, &faint);
  crit_timeline_draw_grid (cr, pen->self->timeline, pen->width, pen->bar, is_mirrored (pen));
  gdk_cairo_set_source_rgba (cr, &pen->colour);
  crit_timeline_draw_bar (cr, bar, pen->width, pen->bar, is_mirrored (pen));
  cairo_destroy (cr);
}

static void
put_row (Pen *pen, const CritTimelineRow *row)
{
  pen->y += ROW_GAP;
  put_text (pen, row->name, TEXT_STRONG);
  put_text (pen, row->words, TEXT_PLAIN);
  if (!row->drawn)
    return;
  pen->y += BAR_GAP;
  if (pen->snapshot != NULL)
    draw_bar (pen, &row->bar);
  pen->y += pen->bar;
}

/* Goes through all of it, on @snapshot or only to measure. Returns: its height */
static int
put_all (CritTimelineView *self, GtkSnapshot *snapshot, int width)
{
  Pen pen = { .self = self, .snapshot = snapshot, .width = width };

  if (self->timeline == NULL)
    return 0;
  pen.bar = crit_text_scale (GTK_WIDGET (self), BAR_HEIGHT);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &pen.colour);
  put_text (&pen, self->timeline->title, TEXT_STRONG);
  put_text (&pen, self->timeline->key, TEXT_SMALL);
  pen.y += TICK_GAP;
  if (crit_timeline_has_bars (self->timeline))
    put_ticks (&pen);
  for (guint i = 0; i < self->timeline->rows->len; i++)
    put_row (&pen, crit_timeline_get_row (self->timeline, i));
  return (int) pen.y + 1;
}

static GtkSizeRequestMode
crit_timeline_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
crit_timeline_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SMALLEST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = *natural = put_all (CRIT_TIMELINE_VIEW (widget), NULL,
                                 for_size > 0 ? MAX (for_size, SMALLEST_WIDTH) : NATURAL_WIDTH);
}

static void
crit_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  put_all (CRIT_TIMELINE_VIEW (widget), snapshot, gtk_widget_get_width (widget));
}

static void
crit_timeline_view_dispose (GObject *object)
{
  g_clear_pointer (&CRIT_TIMELINE_VIEW (object)->timeline, crit_timeline_unref);
  G_OBJECT_CLASS (crit_timeline_view_parent_class)->dispose (object);
}

static void
crit_timeline_view_class_init (CritTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_timeline_view_dispose;
  widget_class->get_request_mode = crit_timeline_view_get_request_mode;
  widget_class->measure = crit_timeline_view_measure;
  widget_class->snapshot = crit_timeline_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
crit_timeline_view_init (CritTimelineView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * crit_timeline_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing
 */
CritTimelineView *
crit_timeline_view_new (void)
{
  return g_object_new (CRIT_TYPE_TIMELINE_VIEW, NULL);
}

static void
describe (CritTimelineView *self)
{
  g_autofree char *words = crit_timeline_to_text (self->timeline);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->timeline->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

/**
 * crit_timeline_view_set_timeline:
 * @self: a view
 * @timeline: (nullable): what to show; nothing is shown of none
 *
 * Shows a timeline. One that looks like that which is shown changes nothing.
 */
void
crit_timeline_view_set_timeline (CritTimelineView *self, CritTimeline *timeline)
{
  g_return_if_fail (CRIT_IS_TIMELINE_VIEW (self));

  if (timeline == self->timeline
      || (timeline != NULL && self->timeline != NULL
          && crit_timeline_equal (timeline, self->timeline)))
    return;
  g_clear_pointer (&self->timeline, crit_timeline_unref);
  if (timeline != NULL)
    {
      self->timeline = crit_timeline_ref (timeline);
      describe (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), timeline != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * crit_timeline_view_get_timeline:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CritTimeline *
crit_timeline_view_get_timeline (CritTimelineView *self)
{
  g_return_val_if_fail (CRIT_IS_TIMELINE_VIEW (self), NULL);

  return self->timeline;
}
