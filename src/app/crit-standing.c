/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-standing.h"

#include "screening/crit-cases.h"

#include <glib/gi18n-lib.h>

static void
append_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static void
append_status (GString *text, const CritRules *rules)
{
  if (rules->status == CRIT_RULES_DRAFT)
    append_sentence (text, _ ("These rules are a draft."));
  else if (rules->status == CRIT_RULES_RETIRED)
    append_sentence (text, _ ("These rules have been withdrawn."));
}

static void
append_review (GString *text, const CritRules *rules)
{
  g_autofree char *date = NULL;
  g_autofree char *sentence = NULL;

  if (!crit_rules_is_past_review (rules, crit_date_today ()))
    return;
  date = crit_date_to_text (rules->review_by);
  /* Translators: %s is a date. */
  sentence = g_strdup_printf (_ ("These rules were to be reviewed by %s, which has passed."), date);
  append_sentence (text, sentence);
}

static void
append_cases (GString *text, CritRules *rules)
{
  g_autoptr (GPtrArray) results = crit_cases_run (rules, NULL);
  guint failed = results->len - crit_cases_count_passed (results);
  g_autofree char *sentence = NULL;

  if (failed == 0)
    return;
  sentence = g_strdup_printf (
      /* Translators: %1$u of the %2$u worked examples in a rules file do not come out as the file says. */
      g_dngettext (
          GETTEXT_PACKAGE,
          "%1$u of their %2$u own test cases comes out differently from what the file says.",
          "%1$u of their %2$u own test cases come out differently from what the file says.",
          failed),
      failed, results->len);
  append_sentence (text, sentence);
}

/**
 * crit_standing_dup_text:
 * @rules: rules
 *
 * Says in plain sentences what a reader of any result must know about the rules themselves: that they are a draft or
 * withdrawn, are past their review date, or fail their own cases. It runs the cases.
 *
 * Returns: (transfer full) (nullable): the sentences, or %NULL where there is nothing to say
 */
char *
crit_standing_dup_text (CritRules *rules)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (rules != NULL, NULL);

  append_status (text, rules);
  append_review (text, rules);
  append_cases (text, rules);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * crit_standing_dup_version:
 * @rules: rules
 *
 * Returns: (transfer full): "Rules 2026.11.1 · review by 1 May 2027"
 */
char *
crit_standing_dup_version (const CritRules *rules)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (rules != NULL, NULL);

  date = crit_date_to_text (rules->review_by);
  /* Translators: the version of a rules file and a date. */
  return g_strdup_printf (_ ("Rules %1$s · review by %2$s"), rules->version, date);
}
