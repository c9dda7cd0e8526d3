/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-entry-card.h"

#include "crit-answer-input.h"
#include "crit-bring-into-view.h"
#include "crit-children.h"
#include "crit-label.h"
#include "crit-note-view.h"
#include "crit-question-view.h"
#include "crit-telling.h"
#include "summary/crit-entry-text.h"

#include <glib/gi18n-lib.h>

struct _CritEntryCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *duplicate;
  GtkWidget *arrow;
  GtkWidget *menu_button;
  GtkWidget *body;

  CritSession *session;
  const CritQuestion *list;
  guint entry;
  GPtrArray *views;   /* (nullable): of CritQuestionView, borrowed; NULL until unfolded */
  CritNoteView *note; /* (nullable): on the entry as a whole; made with @views, borrowed */
  gboolean unfolded;
};

G_DEFINE_FINAL_TYPE (CritEntryCard, crit_entry_card, GTK_TYPE_WIDGET)

static CritHistory *
get_history (CritEntryCard *self)
{
  return crit_session_get_history (self->session);
}

/* What is recorded; and that there is a text in it which was not understood, and is recorded nowhere. */
static char *
dup_detail (CritEntryCard *self)
{
  g_autofree char *detail =
      crit_entry_dup_detail (crit_session_get_record (self->session),
                             crit_session_get_screening (self->session), self->list, self->entry);

  if (crit_answer_input_find_unread (self->body) == NULL)
    return g_steal_pointer (&detail);
  /* Translators: %s is what else is recorded of an entry. */
  return g_strdup_printf (_ ("%s · a typed text was not understood and is not recorded"), detail);
}

static void
update_header (CritEntryCard *self)
{
  CritRecord *record = crit_session_get_record (self->session);
  g_autofree char *title = crit_entry_dup_title (record, self->list, self->entry);
  g_autofree char *detail = dup_detail (self);
  g_autofree char *duplicate = crit_entry_dup_duplicate_text (record, self->list, self->entry);
  /* Translators: %s is an entry, such as "Sertraline · SSRI" */
  g_autofree char *menu = g_strdup_printf (_ ("Menu of %s"), title);
  g_autofree char *description = NULL;

  crit_label_set (self->title, title);
  /* Unfolded, the questions themselves say it. */
  crit_label_set (self->detail, self->unfolded ? NULL : detail);
  crit_label_set (self->duplicate, duplicate);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  description = g_strjoin (" ", detail, duplicate, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  crit_telling_describe (self->header, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu, -1);
}

static void
build_note (CritEntryCard *self)
{
  const CritPlace place = crit_place_of_field (self->list, self->entry, NULL);

  self->note = crit_note_view_new (self->session, &place, CRIT_NOTE_BUTTON_WORDS);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->note));
  if (!crit_session_is_read_only (self->session))
    gtk_box_append (GTK_BOX (self->body), crit_note_view_get_button (self->note));
  crit_note_view_update (self->note);
}

static void
build_body (CritEntryCard *self)
{
  self->views = g_ptr_array_new ();
  for (guint i = 0; i < self->list->fields->len; i++)
    {
      CritPlace place =
          crit_place_of_field (self->list, self->entry, g_ptr_array_index (self->list->fields, i));
      CritQuestionView *view = crit_question_view_new (self->session, &place);

      gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (view));
      g_ptr_array_add (self->views, view);
    }
  build_note (self);
}

static void
header_clicked_cb (CritEntryCard *self)
{
  crit_entry_card_set_unfolded (self, !self->unfolded);
}

/* The focus goes with a card that is moved, and so does what is in view. */
static void
focus_header (CritEntryCard *self)
{
  gtk_widget_grab_focus (self->header);
  crit_bring_into_view_later (self->header);
}

static void
move_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritEntryCard *self = CRIT_ENTRY_CARD (widget);

  crit_history_move_entry (get_history (self), self->list, self->entry, self->entry - 1);
  focus_header (self);
}

static void
move_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritEntryCard *self = CRIT_ENTRY_CARD (widget);

  crit_history_move_entry (get_history (self), self->list, self->entry, self->entry + 1);
  focus_header (self);
}

static void
duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritEntryCard *self = CRIT_ENTRY_CARD (widget);

  crit_history_duplicate_entry (get_history (self), self->list, self->entry);
}

/* Says what was removed and offers to take it back, where the window has room for a toast. */
static void
offer_undo (GtkWidget *overlay, const char *title)
{
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast = NULL;

  if (overlay == NULL)
    return;
  /* Translators: %s is an entry, such as "Sertraline · SSRI" */
  text = g_strdup_printf (_ ("Removed %s"), title);
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  crit_telling_say (overlay, text);
}

/* The focus must not fall out of the list with the card: it goes to the one that took its place, or "Add". */
static void
focus_after (const CritQuestion *question, GtkWidget *box, GtkWidget *list, guint entry)
{
  GtkWidget *card = gtk_widget_get_first_child (box);
  CritPlace place = crit_place_of_question (question);

  for (guint i = 0; i < entry && card != NULL && gtk_widget_get_next_sibling (card) != NULL; i++)
    card = gtk_widget_get_next_sibling (card);
  if (card != NULL)
    gtk_widget_grab_focus (card);
  else if (list != NULL)
    crit_question_view_focus_place (CRIT_QUESTION_VIEW (list), &place);
}

