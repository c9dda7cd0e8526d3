/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-file-chooser.h"
#include "crit-print.h"
#include "crit-window-private.h"
#include "store/crit-file.h"

#include <glib/gi18n-lib.h>

static void
pdf_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (crit_file_save_finish (G_FILE (source), result, &error))
    crit_window_say (self, _ ("The summary is saved as PDF."));
  else
    crit_window_complain (self, _ ("The summary is not saved"), error->message);
}

static void
pdf_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (source);
  g_autoptr (GFile) file = crit_file_chooser_ask_finish (GTK_WINDOW (self), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CritPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (file == NULL || self->session == NULL)
    return;
  pages = crit_print_create_pages (self->session, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  pdf = crit_pages_to_pdf (pages, &error);
  if (pdf == NULL)
    crit_window_complain (self, _ ("The summary is not saved"), error->message);
  else
    crit_file_save_async (file, pdf, NULL, NULL, pdf_saved_cb, g_object_ref (self));
}

static void
show_summary (CritWindow *self)
{
  int step = (int) crit_session_get_rules (self->session)->sections->len;

  g_object_set (self->checklist_page, "step", step, NULL);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (source);
  g_autoptr (GError) error = NULL;

  /* What becomes of it there is not known here. */
  if (crit_print_finish (GTK_WINDOW (self), result, &error))
    crit_window_say (self, _ ("Sent to the printer."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED) && self->session != NULL)
    show_summary (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    crit_window_complain (self, _ ("The summary is not printed"), error->message);
}

/**
 * crit_window_print:
 * @self: a window with a record
 *
 * Asks for a printer and prints the summary.
 */
void
crit_window_print (CritWindow *self)
{
  crit_history_end_typing (crit_session_get_history (self->session));
  crit_print_async (GTK_WINDOW (self), self->session, printed_cb, NULL);
}

/**
 * crit_window_save_pdf:
 * @self: a window with a record
 *
 * Asks where to save the summary as PDF, and saves it there. It needs no printer.
 */
void
crit_window_save_pdf (CritWindow *self)
{
  const char *reference = crit_record_get_reference (crit_session_get_record (self->session));
  g_autofree char *name = crit_file_suggest_name (reference, "pdf");

  crit_file_chooser_ask_async (GTK_WINDOW (self), CRIT_CHOOSE_SAVE_PDF, name, pdf_chosen_cb, NULL);
}
