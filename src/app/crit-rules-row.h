/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-document.h"

G_BEGIN_DECLS

/**
 * CritRulesRow:
 *
 * A rules file in the list of the start page: title, version and review date, and in plain words what is wrong with it.
 */
#define CRIT_TYPE_RULES_ROW (crit_rules_row_get_type ())
G_DECLARE_FINAL_TYPE (CritRulesRow, crit_rules_row, CRIT, RULES_ROW, AdwPreferencesRow)

GtkWidget *crit_rules_row_new (CritDocument *document);
CritDocument *crit_rules_row_get_document (CritRulesRow *self);

G_END_DECLS
