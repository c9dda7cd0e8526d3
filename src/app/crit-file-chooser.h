/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CRIT_CHOOSE_OPEN, /* a record or a rules file */
  CRIT_CHOOSE_OPEN_RULES,
  CRIT_CHOOSE_SAVE_RECORD,
  CRIT_CHOOSE_SAVE_PDF,
  CRIT_CHOOSE_SAVE_HTML,
} CritChoice;

/**
 * CritFileChooserFunc:
 * @parent: the window that asks
 * @choice: what is to be chosen
 * @suggested_name: (nullable): a file name to begin with
 * @task: (transfer full): returns a #GFile, or %G_IO_ERROR_CANCELLED
 *
 * Asks for a file. Replaced in tests, which have nobody to ask.
 */
typedef void (*CritFileChooserFunc) (GtkWindow *parent,
                                     CritChoice choice,
                                     const char *suggested_name,
                                     GTask *task);

void crit_file_chooser_set_func (CritFileChooserFunc func);
void crit_file_chooser_ask_async (GtkWindow *parent,
                                  CritChoice choice,
                                  const char *suggested_name,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GFile *crit_file_chooser_ask_finish (GtkWindow *parent, GAsyncResult *result, GError **error);

G_END_DECLS
