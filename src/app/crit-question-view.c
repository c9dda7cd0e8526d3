/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-question-view.h"

#include "crit-answer-input.h"
#include "crit-bring-into-view.h"
#include "crit-children.h"
#include "crit-choice-input.h"
#include "crit-go-on.h"
#include "crit-label.h"
#include "crit-list-input.h"
#include "crit-note-view.h"
#include "crit-radio-group.h"
#include "crit-radio-input.h"
#include "crit-text-input.h"
#include "crit-typed-input.h"
#include "rules/crit-periods.h"

#include <glib/gi18n-lib.h>

/* Up to this many options are all in view; more are typed. */
#define MAX_RADIOS 7

struct _CritQuestionView
{
  GtkWidget parent_instance;

  CritSession *session;
  CritPlace place;

  const CritQuestion *start; /* (nullable): of a time that ends here */

  GtkWidget *text;
  GtkWidget *help;
  CritAnswerInput *input;
  GtkWidget
      *clear; /* (nullable): a stack, so that its room is kept while there is nothing to clear */
  GtkWidget *reason;  /* (nullable): made when an answer is first "Not known" */
  CritNoteView *note; /* (nullable): "are these all?" has none */
};

G_DEFINE_FINAL_TYPE (CritQuestionView, crit_question_view, GTK_TYPE_WIDGET)

static CritHistory *
get_history (CritQuestionView *self)
{
  return crit_session_get_history (self->session);
}

static gboolean
is_radio (const CritPlace *place)
{
  const CritQuestion *question = crit_place_get_question (place);

  return place->complete || question->type == CRIT_QUESTION_BOOLEAN
         || (question->type == CRIT_QUESTION_CHOICE && !question->other
             && question->options->options->len <= MAX_RADIOS);
}

static CritAnswerInput *
make_input (CritQuestionView *self)
{
  const CritQuestion *question = crit_place_get_question (&self->place);

  if (self->place.complete)
    return crit_radio_input_new_complete (question);
  if (is_radio (&self->place))
    return crit_radio_input_new (question);
  switch (question->type)
    {
    case CRIT_QUESTION_CHOICE:
      return crit_choice_input_new (question);
    case CRIT_QUESTION_INTEGER:
    case CRIT_QUESTION_DECIMAL:
    case CRIT_QUESTION_DATE:
      return crit_typed_input_new (question, crit_session_get_record (self->session));
    case CRIT_QUESTION_LIST:
      return crit_list_input_new (self->session, question);
    case CRIT_QUESTION_BOOLEAN:
    case CRIT_QUESTION_STRING:
    case CRIT_QUESTION_TEXT:
    default:
      return crit_text_input_new (question);
    }
}

static char *
dup_text (const CritQuestion *question)
{
  if (question->unit == NULL)
    return g_strdup (question->text);
  /* Translators: a question and the unit of its answer, such as "Age (years)" */
  return g_strdup_printf (_ ("%1$s (%2$s)"), question->text, question->unit);
}

/* An answer that is chosen is a change of its own; one that is typed goes on with what was typed before. */
static gboolean
is_chosen (const CritAnswer *answer)
{
  return answer->kind == CRIT_ANSWER_BOOLEAN || answer->kind == CRIT_ANSWER_UNKNOWN
         || answer->kind == CRIT_ANSWER_ONGOING;
}

static void
answered_cb (CritQuestionView *self, const CritAnswer *answer)
{
  if (is_chosen (answer))
    crit_history_end_typing (get_history (self));
  crit_history_set_answer (get_history (self), &self->place, answer);
  /* The record tells of changes only; whether there is text to clear may change without one. */
  crit_question_view_update (self);
}

static void
clear_cb (CritQuestionView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->input));
  /* A change of its own, not the end of what was being typed. */
  crit_history_end_typing (get_history (self));
  crit_answer_input_clear (self->input);
  /* Among answers of which none is chosen any more, at the first. */
  gtk_widget_grab_focus (GTK_WIDGET (self->input));
}

static void
left_cb (CritQuestionView *self)
{
  crit_history_end_typing (get_history (self));
}

static void
reason_chosen_cb (CritQuestionView *self, guint reason)
{
  CritAnswer answer = { .kind = CRIT_ANSWER_UNKNOWN, .unknown = reason };

  crit_history_set_answer (get_history (self), &self->place, &answer);
}

