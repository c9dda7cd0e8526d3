/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/crit-tally.h"

G_BEGIN_DECLS

/* A requirement can have so many statuses, and a caution as many. */
#define CRIT_N_KIND_STATUSES 4

const CritStatus *crit_tally_get_statuses (CritKind kind);
const char *crit_tally_get_kind_code (CritKind kind);

G_END_DECLS
