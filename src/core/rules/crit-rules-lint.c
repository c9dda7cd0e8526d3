/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that sound like a verdict on a person. A criterion may have to quote them, so they are only pointed out. They are
   those of English rules files, the only ones there are. */
static const char *const verdict_words[] = {
  "approve",     "approved",    "approves",   "disqualified",  "disqualifies", "disqualify",
  "eligibility", "eligible",    "ineligible", "ineligibility", "qualified",    "qualifies",
  "qualify",     "suitability", "suitable",   "unqualified",   "unsuitable",
};

static void
check_review (CritLoader *self)
{
  if (!crit_date_is_set (self->rules->review_by))
    crit_loader_report (
        self, CRIT_SEVERITY_WARNING, crit_json_document_get_root (self->document), "no-review-date",
        _ ("There is no “review-by”: nobody will know when these rules are too old."));
}

/* What is answered in free words cannot be tested, and is asked for its own sake. So are fields: they tell the entries of
   a list apart for people. Questions that share an id cannot be named at all, and have been reported. */
static gboolean
is_idle (CritLoader *self, const CritQuestion *question)
{
  return !question->for_the_record && question->type != CRIT_QUESTION_STRING
         && question->type != CRIT_QUESTION_TEXT && !g_hash_table_contains (self->used, question)
         && g_hash_table_lookup (self->rules->priv->questions, question->id) == question;
}

static void
check_questions (CritLoader *self)
{
  GPtrArray *questions = self->rules->questions;

  for (guint i = 0; i < questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (questions, i);

      if (is_idle (self, question))
        crit_loader_report (self, CRIT_SEVERITY_WARNING,
                            crit_json_document_find (self->document, question->offset),
                            "unused-question",
                            _ ("No condition uses the question “%s”. If it is asked for its own "
                               "sake, add “for-the-record”."),
                            question->id);
    }
}

static void
check_sections (CritLoader *self)
{
  GPtrArray *sections = self->rules->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const CritSection *section = g_ptr_array_index (sections, i);

      if (section->questions->len == 0)
        crit_loader_report (self, CRIT_SEVERITY_WARNING,
                            crit_json_document_find (self->document, section->offset),
                            "empty-section", _ ("The section “%s” has no questions."), section->id);
    }
}

static void
check_option_sets (CritLoader *self)
{
  GPtrArray *sets = self->rules->option_sets;
  const CritJsonNode *root = crit_json_document_get_root (self->document);
  const CritJsonNode *nodes = crit_json_node_get_member (root, "option-sets");

  for (guint i = 0; i < sets->len; i++)
    {
      const CritOptionSet *set = g_ptr_array_index (sets, i);

      if (set->id != NULL && !g_hash_table_contains (self->used, set))
        crit_loader_report (self, CRIT_SEVERITY_WARNING, crit_json_node_get_member (nodes, set->id),
                            "unused-option-set", _ ("No question uses the set of options “%s”."),
                            set->id);
    }
}

/* A note may be about that very thing: that no source was found. Then its list of sources is there, and empty. */
static gboolean
says_that_there_is_none (const CritCriterion *criterion, const CritJsonNode *node)
{
  return criterion->kind == CRIT_KIND_NOTE && crit_json_node_get_member (node, "sources") != NULL;
}

/* A second-hand source is one that the file is honest about. */
static void
check_citations (CritLoader *self, const CritCriterion *criterion, const CritJsonNode *node)
{
  gboolean read = FALSE;

  for (guint i = 0; i < criterion->n_citations; i++)
    {
      const CritCitation *citation = &criterion->citations[i];

      read = read || citation->certainty != CRIT_CERTAINTY_UNVERIFIED;
    }
  if (criterion->n_citations == 0 && !says_that_there_is_none (criterion, node))
    crit_loader_report (self, CRIT_SEVERITY_WARNING, node, "no-source",
                        _ ("The criterion “%s” names no source."), criterion->id);
  else if (criterion->n_citations > 0 && !read)
    crit_loader_report (self, CRIT_SEVERITY_WARNING, node, "unverified-source",
                        _ ("Nobody has checked any source of the criterion “%s”."), criterion->id);
}

/* Each has one of these letters, and few other words have one. */
#define LETTERS "bqvBQV"

static const char *
find_word (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdict_words); i++)
    if (g_ascii_strncasecmp (word, verdict_words[i], length) == 0
        && verdict_words[i][length] == '\0')
      return verdict_words[i];
  return NULL;
}