static void
make_reason (CritQuestionView *self)
{
  CritRadioGroup *group = crit_radio_group_new (FALSE);

  self->reason = GTK_WIDGET (group);
  for (guint i = CRIT_UNKNOWN_NOT_KNOWN; i <= CRIT_UNKNOWN_CONFLICTING; i++)
    crit_radio_group_append (group, crit_unknown_get_label (i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why is it not known?"), -1);
  gtk_widget_add_css_class (self->reason, "crit-reason");
  gtk_widget_set_sensitive (self->reason, !crit_session_is_read_only (self->session));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->text, NULL, -1);
  g_signal_connect_object (group, "chosen", G_CALLBACK (reason_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (self->reason, GTK_WIDGET (self), GTK_WIDGET (self->note));
}

static void
update_reason (CritQuestionView *self, const CritAnswer *answer)
{
  gboolean unknown = answer->kind == CRIT_ANSWER_UNKNOWN;

  if (unknown && self->reason == NULL)
    make_reason (self);
  if (self->reason == NULL)
    return;
  gtk_widget_set_visible (self->reason, unknown);
  if (unknown)
    crit_radio_group_set_selected (CRIT_RADIO_GROUP (self->reason), answer->unknown);
}

static GtkWidget *
make_clear (CritQuestionView *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Clear"));
  /* Translators: %s is a question */
  g_autofree char *name =
      g_strdup_printf (_ ("Clear the answer to “%s”"),
                       crit_question_get_label (crit_place_get_question (&self->place)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crit-clear");
  gtk_widget_add_css_class (button, "dim-label");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);

  self->clear = gtk_stack_new ();
  /* As high as the answer beside it: Tab goes by the middle of what it passes, and must come here after the answer. */
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_stack_add_named (GTK_STACK (self->clear), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "no");
  gtk_stack_add_named (GTK_STACK (self->clear), button, "yes");
  return self->clear;
}

static void
describe (CritQuestionView *self, const char *help)
{
  gboolean group = !is_radio (&self->place);

  crit_answer_input_set_label (self->input, self->text);
  if (group)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    self->text, NULL, -1);
  if (help != NULL)
    gtk_accessible_update_property (
        group ? GTK_ACCESSIBLE (self)
              : GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->input))),
        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, help, -1);
}

/* A list takes the whole width: it has no answer to clear, and the button for a note is below it. */
static gboolean
is_wide (CritQuestionView *self)
{
  return !self->place.complete && self->place.question->type == CRIT_QUESTION_LIST
         && self->place.entry < 0;
}

static void
add_end (CritQuestionView *self, GtkWidget *row)
{
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (end), make_clear (self));
  /* As high as the answer too, for the same reason. */
  gtk_box_append (GTK_BOX (end), note);
  if (self->note != NULL)
    gtk_box_append (GTK_BOX (note), crit_note_view_get_button (self->note));
  gtk_box_append (GTK_BOX (row), end);
}

static void
add_note (CritQuestionView *self)
{
  gtk_widget_set_parent (GTK_WIDGET (self->note), GTK_WIDGET (self));
  if (is_wide (self) && !crit_session_is_read_only (self->session))
    gtk_widget_set_parent (crit_note_view_get_button (self->note), GTK_WIDGET (self));
}

/* What is only shown takes no answer, but the entries of a list can be unfolded. */
static void
show_only (CritQuestionView *self, GtkWidget *row)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "read-only");
  gtk_widget_set_sensitive (row, is_wide (self));
}

static void
build (CritQuestionView *self)
{
  const CritQuestion *question = crit_place_get_question (&self->place);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = self->place.complete ? NULL : dup_text (question);
  g_autofree char *help = self->place.complete ? NULL : crit_question_dup_help (question);

  self->text = crit_label_new (text, CRIT_LABEL_PLAIN);
  self->help = crit_label_new (help, CRIT_LABEL_DIM);
  self->input = make_input (self);
  g_signal_connect_object (self->input, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self->input), TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->input));
  if (!self->place.complete)
    self->note =
        crit_note_view_new (self->session, &self->place,
                            is_wide (self) ? CRIT_NOTE_BUTTON_WORDS : CRIT_NOTE_BUTTON_ICON);
  if (crit_session_is_read_only (self->session))
    show_only (self, row);
  else if (!is_wide (self))
    add_end (self, row);

  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_parent (self->help, GTK_WIDGET (self));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  if (self->note != NULL)
    add_note (self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  crit_go_on_from_ticks (GTK_WIDGET (self));
  if (!self->place.complete && question->type == CRIT_QUESTION_DATE)
    self->start = crit_rules_find_start (crit_session_get_rules (self->session), question);
  describe (self, help);
}

/* What the time that ends here begins with, in the same entry or beside it. */
static void
update_start (CritQuestionView *self)
{
  CritPlace place = self->place;
  const CritAnswer *answer = NULL;

  if (self->start == NULL)
    return;
  if (place.field != NULL && self->start->list != NULL)
    place.field = self->start;
  else
    place = crit_place_of_question (self->start);
  answer = crit_record_get_answer (crit_session_get_record (self->session), &place);
  crit_typed_input_set_start (CRIT_TYPED_INPUT (self->input),
                              answer->kind == CRIT_ANSWER_DATE ? answer->date : (CritDate){ 0 });
}

