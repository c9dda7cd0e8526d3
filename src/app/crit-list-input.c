/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-list-input.h"

#include "crit-entry-card.h"
#include "crit-question-view.h"
#include "crit-row-layout.h"
#include "crit-timeline-view.h"

#include <glib/gi18n-lib.h>

struct _CritListInput
{
  CritAnswerInput parent_instance;

  CritSession *session;
  GtkWidget *box;
  GPtrArray *cards; /* of CritEntryCard, in the record's order; borrowed from the widget tree */
  GtkWidget *add;
  GtkWidget *not_known;
  CritQuestionView *complete;
  CritTimelineView *timeline;
};

G_DEFINE_FINAL_TYPE (CritListInput, crit_list_input, CRIT_TYPE_ANSWER_INPUT)

static const CritQuestion *
get_list (CritListInput *self)
{
  return crit_answer_input_get_question (CRIT_ANSWER_INPUT (self));
}

static const CritEntries *
get_entries (const CritAnswer *answer)
{
  return answer->kind == CRIT_ANSWER_LIST ? answer->entries : NULL;
}

static gboolean
same_entry (const CritEntries *a, guint i, const CritEntries *b, guint j)
{
  for (guint field = 0; field < a->n_fields; field++)
    {
      if (!crit_answer_equal (&a->cells[i * a->n_fields + field],
                              &b->cells[j * b->n_fields + field]))
        return FALSE;
    }
  return TRUE;
}

/* Takes the card out of @cards that showed what entry @i holds now: the one at its own place first. */
static CritEntryCard *
take_equal (GPtrArray *cards, const CritEntries *before, const CritEntries *now, guint i)
{
  for (guint tried = 0; tried <= cards->len; tried++)
    {
      guint j = tried == 0 ? i : tried - 1;

      if (j < cards->len && g_ptr_array_index (cards, j) != NULL && same_entry (now, i, before, j))
        return g_steal_pointer (&g_ptr_array_index (cards, j));
    }
  return NULL;
}

/* When no entry came or went, the one that is left without a card was edited, and keeps the card that is left. */
static void
give_the_rest (GPtrArray *cards, GPtrArray *next)
{
  for (guint i = 0; i < next->len; i++)
    {
      for (guint tried = 0; tried <= cards->len && g_ptr_array_index (next, i) == NULL; tried++)
        g_ptr_array_index (next, i) =
            g_steal_pointer (&g_ptr_array_index (cards, tried == 0 ? i : tried - 1));
    }
}

static void
remove_cards (CritListInput *self, GPtrArray *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      if (g_ptr_array_index (cards, i) != NULL)
        gtk_box_remove (GTK_BOX (self->box), g_ptr_array_index (cards, i));
    }
}

static void
place_cards (CritListInput *self)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->cards->len; i++)
    {
      CritEntryCard *card = g_ptr_array_index (self->cards, i);

      if (card == NULL)
        {
          card = crit_entry_card_new (self->session, get_list (self), i);
          g_ptr_array_index (self->cards, i) = card;
          gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (card));
        }
      if (gtk_widget_get_prev_sibling (GTK_WIDGET (card)) != before)
        gtk_box_reorder_child_after (GTK_BOX (self->box), GTK_WIDGET (card), before);
      crit_entry_card_update (card, i, self->cards->len);
      before = GTK_WIDGET (card);
    }
}

/* Called before what was shown is forgotten, so that cards can be told by what their entries held. */
static void
show_entries (CritListInput *self, const CritEntries *now)
{
  const CritEntries *before = get_entries (crit_answer_input_get_shown (CRIT_ANSWER_INPUT (self)));
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->cards);

  self->cards = g_ptr_array_new ();
  g_ptr_array_set_size (self->cards, now != NULL ? now->n_entries : 0);
  for (guint i = 0; i < self->cards->len; i++)
    {
      if (i < old->len && same_entry (now, i, before, i))
        g_ptr_array_index (self->cards, i) = g_steal_pointer (&g_ptr_array_index (old, i));
    }
  for (guint i = 0; i < self->cards->len; i++)
    {
      if (g_ptr_array_index (self->cards, i) == NULL)
        g_ptr_array_index (self->cards, i) = take_equal (old, before, now, i);
    }
  if (old->len == self->cards->len)
    give_the_rest (old, self->cards);
  remove_cards (self, old);
  place_cards (self);
}

static void
update_timeline (CritListInput *self)
{
  g_autoptr (CritTimeline) timeline =
      crit_timeline_new (crit_session_get_record (self->session), get_list (self));

  crit_timeline_view_set_timeline (self->timeline, timeline);
}

static void
update_around (CritListInput *self)
{
  gboolean empty = self->cards->len == 0;

  /* A list is not known as a whole only while nothing is in it. */
  gtk_widget_set_visible (self->not_known, empty);
  gtk_widget_set_visible (self->box, !empty);
  crit_question_view_set_text (self->complete, empty ? _ ("Is it certain that there are none?")
                                                     : _ ("That is all of them?"));
  crit_question_view_update (self->complete);
}

