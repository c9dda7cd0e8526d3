/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page of the whole window, at every width and text size: nothing is cut off, nothing is squeezed, the window is not
 * wider than it may be. With CRITERIA_PICTURES set to a folder, each is also written there: script/screenshots does. */

#include "config.h"

#include "crit-checklist-page.h"
#include "crit-criterion-row.h"
#include "looks-support.h"
#include "store/crit-draft-folder.h"
#include "store/crit-draft.h"
#include "window-support.h"

#include <glib/gstdio.h>

#define RULES "nhs-ketamine-infusion.json"
#define MORE_THAN_STEPS 20

static const char *example;

static GFile *
find_rules (void)
{
  return g_file_new_build_filename (g_getenv ("CRITERIA_RULES"), RULES, NULL);
}

/* --- The start page --- */

/* Whatever rules are installed on this computer. */
static CritWindow *
open_start (const char *folder)
{
  const char *const others[] = { NULL };
  g_autoptr (CritLibrary) library = crit_library_new_for_folders (folder, others);
  CritApplication *application = window_support_application ();
  CritWindow *window = crit_window_new (GTK_APPLICATION (application), library,
                                        crit_application_get_drafts (application));

  gtk_window_present (GTK_WINDOW (window));
  window_support_settle ();
  return window;
}

static void
show_start (const Look *look)
{
  CritWindow *window = open_start (g_getenv ("CRITERIA_RULES"));

  looks_support_fit (GTK_WINDOW (window), look);
  window_support_wait_for_text (window, "Ketamine infusion");
  looks_support_check (GTK_WINDOW (window), look, "start");
  window_support_close_all ();
}

/* As if the program had broken down that afternoon, while somebody worked on this record. */
static char *
leave_draft (void)
{
  g_autofree char *folder = crit_draft_folder_dup_path ();
  char *path = g_build_filename (folder, "3d2f0c1e-6a51-4c3b-9d5e-8f0a1b2c3d4e.draft", NULL);
  g_autoptr (GBytes) record = g_bytes_new_static ("{}", 2);
  const CritDraft draft = {
    .time = G_GINT64_CONSTANT (1795183320),
    .reference = (char *) "A-17",
    .rules_id = (char *) "nhs-ketamine-infusion",
    .rules_version = (char *) "2026.11.2",
    .rules_digest = (char *) "3f9a",
    .rules_title = (char *) "Ketamine infusion for depression: NHS-style criteria",
    .record = record,
  };
  g_autoptr (GBytes) text = crit_draft_write (&draft);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text),
                       &error);
  g_assert_no_error (error);
  return path;
}

static void
add_recent (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "Records", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  crit_recent_records_add (crit_application_get_recent (window_support_application ()), file);
}

/* Everything that the start page can offer. */
static void
show_busy_start (const Look *look)
{
  g_autofree char *draft = leave_draft ();
  CritWindow *window = NULL;

  add_recent ("A-12.checklist");
  add_recent ("A-15.checklist");
  window = open_start (g_getenv ("CRITERIA_RULES"));
  looks_support_fit (GTK_WINDOW (window), look);
  window_support_wait_for_text (window, "Draft of ");
  window_support_wait_for_text (window, "A-12.checklist");
  looks_support_check (GTK_WINDOW (window), look, "start-busy");
  window_support_close_all ();
  g_assert_cmpint (g_remove (draft), ==, 0);
}

/* Where there are no rules on the computer, the page says so and leads on. */
static void
show_no_rules (const Look *look)
{
  g_autofree char *folder = window_support_path ("nowhere");
  CritWindow *window = open_start (folder);

  looks_support_fit (GTK_WINDOW (window), look);
  window_support_wait_for_text (window, "No rules file was found");
  looks_support_check (GTK_WINDOW (window), look, "start-empty");
  window_support_close_all ();
}

static void
test_start (gconstpointer look)
{
  looks_support_begin (look);
  /* Where the last look opened something from says nothing about the page. */
  crit_recent_records_clear (crit_application_get_recent (window_support_application ()));
  show_no_rules (look);
  show_start (look);
  show_busy_start (look);
  looks_support_end ();
}

/* --- Before a record is open --- */

static void
test_new_record (gconstpointer look)
{
  g_autoptr (GFile) rules = find_rules ();
  CritWindow *window = NULL;

  looks_support_begin (look);
  window = window_support_open_file (rules);
  looks_support_fit (GTK_WINDOW (window), look);
  g_assert_cmpstr (window_support_page (window), ==, "new-record");
  /* Not the day of the test: a picture is the same every day. */
  gtk_editable_set_text (
      GTK_EDITABLE (window_support_find (window_support_find (window, "new_record_page"), "date")),
      "20 November 2026");
  looks_support_check (GTK_WINDOW (window), look, "new-record");
  window_support_close_all ();
  looks_support_end ();
}

