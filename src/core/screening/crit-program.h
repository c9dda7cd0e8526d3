/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritProgram:
 *
 * The conditions of a rules file, compiled once: flat steps, each knowing the slot that it reads and what it is while
 * that is open. It never changes and may be used by several threads.
 */
typedef struct _CritProgram CritProgram;

CritProgram *crit_program_new (CritRules *rules);
CritProgram *crit_program_ref (CritProgram *self);
void crit_program_unref (CritProgram *self);
CritRules *crit_program_get_rules (const CritProgram *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritProgram, crit_program_unref)

G_END_DECLS
