/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where Tab, the arrows and F6 lead in a window with a filled-in record. Real keys are pressed by tests/e2e. */

#include "config.h"

#include "crit-checklist-page.h"
#include "crit-criteria-panel.h"
#include "crit-question-view.h"
#include "crit-radio-group.h"
#include "crit-section-list.h"
#include "window-support.h"

#define MORE_THAN_STOPS 400

static const char *example;

typedef struct
{
  CritWindow *window;
} Fixture;

static void
resize (Fixture *self, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  app_support_settle (GTK_WIDGET (self->window));
  app_support_settle (GTK_WIDGET (self->window));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (example);

  self->window = window_support_open_file (file);
  resize (self, 1200, 800);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  window_support_close_all ();
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}

/* GTK stops showing the focus when no key was pressed for some seconds. */
static GtkWidget *
press (Fixture *self, GtkDirectionType direction)
{
  gtk_window_set_focus_visible (GTK_WINDOW (self->window), TRUE);
  g_signal_emit_by_name (self->window, "move-focus", direction);
  return get_focus (self);
}

static gboolean
is_in (GtkWidget *widget, GType type)
{
  return widget != NULL && gtk_widget_get_ancestor (widget, type) != NULL;
}

/* What shows the focus: an entry for the text inside it. */
static GtkWidget *
get_shown (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

/* Neither hidden by what is scrolled nor outside the window. */
static void
assert_in_view (Fixture *self, GtkWidget *focus)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *area = scroller != NULL ? scroller : GTK_WIDGET (self->window);
  graphene_rect_t bounds = { 0 };

  app_support_settle (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_compute_bounds (get_shown (focus), area, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + MIN (bounds.size.height, 60), <=,
                     gtk_widget_get_height (area) + 0.5);
}

/* Every widget that has the focus in turn, until it is where it began. Looking takes a frame each time. */
static GPtrArray *
collect_stops (Fixture *self, GtkDirectionType direction, gboolean look)
{
  GPtrArray *stops = g_ptr_array_new ();
  GtkWidget *first = get_focus (self);
  GtkWidget *focus = first;

  g_assert_nonnull (first);
  do
    {
      g_ptr_array_add (stops, focus);
      focus = press (self, direction);
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_has_visible_focus (focus));
      if (look)
        assert_in_view (self, focus);
      g_assert_cmpuint (stops->len, <, MORE_THAN_STOPS);
    }
  while (focus != first);
  return stops;
}

/* By Shift+Tab one passes what one passed by Tab, and each group of answers once. */
static void
assert_ring (Fixture *self, gboolean look)
{
  g_autoptr (GPtrArray) there = collect_stops (self, GTK_DIR_TAB_FORWARD, look);
  g_autoptr (GPtrArray) back = collect_stops (self, GTK_DIR_TAB_BACKWARD, FALSE);
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (there->len, >=, 3);
  g_assert_cmpuint (back->len, ==, there->len);
  for (guint i = 1; i < there->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (there, i);
      GtkWidget *group = gtk_widget_get_ancestor (stop, CRIT_TYPE_RADIO_GROUP);

      g_assert_true (g_ptr_array_index (back, there->len - i) == stop);
      g_assert_true (group == NULL || g_hash_table_add (groups, group));
    }
}

static void
test_ring (Fixture *self, gconstpointer data)
{
  GtkWidget *page = app_support_find_type (GTK_WIDGET (self->window), CRIT_TYPE_CHECKLIST_PAGE);
  int step = -1;

  for (int last = -2; step != last; last = step, g_object_get (page, "step", &step, NULL))
    {
      assert_ring (self, step == -1);
      gtk_widget_activate_action (page, "checklist.next", NULL);
      app_support_settle (GTK_WIDGET (self->window));
    }
  g_assert_cmpint (step, >, 3);
}

static gboolean
is_loaded (gpointer library)
{
  return crit_library_is_loaded (library);
}

static void
test_ring_of_start (void)
{
  Fixture self = { window_support_open_start () };
  CritLibrary *library = crit_application_get_library (window_support_application ());

  /* The rules that are installed here come in while one looks. */
  g_assert_true (app_support_wait (is_loaded, library));
  resize (&self, 1200, 800);
  assert_ring (&self, TRUE);
  window_support_close_all ();
}

static void
test_ring_of_new_record (void)
{
  g_autoptr (GFile) rules = window_support_write_rules ("small.json");
  Fixture self = { window_support_open_file (rules) };

  resize (&self, 1200, 800);
  g_assert_true (is_in (get_focus (&self), GTK_TYPE_ENTRY));
  assert_ring (&self, TRUE);
  window_support_close_all ();
}

/* Whoever opens a record can answer its first question. */
static void
test_opened (Fixture *self, gconstpointer data)
{
  g_assert_true (is_in (get_focus (self), CRIT_TYPE_QUESTION_VIEW));
}

