/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-compare-dialog.h"

#include "crit-block-box.h"
#include "crit-file-chooser.h"
#include "crit-label.h"
#include "crit-reading-window.h"
#include "crit-rules-row.h"
#include "crit-tick.h"
#include "summary/crit-summary-compare.h"

#include <glib/gi18n-lib.h>

/* Of what is wrong with a chosen file as much is said as can be read at a glance. */
#define MOST_FINDINGS 3

struct _CritCompareDialog
{
  AdwWindow parent_instance;

  GtkWidget *back;
  GtkStack *pages;
  GtkWidget *choose_page;
  GtkWidget *versions_box;
  GtkListBox *versions;
  GtkWidget *others_box;
  GtkListBox *others;
  GtkWidget *none;
  GtkCheckButton *today;
  GtkWidget *problem;
  GtkScrolledWindow *result;

  CritLibrary *library;
  CritRecord *record; /* as it was when the dialog was opened */
};

/* What the other thread works with; nobody else has these. */
typedef struct
{
  CritRecord *record;
  CritRules *rules;
  CritDate date;
} Request;

G_DEFINE_FINAL_TYPE (CritCompareDialog, crit_compare_dialog, ADW_TYPE_WINDOW)

static void
free_request (Request *self)
{
  g_object_unref (self->record);
  crit_rules_unref (self->rules);
  g_free (self);
}

/* --- Comparing --- */

static void
show_page (CritCompareDialog *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->back, !g_str_equal (name, "choose"));
}

static void
show_document (CritCompareDialog *self, const CritSummary *document)
{
  GtkWidget *box = crit_reading_box_new ();

  crit_block_box_append_all (box, document->blocks);
  gtk_scrolled_window_set_child (self->result, box);
  show_page (self, "result");
  gtk_widget_grab_focus (GTK_WIDGET (self->result));
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CritCompareDialog *self = CRIT_COMPARE_DIALOG (source);
  g_autoptr (CritSummary) document = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Somebody may have gone back meanwhile. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "busy") == 0)
    show_document (self, document);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (CritComparison) comparison =
      crit_compare (request->record, request->rules, request->date);

  g_task_return_pointer (task, crit_summary_new_for_comparison (comparison, crit_summary_now ()),
                         (GDestroyNotify) crit_summary_free);
}

static CritRecord *
copy_record (CritRecord *record)
{
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();

  return crit_record_carry_over (record, crit_record_get_rules (record), lost);
}

/* A large rules file takes longer than a window may stand still. */
static void
compare (CritCompareDialog *self, CritRules *rules)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, compared_cb, NULL);
  Request *request = g_new0 (Request, 1);

  request->record = copy_record (self->record);
  request->rules = crit_rules_ref (rules);
  request->date = gtk_check_button_get_active (self->today) ? crit_date_today ()
                                                            : crit_record_get_date (self->record);
  g_task_set_task_data (task, request, (GDestroyNotify) free_request);
  crit_label_set (self->problem, NULL);
  show_page (self, "busy");
  g_task_run_in_thread (task, compare_in_thread);
}

/* --- Choosing --- */

static gboolean
is_version (CritRecord *record, CritDocument *document)
{
  return g_str_equal (crit_document_get_rules (document)->id, crit_record_get_rules (record)->id);
}

/* Files that cannot be used, and the very one of the record, are not there to choose from. */
static gboolean
can_be_compared (CritRecord *record, CritDocument *document)
{
  CritRules *rules = crit_document_get_rules (document);

  return rules != NULL && crit_document_get_record (document) == NULL
         && !g_str_equal (crit_rules_get_digest (rules),
                          crit_rules_get_digest (crit_record_get_rules (record)));
}

static gboolean
match_version (gpointer item, gpointer user_data)
{
  return can_be_compared (user_data, item) && is_version (user_data, item);
}

static gboolean
match_other (gpointer item, gpointer user_data)
{
  return can_be_compared (user_data, item) && !is_version (user_data, item);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return crit_rules_row_new (item);
}

static gboolean
has_rows (GtkListBox *list_box)
{
  return gtk_list_box_get_row_at_index (list_box, 0) != NULL;
}

/* An empty list is not shown, and where there is nothing to choose from that is said, once everything was looked through. */
static void
update_lists (CritCompareDialog *self)
{
  const gboolean any = has_rows (self->versions) || has_rows (self->others);

  gtk_widget_set_visible (self->versions_box, has_rows (self->versions));
  gtk_widget_set_visible (self->others_box, has_rows (self->others));
  gtk_widget_set_visible (self->none, !any && crit_library_is_loaded (self->library));
}

