/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-rules-notice.h"

#include "crit-label.h"
#include "crit-reading-window.h"
#include "crit-row-layout.h"
#include "record/crit-carry-over.h"

#include <glib/gi18n-lib.h>

/* Whoever mends a file starts at the first finding. */
#define MAX_SHOWN 200

struct _CritRulesNotice
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *text;
  GtkWidget *show_findings;
  GtkWidget *show_lost;
  GtkWidget *go_back;
  GtkWidget *compare;
  GtkWidget *use;

  CritRulesFollower *follower;
};

G_DEFINE_FINAL_TYPE (CritRulesNotice, crit_rules_notice, ADW_TYPE_BIN)

static gboolean
has_lost (CritRulesNotice *self)
{
  GPtrArray *lost = crit_rules_follower_get_lost (self->follower);

  return lost != NULL && lost->len > 0;
}

static void
update (CritRulesNotice *self)
{
  g_autofree char *text = crit_rules_follower_dup_text (self->follower);
  CritDocument *trouble = crit_rules_follower_get_trouble (self->follower);
  gboolean offer = crit_rules_follower_get_offer (self->follower) != NULL;

  crit_label_set (self->text, text);
  gtk_widget_set_visible (self->show_findings,
                          trouble != NULL && crit_document_get_findings (trouble)->len > 0);
  gtk_widget_set_visible (self->show_lost, has_lost (self));
  gtk_widget_set_visible (self->go_back, crit_rules_follower_can_go_back (self->follower));
  gtk_widget_set_visible (self->compare, offer);
  gtk_widget_set_visible (self->use, offer);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
show_list (CritRulesNotice *self, const char *title, const char *explanation, const char *lines)
{
  GtkWidget *box = crit_reading_box_new ();

  crit_reading_box_append_text (box, explanation);
  crit_reading_box_append_list (box, lines);
  gtk_window_present (
      crit_reading_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, box));
}

static void
show_findings_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritRulesNotice *self = CRIT_RULES_NOTICE (widget);
  CritDocument *trouble = crit_rules_follower_get_trouble (self->follower);
  g_autofree char *lines = NULL;

  if (trouble == NULL)
    return;
  lines = crit_document_dup_findings_text (trouble, MAX_SHOWN);
  show_list (self, _ ("What was found in the rules file"),
             _ ("The list says where in the file it is wrong, as line and column. The rules as "
                "they were stay in use, and the file is read again when it changes."),
             lines);
}

static void
show_lost_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritRulesNotice *self = CRIT_RULES_NOTICE (widget);
  GPtrArray *lost = crit_rules_follower_get_lost (self->follower);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; lost != NULL && i < lost->len; i++)
    {
      const CritLostAnswer *answer = g_ptr_array_index (lost, i);

      g_string_append_printf (lines, i > 0 ? "\n%s" : "%s", answer->sentence);
    }
  show_list (self, _ ("Answers without a place"),
             _ ("The changed rules have no place for these answers. They are not in the record "
                "any more. To have them back, go back to the former rules by Undo, or copy the "
                "list."),
             lines->str);
}

static void
go_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_rules_follower_go_back (CRIT_RULES_NOTICE (widget)->follower);
}

static void
use_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_rules_follower_use_offer (CRIT_RULES_NOTICE (widget)->follower);
}

static void
dismiss_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_rules_follower_dismiss (CRIT_RULES_NOTICE (widget)->follower);
}

static void
crit_rules_notice_dispose (GObject *object)
{
  g_clear_object (&CRIT_RULES_NOTICE (object)->follower);
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_RULES_NOTICE);
  G_OBJECT_CLASS (crit_rules_notice_parent_class)->dispose (object);
}

static void
crit_rules_notice_class_init (CritRulesNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_rules_notice_dispose;
  g_type_ensure (CRIT_TYPE_ROW_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-rules-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, CritRulesNotice, text);
  gtk_widget_class_bind_template_child (widget_class, CritRulesNotice, show_findings);
  gtk_widget_class_bind_template_child (widget_class, CritRulesNotice, show_lost);
  gtk_widget_class_bind_template_child (widget_class, CritRulesNotice, go_back);
  gtk_widget_class_bind_template_child (widget_class, CritRulesNotice, compare);
  gtk_widget_class_bind_template_child (widget_class, CritRulesNotice, use);
  gtk_widget_class_install_action (widget_class, "rules.show-findings", NULL, show_findings_cb);
  gtk_widget_class_install_action (widget_class, "rules.show-lost", NULL, show_lost_cb);
  gtk_widget_class_install_action (widget_class, "rules.go-back", NULL, go_back_cb);
  gtk_widget_class_install_action (widget_class, "rules.use", NULL, use_cb);
  gtk_widget_class_install_action (widget_class, "rules.dismiss", NULL, dismiss_cb);
  gtk_widget_class_set_css_name (widget_class, "rulesnotice");
}

static void
crit_rules_notice_init (CritRulesNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_rules_notice_set_follower:
 * @self: a notice that has none yet
 * @follower: what it speaks of
 *
 * Says what there is to say, from now on.
 */
void
crit_rules_notice_set_follower (CritRulesNotice *self, CritRulesFollower *follower)
{
  g_return_if_fail (CRIT_IS_RULES_NOTICE (self));
  g_return_if_fail (CRIT_IS_RULES_FOLLOWER (follower) && self->follower == NULL);

  self->follower = g_object_ref (follower);
  g_signal_connect_object (follower, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
