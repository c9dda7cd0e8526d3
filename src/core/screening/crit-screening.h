/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"
#include "screening/crit-status.h"

G_BEGIN_DECLS

/**
 * CritOutcome:
 * @reason: one sentence, translated, that says why; NULL for a note
 * @open: of #CritPlace: what is open or unknown and can still change the status, in the file's order
 * @deciding: of #CritPlace: the answers that decided it
 * @imprecise: TRUE where the search for an exact answer was given up: the status is then unknown, and @open may hold
 *   more than matters
 */
typedef struct
{
  const CritCriterion *criterion;
  CritStatus status;
  char *reason;
  GArray *open;
  GArray *deciding;
  gboolean imprecise;
} CritOutcome;

/**
 * CritScreening:
 *
 * What the answers of a record say about each criterion, as design section 4 defines it. Immutable and reference
 * counted; outcomes that are the same are shared with the screening that it was updated from. It never adds up to a
 * verdict.
 */
typedef struct _CritScreening CritScreening;

#define CRIT_TYPE_SCREENING (crit_screening_get_type ())
GType crit_screening_get_type (void);

CritScreening *crit_screening_new (CritRecord *record);
CritScreening *
crit_screening_update (CritScreening *self, CritRecord *record, const CritQuestion *changed);
CritScreening *crit_screening_ref (CritScreening *self);
void crit_screening_unref (CritScreening *self);

CritRules *crit_screening_get_rules (CritScreening *self);
const CritOutcome *crit_screening_get_outcome (CritScreening *self, const CritCriterion *criterion);
guint crit_screening_count (CritScreening *self, CritKind kind, CritStatus status);
char *crit_screening_dup_counts_text (CritScreening *self);
char *crit_screening_dup_open_text (CritScreening *self, const CritPlace *place);
gboolean crit_screening_is_shown (CritScreening *self, const CritPlace *place);
gboolean crit_screening_is_section_shown (CritScreening *self, const CritSection *section);
void crit_screening_get_progress (CritScreening *self,
                                  const CritSection *section,
                                  guint *answered,
                                  guint *asked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritScreening, crit_screening_unref)

G_END_DECLS
