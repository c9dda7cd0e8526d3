/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-support.h"

#include "crit-draft-keeper.h"
#include "store/crit-draft-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *folder;

static guint
count_files (const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ending);
  return n;
}

static gboolean
has_as_many (gpointer n)
{
  return count_files (".draft") == GPOINTER_TO_UINT (n);
}

static gboolean
has_no_lock (gpointer data)
{
  return count_files (".lock") == 0;
}

static void
wait_for_drafts (guint n)
{
  g_assert_true (app_support_wait (has_as_many, GUINT_TO_POINTER (n)));
}

/* The program is not in front: whoever turns away may not come back. */
static void
turn_away (CritWindow *window)
{
  g_object_notify (G_OBJECT (window), "is-active");
}

static CritWindow *
open_changed_record (void)
{
  CritWindow *window = window_support_open_record ();

  window_support_answer (window, TRUE);
  turn_away (window);
  wait_for_drafts (1);
  return window;
}

/* As if the program had ended: nobody was asked, and nobody holds the draft any more. */
static void
leave (void)
{
  window_support_close_all ();
  g_assert_true (app_support_wait (has_no_lock, NULL));
  wait_for_drafts (1);
}

static void
leave_draft_behind (void)
{
  open_changed_record ();
  leave ();
}

static gboolean
has_row (gpointer window)
{
  return window_support_find_text (window, "Draft of ") != NULL;
}

static gboolean
has_no_row (gpointer window)
{
  return !has_row (window);
}

static CritWindow *
open_start_with_draft (void)
{
  CritWindow *window = window_support_open_start ();

  g_assert_true (app_support_wait (has_row, window));
  return window;
}

static void
press (CritWindow *window, const char *id)
{
  GtkWidget *button = window_support_find (window, id);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_session (gpointer window)
{
  return crit_window_get_session (window) != NULL;
}

static CritWindow *
restore (void)
{
  CritWindow *window = open_start_with_draft ();

  press (window, "restore_button");
  g_assert_true (app_support_wait (has_session, window));
  return window;
}

static void
clean_up (void)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  window_support_close_all ();
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static gboolean
is_saved (gpointer window)
{
  CritSession *session = crit_window_get_session (window);

  return !crit_session_is_modified (session) && !crit_session_is_saving (session);
}

static void
save (CritWindow *window, GFile *file)
{
  window_support_choose (file);
  window_support_activate (window, "save");
  g_assert_true (app_support_wait (is_saved, window));
}

static GFile *
get_target (const char *name)
{
  g_autofree char *path = window_support_path (name);

  g_remove (path);
  return g_file_new_for_path (path);
}

static void
assert_modes (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GStatBuf status = { 0 };
  const char *name = NULL;

  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmphex (status.st_mode & 07777, ==, 0600);
      g_assert_null (strstr (name, "A-17"));
    }
}

/* There is a draft from the change on until the saved file was read back. */
static void
test_until_saved (void)
{
  g_autoptr (GFile) file = get_target ("until-saved.checklist");
  CritWindow *window = open_changed_record ();

  assert_modes ();
  save (window, file);
  wait_for_drafts (0);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_true (app_support_wait (has_no_lock, NULL));

  window_support_answer (window, FALSE);
  turn_away (window);
  wait_for_drafts (1);
  window_support_activate (window, "undo");
  wait_for_drafts (0);
  clean_up ();
}

