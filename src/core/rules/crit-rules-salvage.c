/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-rules-private.h"

#include <string.h>

/* How much is left of rules in which something is wrong. */
typedef enum
{
  ALL_THAT_MATTERS, /* questions and criteria are as they were meant */
  QUESTIONS,
  NOTHING,
} Rest;

/* Top-level keys without which no question means anything. */
static const char *const needed[] = { "",      "format",      "id",       "version",
                                      "title", "option-sets", "sections", NULL };

/* Those that no question and no criterion depends on. */
static const char *const harmless[] = { "cases",     "translations", "about",
                                        "urgent",    "status",       "effective-from",
                                        "review-by", "language",     NULL };

static Rest
judge (const char *pointer)
{
  g_auto (GStrv) steps = NULL;
  const char *key = "";

  if (pointer == NULL)
    return NOTHING;
  steps = g_strsplit (pointer, "/", 3);
  if (steps[0] != NULL && steps[1] != NULL)
    key = steps[1];
  if (g_strv_contains (harmless, key))
    return ALL_THAT_MATTERS;
  /* Which questions are shown is worked out from conditions: without them all are. */
  if (g_str_equal (key, "sections") && strstr (pointer, "/shown-when") != NULL)
    return QUESTIONS;
  return g_strv_contains (needed, key) ? NOTHING : QUESTIONS;
}

static Rest
judge_all (GPtrArray *findings)
{
  Rest rest = ALL_THAT_MATTERS;

  for (guint i = 0; i < findings->len; i++)
    {
      const CritFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == CRIT_SEVERITY_ERROR)
        rest = MAX (rest, judge (finding->pointer));
    }
  return rest;
}

static void
show_always (CritQuestion *question)
{
  question->shown_when = NULL;
  for (guint i = 0; question->fields != NULL && i < question->fields->len; i++)
    show_always (g_ptr_array_index (question->fields, i));
}

/* A condition may ask for a criterion; where those cannot be relied upon, none is worked out. */
static void
forget_criteria (CritRules *rules)
{
  for (guint i = 0; i < rules->sections->len; i++)
    ((CritSection *) rules->sections->pdata[i])->shown_when = NULL;
  for (guint i = 0; i < rules->questions->len; i++)
    show_always (rules->questions->pdata[i]);
  g_hash_table_remove_all (rules->priv->criteria);
  g_ptr_array_set_size (rules->criteria, 0);
  g_ptr_array_set_size (rules->sources, 0);
}

/* A key that is misspelt is found under the name it has, and not where it is missed. */
static gboolean
has_name (const CritRules *rules)
{
  return rules->id != NULL && rules->version != NULL && rules->title != NULL;
}

/**
 * crit_rules_salvage:
 * @rules: rules in which something is wrong, as far as they could be read
 * @findings: (element-type CritFinding): everything that is wrong
 * @whole: (out): whether questions and criteria are all there
 *
 * Decides what rules are still good for that a record carries. They were right for the program that made the record; a later
 * one may find faults in them that it did not know then, but nobody's record may become unreadable by that. A fault in the
 * cases, a translation or a date costs nothing but that. One in a criterion costs all criteria, since they may refer
 * to each other, and every condition by which questions are shown. One in a question costs everything.
 *
 * Returns: whether the questions can be shown; @rules are then as they can be used
 */
gboolean
crit_rules_salvage (CritRules *rules, GPtrArray *findings, gboolean *whole)
{
  const Rest rest = judge_all (findings);

  *whole = rest == ALL_THAT_MATTERS;
  if (rest == NOTHING || !has_name (rules))
    return FALSE;
  if (rest == QUESTIONS)
    forget_criteria (rules);
  if (rules->urgent.title == NULL || rules->urgent.text == NULL)
    rules->urgent = (CritUrgent){ 0 };
  g_ptr_array_set_size (rules->cases, 0);
  return TRUE;
}
