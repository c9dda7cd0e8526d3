/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-program.h"
#include "screening/crit-status.h"

#include "record/crit-answer.h"

G_BEGIN_DECLS

/**
 * CritScreener:
 *
 * Screens one record after another for their statuses alone, for who goes through a million of them: text in, statuses out.
 * One thread has one; the program is shared.
 */
typedef struct _CritScreener CritScreener;

CritScreener *crit_screener_new (CritProgram *program);
void crit_screener_free (CritScreener *self);

gboolean
crit_screener_screen (CritScreener *self, const char *text, gsize length, GPtrArray *findings);
const char *crit_screener_get_reference (CritScreener *self);
CritDate crit_screener_get_date (CritScreener *self);
const CritAnswer *crit_screener_get_answers (CritScreener *self);
const CritStatus *crit_screener_get_statuses (CritScreener *self);
guint crit_screener_get_n_searched (CritScreener *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritScreener, crit_screener_free)

G_END_DECLS
