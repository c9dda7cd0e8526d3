/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-thumbnails.h"

#include "crit-paper.h"

#include <glib/gi18n-lib.h>

/* A page is a little over a hundred pixels wide. */
#define ZOOM 0.14

struct _CritThumbnails
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkBox *column; /* of buttons, by page */
  guint current;
};

G_DEFINE_FINAL_TYPE (CritThumbnails, crit_thumbnails, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_button (CritThumbnails *self, guint page)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->column));

  for (guint i = 0; button != NULL && i < page; i++)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static guint
get_page (GtkWidget *button)
{
  guint page = 0;

  while ((button = gtk_widget_get_prev_sibling (button)) != NULL)
    page++;
  return page;
}

static void
clicked_cb (CritThumbnails *self, GtkWidget *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_page (button));
}

static void
add_button (CritThumbnails *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *paper = crit_paper_new ();

  crit_paper_set_zoom (CRIT_PAPER (paper), ZOOM);
  gtk_button_set_child (GTK_BUTTON (button), paper);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "thumbnail");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (self->column, button);
}

static void
name_button (GtkWidget *button, guint page, guint n_pages)
{
  /* Translators: what a small picture of a page does when it is clicked. */
  g_autofree char *label = g_strdup_printf (_ ("Go to page %1$u of %2$u"), page + 1, n_pages);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
mark (CritThumbnails *self, guint page, gboolean current)
{
  GtkWidget *button = get_button (self, page);

  if (button == NULL)
    return;
  if (current)
    gtk_widget_add_css_class (button, "current");
  else
    gtk_widget_remove_css_class (button, "current");
}

static void
crit_thumbnails_dispose (GObject *object)
{
  CritThumbnails *self = CRIT_THUMBNAILS (object);

  if (self->column != NULL)
    crit_thumbnails_set_pages (self, NULL);
  self->column = NULL;
  G_OBJECT_CLASS (crit_thumbnails_parent_class)->dispose (object);
}

static void
crit_thumbnails_class_init (CritThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = crit_thumbnails_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", CRIT_TYPE_THUMBNAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
crit_thumbnails_init (CritThumbnails *self)
{
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->column), "desk");
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "child", self->column, NULL);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"),
                                  -1);
}

/**
 * crit_thumbnails_set_pages:
 * @self: a column of small pages
 * @pages: (nullable): laid out pages; they must live until this is called again
 *
 * Shows other pages.
 */
void
crit_thumbnails_set_pages (CritThumbnails *self, CritPages *pages)
{
  guint n_pages = pages != NULL ? crit_pages_get_count (pages) : 0;

  g_return_if_fail (CRIT_IS_THUMBNAILS (self));

  while (get_button (self, n_pages) != NULL)
    gtk_box_remove (self->column, gtk_widget_get_last_child (GTK_WIDGET (self->column)));
  for (guint i = 0; i < n_pages; i++)
    {
      if (get_button (self, i) == NULL)
        add_button (self);
      name_button (get_button (self, i), i, n_pages);
      crit_paper_set_page (CRIT_PAPER (gtk_button_get_child (GTK_BUTTON (get_button (self, i)))),
                           pages, i);
    }
  mark (self, self->current, TRUE);
}

/**
 * crit_thumbnails_set_current:
 * @self: a column of small pages
 * @page: the page that is looked at, from 0
 *
 * Marks a page.
 */
void
crit_thumbnails_set_current (CritThumbnails *self, guint page)
{
  g_return_if_fail (CRIT_IS_THUMBNAILS (self));

  if (self->current == page)
    return;
  mark (self, self->current, FALSE);
  self->current = page;
  mark (self, page, TRUE);
}
