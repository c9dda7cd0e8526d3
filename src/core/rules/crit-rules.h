/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "json/crit-finding.h"
#include "rules/crit-condition.h"

G_BEGIN_DECLS

typedef enum
{
  CRIT_QUESTION_BOOLEAN,
  CRIT_QUESTION_CHOICE,
  CRIT_QUESTION_INTEGER,
  CRIT_QUESTION_DECIMAL,
  CRIT_QUESTION_DATE,
  CRIT_QUESTION_STRING,
  CRIT_QUESTION_TEXT,
  CRIT_QUESTION_LIST,
} CritQuestionType;

typedef enum
{
  CRIT_RULES_DRAFT,
  CRIT_RULES_ACTIVE,
  CRIT_RULES_RETIRED
} CritRulesStatus;
typedef enum
{
  CRIT_KIND_REQUIREMENT,
  CRIT_KIND_CAUTION,
  CRIT_KIND_NOTE
} CritKind;
typedef enum
{
  CRIT_CERTAINTY_VERIFIED,
  CRIT_CERTAINTY_SECONDARY,
  CRIT_CERTAINTY_UNVERIFIED
} CritCertainty;

/* Everything below belongs to its CritRules, is made once by the loader and never changes. */

/**
 * CritUrgent:
 *
 * Where urgent help is for a person at risk. It stands apart from the criteria and depends on no answer. Both texts are
 * NULL where the rules file says nothing.
 */
typedef struct
{
  const char *title;
  const char *text;
} CritUrgent;

typedef struct
{
  const char *code;
  const char *text;
  const char **attributes; /* one an attribute of the set, each (nullable) */
} CritOption;

typedef struct
{
  const char *id;        /* (nullable): options written in the question itself have none */
  GPtrArray *attributes; /* of const char: their names, such as "class" */
  GPtrArray *options;    /* of CritOption */
  GHashTable *indices;   /* code to index among the options */
} CritOptionSet;

typedef struct
{
  const char *id;
  const char *title;
  const char *help;          /* (nullable) */
  CritCondition *shown_when; /* (nullable) */
  GPtrArray *questions;      /* of CritQuestion */
  guint index;
  gsize offset;
} CritSection;

/**
 * CritQuestion:
 * @label: (nullable): a few words for reasons and tables ("Outcome"); @text where there is none
 * @unit: (nullable): of a number, shown in its label
 * @options: of a choice
 * @other: whether a choice may be answered by a text of one's own
 * @ongoing: whether a date may be answered by "ongoing", which means up to the record's date
 * @minimum: hard limit (numbers; days for dates); -INFINITY where there is none. Beyond it an answer is refused
 * @for_the_record: it is asked for its own sake, and no condition may test it
 * @plausible_minimum: below it an answer is asked about, not refused
 * @list: (nullable): for a field, the list whose entries it belongs to
 * @fields: of a list
 * @item: (nullable): of a list, what one entry is called ("antidepressant")
 * @slot: index among the top-level questions, or among the fields of @list
 */
struct _CritQuestion
{
  const char *id;
  const char *text;
  const char *label;
  const char *help;
  const char *unit;
  const char *item;
  CritQuestionType type;
  const CritOptionSet *options;
  gboolean other;
  gboolean ongoing;
  gboolean for_the_record;
  double minimum, maximum;
  double plausible_minimum, plausible_maximum;
  CritCondition *shown_when;
  const CritSection *section;
  const CritQuestion *list;
  GPtrArray *fields;
  guint slot;
  gsize offset;
};

typedef struct
{
  const char *id;
  const char *title;
  const char *publisher;
  const char *origin; /* (nullable): what kind of source it is, in the author's words */
  const char *url;
  CritDate published;
  CritDate retrieved;
  guint number; /* from 1, as printed in brackets */
} CritSource;

typedef struct
{
  const CritSource *source;
  const char *place; /* (nullable) */
  CritCertainty certainty;
} CritCitation;

/**
 * CritReasons:
 * @met: of a caution, for being present
 * @not_met: of a caution, for being absent
 *
 * What the author of the rules says of each status, where a sentence is not to be made from the answers; each (nullable).
 */
typedef struct
{
  const char *met;
  const char *not_met;
  const char *unknown;
  const char *not_applicable;
} CritReasons;

/**
 * CritCriterion:
 * @when: NULL for a note
 * @applies_when: (nullable): where it is false the criterion does not apply, or the note is left out
 * @help: (nullable): more about it, shown with its source
 */
struct _CritCriterion
{
  const char *id;
  const char *text;
  const char *help;
  CritKind kind;
  const CritSection *section; /* (nullable) */
  CritCondition *when;
  CritCondition *applies_when;
  CritReasons reasons;
  guint n_citations;
  CritCitation *citations;
  guint index;
  gsize offset;
};

typedef struct
{
  const char *name;
  CritDate date;
  JsonNode *answers; /* read by the record room */
  JsonNode *expect;  /* object: criterion id to status word; checked by the loader */
  gsize offset;
} CritCase;

/**
 * CritRules:
 *
 * A rules file, read, checked and with every id looked up. Immutable and reference counted: crit_rules_ref(),
 * crit_rules_unref(). The bytes that were hashed and parsed are kept as @text, so that a record can carry them.
 */
typedef struct
{
  GBytes *text;
  const char *id;
  const char *version;
  const char *title;
  const char *language;
  const char *about;
  CritUrgent urgent;
  CritRulesStatus status;
  CritDate effective_from;
  CritDate review_by;
  GPtrArray *sources;     /* of CritSource */
  GPtrArray *option_sets; /* of CritOptionSet, those in questions included */
  GPtrArray *sections;    /* of CritSection */
  GPtrArray *questions;   /* of CritQuestion: the top-level ones, by slot */
  GPtrArray *criteria;    /* of CritCriterion, in the file's order */
  GPtrArray *cases;       /* of CritCase */
  struct _CritRulesPrivate *priv;
} CritRules;

#define CRIT_TYPE_RULES (crit_rules_get_type ())
GType crit_rules_get_type (void);

CritRules *crit_rules_load (GBytes *text, GPtrArray *findings);
CritRules *crit_rules_load_carried (GBytes *text, GPtrArray *findings, gboolean *whole);
CritRules *crit_rules_ref (CritRules *self);
void crit_rules_unref (CritRules *self);

const CritQuestion *crit_rules_find_question (const CritRules *self, const char *id);
const CritCriterion *crit_rules_find_criterion (const CritRules *self, const char *id);
const CritQuestion *crit_question_find_field (const CritQuestion *list, const char *id);
const char *crit_question_get_label (const CritQuestion *self);
const char *crit_question_get_remark (const CritQuestion *self);
char *crit_question_dup_help (const CritQuestion *self);
char *crit_question_dup_number_text (const CritQuestion *self, double number);
int crit_option_set_find (const CritOptionSet *self, const char *code);
const CritOption *crit_option_set_get (const CritOptionSet *self, guint index);
char *crit_option_dup_attributes (const CritOption *option, const CritOptionSet *set);
gboolean crit_rules_is_past_review (const CritRules *self, CritDate today);
void crit_rules_take_finding (GPtrArray *findings, CritFinding *finding);
void crit_rules_report (const CritRules *self,
                        GPtrArray *findings,
                        CritSeverity severity,
                        gsize offset,
                        const char *pointer,
                        const char *code,
                        const char *message);
void crit_rules_report_review (const CritRules *self, CritDate today, GPtrArray *findings);
const char *crit_rules_get_digest (const CritRules *self);
char *crit_rules_dup_short_digest (const CritRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritRules, crit_rules_unref)

G_END_DECLS
