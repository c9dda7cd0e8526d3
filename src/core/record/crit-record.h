/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "record/crit-place.h"

G_BEGIN_DECLS

/**
 * CritRecordAccess:
 *
 * What may be done with a record, after how well its file could be read. Each allows less than the one before it.
 */
typedef enum
{
  CRIT_RECORD_WHOLE, /* everything */
  CRIT_RECORD_SUSPECT, /* something in its file does not fit: it is saved elsewhere only, and the file stays as it is */
  CRIT_RECORD_READ_ONLY, /* parts of it could not be read: it is neither changed nor saved */
} CritRecordAccess;

/**
 * CritRecord:
 *
 * One person's answers, with notes on them, under one rules file on one date. Anyone may read it; only #CritHistory
 * changes it.
 *
 * Properties: `reference`, `date` (as ISO text), `completed-by`. Signal `changed (const CritPlace *)`: an answer, or
 * a note on it, was changed; the place is that of a whole top-level question, or NULL when the reference, date or name was.
 */
#define CRIT_TYPE_RECORD (crit_record_get_type ())
G_DECLARE_FINAL_TYPE (CritRecord, crit_record, CRIT, RECORD, GObject)

CritRecord *crit_record_new (CritRules *rules, const char *reference, CritDate date);
CritRules *crit_record_get_rules (CritRecord *self);
const char *crit_record_get_reference (CritRecord *self);
CritDate crit_record_get_date (CritRecord *self);
const char *crit_record_get_completed_by (CritRecord *self);
const CritAnswer *crit_record_get_answers (CritRecord *self);
const CritAnswer *crit_record_get_answer (CritRecord *self, const CritPlace *place);
const char *crit_record_get_note (CritRecord *self, const CritPlace *place);
const char *crit_record_get_id (CritRecord *self);
gint64 crit_record_get_created (CritRecord *self);
gint64 crit_record_get_saved (CritRecord *self);
gboolean crit_record_is_sealed (CritRecord *self);
CritRecordAccess crit_record_get_access (CritRecord *self);
const char *crit_record_get_warning (CritRecord *self);

G_END_DECLS
