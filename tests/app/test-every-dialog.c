/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every window that stands before the window of a record, and every notice that comes by itself, at every width and text
 * size, as test-every-page does for the pages. */

#include "config.h"

#include "crit-compare-dialog.h"
#include "crit-tick.h"
#include "looks-support.h"
#include "window-support.h"

#include <glib/gstdio.h>

#define NAME "watched.json"

static const char *example;

static CritWindow *
open_example (const Look *look)
{
  g_autoptr (GFile) file = g_file_new_for_path (example);
  CritWindow *window = NULL;

  looks_support_begin (look);
  window = window_support_open_file (file);
  looks_support_fit (GTK_WINDOW (window), look);
  return window;
}

static void
close_example (void)
{
  window_support_close_all ();
  looks_support_end ();
}

static void
check_dialog (CritWindow *window, const Look *look, const char *page)
{
  GtkWindow *dialog = window_support_find_dialog (window);

  looks_support_fit_dialog (dialog, look);
  looks_support_check (dialog, look, page);
  gtk_window_destroy (dialog);
}

static void
test_reading (gconstpointer look)
{
  CritWindow *window = open_example (look);
  GActionGroup *application = G_ACTION_GROUP (window_support_application ());

  window_support_activate (window, "details");
  check_dialog (window, look, "details");
  window_support_activate (window, "about-rules");
  check_dialog (window, look, "about-criteria");
  g_action_group_activate_action (application, "help", NULL);
  check_dialog (window, look, "help");
  g_action_group_activate_action (application, "about", NULL);
  check_dialog (window, look, "about");
  g_action_group_activate_action (application, "shortcuts", NULL);
  check_dialog (window, look, "shortcuts");
  close_example ();
}

/* --- Other rules --- */

/* As the example's rules were a year ago: younger people were taken, and no outcome was asked of a trial. */
static GFile *
write_other_rules (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("CRITERIA_RULES"), "nhs-ketamine-infusion.json", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  text = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (text, "2026.11.2", "2027.1.1", 0), >, 0);
  g_assert_cmpuint (g_string_replace (text, "\"at-least\": 2,", "\"at-least\": 3,", 0), >, 0);
  return window_support_write ("other.json", text->str);
}

static void
test_compare (gconstpointer look)
{
  CritWindow *window = open_example (look);
  g_autoptr (GFile) other = write_other_rules ();
  const char *const others[] = { NULL };
  g_autoptr (CritLibrary) library =
      crit_library_new_for_folders (g_getenv ("CRITERIA_RULES"), others);
  CritRecord *record = crit_session_get_record (crit_window_get_session (window));
  GtkWindow *dialog = crit_compare_dialog_new (GTK_WINDOW (window), library, record);
  GtkWidget *today = window_support_find (dialog, "today");

  crit_library_refresh (library);
  gtk_window_present (dialog);
  window_support_wait_for_text (dialog, "Esketamine");
  /* Whenever the picture is made, it is the same. */
  crit_tick_set_text (CRIT_TICK (today), "Look at the record as of today, 20 November 2027, "
                                         "not as of 20 November 2026");
  gtk_widget_set_visible (today, TRUE);
  looks_support_fit_dialog (dialog, look);
  looks_support_check (dialog, look, "compare-choose");
  window_support_choose (other);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "compare.choose-file", NULL);
  window_support_wait_for_text (dialog, "differ");
  looks_support_check (dialog, look, "compare-result");
  gtk_window_destroy (dialog);
  close_example ();
}

static CritWindow *
open_watched (const Look *look)
{
  g_autoptr (GFile) file = window_support_write_rules (NAME);
  CritWindow *window = NULL;
  GtkWidget *page = NULL;

  looks_support_begin (look);
  window = window_support_open_file (file);
  page = window_support_find (window, "new_record_page");
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "reference")), "A-17");
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "date")), "20 Nov 2026");
  g_signal_emit_by_name (window_support_find (page, "create"), "clicked");
  looks_support_fit (GTK_WINDOW (window), look);
  return window;
}

/* The rules file was changed while it was in use: what became of the answers, and what can be done. */
static void
test_rules_notice (gconstpointer look)
{
  CritWindow *window = open_watched (look);
  g_autoptr (GFile) changed = NULL;
  g_autoptr (GFile) broken = NULL;

  window_support_answer (window, TRUE);
  changed = window_support_write_edition (NAME, "referred", "sent");
  window_support_wait_for_text (window, "The rules have changed");
  looks_support_check (GTK_WINDOW (window), look, "rules-changed");
  broken = window_support_write_edition (NAME, "\"status\": \"draft\",", "\"status\": \"draft\"");
  window_support_wait_for_text (window, "cannot be used");
  looks_support_check (GTK_WINDOW (window), look, "rules-broken");
  close_example ();
}

/* --- Another program has changed the file --- */

static gboolean
is_saved (gpointer window)
{
  CritSession *session = crit_window_get_session (window);

  return !crit_session_is_saving (session) && !crit_session_is_modified (session);
}

static CritWindow *
open_copy (const char *path, const Look *look)
{
  g_autoptr (GFile) from = g_file_new_for_path (example);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  CritWindow *window = NULL;

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  looks_support_begin (look);
  window = window_support_open_file (to);
  looks_support_fit (GTK_WINDOW (window), look);
  return window;
}

static void
answer (CritWindow *window, const char *pointer, CritAnswer answer)
{
  CritSession *session = crit_window_get_session (window);
  CritPlace place = app_support_place (session, pointer);

  crit_history_set_answer (crit_session_get_history (session), &place, &answer);
}

/* Two people work on one file, and the second to save it is asked. */
static void
test_conflict (gconstpointer data)
{
  const Look *look = data;
  /* A draft of what is left unsaved here would be found by the next look. */
  g_autofree char *name = g_strdup_printf ("shared-%s.checklist", look->name);
  g_autofree char *path = window_support_path (name);
  CritWindow *window = open_copy (path, look);
  CritWindow *other = open_copy (path, look);
  AdwMessageDialog *dialog = NULL;

  answer (other, "antidepressants-tried/2/adequate-dose",
          (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  answer (other, "current-depression",
          (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = FALSE });
  window_support_activate (other, "save");
  g_assert_true (app_support_wait (is_saved, other));
  answer (window, "antidepressants-tried/2/adequate-dose",
          (CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN, .unknown = CRIT_UNKNOWN_AWAITING });
  window_support_activate (window, "save");
  dialog = window_support_wait_for_dialog ();
  looks_support_check (GTK_WINDOW (dialog), look, "conflict");
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_example ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  example = argv[1];
  looks_support_add ("/every-dialog/reading", test_reading);
  looks_support_add ("/every-dialog/compare", test_compare);
  looks_support_add ("/every-dialog/rules-notice", test_rules_notice);
  looks_support_add ("/every-dialog/conflict", test_conflict);
  return window_support_run ();
}
