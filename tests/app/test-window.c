/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-support.h"

#include "crit-shortcuts.h"
#include "screening/crit-status.h"

#define NARROWEST 360
#define ADDED "Small <b>&amp; _plain"

static GtkWidget *
get_rules_list (CritWindow *window)
{
  return window_support_find (window, "rules");
}

static gboolean
has_added (gpointer list)
{
  return window_support_find_text (list, ADDED) != NULL;
}

static void
test_start (void)
{
  CritWindow *window = window_support_open_start ();
  const char *const off[] = { "save", "save-as", "print", "save-pdf", "undo", "redo" };
  const char *const on[] = { "new", "open", "add-rules" };

  g_assert_cmpstr (window_support_page (window), ==, "start");
  g_assert_null (crit_window_get_session (window));
  g_assert_nonnull (window_support_find_text (window, crit_notice ()));
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    g_assert_false (window_support_is_enabled (window, off[i]));
  for (guint i = 0; i < G_N_ELEMENTS (on); i++)
    g_assert_true (window_support_is_enabled (window, on[i]));
  window_support_close_all ();
}

/* Rules are added, listed, chosen; a record begins. */
static void
test_add_rules (void)
{
  CritWindow *window = window_support_open_start ();
  g_autoptr (GFile) file = window_support_write_rules ("to-add.json");
  GtkWidget *list = get_rules_list (window);
  GtkWidget *row = NULL;

  window_support_choose (file);
  window_support_activate (window, "add-rules");
  g_assert_true (app_support_wait (has_added, list));
  window_support_settle ();
  g_assert_cmpstr (window_support_page (window), ==, "start");
  /* Rules that came with the program may stand in the list too. */
  row = gtk_widget_get_ancestor (window_support_find_text (list, ADDED), GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (window_support_find_text (row, "2026.1"));
  g_assert_nonnull (window_support_find_text (row, "draft"));

  gtk_widget_activate (row);
  window_support_settle ();
  g_assert_cmpstr (window_support_page (window), ==, "new-record");
  window_support_activate (window, "back");
  g_assert_cmpstr (window_support_page (window), ==, "start");
  window_support_close_all ();
}

static void
test_new_record (void)
{
  g_autoptr (GFile) file = window_support_write_rules ("small.json");
  CritWindow *window = window_support_open_file (file);
  GtkEditable *reference = GTK_EDITABLE (window_support_find (window, "reference"));
  GtkEditable *date = GTK_EDITABLE (window_support_find (window, "date"));
  GtkWidget *problem = window_support_find (window, "reference_problem");
  GtkWidget *create = window_support_find (window, "create");

  g_assert_cmpstr (window_support_page (window), ==, "new-record");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (reference)));

  g_signal_emit_by_name (create, "clicked");
  g_assert_null (crit_window_get_session (window));
  g_assert_true (gtk_widget_get_visible (problem));

  gtk_editable_set_text (reference, "943 476 5919");
  g_assert_nonnull (window_support_find_text (window, "NHS number"));
  gtk_editable_set_text (reference, "A-17");
  g_assert_false (gtk_widget_get_visible (problem));

  gtk_editable_set_text (date, "Nov 2026");
  g_signal_emit_by_name (create, "clicked");
  g_assert_null (crit_window_get_session (window));
  gtk_editable_set_text (date, "20/11/2026");
  g_signal_emit_by_name (reference, "activate");
  g_assert_nonnull (crit_window_get_session (window));
  g_assert_cmpstr (window_support_page (window), ==, "checklist");
  window_support_close_all ();
}

static void
test_record (void)
{
  CritWindow *window = window_support_open_record ();
  GtkWidget *title = window_support_find (window, "title");

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "A-17");
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), ==,
                   "A-17 · 20 November 2026");
  g_assert_nonnull (window_support_find_text (window, crit_notice ()));
  g_assert_nonnull (window_support_find_text (window, "Rules 2026.1 · review by 1 May 2999"));
  g_assert_true (window_support_is_enabled (window, "save"));
  g_assert_false (window_support_is_enabled (window, "undo"));

  window_support_answer (window, TRUE);
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), ==,
                   "A-17 · 20 November 2026 · edited");
  g_assert_true (window_support_is_enabled (window, "undo"));
  window_support_activate (window, "undo");
  g_assert_false (window_support_is_enabled (window, "undo"));
  g_assert_true (window_support_is_enabled (window, "redo"));
  g_assert_false (crit_session_is_modified (crit_window_get_session (window)));
  window_support_close_all ();
}

