/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"

G_BEGIN_DECLS

/**
 * CritSlots:
 *
 * The answers of one plain record after another, read from the events of the strict reader straight into slots: without
 * a tree, and without asking for memory for each. It reads what has no fault. Of anything else it only says so, and
 * crit_record_read() says what is wrong, so that findings are made in one place.
 */
typedef struct _CritSlots CritSlots;

CritSlots *crit_slots_new (CritRules *rules);
void crit_slots_free (CritSlots *self);
gboolean crit_slots_read (CritSlots *self, const char *text, gsize length);

const char *crit_slots_get_reference (CritSlots *self);
CritDate crit_slots_get_date (CritSlots *self);
const CritAnswer *crit_slots_get_answers (CritSlots *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritSlots, crit_slots_free)

G_END_DECLS
