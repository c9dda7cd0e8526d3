/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-support.h"

#include "json/crit-finding.h"

#include <locale.h>
#include <string.h>

#define WAIT_SECONDS 10

static AdwApplication *application;

void
app_support_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  gtk_disable_setlocale ();
  adw_init ();
  application =
      g_object_new (ADW_TYPE_APPLICATION, "application-id", APPLICATION_ID ".Test", "flags",
                    G_APPLICATION_NON_UNIQUE, "resource-base-path", RESOURCE_PATH, NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* An empty record of 20 November 2026 under the rules of a file that lies beside the tests. */
CritSession *
app_support_open (const char *rules_file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, rules_file, NULL);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (CritRules) rules = NULL;
  g_autoptr (CritRecord) record = NULL;
  char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  text = g_bytes_new_take (bytes, length);
  rules = crit_rules_load (text, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (g_ptr_array_index (findings, i), rules_file);

      g_test_message ("%s", line);
    }
  g_assert_nonnull (rules);
  record = crit_record_new (rules, "A-17", (CritDate){ 2026, 11, 20 });
  return crit_session_new (record);
}

/* "age", "trials/complete" or "trials/1/outcome" */
CritPlace
app_support_place (CritSession *session, const char *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", 3);
  const CritQuestion *question =
      crit_rules_find_question (crit_session_get_rules (session), parts[0]);
  CritPlace place = { 0 };

  g_assert_nonnull (question);
  place = crit_place_of_question (question);
  if (parts[1] == NULL)
    return place;
  if (strcmp (parts[1], "complete") == 0)
    return crit_place_of_complete (question);
  place.entry = (int) g_ascii_strtoll (parts[1], NULL, 10);
  if (parts[2] != NULL)
    place =
        crit_place_of_field (question, place.entry, crit_question_find_field (question, parts[2]));
  return place;
}

const CritAnswer *
app_support_answer (CritSession *session, const char *pointer)
{
  CritPlace place = app_support_place (session, pointer);

  return crit_record_get_answer (crit_session_get_record (session), &place);
}

static void
after_paint_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static gboolean
give_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

gboolean
app_support_wait (gboolean (*is_so) (gpointer data), gpointer data)
{
  gboolean over = FALSE;
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, give_up_cb, &over);

  while (!is_so (data) && !over)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (timeout);
  return !over;
}

static gboolean
has_two_frames (gpointer data)
{
  return *(guint *) data >= 2;
}

/* Lets the window be laid out and drawn; twice, since what is laid out may show what was hidden. */
void
app_support_settle (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &n_frames);

  gdk_frame_clock_begin_updating (clock);
  g_assert_true (app_support_wait (has_two_frames, &n_frames));
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, handler);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* A window of the given size with @child in it, drawn. */
GtkWidget *
app_support_show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  /* Without a compositor the frame takes some of the size. */
  gtk_window_set_default_size (GTK_WINDOW (window), 2 * width - gtk_widget_get_width (window),
                               2 * height - gtk_widget_get_height (window));
  app_support_settle (window);
  return window;
}

/* Closes a window and makes sure that nothing kept it, or what was in it, alive. */
void
app_support_close (GtkWidget *window)
{
  GtkWidget *child = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (child);
  g_assert_null (window);
}

/* There is no other way without a desktop: 1.5 is text at 150 %. */
void
app_support_set_text_size (double factor)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * factor), NULL);
}

static void
collect (GtkWidget *widget, AppSupportTest test, gconstpointer data, GPtrArray *found)
{
  if (test (widget, data))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, test, data, found);
}

GPtrArray *
app_support_find_all (GtkWidget *root, AppSupportTest test, gconstpointer data)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, test, data, found);
  return found;
}

GtkWidget *
app_support_find (GtkWidget *root, AppSupportTest test, gconstpointer data)
{
  g_autoptr (GPtrArray) found = app_support_find_all (root, test, data);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static gboolean
is_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

GtkWidget *
app_support_find_type (GtkWidget *root, GType type)
{
  return app_support_find (root, is_type, &type);
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

/* A label in view that says exactly this. */
GtkWidget *
app_support_find_label (GtkWidget *root, const char *text)
{
  return app_support_find (root, says, text);
}

static gboolean
is_popover (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget);
}

static void
draw (GtkWidget *widget, cairo_t *cr, double x, double y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_restore (cr);
}

/* A popover is a surface of its own. */
static void
draw_popover (GtkWidget *popover, GtkWidget *window, cairo_t *cr)
{
  GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (popover)));
  double window_x = 0;
  double window_y = 0;
  double x = 0;
  double y = 0;

  gtk_native_get_surface_transform (GTK_NATIVE (window), &window_x, &window_y);
  gtk_native_get_surface_transform (GTK_NATIVE (popover), &x, &y);
  draw (popover, cr, gdk_popup_get_position_x (popup) + x - window_x,
        gdk_popup_get_position_y (popup) + y - window_y);
}

/* Writes what a window looks like, with its popovers, into the folder named by CRITERIA_PICTURES, for people who want to see it. */
void
app_support_picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("CRITERIA_PICTURES");
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) popovers = NULL;
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (folder == NULL)
    return;
  path = g_strdup_printf ("%s/%s.png", folder, name);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  draw (widget, cr, 0, 0);
  popovers = app_support_find_all (widget, is_popover, NULL);
  for (guint i = 0; i < popovers->len; i++)
    draw_popover (g_ptr_array_index (popovers, i), widget, cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}
