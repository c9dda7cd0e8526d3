/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-window-private.h"

#include "crit-settings.h"
#include "crit-yielding.h"

G_DEFINE_FINAL_TYPE (CritWindow, crit_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_page (CritWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
  crit_window_update_header (self);
  crit_window_update_actions (self);
}

static void
session_changed_cb (CritWindow *self)
{
  crit_window_update_header (self);
  crit_window_update_actions (self);
}

/* Other rules have come into use. */
static void
record_changed_cb (CritWindow *self)
{
  crit_notice_bar_set_rules (self->notice_bar, crit_session_get_rules (self->session));
  session_changed_cb (self);
}

static void
follow_session (CritWindow *self)
{
  const char *const of_session[] = { "notify::subtitle", "notify::saving", "notify::modified",
                                     "notify::file" };

  for (guint i = 0; i < G_N_ELEMENTS (of_session); i++)
    g_signal_connect_object (self->session, of_session[i], G_CALLBACK (session_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::record", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
created_cb (CritWindow *self, CritRecord *record)
{
  g_autoptr (CritSession) session = crit_session_new (record);

  crit_window_open_record (self, session, NULL);
}

/* A start shows neither this page nor the next nor a menu, and is quicker without them: they are made when they are wanted. */
static CritNewRecordPage *
get_new_record_page (CritWindow *self)
{
  if (self->new_record_page == NULL)
    {
      self->new_record_page =
          g_object_new (CRIT_TYPE_NEW_RECORD_PAGE, "name", "new_record_page", NULL);
      g_signal_connect_swapped (self->new_record_page, "created", G_CALLBACK (created_cb), self);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->new_record_page), "new-record");
    }
  return self->new_record_page;
}

static CritFindingsPage *
get_findings_page (CritWindow *self)
{
  if (self->findings_page == NULL)
    {
      self->findings_page = g_object_new (CRIT_TYPE_FINDINGS_PAGE, "name", "findings_page", NULL);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->findings_page), "findings");
    }
  return self->findings_page;
}

static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, CRIT_WINDOW (user_data)->primary_menu);
}

static void
show_new_record (CritWindow *self, CritDocument *document)
{
  CritRules *rules = crit_document_get_rules (document);

  crit_window_follow_document (self, document);
  crit_notice_bar_set_rules (self->notice_bar, rules);
  crit_new_record_page_set_rules (get_new_record_page (self), rules);
  show_page (self, "new-record");
  gtk_widget_grab_focus (GTK_WIDGET (self->new_record_page));
}

static void
show_findings (CritWindow *self, CritDocument *document)
{
  crit_window_follow_document (self, document);
  crit_notice_bar_set_rules (self->notice_bar, NULL);
  crit_findings_page_set_document (get_findings_page (self), document);
  show_page (self, "findings");
}

static void
chosen_cb (CritWindow *self, CritDocument *document)
{
  crit_window_show_document (self, document);
}

static gboolean
crit_window_close_request (GtkWindow *window)
{
  CritWindow *self = CRIT_WINDOW (window);

  if (!crit_window_may_close (self))
    return GDK_EVENT_STOP;
  crit_settings_remember_window (window);
  return GTK_WINDOW_CLASS (crit_window_parent_class)->close_request (window);
}

static void
crit_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (crit_window_parent_class)->size_allocate (widget, width, height, baseline);
  crit_window_fit_header (CRIT_WINDOW (widget), width);
}

/* Where windows have pictures of their own, which is on X11 only. GTK would take it from the icon theme, and load a
 * renderer of SVG for it: 8 MiB, and a tenth of the time that starting takes. */
static void
crit_window_realize (GtkWidget *widget)
{
  g_autoptr (GdkTexture) icon = gdk_texture_new_from_resource (RESOURCE_PATH "/criteria-64.png");
  GList icons = { .data = icon };

  GTK_WIDGET_CLASS (crit_window_parent_class)->realize (widget);
  gdk_toplevel_set_icon_list (GDK_TOPLEVEL (gtk_native_get_surface (GTK_NATIVE (widget))), &icons);
}

static void
crit_window_dispose (GObject *object)
{
  CritWindow *self = CRIT_WINDOW (object);

  g_clear_handle_id (&self->compact_id, g_source_remove);
  g_clear_pointer (&self->seen_digest, g_free);
  self->checklist_page = NULL;
  g_clear_object (&self->toast);
  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  g_clear_object (&self->follower);
  g_clear_object (&self->library);
  g_clear_object (&self->drafts);
  G_OBJECT_CLASS (crit_window_parent_class)->dispose (object);
}

