/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-new-record-page.h"

#include "crit-children.h"
#include "crit-identity-form.h"
#include "crit-label.h"
#include "crit-rules-review.h"

struct _CritNewRecordPage
{
  AdwBin parent_instance;

  GtkWidget *title;
  GtkWidget *about_box;
  GtkWidget *about;
  CritIdentityForm *form;
  CritRulesReview *review;

  CritRules *rules;
};

G_DEFINE_FINAL_TYPE (CritNewRecordPage, crit_new_record_page, ADW_TYPE_BIN)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
create_cb (CritNewRecordPage *self)
{
  g_autofree char *reference = NULL;
  g_autoptr (CritRecord) record = NULL;
  CritDate date = { 0 };

  if (!crit_identity_form_read (self->form, &reference, &date))
    return;
  record = crit_record_new (self->rules, reference, date);
  g_signal_emit (self, signals[CREATED], 0, record);
}

static gboolean
crit_new_record_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CRIT_NEW_RECORD_PAGE (widget)->form));
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
  widget_class->focus = crit_children_focus;
  widget_class->grab_focus = crit_new_record_page_grab_focus;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, CRIT_TYPE_RECORD);

  g_type_ensure (CRIT_TYPE_IDENTITY_FORM);
  g_type_ensure (CRIT_TYPE_RULES_REVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-new-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, title);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, about_box);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, about);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, form);
  gtk_widget_class_bind_template_child (widget_class, CritNewRecordPage, review);
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
  g_return_if_fail (CRIT_IS_NEW_RECORD_PAGE (self));
  g_return_if_fail (rules != NULL);

  crit_new_record_page_change_rules (self, rules);
  crit_identity_form_show (self->form, NULL, crit_date_today ());
}

/**
 * crit_new_record_page_change_rules:
 * @self: a page
 * @rules: the same rules in another edition
 *
 * Names other rules, and leaves what was typed.
 */
void
crit_new_record_page_change_rules (CritNewRecordPage *self, CritRules *rules)
{
  g_return_if_fail (CRIT_IS_NEW_RECORD_PAGE (self));
  g_return_if_fail (rules != NULL);

  crit_rules_ref (rules);
  g_clear_pointer (&self->rules, crit_rules_unref);
  self->rules = rules;
  crit_label_set (self->title, rules->title);
  crit_label_set (self->about, rules->about);
  gtk_widget_set_visible (self->about_box, rules->about != NULL);
  crit_rules_review_set_rules (self->review, rules);
}
