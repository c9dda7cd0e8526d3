/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-notice-bar.h"

#include "crit-label.h"
#include "crit-row-layout.h"
#include "crit-standing.h"
#include "screening/crit-status.h"

struct _CritNoticeBar
{
  AdwBin parent_instance;

  GtkLabel *notice;
  GtkWidget *version;
  GtkWidget *identity;
  GtkWidget *problem;
  GtkWidget *record;
  GtkWidget *warning;
};

G_DEFINE_FINAL_TYPE (CritNoticeBar, crit_notice_bar, ADW_TYPE_BIN)

static void
crit_notice_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_NOTICE_BAR);
  G_OBJECT_CLASS (crit_notice_bar_parent_class)->dispose (object);
}

static void
crit_notice_bar_class_init (CritNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_notice_bar_dispose;
  g_type_ensure (CRIT_TYPE_ROW_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CritNoticeBar, notice);
  gtk_widget_class_bind_template_child (widget_class, CritNoticeBar, version);
  gtk_widget_class_bind_template_child (widget_class, CritNoticeBar, identity);
  gtk_widget_class_bind_template_child (widget_class, CritNoticeBar, problem);
  gtk_widget_class_bind_template_child (widget_class, CritNoticeBar, record);
  gtk_widget_class_bind_template_child (widget_class, CritNoticeBar, warning);
  gtk_widget_class_set_css_name (widget_class, "noticebar");
}

static void
crit_notice_bar_init (CritNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->notice, crit_notice ());
}

/**
 * crit_notice_bar_set_rules:
 * @self: a notice bar
 * @rules: (nullable): the rules in use, or %NULL where none are
 *
 * Names the rules, and runs their own cases so that a failure is said before they are used.
 */
void
crit_notice_bar_set_rules (CritNoticeBar *self, CritRules *rules)
{
  g_autofree char *version = rules != NULL ? crit_standing_dup_version (rules) : NULL;
  g_autofree char *warning = rules != NULL ? crit_standing_dup_text (rules) : NULL;

  g_return_if_fail (CRIT_IS_NOTICE_BAR (self));

  crit_label_set (self->version, version);
  crit_label_set (self->warning, warning);
}

/**
 * crit_notice_bar_set_identity:
 * @self: a notice bar
 * @identity: (nullable): whose record it is, where the header has no room to say it whole
 *
 * Says whose record it is. A header shortens what does not fit; this wraps.
 */
void
crit_notice_bar_set_identity (CritNoticeBar *self, const char *identity)
{
  g_return_if_fail (CRIT_IS_NOTICE_BAR (self));

  crit_label_set (self->identity, identity);
  if (identity != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
}

/**
 * crit_notice_bar_set_record:
 * @self: a notice bar
 * @warning: (nullable): what crit_record_get_warning() says
 *
 * Says for as long as the record is shown what is wrong with it.
 */
void
crit_notice_bar_set_record (CritNoticeBar *self, const char *warning)
{
  g_return_if_fail (CRIT_IS_NOTICE_BAR (self));

  crit_label_set (self->record, warning);
}

/**
 * crit_notice_bar_set_problem:
 * @self: a notice bar
 * @problem: (nullable): what the person has to know about the record on this computer, in a sentence
 *
 * Says what puts work at risk, for as long as it does.
 */
void
crit_notice_bar_set_problem (CritNoticeBar *self, const char *problem)
{
  g_return_if_fail (CRIT_IS_NOTICE_BAR (self));

  crit_label_set (self->problem, problem);
}
