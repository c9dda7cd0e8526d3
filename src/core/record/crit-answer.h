/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

typedef enum
{
  CRIT_ANSWER_OPEN, /* nothing yet; all bytes zero */
  CRIT_ANSWER_UNKNOWN,
  CRIT_ANSWER_BOOLEAN,
  CRIT_ANSWER_NUMBER,
  CRIT_ANSWER_DATE,
  CRIT_ANSWER_ONGOING,
  CRIT_ANSWER_OPTION,
  CRIT_ANSWER_OTHER,
  CRIT_ANSWER_TEXT,
  CRIT_ANSWER_LIST,
} CritAnswerKind;

typedef enum
{
  CRIT_UNKNOWN_NOT_KNOWN,
  CRIT_UNKNOWN_NOT_IN_NOTES,
  CRIT_UNKNOWN_AWAITING,
  CRIT_UNKNOWN_CONFLICTING,
} CritUnknown;

typedef struct _CritEntries CritEntries;

/**
 * CritAnswer:
 * @number: integers too; they are within 2^53 and so exact
 * @option: index into the question's option set
 * @text: of OTHER and TEXT; owned
 * @entries: of LIST; owned
 *
 * One answer, held by value in an array of slots (one a top-level question, or one a field of an entry). Open,
 * unknown with a reason, no, zero and empty text are five different things.
 */
typedef struct
{
  CritAnswerKind kind;
  union
  {
    CritUnknown unknown;
    gboolean boolean;
    double number;
    CritDate date;
    guint option;
    char *text;
    CritEntries *entries;
  };
} CritAnswer;

/**
 * CritEntries:
 * @cells: n_entries × n_fields answers, entry by entry
 * @notes: (nullable): n_entries × (1 + n_fields) texts, each nullable and never blank: of each entry the note on it as a
 *   whole, then those on its fields. They stand with the entries, so that they go where those go. NULL while there is none
 * @complete: whether these are all: OPEN, or BOOLEAN. Only BOOLEAN with TRUE makes the list complete
 */
struct _CritEntries
{
  guint n_entries;
  guint n_fields;
  CritAnswer *cells;
  char **notes;
  CritAnswer complete;
};

void crit_answer_copy (const CritAnswer *self, CritAnswer *copy);
void crit_answer_clear (CritAnswer *self);
gboolean crit_answer_equal (const CritAnswer *self, const CritAnswer *other);
char *crit_answer_to_text (const CritAnswer *self, const CritQuestion *question);

CritAnswer *crit_answers_new (const CritRules *rules);
CritAnswer *crit_answers_copy (const CritRules *rules, const CritAnswer *answers);
void crit_answers_free (const CritRules *rules, CritAnswer *answers);

CritEntries *crit_entries_new (const CritQuestion *list, guint n_entries);
CritEntries *crit_entries_copy (const CritEntries *self);
void crit_entries_free (CritEntries *self);
const CritAnswer *
crit_entries_get (const CritEntries *self, guint entry, const CritQuestion *field);
const char *crit_entries_get_note (const CritEntries *self, guint entry, const CritQuestion *field);
void
crit_entries_set_note (CritEntries *self, guint entry, const CritQuestion *field, const char *note);
void crit_entries_copy_entry (const CritEntries *self, guint entry, CritEntries *to, guint at);
gboolean crit_entries_equal (const CritEntries *self, const CritEntries *other);
gboolean crit_entries_is_complete (const CritEntries *self);

const char *crit_unknown_get_code (CritUnknown self);
const char *crit_unknown_get_label (CritUnknown self);
gboolean crit_unknown_parse (const char *code, CritUnknown *unknown);

G_END_DECLS
