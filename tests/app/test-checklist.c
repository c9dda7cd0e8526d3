/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checklist as a whole: steps, hidden questions, lists, links from criteria to questions, and what assistive
 * technology is told. */

#include "config.h"

#include "app-support.h"
#include "crit-checklist-page.h"
#include "crit-criterion-row.h"
#include "crit-entry-card.h"
#include "crit-mark-image.h"
#include "crit-question-view.h"
#include "crit-section-page.h"

typedef struct
{
  CritSession *session;
  GtkWidget *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = app_support_open ("every-kind.json");
  self->page = g_object_new (CRIT_TYPE_CHECKLIST_PAGE, "session", self->session, NULL);
  self->window = app_support_show (self->page, 1200, 900);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_support_close (self->window);
  g_assert_finalize_object (self->session);
}

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

static int
get_step (Fixture *self)
{
  int step = 0;

  g_object_get (self->page, "step", &step, NULL);
  return step;
}

static void
act (Fixture *self, GtkWidget *widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  app_support_settle (self->window);
}

static gboolean
is_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type)
         && gtk_widget_get_mapped (widget);
}

static GPtrArray *
find_mapped (Fixture *self, GType type)
{
  return app_support_find_all (self->page, is_type, &type);
}

static CritQuestionView *
find_view (Fixture *self, const char *pointer)
{
  g_autoptr (GPtrArray) views = find_mapped (self, CRIT_TYPE_QUESTION_VIEW);
  CritPlace place = app_support_place (self->session, pointer);

  for (guint i = 0; i < views->len; i++)
    {
      if (crit_place_equal (crit_question_view_get_place (g_ptr_array_index (views, i)), &place))
        return g_ptr_array_index (views, i);
    }
  return NULL;
}

static gboolean
has_focus_in (Fixture *self, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
test_steps (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (get_step (self), ==, 0);
  gtk_widget_activate_action (self->page, "checklist.back", NULL);
  g_assert_cmpint (get_step (self), ==, 0);
  act (self, self->page, "checklist.next");
  g_assert_cmpint (get_step (self), ==, 1);
  g_assert_true (has_focus_in (self, find_view (self, "trials")));

  /* The third section does not apply, so the summary comes next. */
  g_assert_nonnull (app_support_find_label (self->page, "Summary"));
  act (self, self->page, "checklist.next");
  g_assert_cmpint (get_step (self), ==, 3);
  act (self, self->page, "checklist.back");
  g_assert_cmpint (get_step (self), ==, 1);
}

/* Only the section that is shown is built, and what was built stays as it is. */
static void
test_built_when_shown (Fixture *self, gconstpointer data)
{
  GType type = CRIT_TYPE_SECTION_PAGE;
  CritQuestionView *view = find_view (self, "age");
  g_autoptr (GPtrArray) before = app_support_find_all (self->page, is_type, &type);

  g_assert_cmpuint (before->len, ==, 1);
  act (self, self->page, "checklist.next");
  g_assert_null (find_view (self, "age"));
  act (self, self->page, "checklist.back");
  give (self, "age", (CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = 41 });
  g_assert_true (find_view (self, "age") == view);
}

static void
test_hidden (Fixture *self, gconstpointer data)
{
  CritQuestionView *age = find_view (self, "age");

  g_assert_null (find_view (self, "event-details"));
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  g_assert_nonnull (find_view (self, "event-details"));
  g_assert_nonnull (app_support_find_label (self->page, "Only where the person is depressed"));
  g_assert_true (find_view (self, "age") == age);
  crit_history_undo (get_history (self));
  app_support_settle (self->window);
  g_assert_null (find_view (self, "event-details"));
  g_assert_null (app_support_find_label (self->page, "Only where the person is depressed"));
}

/* An undo that hides the very section in view leads on to the next that applies. */
static void
test_section_hidden_in_view (Fixture *self, gconstpointer data)
{
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  g_object_set (self->page, "step", 2, NULL);
  app_support_settle (self->window);
  crit_history_undo (get_history (self));
  app_support_settle (self->window);
  g_assert_cmpint (get_step (self), ==, 3);
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  g_assert_nonnull (app_support_find_label (self->page, "not started"));
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = FALSE });
  g_assert_nonnull (app_support_find_label (self->page, "1 of 6"));
  /* Where the person is depressed there is one question more. */
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  g_assert_nonnull (app_support_find_label (self->page, "1 of 7"));
}

