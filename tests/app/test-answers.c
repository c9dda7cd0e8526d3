/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each kind of answer: what is given in the window reaches the record through its history, and what the history does
 * reaches the window. */

#include "config.h"

#include "app-support.h"
#include "crit-answer-input.h"
#include "crit-question-view.h"
#include "crit-radio-group.h"
#include "record/crit-answer-limits.h"

typedef struct
{
  CritSession *session;
  CritQuestionView *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, const char *pointer)
{
  CritPlace place = { 0 };

  self->session = app_support_open ("every-kind.json");
  place = app_support_place (self->session, pointer);
  self->view = crit_question_view_new (self->session, &place);
  self->window = app_support_show (GTK_WIDGET (self->view), 600, 400);
}

static void
tear_down (Fixture *self)
{
  app_support_close (self->window);
  g_assert_finalize_object (self->session);
}

/* What the section's page does when the record tells of a change. */
static void
look_again (Fixture *self)
{
  crit_question_view_update (self->view);
  app_support_settle (self->window);
}

static const CritAnswer *
get_answer (Fixture *self)
{
  return crit_record_get_answer (crit_session_get_record (self->session),
                                 crit_question_view_get_place (self->view));
}

static void
undo (Fixture *self)
{
  crit_history_undo (crit_session_get_history (self->session));
  look_again (self);
}

static GtkWidget *
get_entry (Fixture *self)
{
  return app_support_find_type (GTK_WIDGET (self->view), GTK_TYPE_ENTRY);
}

static gboolean
is_check (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

/* The radio or check button that says @text; the @nth of those in view. */
static GtkCheckButton *
get_button (Fixture *self, const char *text, guint nth)
{
  g_autoptr (GPtrArray) buttons = app_support_find_all (GTK_WIDGET (self->view), is_check, NULL);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkCheckButton *button = g_ptr_array_index (buttons, i);
      GtkWidget *label = app_support_find_type (GTK_WIDGET (button), GTK_TYPE_LABEL);

      if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text) && nth-- == 0)
        return button;
    }
  g_test_message ("No button says “%s”", text);
  g_assert_not_reached ();
}

static void
choose (Fixture *self, const char *text, guint nth)
{
  gtk_widget_activate (GTK_WIDGET (get_button (self, text, nth)));
  look_again (self);
}

static GtkWidget *
find_clear (Fixture *self)
{
  GtkWidget *label = app_support_find_label (GTK_WIDGET (self->view), "Clear");

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
clear (Fixture *self)
{
  GtkWidget *button = find_clear (self);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  look_again (self);
}

static void
type (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), text);
  look_again (self);
}

static void
assert_typed (Fixture *self, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self))), ==, text);
}

static void
test_boolean (void)
{
  Fixture self = { 0 };

  set_up (&self, "depressed");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  g_assert_null (find_clear (&self));

  choose (&self, "Yes", 0);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_BOOLEAN);
  g_assert_true (get_answer (&self)->boolean);
  choose (&self, "No", 0);
  g_assert_false (get_answer (&self)->boolean);

  undo (&self);
  g_assert_true (gtk_check_button_get_active (get_button (&self, "Yes", 0)));
  undo (&self);
  g_assert_false (gtk_check_button_get_active (get_button (&self, "Yes", 0)));
  g_assert_false (gtk_check_button_get_active (get_button (&self, "No", 0)));
  tear_down (&self);
}

static void
test_reason (void)
{
  Fixture self = { 0 };

  set_up (&self, "depressed");
  choose (&self, "Not known", 0);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_UNKNOWN);
  g_assert_cmpint (get_answer (&self)->unknown, ==, CRIT_UNKNOWN_NOT_KNOWN);

  choose (&self, crit_unknown_get_label (CRIT_UNKNOWN_AWAITING), 0);
  g_assert_cmpint (get_answer (&self)->unknown, ==, CRIT_UNKNOWN_AWAITING);
  g_assert_true (gtk_check_button_get_active (get_button (&self, "Not known", 0)));

  clear (&self);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  g_assert_null (find_clear (&self));
  g_assert_null (app_support_find_label (GTK_WIDGET (self.view),
                                         crit_unknown_get_label (CRIT_UNKNOWN_AWAITING)));
  undo (&self);
  g_assert_true (gtk_check_button_get_active (
      get_button (&self, crit_unknown_get_label (CRIT_UNKNOWN_AWAITING), 0)));
  tear_down (&self);
}

