/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people expect of any program: help on F1, files that can be dropped, windows that become as narrow as they may,
 * and a privacy switch that is obeyed. */

#include "config.h"

#include "crit-recent-records.h"
#include "screening/crit-status.h"
#include "window-support.h"

/* The narrowest window, less what a frame may take of it. */
#define NARROWEST 350

static void
test_help (void)
{
  CritWindow *window = window_support_open_record ();
  GtkWindow *help = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window_support_application ()), "help", NULL);
  help = window_support_find_dialog (window);
  g_assert_cmpstr (gtk_window_get_title (help), ==, "Help");
  g_assert_nonnull (window_support_find_text (help, crit_notice ()));
  g_assert_nonnull (window_support_find_text (help, "Use no name, address, date of birth"));
  window_support_close_all ();
}

static GtkDropTarget *
find_drop_target (CritWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static void
drop (CritWindow *window, GFile *first, GFile *second)
{
  g_autoptr (GSList) files = g_slist_append (g_slist_append (NULL, first), second);
  GdkFileList *list = gdk_file_list_new_from_list (files);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 1.0, 1.0, &taken);
  g_assert_true (taken);
  g_value_unset (&value);
}

static gboolean
has_three_windows (gpointer application)
{
  return g_list_length (gtk_application_get_windows (application)) == 3;
}

/* Dropped on a record, files are opened beside it. */
static void
test_drop (void)
{
  CritWindow *window = window_support_open_record ();
  CritSession *session = crit_window_get_session (window);
  g_autoptr (GFile) rules = window_support_write_rules ("dropped.json");
  g_autoptr (GFile) broken = window_support_write ("dropped.checklist", "{");

  window_support_answer (window, TRUE);
  drop (window, rules, broken);
  g_assert_true (app_support_wait (has_three_windows, window_support_application ()));
  g_assert_true (crit_window_get_session (window) == session);
  window_support_close_all ();
}

/* The header leaves things out only once the window is narrow; that must not keep it from becoming so at once. */
static void
test_narrow_at_once (void)
{
  CritWindow *window = window_support_open_record ();
  int minimum = 0;

  g_assert_true (gtk_widget_get_visible (window_support_find (window, "print_button")));
  gtk_widget_measure (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);
  window_support_close_all ();
}

static gboolean
is_listed (gpointer list)
{
  return g_list_model_get_n_items (list) == 1;
}

static gboolean
is_kept (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_gone (gpointer path)
{
  return !is_kept (path);
}

/* The desktop's switch empties the list and deletes its file, and nothing is added while it is off. */
static void
test_privacy (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, "org.gnome.desktop.privacy", TRUE)
                     : NULL;
  g_autoptr (GFile) record = window_support_write ("private.checklist", "{}");
  g_autofree char *path = window_support_path ("private/recent-records");
  g_autoptr (GSettings) privacy = NULL;
  g_autoptr (CritRecentRecords) list = NULL;

  if (schema == NULL)
    {
      g_test_skip ("The desktop's settings are not installed.");
      return;
    }
  privacy = g_settings_new_full (schema, NULL, NULL);
  g_settings_set_boolean (privacy, "remember-recent-files", TRUE);
  list = crit_recent_records_new (path, privacy);
  crit_recent_records_add (list, record);
  g_assert_true (app_support_wait (is_listed, list));
  g_assert_true (app_support_wait (is_kept, path));

  g_settings_set_boolean (privacy, "remember-recent-files", FALSE);
  g_assert_true (app_support_wait (is_gone, path));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  crit_recent_records_add (list, record);
  window_support_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_settings_reset (privacy, "remember-recent-files");
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/habits/help", test_help);
  g_test_add_func ("/habits/drop", test_drop);
  g_test_add_func ("/habits/narrow-at-once", test_narrow_at_once);
  g_test_add_func ("/habits/privacy", test_privacy);
  return window_support_run ();
}