/* By Tab one also comes from below: what is asked must not stay out of sight above the answers. */
static gboolean
crit_question_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean moved = GTK_WIDGET_CLASS (crit_question_view_parent_class)->focus (widget, direction);

  if (moved)
    crit_bring_into_view (widget);
  return moved;
}

static void
crit_question_view_dispose (GObject *object)
{
  CritQuestionView *self = CRIT_QUESTION_VIEW (object);

  crit_children_remove (GTK_WIDGET (self));
  self->input = NULL;
  self->note = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_question_view_parent_class)->dispose (object);
}

static void
crit_question_view_class_init (CritQuestionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_question_view_dispose;
  widget_class->focus = crit_question_view_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "question");
}

static void
crit_question_view_init (CritQuestionView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * crit_question_view_new:
 * @session: the open record
 * @place: where the answer stands: a question, a field of an entry, or whether a list is complete
 *
 * Makes the block of one question and shows what the record holds.
 *
 * Returns: (transfer floating): the view
 */
CritQuestionView *
crit_question_view_new (CritSession *session, const CritPlace *place)
{
  CritQuestionView *self = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  /* Radio buttons bring a labelled radio group of their own; a group in a group would be read out twice. */
  self = g_object_new (CRIT_TYPE_QUESTION_VIEW, "accessible-role",
                       is_radio (place) ? GTK_ACCESSIBLE_ROLE_GENERIC : GTK_ACCESSIBLE_ROLE_GROUP,
                       NULL);
  self->session = g_object_ref (session);
  self->place = *place;
  gtk_widget_add_css_class (GTK_WIDGET (self), is_radio (place) ? "radios" : "field");
  build (self);
  crit_question_view_update (self);
  crit_question_view_update_shown (self);
  return self;
}

/**
 * crit_question_view_get_place:
 * @self: a view
 *
 * Says which answer it is about.
 *
 * Returns: (transfer none): the place
 */
const CritPlace *
crit_question_view_get_place (CritQuestionView *self)
{
  g_return_val_if_fail (CRIT_IS_QUESTION_VIEW (self), NULL);
  return &self->place;
}

/**
 * crit_question_view_set_entry:
 * @self: the view of a field
 * @entry: index of the entry
 *
 * Follows an entry that was moved within its list.
 */
void
crit_question_view_set_entry (CritQuestionView *self, guint entry)
{
  g_return_if_fail (CRIT_IS_QUESTION_VIEW (self));
  g_return_if_fail (self->place.field != NULL);
  self->place.entry = entry;
  crit_note_view_set_entry (self->note, entry);
}

/**
 * crit_question_view_set_text:
 * @self: a view
 * @text: what is asked, in words
 *
 * Words the question anew; for "That is all of them?", which depends on how many there are.
 */
void
crit_question_view_set_text (CritQuestionView *self, const char *text)
{
  g_return_if_fail (CRIT_IS_QUESTION_VIEW (self));
  crit_label_set (self->text, text);
}

/**
 * crit_question_view_update:
 * @self: a view
 *
 * Shows what the record holds now.
 */
void
crit_question_view_update (CritQuestionView *self)
{
  const CritAnswer *answer = NULL;

  g_return_if_fail (CRIT_IS_QUESTION_VIEW (self));

  answer = crit_record_get_answer (crit_session_get_record (self->session), &self->place);
  crit_answer_input_show (self->input, answer);
  update_reason (self, answer);
  if (self->note != NULL)
    crit_note_view_update (self->note);
  if (self->clear != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->clear),
                                      crit_answer_input_is_blank (self->input) ? "no" : "yes");
}

/**
 * crit_question_view_update_shown:
 * @self: a view
 *
 * Shows or hides the question, and those inside it, as the screening says now. A hidden question keeps its answer.
 */
void
crit_question_view_update_shown (CritQuestionView *self)
{
  g_return_if_fail (CRIT_IS_QUESTION_VIEW (self));

  gtk_widget_set_visible (
      GTK_WIDGET (self),
      crit_screening_is_shown (crit_session_get_screening (self->session), &self->place));
  crit_answer_input_update_shown (self->input);
  update_start (self);
}

/**
 * crit_question_view_focus_place:
 * @self: a view
 * @place: its place, or one inside it
 *
 * Moves the keyboard focus to where a place is answered.
 *
 * Returns: whether it could
 */
gboolean
crit_question_view_focus_place (CritQuestionView *self, const CritPlace *place)
{
  g_return_val_if_fail (CRIT_IS_QUESTION_VIEW (self), FALSE);
  return crit_answer_input_focus_place (self->input, place);
}