/* Also when nobody turns away: two seconds after the last change. */
static void
test_after_a_pause (void)
{
  CritWindow *window = window_support_open_record ();
  gint64 begin = g_get_monotonic_time ();
  gint64 seconds = 0;

  window_support_answer (window, TRUE);
  wait_for_drafts (1);
  seconds = (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  g_assert_cmpint (seconds, >=, 1);
  g_assert_cmpint (seconds, <, 8);
  clean_up ();
}

static CritSession *
open_session (void)
{
  g_autoptr (GFile) file = window_support_write_rules ("rules.json");
  g_autoptr (CritDocument) document = crit_document_load (file);
  g_autoptr (CritRecord) record =
      crit_record_new (crit_document_get_rules (document), "A-17", (CritDate){ 2026, 11, 20 });

  return crit_session_new (record);
}

static gboolean
change_cb (gpointer session)
{
  static guint n = 0;
  g_autofree char *reference = g_strdup_printf ("A-%u", n++);

  crit_history_set_reference (crit_session_get_history (session), reference);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_idle (gpointer keeper)
{
  return !crit_draft_keeper_is_busy (keeper);
}

/* Who never pauses has a draft too: here the pause is longer than anybody waits. */
static void
test_without_a_pause (void)
{
  g_autoptr (CritSession) session = open_session ();
  g_autoptr (CritDraftKeeper) keeper =
      crit_draft_keeper_new (session, crit_draft_slot_new (folder));
  guint changes = 0;

  crit_draft_keeper_set_pace (keeper, 60 * 60 * 1000, 100);
  changes = g_timeout_add (5, change_cb, session);
  wait_for_drafts (1);
  g_source_remove (changes);
  crit_draft_keeper_discard (keeper);
  g_assert_true (app_support_wait (is_idle, keeper));
  wait_for_drafts (0);
  clean_up ();
}

/* What is restored is a draft and says so: it has changes that no file has. */
static void
test_restored (void)
{
  g_autoptr (GFile) file = get_target ("restored.checklist");
  g_autofree char *identity = NULL;
  CritWindow *window = NULL;

  leave_draft_behind ();
  window = restore ();
  g_object_get (crit_window_get_session (window), "subtitle", &identity, NULL);
  g_assert_cmpstr (identity, ==, "A-17 · 20 November 2026 · edited");
  g_assert_true (crit_session_is_modified (crit_window_get_session (window)));
  g_assert_null (crit_session_get_file (crit_window_get_session (window)));
  g_assert_cmpuint (count_files (".draft"), ==, 1);
  save (window, file);
  wait_for_drafts (0);
  clean_up ();
}

static void
leave_draft_of (GFile *file)
{
  CritWindow *window = window_support_open_record ();

  window_support_answer (window, FALSE);
  save (window, file);
  window_support_answer (window, TRUE);
  turn_away (window);
  wait_for_drafts (1);
  leave ();
}

/* Its changes go to the file they belong to, but never over what somebody else has written there. */
static void
test_restored_with_file (void)
{
  g_autoptr (GFile) file = get_target ("with-file.checklist");
  CritWindow *window = NULL;

  leave_draft_of (file);
  window = restore ();
  g_assert_true (g_file_equal (crit_session_get_file (crit_window_get_session (window)), file));
  window_support_write ("with-file.checklist", "somebody else’s");
  window_support_activate (window, "save");
  window_support_click ("Cancel");
  wait_for_drafts (1);
  window_support_activate (window, "save");
  window_support_click ("Replace the file");
  g_assert_true (app_support_wait (is_saved, window));
  wait_for_drafts (0);
  clean_up ();
}

static gboolean
is_modified (gpointer data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (window_support_application ()));
  CritSession *session = g_list_length (windows) == 1 && CRIT_IS_WINDOW (windows->data)
                             ? crit_window_get_session (windows->data)
                             : NULL;

  return session != NULL && crit_session_is_modified (session);
}

/* Nobody goes on from an older file without knowing that there is a draft. */
static void
test_file_with_draft (void)
{
  g_autoptr (GFile) file = get_target ("file-with-draft.checklist");
  CritWindow *window = NULL;
  AdwMessageDialog *dialog = NULL;

  leave_draft_of (file);
  window = window_support_open_file (file);
  dialog = window_support_wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "A draft of this record was found");
  window_support_click ("Show the file");
  g_assert_false (crit_session_is_modified (crit_window_get_session (window)));
  g_assert_cmpuint (count_files (".draft"), ==, 1);
  window_support_close_all ();

  window_support_open_file (file);
  window_support_wait_for_dialog ();
  window_support_click ("Restore the draft");
  g_assert_true (app_support_wait (is_modified, NULL));
  clean_up ();
}

static gboolean
can_undo (gpointer window)
{
  GtkWidget *button = window_support_find (window, "undo_button");

  return window_support_find_text (window, "Discarded. ") != NULL && button != NULL;
}

static void
test_discarded (void)
{
  g_autoptr (CritFoundDraft) found = NULL;
  CritWindow *window = NULL;
  GListModel *drafts = G_LIST_MODEL (crit_application_get_drafts (window_support_application ()));

  leave_draft_behind ();
  window = open_start_with_draft ();
  press (window, "discard_button");
  g_assert_true (app_support_wait (can_undo, window));
  wait_for_drafts (0);

  /* For the rest of the run, and whatever the start page does meanwhile. */
  window_support_activate (window, "new");
  crit_draft_list_refresh (CRIT_DRAFT_LIST (drafts));
  window_support_settle ();
  found = g_list_model_get_item (drafts, 0);
  g_assert_true (crit_found_draft_is_discarded (found));
  g_signal_emit_by_name (
      window_support_find (window_support_find (window, "drafts"), "undo_button"), "clicked");
  wait_for_drafts (1);
  leave ();

  window = restore ();
  g_assert_true (crit_session_is_modified (crit_window_get_session (window)));
  clean_up ();
}

/* Whoever closes a window and says that the changes are not wanted leaves no copy. */
static void
test_discarded_by_closing (void)
{
  CritWindow *window = open_changed_record ();
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  window_support_click ("Discard");
  window_support_assert_gone (&weak);
  wait_for_drafts (0);
  clean_up ();
}

/* A save that fails takes nothing away. */
static void
test_failed_save (void)
{
  g_autofree char *path = window_support_path ("no/such/folder/a.checklist");
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  CritWindow *window = open_changed_record ();

  window_support_choose (nowhere);
  window_support_activate (window, "save");
  window_support_click ("Close");
  g_assert_cmpuint (count_files (".draft"), ==, 1);
  g_assert_true (crit_session_is_modified (crit_window_get_session (window)));
  clean_up ();
}

