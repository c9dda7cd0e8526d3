/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-file-chooser.h"
#include "crit-print.h"
#include "crit-window-private.h"
#include "store/crit-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Columns, as most places have into which a summary is pasted. */
#define TEXT_WIDTH 72

static const struct
{
  CritChoice choice;
  const char *extension;
  const char *saved;
} exports[] = {
  [CRIT_EXPORT_PDF] = { CRIT_CHOOSE_SAVE_PDF, "pdf", N_ ("The summary is saved as PDF.") },
  [CRIT_EXPORT_HTML] = { CRIT_CHOOSE_SAVE_HTML, "html", N_ ("The summary is saved as HTML.") },
};

typedef struct
{
  CritWindow *window;
  CritExport export;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static Saving *
saving_new (CritWindow *window, CritExport export)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->export = export;
  return saving;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (crit_file_save_finish (G_FILE (source), result, &error))
    crit_window_say (saving->window, _ (exports[saving->export].saved));
  else
    crit_window_complain (saving->window, _ ("The summary is not saved"), error->message);
}

static GBytes *
render (CritSession *session, CritExport export, GError **error)
{
  g_autoptr (CritSummary) summary = crit_print_create_summary (session);
  g_autoptr (CritPages) pages = NULL;
  char *html = NULL;

  if (export == CRIT_EXPORT_HTML)
    {
      html = crit_summary_to_html (summary);
      return g_bytes_new_take (html, strlen (html));
    }
  pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  return crit_pages_to_pdf (pages, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (source);
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = crit_file_chooser_ask_finish (GTK_WINDOW (self), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || self->session == NULL)
    return;
  bytes = render (self->session, saving->export, &error);
  if (bytes == NULL)
    crit_window_complain (self, _ ("The summary is not saved"), error->message);
  else
    crit_file_save_async (file, bytes, NULL, NULL, saved_cb, g_steal_pointer (&saving));
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
 * crit_window_export:
 * @self: a window with a record
 * @export: as what
 *
 * Asks where to save the summary, and saves it there. It needs no printer.
 */
void
crit_window_export (CritWindow *self, CritExport export)
{
  const char *reference = crit_record_get_reference (crit_session_get_record (self->session));
  g_autofree char *name = crit_file_suggest_name (reference, exports[export].extension);

  crit_history_end_typing (crit_session_get_history (self->session));
  crit_file_chooser_ask_async (GTK_WINDOW (self), exports[export].choice, name, chosen_cb,
                               saving_new (self, export));
}

/**
 * crit_window_copy_text:
 * @self: a window with a record
 *
 * Puts the summary into the clipboard as plain text.
 */
void
crit_window_copy_text (CritWindow *self)
{
  g_autoptr (CritSummary) summary = NULL;
  g_autofree char *text = NULL;

  crit_history_end_typing (crit_session_get_history (self->session));
  summary = crit_print_create_summary (self->session);
  text = crit_summary_to_text (summary, TEXT_WIDTH);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  crit_window_say (self, _ ("The summary is in the clipboard, as text."));
}
