/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-rules-row.h"

#include "crit-label.h"
#include "crit-pressable.h"
#include "crit-standing.h"
#include "json/crit-finding.h"

#include <glib/gi18n-lib.h>

struct _CritRulesRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *title;
  GtkWidget *version;
  GtkWidget *warning;

  CritDocument *document;
};

G_DEFINE_FINAL_TYPE (CritRulesRow, crit_rules_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_rules (CritRulesRow *self, CritRules *rules)
{
  g_autofree char *version = crit_standing_dup_version (rules);

  crit_label_set (self->title, rules->title);
  crit_label_set (self->version, version);
  crit_label_set (self->warning, crit_document_get_warning (self->document));
}

/* A file that cannot be used is listed all the same: choosing it tells why. */
static void
show_broken_file (CritRulesRow *self)
{
  g_autofree char *name = crit_document_dup_name (self->document);
  guint n_errors = 0;
  GPtrArray *findings = crit_document_get_findings (self->document);
  g_autofree char *warning = NULL;

  for (guint i = 0; i < findings->len; i++)
    n_errors += ((CritFinding *) g_ptr_array_index (findings, i))->severity == CRIT_SEVERITY_ERROR;
  /* Translators: %u is the number of errors in a rules file. */
  warning = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This file cannot be used: %u error.",
                                          "This file cannot be used: %u errors.", n_errors),
                             n_errors);
  crit_label_set (self->title, name);
  crit_label_set (self->version, NULL);
  crit_label_set (self->warning, warning);
}

static void
describe (CritRulesRow *self)
{
  g_autofree char *description = g_strjoin (" ", gtk_label_get_text (GTK_LABEL (self->version)),
                                            gtk_label_get_text (GTK_LABEL (self->warning)), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->title)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
crit_rules_row_dispose (GObject *object)
{
  CritRulesRow *self = CRIT_RULES_ROW (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_RULES_ROW);
  G_OBJECT_CLASS (crit_rules_row_parent_class)->dispose (object);
}

static void
crit_rules_row_class_init (CritRulesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_rules_row_dispose;
  crit_pressable_install (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-rules-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CritRulesRow, title);
  gtk_widget_class_bind_template_child (widget_class, CritRulesRow, version);
  gtk_widget_class_bind_template_child (widget_class, CritRulesRow, warning);
}

static void
crit_rules_row_init (CritRulesRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_rules_row_new:
 * @document: a rules file
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
crit_rules_row_new (CritDocument *document)
{
  CritRulesRow *self = NULL;

  g_return_val_if_fail (CRIT_IS_DOCUMENT (document), NULL);

  self = g_object_new (CRIT_TYPE_RULES_ROW, NULL);
  self->document = g_object_ref (document);
  if (crit_document_get_rules (document) != NULL)
    show_rules (self, crit_document_get_rules (document));
  else
    show_broken_file (self);
  describe (self);
  return GTK_WIDGET (self);
}

/**
 * crit_rules_row_get_document:
 * @self: a row
 *
 * Returns: (transfer none): the rules file it shows
 */
CritDocument *
crit_rules_row_get_document (CritRulesRow *self)
{
  g_return_val_if_fail (CRIT_IS_RULES_ROW (self), NULL);

  return self->document;
}
