/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritNoteView:
 *
 * The note on an answer, or on an entry, below it. While there is none, only the button that adds one is in view; whoever
 * made the view puts that where it belongs.
 */
#define CRIT_TYPE_NOTE_VIEW (crit_note_view_get_type ())
G_DECLARE_FINAL_TYPE (CritNoteView, crit_note_view, CRIT, NOTE_VIEW, GtkWidget)

typedef enum
{
  CRIT_NOTE_BUTTON_ICON,  /* beside an answer */
  CRIT_NOTE_BUTTON_WORDS, /* below a list or an entry */
} CritNoteButton;

CritNoteView *
crit_note_view_new (CritSession *session, const CritPlace *place, CritNoteButton style);
GtkWidget *crit_note_view_get_button (CritNoteView *self);
void crit_note_view_set_entry (CritNoteView *self, guint entry);
void crit_note_view_update (CritNoteView *self);

G_END_DECLS
