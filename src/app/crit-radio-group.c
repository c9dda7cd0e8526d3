/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-radio-group.h"

#include "crit-children.h"
#include "crit-row-layout.h"
#include "crit-tick.h"

struct _CritRadioGroup
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* of GtkCheckButton, borrowed from the widget tree */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CritRadioGroup, crit_radio_group, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (CritRadioGroup *self, GtkCheckButton *button)
{
  guint index = 0;

  if (self->setting || !gtk_check_button_get_active (button))
    return;
  if (g_ptr_array_find (self->buttons, button, &index))
    g_signal_emit (self, signals[CHOSEN], 0, index);
}

static gboolean
crit_radio_group_grab_focus (GtkWidget *widget)
{
  CritRadioGroup *self = CRIT_RADIO_GROUP (widget);
  int selected = crit_radio_group_get_selected (self);

  if (self->buttons->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, MAX (selected, 0)));
}

static gboolean
leads_on (CritRadioGroup *self, GtkDirectionType direction)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return direction == GTK_DIR_DOWN || direction == (mirrored ? GTK_DIR_LEFT : GTK_DIR_RIGHT);
}

/* To the button beside the one that has the focus, if there is one. */
static void
focus_beside (CritRadioGroup *self, GtkWidget *focus, gboolean on)
{
  guint index = 0;

  if (!g_ptr_array_find (self->buttons, focus, &index))
    return;
  if (on && index + 1 < self->buttons->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, index + 1));
  else if (!on && index > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, index - 1));
}

/* One stop for Tab, whatever is chosen. The arrows lead from button to button and choose nothing, unlike those of GTK: an
 * answer must not change because somebody meant to scroll, nor be recorded in passing. Space chooses. */
static gboolean
crit_radio_group_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return gtk_widget_grab_focus (widget);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  focus_beside (CRIT_RADIO_GROUP (widget), focus, leads_on (CRIT_RADIO_GROUP (widget), direction));
  return TRUE;
}

static void
crit_radio_group_dispose (GObject *object)
{
  CritRadioGroup *self = CRIT_RADIO_GROUP (object);

  g_ptr_array_set_size (self->buttons, 0);
  crit_children_remove (GTK_WIDGET (self));
  G_OBJECT_CLASS (crit_radio_group_parent_class)->dispose (object);
}

static void
crit_radio_group_finalize (GObject *object)
{
  g_ptr_array_unref (CRIT_RADIO_GROUP (object)->buttons);
  G_OBJECT_CLASS (crit_radio_group_parent_class)->finalize (object);
}

static void
crit_radio_group_class_init (CritRadioGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = crit_radio_group_dispose;
  object_class->finalize = crit_radio_group_finalize;
  widget_class->focus = crit_radio_group_focus;
  widget_class->grab_focus = crit_radio_group_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, CRIT_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
crit_radio_group_init (CritRadioGroup *self)
{
  self->buttons = g_ptr_array_new ();
}

/**
 * crit_radio_group_new:
 * @column: TRUE to set the buttons one under another even where a row would fit
 *
 * Makes a group without buttons.
 *
 * Returns: (transfer floating): the group
 */
CritRadioGroup *
crit_radio_group_new (gboolean column)
{
  CritRadioGroup *self = g_object_new (CRIT_TYPE_RADIO_GROUP, NULL);

  crit_row_layout_set_column (CRIT_ROW_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              column);
  return self;
}

/**
 * crit_radio_group_append:
 * @self: a group
 * @text: what the button says; plain text, which wraps where it is long
 *
 * Adds a button, not chosen.
 */
void
crit_radio_group_append (CritRadioGroup *self, const char *text)
{
  GtkWidget *button = NULL;

  g_return_if_fail (CRIT_IS_RADIO_GROUP (self));
  g_return_if_fail (text != NULL);

  button = crit_tick_new (GTK_ACCESSIBLE_ROLE_RADIO, text);
  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
}

/**
 * crit_radio_group_set_text:
 * @self: a group
 * @index: which button, from 0
 * @text: what it says from now on
 *
 * Changes the words of a button and leaves everything else alone.
 */
void
crit_radio_group_set_text (CritRadioGroup *self, guint index, const char *text)
{
  g_return_if_fail (CRIT_IS_RADIO_GROUP (self));
  g_return_if_fail (index < self->buttons->len);

  crit_tick_set_text (g_ptr_array_index (self->buttons, index), text);
}

/**
 * crit_radio_group_set_selected:
 * @self: a group
 * @index: which button, from 0; -1 for none
 *
 * Shows what is chosen, without emitting `chosen`.
 */
void
crit_radio_group_set_selected (CritRadioGroup *self, int index)
{
  g_return_if_fail (CRIT_IS_RADIO_GROUP (self));
  g_return_if_fail (index < (int) self->buttons->len);

  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), (int) i == index);
  self->setting = FALSE;
}

/**
 * crit_radio_group_get_selected:
 * @self: a group
 *
 * Says what is chosen.
 *
 * Returns: the button's index, or -1
 */
int
crit_radio_group_get_selected (CritRadioGroup *self)
{
  g_return_val_if_fail (CRIT_IS_RADIO_GROUP (self), -1);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
        return i;
    }
  return -1;
}
