/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-tick.h"

#include "crit-label.h"
#include "crit-pressable.h"
#include "crit-steady.h"

struct _CritTick
{
  GtkCheckButton parent_instance;
};

G_DEFINE_FINAL_TYPE (CritTick, crit_tick, GTK_TYPE_CHECK_BUTTON)

static void
crit_tick_class_init (CritTickClass *klass)
{
  crit_pressable_install (GTK_WIDGET_CLASS (klass));
}

static void
crit_tick_init (CritTick *self)
{
  /* Its own label would neither wrap nor leave underscores alone. */
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self),
                              crit_steady_new (crit_label_new (NULL, CRIT_LABEL_PLAIN)));
}

/**
 * crit_tick_new:
 * @role: whether it is a check button or a radio button
 * @text: what it says; plain text
 *
 * Makes the button, not chosen.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
crit_tick_new (GtkAccessibleRole role, const char *text)
{
  CritTick *self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (CRIT_TYPE_TICK, "accessible-role", role, NULL);
  crit_tick_set_text (self, text);
  return GTK_WIDGET (self);
}

/**
 * crit_tick_set_text:
 * @self: a button
 * @text: what it says from now on
 *
 * Changes the words, for the eye and for a screen reader.
 */
void
crit_tick_set_text (CritTick *self, const char *text)
{
  AdwBin *holder = NULL;

  g_return_if_fail (CRIT_IS_TICK (self));
  g_return_if_fail (text != NULL);

  holder = ADW_BIN (gtk_check_button_get_child (GTK_CHECK_BUTTON (self)));
  crit_label_set (adw_bin_get_child (holder), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
