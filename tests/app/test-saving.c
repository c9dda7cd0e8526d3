/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-support.h"

#include "record/crit-history.h"
#include "record/crit-record-file.h"

#include <glib/gstdio.h>
#include <string.h>

static GFile *
get_target (const char *name)
{
  g_autofree char *path = window_support_path (name);

  g_remove (path);
  return g_file_new_for_path (path);
}

static gboolean
is_saved (gpointer window)
{
  CritSession *session = crit_window_get_session (window);

  return !crit_session_is_modified (session) && !crit_session_is_saving (session)
         && crit_session_get_file (session) != NULL;
}

static gboolean
is_idle (gpointer window)
{
  return !crit_session_is_saving (crit_window_get_session (window));
}

static void
save (CritWindow *window, GFile *file)
{
  window_support_choose (file);
  window_support_activate (window, "save");
  g_assert_true (app_support_wait (is_saved, window));
}

static gboolean
has_answer (CritWindow *window)
{
  CritSession *session = crit_window_get_session (window);
  CritPlace place = crit_place_of_question (
      crit_rules_find_question (crit_session_get_rules (session), "referred"));

  return crit_record_get_answer (crit_session_get_record (session), &place)->kind
         != CRIT_ANSWER_OPEN;
}

static gboolean
get_answer (CritWindow *window)
{
  CritSession *session = crit_window_get_session (window);
  CritPlace place = crit_place_of_question (
      crit_rules_find_question (crit_session_get_rules (session), "referred"));
  const CritAnswer *answer = crit_record_get_answer (crit_session_get_record (session), &place);

  g_assert_cmpint (answer->kind, ==, CRIT_ANSWER_BOOLEAN);
  return answer->boolean;
}

static void
test_round_trip (void)
{
  CritWindow *window = window_support_open_record ();
  g_autoptr (GFile) file = get_target ("round.checklist");
  GStatBuf status;

  window_support_answer (window, FALSE);
  save (window, file);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_false (window_support_is_enabled (window, "save"));
  window_support_close_all ();

  window = window_support_open_file (file);
  g_assert_nonnull (crit_window_get_session (window));
  g_assert_cmpstr (
      crit_record_get_reference (crit_session_get_record (crit_window_get_session (window))), ==,
      "A-17");
  g_assert_false (get_answer (window));
  g_assert_false (crit_session_is_modified (crit_window_get_session (window)));
  window_support_close_all ();
}

/* What is typed while a save runs is saved too, and a second request meanwhile asks for nothing. */
static void
test_typing_while_saving (void)
{
  CritWindow *window = window_support_open_record ();
  g_autoptr (GFile) file = get_target ("typing.checklist");

  window_support_answer (window, TRUE);
  window_support_choose (file);
  window_support_activate (window, "save");
  while (!crit_session_is_saving (crit_window_get_session (window)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (window_support_is_enabled (window, "save"));
  g_assert_cmpuint (window_support_count_choices (), ==, 1);
  window_support_answer (window, FALSE);
  g_assert_true (app_support_wait (is_saved, window));
  window_support_close_all ();

  window = window_support_open_file (file);
  g_assert_false (get_answer (window));
  window_support_close_all ();
}

static void
test_cancelled_choice (void)
{
  CritWindow *window = window_support_open_record ();

  window_support_answer (window, TRUE);
  window_support_choose (NULL);
  window_support_activate (window, "save");
  window_support_settle ();
  g_assert_cmpuint (window_support_count_choices (), ==, 1);
  g_assert_true (crit_session_is_modified (crit_window_get_session (window)));
  window_support_close_all ();
}

/* A save that fails says why and changes nothing; it never closes the window. */
static void
test_failure (void)
{
  CritWindow *window = window_support_open_record ();
  g_autofree char *path = window_support_path ("no/such/folder/a.checklist");
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  AdwMessageDialog *dialog = NULL;

  window_support_answer (window, TRUE);
  window_support_choose (nowhere);
  gtk_window_close (GTK_WINDOW (window));
  window_support_click ("Save");
  window_support_settle ();
  g_assert_true (app_support_wait (is_idle, window));
  dialog = window_support_wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The record is not saved");
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), !=, "");
  window_support_click ("Close");
  window_support_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (crit_session_is_modified (crit_window_get_session (window)));
  g_assert_null (crit_session_get_file (crit_window_get_session (window)));
  g_assert_true (window_support_is_enabled (window, "save"));
  window_support_close_all ();
}

static void
change_on_disk (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), "somebody else’s", -1, &error);
  g_assert_no_error (error);
}

static char *
read_file (GFile *file)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  return text;
}

static CritWindow *
open_in_conflict (GFile *file)
{
  CritWindow *window = window_support_open_record ();

  save (window, file);
  change_on_disk (file);
  window_support_answer (window, TRUE);
  window_support_activate (window, "save");
  return window;
}

static void
test_conflict_replace (void)
{
  g_autoptr (GFile) file = get_target ("replace.checklist");
  CritWindow *window = open_in_conflict (file);
  g_autofree char *text = NULL;

  window_support_click ("Replace the file");
  g_assert_true (app_support_wait (is_saved, window));
  text = read_file (file);
  g_assert_nonnull (strstr (text, "A-17"));
  window_support_close_all ();
}

static void
test_conflict_keep_both (void)
{
  g_autoptr (GFile) file = get_target ("theirs.checklist");
  g_autoptr (GFile) other = get_target ("ours.checklist");
  CritWindow *window = open_in_conflict (file);
  g_autofree char *text = NULL;

  window_support_choose (other);
  window_support_click ("Keep both");
  g_assert_true (app_support_wait (is_saved, window));
  text = read_file (file);
  g_assert_cmpstr (text, ==, "somebody else’s");
  g_assert_true (g_file_equal (crit_session_get_file (crit_window_get_session (window)), other));
  window_support_close_all ();
}

