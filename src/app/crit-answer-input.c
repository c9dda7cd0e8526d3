/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-answer-input.h"

#include "crit-children.h"
#include "crit-label.h"
#include "crit-tick.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *button; /* borrowed */
  CritAnswer answer; /* owns nothing: an unknown, or ongoing */
} Check;

typedef struct
{
  const CritQuestion *question;
  CritAnswer shown;
  GArray *checks;      /* of Check */
  CritAnswer aside;    /* what was given before a check took its place; open for nothing */
  char *aside_text;    /* (nullable): or what stood there and was no answer */
  GtkWidget *reminder; /* (nullable): says what was put aside */
  gboolean showing;
  gboolean giving;
} CritAnswerInputPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CritAnswerInput, crit_answer_input, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS
};

enum
{
  PROP_0,
  PROP_QUESTION,
  N_PROPERTIES
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPERTIES];

static CritAnswerInputPrivate *
get_private (CritAnswerInput *self)
{
  return crit_answer_input_get_instance_private (self);
}

/* A check such as "Not known" stands for a whole kind of answers: the reason is asked for in a second step. */
static gboolean
stands_for (const Check *check, const CritAnswer *answer)
{
  return check->answer.kind == answer->kind;
}

static gboolean
is_checked (CritAnswerInputPrivate *priv, const CritAnswer *answer)
{
  for (guint i = 0; i < priv->checks->len; i++)
    if (stands_for (&g_array_index (priv->checks, Check, i), answer))
      return TRUE;
  return FALSE;
}

static void
forget_aside (CritAnswerInputPrivate *priv)
{
  crit_answer_clear (&priv->aside);
  priv->aside = (CritAnswer){ 0 };
  g_clear_pointer (&priv->aside_text, g_free);
}

/* A check takes the place of what was given. That is kept until something else is given, and to take the check away
 * brings it back: a tick is made by mistake more easily than a text is typed again. */
static void
put_aside (CritAnswerInput *self)
{
  CritAnswerInputPrivate *priv = get_private (self);
  CritAnswerInputClass *klass = CRIT_ANSWER_INPUT_GET_CLASS (self);

  /* A list can be not known only while nothing is in it. */
  if (is_checked (priv, &priv->shown) || priv->question->type == CRIT_QUESTION_LIST)
    return;
  forget_aside (priv);
  crit_answer_copy (&priv->shown, &priv->aside);
  if (klass->dup_text != NULL && crit_answer_input_has_unread (self))
    priv->aside_text = klass->dup_text (self);
}

static void
update_reminder (CritAnswerInput *self)
{
  CritAnswerInputPrivate *priv = get_private (self);
  g_autofree char *answer = NULL;
  g_autofree char *words = NULL;
  const char *text = priv->aside_text;

  if (is_checked (priv, &priv->shown) && priv->aside.kind != CRIT_ANSWER_OPEN)
    text = answer = crit_answer_to_text (&priv->aside, priv->question);
  if (is_checked (priv, &priv->shown) && text != NULL)
    /* Translators: %s is what somebody had typed before they ticked "Not known". */
    words = g_strdup_printf (_ ("“%s” stood here. Take the tick away to have it back."), text);
  if (priv->reminder == NULL && words != NULL)
    {
      priv->reminder = crit_label_new (NULL, CRIT_LABEL_DIM);
      gtk_widget_set_parent (priv->reminder, GTK_WIDGET (self));
    }
  if (priv->reminder != NULL)
    crit_label_set (priv->reminder, words);
}

/* What was no answer is in no record: neither undo nor a record that tells could bring it back. */
static void
bring_text_back (CritAnswerInput *self)
{
  CritAnswerInputPrivate *priv = get_private (self);
  g_autofree char *text = g_steal_pointer (&priv->aside_text);

  if (text != NULL)
    CRIT_ANSWER_INPUT_GET_CLASS (self)->set_text (self, text);
}

static void
give_check (CritAnswerInput *self, const CritAnswer *answer)
{
  put_aside (self);
  crit_answer_input_give (self, answer);
}

/* The answer is copied, since it is forgotten as soon as it is shown again. */
static void
give_aside (CritAnswerInput *self)
{
  CritAnswer aside = { 0 };

  crit_answer_copy (&get_private (self)->aside, &aside);
  crit_answer_input_give (self, &aside);
  crit_answer_clear (&aside);
}

static void
check_toggled_cb (CritAnswerInput *self, GtkCheckButton *button)
{
  CritAnswerInputPrivate *priv = get_private (self);

  if (priv->showing)
    return;

  for (guint i = 0; i < priv->checks->len; i++)
    {
      const Check *check = &g_array_index (priv->checks, Check, i);

      if (check->button != GTK_WIDGET (button))
        continue;
      if (gtk_check_button_get_active (button))
        give_check (self, &check->answer);
      else
        give_aside (self);
    }
}

static void
give_nothing (CritAnswerInput *self)
{
  crit_answer_input_give (self, &(CritAnswer){ 0 });
}

