/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritDetailsDialog:
 *
 * A small dialog in which the reference, the date and the name of who filled in a record are put right. Each change goes
 * through the history and can be undone.
 */
#define CRIT_TYPE_DETAILS_DIALOG (crit_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CritDetailsDialog, crit_details_dialog, CRIT, DETAILS_DIALOG, AdwWindow)

GtkWindow *crit_details_dialog_new (GtkWindow *parent, CritSession *session);

G_END_DECLS
