/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "summary/crit-summary.h"

G_BEGIN_DECLS

/* Each adds its part of the document to the blocks, headings included. */
void crit_summary_add_criteria (GPtrArray *blocks, CritScreening *screening);
void crit_summary_add_counts (GPtrArray *blocks, CritScreening *screening);
void crit_summary_add_open (GPtrArray *blocks, CritRecord *record, CritScreening *screening);
void crit_summary_add_answers (GPtrArray *blocks, CritRecord *record, CritScreening *screening);
void crit_summary_add_timelines (GPtrArray *blocks, CritRecord *record, CritScreening *screening);
void crit_summary_add_sources (GPtrArray *blocks, const CritRules *rules);

void crit_summary_add_facts_of_rules (GPtrArray *blocks, const CritRules *rules, guint n_passed);

void crit_summary_add_entries (GPtrArray *blocks,
                               CritRecord *record,
                               CritScreening *screening,
                               const CritQuestion *list,
                               guint n_entries);
CritBlock *crit_summary_add_answer (GPtrArray *blocks,
                                    CritRecord *record,
                                    CritScreening *screening,
                                    const CritPlace *place,
                                    guint level);
char *
crit_summary_dup_answer (CritRecord *record, CritScreening *screening, const CritPlace *place);
const char *
crit_summary_get_kept (CritRecord *record, CritScreening *screening, const CritPlace *place);
char *crit_summary_dup_note (const char *note, const char *label);
guint crit_summary_get_number (const CritQuestion *question);
char *crit_summary_dup_rules_line (const CritRules *rules);
char *crit_summary_dup_digest_text (const char *digest, gsize n_digits);

CritBlock *
crit_summary_add (GPtrArray *blocks, CritBlockKind kind, const char *label, const char *text);

G_END_DECLS
