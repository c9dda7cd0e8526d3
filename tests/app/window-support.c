/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-support.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static const char rules_text[] =
    "{\n"
    "  \"format\": \"criteria-rules/1\", \"id\": \"small\", \"version\": \"2026.1\",\n"
    "  \"title\": \"Small <b>&amp; _plain\", \"language\": \"en-GB\", \"status\": \"draft\",\n"
    "  \"effective-from\": \"2026-01-01\", \"review-by\": \"2999-05-01\",\n"
    "  \"about\": \"For tests.\",\n"
    "  \"sources\": [ { \"id\": \"s0\", \"title\": \"A source\", \"publisher\": \"A publisher\",\n"
    "    \"published\": \"2024-03-20\", \"retrieved\": \"2026-01-01\", \"url\": "
    "\"https://example.org/\" } ],\n"
    "  \"sections\": [ { \"id\": \"first\", \"title\": \"First\", \"questions\": [\n"
    "    { \"id\": \"referred\", \"type\": \"boolean\", \"text\": \"Was there a referral?\" } ] } "
    "],\n"
    "  \"criteria\": [ { \"id\": \"referral\", \"section\": \"first\", \"kind\": \"requirement\",\n"
    "    \"text\": \"There was a referral.\", \"when\": { \"answer\": \"referred\", \"is\": true "
    "},\n"
    "    \"sources\": [ { \"source\": \"s0\", \"place\": \"Page 1\", \"certainty\": \"verified\" } "
    "] } ],\n"
    "  \"cases\": [ { \"name\": \"with\", \"date\": \"2026-11-20\", \"answers\": { \"referred\": "
    "true },\n"
    "    \"expect\": { \"referral\": \"met\" } },\n"
    "    { \"name\": \"without\", \"date\": \"2026-11-20\", \"answers\": { \"referred\": false },\n"
    "    \"expect\": { \"referral\": \"not-met\" } } ]\n"
    "}\n";

static char *folder;
static CritApplication *application;
static GFile *next_choice;
static guint n_choices;

static void
choose (GtkWindow *parent, CritChoice choice, const char *suggested_name, GTask *task)
{
  n_choices++;
  if (next_choice != NULL)
    g_task_return_pointer (task, g_object_ref (next_choice), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nobody chose");
  g_object_unref (task);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

void
window_support_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  gtk_disable_setlocale ();
  adw_init ();
  folder = g_dir_make_tmp ("criteria-test.XXXXXX", &error);
  g_assert_no_error (error);
  application = crit_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  crit_file_chooser_set_func (choose);
}

int
window_support_run (void)
{
  int result = g_test_run ();

  g_clear_object (&application);
  g_clear_object (&next_choice);
  remove_tree (folder);
  g_clear_pointer (&folder, g_free);
  return result;
}

CritApplication *
window_support_application (void)
{
  return application;
}

char *
window_support_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

GFile *
window_support_write (const char *name, const char *text)
{
  g_autofree char *path = window_support_path (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* A small rules file without fault; its title tells whether it is taken for markup. */
GFile *
window_support_write_rules (const char *name)
{
  return window_support_write (name, rules_text);
}

/* The same with every @from in it replaced by @to: another edition, or one with a mistake. */
GFile *
window_support_write_edition (const char *name, const char *from, const char *to)
{
  g_autoptr (GString) text = g_string_new (rules_text);

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  return window_support_write (name, text->str);
}

CritWindow *
window_support_open_start (void)
{
  CritWindow *window = crit_application_open_window (application);

  window_support_settle ();
  return window;
}

/* A window with an empty record of 20 November 2026, reference A-17. */
CritWindow *
window_support_open_record (void)
{
  g_autoptr (GFile) file = window_support_write_rules ("small.json");
  CritWindow *window = window_support_open_file (file);
  GtkWidget *page = window_support_find (window, "new_record_page");

  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "reference")), "A-17");
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "date")), "20 Nov 2026");
  g_signal_emit_by_name (window_support_find (page, "create"), "clicked");
  window_support_settle ();
  g_assert_nonnull (crit_window_get_session (window));
  return window;
}

/* Shows a file in a new window, as the program does when it is started with it. */
CritWindow *
window_support_open_file (GFile *file)
{
  g_autoptr (CritDocument) document = crit_document_load (file);
  CritWindow *window =
      crit_window_new (GTK_APPLICATION (application), crit_application_get_library (application),
                       crit_application_get_drafts (application));

  crit_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  window_support_settle ();
  return window;
}

/* Answers the one question of the small rules file. */
void
window_support_answer (CritWindow *window, gboolean yes)
{
  CritSession *session = crit_window_get_session (window);
  CritPlace place = crit_place_of_question (
      crit_rules_find_question (crit_session_get_rules (session), "referred"));
  CritAnswer answer = { .kind = CRIT_ANSWER_BOOLEAN, .boolean = yes };

  crit_history_set_answer (crit_session_get_history (session), &place, &answer);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Waits until a weak pointer to a window is NULL: nothing may keep the window alive. */
void
window_support_assert_gone (gpointer *weak)
{
  g_assert_true (app_support_wait (is_null, weak));
}

/* Destroys every window without asking, and makes sure that each is really gone. */
void
window_support_close_all (void)
{
  GList *windows = NULL;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    {
      gpointer weak = windows->data;

      g_object_add_weak_pointer (G_OBJECT (windows->data), &weak);
      gtk_window_destroy (GTK_WINDOW (windows->data));
      g_assert_true (app_support_wait (is_null, &weak));
    }
}

/* What the person chooses in file dialogs from now on; NULL to cancel them. */
void
window_support_choose (GFile *file)
{
  g_set_object (&next_choice, file);
  n_choices = 0;
}

guint
window_support_count_choices (void)
{
  return n_choices;
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

AdwMessageDialog *
window_support_wait_for_dialog (void)
{
  g_assert_true (app_support_wait (has_dialog, NULL));
  return find_dialog ();
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0
      && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Waits for a dialog and clicks one of its buttons. */
void
window_support_click (const char *label)
{
  GtkWidget *dialog = GTK_WIDGET (window_support_wait_for_dialog ());
  GtkWidget *button = NULL;

  window_support_settle ();
  button = find_button (dialog, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_support_settle ();
}

/* The window that stands before another one. */
GtkWindow *
window_support_find_dialog (CritWindow *parent)
{
  GtkWindow *found = NULL;

  window_support_settle ();
  for (GList *l = gtk_window_list_toplevels (); l != NULL; l = g_list_delete_link (l, l))
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (parent))
      found = l->data;
  g_assert_nonnull (found);
  return found;
}

typedef struct
{
  gpointer root;
  const char *text;
} Awaited;

static gboolean
says (gpointer data)
{
  Awaited *awaited = data;

  return window_support_find_text (awaited->root, awaited->text) != NULL;
}

void
window_support_wait_for_text (gpointer root, const char *text)
{
  Awaited awaited = { root, text };

  g_assert_true (app_support_wait (says, &awaited));
}

/* Does what is to be done now. */
void
window_support_settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

GtkWidget *
window_support_find (gpointer root, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0
      || g_strcmp0 (gtk_widget_get_name (root), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_support_find (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A label in view that holds this text, as it is and not as markup. */
GtkWidget *
window_support_find_text (gpointer root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && strstr (gtk_label_get_text (root), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_support_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
window_support_is_enabled (CritWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

void
window_support_activate (CritWindow *window, const char *action)
{
  g_autofree char *name = g_strconcat ("win.", action, NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), name, NULL));
}

const char *
window_support_page (CritWindow *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (window_support_find (window, "pages")));
}