static CritEntryCard *
get_card (Fixture *self, guint i)
{
  g_autoptr (GPtrArray) cards = find_mapped (self, CRIT_TYPE_ENTRY_CARD);

  return i < cards->len ? g_ptr_array_index (cards, i) : NULL;
}

static void
add_entry (Fixture *self)
{
  GtkWidget *label = app_support_find_label (self->page, "Add antidepressant");

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  app_support_settle (self->window);
}

static const CritEntries *
get_entries (Fixture *self)
{
  const CritAnswer *answer = app_support_answer (self->session, "trials");

  return answer->kind == CRIT_ANSWER_LIST ? answer->entries : NULL;
}

static void
test_list (Fixture *self, gconstpointer data)
{
  CritEntryCard *first = NULL;
  CritEntryCard *second = NULL;

  act (self, self->page, "checklist.next");
  add_entry (self);
  first = get_card (self, 0);
  g_assert_true (crit_entry_card_is_unfolded (first));
  g_assert_true (has_focus_in (self, find_view (self, "trials/0/medicine")));
  give (self, "trials/0/medicine", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 1 });
  g_assert_nonnull (app_support_find_label (self->page, "Sertraline · SSRI"));

  add_entry (self);
  second = get_card (self, 1);
  give (self, "trials/1/medicine", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 3 });
  g_assert_true (get_card (self, 0) == first && get_card (self, 1) == second);

  /* Cards follow their entries. */
  act (self, GTK_WIDGET (second), "entry.move-up");
  g_assert_cmpuint (get_entries (self)->cells[0].option, ==, 3);
  g_assert_true (get_card (self, 0) == second && get_card (self, 1) == first);
  crit_history_undo (get_history (self));
  app_support_settle (self->window);
  g_assert_true (get_card (self, 0) == first && get_card (self, 1) == second);

  act (self, GTK_WIDGET (first), "entry.duplicate");
  g_assert_cmpuint (get_entries (self)->n_entries, ==, 3);
  g_assert_true (get_card (self, 0) == first && get_card (self, 2) == second);

  act (self, GTK_WIDGET (first), "entry.remove");
  act (self, GTK_WIDGET (get_card (self, 0)), "entry.remove");
  g_assert_cmpuint (get_entries (self)->n_entries, ==, 1);
  g_assert_true (get_card (self, 0) == second);
  g_assert_true (has_focus_in (self, second));
  crit_history_undo (get_history (self));
  app_support_settle (self->window);
  g_assert_true (get_card (self, 1) == second);
  g_assert_nonnull (app_support_find_label (self->page, "Sertraline · SSRI"));
}

/* A move leaves each card with its own entry: what is typed there goes into that entry. */
static void
test_moved_card_writes_its_entry (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = NULL;

  act (self, self->page, "checklist.next");
  add_entry (self);
  add_entry (self);
  give (self, "trials/1/medicine", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 3 });
  act (self, GTK_WIDGET (get_card (self, 1)), "entry.move-up");
  entry = app_support_find_type (GTK_WIDGET (find_view (self, "trials/0/started")), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2019");
  g_assert_cmpint (app_support_answer (self->session, "trials/0/started")->kind, ==,
                   CRIT_ANSWER_DATE);
  g_assert_cmpint (app_support_answer (self->session, "trials/1/started")->kind, ==,
                   CRIT_ANSWER_OPEN);
}

static void
test_folded_card_says_everything (Fixture *self, gconstpointer data)
{
  act (self, self->page, "checklist.next");
  add_entry (self);
  give (self, "trials/0/medicine", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 1 });
  give (self, "trials/0/started", (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2024, 1, 0 } });
  give (self, "trials/0/stopped", (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2024, 6, 0 } });
  give (self, "trials/0/outcome", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 0 });
  crit_entry_card_set_unfolded (get_card (self, 0), FALSE);
  app_support_settle (self->window);
  g_assert_nonnull (app_support_find_label (
      self->page, "January 2024 to June 2024 · It did not work · 1 still open"));
}

