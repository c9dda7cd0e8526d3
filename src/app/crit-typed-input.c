/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-typed-input.h"

#include "crit-go-on.h"
#include "crit-label.h"
#include "crit-row-layout.h"
#include "crit-telling.h"
#include "record/crit-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CritTypedInput
{
  CritAnswerInput parent_instance;

  GtkWidget *entry;
  GtkWidget *words;
  GtkEventController *focus;
  CritRecord *record; /* a date is held against its date */
  CritDate start;     /* the end of a time is held against its beginning; may be not set */
  CritTyped typed;
  gboolean said_otherwise; /* ongoing, or not known: there is nothing to type */
};

G_DEFINE_FINAL_TYPE (CritTypedInput, crit_typed_input, CRIT_TYPE_ANSWER_INPUT)

static gboolean
is_date (CritTypedInput *self)
{
  return crit_answer_input_get_question (CRIT_ANSWER_INPUT (self))->type == CRIT_QUESTION_DATE;
}

/* What to say under a field in which nothing stands. */
static const char *
get_hint (CritTypedInput *self)
{
  return is_date (self) && !self->said_otherwise ? _ ("For example 2019, Mar 2019 or 21 Mar 2019")
                                                 : "";
}

static const char *
get_text (CritTypedInput *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static char *
dup_words (CritTypedInput *self)
{
  if (self->typed.problem != NULL)
    return g_strdup (self->typed.problem);
  if (self->typed.doubt != NULL)
    return g_strconcat (self->typed.understood != NULL ? self->typed.understood : "",
                        self->typed.understood != NULL ? "\n" : "", self->typed.doubt, NULL);
  /* Not what stands in the field word for word: that would be said twice. */
  if (self->typed.understood != NULL && !g_str_equal (self->typed.understood, get_text (self)))
    return g_strdup (self->typed.understood);
  if (self->typed.understood != NULL)
    return g_strdup ("");
  return g_strdup (get_hint (self));
}

/* A half-typed date is not a mistake yet: the field is marked only once the person has left it. */
static void
update_marked (CritTypedInput *self)
{
  gboolean wrong = self->typed.problem != NULL;
  gboolean left =
      !gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus));

  if (wrong && left)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  if (wrong)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

/* What asks to be looked at again stands out from what only repeats. */
static void
update_dim (CritTypedInput *self)
{
  if (self->typed.doubt != NULL || self->typed.problem != NULL)
    gtk_widget_remove_css_class (self->words, "dim-label");
  else
    gtk_widget_add_css_class (self->words, "dim-label");
}

static void
update_words (CritTypedInput *self)
{
  g_autofree char *words = dup_words (self);

  crit_label_set (self->words, words);
  crit_telling_describe (self->entry, words);
  update_dim (self);
  update_marked (self);
}

static void
read_text (CritTypedInput *self)
{
  crit_typed_clear (&self->typed);
  crit_typed_read (crit_answer_input_get_question (CRIT_ANSWER_INPUT (self)),
                   gtk_editable_get_text (GTK_EDITABLE (self->entry)), &self->typed);
  crit_typed_doubt_before (&self->typed, self->start);
  crit_typed_doubt_later (&self->typed, crit_record_get_date (self->record));
  update_words (self);
}

static void
changed_cb (CritTypedInput *self)
{
  read_text (self);
  crit_answer_input_give (CRIT_ANSWER_INPUT (self), &self->typed.answer);
}

static void
show_text (CritTypedInput *self, const CritAnswer *answer)
{
  g_autofree char *text = NULL;

  if (crit_answer_equal (answer, &self->typed.answer))
    return;
  if (!self->said_otherwise)
    text = crit_typed_dup_text (crit_answer_input_get_question (CRIT_ANSWER_INPUT (self)), answer);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
crit_typed_input_show_answer (CritAnswerInput *input, const CritAnswer *answer)
{
  CritTypedInput *self = CRIT_TYPED_INPUT (input);

  self->said_otherwise = answer->kind == CRIT_ANSWER_UNKNOWN || answer->kind == CRIT_ANSWER_ONGOING;
  show_text (self, answer);
  update_words (self);
}

static void
crit_typed_input_clear (CritAnswerInput *input)
{
  CritTypedInput *self = CRIT_TYPED_INPUT (input);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  crit_answer_input_give (input, &(CritAnswer){ 0 });
}

static gboolean
crit_typed_input_is_blank (CritAnswerInput *input)
{
  CritTypedInput *self = CRIT_TYPED_INPUT (input);

  return crit_answer_input_get_shown (input)->kind == CRIT_ANSWER_OPEN
         && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
}

static char *
crit_typed_input_dup_text (CritAnswerInput *input)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (CRIT_TYPED_INPUT (input)->entry)));
}

