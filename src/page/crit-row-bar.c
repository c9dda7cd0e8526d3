/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-row-bar.h"

#include "crit-timeline-draw.h"
#include "crit-type.h"
#include "summary/crit-timeline-shape.h"

#include <glib/gi18n-lib.h>

#define BAR 13.0
#define GAP 1.5

/* More than a month and a year ever need. */
#define TICK_ROOM 80.0
#define TICK_GAP 2.0

/**
 * crit_row_add_ticks:
 * @self: a row
 * @timeline: a timeline
 * @context: a context made by crit_type_new_context()
 *
 * Sets the years or months of a timeline under what is in the row, each where its line is in the rows below. One that has
 * no room beside the one before is left out. The words of each row say the same, so they are no part of the structure.
 */
void
crit_row_add_ticks (CritRow *self, const CritTimeline *timeline, PangoContext *context)
{
  double top = self->height + GAP;
  double free_from = 0;

  for (guint i = 0; i < timeline->ticks->len; i++)
    {
      const CritTimelineTick *tick = &g_array_index (timeline->ticks, CritTimelineTick, i);
      double x = crit_timeline_place (tick->x, self->width, BAR);
      PangoLayout *layout = crit_type_new_layout (context, CRIT_FACE_SMALL, tick->label, TICK_ROOM);
      CritRowCell *cell = NULL;
      PangoRectangle logical = { 0 };

      pango_layout_get_extents (layout, NULL, &logical);
      if (x < free_from || x + pango_units_to_double (logical.width) > self->width)
        {
          g_object_unref (layout);
          continue;
        }
      free_from = x + pango_units_to_double (logical.width) + TICK_GAP;
      cell = crit_row_add_cell (self, NULL);
      crit_row_add_layout (self, cell, layout, x);
      crit_row_move_down (self, cell, top);
    }
}

/**
 * crit_row_add_bar:
 * @self: a row
 * @timeline: a timeline
 * @index: which row of it
 *
 * Makes room for a bar at the foot of a row, where there is one to draw.
 */
void
crit_row_add_bar (CritRow *self, CritTimeline *timeline, guint index)
{
  self->timeline = crit_timeline_ref (timeline);
  self->timeline_row = index;
  if (crit_timeline_get_row (timeline, index)->drawn)
    self->height += GAP + BAR;
}

/* Who cannot see the bar is told what it stands for. */
static void
begin_figure (const CritTimelineRow *row, CritTags *tags)
{
  /* Translators: what a bar of a timeline stands for: the name of an entry, and its dates and result. */
  g_autofree char *text =
      g_strdup_printf (_ ("Bar on a timeline. %1$s: %2$s"), row->name, row->words);

  crit_tags_begin (tags, "LBody");
  crit_tags_begin_figure (tags, text);
}

/**
 * crit_row_draw_bar:
 * @self: a row
 * @cr: a cairo context, whose origin is the top left corner of the row
 * @tags: (nullable): where structure tags are written, for a PDF
 *
 * Draws the bar of a row.
 */
void
crit_row_draw_bar (CritRow *self, cairo_t *cr, CritTags *tags)
{
  const CritTimelineRow *row = NULL;

  if (self->timeline == NULL)
    return;
  row = crit_timeline_get_row (self->timeline, self->timeline_row);
  if (!row->drawn)
    return;
  if (tags != NULL)
    begin_figure (row, tags);
  cairo_save (cr);
  cairo_translate (cr, 0, self->height - BAR);
  crit_timeline_draw_grid (cr, self->timeline, self->width, BAR, self->mirrored);
  crit_timeline_draw_bar (cr, &row->bar, self->width, BAR, self->mirrored);
  cairo_restore (cr);
  if (tags != NULL)
    {
      crit_tags_end (tags, "Figure");
      crit_tags_end (tags, "LBody");
    }
}
