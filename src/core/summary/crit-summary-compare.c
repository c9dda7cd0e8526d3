/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary-compare.h"

#include "screening/crit-cases.h"
#include "summary/crit-rules-notices.h"
#include "summary/crit-summary-private.h"

#include <glib/gi18n-lib.h>

static CritRules *
get_former_rules (const CritComparison *comparison)
{
  return crit_screening_get_rules (comparison->former);
}

static CritRules *
get_newer_rules (const CritComparison *comparison)
{
  return crit_screening_get_rules (comparison->newer);
}

static const char *
get_reference (const CritComparison *comparison)
{
  const char *reference = crit_record_get_reference (comparison->record);

  return reference != NULL && *reference != '\0' ? reference : _ ("No reference");
}

/* What must be said of the newer rules wherever they are used. */
static void
add_notices (GPtrArray *blocks, const CritComparison *comparison)
{
  CritRules *rules = get_newer_rules (comparison);
  g_autoptr (GPtrArray) results = crit_cases_run (rules, NULL);
  g_autoptr (GPtrArray) notices = crit_rules_notices_new (
      rules, crit_record_get_date (comparison->carried), crit_cases_count_passed (results));

  for (guint i = 0; i < notices->len; i++)
    crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, notices->pdata[i]);
}

static void
add_relation (GPtrArray *blocks, const CritComparison *comparison)
{
  const CritRules *former = get_former_rules (comparison);
  const CritRules *newer = get_newer_rules (comparison);

  if (g_str_equal (crit_rules_get_digest (former), crit_rules_get_digest (newer)))
    crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, _ ("Both are the same rules file."));
  else if (!g_str_equal (former->id, newer->id))
    crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL,
                      _ ("These are two different sets of criteria, not two versions of one."));
}

static void
add_rules (GPtrArray *blocks, const char *label, const CritRules *rules)
{
  g_autofree char *digest = crit_rules_dup_short_digest (rules);
  /* Translators: %1$s is the title of a rules file, %2$s its id, %3$s its version, %4$s the start of its digest. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s · %2$s %3$s · %4$s"), rules->title, rules->id,
                                           rules->version, digest);

  crit_summary_add (blocks, CRIT_BLOCK_FACT, label, text);
}

static void
add_dates (GPtrArray *blocks, const CritComparison *comparison)
{
  CritDate former = crit_record_get_date (comparison->record);
  CritDate newer = crit_record_get_date (comparison->carried);
  g_autofree char *former_text = crit_date_to_text (former);
  g_autofree char *newer_text = crit_date_to_text (newer);

  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Record date"), former_text);
  if (crit_date_get_first_day (former) != crit_date_get_first_day (newer))
    crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Looked at again on"), newer_text);
}

static void
add_front (GPtrArray *blocks, const CritComparison *comparison)
{
  g_autofree char *notice =
      g_strconcat (crit_notice (), " ",
                   _ ("It holds one record against two rules files; a qualified clinician "
                      "decides. The record stays as it is."),
                   NULL);
  g_autofree char *differences = crit_summary_dup_differences_text (comparison);

  crit_summary_add (blocks, CRIT_BLOCK_TITLE, NULL, get_newer_rules (comparison)->title);
  crit_summary_add (blocks, CRIT_BLOCK_NOTICE, NULL, notice);
  add_notices (blocks, comparison);
  add_relation (blocks, comparison);
  crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, differences);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Reference"), get_reference (comparison));
  add_dates (blocks, comparison);
  add_rules (blocks, _ ("Filled in under"), get_former_rules (comparison));
  add_rules (blocks, _ ("Compared with"), get_newer_rules (comparison));
}

static char *
dup_statuses (const CritComparedCriterion *compared)
{
  if (compared->former == NULL)
    /* Translators: %s is a status, such as "Recorded as met", of a criterion that is new. */
    return g_strdup_printf (_ ("Now: %s"), crit_status_get_label (compared->newer->status));
  if (compared->newer == NULL)
    /* Translators: %s is a status, such as "Recorded as met", of a criterion that is gone. */
    return g_strdup_printf (_ ("Before: %s"), crit_status_get_label (compared->former->status));
  /* Translators: two statuses, such as "Recorded as met". */
  return g_strdup_printf (_ ("Before: %1$s. Now: %2$s"),
                          crit_status_get_label (compared->former->status),
                          crit_status_get_label (compared->newer->status));
}

