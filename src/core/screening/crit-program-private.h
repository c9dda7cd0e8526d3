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
 * CritReach:
 * @months: calendar months
 * @days: and days after them
 *
 * How far a bound of a duration is from its beginning.
 */
typedef struct
{
  guint32 months;
  CritDay days;
} CritReach;

/**
 * CritStep:
 * @open: what a test is while its answer is open
 * @is_field: whether @slot is that of a field of the entry that is looked at; and @until_is_field whether @until is
 * @is_limited: whether the answers to its questions for dates have to keep to limits
 * @has_longest: whether a duration has a bound from above
 * @next: the step after this one and its parts, which follow it
 * @slot: of the question; of a criterion its index
 * @shown: the step that says whether the question is shown
 * @until: of a duration, the slot of the second date; and @until_shown what says whether that question is shown
 * @count: of a count, which it is
 * @shortest: of a duration, the least that it has to be, and @longest the most
 * @range: what a number, or a count, has to keep to
 * @condition: what it was compiled from
 */
typedef struct
{
  guint8 kind;
  guint8 open;
  guint8 is_field;
  guint8 until_is_field;
  guint8 is_limited;
  guint8 has_longest;
  guint32 next;
  guint32 slot;
  guint32 shown;
  union
  {
    struct
    {
      guint32 n_parts;
      guint32 least;
    };
    struct
    {
      guint32 until;
      guint32 until_shown;
      CritReach shortest;
      CritReach longest;
    };
    struct
    {
      CritRange range;
      guint32 count;
    };
  };
  const CritCondition *condition;
} CritStep;

/**
 * CritCount:
 * @where: the step that an entry must fulfil
 * @distinct: the slot of the field whose different values are counted; -1 where entries are
 * @shown: the step that says whether that field is shown
 * @enough: so many, and how many more there are makes no difference
 * @classes: by option, which different value it is
 * @n_classes: how many there are; infinite where texts of one's own are among them
 * @n_words: how many times 64 of them; 0 where there are more than a set has room for
 * @may_lack: whether an answer can be one that counts as nothing
 * @may_be_text: whether it can be a text of one's own
 *
 * What a count needs beyond its step.
 */
typedef struct
{
  guint32 where;
  int distinct;
  guint32 shown;
  guint32 enough;
  guint16 *classes;
  double n_classes;
  guint n_words;
  gboolean may_lack;
  gboolean may_be_text;
} CritCount;

/**
 * CritProgram:
 * @when: by criterion, the step to begin with; and @applies likewise
 * @open_cells: the fields of an entry of which nothing is known
 */
struct _CritProgram
{
  CritRules *rules;
  CritStep *steps;
  CritCount *counts;
  guint n_counts;
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
CritTruth crit_run_count (CritRun *self, const CritStep *step);
void crit_run_read (CritRun *self, gboolean is_field, guint32 slot);
void crit_run_read_twice (CritRun *self);
gboolean crit_run_is_once (const CritRun *self, guint mark);

G_END_DECLS