/* What somebody works on is not offered to go on with. */
static void
test_held (void)
{
  CritWindow *start = NULL;
  GListModel *drafts = G_LIST_MODEL (crit_application_get_drafts (window_support_application ()));

  open_changed_record ();
  start = window_support_open_start ();
  crit_draft_list_refresh (CRIT_DRAFT_LIST (drafts));
  for (guint i = 0; i < 10; i++)
    {
      g_usleep (5000);
      window_support_settle ();
    }
  g_assert_cmpuint (g_list_model_get_n_items (drafts), ==, 0);
  g_assert_true (has_no_row (start));
  g_assert_false (gtk_widget_get_visible (window_support_find (start, "drafts_box")));
  clean_up ();
}

static void
change_draft (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = g_dir_read_name (dir);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, from, 2);
  g_assert_nonnull (parts[1]);
  changed = g_strjoinv (to, parts);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

static gboolean
says_damaged (gpointer window)
{
  return window_support_find_text (window, "1 draft cannot be read. It was not deleted") != NULL;
}

/* Said, set aside, and not in the way. */
static void
test_damaged (void)
{
  CritWindow *window = NULL;

  leave_draft_behind ();
  change_draft ("\"referred\": true", "\"referred\": fals");
  window = window_support_open_start ();
  g_assert_true (app_support_wait (says_damaged, window));
  g_assert_true (has_no_row (window));
  g_assert_cmpuint (count_files (".draft"), ==, 0);
  g_assert_cmpuint (count_files (".draft.damaged"), ==, 1);
  clean_up ();
}

/* The heading of one person over the record of another: neither is opened. */
static void
test_mixed_up (void)
{
  CritWindow *window = NULL;
  AdwMessageDialog *dialog = NULL;

  leave_draft_behind ();
  change_draft ("\"reference\":\"A-17\"", "\"reference\":\"B-99\"");
  window = open_start_with_draft ();
  press (window, "restore_button");
  dialog = window_support_wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The draft is not restored");
  window_support_click ("Close");
  g_assert_null (crit_window_get_session (window));
  g_assert_cmpuint (count_files (".draft"), ==, 1);
  clean_up ();
}

static gboolean
says_problem (gpointer window)
{
  return window_support_find_text (window, "No copy of your unsaved changes") != NULL;
}

static gboolean
says_no_problem (gpointer window)
{
  return !says_problem (window);
}

/* Said for as long as it is so, and no longer. */
static void
test_problem (void)
{
  CritWindow *window = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  window = window_support_open_record ();
  window_support_answer (window, TRUE);
  turn_away (window);
  g_assert_true (app_support_wait (says_problem, window));
  g_assert_cmpint (g_remove (folder), ==, 0);
  turn_away (window);
  g_assert_true (app_support_wait (says_no_problem, window));
  wait_for_drafts (1);
  clean_up ();
}

static void
look (const char *name, double text_size, GtkTextDirection direction)
{
  CritWindow *window = NULL;
  GtkWidget *page = NULL;
  int width = 0;

  app_support_set_text_size (text_size);
  gtk_widget_set_default_direction (direction);
  window = open_start_with_draft ();
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  app_support_settle (GTK_WIDGET (window));
  page = window_support_find (window, "start_page");
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  app_support_picture (GTK_WIDGET (window), name);
  window_support_close_all ();
}

/* In the narrowest window everything wraps, at one and a half times the size of text too, and from right to left. */
static void
test_narrow (void)
{
  leave_draft_behind ();
  look ("drafts-narrow", 1, GTK_TEXT_DIR_LTR);
  look ("drafts-large", 1.5, GTK_TEXT_DIR_LTR);
  look ("drafts-mirrored", 1, GTK_TEXT_DIR_RTL);
  app_support_set_text_size (1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  clean_up ();
}

int
main (int argc, char **argv)
{
  int result = 0;

  window_support_init (&argc, &argv);
  folder = crit_draft_folder_dup_path ();
  g_test_add_func ("/drafts/until-saved", test_until_saved);
  g_test_add_func ("/drafts/after-a-pause", test_after_a_pause);
  g_test_add_func ("/drafts/without-a-pause", test_without_a_pause);
  g_test_add_func ("/drafts/restored", test_restored);
  g_test_add_func ("/drafts/restored-with-file", test_restored_with_file);
  g_test_add_func ("/drafts/file-with-draft", test_file_with_draft);
  g_test_add_func ("/drafts/discarded", test_discarded);
  g_test_add_func ("/drafts/discarded-by-closing", test_discarded_by_closing);
  g_test_add_func ("/drafts/failed-save", test_failed_save);
  g_test_add_func ("/drafts/held", test_held);
  g_test_add_func ("/drafts/damaged", test_damaged);
  g_test_add_func ("/drafts/mixed-up", test_mixed_up);
  g_test_add_func ("/drafts/problem", test_problem);
  g_test_add_func ("/drafts/narrow", test_narrow);
  result = window_support_run ();
  g_free (folder);
  return result;
}