typedef struct
{
  CritWindow *window;
  const char *page;
} Expected;

static gboolean
has_page_elsewhere (gpointer data)
{
  Expected *expected = data;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (window_support_application ()));
       l != NULL; l = l->next)
    if (CRIT_IS_WINDOW (l->data) && l->data != expected->window
        && g_strcmp0 (window_support_page (l->data), expected->page) == 0)
      return TRUE;
  return FALSE;
}

/* Whatever is wrong with a file that is opened, the open record is not touched, and what is wrong is said elsewhere. */
static void
test_bad_files (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } files[] = {
    { "truncated.json", "{ \"format\": \"criteria-rules/1\"," },
    { "truncated.checklist", "{ \"format\": \"criteria-record/1\"," },
    { "empty.checklist", "" },
    { "newer.checklist", "{ \"format\": \"criteria-record/9\" }" },
    { "binary.json", "\x01\x02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      CritWindow *window = window_support_open_record ();
      CritSession *session = crit_window_get_session (window);
      g_autoptr (GFile) file = window_support_write (files[i].name, files[i].text);
      Expected expected = { window, "findings" };

      window_support_answer (window, TRUE);
      crit_application_open_file (window_support_application (), file, window);
      g_assert_true (app_support_wait (has_page_elsewhere, &expected));
      g_assert_true (crit_window_get_session (window) == session);
      g_assert_cmpstr (window_support_page (window), ==, "checklist");
      g_assert_true (crit_session_is_modified (session));
      window_support_close_all ();
    }
}

static guint
count_pages (const char *page)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (window_support_application ()));
       l != NULL; l = l->next)
    if (CRIT_IS_WINDOW (l->data) && g_strcmp0 (window_support_page (l->data), page) == 0)
      n++;
  return n;
}

static gboolean
has_all_open (gpointer data)
{
  return count_pages ("findings") == 2 && count_pages ("checklist") == 1;
}

/* Of several files each has a window: what is wrong with one is not swept away by the next. */
static void
test_several_files (void)
{
  CritWindow *window = window_support_open_record ();
  g_autofree char *path = window_support_path ("several.checklist");
  g_autoptr (GFile) good = g_file_new_for_path (path);
  g_autoptr (GFile) empty = window_support_write ("empty.checklist", "");
  g_autoptr (GFile) binary = window_support_write ("binary.json", "\x01\x02");

  window_support_choose (good);
  window_support_activate (window, "save");
  while (crit_session_is_modified (crit_window_get_session (window))
         || crit_session_get_file (crit_window_get_session (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_support_close_all ();

  crit_application_open_file (window_support_application (), empty, NULL);
  crit_application_open_file (window_support_application (), binary, NULL);
  crit_application_open_file (window_support_application (), good, NULL);
  g_assert_true (app_support_wait (has_all_open, NULL));
  window_support_close_all ();
}

/* Enter chooses the first criteria at once. */
static void
test_start_focus (void)
{
  CritWindow *window = window_support_open_start ();
  g_autoptr (GFile) file = window_support_write_rules ("to-focus.json");
  GtkWidget *list = get_rules_list (window);
  GtkWidget *focus = NULL;

  window_support_choose (file);
  window_support_activate (window, "add-rules");
  g_assert_true (app_support_wait (has_added, list));
  window_support_close_all ();

  window = window_support_open_start ();
  list = get_rules_list (window);
  g_assert_true (app_support_wait (has_added, list));
  window_support_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (focus == GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
  window_support_close_all ();
}

/* A new record is ready to be answered: the keyboard is at the first answer, not at what stands beside it. */
static void
test_record_focus (void)
{
  g_autoptr (GFile) file = window_support_write_rules ("small.json");
  CritWindow *window = window_support_open_file (file);
  GtkWidget *page = window_support_find (window, "new_record_page");
  GtkWidget *focus = NULL;

  gtk_widget_grab_focus (window_support_find (page, "reference"));
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "reference")), "A-17");
  g_signal_emit_by_name (window_support_find (page, "reference"), "activate");
  window_support_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_CHECK_BUTTON (focus));
  g_assert_nonnull (window_support_find_text (focus, "Yes"));
  window_support_close_all ();
}

