/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-rules-index.h"

G_BEGIN_DECLS

/* What an amendment is part of. */
typedef enum
{
  CRIT_AMENDED_RULE,           /* the condition of the criterion itself */
  CRIT_AMENDED_OTHER_RULE,     /* that of another criterion, on which it depends */
  CRIT_AMENDED_APPLIES,        /* when the criterion applies */
  CRIT_AMENDED_QUESTION_SHOWN, /* when a question is asked */
  CRIT_AMENDED_SECTION_SHOWN,  /* when a section is asked */
  CRIT_AMENDED_QUESTION,       /* what a question takes for an answer */
  CRIT_AMENDED_CRITERION,      /* what kind of criterion it is */
} CritAmendedPart;

typedef enum
{
  CRIT_AMENDMENT_TEST,    /* the same answer is tested for something else */
  CRIT_AMENDMENT_PART,    /* a condition is new, is gone, or is another one */
  CRIT_AMENDMENT_GROUP,   /* how many conditions of a group are needed */
  CRIT_AMENDMENT_COUNTED, /* what of a list is counted */
  CRIT_AMENDMENT_OPTION,  /* an option is new, is gone, or has other attributes */
  CRIT_AMENDMENT_SECTION, /* the section in which a question stands */
  CRIT_AMENDMENT_KEY,     /* any other key */
} CritAmendmentKind;

/**
 * CritAmendment:
 * @id: of the criterion, section or question that @part belongs to
 * @list: (nullable): of a field, the id of its list
 * @key: the key of a %CRIT_AMENDMENT_KEY
 * @former: (nullable): what stood in the former rules; NULL where it is new
 * @newer: (nullable): what stands in the newer rules; NULL where it is gone
 *
 * One difference between two versions of rules, as small as it can be told.
 */
typedef struct
{
  CritAmendedPart part;
  CritAmendmentKind kind;
  const char *id;
  const char *list;
  const char *key;
  JsonNode *former;
  JsonNode *newer;
} CritAmendment;

/**
 * CritCauseKind:
 *
 * Why a status differs. Each has a word in files, see crit_cause_get_code().
 */
typedef enum
{
  CRIT_CAUSE_RULE_CHANGED,
  CRIT_CAUSE_BOUND_CHANGED,
  CRIT_CAUSE_QUESTION_NEW,
  CRIT_CAUSE_QUESTION_REMOVED,
  CRIT_CAUSE_QUESTION_CHANGED,
  CRIT_CAUSE_OPTION_NEW,
  CRIT_CAUSE_OPTION_GONE,
  CRIT_CAUSE_OPTION_CHANGED,
  CRIT_CAUSE_LIMIT_CHANGED,
  CRIT_CAUSE_APPLIES_CHANGED,
  CRIT_CAUSE_SHOWN_CHANGED,
  CRIT_CAUSE_KIND_CHANGED,
  CRIT_CAUSE_CRITERION_NEW,
  CRIT_CAUSE_CRITERION_REMOVED,
  CRIT_CAUSE_DATE_PASSED,
} CritCauseKind;

#define CRIT_N_CAUSES (CRIT_CAUSE_DATE_PASSED + 1)

CritCauseKind
crit_amendment_get_cause (const CritAmendment *self, CritRulesIndex *former, CritRulesIndex *newer);
char *
crit_amendment_to_text (const CritAmendment *self, CritRulesIndex *former, CritRulesIndex *newer);

G_END_DECLS
