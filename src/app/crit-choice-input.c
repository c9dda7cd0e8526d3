/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-choice-input.h"

#include "crit-go-on.h"
#include "crit-label.h"
#include "crit-option-popover.h"
#include "crit-row-layout.h"
#include "crit-telling.h"
#include "record/crit-answer-limits.h"

#include <glib/gi18n-lib.h>

struct _CritChoiceInput
{
  CritAnswerInput parent_instance;

  GtkWidget *entry;
  GtkWidget *words;
  CritOptionPopover *popover; /* (nullable): made when it is first needed */
  GtkGesture *press;          /* (nullable): while the list is open; belongs to @watched */
  GtkWidget *watched;         /* (nullable): the window in which presses are watched for; weak */
};

G_DEFINE_FINAL_TYPE (CritChoiceInput, crit_choice_input, CRIT_TYPE_ANSWER_INPUT)

static const CritQuestion *
get_question (CritChoiceInput *self)
{
  return crit_answer_input_get_question (CRIT_ANSWER_INPUT (self));
}

static char *
dup_text (CritChoiceInput *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static int
find_option (const CritOptionSet *set, const char *text)
{
  g_autofree char *typed = g_utf8_casefold (text, -1);

  for (guint i = 0; i < set->options->len; i++)
    {
      g_autofree char *name = g_utf8_casefold (crit_option_set_get (set, i)->text, -1);

      if (g_str_equal (typed, name))
        return i;
    }
  return -1;
}

/* What the field says, as an answer; it owns its text. Words that are no option and may not be given leave it open. */
static void
read_field (CritChoiceInput *self, CritAnswer *answer)
{
  g_autofree char *text = dup_text (self);
  int option = find_option (get_question (self)->options, text);

  *answer = (CritAnswer){ 0 };
  if (option >= 0)
    {
      answer->kind = CRIT_ANSWER_OPTION;
      answer->option = option;
    }
  else if (*text != '\0' && get_question (self)->other)
    {
      answer->kind = CRIT_ANSWER_OTHER;
      answer->text = g_steal_pointer (&text);
    }
}

static gboolean
is_list_open (CritChoiceInput *self)
{
  return self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

/* The name of the one option that begins as what was typed, if there is just one. */
static const char *
get_only (CritChoiceInput *self, const char *text)
{
  const CritOptionSet *options = get_question (self)->options;
  int only = *text != '\0' ? crit_option_popover_find_only (options, text) : -1;

  return only >= 0 ? crit_option_set_get (options, only)->text : NULL;
}

static char *
dup_words_about_list (const char *only)
{
  if (only == NULL)
    return g_strdup (_ ("Type a few letters, or press Down for the list"));
  /* Translators: %s is an option, such as a medicine */
  return g_strdup_printf (_ ("Press Enter for %s"), only);
}

static char *
dup_words_about_other (const char *only)
{
  if (only == NULL)
    return g_strdup (_ ("Not in the list; kept as you wrote it"));
  /* Translators: %s is an option, such as a medicine */
  return g_strdup_printf (_ ("Not in the list; kept as you wrote it. Did you mean “%s”?"), only);
}

static char *
dup_words (CritChoiceInput *self, gboolean *wrong)
{
  const CritQuestion *question = get_question (self);
  g_autofree char *text = dup_text (self);
  const char *only = get_only (self, text);
  int option = find_option (question->options, text);

  *wrong = FALSE;
  if (option >= 0)
    return crit_option_dup_attributes (crit_option_set_get (question->options, option),
                                       question->options);
  if (*text == '\0' || is_list_open (self))
    return dup_words_about_list (only);
  if (question->other)
    return dup_words_about_other (only);
  *wrong = TRUE;
  /* Translators: %s is what the person typed */
  return g_strdup_printf (_ ("“%s” is not in the list. Choose one that is."), text);
}

static void
update_words (CritChoiceInput *self)
{
  gboolean wrong = FALSE;
  g_autofree char *words = dup_words (self, &wrong);

  crit_label_set (self->words, words);
  crit_telling_describe (self->entry, words);
  if (wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
close_list (CritChoiceInput *self)
{
  if (is_list_open (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  update_words (self);
}

static void
picked_cb (CritChoiceInput *self, guint option)
{
  const CritOptionSet *options = get_question (self)->options;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), crit_option_set_get (options, option)->text);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  close_list (self);
}

static gboolean
list_key_cb (CritChoiceInput *self, guint key)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (key == GDK_KEY_Escape
      || ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && GTK_IS_LIST_BOX_ROW (focus)
          && crit_option_popover_is_first (self->popover, GTK_LIST_BOX_ROW (focus))))
    {
      gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
      if (key == GDK_KEY_Escape)
        close_list (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* A click on anything that takes no focus would leave the list open in front of it. */
static void
pressed_elsewhere_cb (CritChoiceInput *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, NULL);
  GtkNative *popover = GTK_NATIVE (self->popover);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *pressed = gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);

  if (event != NULL && gdk_event_get_surface (event) == gtk_native_get_surface (popover))
    return;
  if (pressed != self->entry && (pressed == NULL || !gtk_widget_is_ancestor (pressed, self->entry)))
    close_list (self);
}

static void
watch_presses (CritChoiceInput *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_elsewhere_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (root, GTK_EVENT_CONTROLLER (press));
  self->press = press;
  self->watched = root;
  g_object_add_weak_pointer (G_OBJECT (root), (gpointer *) &self->watched);
}

static void
ignore_presses (CritChoiceInput *self)
{
  if (self->watched != NULL)
    gtk_widget_remove_controller (self->watched, GTK_EVENT_CONTROLLER (self->press));
  g_clear_weak_pointer (&self->watched);
  self->press = NULL;
}

static void
visible_cb (CritChoiceInput *self)
{
  ignore_presses (self);
  if (is_list_open (self))
    watch_presses (self);
}

static void
ensure_popover (CritChoiceInput *self)
{
  GtkEventController *keys = NULL;

  if (self->popover != NULL)
    return;
  self->popover = crit_option_popover_new (get_question (self)->options);
  g_signal_connect_object (self->popover, "picked", G_CALLBACK (picked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "notify::visible", G_CALLBACK (visible_cb), self,
                           G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->popover), keys);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

/* Opens the list with what fits @text, or closes it where nothing does. */
static void
open_list (CritChoiceInput *self, const char *text)
{
  graphene_rect_t bounds = { 0 };

  ensure_popover (self);
  if (crit_option_popover_filter (self->popover, text) == 0)
    {
      close_list (self);
      return;
    }
  if (gtk_widget_compute_bounds (self->entry, GTK_WIDGET (self), &bounds))
    {
      GdkRectangle place = { bounds.origin.x, bounds.origin.y, bounds.size.width,
                             bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
      gtk_widget_set_size_request (GTK_WIDGET (self->popover), place.width, -1);
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
  update_words (self);
}

static void
changed_cb (CritChoiceInput *self)
{
  CritAnswerInput *input = CRIT_ANSWER_INPUT (self);
  CritAnswer answer = { 0 };

  read_field (self, &answer);
  if (!crit_answer_input_is_showing (input))
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

      if (*text != '\0' && answer.kind != CRIT_ANSWER_OPTION && gtk_widget_get_mapped (self->entry))
        open_list (self, text);
      else
        close_list (self);
      crit_answer_input_give (input, &answer);
    }
  update_words (self);
  crit_answer_clear (&answer);
}

static gboolean
entry_key_cb (CritChoiceInput *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape && is_list_open (self))
    {
      close_list (self);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (!is_list_open (self))
    open_list (self, "");
  crit_option_popover_focus_first (self->popover);
  return GDK_EVENT_STOP;
}

/* Enter takes what is meant where that is one option; where there are several, it leads to them. What was typed may be
 * kept as it is by Escape, or by going on. Once there is nothing to take, Enter goes on too. */
static void
activated_cb (CritChoiceInput *self)
{
  g_autofree char *text = dup_text (self);
  int only = crit_option_popover_find_only (get_question (self)->options, text);

  if (!is_list_open (self))
    crit_go_on (self->entry);
  else if (only >= 0)
    picked_cb (self, (guint) only);
  else
    crit_option_popover_focus_first (self->popover);
}

static void
icon_pressed_cb (CritChoiceInput *self)
{
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  if (is_list_open (self))
    close_list (self);
  else
    open_list (self, "");
}

/* The popover is a child, so the focus is still within while a row of the list has it. */
static void
left_cb (CritChoiceInput *self)
{
  close_list (self);
}

static void
crit_choice_input_show_answer (CritAnswerInput *input, const CritAnswer *answer)
{
  CritChoiceInput *self = CRIT_CHOICE_INPUT (input);
  CritAnswer now = { 0 };
  const char *text = "";

  if (answer->kind == CRIT_ANSWER_OTHER && crit_answer_input_is_giving (input))
    return;
  read_field (self, &now);
  if (answer->kind == CRIT_ANSWER_OPTION)
    text = crit_option_set_get (get_question (self)->options, answer->option)->text;
  else if (answer->kind == CRIT_ANSWER_OTHER)
    text = answer->text;
  if (!crit_answer_equal (&now, answer))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  crit_answer_clear (&now);
}

static void
crit_choice_input_clear (CritAnswerInput *input)
{
  gtk_editable_set_text (GTK_EDITABLE (CRIT_CHOICE_INPUT (input)->entry), "");
  crit_answer_input_give (input, &(CritAnswer){ 0 });
}

static gboolean
crit_choice_input_is_blank (CritAnswerInput *input)
{
  return crit_answer_input_get_shown (input)->kind == CRIT_ANSWER_OPEN
         && *gtk_editable_get_text (GTK_EDITABLE (CRIT_CHOICE_INPUT (input)->entry)) == '\0';
}

static char *
crit_choice_input_dup_text (CritAnswerInput *input)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (CRIT_CHOICE_INPUT (input)->entry)));
}

static void
crit_choice_input_set_text (CritAnswerInput *input, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (CRIT_CHOICE_INPUT (input)->entry), text);
}

static void
crit_choice_input_set_label (CritAnswerInput *input, GtkWidget *label)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (CRIT_CHOICE_INPUT (input)->entry),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static gboolean
crit_choice_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CRIT_CHOICE_INPUT (widget)->entry);
}