static void
test_details (void)
{
  CritWindow *window = window_support_open_record ();
  CritRecord *record = crit_session_get_record (crit_window_get_session (window));
  g_autofree char *long_text = NULL;
  GtkWindow *dialog = NULL;

  g_signal_emit_by_name (window_support_find (window, "title_button"), "clicked");
  dialog = window_support_find_dialog (window);
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (dialog, "reference")), " ");
  g_signal_emit_by_name (window_support_find (dialog, "apply"), "clicked");
  g_assert_nonnull (window_support_find_text (dialog, "Give a reference"));
  g_assert_false (window_support_is_enabled (window, "undo"));

  long_text = g_strnfill (101, 'x');
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (dialog, "reference")), long_text);
  g_signal_emit_by_name (window_support_find (dialog, "apply"), "clicked");
  g_assert_nonnull (window_support_find_text (dialog, "too long for a reference"));
  g_assert_false (window_support_is_enabled (window, "undo"));

  gtk_editable_set_text (GTK_EDITABLE (window_support_find (dialog, "reference")), "B-18");
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (dialog, "completed_by")), "Dr Example");
  g_signal_emit_by_name (window_support_find (dialog, "apply"), "clicked");
  window_support_settle ();
  g_assert_cmpstr (crit_record_get_reference (record), ==, "B-18");
  g_assert_cmpstr (crit_record_get_completed_by (record), ==, "Dr Example");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "B-18");

  window_support_activate (window, "undo");
  window_support_activate (window, "undo");
  g_assert_cmpstr (crit_record_get_reference (record), ==, "A-17");
  g_assert_null (crit_record_get_completed_by (record));
  g_assert_false (window_support_is_enabled (window, "undo"));
  window_support_close_all ();
}

static void
test_about_rules (void)
{
  CritWindow *window = window_support_open_record ();
  GtkWindow *dialog = NULL;

  window_support_activate (window, "about-rules");
  dialog = window_support_find_dialog (window);
  g_assert_nonnull (window_support_find_text (dialog, ADDED));
  g_assert_nonnull (window_support_find_text (dialog, "2026.1"));
  g_assert_nonnull (window_support_find_text (dialog, "1 May 2999"));
  g_assert_nonnull (window_support_find_text (dialog, "These rules are a draft."));
  g_assert_nonnull (window_support_find_text (dialog, "2 of 2 passed"));
  g_assert_nonnull (window_support_find_text (dialog, "A publisher"));
  g_assert_nonnull (window_support_find_text (dialog, "Digest of the rules"));
  window_support_close_all ();
}

static void
test_missing_file (void)
{
  g_autofree char *path = window_support_path ("nowhere.checklist");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CritWindow *window = window_support_open_file (file);

  g_assert_cmpstr (window_support_page (window), ==, "findings");
  g_assert_nonnull (window_support_find_text (window, "cannot be read"));
  g_assert_true (window_support_is_enabled (window, "back"));
  g_assert_true (window_support_is_enabled (window, "open"));
  window_support_close_all ();
}

static CritWindow *
show_damaged (void)
{
  g_autoptr (GFile) file = window_support_write ("wrong <i>.json", "{\n  \"format\": 010\n}");

  return window_support_open_file (file);
}

static void
test_findings (void)
{
  CritWindow *window = show_damaged ();

  g_assert_cmpstr (window_support_page (window), ==, "findings");
  g_assert_nonnull (window_support_find_text (window, "“wrong <i>.json”"));
  g_assert_nonnull (window_support_find_text (window, "Line 2, column "));
  g_assert_nonnull (window_support_find_text (window, crit_notice ()));
  window_support_close_all ();
}

