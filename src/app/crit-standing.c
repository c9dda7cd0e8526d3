/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-standing.h"

#include "screening/crit-cases.h"
#include "summary/crit-rules-notices.h"

#include <glib/gi18n-lib.h>

/* The rules that were asked about last: those that are read, in a thread, are shown next. */
static GMutex lock;
static CritRules *known_rules;
static guint known_passed;

static guint
count_passed (CritRules *rules)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autoptr (GPtrArray) results = NULL;

  if (known_rules == rules)
    return known_passed;
  results = crit_cases_run (rules, NULL);
  g_clear_pointer (&known_rules, crit_rules_unref);
  known_rules = crit_rules_ref (rules);
  known_passed = crit_cases_count_passed (results);
  return known_passed;
}

/**
 * crit_standing_dup_text:
 * @rules: rules
 *
 * Says in plain sentences what a reader of any result must know about the rules themselves: that they are a draft or
 * withdrawn, are past their review date, or fail their own cases. It runs the cases, once for the same rules.
 *
 * Returns: (transfer full) (nullable): the sentences, or %NULL where there is nothing to say
 */
char *
crit_standing_dup_text (CritRules *rules)
{
  g_autoptr (GPtrArray) notices = NULL;

  g_return_val_if_fail (rules != NULL, NULL);

  notices = crit_rules_notices_new (rules, crit_date_today (), count_passed (rules));
  if (notices->len == 0)
    return NULL;
  g_ptr_array_add (notices, NULL);
  return g_strjoinv (" ", (char **) notices->pdata);
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

  if (!crit_date_is_set (rules->review_by))
    /* Translators: the version of a rules file. */
    return g_strdup_printf (_ ("Rules %s · no review date"), rules->version);
  date = crit_date_to_text (rules->review_by);
  /* Translators: the version of a rules file and a date. */
  return g_strdup_printf (_ ("Rules %1$s · review by %2$s"), rules->version, date);
}
