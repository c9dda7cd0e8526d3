/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritRecordPart:
 *
 * What of a record a revision is about.
 */
typedef enum
{
  CRIT_RECORD_REFERENCE,
  CRIT_RECORD_DATE,
  CRIT_RECORD_COMPLETED_BY,
  CRIT_RECORD_RULES,
  CRIT_RECORD_ANSWER,
  CRIT_RECORD_NOTE,
} CritRecordPart;

/**
 * CritRevision:
 * @place: (nullable): of an answer or a note: where, as a JSON Pointer into the answers; of an entry that was removed, in
 *   what was before, else in what is after
 * @question: what that is called: "Antidepressant 1: Outcome", translated
 * @before: (nullable): what stood there, as a file holds it; NULL for nothing
 * @after: (nullable): what stands there now; NULL for nothing
 *
 * One place in which two states of a record differ.
 */
typedef struct
{
  CritRecordPart part;
  char *place;
  char *question;
  JsonNode *before;
  JsonNode *after;
} CritRevision;

/**
 * CritRecorded:
 * @members: object: what a person recorded, as a file holds it; never changed
 * @rules: the rules it was recorded under
 *
 * A state of a record that can be held against another, whatever rules either was recorded under.
 */
typedef struct
{
  JsonNode *members;
  CritRules *rules;
} CritRecorded;

CritRecorded *crit_recorded_new (JsonNode *members, CritRules *rules);
CritRecorded *crit_recorded_copy (const CritRecorded *self);
void crit_recorded_free (CritRecorded *self);
GPtrArray *crit_recorded_compare (const CritRecorded *self, const CritRecorded *later);

const char *crit_record_part_get_code (CritRecordPart self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritRecorded, crit_recorded_free)

G_END_DECLS
