/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-tree.h"
#include "record/crit-record.h"

G_BEGIN_DECLS

CritRecord *crit_record_read (GBytes *text, CritRules *rules, GPtrArray *findings);
CritRecord *crit_record_read_node (JsonNode *answers,
                                   CritRules *rules,
                                   CritDate date,
                                   CritJsonTree *tree,
                                   GPtrArray *findings);
GBytes *crit_record_write (CritRecord *self);
char *crit_record_dup_answers_digest (CritRecord *self);

G_END_DECLS
