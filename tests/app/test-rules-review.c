/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-support.h"

#include <glib/gstdio.h>

/* A criterion of the small rules file that no answers can meet. */
#define WHEN "\"when\": { \"answer\": \"referred\", \"is\": true }"
#define NEVER                                                                                      \
  "\"when\": { \"all\": [ { \"answer\": \"referred\", \"is\": true }, "                            \
  "{ \"answer\": \"referred\", \"is\": false } ] }"

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
begin (CritWindow *window)
{
  GtkWidget *page = window_support_find (window, "new_record_page");

  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "reference")), "A-17");
  g_signal_emit_by_name (window_support_find (page, "create"), "clicked");
  window_support_settle ();
}

/* What analysis finds out about a file that can be used is said before it is used, and wherever it is told about. */
static void
test_noticed (void)
{
  g_autoptr (GFile) file = window_support_write_edition ("never.json", WHEN, NEVER);
  CritWindow *window = window_support_open_file (file);
  GtkWidget *page = window_support_find (window, "new_record_page");
  GtkWindow *dialog = NULL;

  window_support_wait_for_text (page, "noticed in this rules file.");
  g_signal_emit_by_name (find_button (page, "Show what was noticed"), "clicked");
  dialog = window_support_find_dialog (window);
  g_assert_nonnull (window_support_find_text (dialog, "small:14:"));
  g_assert_nonnull (window_support_find_text (dialog, "[never-met]"));
  gtk_window_destroy (dialog);

  begin (window);
  window_support_activate (window, "about-rules");
  dialog = window_support_find_dialog (window);
  window_support_wait_for_text (dialog, "[never-met]");
  window_support_close_all ();
}

/* Of two files that are looked through the one chosen last is spoken of. */
static void
test_other_file (void)
{
  g_autoptr (GFile) file = window_support_write_edition ("never.json", WHEN, NEVER);
  g_autoptr (GFile) good = window_support_write_rules ("good.json");
  g_autoptr (CritDocument) document = crit_document_load (good);
  CritWindow *window = window_support_open_file (file);

  crit_window_show_document (window, document);
  begin (window);
  window_support_activate (window, "about-rules");
  window_support_wait_for_text (window_support_find_dialog (window), "Noticed in the rules file");
  g_assert_null (window_support_find_text (window_support_find_dialog (window), "[never-met]"));
  window_support_close_all ();
}

static gboolean
lists_added (gpointer window)
{
  return window_support_find_text (window_support_find (window, "rules"), "Small <b>") != NULL;
}

static CritDocument *
find_added (CritLibrary *library)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (CritDocument) document = g_list_model_get_item (G_LIST_MODEL (library), i);
      CritRules *rules = crit_document_get_rules (document);

      if (rules != NULL && g_str_equal (rules->id, "small"))
        return g_steal_pointer (&document);
    }
  g_assert_not_reached ();
}

static gboolean
is_loaded (gpointer library)
{
  return crit_library_is_loaded (library);
}

/* An added file is there in the next run too, whatever became of the one it was added from. While it is in use and goes
 * away, that is said. */
static void
test_added (void)
{
  CritWindow *window = window_support_open_start ();
  g_autoptr (GFile) file = window_support_write_rules ("to-stay.json");
  g_autoptr (CritLibrary) next_run = crit_library_new ();
  g_autoptr (CritDocument) added = NULL;

  window_support_choose (file);
  window_support_activate (window, "add-rules");
  g_assert_true (app_support_wait (lists_added, window));
  window_support_close_all ();
  g_assert_cmpint (g_remove (g_file_peek_path (file)), ==, 0);

  crit_library_refresh (next_run);
  g_assert_true (app_support_wait (is_loaded, next_run));
  added = find_added (next_run);
  window = window_support_open_file (crit_document_get_file (added));
  begin (window);
  g_assert_cmpint (g_remove (g_file_peek_path (crit_document_get_file (added))), ==, 0);
  window_support_wait_for_text (window, "The rules file is gone or cannot be read any more.");
  window_support_close_all ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/rules-review/noticed", test_noticed);
  g_test_add_func ("/rules-review/other-file", test_other_file);
  g_test_add_func ("/rules-review/added", test_added);
  return window_support_run ();
}
