/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-identity-form.h"

#include "crit-children.h"
#include "crit-label.h"
#include "record/crit-typed.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In characters. */
#define MAX_REFERENCE 100

struct _CritIdentityForm
{
  AdwBin parent_instance;

  GtkEntry *reference;
  GtkWidget *reference_problem;
  GtkEntry *date;
  GtkWidget *date_hint;
};

G_DEFINE_FINAL_TYPE (CritIdentityForm, crit_identity_form, ADW_TYPE_BIN)

enum
{
  ENTERED,
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
dup_reference (CritIdentityForm *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reference))));
}

/* Fills in @date, or says under the field why it is no date. */
static gboolean
read_date (CritIdentityForm *self, CritDate *date)
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
date_changed_cb (CritIdentityForm *self)
{
  CritDate date = { 0 };

  read_date (self, &date);
}

static void
reference_changed_cb (CritIdentityForm *self)
{
  g_autofree char *reference = dup_reference (self);

  set_problem (self->reference, FALSE);
  crit_label_set (self->reference_problem,
                  crit_reference_looks_like_nhs_number (reference) ? _ (
                      "This looks like an NHS number. Use your clinic’s own reference instead.")
                                                                   : NULL);
}

/* A text that is pasted is not cut off without a word. */
static gboolean
check_reference (CritIdentityForm *self, const char *reference)
{
  const char *problem = NULL;

  if (*reference == '\0')
    problem = _ ("Give a reference, so that this record can be told from others.");
  else if (g_utf8_strlen (reference, -1) > MAX_REFERENCE)
    problem = _ ("This is too long for a reference. Use 100 characters or fewer.");
  if (problem == NULL)
    return TRUE;
  set_problem (self->reference, TRUE);
  crit_label_set (self->reference_problem, problem);
  gtk_widget_grab_focus (GTK_WIDGET (self->reference));
  return FALSE;
}

static void
activate_cb (CritIdentityForm *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
crit_identity_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CRIT_IDENTITY_FORM (widget)->reference));
}

static void
crit_identity_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_IDENTITY_FORM);
  G_OBJECT_CLASS (crit_identity_form_parent_class)->dispose (object);
}

static void
crit_identity_form_class_init (CritIdentityFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_identity_form_dispose;
  widget_class->focus = crit_children_focus;
  widget_class->grab_focus = crit_identity_form_grab_focus;

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-identity-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CritIdentityForm, reference);
  gtk_widget_class_bind_template_child (widget_class, CritIdentityForm, reference_problem);
  gtk_widget_class_bind_template_child (widget_class, CritIdentityForm, date);
  gtk_widget_class_bind_template_child (widget_class, CritIdentityForm, date_hint);
  gtk_widget_class_bind_template_callback (widget_class, reference_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
crit_identity_form_init (CritIdentityForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_identity_form_show:
 * @self: a form
 * @reference: (nullable): the clinic's own reference
 * @date: the date of the record
 *
 * Fills in both fields.
 */
void
crit_identity_form_show (CritIdentityForm *self, const char *reference, CritDate date)
{
  g_autofree char *text = crit_date_to_text (date);

  g_return_if_fail (CRIT_IS_IDENTITY_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->reference), reference != NULL ? reference : "");
  gtk_editable_set_text (GTK_EDITABLE (self->date), text);
}

/**
 * crit_identity_form_read:
 * @self: a form
 * @reference: (out) (transfer full): the clinic's own reference
 * @date: (out): the date of the record
 *
 * Reads what was typed. Where a field is wrong the form says so, and the focus goes there.
 *
 * Returns: whether both fields are right; otherwise nothing is given out
 */
gboolean
crit_identity_form_read (CritIdentityForm *self, char **reference, CritDate *date)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (CRIT_IS_IDENTITY_FORM (self), FALSE);
  g_return_val_if_fail (reference != NULL && date != NULL, FALSE);

  typed = dup_reference (self);
  if (!check_reference (self, typed))
    return FALSE;
  if (!read_date (self, date))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return FALSE;
    }
  *reference = g_steal_pointer (&typed);
  return TRUE;
}
