/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"
#include "record/crit-record-reader.h"

G_BEGIN_DECLS

void crit_answers_read (const CritRules *rules,
                        JsonNode *node,
                        CritAnswer *answers,
                        CritRecordReader *reader);

G_END_DECLS
