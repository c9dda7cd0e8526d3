/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-cause.h"
#include "screening/crit-status.h"

G_BEGIN_DECLS

#define CRIT_TALLY_FORMAT "criteria-tally/1"
#define CRIT_N_STATUSES (CRIT_STATUS_NOT_APPLICABLE + 1)

/**
 * CritTalliedRules:
 * @language: (nullable): BCP 47 tag
 *
 * Which rules were counted under.
 */
typedef struct
{
  char *id;
  char *version;
  char *title;
  char *language;
  char *digest;
} CritTalliedRules;

/**
 * CritTalliedCriterion:
 * @kind: a requirement or a caution; notes are not counted
 * @statuses: how many records have each status
 * @steps: of a requirement: the same, of the records that every requirement before it left
 */
typedef struct
{
  char *id;
  char *text;
  CritKind kind;
  guint64 statuses[CRIT_N_STATUSES];
  guint64 steps[CRIT_N_STATUSES];
} CritTalliedCriterion;

/**
 * CritTalliedQuestion:
 * @place: the question as a pointer into the answers, with a star for every entry of a list
 * @text: the same in words
 * @n_records: in how many records it is open, and can still change a status
 */
typedef struct
{
  char *place;
  char *text;
  guint64 n_records;
} CritTalliedQuestion;

/**
 * CritTalliedChange:
 * @moves: how many records have which status under the former rules, and which under the other ones; without a status
 *   where the criterion is only in one of them
 *
 * A criterion under two versions of rules.
 */
typedef struct
{
  char *id;
  char *text;
  guint64 moves[CRIT_N_STATUSES][CRIT_N_STATUSES];
} CritTalliedChange;

/**
 * CritTalliedReason:
 * @change: index of the criterion
 * @causes: (element-type CritCause): why the status is another
 *
 * Records whose status of a criterion differs for the same causes.
 */
typedef struct
{
  guint change;
  CritStatus from;
  CritStatus to;
  GPtrArray *causes;
  guint64 n_records;
} CritTalliedReason;

/**
 * CritTally:
 * @other: (nullable): the rules that these were compared with
 * @n_records: how many records were counted
 * @n_refused: how many could not be read
 * @n_changed: how many have another status of any criterion that has one under both rules
 * @criteria: (element-type CritTalliedCriterion): in the file's order
 * @questions: (element-type CritTalliedQuestion): in the file's order
 * @changes: (element-type CritTalliedChange): in the order of the other rules, and then those that are gone
 * @reasons: (element-type utf8 CritTalliedReason): by a text that is the same for the same causes
 *
 * What many records say about each criterion: numbers alone, nothing of any record. It needs no rules to be read, and tallies
 * of parts add up to that of the whole.
 */
typedef struct
{
  CritTalliedRules *rules;
  CritTalliedRules *other;
  guint64 n_records;
  guint64 n_refused;
  guint64 n_changed;
  GPtrArray *criteria;
  GPtrArray *questions;
  GPtrArray *changes;
  GHashTable *reasons;
} CritTally;

CritTally *crit_tally_new (const CritRules *rules, const CritRules *other);
CritTally *crit_tally_new_empty (void);
void crit_tally_free (CritTally *self);

CritTalliedRules *crit_tallied_rules_new (void);
CritTalliedCriterion *crit_tally_add_criterion (CritTally *self);
CritTalliedQuestion *crit_tally_add_question (CritTally *self);
CritTalliedChange *crit_tally_add_change (CritTally *self);
void crit_tally_add_reason (CritTally *self,
                            guint change,
                            CritStatus from,
                            CritStatus to,
                            GPtrArray *causes,
                            guint64 n_records);

GPtrArray *crit_tally_dup_reasons (const CritTally *self);
char *crit_tallied_reason_dup_text (const CritTalliedReason *self);
guint64 crit_tallied_criterion_count_left (const CritTalliedCriterion *self);
gboolean crit_tally_merge (CritTally *self, const CritTally *other);

GBytes *crit_tally_write (const CritTally *self, gboolean indented);
char *crit_tally_to_csv (const CritTally *self, guint least);
CritTally *crit_tally_read (GBytes *text, const CritTally *fellow, GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritTally, crit_tally_free)

G_END_DECLS
