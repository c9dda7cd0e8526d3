/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-recent-view.h"

#include "crit-label.h"
#include "crit-list-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CritRecentView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkListBox *list;

  CritRecentRecords *records; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CritRecentView, crit_recent_view, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As people know it: their own folder is called as the file dialog calls it. */
static char *
dup_place (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (name, home) && strchr ("/", name[strlen (home)]) != NULL)
    /* Translators: the folder of the person, in which all others are */
    return g_strconcat (_ ("Home"), name + strlen (home), NULL);
  return g_steal_pointer (&name);
}

/* Two records of the same name are told apart by where they are. */
static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = crit_list_row_new (content);
  g_autofree char *base = g_file_get_basename (item);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *place = dup_place (item);

  gtk_box_append (GTK_BOX (box), crit_label_new (name, CRIT_LABEL_PLAIN));
  gtk_box_append (GTK_BOX (box), crit_label_new (place, CRIT_LABEL_DIM));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (content), box);
  gtk_box_append (GTK_BOX (content),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (content, "crit-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  return row;
}

static void
row_activated_cb (CritRecentView *self, GtkListBoxRow *row)
{
  g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (self->records),
                                                  (guint) gtk_list_box_row_get_index (row));

  if (file != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, file);
}

static void
clear_cb (CritRecentView *self)
{
  crit_recent_records_clear (self->records);
}

static void
update (CritRecentView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          g_list_model_get_n_items (G_LIST_MODEL (self->records)) > 0);
}

static void
crit_recent_view_dispose (GObject *object)
{
  CritRecentView *self = CRIT_RECENT_VIEW (object);

  g_clear_object (&self->records);
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_RECENT_VIEW);
  G_OBJECT_CLASS (crit_recent_view_parent_class)->dispose (object);
}

static void
crit_recent_view_class_init (CritRecentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_recent_view_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-recent-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CritRecentView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
crit_recent_view_init (CritRecentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_recent_view_set_records:
 * @self: a view that has none yet
 * @records: the list
 *
 * Shows the list and follows it from now on.
 */
void
crit_recent_view_set_records (CritRecentView *self, CritRecentRecords *records)
{
  g_return_if_fail (CRIT_IS_RECENT_VIEW (self));
  g_return_if_fail (CRIT_IS_RECENT_RECORDS (records) && self->records == NULL);

  self->records = g_object_ref (records);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (records), create_row, NULL, NULL);
  g_signal_connect_object (records, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * crit_recent_view_refresh:
 * @self: a view
 *
 * Looks again which of the records are still there.
 */
void
crit_recent_view_refresh (CritRecentView *self)
{
  g_return_if_fail (CRIT_IS_RECENT_VIEW (self));

  if (self->records != NULL)
    crit_recent_records_refresh (self->records);
}