static void
list (CritCompareDialog *self, GtkCustomFilterFunc match, GtkListBox *list_box)
{
  GtkCustomFilter *filter =
      gtk_custom_filter_new (match, g_object_ref (self->record), g_object_unref);
  g_autoptr (GListModel) model = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->library)), GTK_FILTER (filter)));

  gtk_list_box_bind_model (list_box, model, create_row, NULL, NULL);
  /* The list has bound itself to the model before, and so has its rows by then. */
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update_lists), self,
                           G_CONNECT_SWAPPED);
}

static void
row_activated_cb (CritCompareDialog *self, GtkListBoxRow *row)
{
  compare (self, crit_document_get_rules (crit_rules_row_get_document (CRIT_RULES_ROW (row))));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritCompareDialog) self = user_data;
  g_autoptr (CritDocument) document = crit_document_load_finish (result);
  g_autofree char *findings = NULL;

  if (crit_document_get_rules (document) != NULL && crit_document_get_record (document) == NULL)
    {
      compare (self, crit_document_get_rules (document));
      return;
    }
  findings = crit_document_dup_findings_text (document, MOST_FINDINGS);
  crit_label_set (self->problem,
                  *findings != '\0' ? findings : _ ("This is a record. Choose a rules file."));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = crit_file_chooser_ask_finish (GTK_WINDOW (source), result, NULL);

  if (file != NULL)
    crit_document_load_async (file, loaded_cb, g_object_ref (source));
}

static void
choose_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_file_chooser_ask_async (GTK_WINDOW (widget), CRIT_CHOOSE_OPEN_RULES, NULL, file_chosen_cb,
                               NULL);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritCompareDialog *self = CRIT_COMPARE_DIALOG (widget);

  show_page (self, "choose");
  gtk_widget_child_focus (self->choose_page, GTK_DIR_TAB_FORWARD);
}

/* Only a record of another day can be looked at on two. */
static void
describe_today (CritCompareDialog *self)
{
  CritDate date = crit_record_get_date (self->record);
  CritDate today = crit_date_today ();
  g_autofree char *date_text = crit_date_to_text (date);
  g_autofree char *today_text = crit_date_to_text (today);
  g_autofree char *text = NULL;

  /* Translators: %1$s is the day it is, %2$s the date of the record. */
  text = g_strdup_printf (_ ("Look at the record as of today, %1$s, not as of %2$s"), today_text,
                          date_text);
  crit_tick_set_text (CRIT_TICK (self->today), text);
  gtk_widget_set_visible (GTK_WIDGET (self->today),
                          crit_date_get_first_day (date) < crit_date_get_first_day (today));
}

static void
crit_compare_dialog_dispose (GObject *object)
{
  CritCompareDialog *self = CRIT_COMPARE_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), CRIT_TYPE_COMPARE_DIALOG);
  G_OBJECT_CLASS (crit_compare_dialog_parent_class)->dispose (object);
}

static void
crit_compare_dialog_class_init (CritCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_compare_dialog_dispose;

  g_type_ensure (CRIT_TYPE_TICK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, back);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, choose_page);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, versions_box);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, versions);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, others_box);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, others);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, none);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, today);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, CritCompareDialog, result);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "compare.choose-file", NULL, choose_file_cb);
  gtk_widget_class_install_action (widget_class, "compare.back", NULL, back_cb);
}

static void
crit_compare_dialog_init (CritCompareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_compare_dialog_new:
 * @parent: the window of the record
 * @library: the rules files to choose from
 * @record: the record; the dialog looks at it as it is now
 *
 * Makes the dialog. Show it with gtk_window_present().
 *
 * Returns: (transfer none): the dialog; it belongs to itself until it is closed
 */
GtkWindow *
crit_compare_dialog_new (GtkWindow *parent, CritLibrary *library, CritRecord *record)
{
  CritCompareDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (CRIT_IS_LIBRARY (library) && CRIT_IS_RECORD (record), NULL);

  self = g_object_new (CRIT_TYPE_COMPARE_DIALOG, "transient-for", parent, NULL);
  self->record = copy_record (record);
  describe_today (self);
  self->library = g_object_ref (library);
  list (self, match_version, self->versions);
  list (self, match_other, self->others);
  g_signal_connect_object (library, "notify::loaded", G_CALLBACK (update_lists), self,
                           G_CONNECT_SWAPPED);
  crit_library_refresh (library);
  update_lists (self);
  show_page (self, "choose");
  return GTK_WINDOW (self);
}

/**
 * crit_compare_dialog_choose:
 * @self: the dialog
 * @rules: other rules
 *
 * Holds the record against these rules, as if they had been chosen; from there one can go back and choose others.
 */
void
crit_compare_dialog_choose (CritCompareDialog *self, CritRules *rules)
{
  g_return_if_fail (CRIT_IS_COMPARE_DIALOG (self));
  g_return_if_fail (rules != NULL);

  compare (self, rules);
}
