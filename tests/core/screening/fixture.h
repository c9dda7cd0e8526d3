/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"

G_BEGIN_DECLS

CritRules *fixture_load_rules (const char *criteria);
CritRecord *fixture_read_record (CritRules *rules, const char *answers);
CritScreening *fixture_screen (const char *when, const char *answers);
const CritOutcome *fixture_get_outcome (CritScreening *screening);
char *fixture_dup_open (const CritOutcome *outcome);

G_END_DECLS
