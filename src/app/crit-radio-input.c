/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-radio-input.h"

#include "crit-radio-group.h"

#include <glib/gi18n-lib.h>

struct _CritRadioInput
{
  CritAnswerInput parent_instance;

  CritRadioGroup *group;
  GArray *answers; /* of CritAnswer, one a button; none owns memory */
};

G_DEFINE_FINAL_TYPE (CritRadioInput, crit_radio_input, CRIT_TYPE_ANSWER_INPUT)

static void
append (CritRadioInput *self, const char *text, CritAnswer answer)
{
  g_array_append_val (self->answers, answer);
  crit_radio_group_append (self->group, text);
}

static void
append_options (CritRadioInput *self, const CritOptionSet *options)
{
  for (guint i = 0; i < options->options->len; i++)
    {
      const CritOption *option = crit_option_set_get (options, i);

      append (self, option->text, (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = i });
    }
}

static void
append_yes_and_no (CritRadioInput *self, const char *no)
{
  append (self, _ ("Yes"), (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  append (self, no, (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = FALSE });
}

static int
find_button (CritRadioInput *self, const CritAnswer *answer)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const CritAnswer *button = &g_array_index (self->answers, CritAnswer, i);

      /* Whatever the reason, an unknown is "Not known". */
      if (answer->kind == CRIT_ANSWER_UNKNOWN ? button->kind == CRIT_ANSWER_UNKNOWN
                                              : crit_answer_equal (button, answer))
        return i;
    }
  return -1;
}

static void
chosen_cb (CritRadioInput *self, guint index)
{
  crit_answer_input_give (CRIT_ANSWER_INPUT (self),
                          &g_array_index (self->answers, CritAnswer, index));
}

static void
crit_radio_input_show_answer (CritAnswerInput *input, const CritAnswer *answer)
{
  CritRadioInput *self = CRIT_RADIO_INPUT (input);

  crit_radio_group_set_selected (self->group, find_button (self, answer));
}

static void
crit_radio_input_set_label (CritAnswerInput *input, GtkWidget *label)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (CRIT_RADIO_INPUT (input)->group),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static gboolean
crit_radio_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CRIT_RADIO_INPUT (widget)->group));
}

static void
crit_radio_input_constructed (GObject *object)
{
  CritRadioInput *self = CRIT_RADIO_INPUT (object);
  const CritQuestion *question = crit_answer_input_get_question (CRIT_ANSWER_INPUT (self));

  G_OBJECT_CLASS (crit_radio_input_parent_class)->constructed (object);

  self->group = crit_radio_group_new (question->type == CRIT_QUESTION_CHOICE);
  g_signal_connect_object (self->group, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

static void
crit_radio_input_finalize (GObject *object)
{
  g_array_unref (CRIT_RADIO_INPUT (object)->answers);
  G_OBJECT_CLASS (crit_radio_input_parent_class)->finalize (object);
}

static void
crit_radio_input_class_init (CritRadioInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CritAnswerInputClass *input_class = CRIT_ANSWER_INPUT_CLASS (klass);

  object_class->constructed = crit_radio_input_constructed;
  object_class->finalize = crit_radio_input_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = crit_radio_input_grab_focus;
  input_class->show_answer = crit_radio_input_show_answer;
  input_class->set_label = crit_radio_input_set_label;
}

static void
crit_radio_input_init (CritRadioInput *self)
{
  self->answers = g_array_new (FALSE, FALSE, sizeof (CritAnswer));
}

/**
 * crit_radio_input_new:
 * @question: a yes/no question, or a choice of few options
 *
 * Makes the radio buttons of a question, none of them chosen.
 *
 * Returns: (transfer floating): the input
 */
CritAnswerInput *
crit_radio_input_new (const CritQuestion *question)
{
  CritRadioInput *self = NULL;

  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (CRIT_TYPE_RADIO_INPUT, "question", question, NULL);
  if (question->type == CRIT_QUESTION_CHOICE)
    append_options (self, question->options);
  else
    append_yes_and_no (self, _ ("No"));
  append (self, _ ("Not known"), (CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN });
  return CRIT_ANSWER_INPUT (self);
}

/**
 * crit_radio_input_new_complete:
 * @list: a list
 *
 * Makes the radio buttons of "That is all of them?", none of them chosen. It is no question about the person, so there
 * is nothing to be not known.
 *
 * Returns: (transfer floating): the input
 */
CritAnswerInput *
crit_radio_input_new_complete (const CritQuestion *list)
{
  CritRadioInput *self = NULL;

  g_return_val_if_fail (list != NULL, NULL);

  self = g_object_new (CRIT_TYPE_RADIO_INPUT, "question", list, NULL);
  append_yes_and_no (self, _ ("Not yet"));
  return CRIT_ANSWER_INPUT (self);
}
