/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-pages.h"
#include "crit-session.h"

G_BEGIN_DECLS

CritSummary *crit_print_create_summary (CritSession *session);
CritPages *crit_print_create_pages (CritSession *session, double width, double height);

GtkPrintOperation *crit_print_operation_new (CritSession *session);
void crit_print_async (GtkWindow *parent,
                       CritSession *session,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
gboolean crit_print_finish (GtkWindow *parent, GAsyncResult *result, GError **error);

G_END_DECLS