/* The causes, a line each, and what is recorded. */
static char *
dup_causes (const CritComparedCriterion *compared)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < compared->causes->len; i++)
    {
      const CritCause *cause = g_ptr_array_index (compared->causes, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", cause->sentence);
    }
  if (compared->newer != NULL && compared->newer->reason != NULL)
    g_string_append_printf (text, "\n%s", compared->newer->reason);
  return g_string_free (text, FALSE);
}

static void
add_criterion (GPtrArray *blocks, const CritComparedCriterion *compared)
{
  g_autofree char *statuses = dup_statuses (compared);
  const CritOutcome *outcome = compared->newer != NULL ? compared->newer : compared->former;
  CritBlock *block = crit_summary_add (blocks, CRIT_BLOCK_STATUS, statuses,
                                       crit_compared_criterion_get (compared)->text);

  block->status = outcome->status;
  block->detail = dup_causes (compared);
}

static void
add_differences (GPtrArray *blocks, const CritComparison *comparison)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < comparison->criteria->len; i++)
    {
      const CritComparedCriterion *compared = g_ptr_array_index (comparison->criteria, i);

      if (!crit_compared_criterion_differs (compared))
        continue;
      if (!headed)
        crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, _ ("What differs, and why"));
      headed = TRUE;
      add_criterion (blocks, compared);
    }
}

static void
add_lost (GPtrArray *blocks, const CritComparison *comparison)
{
  if (comparison->lost->len == 0)
    return;
  crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, _ ("Answers that have no place"));
  crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL,
                    _ ("These answers do not fit the other rules, and count as open there."));
  for (guint i = 0; i < comparison->lost->len; i++)
    crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL,
                      ((const CritLostAnswer *) comparison->lost->pdata[i])->sentence);
}

static GPtrArray *
new_footer (const CritComparison *comparison)
{
  GPtrArray *footer = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (footer, g_strdup (crit_notice ()));
  g_ptr_array_add (footer, crit_summary_dup_rules_line (get_former_rules (comparison)));
  g_ptr_array_add (footer, crit_summary_dup_rules_line (get_newer_rules (comparison)));
  return footer;
}

/**
 * crit_summary_dup_differences_text:
 * @comparison: a comparison
 *
 * Returns: (transfer full): how many criteria differ and how many have the same status, translated
 */
char *
crit_summary_dup_differences_text (const CritComparison *comparison)
{
  guint same = 0;
  guint other = 0;
  g_autofree char *differs = NULL;
  g_autofree char *stays = NULL;

  g_return_val_if_fail (comparison != NULL, NULL);

  same = crit_comparison_count_unchanged (comparison);
  other = comparison->criteria->len - same;
  differs = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u criterion differs.", "%u criteria differ.", other), other);
  stays = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The status of %u criterion is the same.",
                                        "The status of %u criteria is the same.", same),
                           same);
  /* Translators: two sentences, one after the other. */
  return g_strdup_printf (_ ("%1$s %2$s"), differs, stays);
}

/**
 * crit_summary_new_for_comparison:
 * @comparison: a comparison
 * @made_at: seconds since 1970, as crit_summary_now() gives them
 *
 * Says in a document what differs under other rules, and why. It is no summary of the record: that is made under its
 * own rules.
 *
 * Returns: (transfer full): a new document, which does not need @comparison any more
 */
CritSummary *
crit_summary_new_for_comparison (const CritComparison *comparison, gint64 made_at)
{
  CritSummary *self = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (comparison != NULL, NULL);

  date = crit_date_to_text (crit_record_get_date (comparison->record));
  self = g_new0 (CritSummary, 1);
  self->title = g_strdup (get_newer_rules (comparison)->title);
  self->heading = g_strdup (_ ("Comparison of criteria"));
  /* Translators: at the head of each page: the reference and the date of the record. */
  self->identity = g_strdup_printf (_ ("%1$s · %2$s"), get_reference (comparison), date);
  self->footer = new_footer (comparison);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_block_free);
  self->language = g_strdup (get_newer_rules (comparison)->language);
  self->made_at = made_at;
  add_front (self->blocks, comparison);
  add_differences (self->blocks, comparison);
  add_lost (self->blocks, comparison);
  return self;
}
