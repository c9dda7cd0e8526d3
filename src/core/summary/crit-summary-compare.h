/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-compare.h"
#include "summary/crit-summary.h"

G_BEGIN_DECLS

CritSummary *crit_summary_new_for_comparison (const CritComparison *comparison, gint64 made_at);
char *crit_summary_dup_differences_text (const CritComparison *comparison);

G_END_DECLS