static void
crit_list_input_show_answer (CritAnswerInput *input, const CritAnswer *answer)
{
  CritListInput *self = CRIT_LIST_INPUT (input);

  show_entries (self, get_entries (answer));
  update_around (self);
  gtk_widget_set_visible (GTK_WIDGET (self->complete), answer->kind != CRIT_ANSWER_UNKNOWN);
}

static void
crit_list_input_update_shown (CritAnswerInput *input)
{
  CritListInput *self = CRIT_LIST_INPUT (input);

  for (guint i = 0; i < self->cards->len; i++)
    crit_entry_card_update_shown (g_ptr_array_index (self->cards, i));
  update_timeline (self);
}

static gboolean
crit_list_input_focus_place (CritAnswerInput *input, const CritPlace *place)
{
  CritListInput *self = CRIT_LIST_INPUT (input);

  if (place != NULL && place->complete)
    return crit_question_view_focus_place (self->complete, place);
  if (place != NULL && place->entry >= 0 && place->entry < (int) self->cards->len)
    return crit_entry_card_focus_field (g_ptr_array_index (self->cards, place->entry),
                                        place->field);
  return gtk_widget_grab_focus (self->add);
}

static void
add_cb (CritListInput *self)
{
  CritHistory *history = crit_session_get_history (self->session);
  guint entry = crit_history_add_entry (history, get_list (self));
  CritPlace place = crit_place_of_field (get_list (self), entry, NULL);

  /* By way of the page, which brings the new card into view. */
  crit_session_go_to (self->session, &place);
}

static gboolean
crit_list_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CRIT_LIST_INPUT (widget)->add);
}

static GtkWidget *
make_add (CritListInput *self)
{
  const char *item = get_list (self)->item;
  /* Translators: %s is what the rules file calls one entry, such as "antidepressant" */
  g_autofree char *text =
      item != NULL ? g_strdup_printf (_ ("Add %s"), item) : g_strdup (_ ("Add an entry"));
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
  self->add = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add), content);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  return self->add;
}

static void
build (CritListInput *self)
{
  CritAnswerInput *input = CRIT_ANSWER_INPUT (self);
  CritPlace complete = crit_place_of_complete (get_list (self));
  GtkWidget *row = crit_row_box_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->not_known = crit_answer_input_make_not_known (input);
  gtk_box_append (GTK_BOX (row), make_add (self));
  gtk_box_append (GTK_BOX (row), self->not_known);
  gtk_widget_set_visible (self->add, !crit_session_is_read_only (self->session));
  gtk_widget_set_sensitive (row, !crit_session_is_read_only (self->session));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  self->complete = crit_question_view_new (self->session, &complete);
  gtk_widget_set_margin_top (GTK_WIDGET (self->complete), 12);
  gtk_widget_set_parent (GTK_WIDGET (self->complete), GTK_WIDGET (self));
  self->timeline = crit_timeline_view_new ();
  gtk_widget_set_margin_top (GTK_WIDGET (self->timeline), 18);
  gtk_widget_set_parent (GTK_WIDGET (self->timeline), GTK_WIDGET (self));
}

static void
crit_list_input_dispose (GObject *object)
{
  CritListInput *self = CRIT_LIST_INPUT (object);

  g_ptr_array_set_size (self->cards, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_list_input_parent_class)->dispose (object);
}

static void
crit_list_input_finalize (GObject *object)
{
  g_ptr_array_unref (CRIT_LIST_INPUT (object)->cards);
  G_OBJECT_CLASS (crit_list_input_parent_class)->finalize (object);
}

static void
crit_list_input_class_init (CritListInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CritAnswerInputClass *input_class = CRIT_ANSWER_INPUT_CLASS (klass);

  object_class->dispose = crit_list_input_dispose;
  object_class->finalize = crit_list_input_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = crit_list_input_grab_focus;
  input_class->show_answer = crit_list_input_show_answer;
  input_class->update_shown = crit_list_input_update_shown;
  input_class->focus_place = crit_list_input_focus_place;
}

static void
crit_list_input_init (CritListInput *self)
{
  self->cards = g_ptr_array_new ();
}

/**
 * crit_list_input_new:
 * @session: the open record
 * @list: a list question
 *
 * Makes the place where the entries of a list are given.
 *
 * Returns: (transfer floating): the input
 */
CritAnswerInput *
crit_list_input_new (CritSession *session, const CritQuestion *list)
{
  CritListInput *self = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  self = g_object_new (CRIT_TYPE_LIST_INPUT, "question", list, NULL);
  self->session = g_object_ref (session);
  build (self);
  return CRIT_ANSWER_INPUT (self);
}
