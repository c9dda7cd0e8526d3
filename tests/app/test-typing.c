/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed is not lost by a tick, nor hidden by a fold; and what is noticed in lists. */

#include "config.h"

#include "app-support.h"
#include "crit-answer-input.h"
#include "crit-checklist-page.h"
#include "crit-entry-card.h"
#include "crit-question-view.h"
#include "crit-section-list.h"

#include <string.h>

typedef struct
{
  CritSession *session;
  CritChecklistPage *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = app_support_open ("every-kind.json");
  self->page = g_object_new (CRIT_TYPE_CHECKLIST_PAGE, "session", self->session, NULL);
  self->window = app_support_show (GTK_WIDGET (self->page), 1200, 800);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_support_close (self->window);
  g_assert_finalize_object (self->session);
}

static gboolean
is_view_of (GtkWidget *widget, gconstpointer place)
{
  return CRIT_IS_QUESTION_VIEW (widget)
         && crit_place_equal (crit_question_view_get_place (CRIT_QUESTION_VIEW (widget)), place);
}

/* Goes to a question, and finds where it is answered. */
static GtkWidget *
go_to (Fixture *self, const char *pointer)
{
  CritPlace place = app_support_place (self->session, pointer);
  GtkWidget *view = NULL;

  crit_checklist_page_go_to (self->page, &place);
  app_support_settle (self->window);
  view = app_support_find (GTK_WIDGET (self->page), is_view_of, &place);
  g_assert_nonnull (view);
  return view;
}

static GtkEditable *
find_entry (GtkWidget *view)
{
  return GTK_EDITABLE (app_support_find_type (view, GTK_TYPE_ENTRY));
}

static gboolean
is_called (GtkWidget *widget, gconstpointer text)
{
  GtkWidget *label =
      GTK_IS_CHECK_BUTTON (widget) ? app_support_find_type (widget, GTK_TYPE_LABEL) : NULL;

  return label != NULL && g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) == 0;
}

static void
set_ticked (GtkWidget *view, const char *label, gboolean ticked)
{
  GtkWidget *check = app_support_find (view, is_called, label);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
}

static void
assert_answer (Fixture *self, const char *pointer, CritAnswerKind kind)
{
  g_assert_cmpint (app_support_answer (self->session, pointer)->kind, ==, kind);
}

/* A tick on "Not known" puts aside what was given, says so, and gives it back as one change. */
static void
test_answer (Fixture *self, gconstpointer data)
{
  GtkWidget *view = go_to (self, "age");

  gtk_editable_set_text (find_entry (view), "47");
  assert_answer (self, "age", CRIT_ANSWER_NUMBER);
  set_ticked (view, "Not known", TRUE);
  assert_answer (self, "age", CRIT_ANSWER_UNKNOWN);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (view)), ==, "");
  g_assert_nonnull (
      app_support_find_label (view, "“47 years” stood here. Take the tick away to have it back."));

  set_ticked (view, "Not known", FALSE);
  assert_answer (self, "age", CRIT_ANSWER_NUMBER);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (view)), ==, "47");
  g_assert_null (
      app_support_find_label (view, "“47 years” stood here. Take the tick away to have it back."));
  crit_session_undo (self->session);
  assert_answer (self, "age", CRIT_ANSWER_UNKNOWN);
}

/* What was not understood is in no record, and still comes back: by the tick, and by undo. */
static void
test_unread (Fixture *self, gconstpointer data)
{
  GtkWidget *view = go_to (self, "last-event");

  gtk_editable_set_text (find_entry (view), "last sprang");
  assert_answer (self, "last-event", CRIT_ANSWER_OPEN);
  set_ticked (view, "Not known", TRUE);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (view)), ==, "");
  set_ticked (view, "Not known", FALSE);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (view)), ==, "last sprang");
  assert_answer (self, "last-event", CRIT_ANSWER_OPEN);

  set_ticked (view, "Ongoing", TRUE);
  assert_answer (self, "last-event", CRIT_ANSWER_ONGOING);
  crit_session_undo (self->session);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (view)), ==, "last sprang");
}

/* Whoever clears the answer, or gives another, is not given back what was there before. */
static void
test_cleared (Fixture *self, gconstpointer data)
{
  GtkWidget *view = go_to (self, "age");
  GtkWidget *input = app_support_find_type (view, CRIT_TYPE_ANSWER_INPUT);

  gtk_editable_set_text (find_entry (view), "47");
  set_ticked (view, "Not known", TRUE);
  crit_answer_input_clear (CRIT_ANSWER_INPUT (input));
  assert_answer (self, "age", CRIT_ANSWER_OPEN);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (view)), ==, "");

  set_ticked (view, "Not known", TRUE);
  gtk_editable_set_text (find_entry (view), "48");
  assert_answer (self, "age", CRIT_ANSWER_NUMBER);
  set_ticked (view, "Not known", TRUE);
  set_ticked (view, "Not known", FALSE);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (view)), ==, "48");
}

