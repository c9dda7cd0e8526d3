/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-date.h"

G_BEGIN_DECLS

typedef struct _CritQuestion CritQuestion;
typedef struct _CritCriterion CritCriterion;
typedef struct _CritCondition CritCondition;

/**
 * CritConditionKind:
 *
 * The condition language is a small closed set. Which fields of #CritCondition a kind uses is said
 * beside it.
 */
typedef enum
{
  CRIT_CONDITION_ALL,      /* parts */
  CRIT_CONDITION_ANY,      /* parts */
  CRIT_CONDITION_NOT,      /* parts, exactly one */
  CRIT_CONDITION_AT_LEAST, /* parts, least: that many of the parts or more are true */
  CRIT_CONDITION_TRUTH,    /* question, truth: a yes/no answer is what `is` says */
  CRIT_CONDITION_OPTION, /* question, attribute, accepted: the chosen option is among those accepted */
  CRIT_CONDITION_NUMBER, /* question, lower, upper: integer or decimal; `is` is both bounds at once */
  CRIT_CONDITION_DATE,   /* question, lower, upper: days; bounds on a date */
  CRIT_CONDITION_WITHIN,     /* question, period: date <= record's date <= date + period */
  CRIT_CONDITION_LONGER_AGO, /* question, period: date + period < record's date */
  CRIT_CONDITION_DURATION,   /* question (start), until (stop), lower, upper: periods */
  CRIT_CONDITION_COUNT,      /* question (a list), where, distinct, attribute, lower, upper */
  CRIT_CONDITION_CRITERION,  /* criterion: that criterion's own `when` */
} CritConditionKind;

/**
 * CritBound:
 * @number: the bound of a number, a count, or a date (as a day)
 * @period: the bound of a duration
 * @inclusive: TRUE for `at-least` and `at-most`, FALSE for `more-than` and `less-than`
 */
typedef struct
{
  gboolean present;
  gboolean inclusive;
  double number;
  CritPeriod period;
} CritBound;

/**
 * CritCondition:
 * @parts: (array length=n_parts): the conditions that it is made of
 * @question: the question that is tested; inside @where it may be a field of the list
 * @attribute: index into the option set's attributes, or -1 for the option itself
 * @accepted: one byte an option of the question's set, nonzero where the test is true
 * @accepts_other: whether the test is true of a free text that is no option. With an attribute (@attribute not -1) the
 *   attributes of a free text are unknown, and so is the test
 * @where: (nullable): what an entry must fulfil to be counted
 * @distinct: (nullable): the field whose different values are counted, instead of entries
 * @offset: byte in the rules text where the condition starts
 *
 * A condition, checked and with its ids looked up. It belongs to its #CritRules and never changes.
 */
struct _CritCondition
{
  CritConditionKind kind;
  guint n_parts;
  CritCondition **parts;
  guint least;
  const CritQuestion *question;
  const CritQuestion *until;
  const CritQuestion *distinct;
  const CritCriterion *criterion;
  CritCondition *where;
  gboolean truth;
  int attribute;
  guint8 *accepted;
  gboolean accepts_other;
  CritBound lower;
  CritBound upper;
  CritPeriod period;
  gsize offset;
  /* What is counted, in the author's words; for a count only: ("type tried", "types tried"), both or neither. */
  const char *noun_one;
  const char *noun_other;
};

/* Whether it is made of other conditions, and tests nothing itself. */
static inline gboolean
crit_condition_has_parts (const CritCondition *self)
{
  return self->kind <= CRIT_CONDITION_AT_LEAST;
}

char *crit_condition_dup_bounds_text (const CritCondition *self);

G_END_DECLS