/* And so can whoever begins one: the focus is in the first question, and not beside it. */
static void
test_begun (void)
{
  CritWindow *window = window_support_open_record ();

  app_support_settle (GTK_WIDGET (window));
  g_assert_true (is_in (gtk_window_get_focus (GTK_WINDOW (window)), CRIT_TYPE_RADIO_GROUP));
  window_support_close_all ();
}

/* Coming from below one sees what is asked, and not only the answers. */
static void
test_whole_question (Fixture *self, gconstpointer data)
{
  resize (self, 1200, 500);
  for (guint i = 0; i < 12; i++)
    press (self, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < 12; i++)
    {
      GtkWidget *focus = press (self, GTK_DIR_TAB_BACKWARD);
      GtkWidget *view = gtk_widget_get_ancestor (focus, CRIT_TYPE_QUESTION_VIEW);
      graphene_rect_t bounds = { 0 };

      app_support_settle (GTK_WIDGET (self->window));
      if (view == NULL)
        continue;
      g_assert_true (gtk_widget_compute_bounds (
          view, gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW), &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
    }
}

/* The arrows lead through the answers and stay with the question; none of them answers it. */
static void
test_arrows (Fixture *self, gconstpointer data)
{
  GtkWidget *first = get_focus (self);
  GtkWidget *group = gtk_widget_get_ancestor (first, CRIT_TYPE_RADIO_GROUP);

  g_assert_true (press (self, GTK_DIR_UP) == first);
  g_assert_true (press (self, GTK_DIR_DOWN) == gtk_widget_get_next_sibling (first));
  g_assert_true (press (self, GTK_DIR_LEFT) == first);
  for (GtkWidget *next = gtk_widget_get_next_sibling (first); next != NULL;
       next = gtk_widget_get_next_sibling (next))
    g_assert_true (press (self, GTK_DIR_RIGHT) == next);
  g_assert_true (press (self, GTK_DIR_RIGHT) == gtk_widget_get_last_child (group));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  g_assert_false (window_support_is_enabled (self->window, "undo"));
}

/* What changes elsewhere is told at the focus, which stays, and only for as long as it does. */
static void
test_told (Fixture *self, gconstpointer data)
{
  GtkWidget *yes = NULL;

  press (self, GTK_DIR_TAB_FORWARD);
  press (self, GTK_DIR_TAB_FORWARD);
  yes = press (self, GTK_DIR_TAB_FORWARD);
  gtk_widget_activate (press (self, GTK_DIR_RIGHT));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (yes)));
  g_assert_true (get_focus (self) == gtk_widget_get_next_sibling (yes));
  gtk_test_accessible_assert_property (get_focus (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Recorded as not met: The person is depressed now.");
  press (self, GTK_DIR_LEFT);
  g_assert_false (gtk_test_accessible_has_property (
      GTK_ACCESSIBLE (gtk_widget_get_next_sibling (yes)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static GtkWidget *
act (Fixture *self, const char *action)
{
  window_support_activate (self->window, action);
  app_support_settle (GTK_WIDGET (self->window));
  return get_focus (self);
}

/* Sections, questions, criteria and back, each time to where one was. */
static void
test_panes (Fixture *self, gconstpointer data)
{
  GtkWidget *question = press (self, GTK_DIR_TAB_FORWARD);

  g_assert_true (is_in (act (self, "next-pane"), CRIT_TYPE_CRITERIA_PANEL));
  g_assert_true (is_in (act (self, "next-pane"), CRIT_TYPE_SECTION_LIST));
  g_assert_true (act (self, "next-pane") == question);
  g_assert_true (is_in (act (self, "previous-pane"), CRIT_TYPE_SECTION_LIST));
  g_assert_true (is_in (act (self, "previous-pane"), CRIT_TYPE_CRITERIA_PANEL));
  g_assert_true (act (self, "previous-pane") == question);
}

/* Where there is no room beside the questions, they are laid over them and put away again. */
static void
test_panes_narrow (Fixture *self, gconstpointer data)
{
  GtkWidget *question = get_focus (self);

  resize (self, 360, 720);
  g_assert_true (is_in (act (self, "next-pane"), CRIT_TYPE_CRITERIA_PANEL)
                 || GTK_IS_BUTTON (get_focus (self)));
  g_assert_false (gtk_widget_has_visible_focus (question));
  g_assert_true (act (self, "previous-pane") == question);
  assert_in_view (self, question);
}

typedef void (*Test) (Fixture *self, gconstpointer data);

static void
add (const char *path, Test test)
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  example = argv[1];
  g_test_add_func ("/keys/ring-of-start", test_ring_of_start);
  g_test_add_func ("/keys/ring-of-new-record", test_ring_of_new_record);
  g_test_add_func ("/keys/begun", test_begun);
  add ("/keys/ring", test_ring);
  add ("/keys/opened", test_opened);
  add ("/keys/whole-question", test_whole_question);
  add ("/keys/arrows", test_arrows);
  add ("/keys/told", test_told);
  add ("/keys/panes", test_panes);
  add ("/keys/panes-narrow", test_panes_narrow);
  return window_support_run ();
}
