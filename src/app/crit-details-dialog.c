/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-details-dialog.h"

#include "crit-identity-form.h"

struct _CritDetailsDialog
{
  AdwWindow parent_instance;

  CritIdentityForm *form;
  GtkEntry *completed_by;

  CritSession *session;
};

G_DEFINE_FINAL_TYPE (CritDetailsDialog, crit_details_dialog, ADW_TYPE_WINDOW)

/* What is as it was makes no change; each that differs is one, and so is undone by itself. */
static void
change (CritDetailsDialog *self, const char *reference, CritDate date)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->completed_by))));
  CritHistory *history = crit_session_get_history (self->session);

  crit_history_end_typing (history);
  crit_history_set_reference (history, reference);
  crit_history_set_date (history, date);
  crit_history_set_completed_by (history, name);
  crit_history_end_typing (history);
}

static void
apply_cb (CritDetailsDialog *self)
{
  g_autofree char *reference = NULL;
  CritDate date = { 0 };

  if (!crit_identity_form_read (self->form, &reference, &date))
    return;
  change (self, reference, date);
  gtk_window_close (GTK_WINDOW (self));
}

static void
crit_details_dialog_dispose (GObject *object)
{
  g_clear_object (&CRIT_DETAILS_DIALOG (object)->session);
  G_OBJECT_CLASS (crit_details_dialog_parent_class)->dispose (object);
}

static void
crit_details_dialog_class_init (CritDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_details_dialog_dispose;
  g_type_ensure (CRIT_TYPE_IDENTITY_FORM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CritDetailsDialog, form);
  gtk_widget_class_bind_template_child (widget_class, CritDetailsDialog, completed_by);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
crit_details_dialog_init (CritDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_details_dialog_new:
 * @parent: the window of the record
 * @session: the record
 *
 * Makes the dialog, filled in with what the record says. Show it with gtk_window_present().
 *
 * Returns: (transfer none): the dialog; it belongs to itself until it is closed
 */
GtkWindow *
crit_details_dialog_new (GtkWindow *parent, CritSession *session)
{
  CritDetailsDialog *self = NULL;
  CritRecord *record = NULL;
  const char *name = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);

  self = g_object_new (CRIT_TYPE_DETAILS_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  record = crit_session_get_record (session);
  name = crit_record_get_completed_by (record);
  crit_identity_form_show (self->form, crit_record_get_reference (record),
                           crit_record_get_date (record));
  gtk_editable_set_text (GTK_EDITABLE (self->completed_by), name != NULL ? name : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  return GTK_WINDOW (self);
}
