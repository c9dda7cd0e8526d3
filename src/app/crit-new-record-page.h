/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "record/crit-record.h"

G_BEGIN_DECLS

/**
 * CritNewRecordPage:
 *
 * Asks for what makes a new record under chosen rules: the clinic's own reference, and the date.
 *
 * Signal `created (CritRecord *)`: both were given.
 */
#define CRIT_TYPE_NEW_RECORD_PAGE (crit_new_record_page_get_type ())
G_DECLARE_FINAL_TYPE (CritNewRecordPage, crit_new_record_page, CRIT, NEW_RECORD_PAGE, AdwBin)

void crit_new_record_page_set_rules (CritNewRecordPage *self, CritRules *rules);
void crit_new_record_page_change_rules (CritNewRecordPage *self, CritRules *rules);

G_END_DECLS
