/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-note-view.h"

#include "crit-children.h"
#include "crit-label.h"
#include "crit-text-area.h"

#include <glib/gi18n-lib.h>

#define NOTE_HEIGHT 40

struct _CritNoteView
{
  GtkWidget parent_instance;

  CritSession *session;
  CritPlace place;
  CritNoteButton style;
  GtkWidget *button;  /* owned; another widget shows it */
  GtkTextView *field; /* (nullable): made with the first note */
  gboolean opened;    /* the person asked for the field, and has not left it yet */
  gboolean showing;   /* what the record holds is being put into the field */
  gboolean giving;    /* what is in the field is being put into the record */
};

G_DEFINE_FINAL_TYPE (CritNoteView, crit_note_view, GTK_TYPE_WIDGET)

static CritHistory *
get_history (CritNoteView *self)
{
  return crit_session_get_history (self->session);
}

static const char *
get_note (CritNoteView *self)
{
  return crit_record_get_note (crit_session_get_record (self->session), &self->place);
}

static void
name_widget (CritNoteView *self, GtkWidget *widget)
{
  g_autofree char *place = crit_place_dup_label (&self->place);
  /* Translators: %s is a question in a few words, or an entry of a list. */
  g_autofree char *name = g_strdup_printf (_ ("Note on “%s”"), place);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
changed_cb (CritNoteView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->field);
  g_autofree char *text = NULL;

  if (crit_text_area_cut (buffer) || self->showing)
    return;
  text = crit_text_area_dup_text (buffer);
  self->giving = TRUE;
  crit_history_set_note (get_history (self), &self->place, text);
  self->giving = FALSE;
}

static void
show_or_hide (CritNoteView *self)
{
  const gboolean open = self->opened || get_note (self) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), open);
  if (self->style == CRIT_NOTE_BUTTON_WORDS)
    gtk_widget_set_visible (self->button, !open);
}

/* A field that is left empty goes away again. */
static void
left_cb (CritNoteView *self)
{
  crit_history_end_typing (get_history (self));
  self->opened = FALSE;
  show_or_hide (self);
}

static void
make_field (CritNoteView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *area = crit_text_area_new (NOTE_HEIGHT, &self->field);

  name_widget (self, GTK_WIDGET (self->field));
  gtk_text_view_set_editable (self->field, !crit_session_is_read_only (self->session));
  g_signal_connect_object (gtk_text_view_get_buffer (self->field), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->field), focus);
  gtk_widget_set_parent (crit_label_new (_ ("Note"), CRIT_LABEL_DIM), GTK_WIDGET (self));
  gtk_widget_set_parent (area, GTK_WIDGET (self));
}

static void
open_cb (CritNoteView *self)
{
  self->opened = TRUE;
  if (self->field == NULL)
    make_field (self);
  show_or_hide (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

static GtkWidget *
make_button (CritNoteView *self)
{
  GtkWidget *button = self->style == CRIT_NOTE_BUTTON_ICON
                          ? gtk_button_new_from_icon_name ("document-edit-symbolic")
                          : gtk_button_new_with_label (_ ("Add note"));

  if (self->style == CRIT_NOTE_BUTTON_ICON)
    gtk_widget_set_tooltip_text (button, _ ("Add note"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crit-note-button");
  gtk_widget_add_css_class (button, "dim-label");
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
crit_note_view_dispose (GObject *object)
{
  CritNoteView *self = CRIT_NOTE_VIEW (object);

  self->field = NULL;
  crit_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->button);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_note_view_parent_class)->dispose (object);
}

static void
crit_note_view_class_init (CritNoteViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_note_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "note");
}

static void
crit_note_view_init (CritNoteView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

/**
 * crit_note_view_new:
 * @session: the open record
 * @place: what the note is about
 * @style: what the button that adds a note looks like
 *
 * Makes the place of a note; crit_note_view_update() fills it. The field for it is made once it is needed.
 *
 * Returns: (transfer floating): the view
 */
CritNoteView *
crit_note_view_new (CritSession *session, const CritPlace *place, CritNoteButton style)
{
  CritNoteView *self = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (place != NULL && !place->complete, NULL);

  self = g_object_new (CRIT_TYPE_NOTE_VIEW, NULL);
  self->session = g_object_ref (session);
  self->place = *place;
  self->style = style;
  self->button = g_object_ref_sink (make_button (self));
  name_widget (self, self->button);
  show_or_hide (self);
  return self;
}

/**
 * crit_note_view_get_button:
 * @self: a note
 *
 * Returns: (transfer none): the button that opens the field, to be put near the answer
 */
GtkWidget *
crit_note_view_get_button (CritNoteView *self)
{
  g_return_val_if_fail (CRIT_IS_NOTE_VIEW (self), NULL);

  return self->button;
}

/**
 * crit_note_view_set_entry:
 * @self: the note on an entry, or on a field of one
 * @entry: index of the entry
 *
 * Follows an entry that was moved within its list.
 */
void
crit_note_view_set_entry (CritNoteView *self, guint entry)
{
  g_return_if_fail (CRIT_IS_NOTE_VIEW (self));

  if (self->place.entry == (int) entry)
    return;
  self->place.entry = (int) entry;
  name_widget (self, self->button);
  if (self->field != NULL)
    name_widget (self, GTK_WIDGET (self->field));
}

/**
 * crit_note_view_update:
 * @self: a note
 *
 * Shows what the record holds now.
 */
void
crit_note_view_update (CritNoteView *self)
{
  const char *note = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (CRIT_IS_NOTE_VIEW (self));

  note = get_note (self);
  if (note != NULL && self->field == NULL)
    make_field (self);
  show_or_hide (self);
  /* While it is being typed the field is right, and the record holds it cleaned. */
  if (self->field == NULL || self->giving)
    return;
  shown = crit_text_area_dup_text (gtk_text_view_get_buffer (self->field));
  self->showing = TRUE;
  if (g_strcmp0 (shown, note != NULL ? note : "") != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->field), note != NULL ? note : "", -1);
  self->showing = FALSE;
}
