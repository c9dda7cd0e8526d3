/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-answer.h"
#include "screening/crit-domain.h"
#include "screening/crit-program.h"
#include "screening/crit-truth.h"

G_BEGIN_DECLS

/* Private to compiled conditions: what they look like, and how they are run. */

/* Where there is no condition, which is true. */
#define CRIT_NO_STEP G_MAXUINT32

/* Sets of different values have room for this many; a count of more is left to the search. */
#define CRIT_MOST_CLASSES 256

/* The class of an option that lacks the attribute. */
#define CRIT_NO_CLASS G_MAXUINT16

typedef enum
{
  CRIT_STEP_AT_LEAST, /* n_parts, least */
  CRIT_STEP_NOT,
  CRIT_STEP_TRUTH,
  CRIT_STEP_OPTION,
  CRIT_STEP_NUMBER,
  CRIT_STEP_DATE,
  CRIT_STEP_DURATION,
  CRIT_STEP_COUNT,
  CRIT_STEP_CRITERION,
} CritStepKind;

/**
 * CritStep:
 * @open: what a test is while its answer is open
 * @is_field: whether @slot is that of a field of the entry that is looked at; and @until_is_field whether @until is
 * @next: the step after this one and its parts, which follow it
 * @slot: of the question; of a criterion its index
 * @until: of a duration, the slot of the second date
 * @shown: where to find what says whether the question is shown; and of a duration @until_shown of the second
 * @count: of a count, which it is
 * @range: what a number, or a count, has to keep to
 * @condition: what it was compiled from
 */
typedef struct
{
  guint8 kind;
  guint8 open;
  guint8 is_field;
  guint8 until_is_field;
  guint32 next;
  guint32 n_parts;
  guint32 least;
  guint32 slot;
  guint32 until;
  guint32 shown;
  guint32 until_shown;
  guint32 count;
  CritRange range;
  const CritCondition *condition;
} CritStep;

/**
 * CritCount:
 * @where: the step that an entry must fulfil
 * @distinct: the slot of the field whose different values are counted; -1 where entries are
 * @shown: where to find what says whether that field is shown
 * @classes: by option, which different value it is
 * @n_classes: how many there are; infinite where texts of one's own are among them
 * @may_lack: whether an answer can be one that counts as nothing
 * @is_too_large: whether there are more options than a set has room for
 *
 * What a count needs beyond its step.
 */
typedef struct
{
  guint32 where;
  int distinct;
  guint32 shown;
  guint16 *classes;
  double n_classes;
  gboolean may_lack;
  gboolean is_too_large;
} CritCount;

/* By question, and then by field of each list, @shown is the step that says whether it is shown; of a field, given that its
   list is. */
struct _CritProgram
{
  CritRules *rules;
  GArray *steps;
  GArray *counts;
  GArray *shown;
  guint32 *when;
  guint32 *applies;
  CritAnswer *open_cells;
};

/* Of one criterion: what reads more is left to the search. */
#define CRIT_MOST_READS 256

/* Stands among the inputs for what depends on another of them. */
#define CRIT_READ_TWICE G_MAXUINT32

/**
 * CritRun:
 * @answers: one slot a top-level question
 * @entries: (nullable): inside a count, the entries of its list
 * @cells: and the fields of the entry that is looked at
 * @reads: the open inputs that were read by what is not decided
 *
 * A program that is run on a record.
 */
typedef struct
{
  const CritProgram *program;
  const CritAnswer *answers;
  CritDay today;
  const CritEntries *entries;
  const CritAnswer *cells;
  guint32 reads[CRIT_MOST_READS];
  guint n_reads;
} CritRun;

guint crit_run_criterion (CritRun *self, guint criterion, gboolean *exact);
CritTruth crit_run_step (CritRun *self, guint32 at);
CritTruth crit_run_shown (CritRun *self, guint32 shown);
CritTruth crit_run_count (CritRun *self, const CritStep *step);
void crit_run_read (CritRun *self, gboolean is_field, guint32 slot);
void crit_run_read_twice (CritRun *self);
gboolean crit_run_is_once (const CritRun *self, guint mark);

G_END_DECLS
