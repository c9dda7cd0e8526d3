/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-review-list.h"

#include "crit-children.h"
#include "crit-label.h"

struct _CritReviewList
{
  AdwBin parent_instance;

  GtkWidget *expander;
  GtkWidget *title;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (CritReviewList, crit_review_list, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (CritReviewList *self, GtkWidget *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "place"));
}

static void
crit_review_list_class_init (CritReviewListClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", CRIT_TYPE_REVIEW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
crit_review_list_init (CritReviewList *self)
{
  self->title = crit_label_new (NULL, CRIT_LABEL_PLAIN);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_start (self->rows, 12);
  self->expander =
      g_object_new (GTK_TYPE_EXPANDER, "label-widget", self->title, "child", self->rows, NULL);
  /* GTK 4.8 does not take its name from the label by itself. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
  adw_bin_set_child (ADW_BIN (self), self->expander);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * crit_review_list_clear:
 * @self: a list
 *
 * Takes every place out of it, and hides it.
 */
void
crit_review_list_clear (CritReviewList *self)
{
  g_return_if_fail (CRIT_IS_REVIEW_LIST (self));

  crit_children_remove (self->rows);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * crit_review_list_add:
 * @self: a list
 * @text: what the place is called
 * @place: (nullable): where it is; NULL where there is nothing to go to
 *
 * Adds a place.
 */
void
crit_review_list_add (CritReviewList *self, const char *text, const CritPlace *place)
{
  GtkWidget *row = crit_label_new (text, CRIT_LABEL_PLAIN);
  GtkWidget *button = NULL;

  g_return_if_fail (CRIT_IS_REVIEW_LIST (self));

  if (place != NULL)
    {
      button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), row);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "place", g_memdup2 (place, sizeof *place), g_free);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
      row = button;
    }
  gtk_box_append (GTK_BOX (self->rows), row);
}

/**
 * crit_review_list_set_title:
 * @self: a list
 * @title: how many places of which kind there are
 *
 * Says what the list is of, and shows it.
 */
void
crit_review_list_set_title (CritReviewList *self, const char *title)
{
  g_return_if_fail (CRIT_IS_REVIEW_LIST (self));

  crit_label_set (self->title, title);
  gtk_widget_show (GTK_WIDGET (self));
}
