/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record-reader.h"
#include "rules/crit-rules.h"

G_BEGIN_DECLS

/* The rules that a saved record carries: `{"id": ..., "version": ..., "digest": ..., "text": [lines]}`. */
CritRules *crit_carried_rules_read (JsonNode *node, CritRecordReader *reader);
void crit_carried_rules_compare (JsonNode *node, const CritRules *rules, CritRecordReader *reader);
JsonNode *crit_carried_rules_to_node (const CritRules *rules);

G_END_DECLS