static void
test_choice (void)
{
  Fixture self = { 0 };

  set_up (&self, "referred-by");
  /* What a file says is never markup or a mnemonic. */
  choose (&self, "Psychiatrist_of the <trust> & others", 0);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPTION);
  g_assert_cmpuint (get_answer (&self)->option, ==, 1);
  clear (&self);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  undo (&self);
  g_assert_cmpuint (get_answer (&self)->option, ==, 1);
  tear_down (&self);
}

static void
test_number (void)
{
  Fixture self = { 0 };

  set_up (&self, "age");
  g_assert_nonnull (app_support_find_label (GTK_WIDGET (self.view), "Age (years)"));
  type (&self, "41");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_NUMBER);
  g_assert_cmpfloat (get_answer (&self)->number, ==, 41);
  clear (&self);
  assert_typed (&self, "");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  undo (&self);
  assert_typed (&self, "41");
  tear_down (&self);
}

/* Text that is no answer stays, leaves the record open, says what is wrong, and can be cleared. */
static void
test_problem (void)
{
  Fixture self = { 0 };

  set_up (&self, "age");
  type (&self, "41");
  type (&self, "forty");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  assert_typed (&self, "forty");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (&self)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  clear (&self);
  assert_typed (&self, "");
  g_assert_null (find_clear (&self));
  tear_down (&self);
}

/* A mistake is marked as soon as the field is left, not before. */
static void
test_marked (void)
{
  Fixture self = { 0 };

  set_up (&self, "age");
  gtk_widget_grab_focus (get_entry (&self));
  type (&self, "forty");
  g_assert_false (gtk_widget_has_css_class (get_entry (&self), "error"));
  gtk_widget_grab_focus (GTK_WIDGET (get_button (&self, "Not known", 0)));
  g_assert_true (gtk_widget_has_css_class (get_entry (&self), "error"));
  gtk_widget_grab_focus (get_entry (&self));
  g_assert_false (gtk_widget_has_css_class (get_entry (&self), "error"));
  tear_down (&self);
}

static void
test_doubt (void)
{
  Fixture self = { 0 };

  set_up (&self, "age");
  type (&self, "120");
  g_assert_cmpfloat (get_answer (&self)->number, ==, 120);
  type (&self, "131");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  tear_down (&self);
}

/* A date after that of the record is taken, and asked about. */
static void
test_later_date (void)
{
  Fixture self = { 0 };

  set_up (&self, "last-event");
  type (&self, "June 2999");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_DATE);
  g_assert_nonnull (app_support_find_label (
      GTK_WIDGET (self.view), "June 2999\nIs this right? It is after the date of the record."));
  type (&self, "6/2019");
  g_assert_nonnull (app_support_find_label (GTK_WIDGET (self.view), "June 2019"));
  tear_down (&self);
}

static void
test_date (void)
{
  Fixture self = { 0 };

  set_up (&self, "last-event");
  type (&self, "Mar 2019");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_DATE);
  g_assert_cmpuint (get_answer (&self)->date.month, ==, 3);
  g_assert_nonnull (app_support_find_label (GTK_WIDGET (self.view), "March 2019"));
  /* What the person typed is not rewritten under the cursor. */
  assert_typed (&self, "Mar 2019");

  choose (&self, "Ongoing", 0);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_ONGOING);
  assert_typed (&self, "");
  undo (&self);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_DATE);
  g_assert_false (gtk_check_button_get_active (get_button (&self, "Ongoing", 0)));

  choose (&self, "Not known", 0);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_UNKNOWN);
  type (&self, "2020");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_DATE);
  g_assert_false (gtk_check_button_get_active (get_button (&self, "Not known", 0)));
  tear_down (&self);
}

static void
test_text (void)
{
  Fixture self = { 0 };

  set_up (&self, "referrer-town");
  type (&self, "Łódź & <Bath>");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_TEXT);
  g_assert_cmpstr (get_answer (&self)->text, ==, "Łódź & <Bath>");
  /* The record may tidy what is typed; the field does not follow under the person's hands. */
  type (&self, "Bad ");
  assert_typed (&self, "Bad ");
  type (&self, "");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  tear_down (&self);
}