static gboolean
mentions (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

/* A folded card says that there is a text in it which is recorded nowhere. */
static void
test_folded (Fixture *self, gconstpointer data)
{
  const CritQuestion *list = app_support_place (self->session, "trials").question;
  GtkWidget *view = NULL;
  CritEntryCard *card = NULL;

  crit_history_add_entry (crit_session_get_history (self->session), list);
  view = go_to (self, "trials/0/started");
  card = CRIT_ENTRY_CARD (gtk_widget_get_ancestor (view, CRIT_TYPE_ENTRY_CARD));
  crit_entry_card_set_unfolded (card, FALSE);
  app_support_settle (self->window);
  g_assert_null (app_support_find (GTK_WIDGET (card), mentions, "not understood"));

  crit_entry_card_set_unfolded (card, TRUE);
  gtk_editable_set_text (find_entry (view), "sprang");
  crit_entry_card_set_unfolded (card, FALSE);
  app_support_settle (self->window);
  g_assert_nonnull (app_support_find (GTK_WIDGET (card), mentions, "not understood"));
}

static void
press_enter (Fixture *self, GtkWidget *view)
{
  g_signal_emit_by_name (find_entry (view), "activate");
  app_support_settle (self->window);
}

static GtkWidget *
add_trial (Fixture *self, const char *field)
{
  crit_history_add_entry (crit_session_get_history (self->session),
                          app_support_place (self->session, "trials").question);
  return go_to (self, field);
}

/* Enter takes the option that is meant where it is one; where several could be, it only leads to them. */
static void
test_enter (Fixture *self, gconstpointer data)
{
  GtkWidget *view = add_trial (self, "trials/0/medicine");

  gtk_widget_grab_focus (GTK_WIDGET (find_entry (view)));
  gtk_editable_set_text (find_entry (view), "sn");
  press_enter (self, view);
  assert_answer (self, "trials/0/medicine", CRIT_ANSWER_OTHER);
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (self->window))));

  gtk_widget_grab_focus (GTK_WIDGET (find_entry (view)));
  gtk_editable_set_text (find_entry (view), "venl");
  g_assert_nonnull (app_support_find_label (view, "Press Enter for Venlafaxine"));
  press_enter (self, view);
  assert_answer (self, "trials/0/medicine", CRIT_ANSWER_OPTION);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (view)), ==, "Venlafaxine");
}

/* Whoever goes on is told that an option would fit what they left. */
static void
test_meant (Fixture *self, gconstpointer data)
{
  GtkWidget *view = add_trial (self, "trials/0/medicine");

  gtk_widget_grab_focus (GTK_WIDGET (find_entry (view)));
  gtk_editable_set_text (find_entry (view), "venl");
  go_to (self, "trials/0/started");
  g_assert_nonnull (app_support_find_label (
      view, "Not in the list; kept as you wrote it. Did you mean “Venlafaxine”?"));
  gtk_editable_set_text (find_entry (view), "Tianeptine");
  go_to (self, "trials/0/started");
  g_assert_nonnull (app_support_find_label (view, "Not in the list; kept as you wrote it"));
}

static gboolean
asks_about_start (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), "It is before the start, March 2019.")
                != NULL;
}

/* An end before its beginning is asked about, whichever of the two was typed last. */
static void
test_start (Fixture *self, gconstpointer data)
{
  GtkWidget *stopped = add_trial (self, "trials/0/stopped");
  GtkWidget *started = go_to (self, "trials/0/started");

  gtk_editable_set_text (find_entry (stopped), "2018");
  app_support_settle (self->window);
  g_assert_null (app_support_find (stopped, asks_about_start, NULL));
  gtk_editable_set_text (find_entry (started), "3/2019");
  app_support_settle (self->window);
  g_assert_nonnull (app_support_find (stopped, asks_about_start, NULL));
  g_assert_false (
      gtk_widget_has_css_class (app_support_find (stopped, asks_about_start, NULL), "dim-label"));
  gtk_editable_set_text (find_entry (stopped), "2020");
  app_support_settle (self->window);
  g_assert_null (app_support_find (stopped, asks_about_start, NULL));
}

static void
name_entry (Fixture *self, guint entry, const CritAnswer *name)
{
  const CritQuestion *list = app_support_place (self->session, "trials").question;
  CritPlace place = crit_place_of_field (list, entry, crit_question_find_field (list, "medicine"));

  crit_history_set_answer (crit_session_get_history (self->session), &place, name);
  app_support_settle (self->window);
}

