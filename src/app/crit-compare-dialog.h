/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-library.h"

G_BEGIN_DECLS

/**
 * CritCompareDialog:
 *
 * What would be different for a record under other criteria: first which ones, then what and why. Other versions of its
 * own criteria come first. The record stays as it is, and nothing is saved.
 *
 * Actions: `compare.choose-file` and `compare.back`.
 */
#define CRIT_TYPE_COMPARE_DIALOG (crit_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CritCompareDialog, crit_compare_dialog, CRIT, COMPARE_DIALOG, AdwWindow)

GtkWindow *crit_compare_dialog_new (GtkWindow *parent, CritLibrary *library, CritRecord *record);
void crit_compare_dialog_choose (CritCompareDialog *self, CritRules *rules);

G_END_DECLS