static void
test_conflict_cancel (void)
{
  g_autoptr (GFile) file = get_target ("cancel.checklist");
  CritWindow *window = open_in_conflict (file);
  g_autofree char *text = NULL;

  window_support_click ("Cancel");
  window_support_settle ();
  text = read_file (file);
  g_assert_cmpstr (text, ==, "somebody else’s");
  g_assert_true (crit_session_is_modified (crit_window_get_session (window)));
  window_support_close_all ();
}

static void
test_close_unchanged (void)
{
  CritWindow *window = window_support_open_record ();
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  window_support_assert_gone (&weak);
}

static void
test_close_cancel (void)
{
  CritWindow *window = window_support_open_record ();

  window_support_answer (window, TRUE);
  gtk_window_close (GTK_WINDOW (window));
  window_support_click ("Cancel");
  window_support_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  window_support_close_all ();
}

static void
test_close_discard (void)
{
  CritWindow *window = window_support_open_record ();
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  window_support_answer (window, TRUE);
  gtk_window_close (GTK_WINDOW (window));
  window_support_click ("Discard");
  window_support_assert_gone (&weak);
}

static void
test_close_save (void)
{
  CritWindow *window = window_support_open_record ();
  gpointer weak = window;
  g_autoptr (GFile) file = get_target ("closing.checklist");

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  window_support_answer (window, TRUE);
  window_support_choose (file);
  gtk_window_close (GTK_WINDOW (window));
  window_support_click ("Save");
  window_support_assert_gone (&weak);
  g_assert_true (g_file_query_exists (file, NULL));
}

static gboolean
has_forgotten (gpointer uri)
{
  return !gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri);
}

/* A file dialog puts what was chosen on the list that all programs share; it does not stay there. */
static void
test_recent (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  CritWindow *window = window_support_open_record ();
  g_autoptr (GFile) file = get_target ("recent.checklist");
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_item (manager, "file:///somebody/elses.txt");
  save (window, file);
  gtk_recent_manager_add_item (manager, uri);
  window_support_settle ();
  g_assert_true (app_support_wait (has_forgotten, uri));
  window_support_settle ();
  g_assert_true (gtk_recent_manager_has_item (manager, "file:///somebody/elses.txt"));
  window_support_close_all ();
}

/* Another program, or another person, saves the same record with another answer. */
static void
answer_on_disk (GFile *file, gboolean answer)
{
  const CritAnswer other = { .kind = CRIT_ANSWER_BOOLEAN, .boolean = answer };
  g_autoptr (CritDocument) document = crit_document_load (file);
  CritRecord *record = crit_document_get_record (document);
  g_autoptr (CritHistory) history = crit_history_new (record);
  CritPlace place = crit_place_of_question (
      crit_rules_find_question (crit_record_get_rules (record), "referred"));
  g_autoptr (GBytes) bytes = NULL;

  crit_history_set_answer (history, &place, &other);
  bytes = crit_record_write (record);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

/* Both are seen side by side; what is in the file can be taken, and undo brings back what was here. */
static void
test_conflict_take (void)
{
  g_autoptr (GFile) file = get_target ("take.checklist");
  CritWindow *window = window_support_open_record ();
  AdwMessageDialog *dialog = NULL;

  window_support_answer (window, FALSE);
  save (window, file);
  answer_on_disk (file, TRUE);
  window_support_activate (window, "undo");
  window_support_activate (window, "save");
  dialog = window_support_wait_for_dialog ();
  g_assert_nonnull (window_support_find_text (dialog, "Was there a referral?"));
  g_assert_nonnull (window_support_find_text (dialog, "In the file"));
  g_assert_nonnull (window_support_find_text (dialog, "Nothing"));
  g_assert_nonnull (window_support_find_text (dialog, "Yes"));
  /* Side by side, in a dialog that has room for both. */
  app_support_settle (GTK_WIDGET (dialog));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), >=, 500);
  window_support_click ("Take what is in the file");
  window_support_settle ();
  g_assert_true (get_answer (window));
  g_assert_false (crit_session_is_modified (crit_window_get_session (window)));

  window_support_activate (window, "undo");
  window_support_settle ();
  g_assert_true (crit_session_is_modified (crit_window_get_session (window)));
  g_assert_false (has_answer (window));
  window_support_activate (window, "save");
  g_assert_true (app_support_wait (is_saved, window));
  window_support_close_all ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/saving/round-trip", test_round_trip);
  g_test_add_func ("/saving/typing-while-saving", test_typing_while_saving);
  g_test_add_func ("/saving/cancelled-choice", test_cancelled_choice);
  g_test_add_func ("/saving/failure", test_failure);
  g_test_add_func ("/saving/conflict/replace", test_conflict_replace);
  g_test_add_func ("/saving/conflict-take", test_conflict_take);
  g_test_add_func ("/saving/conflict/keep-both", test_conflict_keep_both);
  g_test_add_func ("/saving/conflict/cancel", test_conflict_cancel);
  g_test_add_func ("/saving/close/unchanged", test_close_unchanged);
  g_test_add_func ("/saving/close/cancel", test_close_cancel);
  g_test_add_func ("/saving/close/discard", test_close_discard);
  g_test_add_func ("/saving/close/save", test_close_save);
  g_test_add_func ("/saving/recent", test_recent);
  return window_support_run ();
}
