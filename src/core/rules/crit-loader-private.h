/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-document.h"
#include "rules/crit-rules-private.h"

G_BEGIN_DECLS

/**
 * CritLoader:
 * @rules: the model, being filled
 * @findings: everything noticed so far, the caller's list
 * @option_sets: id to CritOptionSet; as in the three that follow, NULL for one that is declared but faulty
 * @sections: id to CritSection
 * @sources: id to CritSource
 * @fields: id to CritQuestion: a field of any list, to tell a field of another list from an unknown word
 * @used: the questions that some condition tests
 * @texts: every text for people, as the file has it, to its place among them
 * @translations: (nullable): language to object of texts
 * @translated: those texts that the person who reads sees in another language, to what is seen
 * @pending: of CritPending: conditions, read once every id is declared
 *
 * What the loading of one rules file carries about. Faults are reported and then read over, so that the author sees all of
 * them at once; a model with faults is never handed out.
 */
typedef struct
{
  CritRules *rules;
  CritJsonDocument *document;
  GPtrArray *findings;
  guint n_findings;
  gsize n_comparisons;
  gboolean failed;
  GHashTable *option_sets;
  GHashTable *sections;
  GHashTable *sources;
  GHashTable *fields;
  GHashTable *used;
  GHashTable *texts;
  const CritJsonNode *translations;
  GHashTable *translated;
  GArray *pending;
} CritLoader;

/* More of these in one set or list is no checklist any more. They keep reading linear in the size of the file. */
#define CRIT_RULES_MAX_OPTIONS 1000
#define CRIT_RULES_MAX_ATTRIBUTES 16
#define CRIT_RULES_MAX_FIELDS 64

/* Nobody reads more findings; a hostile file could otherwise make millions of them. */
#define CRIT_RULES_MAX_FINDINGS 1000

/* A condition that waits until every id is declared. */
typedef struct
{
  const CritJsonNode *node;
  CritCondition **slot;
  const CritQuestion *list; /* (nullable): the list whose fields it may name */
} CritPending;

/* crit-loader.c: findings, and things that have an id */
void crit_findings_add_too_many (GPtrArray *findings, CritSeverity severity);
void crit_loader_report (CritLoader *self,
                         CritSeverity severity,
                         const CritJsonNode *node,
                         const char *code,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
void crit_loader_report_key (CritLoader *self,
                             const CritJsonNode *member,
                             const char *code,
                             const char *message);
void crit_loader_report_unknown (CritLoader *self,
                                 const CritJsonNode *node,
                                 const char *code,
                                 const char *sentence,
                                 const char *word,
                                 const char *near);
const char *
crit_loader_guess (CritLoader *self, const char *word, const char *const *words, gsize n_words);
const char *crit_loader_guess_key (CritLoader *self, const char *word, GHashTable *known);
gboolean crit_loader_declare (CritLoader *self,
                              GHashTable *table,
                              const char *id,
                              gpointer thing,
                              const CritJsonNode *node);
gpointer crit_loader_look_up (CritLoader *self,
                              GHashTable *table,
                              const CritJsonNode *node,
                              const char *id,
                              const char *code,
                              const char *sentence);
gpointer crit_loader_find (CritLoader *self,
                           GHashTable *table,
                           const CritJsonNode *node,
                           const char *code,
                           const char *sentence);
char *crit_loader_dup_short (const char *text);

/* crit-values-load.c: one node, its type checked */
gboolean crit_loader_is_object (CritLoader *self, const CritJsonNode *node);
const CritJsonNode *crit_loader_read_array (CritLoader *self, const CritJsonNode *node);
const CritJsonNode *crit_loader_find_end (CritLoader *self, const CritJsonNode *node, guint most);
const char *crit_loader_read_string (CritLoader *self, const CritJsonNode *node);
const char *crit_loader_read_words (CritLoader *self, const CritJsonNode *node);
const char *crit_loader_read_name (CritLoader *self, const CritJsonNode *node);
const char *crit_loader_read_line (CritLoader *self, const CritJsonNode *node);
const char *crit_loader_read_prose (CritLoader *self, const CritJsonNode *node);
const char *crit_loader_read_id (CritLoader *self, const CritJsonNode *node);
const char *crit_loader_read_url (CritLoader *self, const CritJsonNode *node);
gboolean crit_loader_read_boolean (CritLoader *self, const CritJsonNode *node, gboolean *value);
gboolean
crit_loader_read_number (CritLoader *self, const CritJsonNode *node, gboolean whole, double *value);
gboolean crit_loader_read_date (CritLoader *self, const CritJsonNode *node, CritDate *date);
gboolean crit_loader_read_day (CritLoader *self, const CritJsonNode *node, CritDate *date);
gboolean crit_loader_read_period (CritLoader *self, const CritJsonNode *node, CritPeriod *period);
gboolean crit_loader_read_word (CritLoader *self,
                                const CritJsonNode *node,
                                const char *const *words,
                                guint n_words,
                                guint *index);
gboolean crit_is_id (const char *text);
gboolean crit_is_language (const char *text);

/* crit-translations-load.c */
void crit_translations_load (CritLoader *self, const CritJsonNode *node);
const char *crit_loader_translate (CritLoader *self, const char *text);
void crit_translations_check (CritLoader *self);

/* One for each part of the file */
void crit_sources_load (CritLoader *self, const CritJsonNode *node);
void crit_option_sets_load (CritLoader *self, const CritJsonNode *node);
CritOptionSet *crit_options_load (CritLoader *self, const CritJsonNode *node, const char *id);
void crit_sections_load (CritLoader *self, const CritJsonNode *node);
void crit_questions_load (CritLoader *self,
                          const CritJsonNode *node,
                          CritSection *section,
                          CritQuestion *list);
void crit_criteria_load (CritLoader *self, const CritJsonNode *node);
void crit_cases_load (CritLoader *self, const CritJsonNode *node);
void crit_condition_defer (CritLoader *self,
                           const CritJsonNode *node,
                           CritCondition **slot,
                           const CritQuestion *list);
CritCondition *
crit_condition_load (CritLoader *self, const CritJsonNode *node, const CritQuestion *list);

/* Checks of the whole */
void crit_rules_check_circles (CritLoader *self);
void crit_rules_lint (CritLoader *self);

G_END_DECLS
