/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-document.h"
#include "crit-label.h"
#include "crit-text-scale.h"
#include "crit-window-private.h"
#include "record/crit-record-file.h"

#include <glib/gi18n-lib.h>

#define HIGHEST 400

/* What a dialog needs besides its body, in height. */
#define HEIGHT_OF_REST 300

/* The two records stand side by side where the window has room for a dialog of this width. */
#define WIDTH 520
#define WINDOW_WIDTH 640
#define LEAST_IN_CHARACTERS 20

/* What one of the two records says in a place where they differ. */
static char *
dup_side (CritRecord *record, const CritRevision *revision, JsonNode *node)
{
  const CritRules *rules = crit_record_get_rules (record);
  CritPlace place = { 0 };

  if (node == NULL)
    return g_strdup (_ ("Nothing"));
  if (revision->part == CRIT_RECORD_RULES)
    return g_strdup (rules->version);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
      && revision->part != CRIT_RECORD_ANSWER)
    return g_strdup (json_node_get_string (node));
  if (!crit_place_parse (rules, revision->place, &place))
    return g_strdup (_ ("Something that the criteria here do not ask"));
  if (place.question->type == CRIT_QUESTION_LIST && place.field == NULL && !place.complete)
    return g_strdup (_ ("Recorded"));
  return crit_answer_to_text (crit_record_get_answer (record, &place),
                              crit_place_get_question (&place));
}

static void
attach (GtkGrid *grid, GtkWidget *child, int column, int row, int width)
{
  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_valign (child, GTK_ALIGN_START);
  gtk_grid_attach (grid, child, column, row, width, 1);
}

static const char *
get_name (const CritRevision *revision)
{
  switch (revision->part)
    {
    case CRIT_RECORD_REFERENCE:
      return _ ("Reference");
    case CRIT_RECORD_DATE:
      return _ ("Record date");
    case CRIT_RECORD_COMPLETED_BY:
      return _ ("Completed by");
    case CRIT_RECORD_RULES:
      return _ ("Criteria");
    default:
      return revision->question;
    }
}

/* Below one another, each answer says whose it is. */
static GtkWidget *
create_answer (const char *whose, const char *answer, gboolean beside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = crit_label_new (answer, CRIT_LABEL_PLAIN);

  if (!beside)
    gtk_box_append (GTK_BOX (box), crit_label_new (whose, CRIT_LABEL_DIM));
  /* The height that is kept for a text is that in its least width. */
  gtk_label_set_width_chars (GTK_LABEL (label), beside ? LEAST_IN_CHARACTERS : -1);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Every place in which the two differ, the one beside the other where there is room for it. */
static GtkWidget *
create_table (CritRecord *mine, CritRecord *theirs, gboolean beside)
{
  g_autoptr (GPtrArray) revisions = crit_record_compare (theirs, mine);
  const char *const whose[] = { _ ("In this window"), _ ("In the file") };
  const int width = beside ? 2 : 1;
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int row = 0;

  gtk_grid_set_column_homogeneous (grid, TRUE);
  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  for (int i = 0; beside && i < width; i++)
    attach (grid, crit_label_new (whose[i], CRIT_LABEL_STRONG), i, row, 1);
  for (guint i = 0; i < revisions->len; i++)
    {
      const CritRevision *revision = revisions->pdata[i];
      g_autofree char *here = dup_side (mine, revision, revision->after);
      g_autofree char *there = dup_side (theirs, revision, revision->before);
      const CritLabelStyle style = beside ? CRIT_LABEL_DIM : CRIT_LABEL_STRONG;

      attach (grid, crit_label_new (get_name (revision), style), 0, ++row, width);
      attach (grid, create_answer (whose[0], here, beside), 0, ++row, 1);
      row += beside ? 0 : 1;
      attach (grid, create_answer (whose[1], there, beside), width - 1, row, 1);
    }
  if (revisions->len == 0)
    attach (grid, crit_label_new (_ ("What is recorded is the same in both."), CRIT_LABEL_PLAIN), 0,
            ++row, width);
  return GTK_WIDGET (grid);
}

/* As high as what it shows, where the window leaves room for that: what is out of view would not be missed. */
static int
get_height (CritWindow *self, GtkWidget *body)
{
  int height = 0;
  int room = gtk_widget_get_height (GTK_WIDGET (self))
             - crit_text_scale (GTK_WIDGET (self), HEIGHT_OF_REST);

  gtk_widget_measure (body, GTK_ORIENTATION_VERTICAL, crit_text_scale (GTK_WIDGET (self), WIDTH),
                      NULL, &height, NULL, NULL);
  return MIN (height, CLAMP (room, 0, HIGHEST));
}

/* What became of the file, and the two records. Large text in a narrow window may need more height than there is. */
static GtkWidget *
create_body (CritWindow *self, const char *reason, CritRecord *theirs)
{
  const gboolean beside =
      gtk_widget_get_width (GTK_WIDGET (self)) >= crit_text_scale (GTK_WIDGET (self), WINDOW_WIDTH);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (box), crit_label_new (reason, CRIT_LABEL_PLAIN));
  if (theirs != NULL)
    gtk_box_append (GTK_BOX (box),
                    create_table (crit_session_get_record (self->session), theirs, beside));
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", box, "hscrollbar-policy",
                       GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height",
                       HIGHEST, "min-content-height", beside ? get_height (self, box) : -1,
                       "width-request", beside ? crit_text_scale (GTK_WIDGET (self), WIDTH) : -1,
                       NULL);
}

