/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CritRadioGroup:
 *
 * Radio buttons of which at most one is chosen, and none at first. Assistive technology hears a radio group and radio
 * buttons; whoever makes one labels it.
 *
 * Signal `chosen (guint index)`: the person chose; not emitted by crit_radio_group_set_selected().
 */
#define CRIT_TYPE_RADIO_GROUP (crit_radio_group_get_type ())
G_DECLARE_FINAL_TYPE (CritRadioGroup, crit_radio_group, CRIT, RADIO_GROUP, GtkWidget)

CritRadioGroup *crit_radio_group_new (gboolean column);
void crit_radio_group_append (CritRadioGroup *self, const char *text);
void crit_radio_group_set_text (CritRadioGroup *self, guint index, const char *text);
void crit_radio_group_set_selected (CritRadioGroup *self, int index);
int crit_radio_group_get_selected (CritRadioGroup *self);

G_END_DECLS
