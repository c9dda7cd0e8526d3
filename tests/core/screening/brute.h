/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"
#include "screening/crit-status.h"

G_BEGIN_DECLS

/**
 * Brute:
 *
 * What design section 4 says about a criterion and a record, found by going through every completion. It knows nothing
 * of the engine, and nothing quick.
 */
typedef struct _Brute Brute;

Brute *brute_new (CritRecord *record, const CritCriterion *criterion);
void brute_free (Brute *self);
CritStatus brute_get_status (Brute *self);
char *brute_dup_open (Brute *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Brute, brute_free)

G_END_DECLS
