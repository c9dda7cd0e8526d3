/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-start-page.h"

#include "crit-children.h"
#include "crit-draft-row.h"
#include "crit-label.h"
#include "crit-recent-view.h"
#include "crit-rules-row.h"

#include <glib/gi18n-lib.h>

struct _CritStartPage
{
  AdwBin parent_instance;

  GtkWidget *drafts_box;
  GtkWidget *drafts_about;
  GtkListBox *drafts;
  GtkWidget *damaged;
  GtkListBox *rules;
  GtkStack *rules_stack;
  CritRecentView *recent;

  CritLibrary *library;
  CritDraftList *found;
  gboolean wants_focus; /* as soon as there is something that can have it */
};

G_DEFINE_FINAL_TYPE (CritStartPage, crit_start_page, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  RESTORE,
  RECORD_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return crit_rules_row_new (item);
}

static void
restore_cb (CritStartPage *self, CritFoundDraft *draft)
{
  g_signal_emit (self, signals[RESTORE], 0, draft);
}

static GtkWidget *
create_draft_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = crit_draft_row_new (item);

  g_signal_connect_object (row, "restore", G_CALLBACK (restore_cb), user_data, G_CONNECT_SWAPPED);
  return row;
}

static void
show_damaged (CritStartPage *self)
{
  guint n = crit_draft_list_get_n_damaged (self->found);
  g_autofree char *folder = g_filename_display_name (crit_draft_list_get_folder (self->found));
  g_autofree char *text = g_strdup_printf (
      /* Translators: a number of drafts, and a folder. */
      g_dngettext (
          GETTEXT_PACKAGE,
          "%1$u draft cannot be read. It was not deleted; it is set aside in “%2$s”.",
          "%1$u drafts cannot be read. They were not deleted; they are set aside in “%2$s”.", n),
      n, folder);

  crit_label_set (self->damaged, n > 0 ? text : NULL);
}

/* Most of the time there is nothing to go on with, and nothing is said about it. */
static void
update_drafts (CritStartPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  show_damaged (self);
  gtk_widget_set_visible (self->drafts_about, any);
  gtk_widget_set_visible (GTK_WIDGET (self->drafts), any);
  gtk_widget_set_visible (self->drafts_box, any || crit_draft_list_get_n_damaged (self->found) > 0);
}

/* Whoever comes here chooses criteria: with the focus on the first, Enter does it. */
static void
focus_first (CritStartPage *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->rules, 0);

  /* GTK moves the focus on from a widget that was never on screen, and to where one would not expect it. */
  self->wants_focus = first == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static gboolean
crit_start_page_grab_focus (GtkWidget *widget)
{
  focus_first (CRIT_START_PAGE (widget));
  return TRUE;
}

static void
row_activated_cb (CritStartPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, crit_rules_row_get_document (CRIT_RULES_ROW (row)));
}

static void
record_chosen_cb (CritStartPage *self, GFile *file)
{
  g_signal_emit (self, signals[RECORD_CHOSEN], 0, file);
}

/* Nothing is said to be missing before it has been looked for. */
static void
update_stack (CritStartPage *self)
{
  const char *name = "list";

  if (!crit_library_is_loaded (self->library))
    name = "looking";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->library)) == 0)
    name = "none";
  gtk_stack_set_visible_child_name (self->rules_stack, name);
  if (self->wants_focus)
    focus_first (self);
}

/* The folders are read when somebody looks, and again whenever somebody looks again. */
static void
crit_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (crit_start_page_parent_class)->map (widget);
  if (CRIT_START_PAGE (widget)->wants_focus)
    focus_first (CRIT_START_PAGE (widget));
  crit_library_refresh (CRIT_START_PAGE (widget)->library);
  crit_draft_list_refresh (CRIT_START_PAGE (widget)->found);
  crit_recent_view_refresh (CRIT_START_PAGE (widget)->recent);
}

static void
crit_start_page_dispose (GObject *object)
{
  CritStartPage *self = CRIT_START_PAGE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->found);
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_START_PAGE);
  G_OBJECT_CLASS (crit_start_page_parent_class)->dispose (object);
}

static void
crit_start_page_class_init (CritStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_start_page_dispose;
  widget_class->map = crit_start_page_map;
  widget_class->focus = crit_children_focus;
  widget_class->grab_focus = crit_start_page_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, CRIT_TYPE_DOCUMENT);
  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, CRIT_TYPE_FOUND_DRAFT);
  signals[RECORD_CHOSEN] =
      g_signal_new ("record-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  g_type_ensure (CRIT_TYPE_RECENT_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CritStartPage, drafts_box);
  gtk_widget_class_bind_template_child (widget_class, CritStartPage, drafts_about);
  gtk_widget_class_bind_template_child (widget_class, CritStartPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, CritStartPage, damaged);
  gtk_widget_class_bind_template_child (widget_class, CritStartPage, rules);
  gtk_widget_class_bind_template_child (widget_class, CritStartPage, rules_stack);
  gtk_widget_class_bind_template_child (widget_class, CritStartPage, recent);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_chosen_cb);
}

static void
crit_start_page_init (CritStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_start_page_set_library:
 * @self: a start page that has none yet
 * @library: the rules files to choose from
 *
 * Shows the rules files and follows the library from now on.
 */
void
crit_start_page_set_library (CritStartPage *self, CritLibrary *library)
{
  g_return_if_fail (CRIT_IS_START_PAGE (self));
  g_return_if_fail (CRIT_IS_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  gtk_list_box_bind_model (self->rules, G_LIST_MODEL (library), create_row, NULL, NULL);
  g_signal_connect_object (library, "notify::loaded", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  update_stack (self);
}

/**
 * crit_start_page_set_drafts:
 * @self: a start page that has none yet
 * @drafts: what earlier runs left behind
 *
 * Shows the drafts, while there are any, and follows the list from now on.
 */
void
crit_start_page_set_drafts (CritStartPage *self, CritDraftList *drafts)
{
  g_return_if_fail (CRIT_IS_START_PAGE (self));
  g_return_if_fail (CRIT_IS_DRAFT_LIST (drafts));
  g_return_if_fail (self->found == NULL);

  self->found = g_object_ref (drafts);
  gtk_list_box_bind_model (self->drafts, G_LIST_MODEL (drafts), create_draft_row, self, NULL);
  g_signal_connect_object (drafts, "items-changed", G_CALLBACK (update_drafts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drafts, "notify::n-damaged", G_CALLBACK (update_drafts), self,
                           G_CONNECT_SWAPPED);
  update_drafts (self);
}

/**
 * crit_start_page_set_recent:
 * @self: a start page
 * @records: the records that were opened or saved last
 *
 * Shows the records, and follows them from now on.
 */
void
crit_start_page_set_recent (CritStartPage *self, CritRecentRecords *records)
{
  g_return_if_fail (CRIT_IS_START_PAGE (self));

  crit_recent_view_set_records (self->recent, records);
}
