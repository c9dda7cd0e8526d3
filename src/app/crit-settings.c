/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-settings.h"

/* The schema is usually found by GLib itself. Installed in a prefix that GLib does not search it is found where it was
 * installed; without any the program runs, it only remembers nothing. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *standard = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (standard != NULL)
    schema = g_settings_schema_source_lookup (standard, APPLICATION_ID, TRUE);
  if (schema == NULL)
    {
      own = g_settings_schema_source_new_from_directory (SCHEMADIR, standard, TRUE, NULL);
      if (own != NULL)
        schema = g_settings_schema_source_lookup (own, APPLICATION_ID, FALSE);
    }
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * crit_settings_restore_window:
 * @window: a window that is not shown yet
 *
 * Gives the window the size the last one had.
 */
void
crit_settings_restore_window (GtkWindow *window)
{
  g_autoptr (GSettings) settings = open_settings ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;
  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
}

/**
 * crit_settings_remember_window:
 * @window: a window that is being closed
 *
 * Remembers its size for the next one. Nothing about any record is ever kept in settings.
 */
void
crit_settings_remember_window (GtkWindow *window)
{
  g_autoptr (GSettings) settings = open_settings ();
  int width = 0;
  int height = 0;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
}