/* The field of an entry appears with the answer that asks for it, in that entry alone. */
static void
test_hidden_field (Fixture *self, gconstpointer data)
{
  act (self, self->page, "checklist.next");
  add_entry (self);
  add_entry (self);
  g_assert_null (find_view (self, "trials/0/effects"));
  give (self, "trials/0/outcome", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 2 });
  g_assert_nonnull (find_view (self, "trials/0/effects"));
  g_assert_null (find_view (self, "trials/1/effects"));
}

static void
test_complete (Fixture *self, gconstpointer data)
{
  CritQuestionView *complete = NULL;

  act (self, self->page, "checklist.next");
  complete = find_view (self, "trials/complete");
  g_assert_nonnull (complete);
  g_assert_nonnull (
      app_support_find_label (GTK_WIDGET (complete), "Is it certain that there are none?"));
  gtk_widget_activate (gtk_widget_get_ancestor (
      app_support_find_label (GTK_WIDGET (complete), "Yes"), GTK_TYPE_CHECK_BUTTON));
  g_assert_true (crit_entries_is_complete (get_entries (self)));
  g_assert_cmpuint (get_entries (self)->n_entries, ==, 0);
  add_entry (self);
  g_assert_nonnull (app_support_find_label (GTK_WIDGET (complete), "That is all of them?"));
}

static void
go_to (Fixture *self, const char *pointer)
{
  CritPlace place = app_support_place (self->session, pointer);

  crit_session_go_to (self->session, &place);
  app_support_settle (self->window);
  app_support_settle (self->window);
}

static void
test_go_to (Fixture *self, gconstpointer data)
{
  const CritQuestion *trials =
      crit_rules_find_question (crit_session_get_rules (self->session), "trials");

  for (guint i = 0; i < 2; i++)
    crit_history_add_entry (get_history (self), trials);
  go_to (self, "trials/1/outcome");
  g_assert_cmpint (get_step (self), ==, 1);
  g_assert_true (crit_entry_card_is_unfolded (get_card (self, 1)));
  g_assert_false (crit_entry_card_is_unfolded (get_card (self, 0)));
  g_assert_true (has_focus_in (self, find_view (self, "trials/1/outcome")));
  go_to (self, "trials/complete");
  g_assert_true (has_focus_in (self, find_view (self, "trials/complete")));
  go_to (self, "referrer-town");
  g_assert_cmpint (get_step (self), ==, 0);
  g_assert_true (has_focus_in (self, find_view (self, "referrer-town")));
}

/* What an undo changes is shown: another section where need be. */
static void
test_show_question (Fixture *self, gconstpointer data)
{
  CritRules *rules = crit_session_get_rules (self->session);
  const CritQuestion *trials = crit_rules_find_question (rules, "trials");
  GtkWidget *focus = NULL;

  g_assert_cmpint (get_step (self), ==, 0);
  crit_checklist_page_show_question (CRIT_CHECKLIST_PAGE (self->page), trials);
  app_support_settle (self->window);
  g_assert_cmpint (get_step (self), ==, 1);
  g_assert_true (has_focus_in (self, find_view (self, "trials")));

  go_to (self, "trials/complete");
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  crit_checklist_page_show_question (CRIT_CHECKLIST_PAGE (self->page), trials);
  app_support_settle (self->window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == focus);
}

