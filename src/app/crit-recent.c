/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-recent.h"

/* The URIs that went through our file dialogs in this run. */
static GHashTable *forgotten;

/* Asking first whether an item is there would fail in a home that has no list yet; removing nothing does nothing. */
static void
remove_ours (GtkRecentManager *manager)
{
  GHashTableIter iter;
  gpointer uri = NULL;

  g_hash_table_iter_init (&iter, forgotten);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    gtk_recent_manager_remove_item (manager, uri, NULL);
}

/**
 * crit_recent_forget:
 * @file: a file that went through a file dialog
 *
 * Keeps a file off the list of recent documents that all programs share. The dialog may add it later than it returns
 * it, so the list is watched from now on. (Switching the list off instead would empty the user's whole list.)
 */
void
crit_recent_forget (GFile *file)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  g_return_if_fail (G_IS_FILE (file));

  if (forgotten == NULL)
    {
      forgotten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_signal_connect (manager, "changed", G_CALLBACK (remove_ours), NULL);
    }
  g_hash_table_add (forgotten, g_file_get_uri (file));
  remove_ours (manager);
}

/**
 * crit_recent_clean:
 *
 * Takes every file that was forgotten off the shared list once more; called when the program ends.
 */
void
crit_recent_clean (void)
{
  if (forgotten == NULL)
    return;
  remove_ours (gtk_recent_manager_get_default ());
  g_signal_handlers_disconnect_by_func (gtk_recent_manager_get_default (), remove_ours, NULL);
  g_clear_pointer (&forgotten, g_hash_table_unref);
}
