/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page of the whole window, at every width and text size: nothing is cut off, nothing is squeezed, the window is not
 * wider than it may be. With CRITERIA_PICTURES set to a folder, each is also written there: script/screenshots does. */

#include "config.h"

#include "crit-checklist-page.h"
#include "crit-criterion-row.h"
#include "looks-support.h"
#include "window-support.h"

#define RULES "nhs-ketamine-infusion.json"
#define MORE_THAN_STEPS 20
#define MOST_TRIES 20

static const Look looks[] = {
  { "light", 1200, 800, 1, FALSE, FALSE },
  { "dark", 1200, 800, 1, TRUE, FALSE },
  { "narrow", 360, 720, 1, FALSE, FALSE },
  { "narrow-large-text", 360, 720, 1.5, FALSE, FALSE },
  { "large-text", 1200, 800, 1.5, FALSE, FALSE },
  { "mirrored", 1200, 800, 1, FALSE, TRUE },
};

static const char *example;

static GFile *
find_rules (void)
{
  return g_file_new_build_filename (g_getenv ("CRITERIA_RULES"), RULES, NULL);
}

/* As if it was added by hand: the start page then has something to offer. */
static void
add_rules (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "criteria", "rules", NULL);
  g_autoptr (GFile) file = find_rules ();
  g_autoptr (GFile) copy = g_file_new_build_filename (folder, RULES, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_copy (file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  GtkWidget *window;
  int width;
} Awaited;

static gboolean
is_as_wide (gpointer data)
{
  Awaited *awaited = data;

  return gtk_widget_get_width (awaited->window) == awaited->width;
}

/* Without a compositor the frame takes some of the size, and what changes with the width may take some more. */
static void
resize (CritWindow *window, const Look *look)
{
  Awaited awaited = { GTK_WIDGET (window), look->width };

  for (guint i = 0; i < MOST_TRIES && !is_as_wide (&awaited); i++)
    {
      int frame = 0;
      int width = 0;
      int height = 0;

      gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
      frame = MAX (0, width - gtk_widget_get_width (awaited.window));
      gtk_window_set_default_size (GTK_WINDOW (window), look->width + frame, look->height + frame);
      app_support_settle (awaited.window);
    }
  g_assert_cmpint (gtk_widget_get_width (awaited.window), ==, look->width);
}

static void
check (CritWindow *window, const Look *look, const char *page)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", page, look->name);

  app_support_settle (GTK_WIDGET (window));
  /* What follows from the width, such as a bar that now wraps, is laid out after it. */
  app_support_settle (GTK_WIDGET (window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, look->width);
  looks_support_check_texts (GTK_WIDGET (window), name);
  app_support_picture (GTK_WIDGET (window), name);
}

static void
show_start (const Look *look)
{
  CritWindow *window = window_support_open_start ();

  resize (window, look);
  window_support_wait_for_text (window, "Ketamine infusion");
  check (window, look, "start");
  window_support_close_all ();
}

static void
show_new_record (const Look *look)
{
  g_autoptr (GFile) rules = find_rules ();
  CritWindow *window = window_support_open_file (rules);

  resize (window, look);
  g_assert_cmpstr (window_support_page (window), ==, "new-record");
  /* Not the day of the test: a picture is the same every day. */
  gtk_editable_set_text (
      GTK_EDITABLE (window_support_find (window_support_find (window, "new_record_page"), "date")),
      "20 November 2026");
  check (window, look, "new-record");
  window_support_close_all ();
}

static void
show_findings (const Look *look)
{
  g_autoptr (GFile) file = window_support_write_edition ("broken.json", "boolean", "bolean");
  CritWindow *window = window_support_open_file (file);

  resize (window, look);
  g_assert_cmpstr (window_support_page (window), ==, "findings");
  check (window, look, "findings");
  window_support_close_all ();
}

static GtkMenuButton *
find_source (GtkWidget *page)
{
  GtkWidget *row = app_support_find_type (page, CRIT_TYPE_CRITERION_ROW);

  g_assert_nonnull (row);
  return GTK_MENU_BUTTON (app_support_find_type (row, GTK_TYPE_MENU_BUTTON));
}

/* The source of the first criterion, in a popover. */
static void
show_criteria (CritWindow *window, GtkWidget *page, const Look *look)
{
  GtkMenuButton *source = find_source (page);

  gtk_widget_activate_action (page, "checklist.show-criteria", NULL);
  app_support_settle (GTK_WIDGET (window));
  gtk_menu_button_popup (source);
  check (window, look, "criteria");
  gtk_menu_button_popdown (source);
  gtk_widget_activate_action (page, "checklist.show-questions", NULL);
}

static void
show_checklist (const Look *look)
{
  g_autoptr (GFile) file = g_file_new_for_path (example);
  CritWindow *window = window_support_open_file (file);
  GtkWidget *page = app_support_find_type (GTK_WIDGET (window), CRIT_TYPE_CHECKLIST_PAGE);
  CritPlace place = { 0 };

  resize (window, look);
  check (window, look, "checklist");
  place = app_support_place (crit_window_get_session (window), "antidepressants-tried/2/outcome");
  crit_session_go_to (crit_window_get_session (window), &place);
  check (window, look, "antidepressants");
  show_criteria (window, page, look);
  for (guint i = 0; i < MORE_THAN_STEPS; i++)
    gtk_widget_activate_action (page, "checklist.next", NULL);
  check (window, look, "summary");
  window_support_close_all ();
}

static void
test_look (gconstpointer data)
{
  const Look *look = data;

  looks_support_begin (look);
  /* Where the last look opened the example from says nothing about the page. */
  crit_recent_records_clear (crit_application_get_recent (window_support_application ()));
  show_start (look);
  show_new_record (look);
  show_checklist (look);
  show_findings (look);
  looks_support_end ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  example = argv[1];
  add_rules ();
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/every-page/%s", looks[i].name);

      g_test_add_data_func (path, &looks[i], test_look);
    }
  return window_support_run ();
}
