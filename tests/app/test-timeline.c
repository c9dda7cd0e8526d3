/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline under a list in the checklist. */

#include "config.h"

#include "app-support.h"
#include "crit-checklist-page.h"
#include "crit-timeline-view.h"

typedef struct
{
  CritSession *session;
  GtkWidget *window;
} Fixture;

static CritHistory *
get_history (Fixture *self)
{
  return crit_session_get_history (self->session);
}

static void
give (Fixture *self, const char *pointer, CritAnswer answer)
{
  CritPlace place = app_support_place (self->session, pointer);

  crit_history_set_answer (get_history (self), &place, &answer);
  app_support_settle (self->window);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *page = NULL;
  CritPlace place;

  self->session = app_support_open ("every-kind.json");
  page = g_object_new (CRIT_TYPE_CHECKLIST_PAGE, "session", self->session, NULL);
  self->window = app_support_show (page, 1200, 900);
  place = app_support_place (self->session, "trials");
  crit_session_go_to (self->session, &place);
  app_support_settle (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_support_close (self->window);
  g_object_unref (self->session);
}

static CritTimelineView *
get_view (Fixture *self)
{
  return CRIT_TIMELINE_VIEW (app_support_find_type (self->window, CRIT_TYPE_TIMELINE_VIEW));
}

static void
add_trial (Fixture *self)
{
  crit_history_add_entry (
      get_history (self),
      crit_rules_find_question (crit_session_get_rules (self->session), "trials"));
  give (self, "trials/0/medicine", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 1 });
  give (self, "trials/0/started", (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2024, 1, 0 } });
  give (self, "trials/0/stopped", (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2024, 6, 0 } });
}

static void
test_appears (Fixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (get_view (self));

  g_assert_nonnull (view);
  g_assert_false (gtk_widget_get_visible (view));
  add_trial (self);
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_true (
      crit_timeline_get_row (crit_timeline_view_get_timeline (get_view (self)), 0)->drawn);
  while (crit_history_undo (get_history (self)) != NULL)
    continue;
  app_support_settle (self->window);
  g_assert_false (gtk_widget_get_visible (view));
}

/* All of it in words: a picture with a name and a description. */
static void
test_told (Fixture *self, gconstpointer data)
{
  GtkAccessible *view = NULL;

  add_trial (self);
  view = GTK_ACCESSIBLE (get_view (self));
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline: Which antidepressants have been tried?");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Sertraline · SSRI: January 2024 to June 2024 · Outcome: "
                                       "Not answered · 6 weeks or more: yes");
  give (self, "trials/0/outcome", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 0 });
  gtk_test_accessible_assert_property (
      view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Sertraline · SSRI: January 2024 to June 2024 · It did not work · 6 weeks or more: yes");
}

/* An answer that it does not show leaves it alone. */
static void
test_left_alone (Fixture *self, gconstpointer data)
{
  CritTimeline *before = NULL;

  add_trial (self);
  before = crit_timeline_view_get_timeline (get_view (self));
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  give (self, "trials/0/adequate-dose",
        (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  g_assert_true (crit_timeline_view_get_timeline (get_view (self)) == before);
}

/* Whatever stands in it has room: the narrower, the higher. */
static void
test_room (Fixture *self, gconstpointer data)
{
  GtkWidget *view = NULL;
  int least = 0, wide = 0, narrow = 0;

  add_trial (self);
  view = GTK_WIDGET (get_view (self));
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 800, &wide, NULL, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, least, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 300);
  g_assert_cmpint (narrow, >, wide);
  g_assert_cmpint (gtk_widget_get_height (view) + gtk_widget_get_margin_top (view), >=, wide);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  ADD ("/timeline-view/appears", test_appears);
  ADD ("/timeline-view/told", test_told);
  ADD ("/timeline-view/left-alone", test_left_alone);
  ADD ("/timeline-view/room", test_room);
  return g_test_run ();
}
