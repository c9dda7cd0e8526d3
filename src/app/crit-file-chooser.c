/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-file-chooser.h"

#include "crit-recent.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  GtkFileChooserAction action;
  const char *accept;
  const char *filter;
  const char *patterns[3];
} Kind;

static const Kind kinds[] = {
  [CRIT_CHOOSE_OPEN] = { N_ ("Open a Record"),
                         GTK_FILE_CHOOSER_ACTION_OPEN,
                         N_ ("_Open"),
                         N_ ("Records and rules files"),
                         { "*.checklist", "*.json" } },
  [CRIT_CHOOSE_OPEN_RULES] = { N_ ("Add a Rules File"),
                               GTK_FILE_CHOOSER_ACTION_OPEN,
                               N_ ("_Add"),
                               N_ ("Rules files"),
                               { "*.json" } },
  [CRIT_CHOOSE_SAVE_RECORD] = { N_ ("Save the Record"),
                                GTK_FILE_CHOOSER_ACTION_SAVE,
                                N_ ("_Save"),
                                N_ ("Records"),
                                { "*.checklist" } },
  [CRIT_CHOOSE_SAVE_PDF] = { N_ ("Save the Summary as PDF"),
                             GTK_FILE_CHOOSER_ACTION_SAVE,
                             N_ ("_Save"),
                             N_ ("PDF documents"),
                             { "*.pdf" } },
  [CRIT_CHOOSE_SAVE_HTML] = { N_ ("Save the Summary as HTML"),
                              GTK_FILE_CHOOSER_ACTION_SAVE,
                              N_ ("_Save"),
                              N_ ("Web pages"),
                              { "*.html" } },
};

static void show_dialog (GtkWindow *parent, CritChoice choice, const char *name, GTask *task);

static CritFileChooserFunc ask = show_dialog;

static void
response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_object_unref (task);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* Without a folder the dialog would begin with the list of recent documents of all programs. */
static void
set_folder (GtkFileChooser *chooser)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder =
      g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
show_dialog (GtkWindow *parent, CritChoice choice, const char *suggested_name, GTask *task)
{
  const Kind *kind = &kinds[choice];
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (_ (kind->title), parent, kind->action, _ (kind->accept), NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  add_filter (chooser, _ (kind->filter), kind->patterns);
  add_filter (chooser, _ ("All files"), (const char *const[]){ "*", NULL });
  set_folder (chooser);
  if (suggested_name != NULL)
    gtk_file_chooser_set_current_name (chooser, suggested_name);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * crit_file_chooser_set_func:
 * @func: (nullable): who chooses files from now on; %NULL for the ordinary dialog
 *
 * For tests.
 */
void
crit_file_chooser_set_func (CritFileChooserFunc func)
{
  ask = func != NULL ? func : show_dialog;
}

/**
 * crit_file_chooser_ask_async:
 * @parent: the window that asks
 * @choice: what is to be chosen
 * @suggested_name: (nullable): a file name to begin with
 * @callback: called when a file was chosen, or none
 * @user_data: for @callback
 *
 * Asks for a file.
 */
void
crit_file_chooser_ask_async (GtkWindow *parent,
                             CritChoice choice,
                             const char *suggested_name,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (choice < G_N_ELEMENTS (kinds));

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, crit_file_chooser_ask_async);
  ask (parent, choice, suggested_name, task);
}

/**
 * crit_file_chooser_ask_finish:
 * @parent: the window that asked
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED when no file was chosen
 *
 * The dialog puts every chosen file on the list of recent documents that all programs show; that list must not learn
 * of records, so the file is taken off it again.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set
 */
GFile *
crit_file_chooser_ask_finish (GtkWindow *parent, GAsyncResult *result, GError **error)
{
  GFile *file = NULL;

  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  file = g_task_propagate_pointer (G_TASK (result), error);
  if (file != NULL)
    crit_recent_forget (file);
  return file;
}
