/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritNoticeBar:
 *
 * The band under the header that is always there and cannot be dismissed: that this is no clinical decision, which
 * rules are used, and on a second line what a reader must know about those rules.
 */
#define CRIT_TYPE_NOTICE_BAR (crit_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (CritNoticeBar, crit_notice_bar, CRIT, NOTICE_BAR, AdwBin)

void crit_notice_bar_set_rules (CritNoticeBar *self, CritRules *rules);
void crit_notice_bar_set_identity (CritNoticeBar *self, const char *identity);
void crit_notice_bar_set_record (CritNoticeBar *self, const char *warning);
void crit_notice_bar_set_problem (CritNoticeBar *self, const char *problem);

G_END_DECLS