/* A record is open once: opening its file again shows its window. */
static void
test_one_window_a_record (void)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = window_support_path ("once.checklist");
  CritWindow *window = window_support_open_record ();
  GtkApplication *application = GTK_APPLICATION (window_support_application ());

  file = g_file_new_for_path (path);
  window_support_choose (file);
  window_support_activate (window, "save");
  while (crit_session_get_file (crit_window_get_session (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  crit_application_open_file (CRIT_APPLICATION (application), file, NULL);
  window_support_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);

  window_support_activate (window, "new");
  window_support_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
  g_assert_nonnull (crit_window_get_session (window));
  window_support_close_all ();
}

static void
assert_named (GtkWidget *root, const char *id, const char *name)
{
  GtkWidget *widget = window_support_find (root, id);

  g_assert_nonnull (widget);
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_names (void)
{
  CritWindow *window = window_support_open_record ();
  GtkWidget *root = GTK_WIDGET (window);

  assert_named (root, "undo_button", "Undo");
  assert_named (root, "redo_button", "Redo");
  assert_named (root, "print_button", "Print the summary");
  assert_named (root, "menu_button", "Main menu");
  assert_named (root, "back_button", "Back to the start page");
  window_support_answer (window, TRUE);
  g_assert_true (g_str_has_prefix (
      gtk_widget_get_tooltip_text (window_support_find (window, "undo_button")), "Undo: Answer"));
  window_support_close_all ();
}

static void
assert_fits (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);
}

/* Each page can be as narrow as a telephone, also with large text. */
static void
test_narrow (void)
{
  static const double sizes[] = { 1.0, 1.5 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CritWindow *window = NULL;

      app_support_set_text_size (sizes[i]);
      window = window_support_open_record ();
      assert_fits (window_support_find (window, "start_page"));
      assert_fits (window_support_find (window, "new_record_page"));
      assert_fits (window_support_find (window, "notice_bar"));
      assert_fits (window_support_find (show_damaged (), "findings_page"));
      window_support_close_all ();
    }
  app_support_set_text_size (1.0);
}

/* Where the header has no room for it, whose record it is still stands somewhere whole. */
static void
test_narrow_identity (void)
{
  CritWindow *window = window_support_open_start ();

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  window_support_settle ();
  gtk_window_close (GTK_WINDOW (window));
  window_support_settle ();
  window = window_support_open_record ();
  g_assert_nonnull (window_support_find_text (window_support_find (window, "notice_bar"),
                                              "A-17 · 20 November 2026"));
  window_support_answer (window, TRUE);
  g_assert_nonnull (window_support_find_text (window_support_find (window, "notice_bar"),
                                              "A-17 · 20 November 2026 · edited"));
  g_assert_false (gtk_widget_get_visible (window_support_find (window, "title_button")));
  g_assert_true (gtk_widget_get_mapped (window_support_find (window, "undo_button")));
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  window_support_close_all ();
}

static void
test_remembers_size (void)
{
  CritWindow *window = window_support_open_start ();
  int width = 0;
  int height = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 777, 555);
  window_support_settle ();
  gtk_window_close (GTK_WINDOW (window));
  window_support_settle ();
  window = window_support_open_start ();
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 777);
  g_assert_cmpint (height, ==, 555);
  window_support_close_all ();
}

static gboolean
has_action (CritWindow *window, const char *name)
{
  if (g_str_has_prefix (name, "win."))
    return g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win."));
  if (g_str_has_prefix (name, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (window_support_application ()),
                                      name + strlen ("app."));
  return g_str_equal (name, "window.close");
}

static void
test_shortcuts (void)
{
  CritWindow *window = window_support_open_start ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_shortcuts = 0;
  const CritShortcut *shortcuts = crit_shortcuts_get (&n_shortcuts);
  GtkWindow *list = NULL;

  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_assert_true (shortcuts[i].action == NULL || has_action (window, shortcuts[i].action));
      for (guint j = 0; shortcuts[i].accels[j] != NULL; j++)
        {
          guint key = 0;
          GdkModifierType modifiers = 0;

          g_assert_true (gtk_accelerator_parse (shortcuts[i].accels[j], &key, &modifiers));
          g_assert_true (g_hash_table_add (seen, (gpointer) shortcuts[i].accels[j]));
        }
    }
  list = crit_shortcuts_window_new (GTK_WINDOW (window));
  gtk_window_present (list);
  window_support_settle ();
  g_assert_nonnull (window_support_find_text (list, "Save the summary as PDF"));
  g_assert_nonnull (window_support_find_text (list, "Next question"));
  gtk_window_destroy (list);
  window_support_close_all ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/add-rules", test_add_rules);
  g_test_add_func ("/window/new-record", test_new_record);
  g_test_add_func ("/window/record", test_record);
  g_test_add_func ("/window/bad-files", test_bad_files);
  g_test_add_func ("/window/several-files", test_several_files);
  g_test_add_func ("/window/start-focus", test_start_focus);
  g_test_add_func ("/window/record-focus", test_record_focus);
  g_test_add_func ("/window/details", test_details);
  g_test_add_func ("/window/about-rules", test_about_rules);
  g_test_add_func ("/window/missing-file", test_missing_file);
  g_test_add_func ("/window/findings", test_findings);
  g_test_add_func ("/window/one-window-a-record", test_one_window_a_record);
  g_test_add_func ("/window/names", test_names);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/narrow-identity", test_narrow_identity);
  g_test_add_func ("/window/remembers-size", test_remembers_size);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  return window_support_run ();
}
