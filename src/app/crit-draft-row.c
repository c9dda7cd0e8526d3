/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-draft-row.h"

#include "crit-label.h"
#include "crit-row-layout.h"

#include <glib/gi18n-lib.h>

struct _CritDraftRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *reference;
  GtkWidget *rules;
  GtkWidget *origin;
  GtkWidget *state;
  GtkWidget *restore_button;
  GtkWidget *discard_button;
  GtkWidget *undo_button;

  CritFoundDraft *draft;
};

G_DEFINE_FINAL_TYPE (CritDraftRow, crit_draft_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_origin_text (CritDraftRow *self)
{
  const CritDraft *draft = crit_found_draft_get_draft (self->draft);
  g_autofree char *time = crit_found_draft_dup_time (self->draft);

  /* Translators: a date with a time, and the version of the rules. */
  return g_strdup_printf (_ ("Draft of %1$s · rules %2$s"), time, draft->rules_version);
}

static char *
dup_file_text (const CritDraft *draft)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;

  if (draft->file_uri == NULL)
    return g_strdup (_ ("It was never saved in a file."));
  file = g_file_new_for_uri (draft->file_uri);
  basename = g_file_get_basename (file);
  name = g_filename_display_name (basename != NULL ? basename : draft->file_uri);
  /* Translators: %s is the name of a file. */
  return g_strdup_printf (_ ("It has changes that “%s” does not have."), name);
}

/* The name begins with what stands on the button, and says which of several drafts it is about. */
static void
name_button (GtkWidget *button, const char *reference)
{
  g_autofree char *name =
      g_strjoin (" ", gtk_button_get_label (GTK_BUTTON (button)), reference, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_draft (CritDraftRow *self)
{
  const CritDraft *draft = crit_found_draft_get_draft (self->draft);
  const char *reference = *draft->reference != '\0' ? draft->reference : _ ("No reference");
  g_autofree char *origin = dup_origin_text (self);

  crit_label_set (self->reference, reference);
  crit_label_set (self->rules, draft->rules_title);
  crit_label_set (self->origin, origin);
  name_button (self->restore_button, reference);
  name_button (self->discard_button, reference);
  name_button (self->undo_button, reference);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, reference,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, origin, -1);
}

static void
follow_state (CritDraftRow *self)
{
  gboolean discarded = crit_found_draft_is_discarded (self->draft);
  g_autofree char *text = dup_file_text (crit_found_draft_get_draft (self->draft));

  crit_label_set (self->state,
                  discarded ? _ ("Discarded. Until you close the program, you can have it back.")
                            : text);
  gtk_widget_set_visible (self->undo_button, discarded);
  gtk_widget_set_visible (self->restore_button, !discarded);
  gtk_widget_set_visible (self->discard_button, !discarded);
}

/* Whoever pressed one of these goes on with the keyboard where the way back is. */
static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritDraftRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->draft == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!crit_found_draft_discard_finish (CRIT_FOUND_DRAFT (source), result, &error))
    crit_label_set (self->state, error->message);
  gtk_widget_grab_focus (crit_found_draft_is_discarded (self->draft) ? self->undo_button
                                                                     : self->discard_button);
}

static void
set_discarded (CritDraftRow *self, gboolean discarded)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  crit_found_draft_discard_async (self->draft, discarded, discarded_cb, g_object_ref (self));
}

static void
restore_cb (CritDraftRow *self)
{
  g_signal_emit (self, signals[RESTORE], 0, self->draft);
}

static void
discard_cb (CritDraftRow *self)
{
  set_discarded (self, TRUE);
}

static void
undo_cb (CritDraftRow *self)
{
  set_discarded (self, FALSE);
}

static void
crit_draft_row_dispose (GObject *object)
{
  g_clear_object (&CRIT_DRAFT_ROW (object)->draft);
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_DRAFT_ROW);
  G_OBJECT_CLASS (crit_draft_row_parent_class)->dispose (object);
}

static void
crit_draft_row_class_init (CritDraftRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_draft_row_dispose;
  g_type_ensure (CRIT_TYPE_ROW_LAYOUT);

  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, CRIT_TYPE_FOUND_DRAFT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CritDraftRow, reference);
  gtk_widget_class_bind_template_child (widget_class, CritDraftRow, rules);
  gtk_widget_class_bind_template_child (widget_class, CritDraftRow, origin);
  gtk_widget_class_bind_template_child (widget_class, CritDraftRow, state);
  gtk_widget_class_bind_template_child (widget_class, CritDraftRow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, CritDraftRow, discard_button);
  gtk_widget_class_bind_template_child (widget_class, CritDraftRow, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
crit_draft_row_init (CritDraftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_draft_row_new:
 * @draft: a draft that was found
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
crit_draft_row_new (CritFoundDraft *draft)
{
  CritDraftRow *self = NULL;

  g_return_val_if_fail (CRIT_IS_FOUND_DRAFT (draft), NULL);

  self = g_object_new (CRIT_TYPE_DRAFT_ROW, NULL);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "notify::discarded", G_CALLBACK (follow_state), self,
                           G_CONNECT_SWAPPED);
  show_draft (self);
  follow_state (self);
  return GTK_WIDGET (self);
}