static guint
count_duplicates (Fixture *self)
{
  g_autoptr (GPtrArray) found =
      app_support_find_all (GTK_WIDGET (self->page), mentions, "in the list more than once");

  return found->len;
}

/* The same medicine twice is said to be so, under both, and is no error. */
static void
test_duplicates (Fixture *self, gconstpointer data)
{
  CritHistory *history = crit_session_get_history (self->session);
  const CritQuestion *list = app_support_place (self->session, "trials").question;
  CritAnswer own = { .kind = CRIT_ANSWER_OTHER, .text = (char *) "Tianeptine" };
  CritAnswer same = { .kind = CRIT_ANSWER_OTHER, .text = (char *) "TIANEPTINE" };

  crit_history_add_entry (history, list);
  crit_history_add_entry (history, list);
  go_to (self, "trials");
  g_assert_cmpuint (count_duplicates (self), ==, 0);
  name_entry (self, 0, &(CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 0 });
  g_assert_cmpuint (count_duplicates (self), ==, 0);
  name_entry (self, 1, &(CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 0 });
  g_assert_cmpuint (count_duplicates (self), ==, 2);
  name_entry (self, 1, &(CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 1 });
  g_assert_cmpuint (count_duplicates (self), ==, 0);

  name_entry (self, 0, &own);
  name_entry (self, 1, &same);
  g_assert_cmpuint (count_duplicates (self), ==, 2);
  name_entry (self, 0, &(CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN });
  name_entry (self, 1, &(CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN });
  g_assert_cmpuint (count_duplicates (self), ==, 0);
}

static void
assert_focus_in (Fixture *self, const char *pointer)
{
  CritPlace place = app_support_place (self->session, pointer);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *view = gtk_widget_get_ancestor (focus, CRIT_TYPE_QUESTION_VIEW);

  g_assert_nonnull (view);
  g_assert_true (
      crit_place_equal (crit_question_view_get_place (CRIT_QUESTION_VIEW (view)), &place));
}

/* Enter goes on to the next question, past the buttons beside the answer, but not from what was not understood. */
static void
test_goes_on (Fixture *self, gconstpointer data)
{
  GtkWidget *view = go_to (self, "age");

  gtk_editable_set_text (find_entry (view), "47");
  g_signal_emit_by_name (find_entry (view), "activate");
  assert_focus_in (self, "weight");
  view = go_to (self, "last-event");
  gtk_editable_set_text (find_entry (view), "last sprang");
  g_signal_emit_by_name (find_entry (view), "activate");
  assert_focus_in (self, "last-event");
  gtk_editable_set_text (find_entry (view), "spring 2019");
  g_signal_emit_by_name (find_entry (view), "activate");
  assert_focus_in (self, "last-event");
  gtk_editable_set_text (find_entry (view), "2019");
  g_signal_emit_by_name (find_entry (view), "activate");
  assert_focus_in (self, "referrer-town");
}

/* While a list is all that is begun, its section says how many it has; none of the questions is answered yet. */
static void
test_progress (Fixture *self, gconstpointer data)
{
  CritHistory *history = crit_session_get_history (self->session);
  const CritQuestion *list = app_support_place (self->session, "trials").question;
  CritPlace complete = crit_place_of_complete (list);
  CritPlace other = app_support_place (self->session, "first-choice");
  g_autofree char *mixed = NULL;
  g_autofree char *whole = NULL;

  crit_history_add_entry (history, list);
  crit_history_add_entry (history, list);
  mixed = crit_section_list_dup_progress (self->session, list->section);
  g_assert_cmpstr (mixed, ==, "2 recorded");
  crit_history_set_answer (history, &other, &(CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN });
  crit_history_set_answer (history, &complete,
                           &(CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  whole = crit_section_list_dup_progress (self->session, list->section);
  g_assert_cmpstr (whole, ==, "2 of 2");
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add ("/typing/answer", Fixture, NULL, set_up, test_answer, tear_down);
  g_test_add ("/typing/unread", Fixture, NULL, set_up, test_unread, tear_down);
  g_test_add ("/typing/cleared", Fixture, NULL, set_up, test_cleared, tear_down);
  g_test_add ("/typing/folded", Fixture, NULL, set_up, test_folded, tear_down);
  g_test_add ("/typing/enter", Fixture, NULL, set_up, test_enter, tear_down);
  g_test_add ("/typing/meant", Fixture, NULL, set_up, test_meant, tear_down);
  g_test_add ("/typing/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/typing/duplicates", Fixture, NULL, set_up, test_duplicates, tear_down);
  g_test_add ("/typing/goes-on", Fixture, NULL, set_up, test_goes_on, tear_down);
  g_test_add ("/typing/progress", Fixture, NULL, set_up, test_progress, tear_down);
  return g_test_run ();
}