static void
add_controllers (CritChoiceInput *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static GtkWidget *
make_entry (CritChoiceInput *self)
{
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 24);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), CRIT_ANSWER_MAX_TEXT);
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry), GTK_INPUT_HINT_PRIVATE);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                     "pan-down-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                   _ ("Show the list"));
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "icon-press", G_CALLBACK (icon_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  add_controllers (self);
  return self->entry;
}

static void
crit_choice_input_constructed (GObject *object)
{
  CritChoiceInput *self = CRIT_CHOICE_INPUT (object);
  GtkWidget *row = crit_row_box_new ();

  G_OBJECT_CLASS (crit_choice_input_parent_class)->constructed (object);

  gtk_box_append (GTK_BOX (row), make_entry (self));
  gtk_box_append (GTK_BOX (row), crit_answer_input_make_not_known (CRIT_ANSWER_INPUT (self)));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  self->words = crit_label_new (NULL, CRIT_LABEL_DIM);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  update_words (self);
}

static void
crit_choice_input_dispose (GObject *object)
{
  ignore_presses (CRIT_CHOICE_INPUT (object));
  /* The base class takes every child away, the popover too. */
  CRIT_CHOICE_INPUT (object)->popover = NULL;
  G_OBJECT_CLASS (crit_choice_input_parent_class)->dispose (object);
}

static void
crit_choice_input_class_init (CritChoiceInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CritAnswerInputClass *input_class = CRIT_ANSWER_INPUT_CLASS (klass);

  object_class->constructed = crit_choice_input_constructed;
  object_class->dispose = crit_choice_input_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = crit_choice_input_grab_focus;
  input_class->show_answer = crit_choice_input_show_answer;
  input_class->clear = crit_choice_input_clear;
  input_class->is_blank = crit_choice_input_is_blank;
  input_class->dup_text = crit_choice_input_dup_text;
  input_class->set_text = crit_choice_input_set_text;
  input_class->set_label = crit_choice_input_set_label;
}

static void
crit_choice_input_init (CritChoiceInput *self)
{
}

/**
 * crit_choice_input_new:
 * @question: a choice
 *
 * Makes an empty field for one of many options.
 *
 * Returns: (transfer floating): the input
 */
CritAnswerInput *
crit_choice_input_new (const CritQuestion *question)
{
  g_return_val_if_fail (question != NULL, NULL);
  return g_object_new (CRIT_TYPE_CHOICE_INPUT, "question", question, NULL);
}
