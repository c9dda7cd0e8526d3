/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-document.h"
#include "crit-draft-list.h"
#include "crit-library.h"
#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritWindow:
 *
 * A window of the program: the start page, or one record. A window that has a record keeps it until it is closed.
 */
#define CRIT_TYPE_WINDOW (crit_window_get_type ())
G_DECLARE_FINAL_TYPE (CritWindow, crit_window, CRIT, WINDOW, AdwApplicationWindow)

CritWindow *
crit_window_new (GtkApplication *application, CritLibrary *library, CritDraftList *drafts);
CritSession *crit_window_get_session (CritWindow *self);
gboolean crit_window_is_free (CritWindow *self);
void crit_window_show_start (CritWindow *self);
void crit_window_show_document (CritWindow *self, CritDocument *document);
void crit_window_leave (CritWindow *self);

G_END_DECLS