/* What a link leads to is in view, however far down it is. */
static void
test_go_to_scrolls (Fixture *self, gconstpointer data)
{
  GtkWidget *view = NULL;
  graphene_rect_t bounds = { 0 };

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 400);
  app_support_settle (self->window);
  view = GTK_WIDGET (find_view (self, "referrer-town"));
  g_assert_true (gtk_widget_compute_bounds (view, self->page, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, gtk_widget_get_height (self->page));

  go_to (self, "referrer-town");
  g_assert_true (gtk_widget_compute_bounds (view, self->page, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (self->page));
}

static CritCriterionRow *
get_row (Fixture *self, guint i)
{
  g_autoptr (GPtrArray) rows = find_mapped (self, CRIT_TYPE_CRITERION_ROW);

  return g_ptr_array_index (rows, i);
}

static void
test_criteria (Fixture *self, gconstpointer data)
{
  CritCriterionRow *depressed = get_row (self, 0);
  GtkWidget *mark = app_support_find_type (GTK_WIDGET (depressed), CRIT_TYPE_MARK_IMAGE);
  GtkWidget *link = NULL;

  g_assert_false (crit_criterion_row_is_changed (depressed));
  g_assert_cmpint (crit_mark_image_get_status (CRIT_MARK_IMAGE (mark)), ==, CRIT_STATUS_UNKNOWN);
  link = app_support_find_label (GTK_WIDGET (depressed), "Depressed now");
  g_assert_nonnull (link);
  act (self, self->page, "checklist.next");
  g_signal_emit_by_name (gtk_widget_get_ancestor (link, GTK_TYPE_BUTTON), "clicked");
  app_support_settle (self->window);
  g_assert_true (has_focus_in (self, find_view (self, "depressed")));

  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  g_assert_true (get_row (self, 0) == depressed);
  g_assert_true (crit_criterion_row_is_changed (depressed));
  g_assert_cmpint (crit_mark_image_get_status (CRIT_MARK_IMAGE (mark)), ==, CRIT_STATUS_MET);
  g_assert_null (app_support_find_label (GTK_WIDGET (depressed), "Depressed now"));
  gtk_test_accessible_assert_role (
      app_support_find_label (GTK_WIDGET (depressed), "Recorded as met"),
      GTK_ACCESSIBLE_ROLE_STATUS);
  /* Its own answer changed nothing about this one. */
  g_assert_false (crit_criterion_row_is_changed (get_row (self, 3)));
}

/* A note has no status, until it is certain that it does not apply. */
static void
test_note (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = find_mapped (self, CRIT_TYPE_CRITERION_ROW);
  GtkWidget *note = g_ptr_array_index (rows, rows->len - 1);

  g_assert_nonnull (app_support_find_label (note, "Mood is asked about at the next visit."));
  g_assert_null (app_support_find_label (note, "Does not apply"));
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  g_assert_nonnull (app_support_find_label (note, "Does not apply"));
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = FALSE });
  g_assert_null (app_support_find_label (note, "Does not apply"));
}

/* Where urgent help is depends on no answer, and is no criterion. */
static void
test_urgent (Fixture *self, gconstpointer data)
{
  GtkWidget *title = app_support_find_label (self->page, "Help now");
  GtkWidget *text = app_support_find_label (
      self->page, "In danger < now > & here, ring the bell in the hall. Somebody comes.");

  g_assert_nonnull (title);
  g_assert_nonnull (text);
  g_assert_true (gtk_widget_get_mapped (title) && gtk_widget_get_mapped (text));
  g_assert_null (gtk_widget_get_ancestor (text, CRIT_TYPE_CRITERION_ROW));
  g_assert_null (gtk_widget_get_ancestor (text, GTK_TYPE_SCROLLED_WINDOW));
  gtk_test_accessible_assert_role (gtk_widget_get_parent (text), GTK_ACCESSIBLE_ROLE_GROUP);
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = FALSE });
  g_assert_true (gtk_widget_get_mapped (text));
}