static void
test_long_text (void)
{
  Fixture self = { 0 };
  GtkTextBuffer *buffer = NULL;
  g_autofree char *long_text = g_strnfill (20000, 'x');

  set_up (&self, "event-details");
  gtk_widget_show (GTK_WIDGET (self.view));
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (app_support_find_type (GTK_WIDGET (self.view), GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (buffer, "one\ntwo", -1);
  g_assert_cmpstr (get_answer (&self)->text, ==, "one\ntwo");
  gtk_text_buffer_set_text (buffer, long_text, -1);
  g_assert_cmpuint (strlen (get_answer (&self)->text), ==, CRIT_ANSWER_MAX_TEXT);
  tear_down (&self);
}

static void
test_type_ahead (void)
{
  Fixture self = { 0 };

  set_up (&self, "first-choice");
  type (&self, "venlafaxine");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPTION);
  g_assert_cmpuint (get_answer (&self)->option, ==, 3);
  g_assert_nonnull (app_support_find_label (GTK_WIDGET (self.view), "SNRI"));

  /* This question takes no words of one's own. */
  type (&self, "Tianeptine");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  assert_typed (&self, "Tianeptine");
  clear (&self);
  assert_typed (&self, "");
  tear_down (&self);
}

static gboolean
is_row_in_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_child_visible (widget)
         && gtk_widget_get_mapped (widget);
}

/* What is typed finds options by their class too, and one of them is taken. */
static void
test_pick (void)
{
  Fixture self = { 0 };
  g_autoptr (GPtrArray) rows = NULL;

  set_up (&self, "first-choice");
  gtk_widget_grab_focus (get_entry (&self));
  type (&self, "sn");
  rows = app_support_find_all (GTK_WIDGET (self.view), is_row_in_view, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  gtk_widget_grab_focus (g_ptr_array_index (rows, 1));
  gtk_widget_activate (g_ptr_array_index (rows, 1));
  app_support_settle (self.window);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPTION);
  g_assert_cmpuint (get_answer (&self)->option, ==, 3);
  assert_typed (&self, "Venlafaxine");
  g_assert_nonnull (find_clear (&self));
  undo (&self);
  assert_typed (&self, "");
  tear_down (&self);
}

static void
test_radios_are_told (void)
{
  Fixture self = { 0 };
  GtkWidget *group = NULL;
  GtkCheckButton *yes = NULL;

  set_up (&self, "depressed");
  group = app_support_find_type (GTK_WIDGET (self.view), CRIT_TYPE_RADIO_GROUP);
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_relation (
      group, GTK_ACCESSIBLE_RELATION_LABELLED_BY,
      app_support_find_label (GTK_WIDGET (self.view), "Is the person depressed now?"), NULL);
  yes = get_button (&self, "Yes", 0);
  gtk_test_accessible_assert_role (yes, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (yes, GTK_ACCESSIBLE_PROPERTY_LABEL, "Yes");
  gtk_test_accessible_assert_state (yes, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  choose (&self, "Yes", 0);
  gtk_test_accessible_assert_state (yes, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  tear_down (&self);
}

static void
test_fields_are_told (void)
{
  static const char *const pointers[] = { "age", "weight", "last-event", "referrer-town",
                                          "first-choice" };

  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      Fixture self = { 0 };
      GtkWidget *text = NULL;

      set_up (&self, pointers[i]);
      text = gtk_widget_get_first_child (GTK_WIDGET (self.view));
      gtk_test_accessible_assert_role (self.view, GTK_ACCESSIBLE_ROLE_GROUP);
      gtk_test_accessible_assert_relation (self.view, GTK_ACCESSIBLE_RELATION_LABELLED_BY, text,
                                           NULL);
      gtk_test_accessible_assert_relation (get_entry (&self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                           text, NULL);
      tear_down (&self);
    }
}

/* The sentence under a field is its description too. */
static void
test_words_are_told (void)
{
  Fixture self = { 0 };
  CritPlace place = { 0 };
  GtkWidget *entry = NULL;

  set_up (&self, "first-choice");
  place = *crit_question_view_get_place (self.view);
  g_assert_nonnull (place.question);
  entry = get_entry (&self);
  type (&self, "Sertraline");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "SSRI");
  tear_down (&self);

  set_up (&self, "last-event");
  type (&self, "3/2019");
  gtk_test_accessible_assert_property (get_entry (&self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "March 2019");
  tear_down (&self);
}

/* One step back takes back what was typed at one go, not a letter. */
static void
test_typing_is_one_change (void)
{
  Fixture self = { 0 };

  set_up (&self, "referrer-town");
  type (&self, "B");
  type (&self, "Ba");
  type (&self, "Bath");
  undo (&self);
  assert_typed (&self, "");
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  tear_down (&self);
}

static GtkWidget *
find_named (GtkWidget *root, const char *css_name)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = gtk_widget_has_css_class (child, css_name) ? child : find_named (child, css_name);
  return found;
}

static GtkTextBuffer *
get_note_buffer (Fixture *self)
{
  GtkWidget *field = app_support_find_type (GTK_WIDGET (self->view), GTK_TYPE_TEXT_VIEW);

  return field != NULL ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)) : NULL;
}

