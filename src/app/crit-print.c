/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-print.h"

#include "summary/crit-summary.h"

#include <glib/gi18n-lib.h>

/* Data of an operation whose pages were to be looked at, not printed. */
#define PREVIEWED "crit-previewed"

#define POINTS_PER_INCH 72

/* What is printed is the record as it was when Print was chosen, also if somebody types on while the dialog is open. */
typedef struct
{
  CritSummary *summary;
  CritPages *pages; /* (nullable): until the paper is known */
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->pages, crit_pages_free);
  crit_summary_free (job->summary);
  g_free (job);
}

/**
 * crit_print_create_summary:
 * @session: a session with a record
 *
 * Returns: (transfer full): the summary of the record as it stands now, made now
 */
CritSummary *
crit_print_create_summary (CritSession *session)
{
  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);

  return crit_summary_new (crit_session_get_record (session), crit_session_get_screening (session),
                           crit_summary_now ());
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  g_clear_pointer (&job->pages, crit_pages_free);
  job->pages =
      crit_pages_new (job->summary, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                      gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
  gtk_print_operation_set_n_pages (operation, crit_pages_get_count (job->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  crit_pages_draw (job->pages, page, gtk_print_context_get_cairo_context (context));
}

static void
ready_cb (GtkPrintOperationPreview *preview, GtkPrintContext *context, Job *job)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* The system's preview would leave the pages in the temporary folder; the summary step is the preview. The dialog has a
 * button for it all the same: this takes it over. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            Job *job)
{
  /* GTK wants something to draw on before it asks whether anything is to be drawn. */
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, POINTS_PER_INCH, POINTS_PER_INCH);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_set_data (G_OBJECT (operation), PREVIEWED, GINT_TO_POINTER (TRUE));
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), job);
  return TRUE;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  GError *error = NULL;

  if (g_object_get_data (G_OBJECT (operation), PREVIEWED) != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "A preview was wanted");
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was printed");
}

/**
 * crit_print_create_pages:
 * @session: an open record
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Returns: (transfer full): the summary of the record as it stands now, laid out on paper
 */
CritPages *
crit_print_create_pages (CritSession *session, double width, double height)
{
  g_autoptr (CritSummary) summary = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);

  summary = crit_print_create_summary (session);
  return crit_pages_new (summary, width, height);
}

/**
 * crit_print_operation_new:
 * @session: an open record
 *
 * Makes a print operation that draws the summary on whatever paper is chosen. The name of the job says nothing about
 * the record: print queues keep a history.
 *
 * Returns: (transfer full): a print operation
 */
GtkPrintOperation *
crit_print_operation_new (CritSession *session)
{
  GtkPrintOperation *operation = NULL;
  Job *job = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);

  job = g_new0 (Job, 1);
  job->summary = crit_print_create_summary (session);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, _ ("Checklist summary"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The pages have margins of their own, the same as in the PDF. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), job);
  return operation;
}

/**
 * crit_print_async:
 * @parent: the window that asks
 * @session: an open record
 * @callback: called when the pages were sent, or were not
 * @user_data: for @callback
 *
 * Asks for a printer and prints the summary.
 */
void
crit_print_async (GtkWindow *parent,
                  CritSession *session,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GTask *task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (CRIT_IS_SESSION (session));

  operation = crit_print_operation_new (session);
  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, crit_print_async);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), task,
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/**
 * crit_print_finish:
 * @parent: the window that asked
 * @result: what the callback was given
 * @error: why nothing was printed; %G_IO_ERROR_CANCELLED where nobody wanted it, %G_IO_ERROR_NOT_SUPPORTED where a
 *   preview was wanted, which is the summary step of the window
 *
 * Returns: whether the pages were sent to the printer. What becomes of them there is not known
 */
gboolean
crit_print_finish (GtkWindow *parent, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
