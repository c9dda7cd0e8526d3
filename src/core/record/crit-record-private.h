/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-past.h"
#include "record/crit-record.h"

G_BEGIN_DECLS

CritRecord *crit_record_new_take (CritRules *rules,
                                  const char *reference,
                                  CritDate date,
                                  CritAnswer *answers,
                                  GStrv notes);

/* What changes a record: for the history, and for the reader while nobody else has the record yet. */
void
crit_record_set_answer (CritRecord *self, const CritQuestion *question, const CritAnswer *answer);
void crit_record_set_note (CritRecord *self, const CritQuestion *question, const char *note);
void crit_record_set_reference (CritRecord *self, const char *reference);
void crit_record_set_date (CritRecord *self, CritDate date);
void crit_record_set_completed_by (CritRecord *self, const char *name);

CritPast *crit_record_get_past (CritRecord *self);
void crit_record_set_past (CritRecord *self, CritPast *past);
void crit_record_set_access (CritRecord *self, CritRecordAccess access);

G_END_DECLS
