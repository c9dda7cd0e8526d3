/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-recent-records.h"
#include "crit-window.h"

G_BEGIN_DECLS

/**
 * CritApplication:
 *
 * The program: one process for all its windows, each with one record.
 */
#define CRIT_TYPE_APPLICATION (crit_application_get_type ())
G_DECLARE_FINAL_TYPE (CritApplication, crit_application, CRIT, APPLICATION, AdwApplication)

CritApplication *crit_application_new (GApplicationFlags flags);
CritLibrary *crit_application_get_library (CritApplication *self);
CritRecentRecords *crit_application_get_recent (CritApplication *self);
CritDraftList *crit_application_get_drafts (CritApplication *self);
CritWindow *crit_application_open_window (CritApplication *self);
void crit_application_open_file (CritApplication *self, GFile *file, CritWindow *window);

G_END_DECLS
