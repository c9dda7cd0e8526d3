/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-compare-dialog.h"
#include "window-support.h"

#include "screening/crit-status.h"

#define TITLE "Small <b>&amp; _plain"

/* The same criteria, asked the other way round. */
static GFile *
write_newer (const char *name)
{
  return window_support_write_edition (name, "\"is\": true }", "\"is\": false }");
}

static CritWindow *
open_answered_record (void)
{
  CritWindow *window = window_support_open_record ();

  window_support_answer (window, TRUE);
  return window;
}

static GtkWindow *
open_dialog (CritWindow *window)
{
  window_support_activate (window, "compare");
  return window_support_find_dialog (window);
}

static GtkWindow *
compare_with (CritWindow *window, GFile *file)
{
  GtkWindow *dialog = open_dialog (window);

  window_support_choose (file);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "compare.choose-file", NULL);
  return dialog;
}

static void
test_action (void)
{
  CritWindow *window = window_support_open_start ();

  g_assert_false (window_support_is_enabled (window, "compare"));
  window_support_close_all ();
  window = window_support_open_record ();
  g_assert_true (window_support_is_enabled (window, "compare"));
  window_support_close_all ();
}

/* What differs is shown with its cause; the record is what it was, and was neither changed nor saved. */
static void
test_file (void)
{
  CritWindow *window = open_answered_record ();
  CritSession *session = crit_window_get_session (window);
  CritRules *rules = crit_session_get_rules (session);
  g_autoptr (CritScreening) screening = crit_screening_ref (crit_session_get_screening (session));
  g_autoptr (GFile) newer = write_newer ("newer.json");
  GtkWindow *dialog = compare_with (window, newer);

  window_support_wait_for_text (dialog, "Before: Recorded as met. Now: Recorded as not met");
  g_assert_nonnull (window_support_find_text (dialog, "The rule changed: "));
  g_assert_nonnull (window_support_find_text (dialog, crit_notice ()));
  g_assert_nonnull (window_support_find_text (dialog, "1 criterion differs."));
  g_assert_true (crit_session_get_rules (session) == rules);
  g_assert_true (crit_session_get_screening (session) == screening);
  g_assert_null (crit_session_get_file (session));
  gtk_window_close (dialog);
  window_support_close_all ();
}

static void
test_back (void)
{
  CritWindow *window = open_answered_record ();
  g_autoptr (GFile) newer = write_newer ("newer.json");
  GtkWindow *dialog = compare_with (window, newer);
  GtkWidget *back = window_support_find (dialog, "back");

  window_support_wait_for_text (dialog, "1 criterion differs.");
  g_assert_true (gtk_widget_get_visible (back));
  g_signal_emit_by_name (back, "clicked");
  g_assert_false (gtk_widget_get_visible (back));
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (GTK_STACK (window_support_find (dialog, "pages"))), ==,
      "choose");
  gtk_window_close (dialog);
  window_support_close_all ();
}

static void
test_unusable_file (void)
{
  CritWindow *window = open_answered_record ();
  g_autoptr (GFile) file =
      window_support_write ("broken.json", "{ \"format\": \"criteria-rules/1\" }");
  GtkWindow *dialog = compare_with (window, file);

  window_support_wait_for_text (dialog, "“id” is missing here.");
  g_assert_true (gtk_widget_get_visible (window_support_find (dialog, "problem")));
  gtk_window_close (dialog);
  window_support_close_all ();
}

static gboolean
has_rows (gpointer list)
{
  return gtk_list_box_get_row_at_index (list, 0) != NULL;
}

/* Where there is nothing to choose from, that is said. */
static void
test_none (void)
{
  CritWindow *window = open_answered_record ();
  CritRecord *record = crit_session_get_record (crit_window_get_session (window));
  g_autofree char *nowhere = window_support_path ("nowhere");
  const char *const others[] = { NULL };
  g_autoptr (CritLibrary) library = crit_library_new_for_folders (nowhere, others);
  GtkWindow *dialog = crit_compare_dialog_new (GTK_WINDOW (window), library, record);

  /* Not before anybody has looked. */
  g_assert_false (gtk_widget_get_visible (window_support_find (dialog, "none")));
  gtk_window_present (dialog);
  window_support_wait_for_text (dialog, "No other criteria are on this computer.");
  g_assert_false (gtk_widget_get_visible (window_support_find (dialog, "versions_box")));
  g_assert_false (gtk_widget_get_visible (window_support_find (dialog, "others_box")));
  gtk_window_close (dialog);
  window_support_close_all ();
}

/* Other versions of the criteria come first, and the very file of the record is not offered. */
static void
test_list (void)
{
  CritWindow *window = window_support_open_start ();
  g_autoptr (GFile) added = write_newer ("to-add.json");
  GtkWindow *dialog = NULL;
  GtkWidget *versions = NULL;

  window_support_choose (added);
  window_support_activate (window, "add-rules");
  window_support_wait_for_text (window, TITLE);
  window_support_close_all ();

  window = open_answered_record ();
  dialog = open_dialog (window);
  versions = window_support_find (dialog, "versions");
  g_assert_true (app_support_wait (has_rows, versions));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (versions), 1));
  g_assert_true (gtk_widget_get_visible (window_support_find (dialog, "versions_box")));
  g_assert_false (gtk_widget_get_visible (window_support_find (dialog, "none")));
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (versions), 0)));
  window_support_wait_for_text (dialog, "1 criterion differs.");
  gtk_window_close (dialog);
  window_support_close_all ();
}

/* Pictures are for the eye; what the test holds to is that nothing is cut off or warned about. */
static void
test_mirrored (void)
{
  CritWindow *window = NULL;
  g_autoptr (GFile) newer = write_newer ("newer.json");
  GtkWindow *dialog = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  app_support_set_text_size (1.5);
  window = open_answered_record ();
  dialog = compare_with (window, newer);
  window_support_wait_for_text (dialog, "1 criterion differs.");
  window_support_settle ();
  app_support_picture (GTK_WIDGET (dialog), "compare-mirrored");
  gtk_window_close (dialog);
  window_support_close_all ();
  app_support_set_text_size (1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/compare-dialog/action", test_action);
  g_test_add_func ("/compare-dialog/file", test_file);
  g_test_add_func ("/compare-dialog/back", test_back);
  g_test_add_func ("/compare-dialog/unusable-file", test_unusable_file);
  g_test_add_func ("/compare-dialog/none", test_none);
  g_test_add_func ("/compare-dialog/list", test_list);
  g_test_add_func ("/compare-dialog/mirrored", test_mirrored);
  return window_support_run ();
}
