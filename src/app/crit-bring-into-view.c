/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-bring-into-view.h"

#define MARGIN 12

/**
 * crit_bring_into_view:
 * @block: what belongs together, such as a question with its answers
 *
 * Scrolls as little as brings the whole of it into view. GTK itself does so for the widget that has the focus, and no
 * more; where the block is higher than what can be seen, that has to do.
 */
void
crit_bring_into_view (GtkWidget *block)
{
  GtkWidget *scroller = NULL;
  GtkAdjustment *adjustment = NULL;
  graphene_rect_t bounds = { 0 };
  double top = 0;
  double bottom = 0;
  double height = 0;

  g_return_if_fail (GTK_IS_WIDGET (block));

  scroller = gtk_widget_get_ancestor (block, GTK_TYPE_SCROLLED_WINDOW);
  if (scroller == NULL || !gtk_widget_compute_bounds (block, scroller, &bounds))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  height = gtk_adjustment_get_page_size (adjustment);
  top = bounds.origin.y - MARGIN;
  bottom = bounds.origin.y + bounds.size.height + MARGIN;
  if (bottom - top > height)
    return;
  if (top < 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top);
  else if (bottom > height)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bottom - height);
}

/**
 * crit_bring_to_top:
 * @first: what is to be first in view, such as a heading
 * @last: what is about to be read, below it, or the same
 *
 * Scrolls until @first is at the top, so that what follows is in view too. Where all of both is in view already, nothing
 * moves.
 */
void
crit_bring_to_top (GtkWidget *first, GtkWidget *last)
{
  GtkWidget *scroller = NULL;
  GtkWidget *content = NULL;
  GtkAdjustment *adjustment = NULL;
  graphene_rect_t top = { 0 };
  graphene_rect_t bottom = { 0 };
  double value = 0;

  g_return_if_fail (GTK_IS_WIDGET (first) && GTK_IS_WIDGET (last));

  scroller = gtk_widget_get_ancestor (first, GTK_TYPE_SCROLLED_WINDOW);
  content = gtk_widget_get_ancestor (first, GTK_TYPE_VIEWPORT);
  if (scroller == NULL || content == NULL)
    return;
  /* From the top of what is scrolled: where that stands itself is known only after the next layout. */
  content = gtk_viewport_get_child (GTK_VIEWPORT (content));
  if (!gtk_widget_compute_bounds (first, content, &top)
      || !gtk_widget_compute_bounds (last, content, &bottom))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  value = gtk_adjustment_get_value (adjustment);
  if (top.origin.y >= value
      && bottom.origin.y + bottom.size.height <= value + gtk_adjustment_get_page_size (adjustment))
    return;
  /* Above the very first there is only a margin. */
  gtk_adjustment_set_value (adjustment, top.origin.y > 2 * MARGIN ? top.origin.y - MARGIN : 0);
}

static gboolean
later_cb (GtkWidget *block, GdkFrameClock *clock, gpointer user_data)
{
  guint *frames_left = user_data;

  if ((*frames_left)-- > 0)
    return G_SOURCE_CONTINUE;
  crit_bring_into_view (block);
  return G_SOURCE_REMOVE;
}

/**
 * crit_bring_into_view_later:
 * @block: what was just moved, built or unfolded
 *
 * Does so once it has its new place, which is after the next layout.
 */
void
crit_bring_into_view_later (GtkWidget *block)
{
  guint *frames_left = NULL;

  g_return_if_fail (GTK_IS_WIDGET (block));

  frames_left = g_new (guint, 1);
  *frames_left = 1;
  gtk_widget_add_tick_callback (block, later_cb, frames_left, g_free);
}