static void
test_findings (gconstpointer look)
{
  g_autoptr (GFile) file = window_support_write_edition ("broken.json", "boolean", "bolean");
  CritWindow *window = NULL;

  looks_support_begin (look);
  window = window_support_open_file (file);
  looks_support_fit (GTK_WINDOW (window), look);
  g_assert_cmpstr (window_support_page (window), ==, "findings");
  looks_support_check (GTK_WINDOW (window), look, "findings");
  window_support_close_all ();
  looks_support_end ();
}

/* --- The checklist --- */

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

static GtkWidget *
get_page (CritWindow *window)
{
  return app_support_find_type (GTK_WIDGET (window), CRIT_TYPE_CHECKLIST_PAGE);
}

static void
go_to (CritWindow *window, const char *pointer)
{
  CritPlace place = app_support_place (crit_window_get_session (window), pointer);

  crit_session_go_to (crit_window_get_session (window), &place);
  app_support_settle (GTK_WIDGET (window));
}

static void
test_sections (gconstpointer look)
{
  CritWindow *window = open_example (look);

  looks_support_check (GTK_WINDOW (window), look, "checklist");
  gtk_widget_activate_action (get_page (window), "checklist.next", NULL);
  looks_support_check (GTK_WINDOW (window), look, "entries-folded");
  go_to (window, "antidepressants-tried/2/outcome");
  looks_support_check (GTK_WINDOW (window), look, "entry-unfolded");
  gtk_widget_activate_action (get_page (window), "checklist.show-sections", NULL);
  looks_support_check (GTK_WINDOW (window), look, "sections");
  window_support_close_all ();
  looks_support_end ();
}

static gboolean
has_source (GtkWidget *widget, gconstpointer data)
{
  return CRIT_IS_CRITERION_ROW (widget)
         && window_support_find_text (widget, "Not known yet") != NULL;
}

static void
scroll_to_top (GtkWidget *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds = { 0 };

  g_assert_true (gtk_widget_compute_bounds (row, scroller, &bounds));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y);
}

/* A criterion that is not known yet, with what is open as links; and its sources in a popover. */
static void
test_criteria (gconstpointer look)
{
  CritWindow *window = open_example (look);
  GtkWidget *row = NULL;
  GtkWidget *source = NULL;

  gtk_widget_activate_action (get_page (window), "checklist.show-criteria", NULL);
  app_support_settle (GTK_WIDGET (window));
  row = app_support_find (get_page (window), has_source, NULL);
  g_assert_nonnull (row);
  source = app_support_find_type (row, GTK_TYPE_MENU_BUTTON);
  gtk_widget_grab_focus (source);
  app_support_settle (GTK_WIDGET (window));
  scroll_to_top (row);
  looks_support_check (GTK_WINDOW (window), look, "criteria");
  gtk_menu_button_popup (GTK_MENU_BUTTON (source));
  looks_support_check (GTK_WINDOW (window), look, "source");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (source));
  window_support_close_all ();
  looks_support_end ();
}

static void
test_summary (gconstpointer look)
{
  CritWindow *window = open_example (look);

  for (guint i = 0; i < MORE_THAN_STEPS; i++)
    gtk_widget_activate_action (get_page (window), "checklist.next", NULL);
  looks_support_check (GTK_WINDOW (window), look, "summary");
  window_support_close_all ();
  looks_support_end ();
}

/* --- Records that are not as they should be --- */

/* The window says so for as long as the record is open; the dialog says it once, with what can be done. */
static void
show_sample (const Look *look, const char *name, const char *page)
{
  g_autofree char *dialog_page = g_strconcat (page, "-dialog", NULL);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "fuzz", "corpus", "record", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CritWindow *window = NULL;
  GtkWindow *dialog = NULL;

  window = window_support_open_file (file);
  looks_support_fit (GTK_WINDOW (window), look);
  looks_support_check (GTK_WINDOW (window), look, page);
  dialog = GTK_WINDOW (window_support_wait_for_dialog ());
  looks_support_fit_dialog (dialog, look);
  looks_support_check (dialog, look, dialog_page);
  gtk_window_destroy (dialog);
  window_support_close_all ();
}

static void
test_access (gconstpointer look)
{
  looks_support_begin (look);
  show_sample (look, "saved-newer-format.json", "newer-format");
  show_sample (look, "saved-suspect.json", "suspect");
  looks_support_end ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  example = argv[1];
  looks_support_add ("/every-page/start", test_start);
  looks_support_add ("/every-page/new-record", test_new_record);
  looks_support_add ("/every-page/findings", test_findings);
  looks_support_add ("/every-page/sections", test_sections);
  looks_support_add ("/every-page/criteria", test_criteria);
  looks_support_add ("/every-page/summary", test_summary);
  looks_support_add ("/every-page/access", test_access);
  return window_support_run ();
}
