/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-text-input.h"

#include "crit-go-on.h"
#include "crit-row-layout.h"
#include "crit-text-area.h"
#include "record/crit-answer-limits.h"

#define TEXT_HEIGHT 72

struct _CritTextInput
{
  CritAnswerInput parent_instance;

  GtkWidget *field;      /* a GtkEntry or a GtkTextView */
  GtkTextBuffer *buffer; /* (nullable): of the text view, borrowed */
};

G_DEFINE_FINAL_TYPE (CritTextInput, crit_text_input, CRIT_TYPE_ANSWER_INPUT)

static char *
dup_text (CritTextInput *self)
{
  if (self->buffer == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->field)));
  return crit_text_area_dup_text (self->buffer);
}

static void
set_text (CritTextInput *self, const char *text)
{
  if (self->buffer != NULL)
    gtk_text_buffer_set_text (self->buffer, text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->field), text);
}

static void
changed_cb (CritTextInput *self)
{
  g_autofree char *text = dup_text (self);
  CritAnswer answer = { 0 };

  if (*text != '\0')
    {
      answer.kind = CRIT_ANSWER_TEXT;
      answer.text = text;
    }
  crit_answer_input_give (CRIT_ANSWER_INPUT (self), &answer);
}

static void
buffer_changed_cb (CritTextInput *self)
{
  if (!crit_text_area_cut (self->buffer))
    changed_cb (self);
}

static void
crit_text_input_show_answer (CritAnswerInput *input, const CritAnswer *answer)
{
  CritTextInput *self = CRIT_TEXT_INPUT (input);
  const char *text = answer->kind == CRIT_ANSWER_TEXT ? answer->text : "";
  g_autofree char *shown = dup_text (self);

  if (answer->kind == CRIT_ANSWER_TEXT && crit_answer_input_is_giving (input))
    return;
  if (g_strcmp0 (shown, text) != 0)
    set_text (self, text);
}

static void
crit_text_input_set_label (CritAnswerInput *input, GtkWidget *label)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (CRIT_TEXT_INPUT (input)->field),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static gboolean
crit_text_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CRIT_TEXT_INPUT (widget)->field);
}

static GtkWidget *
make_line (CritTextInput *self)
{
  self->field = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->field), CRIT_ANSWER_MAX_TEXT);
  gtk_entry_set_input_hints (GTK_ENTRY (self->field), GTK_INPUT_HINT_PRIVATE);
  /* What was typed is undone where every answer is: in the record's history. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->field), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->field), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->field), 24);
  gtk_widget_set_hexpand (self->field, TRUE);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->field, "activate", G_CALLBACK (crit_go_on), NULL);
  return self->field;
}

static GtkWidget *
make_lines (CritTextInput *self)
{
  GtkTextView *view = NULL;
  GtkWidget *area = crit_text_area_new (TEXT_HEIGHT, &view);

  self->field = GTK_WIDGET (view);
  self->buffer = gtk_text_view_get_buffer (view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return area;
}

static void
crit_text_input_constructed (GObject *object)
{
  CritTextInput *self = CRIT_TEXT_INPUT (object);
  CritAnswerInput *input = CRIT_ANSWER_INPUT (self);
  GtkWidget *row = NULL;

  G_OBJECT_CLASS (crit_text_input_parent_class)->constructed (object);

  if (crit_answer_input_get_question (input)->type == CRIT_QUESTION_TEXT)
    {
      gtk_widget_set_parent (make_lines (self), GTK_WIDGET (self));
      gtk_widget_set_parent (crit_answer_input_make_not_known (input), GTK_WIDGET (self));
      return;
    }
  row = crit_row_box_new ();
  gtk_box_append (GTK_BOX (row), make_line (self));
  gtk_box_append (GTK_BOX (row), crit_answer_input_make_not_known (input));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
crit_text_input_class_init (CritTextInputClass *klass)
{
  CritAnswerInputClass *input_class = CRIT_ANSWER_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = crit_text_input_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = crit_text_input_grab_focus;
  input_class->show_answer = crit_text_input_show_answer;
  input_class->set_label = crit_text_input_set_label;
}

static void
crit_text_input_init (CritTextInput *self)
{
}

/**
 * crit_text_input_new:
 * @question: a `string` or `text` question
 *
 * Makes an empty field for words.
 *
 * Returns: (transfer floating): the input
 */
CritAnswerInput *
crit_text_input_new (const CritQuestion *question)
{
  g_return_val_if_fail (question != NULL, NULL);
  return g_object_new (CRIT_TYPE_TEXT_INPUT, "question", question, NULL);
}