static gboolean
shows_nothing (CritAnswerInput *self)
{
  return get_private (self)->shown.kind == CRIT_ANSWER_OPEN;
}

static gboolean
focus_whole (CritAnswerInput *self, const CritPlace *place)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
crit_answer_input_set_property (GObject *object,
                                guint property,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_QUESTION:
      get_private (CRIT_ANSWER_INPUT (object))->question = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
crit_answer_input_dispose (GObject *object)
{
  CritAnswerInputPrivate *priv = get_private (CRIT_ANSWER_INPUT (object));

  g_array_set_size (priv->checks, 0);
  crit_children_remove (GTK_WIDGET (object));
  G_OBJECT_CLASS (crit_answer_input_parent_class)->dispose (object);
}

static void
crit_answer_input_finalize (GObject *object)
{
  CritAnswerInputPrivate *priv = get_private (CRIT_ANSWER_INPUT (object));

  crit_answer_clear (&priv->shown);
  forget_aside (priv);
  g_array_unref (priv->checks);
  G_OBJECT_CLASS (crit_answer_input_parent_class)->finalize (object);
}

static void
crit_answer_input_class_init (CritAnswerInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = crit_answer_input_set_property;
  object_class->dispose = crit_answer_input_dispose;
  object_class->finalize = crit_answer_input_finalize;
  klass->clear = give_nothing;
  klass->is_blank = shows_nothing;
  klass->focus_place = focus_whole;
  GTK_WIDGET_CLASS (klass)->focus = crit_children_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  properties[PROP_QUESTION] = g_param_spec_pointer (
      "question", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
crit_answer_input_init (CritAnswerInput *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  get_private (self)->checks = g_array_new (FALSE, FALSE, sizeof (Check));
}

/**
 * crit_answer_input_get_question:
 * @self: an input
 *
 * Says what is asked.
 *
 * Returns: (transfer none): the question
 */
const CritQuestion *
crit_answer_input_get_question (CritAnswerInput *self)
{
  g_return_val_if_fail (CRIT_IS_ANSWER_INPUT (self), NULL);
  return get_private (self)->question;
}

/**
 * crit_answer_input_get_shown:
 * @self: an input
 *
 * Says what the record was last heard to hold.
 *
 * Returns: (transfer none): the answer
 */
const CritAnswer *
crit_answer_input_get_shown (CritAnswerInput *self)
{
  g_return_val_if_fail (CRIT_IS_ANSWER_INPUT (self), NULL);
  return &get_private (self)->shown;
}

/**
 * crit_answer_input_show:
 * @self: an input
 * @answer: what the record holds
 *
 * Shows an answer without giving one. What shows it already is left alone: cursor and selection stay.
 */
void
crit_answer_input_show (CritAnswerInput *self, const CritAnswer *answer)
{
  CritAnswerInputPrivate *priv = NULL;
  gboolean was_checked = FALSE;

  g_return_if_fail (CRIT_IS_ANSWER_INPUT (self));
  g_return_if_fail (answer != NULL);

  priv = get_private (self);
  was_checked = is_checked (priv, &priv->shown);
  priv->showing = TRUE;
  CRIT_ANSWER_INPUT_GET_CLASS (self)->show_answer (self, answer);
  for (guint i = 0; i < priv->checks->len; i++)
    {
      const Check *check = &g_array_index (priv->checks, Check, i);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check->button), stands_for (check, answer));
    }
  if (was_checked && answer->kind == CRIT_ANSWER_OPEN)
    bring_text_back (self);
  priv->showing = FALSE;
  crit_answer_clear (&priv->shown);
  crit_answer_copy (answer, &priv->shown);
  if (was_checked && !is_checked (priv, answer))
    forget_aside (priv);
  update_reminder (self);
}

/**
 * crit_answer_input_clear:
 * @self: an input
 *
 * Takes away what was given, as if the person had never touched the question.
 */
void
crit_answer_input_clear (CritAnswerInput *self)
{
  g_return_if_fail (CRIT_IS_ANSWER_INPUT (self));
  forget_aside (get_private (self));
  CRIT_ANSWER_INPUT_GET_CLASS (self)->clear (self);
}

/**
 * crit_answer_input_is_blank:
 * @self: an input
 *
 * Says whether there is nothing to clear.
 *
 * Returns: TRUE where nothing was given
 */
gboolean
crit_answer_input_is_blank (CritAnswerInput *self)
{
  g_return_val_if_fail (CRIT_IS_ANSWER_INPUT (self), TRUE);
  return CRIT_ANSWER_INPUT_GET_CLASS (self)->is_blank (self);
}

/**
 * crit_answer_input_has_unread:
 * @self: an input
 *
 * Returns: whether a text stands in it that is no answer, since it was not understood
 */
gboolean
crit_answer_input_has_unread (CritAnswerInput *self)
{
  g_return_val_if_fail (CRIT_IS_ANSWER_INPUT (self), FALSE);

  return crit_answer_input_get_shown (self)->kind == CRIT_ANSWER_OPEN
         && !crit_answer_input_is_blank (self);
}

/**
 * crit_answer_input_find_unread:
 * @root: a widget
 *
 * Returns: (transfer none) (nullable): the first input in it for which crit_answer_input_has_unread() holds
 */
CritAnswerInput *
crit_answer_input_find_unread (GtkWidget *root)
{
  CritAnswerInput *found = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);

  if (CRIT_IS_ANSWER_INPUT (root) && crit_answer_input_has_unread (CRIT_ANSWER_INPUT (root)))
    return CRIT_ANSWER_INPUT (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = crit_answer_input_find_unread (child);
  return found;
}

/**
 * crit_answer_input_set_label:
 * @self: an input
 * @label: the widget that asks the question
 *
 * Tells assistive technology what the input is about.
 */
void
crit_answer_input_set_label (CritAnswerInput *self, GtkWidget *label)
{
  g_return_if_fail (CRIT_IS_ANSWER_INPUT (self));
  if (CRIT_ANSWER_INPUT_GET_CLASS (self)->set_label != NULL)
    CRIT_ANSWER_INPUT_GET_CLASS (self)->set_label (self, label);
}

/**
 * crit_answer_input_update_shown:
 * @self: an input
 *
 * Shows and hides the questions inside, as the screening says now.
 */
void
crit_answer_input_update_shown (CritAnswerInput *self)
{
  g_return_if_fail (CRIT_IS_ANSWER_INPUT (self));
  if (CRIT_ANSWER_INPUT_GET_CLASS (self)->update_shown != NULL)
    CRIT_ANSWER_INPUT_GET_CLASS (self)->update_shown (self);
}

/**
 * crit_answer_input_focus_place:
 * @self: an input
 * @place: a place at or inside it
 *
 * Moves the keyboard focus to where that place is answered.
 *
 * Returns: whether it could
 */
gboolean
crit_answer_input_focus_place (CritAnswerInput *self, const CritPlace *place)
{
  g_return_val_if_fail (CRIT_IS_ANSWER_INPUT (self), FALSE);
  return CRIT_ANSWER_INPUT_GET_CLASS (self)->focus_place (self, place);
}

/**
 * crit_answer_input_give:
 * @self: an input
 * @answer: what the person gave
 *
 * Tells whoever holds the record; does nothing while an answer is only being shown.
 */
void
crit_answer_input_give (CritAnswerInput *self, const CritAnswer *answer)
{
  g_return_if_fail (CRIT_IS_ANSWER_INPUT (self));

  if (get_private (self)->showing)
    return;
  get_private (self)->giving = TRUE;
  g_signal_emit (self, signals[ANSWERED], 0, answer);
  get_private (self)->giving = FALSE;
}

/**
 * crit_answer_input_is_giving:
 * @self: an input
 *
 * Says whether the record is just taking what the person typed. It may tidy it, such as a blank at the end; the field
 * must not follow under the person's hands.
 *
 * Returns: TRUE inside crit_answer_input_give()
 */
gboolean
crit_answer_input_is_giving (CritAnswerInput *self)
{
  g_return_val_if_fail (CRIT_IS_ANSWER_INPUT (self), FALSE);
  return get_private (self)->giving;
}

/**
 * crit_answer_input_is_showing:
 * @self: an input
 *
 * Says whether widgets change now because an answer is shown, and not because the person did something.
 *
 * Returns: TRUE inside crit_answer_input_show()
 */
gboolean
crit_answer_input_is_showing (CritAnswerInput *self)
{
  g_return_val_if_fail (CRIT_IS_ANSWER_INPUT (self), FALSE);
  return get_private (self)->showing;
}

/**
 * crit_answer_input_make_check:
 * @self: an input
 * @text: what the check says ("Not known")
 * @answer: what it gives; a kind that owns no memory
 *
 * Makes a check button that gives an answer beside those that are typed, and keeps it in step with the record.
 *
 * Returns: (transfer floating): the check button
 */
GtkWidget *
crit_answer_input_make_check (CritAnswerInput *self, const char *text, const CritAnswer *answer)
{
  GtkWidget *button = NULL;
  Check check = { 0 };

  g_return_val_if_fail (CRIT_IS_ANSWER_INPUT (self), NULL);

  button = crit_tick_new (GTK_ACCESSIBLE_ROLE_CHECKBOX, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  check.button = button;
  check.answer = *answer;
  g_array_append_val (get_private (self)->checks, check);
  return button;
}

/**
 * crit_answer_input_make_not_known:
 * @self: an input
 *
 * Makes the check button for "Not known".
 *
 * Returns: (transfer floating): the check button
 */
GtkWidget *
crit_answer_input_make_not_known (CritAnswerInput *self)
{
  return crit_answer_input_make_check (self, _ ("Not known"),
                                       &(CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN });
}
