/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-application.h"

#include "crit-about.h"
#include "crit-help.h"
#include "crit-recent.h"
#include "crit-shortcuts.h"
#include "store/crit-draft-folder.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

/* The session ends, somebody in a terminal ends the program, or the machine is shut down. */
static const int ending_signals[] = { SIGTERM, SIGHUP, SIGINT };

struct _CritApplication
{
  AdwApplication parent_instance;

  CritLibrary *library;
  CritRecentRecords *recent;
  CritDraftList *drafts;
  guint signals[G_N_ELEMENTS (ending_signals)];
};

G_DEFINE_FINAL_TYPE (CritApplication, crit_application, ADW_TYPE_APPLICATION)

static CritWindow *
find_window_of_file (CritApplication *self, GFile *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      CritSession *session = CRIT_IS_WINDOW (l->data) ? crit_window_get_session (l->data) : NULL;
      GFile *other = session != NULL ? crit_session_get_file (session) : NULL;

      if (other != NULL && g_file_equal (other, file))
        return l->data;
    }
  return NULL;
}

/* A window with a record keeps it: whatever else is opened goes into the window that asked, or else into one that shows
 * nothing anybody may still want to read, if need be a new one. */
static CritWindow *
find_free_window (CritApplication *self, CritWindow *preferred)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  if (preferred != NULL && crit_window_get_session (preferred) == NULL)
    return preferred;
  for (GList *l = windows; l != NULL; l = l->next)
    if (CRIT_IS_WINDOW (l->data) && crit_window_is_free (l->data))
      return l->data;
  return crit_window_new (GTK_APPLICATION (self), self->library, self->drafts);
}

typedef struct
{
  CritApplication *application;
  CritWindow *window; /* (nullable): the one that asked; weak */
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_weak_pointer (&opening->window);
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_free (opening);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  CritApplication *self = opening->application;
  g_autoptr (CritDocument) document = crit_document_load_finish (result);
  CritWindow *window = find_window_of_file (self, crit_document_get_file (document));

  if (window == NULL)
    {
      window = find_free_window (self, opening->window);
      crit_window_show_document (window, document);
    }
  gtk_window_present (GTK_WINDOW (window));
  opening_free (opening);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  crit_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (parent != NULL)
    gtk_window_present (crit_help_window_new (parent));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (parent != NULL)
    gtk_window_present (crit_shortcuts_window_new (parent));
}

/* Every window is asked, and one with unsaved changes asks in turn: the program ends with its last window. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (CRIT_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

/* Nobody is left to answer a question. */
static gboolean
ending_cb (gpointer user_data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (CRIT_IS_WINDOW (l->data))
      crit_window_leave (l->data);
  return G_SOURCE_CONTINUE;
}

static const GActionEntry entries[] = {
  { .name = "about", .activate = about_cb },
  { .name = "help", .activate = help_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
crit_application_startup (GApplication *application)
{
  CritApplication *self = CRIT_APPLICATION (application);

  G_APPLICATION_CLASS (crit_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  crit_shortcuts_install (GTK_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    self->signals[i] = g_unix_signal_add (ending_signals[i], ending_cb, self);
}

static void
crit_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    crit_application_open_window (CRIT_APPLICATION (application));
}

static void
crit_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    crit_application_open_file (CRIT_APPLICATION (application), files[i], NULL);
}

static void
crit_application_shutdown (GApplication *application)
{
  CritApplication *self = CRIT_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  crit_recent_clean ();
  G_APPLICATION_CLASS (crit_application_parent_class)->shutdown (application);
}

static void
crit_application_dispose (GObject *object)
{
  g_clear_object (&CRIT_APPLICATION (object)->library);
  g_clear_object (&CRIT_APPLICATION (object)->drafts);
  g_clear_object (&CRIT_APPLICATION (object)->recent);
  G_OBJECT_CLASS (crit_application_parent_class)->dispose (object);
}

static void
crit_application_class_init (CritApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_application_dispose;
  application_class->startup = crit_application_startup;
  application_class->activate = crit_application_activate;
  application_class->open = crit_application_open;
  application_class->shutdown = crit_application_shutdown;
}

static void
crit_application_init (CritApplication *self)
{
  g_autofree char *folder = crit_draft_folder_dup_path ();

  self->library = crit_library_new ();
  self->recent = crit_recent_records_new_for_user ();
  self->drafts = crit_draft_list_new (folder);
}

/**
 * crit_application_new:
 * @flags: in addition to those it always has; tests want no second process to be asked
 *
 * Returns: (transfer full): the program
 */
CritApplication *
crit_application_new (GApplicationFlags flags)
{
  return g_object_new (CRIT_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_PATH, "flags",
                       flags | G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * crit_application_get_library:
 * @self: the program
 *
 * Returns: (transfer none): the rules files of this computer
 */
CritLibrary *
crit_application_get_library (CritApplication *self)
{
  g_return_val_if_fail (CRIT_IS_APPLICATION (self), NULL);

  return self->library;
}

/**
 * crit_application_get_drafts:
 * @self: the program
 *
 * Returns: (transfer none): what earlier runs left behind
 */
CritDraftList *
crit_application_get_drafts (CritApplication *self)
{
  g_return_val_if_fail (CRIT_IS_APPLICATION (self), NULL);

  return self->drafts;
}

/**
 * crit_application_get_recent:
 * @self: the program
 *
 * Returns: (transfer none): the records that were opened or saved last
 */
CritRecentRecords *
crit_application_get_recent (CritApplication *self)
{
  g_return_val_if_fail (CRIT_IS_APPLICATION (self), NULL);

  return self->recent;
}

/**
 * crit_application_open_window:
 * @self: the program
 *
 * Shows the start page in a window that has no record, and looks for rules files.
 *
 * Returns: (transfer none): the window
 */
CritWindow *
crit_application_open_window (CritApplication *self)
{
  CritWindow *window = NULL;

  g_return_val_if_fail (CRIT_IS_APPLICATION (self), NULL);

  window = find_free_window (self, NULL);
  crit_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * crit_application_open_file:
 * @self: the program
 * @file: a record or a rules file
 * @window: (nullable): the window that asks
 *
 * Opens a file. A record that is open already is shown; another goes into a window of its own. A file that cannot be
 * used is explained in a window without a record, so that no open record is touched by it.
 */
void
crit_application_open_file (CritApplication *self, GFile *file, CritWindow *window)
{
  Opening *opening = NULL;
  CritWindow *other = NULL;

  g_return_if_fail (CRIT_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  other = find_window_of_file (self, file);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  g_set_weak_pointer (&opening->window, window);
  g_application_hold (G_APPLICATION (self));
  crit_document_load_async (file, loaded_cb, opening);
}
