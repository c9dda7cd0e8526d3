/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an answer changed is seen, wherever the criteria are scrolled to or folded away. */

#include "config.h"

#include "app-support.h"
#include "crit-checklist-page.h"
#include "crit-criteria-panel.h"
#include "crit-criterion-row.h"

typedef struct
{
  CritSession *session;
  GtkWidget *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, int width, int height)
{
  self->session = app_support_open ("every-kind.json");
  self->page = g_object_new (CRIT_TYPE_CHECKLIST_PAGE, "session", self->session, NULL);
  self->window = app_support_show (self->page, width, height);
}

static void
tear_down (Fixture *self)
{
  app_support_close (self->window);
  g_assert_finalize_object (self->session);
}

static void
answer (Fixture *self, const char *pointer, CritAnswer answer)
{
  CritPlace place = app_support_place (self->session, pointer);

  crit_history_set_answer (crit_session_get_history (self->session), &place, &answer);
  app_support_settle (self->window);
  app_support_settle (self->window);
}

static gboolean
is_changed (GtkWidget *widget, gconstpointer data)
{
  return CRIT_IS_CRITERION_ROW (widget)
         && crit_criterion_row_is_changed (CRIT_CRITERION_ROW (widget));
}

static gboolean
is_in_view (GtkWidget *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds = { 0 };

  g_assert_true (gtk_widget_compute_bounds (row, scroller, &bounds));
  return bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

static GtkWidget *
find_panel (Fixture *self)
{
  return app_support_find_type (self->page, CRIT_TYPE_CRITERIA_PANEL);
}

/* Age is a point to discuss, below all requirements. */
static void
test_in_view (void)
{
  Fixture self = { 0 };
  GtkWidget *row = NULL;

  set_up (&self, 1200, 400);
  answer (&self, "age", (CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = 70 });
  row = app_support_find (find_panel (&self), is_changed, NULL);
  g_assert_nonnull (row);
  g_assert_true (is_in_view (row));
  tear_down (&self);
}

static gboolean
is_marked_bar (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_has_css_class (widget, "crit-bar")
         && gtk_widget_has_css_class (widget, "changed");
}

static void
test_bar (void)
{
  Fixture self = { 0 };

  set_up (&self, 400, 700);
  g_assert_null (app_support_find (self.page, is_marked_bar, NULL));
  answer (&self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  g_assert_nonnull (app_support_find (self.page, is_marked_bar, NULL));
  tear_down (&self);
}

static double
get_top (GtkWidget *row)
{
  graphene_rect_t bounds = { 0 };

  g_assert_true (gtk_widget_compute_bounds (
      row, gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW), &bounds));
  return bounds.origin.y;
}

static gboolean
is_at_top (GtkWidget *widget, gconstpointer data)
{
  return CRIT_IS_CRITERION_ROW (widget) && get_top (widget) >= 0;
}

/* With what is still open the links in a row above become more and fewer. While no status changes nothing moves. */
static void
test_still (void)
{
  static const struct
  {
    const char *pointer;
    CritAnswer answer;
  } steps[] = {
    { "trials/0/medicine", { .kind = CRIT_ANSWER_OPTION, .option = 1 } },
    { "trials/0/outcome", { .kind = CRIT_ANSWER_OPTION, .option = 0 } },
    { "trials/1/outcome", { .kind = CRIT_ANSWER_OPTION, .option = 0 } },
    { "trials/1/medicine", { .kind = CRIT_ANSWER_OPTION, .option = 3 } },
    { "trials/1/adequate-dose", { .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE } },
  };
  Fixture self = { 0 };
  GtkAdjustment *adjustment = NULL;
  GtkWidget *row = NULL;
  double top = 0;
  double scrolled = 0;

  set_up (&self, 1200, 400);
  app_support_settle (self.window);
  row = app_support_find_type (find_panel (&self), CRIT_TYPE_CRITERION_ROW);
  adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  app_support_settle (self.window);
  row = app_support_find (find_panel (&self), is_at_top, NULL);
  top = get_top (row);
  scrolled = gtk_adjustment_get_value (adjustment);

  for (guint i = 0; i < 2; i++)
    crit_history_add_entry (crit_session_get_history (self.session),
                            app_support_place (self.session, "trials").question);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      answer (&self, steps[i].pointer, steps[i].answer);
      g_assert_cmpfloat (get_top (row), ==, top);
    }
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), !=, scrolled);
  tear_down (&self);
}

static gboolean
is_row_of (GtkWidget *widget, gconstpointer text)
{
  return CRIT_IS_CRITERION_ROW (widget) && app_support_find_label (widget, text) != NULL;
}

/* Whoever goes on to a section sees what its answers decide about. */
static void
test_section (void)
{
  Fixture self = { 0 };
  GtkWidget *first = NULL;
  GtkWidget *second = NULL;

  set_up (&self, 1200, 400);
  first = app_support_find (find_panel (&self), is_row_of, "The person is depressed now.");
  second = app_support_find (find_panel (&self), is_row_of,
                             "Two or more types of antidepressant were tried and did not work.");
  g_assert_false (is_in_view (second));
  gtk_widget_activate_action (self.page, "checklist.next", NULL);
  app_support_settle (self.window);
  g_assert_true (is_in_view (second));
  g_assert_false (is_in_view (first));
  gtk_widget_activate_action (self.page, "checklist.back", NULL);
  app_support_settle (self.window);
  g_assert_true (is_in_view (first));
  g_assert_true (is_in_view (app_support_find_label (find_panel (&self), "Requirements")));
  tear_down (&self);
}

/* A screen reader presses buttons wherever they are. */
static void
test_source (void)
{
  Fixture self = { 0 };
  GtkWidget *row = NULL;
  GtkWidget *source = NULL;
  GtkAdjustment *adjustment = NULL;

  set_up (&self, 1200, 400);
  row = app_support_find (find_panel (&self), is_row_of, "The person is depressed now.");
  source = app_support_find_type (row, GTK_TYPE_MENU_BUTTON);
  adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  app_support_settle (self.window);
  g_assert_false (is_in_view (source));
  gtk_menu_button_popup (GTK_MENU_BUTTON (source));
  app_support_settle (self.window);
  app_support_settle (self.window);
  g_assert_true (is_in_view (source));
  g_assert_true (
      gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (source)))));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (source));
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add_func ("/changed/in-view", test_in_view);
  g_test_add_func ("/changed/bar", test_bar);
  g_test_add_func ("/changed/still", test_still);
  g_test_add_func ("/changed/section", test_section);
  g_test_add_func ("/changed/source", test_source);
  return g_test_run ();
}
