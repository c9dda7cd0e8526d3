/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-application.h"
#include "crit-compare-dialog.h"
#include "crit-details-dialog.h"
#include "crit-file-chooser.h"
#include "crit-rules-dialog.h"
#include "crit-window-private.h"

#include <glib/gi18n-lib.h>

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);

  if (self->session == NULL)
    crit_window_show_start (self);
  else
    crit_application_open_window (
        CRIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_window_show_start (CRIT_WINDOW (user_data));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (source);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) file = crit_file_chooser_ask_finish (GTK_WINDOW (self), result, NULL);

  if (file != NULL && application != NULL)
    crit_application_open_file (CRIT_APPLICATION (application), file, self);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_file_chooser_ask_async (GTK_WINDOW (user_data), CRIT_CHOOSE_OPEN, NULL, file_chosen_cb,
                               NULL);
}

static void
rules_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (crit_library_add_finish (CRIT_LIBRARY (source), result, &error))
    crit_window_say (self, _ ("The rules file was added."));
  else
    crit_window_complain (self, _ ("The rules file was not added"), error->message);
}

/* Only what can be used is added; of anything else the window says what is wrong with it. */
static void
rules_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritWindow) self = user_data;
  g_autoptr (CritDocument) document = crit_document_load_finish (result);

  if (self->session != NULL)
    return;
  if (crit_document_get_rules (document) == NULL || crit_document_get_record (document) != NULL)
    crit_window_show_document (self, document);
  else
    crit_library_add_async (self->library, document, rules_added_cb, g_object_ref (self));
}

static void
rules_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = crit_file_chooser_ask_finish (GTK_WINDOW (source), result, NULL);

  if (file != NULL)
    crit_document_load_async (file, rules_loaded_cb, g_object_ref (source));
}

static void
add_rules_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_file_chooser_ask_async (GTK_WINDOW (user_data), CRIT_CHOOSE_OPEN_RULES, NULL,
                               rules_chosen_cb, NULL);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_window_save (CRIT_WINDOW (user_data));
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_window_save_as (CRIT_WINDOW (user_data));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_window_print (CRIT_WINDOW (user_data));
}

static void
save_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_window_export (CRIT_WINDOW (user_data), CRIT_EXPORT_PDF);
}

static void
save_html_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_window_export (CRIT_WINDOW (user_data), CRIT_EXPORT_HTML);
}

static void
copy_text_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_window_copy_text (CRIT_WINDOW (user_data));
}

/* What changes out of sight would not be noticed: the window goes where the change is. */
static void
show_change (CritWindow *self, const CritQuestion *changed)
{
  if (changed != NULL)
    crit_checklist_page_show_question (self->checklist_page, changed);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);

  show_change (self, crit_session_undo (self->session));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);

  show_change (self, crit_session_redo (self->session));
}

static void
details_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);

  gtk_window_present (crit_details_dialog_new (GTK_WINDOW (self), self->session));
}

static void
about_rules_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);

  gtk_window_present (
      crit_rules_dialog_new (GTK_WINDOW (self), crit_session_get_rules (self->session)));
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);

  gtk_window_present (crit_compare_dialog_new (GTK_WINDOW (self), self->library,
                                               crit_session_get_record (self->session)));
}

/* With the version that the notice speaks of. */
static void
compare_offer_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);
  CritDocument *offer = crit_rules_follower_get_offer (self->follower);
  GtkWindow *dialog = crit_compare_dialog_new (GTK_WINDOW (self), self->library,
                                               crit_session_get_record (self->session));

  if (offer != NULL)
    crit_compare_dialog_choose (CRIT_COMPARE_DIALOG (dialog), crit_document_get_rules (offer));
  gtk_window_present (dialog);
}

/* The keys belong to the window, the steps to its checklist. */
static void
next_step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (CRIT_WINDOW (user_data)->checklist_page),
                              "checklist.next", NULL);
}

static void
previous_step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (CRIT_WINDOW (user_data)->checklist_page),
                              "checklist.back", NULL);
}

static void
next_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (CRIT_WINDOW (user_data)->checklist_page),
                              "checklist.next-pane", NULL);
}

static void
previous_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (CRIT_WINDOW (user_data)->checklist_page),
                              "checklist.previous-pane", NULL);
}

static void
menu_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (CRIT_WINDOW (user_data)->menu_button);
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_cb },
  { .name = "back", .activate = back_cb },
  { .name = "open", .activate = open_cb },
  { .name = "add-rules", .activate = add_rules_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "print", .activate = print_cb },
  { .name = "save-pdf", .activate = save_pdf_cb },
  { .name = "save-html", .activate = save_html_cb },
  { .name = "copy-text", .activate = copy_text_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "details", .activate = details_cb },
  { .name = "about-rules", .activate = about_rules_cb },
  { .name = "compare", .activate = compare_cb },
  { .name = "compare-offer", .activate = compare_offer_cb },
  { .name = "next-step", .activate = next_step_cb },
  { .name = "previous-step", .activate = previous_step_cb },
  { .name = "next-pane", .activate = next_pane_cb },
  { .name = "previous-pane", .activate = previous_pane_cb },
  { .name = "menu", .activate = menu_cb },
};

static void
enable (CritWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * crit_window_install_actions:
 * @self: a window
 *
 * Gives the window its actions; their keys are in the table of crit-shortcuts.c.
 */
void
crit_window_install_actions (CritWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  crit_window_update_actions (self);
}

/**
 * crit_window_update_actions:
 * @self: a window
 *
 * Decides, for all actions in one place, what can be done now.
 */
void
crit_window_update_actions (CritWindow *self)
{
  gboolean has_record = self->session != NULL;
  gboolean writable = has_record && !crit_session_is_read_only (self->session);
  gboolean saving = has_record && crit_session_is_saving (self->session);
  gboolean saved = has_record && !crit_session_is_modified (self->session)
                   && crit_session_get_file (self->session) != NULL;
  g_autofree char *undo = has_record ? crit_session_dup_undo_label (self->session) : NULL;
  g_autofree char *redo = has_record ? crit_session_dup_redo_label (self->session) : NULL;

  enable (self, "back", !has_record);
  enable (self, "add-rules", !has_record);
  enable (self, "save", writable && !saving && !saved);
  enable (self, "save-as", writable && !saving);
  enable (self, "print", has_record);
  enable (self, "save-pdf", has_record);
  enable (self, "save-html", has_record);
  enable (self, "copy-text", has_record);
  enable (self, "undo", undo != NULL);
  enable (self, "redo", redo != NULL);
  enable (self, "details", writable);
  enable (self, "about-rules", has_record);
  enable (self, "compare", has_record);
  enable (self, "compare-offer", has_record);
  enable (self, "next-step", has_record);
  enable (self, "previous-step", has_record);
  enable (self, "next-pane", has_record);
  enable (self, "previous-pane", has_record);
}