/* The first word of @text that is one of them; NULL where none is. */
static const char *
find_verdict (const char *text)
{
  const char *verdict = NULL;
  const char *end = text;

  while (verdict == NULL && (text = strpbrk (end, LETTERS)) != NULL)
    {
      const char *start = text;

      while (start > end && g_ascii_isalpha (start[-1]))
        start--;
      for (end = text; g_ascii_isalpha (*end);)
        end++;
      verdict = find_word (start, (gsize) (end - start));
    }
  return verdict;
}

static void
check_words (CritLoader *self, const CritJsonNode *member)
{
  const char *verdict = NULL;

  if (!crit_json_node_is (member, CRIT_JSON_TYPE_STRING))
    return;
  verdict = find_verdict (member->string);
  if (verdict != NULL)
    crit_loader_report (
        self, CRIT_SEVERITY_WARNING, member, "verdict-word",
        _ ("“%s” sounds like a verdict. A criterion says what is recorded, and decides nothing."),
        verdict);
}

/* Each criterion was read from one item of the array, and nothing from what is no array. */
static void
check_criteria (CritLoader *self)
{
  GPtrArray *criteria = self->rules->criteria;
  const CritJsonNode *root = crit_json_document_get_root (self->document);
  const CritJsonNode *node =
      crit_json_node_get_first (crit_json_node_get_member (root, "criteria"));

  for (guint i = 0; i < criteria->len; i++, node = crit_json_node_get_next (node))
    {
      check_citations (self, criteria->pdata[i], node);
      check_words (self, crit_json_node_get_member (node, "text"));
      check_words (self, crit_json_node_get_member (node, "help"));
      CRIT_JSON_FOREACH (reason, crit_json_node_get_member (node, "reasons"))
        check_words (self, reason);
    }
}

/* Points out what can be read and is yet likely to be a mistake. */
void
crit_rules_lint (CritLoader *self)
{
  check_review (self);
  check_option_sets (self);
  check_sections (self);
  check_questions (self);
  check_criteria (self);
}

/**
 * crit_rules_take_finding:
 * @findings: (element-type CritFinding): where the finding is added
 * @finding: (transfer full): a finding about rules that could be read
 *
 * Adds a finding. As while rules are read, no more are listed than anybody reads.
 */
void
crit_rules_take_finding (GPtrArray *findings, CritFinding *finding)
{
  g_return_if_fail (findings != NULL && finding != NULL);

  if (findings->len < CRIT_RULES_MAX_FINDINGS)
    {
      g_ptr_array_add (findings, finding);
      return;
    }
  if (findings->len == CRIT_RULES_MAX_FINDINGS)
    crit_findings_add_too_many (findings, finding->severity);
  crit_finding_free (finding);
}

/**
 * crit_rules_report:
 * @self: rules
 * @findings: (element-type CritFinding): where the finding is added
 * @severity: how serious it is
 * @offset: the byte of the rules file that it points at
 * @pointer: (nullable): JSON Pointer to what it is about
 * @code: a short stable word
 * @message: one translated sentence
 *
 * Adds a finding about rules that could be read.
 */
void
crit_rules_report (const CritRules *self,
                   GPtrArray *findings,
                   CritSeverity severity,
                   gsize offset,
                   const char *pointer,
                   const char *code,
                   const char *message)
{
  gsize length = 0;
  const char *text = NULL;

  g_return_if_fail (self != NULL && findings != NULL);

  text = g_bytes_get_data (self->text, &length);
  crit_rules_take_finding (
      findings, crit_finding_new (severity, text, length, offset, pointer, code, message));
}

/**
 * crit_rules_report_review:
 * @self: rules
 * @today: the day it is now; a whole date
 * @findings: (element-type CritFinding): where a warning is added
 *
 * Adds a warning if the review date of the rules is past. Loading does not do so, because the same file must give the
 * same findings on every day.
 */
void
crit_rules_report_review (const CritRules *self, CritDate today, GPtrArray *findings)
{
  g_autofree char *date = NULL;
  g_autofree char *message = NULL;

  g_return_if_fail (self != NULL && findings != NULL);

  if (!crit_rules_is_past_review (self, today))
    return;
  date = crit_date_to_text (self->review_by);
  /* Translators: %s is a date. */
  message = g_strdup_printf (_ ("These rules were to be reviewed by %s. Look for a newer version."),
                             date);
  crit_rules_report (self, findings, CRIT_SEVERITY_WARNING, self->priv->review_by_offset,
                     "/review-by", "past-review", message);
}
