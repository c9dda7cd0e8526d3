/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritReaders:
 *
 * Which criteria read which question: whose outcome can be another one after its answer changed. Immutable and reference
 * counted; it borrows the rules.
 */
typedef struct _CritReaders CritReaders;

CritReaders *crit_readers_new (const CritRules *rules);
CritReaders *crit_readers_ref (CritReaders *self);
void crit_readers_unref (CritReaders *self);
const GArray *crit_readers_get (CritReaders *self, const CritQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritReaders, crit_readers_unref)

G_END_DECLS
