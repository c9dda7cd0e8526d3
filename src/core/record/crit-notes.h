/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record-reader.h"
#include "record/crit-record.h"

G_BEGIN_DECLS

/* The notes of a record in its file: `{"/trials/entries/0/outcome": "text"}`. */
void crit_notes_read (const CritRules *rules,
                      JsonNode *node,
                      CritAnswer *answers,
                      GStrv notes,
                      CritRecordReader *reader);
JsonNode *crit_notes_to_node (CritRecord *record);

G_END_DECLS
