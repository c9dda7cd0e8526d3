/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-rules-about.h"

#include "screening/crit-cases.h"
#include "summary/crit-rules-notices.h"
#include "summary/crit-summary-private.h"

#include <glib/gi18n-lib.h>

/* Digits of a digest that stand together, so that it can be compared by eye, and on a line. */
#define DIGEST_GROUP 4
#define DIGEST_LINE 32

/**
 * crit_summary_dup_digest_text:
 * @digest: a SHA-256 in hexadecimal digits
 * @n_digits: how many of them are wanted
 *
 * Returns: (transfer full): "3f9a 12c0 77de", half of a whole digest on a line
 */
char *
crit_summary_dup_digest_text (const char *digest, gsize n_digits)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_digits && digest[i] != '\0'; i++)
    {
      if (i > 0 && i % DIGEST_GROUP == 0)
        g_string_append_c (text, i % DIGEST_LINE == 0 ? '\n' : ' ');
      g_string_append_c (text, digest[i]);
    }
  return g_string_free (text, FALSE);
}

static void
add_date (GPtrArray *blocks, const char *label, CritDate date)
{
  g_autofree char *text = crit_date_is_set (date) ? crit_date_to_text (date) : NULL;

  crit_summary_add (blocks, CRIT_BLOCK_FACT, label, text != NULL ? text : _ ("Not given"));
}

/**
 * crit_summary_add_facts_of_rules:
 * @blocks: where they go
 * @rules: rules
 * @n_passed: how many of the file's own cases pass
 *
 * Adds what a reader needs to find the same rules again, and to know how far they were tested.
 */
void
crit_summary_add_facts_of_rules (GPtrArray *blocks, const CritRules *rules, guint n_passed)
{
  g_autofree char *digest = crit_summary_dup_digest_text (crit_rules_get_digest (rules), G_MAXSIZE);
  g_autofree char *cases = NULL;

  /* Translators: cases are examples in a rules file that test it: how many pass, of how many. */
  cases = g_strdup_printf (_ ("%1$u of %2$u passed"), n_passed, rules->cases->len);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Rules file"), rules->id);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Version"), rules->version);
  add_date (blocks, _ ("In effect from"), rules->effective_from);
  add_date (blocks, _ ("Review by"), rules->review_by);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Its own cases"), cases);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Digest of the rules"), digest);
}

static const char *
get_status_text (CritRulesStatus status)
{
  switch (status)
    {
    case CRIT_RULES_DRAFT:
      return _ ("Draft");
    case CRIT_RULES_ACTIVE:
      return _ ("In use");
    case CRIT_RULES_RETIRED:
      return _ ("Withdrawn");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * crit_rules_about_new:
 * @rules: rules
 * @today: a whole date
 *
 * Says what the rules are: where they come from and how far they were tested. It runs the file's own cases. What there is
 * to notice in the file crit_lint() tells.
 *
 * Returns: (transfer full) (element-type CritBlock): a title, paragraphs, facts, headings and sources
 */
GPtrArray *
crit_rules_about_new (CritRules *rules, CritDate today)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_block_free);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  guint n_passed = 0;

  g_return_val_if_fail (rules != NULL, blocks);

  results = crit_cases_run (rules, NULL);
  n_passed = crit_cases_count_passed (results);
  notices = crit_rules_notices_new (rules, today, n_passed);
  crit_summary_add (blocks, CRIT_BLOCK_TITLE, NULL, rules->title);
  for (guint i = 0; i < notices->len; i++)
    crit_summary_add (blocks, CRIT_BLOCK_NOTICE, NULL, notices->pdata[i]);
  if (rules->about != NULL)
    crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, rules->about);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Status"), get_status_text (rules->status));
  crit_summary_add_facts_of_rules (blocks, rules, n_passed);
  crit_summary_add_sources (blocks, rules);
  return blocks;
}