static void
remove_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* What becomes of this very card is up to the list, so everything that is needed of it is taken first. */
  g_autoptr (CritEntryCard) self = g_object_ref (CRIT_ENTRY_CARD (widget));
  g_autoptr (GtkWidget) box = g_object_ref (gtk_widget_get_parent (widget));
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *list = gtk_widget_get_ancestor (widget, CRIT_TYPE_QUESTION_VIEW);
  guint entry = self->entry;
  g_autofree char *title =
      crit_entry_dup_title (crit_session_get_record (self->session), self->list, entry);

  crit_history_remove_entry (get_history (self), self->list, entry);
  focus_after (self->list, box, list, entry);
  offer_undo (overlay, title);
}

static gboolean
crit_entry_card_grab_focus (GtkWidget *widget)
{
  focus_header (CRIT_ENTRY_CARD (widget));
  return TRUE;
}

static void
crit_entry_card_dispose (GObject *object)
{
  CritEntryCard *self = CRIT_ENTRY_CARD (object);

  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->note = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CRIT_TYPE_ENTRY_CARD);
  crit_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_entry_card_parent_class)->dispose (object);
}

static void
crit_entry_card_class_init (CritEntryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_entry_card_dispose;
  widget_class->focus = crit_children_focus;
  widget_class->grab_focus = crit_entry_card_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entrycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-entry-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CritEntryCard, header);
  gtk_widget_class_bind_template_child (widget_class, CritEntryCard, title);
  gtk_widget_class_bind_template_child (widget_class, CritEntryCard, detail);
  gtk_widget_class_bind_template_child (widget_class, CritEntryCard, duplicate);
  gtk_widget_class_bind_template_child (widget_class, CritEntryCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, CritEntryCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CritEntryCard, body);
  gtk_widget_class_bind_template_callback (widget_class, header_clicked_cb);
  gtk_widget_class_install_action (widget_class, "entry.move-up", NULL, move_up);
  gtk_widget_class_install_action (widget_class, "entry.move-down", NULL, move_down);
  gtk_widget_class_install_action (widget_class, "entry.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "entry.remove", NULL, remove_entry);
}

static void
crit_entry_card_init (CritEntryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * crit_entry_card_new:
 * @session: the open record
 * @list: the list
 * @entry: index of the entry
 *
 * Makes the card of an entry, folded; crit_entry_card_update() fills it.
 *
 * Returns: (transfer floating): the card
 */
CritEntryCard *
crit_entry_card_new (CritSession *session, const CritQuestion *list, guint entry)
{
  CritEntryCard *self = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  self = g_object_new (CRIT_TYPE_ENTRY_CARD, NULL);
  self->session = g_object_ref (session);
  self->list = list;
  self->entry = entry;
  gtk_widget_set_visible (self->menu_button, !crit_session_is_read_only (session));
  return self;
}

/**
 * crit_entry_card_update:
 * @self: a card
 * @entry: which entry it shows now
 * @n_entries: how many there are
 *
 * Shows what the record holds now.
 */
void
crit_entry_card_update (CritEntryCard *self, guint entry, guint n_entries)
{
  g_return_if_fail (CRIT_IS_ENTRY_CARD (self));

  self->entry = entry;
  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    {
      crit_question_view_set_entry (g_ptr_array_index (self->views, i), entry);
      crit_question_view_update (g_ptr_array_index (self->views, i));
    }
  if (self->note != NULL)
    {
      crit_note_view_set_entry (self->note, entry);
      crit_note_view_update (self->note);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.move-up", entry > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.move-down", entry + 1 < n_entries);
  update_header (self);
}

/**
 * crit_entry_card_update_shown:
 * @self: a card
 *
 * Shows and hides its questions, as the screening says now.
 */
void
crit_entry_card_update_shown (CritEntryCard *self)
{
  g_return_if_fail (CRIT_IS_ENTRY_CARD (self));

  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    crit_question_view_update_shown (g_ptr_array_index (self->views, i));
  update_header (self);
}

/**
 * crit_entry_card_set_unfolded:
 * @self: a card
 * @unfolded: whether its questions are in view
 *
 * Folds or unfolds the card.
 */
void
crit_entry_card_set_unfolded (CritEntryCard *self, gboolean unfolded)
{
  g_return_if_fail (CRIT_IS_ENTRY_CARD (self));

  if (self->unfolded == unfolded)
    return;
  self->unfolded = unfolded;
  if (unfolded && self->views == NULL)
    build_body (self);
  gtk_widget_set_visible (self->body, unfolded);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                unfolded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED,
                               unfolded, -1);
  update_header (self);
}

/**
 * crit_entry_card_is_unfolded:
 * @self: a card
 *
 * Says whether its questions are in view.
 *
 * Returns: TRUE where it is unfolded
 */
gboolean
crit_entry_card_is_unfolded (CritEntryCard *self)
{
  g_return_val_if_fail (CRIT_IS_ENTRY_CARD (self), FALSE);
  return self->unfolded;
}

/**
 * crit_entry_card_focus_field:
 * @self: a card
 * @field: (nullable): one of its questions; NULL for the first
 *
 * Unfolds the card and moves the keyboard focus to a question.
 *
 * Returns: whether it could
 */
gboolean
crit_entry_card_focus_field (CritEntryCard *self, const CritQuestion *field)
{
  g_return_val_if_fail (CRIT_IS_ENTRY_CARD (self), FALSE);

  crit_entry_card_set_unfolded (self, TRUE);
  for (guint i = 0; i < self->views->len; i++)
    {
      CritQuestionView *view = g_ptr_array_index (self->views, i);
      const CritPlace *place = crit_question_view_get_place (view);

      if (field == NULL || place->field == field)
        return crit_question_view_focus_place (view, place);
    }
  return FALSE;
}
