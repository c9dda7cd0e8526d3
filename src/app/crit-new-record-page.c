/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-new-record-page.h"

#include "crit-label.h"
#include "record/crit-typed.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _CritNewRecordPage
{
  AdwBin parent_instance;

  GtkWidget *title;
  GtkWidget *about;
  GtkEntry *reference;
  GtkWidget *reference_problem;
  GtkEntry *date;
  GtkWidget *date_hint;

  CritRules *rules;
};

G_DEFINE_FINAL_TYPE (CritNewRecordPage, crit_new_record_page, ADW_TYPE_BIN)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The record's date is typed and understood as a date answer is. */
static const CritQuestion date_question = {
  .id = "date",
  .text = "",
  .type = CRIT_QUESTION_DATE,
  .minimum = -INFINITY,
  .maximum = INFINITY,
  .plausible_minimum = -INFINITY,
  .plausible_maximum = INFINITY,
};

static void
set_problem (GtkEntry *entry, gboolean problem)
{
  if (problem)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static char *
dup_reference (CritNewRecordPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reference))));
}

/* Fills in @date, or says under the field why it is no date. */
static gboolean
read_date (CritNewRecordPage *self, CritDate *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date));
  g_auto (CritTyped) typed = { 0 };
  const char *problem = NULL;
  const char *hint = NULL;

  crit_typed_read (&date_question, text, &typed);
  if (typed.problem != NULL)
    problem = typed.problem;
  else if (typed.answer.kind != CRIT_ANSWER_DATE || !crit_date_is_whole (typed.answer.date))
    problem = _ ("Give a day, a month and a year.");

  /* What was understood is said where it differs from what was typed. */
  if (problem != NULL)
    hint = problem;
  else if (typed.doubt != NULL)
    hint = typed.doubt;
  else if (g_strcmp0 (typed.understood, text) != 0)
    hint = typed.understood;
  set_problem (self->date, problem != NULL);
  crit_label_set (self->date_hint, hint);
  if (problem == NULL)
    *date = typed.answer.date;
  return problem == NULL;
}

static void
date_changed_cb (CritNewRecordPage *self)
{
  CritDate date = { 0 };

  read_date (self, &date);
}

static void
reference_changed_cb (CritNewRecordPage *self)
{
  g_autofree char *reference = dup_reference (self);

  set_problem (self->reference, FALSE);
  crit_label_set (self->reference_problem,
                  crit_reference_looks_like_nhs_number (reference) ? _ (
                      "This looks like an NHS number. Use a reference of the clinic’s own instead.")
                                                                   : NULL);
}

static gboolean
check_reference (CritNewRecordPage *self, const char *reference)
{
  if (*reference != '\0')
    return TRUE;
  set_problem (self->reference, TRUE);
  crit_label_set (self->reference_problem,
                  _ ("Give a reference, so that this record can be told from others."));
  gtk_widget_grab_focus (GTK_WIDGET (self->reference));
  return FALSE;
}

static void
create_cb (CritNewRecordPage *self)
{
  g_autofree char *reference = dup_reference (self);
  g_autoptr (CritRecord) record = NULL;
  CritDate date = { 0 };

  if (!check_reference (self, reference))
    return;
  if (!read_date (self, &date))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return;
    }
  record = crit_record_new (self->rules, reference, date);
  g_signal_emit (self, signals[CREATED], 0, record);
}

static gboolean
crit_new_record_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CRIT_NEW_RECORD_PAGE (widget)->reference));
}

static void
crit_new_record_page_dispose (GObject *object)
{
  CritNewRecordPage *self = CRIT_NEW_RECORD_PAGE (object);

  g_clear_pointer (&self->rules, crit_rules_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_NEW_RECORD_PAGE);
  G_OBJECT_CLASS (crit_new_record_page_parent_class)->dispose (object);
}

static void
crit_new_record_page_class_init (CritNewRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_new_record_page_dispose;
  widget_class->grab_focus = crit_new_record_page_grab_focus;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, CRIT_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-new-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, title);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, about);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, reference);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, reference_problem);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, date);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, date_hint);
  gtk_widget_class_bind_template_callback (widget_class, reference_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
crit_new_record_page_init (CritNewRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_new_record_page_set_rules:
 * @self: a page
 * @rules: what was chosen
 *
 * Begins anew: names the rules, empties the reference and offers today's date.
 */
void
crit_new_record_page_set_rules (CritNewRecordPage *self, CritRules *rules)
{
  g_autofree char *today = crit_date_to_text (crit_date_today ());

  g_return_if_fail (CRIT_IS_NEW_RECORD_PAGE (self));
  g_return_if_fail (rules != NULL);

  crit_rules_ref (rules);
  g_clear_pointer (&self->rules, crit_rules_unref);
  self->rules = rules;
  crit_label_set (self->title, rules->title);
  crit_label_set (self->about, rules->about);
  gtk_editable_set_text (GTK_EDITABLE (self->reference), "");
  gtk_editable_set_text (GTK_EDITABLE (self->date), today);
}
