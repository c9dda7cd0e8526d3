/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "record/crit-place.h"

G_BEGIN_DECLS

/**
 * CritAnswerInput:
 *
 * Where one answer is given: radio buttons, a typed entry, a list. It shows the answer that the record holds and tells
 * what the person gave; it changes no record itself. There is one small subclass for each kind of answer.
 *
 * Signal `answered (const CritAnswer *)`: the person gave this answer.
 */
#define CRIT_TYPE_ANSWER_INPUT (crit_answer_input_get_type ())
G_DECLARE_DERIVABLE_TYPE (CritAnswerInput, crit_answer_input, CRIT, ANSWER_INPUT, GtkWidget)

/**
 * CritAnswerInputClass:
 * @show_answer: shows what the record holds, and disturbs nothing that shows it already
 * @clear: takes away what was given, and text that is no answer
 * @is_blank: whether there is nothing to take away
 * @dup_text: what stands in its field (nullable: there is no field in which something that is no answer can stand)
 * @set_text: puts a text into its field (nullable, with @dup_text)
 * @set_label: tells assistive technology which widget asks the question
 * @update_shown: shows and hides what depends on other answers
 * @focus_place: focuses a place inside (nullable: the input as a whole)
 */
struct _CritAnswerInputClass
{
  GtkWidgetClass parent_class;

  void (*show_answer) (CritAnswerInput *self, const CritAnswer *answer);
  void (*clear) (CritAnswerInput *self);
  gboolean (*is_blank) (CritAnswerInput *self);
  char *(*dup_text) (CritAnswerInput *self);
  void (*set_text) (CritAnswerInput *self, const char *text);
  void (*set_label) (CritAnswerInput *self, GtkWidget *label);
  void (*update_shown) (CritAnswerInput *self);
  gboolean (*focus_place) (CritAnswerInput *self, const CritPlace *place);
};

const CritQuestion *crit_answer_input_get_question (CritAnswerInput *self);
const CritAnswer *crit_answer_input_get_shown (CritAnswerInput *self);
void crit_answer_input_show (CritAnswerInput *self, const CritAnswer *answer);
void crit_answer_input_clear (CritAnswerInput *self);
gboolean crit_answer_input_is_blank (CritAnswerInput *self);
gboolean crit_answer_input_has_unread (CritAnswerInput *self);
CritAnswerInput *crit_answer_input_find_unread (GtkWidget *root);
void crit_answer_input_set_label (CritAnswerInput *self, GtkWidget *label);
void crit_answer_input_update_shown (CritAnswerInput *self);
gboolean crit_answer_input_focus_place (CritAnswerInput *self, const CritPlace *place);

/* For the subclasses. */
void crit_answer_input_give (CritAnswerInput *self, const CritAnswer *answer);
gboolean crit_answer_input_is_showing (CritAnswerInput *self);
gboolean crit_answer_input_is_giving (CritAnswerInput *self);
GtkWidget *
crit_answer_input_make_check (CritAnswerInput *self, const char *text, const CritAnswer *answer);
GtkWidget *crit_answer_input_make_not_known (CritAnswerInput *self);

G_END_DECLS
