/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-tree.h"
#include "record/crit-past.h"
#include "record/crit-record.h"

G_BEGIN_DECLS

#define CRIT_RECORD_FORMAT "criteria-record/1"

CritRecord *crit_record_read (GBytes *text, CritRules *rules, GPtrArray *findings);
CritRecord *crit_record_open (GBytes *text, GPtrArray *findings);
CritRecord *crit_record_read_node (JsonNode *answers,
                                   CritRules *rules,
                                   CritDate date,
                                   CritJsonTree *tree,
                                   GPtrArray *findings);

GBytes *crit_record_write (CritRecord *self);
GBytes *crit_record_write_as (CritRecord *self, const CritPast *past);
CritPast *crit_record_plan_save (CritRecord *self, gint64 time);
void crit_record_mark_saved (CritRecord *self, const CritPast *past);
void crit_record_set_saved_state (CritRecord *self, CritRecord *saved);

GPtrArray *crit_record_compare (CritRecord *self, CritRecord *later);
GPtrArray *crit_record_compare_with_saved (CritRecord *self);

JsonNode *crit_record_dup_recorded (CritRecord *self);
char *crit_record_dup_answers_digest (CritRecord *self);
const char *const *crit_record_get_known_keys (void);

G_END_DECLS