static void
crit_window_class_init (CritWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = crit_window_close_request;
  widget_class->realize = crit_window_realize;
  widget_class->size_allocate = crit_window_size_allocate;

  g_type_ensure (CRIT_TYPE_NOTICE_BAR);
  g_type_ensure (CRIT_TYPE_YIELDING);
  g_type_ensure (CRIT_TYPE_RULES_NOTICE);
  g_type_ensure (CRIT_TYPE_START_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CritWindow, title_button);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, rules_notice);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, undo_box);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CritWindow, primary_menu);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, crit_window_restore_draft);
  gtk_widget_class_bind_template_callback (widget_class, crit_window_open_recent);
}

static void
crit_window_init (CritWindow *self)
{
  int width = 0;
  int height = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  crit_window_install_actions (self);
  crit_window_accept_files (self);
  crit_settings_restore_window (GTK_WINDOW (self));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  crit_window_fit_header (self, width);
}

/**
 * crit_window_new:
 * @application: the program
 * @library: the rules files to choose from
 * @drafts: what earlier runs left behind, and where drafts are kept
 *
 * Returns: (transfer none): a window that shows the start page; it belongs to itself until it is closed
 */
CritWindow *
crit_window_new (GtkApplication *application, CritLibrary *library, CritDraftList *drafts)
{
  CritWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CRIT_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (CRIT_IS_DRAFT_LIST (drafts), NULL);

  self = g_object_new (CRIT_TYPE_WINDOW, "application", application, NULL);
  /* A screen reader finds the actions of a window at the window, and those of the program too if they are here. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "app", G_ACTION_GROUP (application));
  self->library = g_object_ref (library);
  self->drafts = g_object_ref (drafts);
  crit_start_page_set_drafts (self->start_page, drafts);
  crit_window_install_follower (self);
  crit_start_page_set_library (self->start_page, library);
  crit_window_show_recent (self);
  crit_window_show_start (self);
  return self;
}

/**
 * crit_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the record in this window, or %NULL where there is none yet
 */
CritSession *
crit_window_get_session (CritWindow *self)
{
  g_return_val_if_fail (CRIT_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * crit_window_is_free:
 * @self: a window
 *
 * Returns: whether it shows the start page only, so that something else may be shown in it unasked: neither a record, nor
 * what is wrong with a file, nor a reference that is being typed
 */
gboolean
crit_window_is_free (CritWindow *self)
{
  g_return_val_if_fail (CRIT_IS_WINDOW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "start") == 0;
}

/**
 * crit_window_show_start:
 * @self: a window without a record
 *
 * Shows the start page.
 */
void
crit_window_show_start (CritWindow *self)
{
  g_return_if_fail (CRIT_IS_WINDOW (self));
  g_return_if_fail (self->session == NULL);

  crit_window_follow_document (self, NULL);
  crit_notice_bar_set_rules (self->notice_bar, NULL);
  show_page (self, "start");
  gtk_widget_grab_focus (GTK_WIDGET (self->start_page));
}

/**
 * crit_window_show_document:
 * @self: a window without a record
 * @document: what a file turned out to be
 *
 * Shows what a file holds: a record, the question for a new record's reference where it holds rules, or what is wrong
 * with it.
 */
void
crit_window_show_document (CritWindow *self, CritDocument *document)
{
  CritRecord *record = NULL;
  CritRules *rules = NULL;

  g_return_if_fail (CRIT_IS_WINDOW (self));
  g_return_if_fail (CRIT_IS_DOCUMENT (document));
  g_return_if_fail (self->session == NULL);

  record = crit_document_get_record (document);
  rules = crit_document_get_rules (document);
  if (record != NULL)
    {
      g_autoptr (CritSession) session = crit_window_new_session (document);
      crit_window_open_record (self, session, NULL);
      crit_window_warn_of_record (self, document);
    }
  else if (rules != NULL)
    show_new_record (self, document);
  else
    show_findings (self, document);
}

/**
 * crit_window_open_record:
 * @self: a window without a record
 * @session: the record to open
 * @slot: (transfer full) (nullable): where its draft is, if it comes from one
 *
 * Shows a record. The window keeps it until it is closed.
 */
void
crit_window_open_record (CritWindow *self, CritSession *session, CritDraftSlot *slot)
{
  g_return_if_fail (CRIT_IS_WINDOW (self));
  g_return_if_fail (CRIT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  crit_window_keep_draft (self, slot);
  self->checklist_page = g_object_new (CRIT_TYPE_CHECKLIST_PAGE, NULL);
  crit_checklist_page_set_session (self->checklist_page, session);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->checklist_page), "checklist");
  crit_notice_bar_set_rules (self->notice_bar, crit_session_get_rules (session));
  follow_session (self);
  crit_window_follow_undo (self);
  /* The checklist takes the focus when it comes on screen; a stack that has it would move it on once more. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  show_page (self, "checklist");
  crit_window_follow_session (self);
  crit_window_follow_file (self);
}
