/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritEntryCard:
 *
 * One entry of a list. Folded it says everything in a line or two; unfolded it asks its questions, which are built
 * when it is unfolded for the first time.
 *
 * Actions: `entry.move-up`, `entry.move-down`, `entry.duplicate`, `entry.remove`.
 */
#define CRIT_TYPE_ENTRY_CARD (crit_entry_card_get_type ())
G_DECLARE_FINAL_TYPE (CritEntryCard, crit_entry_card, CRIT, ENTRY_CARD, GtkWidget)

CritEntryCard *crit_entry_card_new (CritSession *session, const CritQuestion *list, guint entry);
void crit_entry_card_update (CritEntryCard *self, guint entry, guint n_entries);
void crit_entry_card_update_shown (CritEntryCard *self);
void crit_entry_card_set_unfolded (CritEntryCard *self, gboolean unfolded);
gboolean crit_entry_card_is_unfolded (CritEntryCard *self);
gboolean crit_entry_card_focus_field (CritEntryCard *self, const CritQuestion *field);

G_END_DECLS
