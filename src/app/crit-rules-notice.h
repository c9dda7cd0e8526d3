/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-rules-follower.h"

G_BEGIN_DECLS

/**
 * CritRulesNotice:
 *
 * Says that the rules in use have changed on this computer, and what can be done about it. It is hidden while there is
 * nothing to say.
 *
 * Actions: `rules.show-findings`, `rules.show-lost`, `rules.go-back`, `rules.use` and `rules.dismiss`.
 */
#define CRIT_TYPE_RULES_NOTICE (crit_rules_notice_get_type ())
G_DECLARE_FINAL_TYPE (CritRulesNotice, crit_rules_notice, CRIT, RULES_NOTICE, AdwBin)

void crit_rules_notice_set_follower (CritRulesNotice *self, CritRulesFollower *follower);

G_END_DECLS
