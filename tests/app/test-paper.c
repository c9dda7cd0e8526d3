/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-support.h"

#include "crit-paper.h"
#include "crit-print.h"
#include "crit-thumbnails.h"

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
exists (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
assert_is_pdf (GFile *file)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (text, "%PDF"));
}

static void
test_pdf (void)
{
  CritWindow *window = window_support_open_record ();
  g_autoptr (GFile) file = get_target ("summary.pdf");
  GStatBuf status;

  window_support_choose (file);
  window_support_activate (window, "save-pdf");
  g_assert_true (app_support_wait (exists, file));
  window_support_settle ();
  assert_is_pdf (file);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  window_support_close_all ();
}

static void
test_html (void)
{
  CritWindow *window = window_support_open_record ();
  g_autoptr (GFile) file = get_target ("summary.html");
  g_autofree char *text = NULL;

  window_support_choose (file);
  window_support_activate (window, "save-html");
  g_assert_true (app_support_wait (exists, file));
  window_support_settle ();
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  g_assert_true (g_str_has_suffix (text, "</html>\n"));
  window_support_close_all ();
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
has_text (gpointer text)
{
  return *(char **) text != NULL;
}

static void
test_copy (void)
{
  CritWindow *window = window_support_open_record ();
  char *text = NULL;

  window_support_activate (window, "copy-text");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, text_read_cb,
                                 &text);
  g_assert_true (app_support_wait (has_text, &text));
  g_assert_true (g_str_has_prefix (text, "Checklist summary\n"));
  g_assert_nonnull (strstr (text, "This is not a clinical decision."));
  g_free (text);
  window_support_close_all ();
}

static guint
count_papers (GtkWidget *root)
{
  guint n = CRIT_IS_PAPER (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_papers (child);
  return n;
}

static GtkWidget *
find_class (GtkWidget *root, const char *class)
{
  if (gtk_widget_has_css_class (root, class))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
chosen_cb (CritThumbnails *thumbnails, guint page, guint *chosen)
{
  *chosen = page;
}

/* One small page for each, which leads to it; the one that is looked at is marked. */
static void
test_thumbnails (void)
{
  CritWindow *window = window_support_open_record ();
  g_autoptr (CritPages) pages = crit_print_create_pages (crit_window_get_session (window),
                                                         CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  CritThumbnails *thumbnails = g_object_ref_sink (g_object_new (CRIT_TYPE_THUMBNAILS, NULL));
  GtkWidget *button = NULL;
  guint chosen = G_MAXUINT;

  g_assert_cmpuint (crit_pages_get_count (pages), >, 1);
  g_signal_connect (thumbnails, "chosen", G_CALLBACK (chosen_cb), &chosen);
  crit_thumbnails_set_pages (thumbnails, pages);
  g_assert_cmpuint (count_papers (GTK_WIDGET (thumbnails)), ==, crit_pages_get_count (pages));
  crit_thumbnails_set_current (thumbnails, 1);
  button = find_class (GTK_WIDGET (thumbnails), "current");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (chosen, ==, 1);
  crit_thumbnails_set_pages (thumbnails, NULL);
  g_assert_cmpuint (count_papers (GTK_WIDGET (thumbnails)), ==, 0);
  g_object_unref (thumbnails);
  window_support_close_all ();
}

static void
test_pdf_failure (void)
{
  CritWindow *window = window_support_open_record ();
  g_autofree char *path = window_support_path ("no/such/folder/a.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwMessageDialog *dialog = NULL;

  window_support_choose (file);
  window_support_activate (window, "save-pdf");
  dialog = window_support_wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The summary is not saved");
  window_support_close_all ();
}

/* The print operation draws our pages on the paper it is given; exporting is printing without a printer. */
static void
test_print (void)
{
  CritWindow *window = window_support_open_record ();
  CritSession *session = crit_window_get_session (window);
  g_autoptr (GtkPrintOperation) operation = crit_print_operation_new (session);
  g_autoptr (GFile) file = get_target ("printed.pdf");
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  g_autoptr (CritPages) pages =
      crit_print_create_pages (session, CRIT_PAPER_LETTER_WIDTH, CRIT_PAPER_LETTER_HEIGHT);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  int n_pages = 0;

  gtk_page_setup_set_paper_size (setup, letter);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "job-name", &name, "n-pages", &n_pages, NULL);
  g_assert_cmpstr (name, ==, "Checklist summary");
  g_assert_cmpint (n_pages, ==, crit_pages_get_count (pages));
  assert_is_pdf (file);
  window_support_close_all ();
}

/* The last step shows every page, follows the record, and names what is still open. */
static void
test_summary_step (void)
{
  CritWindow *window = window_support_open_record ();
  g_autoptr (CritPages) pages = crit_print_create_pages (crit_window_get_session (window),
                                                         CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  GtkWidget *paper = NULL;

  window_support_activate (window, "next-step");
  window_support_settle ();
  g_assert_cmpuint (count_papers (window_support_find (window, "papers")), ==,
                    crit_pages_get_count (pages));
  g_assert_nonnull (window_support_find_text (window, "1 open answer"));
  paper = gtk_widget_get_first_child (window_support_find (window, "papers"));
  gtk_test_accessible_assert_role (paper, GTK_ACCESSIBLE_ROLE_IMG);

  window_support_answer (window, TRUE);
  window_support_settle ();
  g_assert_null (window_support_find_text (window, "1 open answer"));
  window_support_activate (window, "previous-step");
  window_support_answer (window, FALSE);
  window_support_close_all ();
}

static gboolean
is_saved (gpointer window)
{
  CritSession *session = crit_window_get_session (window);

  return !crit_session_is_saving (session) && crit_session_get_file (session) != NULL;
}

/* Before printing one sees what was changed since the record was saved, and gets back to it. */
static void
test_changes_are_listed (void)
{
  CritWindow *window = window_support_open_record ();
  g_autoptr (GFile) file = get_target ("changes.checklist");

  window_support_choose (file);
  window_support_activate (window, "save-as");
  g_assert_true (app_support_wait (is_saved, window));
  window_support_activate (window, "next-step");
  window_support_settle ();
  g_assert_null (window_support_find_text (window, "since the record was saved"));

  window_support_answer (window, TRUE);
  window_support_settle ();
  g_assert_nonnull (window_support_find_text (window, "1 change since the record was saved"));
  window_support_activate (window, "undo");
  window_support_settle ();
  g_assert_null (window_support_find_text (window, "since the record was saved"));
  window_support_close_all ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/paper/pdf", test_pdf);
  g_test_add_func ("/paper/html", test_html);
  g_test_add_func ("/paper/copy", test_copy);
  g_test_add_func ("/paper/thumbnails", test_thumbnails);
  g_test_add_func ("/paper/pdf-failure", test_pdf_failure);
  g_test_add_func ("/paper/print", test_print);
  g_test_add_func ("/paper/summary-step", test_summary_step);
  g_test_add_func ("/paper/changes-are-listed", test_changes_are_listed);
  return window_support_run ();
}
