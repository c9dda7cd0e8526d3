/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-rules-review.h"

#include "crit-label.h"
#include "crit-reading-window.h"
#include "screening/crit-lint.h"

#include <glib/gi18n-lib.h>

/* A file can be wrong in ten thousand places; whoever mends it starts at the first. */
#define MAX_SHOWN 200

struct _CritRulesReview
{
  AdwBin parent_instance;

  GtkWidget *box;
  CritReviewStyle style;
  CritRules *rules; /* (nullable) */
  char *lines;      /* (nullable): what was noticed, a line each */
};

G_DEFINE_FINAL_TYPE (CritRulesReview, crit_rules_review, ADW_TYPE_BIN)

/* One look through a file: for whom, and what at. */
typedef struct
{
  CritRulesReview *review;
  CritRules *rules;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->review);
  crit_rules_unref (look->rules);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
look_in_thread (GTask *task, gpointer source, gpointer text, GCancellable *cancellable)
{
  GPtrArray *findings = crit_findings_new ();
  g_autoptr (CritRules) rules = crit_lint (text, crit_date_today (), findings);

  g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
}

static void
clear (CritRulesReview *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_clear_pointer (&self->lines, g_free);
}

static void
show_cb (CritRulesReview *self)
{
  GtkWidget *text = crit_reading_box_new ();

  crit_reading_box_append_text (
      text, _ ("The rules file can be used, and its maker may still want to look at these places. "
               "Each line begins with the place in the file, as line and column."));
  crit_reading_box_append_list (text, self->lines);
  gtk_window_present (crit_reading_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               _ ("Noticed in the rules file"), text));
}

static void
show_line (CritRulesReview *self, guint n_findings)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show what was noticed"));
  g_autofree char *text = NULL;

  /* Translators: warnings about a rules file that can be used. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing was noticed in this rules file.",
                                       "%u things were noticed in this rules file.", n_findings),
                          n_findings);
  gtk_box_append (GTK_BOX (self->box), crit_label_new (text, CRIT_LABEL_PLAIN));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
show_list (CritRulesReview *self, guint n_findings)
{
  crit_reading_box_append_heading (self->box, _ ("Noticed in the rules file"), "title-4");
  if (n_findings > 0)
    crit_reading_box_append_list (self->box, self->lines);
  else
    crit_reading_box_append_text (
        self->box, _ ("Nothing: neither in how it is written, nor by its own cases, nor by "
                      "analysing its criteria."));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  CritRulesReview *self = look->review;
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Other rules were chosen meanwhile, or the widget has gone. */
  if (look->rules != self->rules)
    return;
  clear (self);
  self->lines = crit_findings_dup_text (findings, self->rules->id, MAX_SHOWN);
  if (self->style == CRIT_REVIEW_LIST)
    show_list (self, findings->len);
  else if (findings->len > 0)
    show_line (self, findings->len);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}

static void
crit_rules_review_dispose (GObject *object)
{
  g_clear_pointer (&CRIT_RULES_REVIEW (object)->rules, crit_rules_unref);
  G_OBJECT_CLASS (crit_rules_review_parent_class)->dispose (object);
}

static void
crit_rules_review_finalize (GObject *object)
{
  g_free (CRIT_RULES_REVIEW (object)->lines);
  G_OBJECT_CLASS (crit_rules_review_parent_class)->finalize (object);
}

static void
crit_rules_review_class_init (CritRulesReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = crit_rules_review_dispose;
  G_OBJECT_CLASS (klass)->finalize = crit_rules_review_finalize;
}

static void
crit_rules_review_init (CritRulesReview *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * crit_rules_review_new:
 * @style: how much it shows
 *
 * Returns: (transfer floating): a review of no rules yet
 */
GtkWidget *
crit_rules_review_new (CritReviewStyle style)
{
  CritRulesReview *self = g_object_new (CRIT_TYPE_RULES_REVIEW, NULL);

  self->style = style;
  return GTK_WIDGET (self);
}

/**
 * crit_rules_review_set_rules:
 * @self: a review
 * @rules: rules
 *
 * Looks through the file of the rules, and shows what was noticed as soon as that is known.
 */
void
crit_rules_review_set_rules (CritRulesReview *self, CritRules *rules)
{
  g_autoptr (GTask) task = NULL;
  Look *look = NULL;

  g_return_if_fail (CRIT_IS_RULES_REVIEW (self));
  g_return_if_fail (rules != NULL);

  crit_rules_ref (rules);
  g_clear_pointer (&self->rules, crit_rules_unref);
  self->rules = rules;
  clear (self);
  if (self->style == CRIT_REVIEW_LIST)
    crit_reading_box_append_text (self->box, _ ("Looking through the rules file…"));
  gtk_widget_set_visible (GTK_WIDGET (self), self->style == CRIT_REVIEW_LIST);

  look = g_new0 (Look, 1);
  look->review = g_object_ref (self);
  look->rules = crit_rules_ref (rules);
  task = g_task_new (NULL, NULL, looked_cb, look);
  g_task_set_source_tag (task, crit_rules_review_set_rules);
  g_task_set_task_data (task, g_bytes_ref (rules->text), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, look_in_thread);
}