static const char *
get_note (Fixture *self)
{
  return crit_record_get_note (crit_session_get_record (self->session),
                               crit_question_view_get_place (self->view));
}

/* The button opens a field with the focus in it; what is typed there is one change, and the field shows what undo does. */
static void
test_note (void)
{
  Fixture self = { 0 };
  GtkWidget *button = NULL;
  GtkTextBuffer *buffer = NULL;
  g_autofree char *label = NULL;

  set_up (&self, "age");
  button = find_named (self.window, "crit-note-button");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Note on “Age”");
  g_assert_null (get_note_buffer (&self));
  g_signal_emit_by_name (button, "clicked");
  app_support_settle (self.window);
  buffer = get_note_buffer (&self);
  g_assert_nonnull (buffer);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (gtk_widget_get_root (button))));
  gtk_text_buffer_insert_at_cursor (buffer, "As", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " said", -1);
  g_assert_cmpstr (get_note (&self), ==, "As said");
  label = crit_session_dup_undo_label (self.session);
  g_assert_cmpstr (label, ==, "Note on “Age”");
  undo (&self);
  g_assert_null (get_note (&self));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  g_assert_cmpint (get_answer (&self)->kind, ==, CRIT_ANSWER_OPEN);
  tear_down (&self);
}

/* Beyond the longest note the field takes nothing. */
static void
test_long_note (void)
{
  Fixture self = { 0 };
  g_autofree char *text = g_strnfill (CRIT_ANSWER_MAX_TEXT + 5, 'x');

  set_up (&self, "age");
  g_signal_emit_by_name (find_named (self.window, "crit-note-button"), "clicked");
  gtk_text_buffer_set_text (get_note_buffer (&self), text, -1);
  g_assert_cmpuint (strlen (get_note (&self)), ==, CRIT_ANSWER_MAX_TEXT);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_note_buffer (&self)), ==,
                   CRIT_ANSWER_MAX_TEXT);
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add_func ("/answers/boolean", test_boolean);
  g_test_add_func ("/answers/note", test_note);
  g_test_add_func ("/answers/long-note", test_long_note);
  g_test_add_func ("/answers/reason", test_reason);
  g_test_add_func ("/answers/choice", test_choice);
  g_test_add_func ("/answers/number", test_number);
  g_test_add_func ("/answers/problem", test_problem);
  g_test_add_func ("/answers/marked", test_marked);
  g_test_add_func ("/answers/doubt", test_doubt);
  g_test_add_func ("/answers/date", test_date);
  g_test_add_func ("/answers/later-date", test_later_date);
  g_test_add_func ("/answers/text", test_text);
  g_test_add_func ("/answers/long-text", test_long_text);
  g_test_add_func ("/answers/type-ahead", test_type_ahead);
  g_test_add_func ("/answers/pick", test_pick);
  g_test_add_func ("/answers/radios-are-told", test_radios_are_told);
  g_test_add_func ("/answers/fields-are-told", test_fields_are_told);
  g_test_add_func ("/answers/words-are-told", test_words_are_told);
  g_test_add_func ("/answers/typing-is-one-change", test_typing_is_one_change);
  return g_test_run ();
}