static gboolean
is_source (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

static void
test_source (Fixture *self, gconstpointer data)
{
  GtkWidget *button = app_support_find (GTK_WIDGET (get_row (self, 0)), is_source, NULL);
  GtkWidget *link = NULL;

  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_support_settle (self->window);
  g_assert_nonnull (app_support_find_label (button, "A published list of <criteria> & \"notes\""));
  g_assert_nonnull (app_support_find_label (button, "Guidance of a trust"));
  g_assert_nonnull (app_support_find_label (button, "Published 20 March 2024"));
  g_assert_nonnull (app_support_find_label (button, "Last checked 20 November 2026"));
  g_assert_nonnull (
      app_support_find_label (button, crit_certainty_get_label (CRIT_CERTAINTY_VERIFIED)));
  link = app_support_find_label (button, "example.org");
  g_assert_nonnull (link);
  g_assert_cmpstr (gtk_link_button_get_uri (
                       GTK_LINK_BUTTON (gtk_widget_get_ancestor (link, GTK_TYPE_LINK_BUTTON))),
                   ==, "https://example.org/criteria");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* What no criterion uses says so, under its own help. */
static void
test_for_the_record (Fixture *self, gconstpointer data)
{
  g_assert_nonnull (app_support_find_label (
      self->window, "No name of a person.\nFor the record: no criterion uses this answer."));
}

static const char *
tab (Fixture *self)
{
  GtkWidget *focus = NULL;
  GtkWidget *label = NULL;

  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  label = app_support_find_type (focus, GTK_TYPE_LABEL);
  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : G_OBJECT_TYPE_NAME (focus);
}

/* By keyboard: the field, what stands beside it, the way to clear it, the note, and only then the next question. */
static void
test_tab_order (Fixture *self, gconstpointer data)
{
  CritQuestionView *view = find_view (self, "last-event");

  give (self, "last-event", (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2019, 0, 0 } });
  gtk_widget_grab_focus (app_support_find_type (GTK_WIDGET (view), GTK_TYPE_ENTRY));
  g_assert_cmpstr (tab (self), ==, "Ongoing");
  g_assert_cmpstr (tab (self), ==, "Not known");
  g_assert_cmpstr (tab (self), ==, "Clear");
  g_assert_true (has_focus_in (self, view));
  tab (self);
  gtk_test_accessible_assert_property (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Note on “When was the last event?”");
  tab (self);
  g_assert_true (has_focus_in (self, find_view (self, "referrer-town")));
}

/* A label, or words of its own: what a screen reader says of it. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL);
}

static gboolean
is_stop (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_get_sensitive (widget);
}

static void
assert_names (Fixture *self)
{
  g_autoptr (GPtrArray) stops = app_support_find_all (self->page, is_stop, NULL);

  g_assert_cmpuint (stops->len, >, 5);
  for (guint i = 0; i < stops->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (stops, i);

      /* The text inside an entry is not told apart from it; the button inside a menu button is named after it. */
      if (GTK_IS_TEXT (stop) || is_named (stop)
          || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (stop)))
        continue;
      g_error ("A %s without a name, in a %s", G_OBJECT_TYPE_NAME (stop),
               G_OBJECT_TYPE_NAME (gtk_widget_get_parent (stop)));
    }
}

static void
test_names (Fixture *self, gconstpointer data)
{
  give (self, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN });
  assert_names (self);
  act (self, self->page, "checklist.next");
  add_entry (self);
  assert_names (self);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  ADD ("/checklist/steps", test_steps);
  ADD ("/checklist/built-when-shown", test_built_when_shown);
  ADD ("/checklist/hidden", test_hidden);
  ADD ("/checklist/section-hidden-in-view", test_section_hidden_in_view);
  ADD ("/checklist/progress", test_progress);
  ADD ("/checklist/list", test_list);
  ADD ("/checklist/moved-card-writes-its-entry", test_moved_card_writes_its_entry);
  ADD ("/checklist/folded-card-says-everything", test_folded_card_says_everything);
  ADD ("/checklist/hidden-field", test_hidden_field);
  ADD ("/checklist/complete", test_complete);
  ADD ("/checklist/go-to", test_go_to);
  ADD ("/checklist/show-question", test_show_question);
  ADD ("/checklist/go-to-scrolls", test_go_to_scrolls);
  ADD ("/checklist/criteria", test_criteria);
  ADD ("/checklist/note", test_note);
  ADD ("/checklist/urgent", test_urgent);
  ADD ("/checklist/source", test_source);
  ADD ("/checklist/for-the-record", test_for_the_record);
  ADD ("/checklist/tab-order", test_tab_order);
  ADD ("/checklist/names", test_names);
  return g_test_run ();
}
