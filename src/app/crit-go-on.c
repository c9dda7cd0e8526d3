/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Enter leads from one question to the next, past what stands beside an answer: Tab leads there. */

#include "crit-go-on.h"

#include "crit-answer-input.h"
#include "crit-question-view.h"

/* Not a button for a note: it belongs to what was just answered, also where it is that of a whole entry. */
static gboolean
is_passed (GtkWidget *focus, GtkWidget *question)
{
  return gtk_widget_get_ancestor (focus, CRIT_TYPE_QUESTION_VIEW) == question
         || gtk_widget_has_css_class (focus, "crit-note-button");
}

static gboolean
is_unread (GtkWidget *from)
{
  GtkWidget *input = gtk_widget_get_ancestor (from, CRIT_TYPE_ANSWER_INPUT);

  return input != NULL && crit_answer_input_has_unread (CRIT_ANSWER_INPUT (input));
}

/**
 * crit_go_on:
 * @from: where an answer is given; inside the view of a question
 *
 * Moves the keyboard focus to what comes after that question: the next one, or the button that adds to a list. It stays
 * where a text was not understood: what is said about it is to be read first.
 */
void
crit_go_on (GtkWidget *from)
{
  GtkRoot *root = NULL;
  GtkWidget *question = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));

  root = gtk_widget_get_root (from);
  question = gtk_widget_get_ancestor (from, CRIT_TYPE_QUESTION_VIEW);
  if (root == NULL || question == NULL || is_unread (from))
    return;
  while (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD)
         && is_passed (gtk_root_get_focus (root), question))
    ;
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* GTK would let Enter choose as well as Space. Whoever presses it once too often must not have answered a question. */
static gboolean
key_cb (GtkWidget *question, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (question));

  if (!is_enter (key) || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || !GTK_IS_CHECK_BUTTON (focus)
      || gtk_widget_get_ancestor (focus, CRIT_TYPE_QUESTION_VIEW) != question)
    return GDK_EVENT_PROPAGATE;
  crit_go_on (focus);
  return GDK_EVENT_STOP;
}

/**
 * crit_go_on_from_ticks:
 * @question: the view of a question
 *
 * Lets Enter go on from the buttons of its answers, of which Space chooses one.
 */
void
crit_go_on_from_ticks (GtkWidget *question)
{
  GtkEventController *keys = NULL;

  g_return_if_fail (CRIT_IS_QUESTION_VIEW (question));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), question, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (question, keys);
}