static void
response_cb (CritWindow *self, const char *response, AdwMessageDialog *dialog)
{
  CritDocument *document = g_object_get_data (G_OBJECT (dialog), "document");

  self->asking = FALSE;
  if (g_str_equal (response, "keep"))
    crit_window_save_as (self);
  else if (g_str_equal (response, "replace"))
    crit_window_save_anyway (self);
  else
    self->closing = FALSE;
  if (!g_str_equal (response, "take"))
    return;
  crit_session_take (self->session, crit_document_get_record (document),
                     crit_document_get_digest (document));
  crit_window_say (self, _ ("This is what is in the file. Undo brings back what was here."));
}

static void
show_dialog (CritWindow *self, const char *reason, CritDocument *document)
{
  CritRecord *theirs = document != NULL ? crit_document_get_record (document) : NULL;
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("The file is no longer as it was"), NULL));

  self->asking = TRUE;
  adw_message_dialog_add_response (dialog, "cancel", _ ("Cancel"));
  adw_message_dialog_add_response (dialog, "replace", _ ("Replace the file"));
  if (theirs != NULL)
    adw_message_dialog_add_response (dialog, "take", _ ("Take what is in the file"));
  adw_message_dialog_add_response (dialog, "keep", _ ("Keep both"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_extra_child (dialog, create_body (self, reason, theirs));
  if (document != NULL)
    g_object_set_data_full (G_OBJECT (dialog), "document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CritWindow *self = g_task_get_source_object (task);
  g_autoptr (CritDocument) document = crit_document_load_finish (result);

  if (self->session != NULL && !self->asking)
    show_dialog (self, g_task_get_task_data (task), document);
}

/**
 * crit_window_ask_about_conflict:
 * @self: a window with a record
 * @reason: what became of its file
 *
 * Shows what is here beside what is in the file now, and asks which is to stay. Whichever it is, nothing is lost: undo
 * brings back what was here, and both can be kept.
 */
void
crit_window_ask_about_conflict (CritWindow *self, const char *reason)
{
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_task_data (task, g_strdup (reason), g_free);
  crit_document_load_async (crit_session_get_file (self->session), loaded_cb, task);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritWindow) self = user_data;
  g_autoptr (CritDocument) document = crit_document_load_finish (result);

  if (self->session == NULL || self->asking || crit_session_is_saving (self->session)
      || crit_document_get_record (document) == NULL
      || g_strcmp0 (crit_document_get_digest (document), crit_session_get_digest (self->session))
             == 0
      || g_strcmp0 (crit_document_get_digest (document), self->seen_digest) == 0)
    return;
  g_free (self->seen_digest);
  self->seen_digest = g_strdup (crit_document_get_digest (document));
  show_dialog (self, _ ("Another program has changed it."), document);
}

/**
 * crit_window_look_for_conflict:
 * @self: a window that somebody has turned to
 *
 * Looks whether the file of the record was changed by another program, and asks about it once for each change.
 */
void
crit_window_look_for_conflict (CritWindow *self)
{
  GFile *file = self->session != NULL ? crit_session_get_file (self->session) : NULL;

  if (file != NULL && !self->asking && !crit_session_is_saving (self->session))
    crit_document_load_async (file, looked_cb, g_object_ref (self));
}
