/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-rules-notices.h"

#include <glib/gi18n-lib.h>

static void
add_status (GPtrArray *notices, const CritRules *rules)
{
  if (rules->status == CRIT_RULES_DRAFT)
    g_ptr_array_add (notices, g_strdup (_ ("These rules are a draft.")));
  else if (rules->status == CRIT_RULES_RETIRED)
    g_ptr_array_add (notices, g_strdup (_ ("These rules have been withdrawn.")));
}

static void
add_dates (GPtrArray *notices, const CritRules *rules, CritDate today)
{
  if (crit_date_is_set (rules->effective_from)
      && crit_date_get_first_day (rules->effective_from) > crit_date_get_first_day (today))
    {
      g_autofree char *date = crit_date_to_text (rules->effective_from);

      /* Translators: %s is a date. */
      g_ptr_array_add (notices,
                       g_strdup_printf (_ ("These rules are not in effect before %s."), date));
    }
  if (crit_rules_is_past_review (rules, today))
    {
      g_autofree char *date = crit_date_to_text (rules->review_by);

      /* Translators: %s is a date. */
      g_ptr_array_add (
          notices,
          g_strdup_printf (_ ("These rules were to be reviewed by %s, which has passed."), date));
    }
}

static void
add_cases (GPtrArray *notices, const CritRules *rules, guint n_passed)
{
  guint n_failed = rules->cases->len - MIN (n_passed, rules->cases->len);

  if (rules->cases->len == 0)
    g_ptr_array_add (notices, g_strdup (_ ("These rules have no cases that test them.")));
  else if (n_failed > 0)
    g_ptr_array_add (
        notices,
        g_strdup_printf (
            /* Translators: %1$u of the %2$u worked examples in a rules file do not come out as the file says. */
            g_dngettext (
                GETTEXT_PACKAGE,
                "%1$u of their %2$u own test cases comes out differently from what the file says.",
                "%1$u of their %2$u own test cases come out differently from what the file says.",
                n_failed),
            n_failed, rules->cases->len));
}

/**
 * crit_rules_notices_new:
 * @rules: rules
 * @today: a whole date
 * @n_passed: how many of the file's own cases pass
 *
 * What must be said, on screen and on every page, wherever the rules are used: that they are a draft or withdrawn, not
 * yet in effect, past their review date, or fail their own cases. It never blocks anything.
 *
 * Returns: (transfer full) (element-type utf8): sentences, translated; none where all is well
 */
GPtrArray *
crit_rules_notices_new (const CritRules *rules, CritDate today, guint n_passed)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (rules != NULL, notices);

  add_status (notices, rules);
  add_dates (notices, rules, today);
  add_cases (notices, rules, n_passed);
  return notices;
}
