/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-telling.h"
#include "crit-window-private.h"

#include <glib/gi18n-lib.h>

static void
toast_dismissed_cb (CritWindow *self)
{
  g_clear_object (&self->toast);
}

/**
 * crit_window_say:
 * @self: a window
 * @text: a short sentence, translated
 *
 * Says in passing what was done. One sentence is on screen at a time: the last one stays until it is read, since
 * replacing it at once is not safe in libadwaita 1.2; a new text is put into it instead.
 */
void
crit_window_say (CritWindow *self, const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (CRIT_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  crit_telling_say (GTK_WIDGET (self), text);
  /* The title of a toast is markup. */
  escaped = g_markup_escape_text (text, -1);
  if (self->toast != NULL)
    {
      adw_toast_set_title (self->toast, escaped);
      return;
    }
  self->toast = g_object_ref (adw_toast_new (escaped));
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));
}

/**
 * crit_window_complain:
 * @self: a window
 * @heading: what did not work, translated
 * @body: why, and what can be done, translated
 *
 * Says what did not work, in a dialog that waits until it is read.
 */
void
crit_window_complain (CritWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = NULL;

  g_return_if_fail (CRIT_IS_WINDOW (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