static void
crit_typed_input_set_text (CritAnswerInput *input, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (CRIT_TYPED_INPUT (input)->entry), text);
}

static void
crit_typed_input_set_label (CritAnswerInput *input, GtkWidget *label)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (CRIT_TYPED_INPUT (input)->entry),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static gboolean
crit_typed_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CRIT_TYPED_INPUT (widget)->entry);
}

static void
add_entry (CritTypedInput *self, GtkWidget *row)
{
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), is_date (self) ? 8 : 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), is_date (self) ? 16 : 8);
  /* What was typed is undone where every answer is: in the record's history. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 64);
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry), GTK_INPUT_HINT_PRIVATE);
  gtk_widget_set_halign (self->entry, GTK_ALIGN_START);
  self->focus = gtk_event_controller_focus_new ();
  /* At "leave" the controller still says that it contains the focus. */
  g_signal_connect_object (self->focus, "notify::contains-focus", G_CALLBACK (update_marked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, self->focus);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->entry, "activate", G_CALLBACK (crit_go_on), NULL);
  gtk_box_append (GTK_BOX (row), self->entry);
}

static void
add_checks (CritTypedInput *self, GtkWidget *row)
{
  CritAnswerInput *input = CRIT_ANSWER_INPUT (self);

  if (crit_answer_input_get_question (input)->ongoing)
    gtk_box_append (GTK_BOX (row),
                    crit_answer_input_make_check (input, _ ("Ongoing"),
                                                  &(CritAnswer){ .kind = CRIT_ANSWER_ONGOING }));
  gtk_box_append (GTK_BOX (row), crit_answer_input_make_not_known (input));
}

static void
crit_typed_input_constructed (GObject *object)
{
  CritTypedInput *self = CRIT_TYPED_INPUT (object);
  GtkWidget *row = crit_row_box_new ();

  G_OBJECT_CLASS (crit_typed_input_parent_class)->constructed (object);

  add_entry (self, row);
  add_checks (self, row);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  self->words = crit_label_new (NULL, CRIT_LABEL_DIM);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  update_words (self);
}

static void
crit_typed_input_finalize (GObject *object)
{
  g_clear_object (&CRIT_TYPED_INPUT (object)->record);
  crit_typed_clear (&CRIT_TYPED_INPUT (object)->typed);
  G_OBJECT_CLASS (crit_typed_input_parent_class)->finalize (object);
}

static void
crit_typed_input_class_init (CritTypedInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CritAnswerInputClass *input_class = CRIT_ANSWER_INPUT_CLASS (klass);

  object_class->constructed = crit_typed_input_constructed;
  object_class->finalize = crit_typed_input_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = crit_typed_input_grab_focus;
  input_class->show_answer = crit_typed_input_show_answer;
  input_class->clear = crit_typed_input_clear;
  input_class->is_blank = crit_typed_input_is_blank;
  input_class->dup_text = crit_typed_input_dup_text;
  input_class->set_text = crit_typed_input_set_text;
  input_class->set_label = crit_typed_input_set_label;
}

static void
crit_typed_input_init (CritTypedInput *self)
{
}

/**
 * crit_typed_input_new:
 * @question: an integer, decimal or date question
 * @record: the record it is answered in
 *
 * Makes an empty field for a number or a date.
 *
 * Returns: (transfer floating): the input
 */
CritAnswerInput *
crit_typed_input_new (const CritQuestion *question, CritRecord *record)
{
  CritTypedInput *self = NULL;

  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);

  self = g_object_new (CRIT_TYPE_TYPED_INPUT, "question", question, NULL);
  self->record = g_object_ref (record);
  return CRIT_ANSWER_INPUT (self);
}

/**
 * crit_typed_input_set_start:
 * @self: where the end of a time is typed
 * @start: the date that it begins with, or one that is not set
 *
 * Asks from now on about an end that is before its beginning.
 */
void
crit_typed_input_set_start (CritTypedInput *self, CritDate start)
{
  g_return_if_fail (CRIT_IS_TYPED_INPUT (self));

  if (memcmp (&self->start, &start, sizeof start) == 0)
    return;
  self->start = start;
  read_text (self);
}
