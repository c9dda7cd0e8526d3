/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-entry-card.h"
#include "window-support.h"

static CritWindow *
open_sample (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "fuzz", "corpus", "record", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CritWindow *window = window_support_open_file (file);

  window_support_settle ();
  g_assert_nonnull (crit_window_get_session (window));
  return window;
}

static CritRecordAccess
get_access (CritWindow *window)
{
  return crit_record_get_access (crit_session_get_record (crit_window_get_session (window)));
}

/* What only a newer version understands is shown and can be printed; nothing can be written over it. */
static void
test_newer_format (void)
{
  CritWindow *window = open_sample ("saved-newer-format.json");

  g_assert_cmpint (get_access (window), ==, CRIT_RECORD_READ_ONLY);
  g_assert_false (window_support_is_enabled (window, "save"));
  g_assert_false (window_support_is_enabled (window, "save-as"));
  g_assert_true (window_support_is_enabled (window, "print"));
  g_assert_true (window_support_is_enabled (window, "save-pdf"));
  window_support_close_all ();
}

static gboolean
can_be_answered (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget)
         && (GTK_IS_CHECK_BUTTON (widget) || GTK_IS_TEXT (widget));
}

/* What is only shown can be looked at whole: entries unfold, and nothing in them takes an answer. */
static void
test_looking (void)
{
  CritWindow *window = open_sample ("saved-newer-format.json");
  GtkWidget *card = app_support_find_type (GTK_WIDGET (window), CRIT_TYPE_ENTRY_CARD);

  g_signal_emit_by_name (window_support_find (card, "header"), "clicked");
  window_support_settle ();
  g_assert_true (crit_entry_card_is_unfolded (CRIT_ENTRY_CARD (card)));
  g_assert_false (gtk_widget_get_visible (window_support_find (card, "menu_button")));
  g_assert_null (app_support_find (GTK_WIDGET (window), can_be_answered, NULL));
  g_assert_null (window_support_find_text (window, "Add note"));
  g_assert_null (window_support_find_text (window, "Add an entry"));
  window_support_close_all ();
}

/* A file whose digest does not fit stays as it is: the record can be saved elsewhere. */
static void
test_suspect (void)
{
  CritWindow *window = open_sample ("saved-suspect.json");

  g_assert_cmpint (get_access (window), ==, CRIT_RECORD_SUSPECT);
  g_assert_null (crit_session_get_file (crit_window_get_session (window)));
  g_assert_true (window_support_is_enabled (window, "save-as"));
  window_support_close_all ();
}

static void
test_whole (void)
{
  CritWindow *window = open_sample ("saved-history.json");

  g_assert_cmpint (get_access (window), ==, CRIT_RECORD_WHOLE);
  g_assert_nonnull (crit_session_get_file (crit_window_get_session (window)));
  window_support_close_all ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/access/newer-format", test_newer_format);
  g_test_add_func ("/access/looking", test_looking);
  g_test_add_func ("/access/suspect", test_suspect);
  g_test_add_func ("/access/whole", test_whole);
  return window_support_run ();
}
