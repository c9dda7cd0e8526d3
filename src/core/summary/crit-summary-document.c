/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary-private.h"

#include "json/crit-text.h"
#include "record/crit-bidi.h"
#include "record/crit-record-file.h"
#include "screening/crit-cases.h"
#include "summary/crit-rules-notices.h"

#include <glib/gi18n-lib.h>

/* Digits of a digest that stand at the foot of each page. */
#define SHORT_DIGEST 12

/**
 * Facts:
 * @notices: of char: sentences that must stand wherever the rules are used
 * @record_digest: SHA-256 of the answers
 * @made: when the summary was made, in words
 *
 * What is worked out once and said in more than one place.
 */
typedef struct
{
  CritRecord *record;
  const CritRules *rules;
  GPtrArray *notices;
  guint n_passed;
  char *record_date;
  char *record_digest;
  char *made;
} Facts;

static void
clear_facts (Facts *facts)
{
  g_ptr_array_unref (facts->notices);
  g_free (facts->record_date);
  g_free (facts->record_digest);
  g_free (facts->made);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, clear_facts)

static CritDate
get_date (GDateTime *time)
{
  return (CritDate){ .year = g_date_time_get_year (time),
                     .month = g_date_time_get_month (time),
                     .day = g_date_time_get_day_of_month (time) };
}

static char *
dup_time_text (GDateTime *time)
{
  g_autofree char *date = crit_date_to_text (get_date (time));
  g_autofree char *clock = g_date_time_format (time, "%H:%M %Z");

  /* Translators: %1$s is a date, %2$s a time of day with its time zone. */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, clock);
}

static guint
count_passed (CritRules *rules)
{
  g_autoptr (GPtrArray) results = crit_cases_run (rules, NULL);

  return crit_cases_count_passed (results);
}

static void
gather_facts (Facts *facts, CritRecord *record, gint64 made_at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (made_at);

  facts->record = record;
  facts->rules = crit_record_get_rules (record);
  facts->n_passed = count_passed (crit_record_get_rules (record));
  facts->notices = crit_rules_notices_new (facts->rules, get_date (time), facts->n_passed);
  if (crit_record_get_warning (record) != NULL)
    g_ptr_array_insert (facts->notices, 0, g_strdup (crit_record_get_warning (record)));
  facts->record_date = crit_date_to_text (crit_record_get_date (record));
  facts->record_digest = crit_record_dup_answers_digest (record);
  facts->made = dup_time_text (time);
}

/**
 * crit_summary_add:
 * @blocks: where it goes
 * @kind: what it is
 * @label: (nullable): its label
 * @text: (nullable): its text
 *
 * Adds a block to a summary that is being made.
 *
 * Returns: (transfer none): the block, so that its other fields can be set
 */
CritBlock *
crit_summary_add (GPtrArray *blocks, CritBlockKind kind, const char *label, const char *text)
{
  CritBlock *block = crit_block_new (kind, label, text);

  g_ptr_array_add (blocks, block);
  return block;
}

static const char *
get_reference (const Facts *facts)
{
  const char *reference = crit_record_get_reference (facts->record);

  return reference != NULL && *reference != '\0' ? reference : _ ("No reference");
}

static const char *
get_completed_by (const Facts *facts)
{
  const char *name = crit_record_get_completed_by (facts->record);

  return name != NULL && *name != '\0' ? name : _ ("Not recorded");
}

static void
add_front (GPtrArray *blocks, const Facts *facts, CritScreening *screening)
{
  g_autofree char *notice =
      g_strconcat (crit_notice (), " ",
                   _ ("It shows what was recorded against published criteria; "
                      "a qualified clinician decides."),
                   NULL);

  crit_summary_add (blocks, CRIT_BLOCK_TITLE, NULL, facts->rules->title);
  crit_summary_add (blocks, CRIT_BLOCK_NOTICE, NULL, notice);
  for (guint i = 0; i < facts->notices->len; i++)
    crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, facts->notices->pdata[i]);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Reference"), get_reference (facts));
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Record date"), facts->record_date);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Completed by"), get_completed_by (facts));
  crit_summary_add_counts (blocks, screening);
}

/* Before the criteria and no part of them: it is true whatever they say. */
static void
add_urgent (GPtrArray *blocks, const CritUrgent *urgent)
{
  if (urgent->title == NULL)
    return;
  crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, urgent->title);
  crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, urgent->text);
}

static void
add_signature (GPtrArray *blocks)
{
  crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, _ ("Signed"));
  crit_summary_add (blocks, CRIT_BLOCK_SIGNATURE, _ ("Name"), NULL);
  crit_summary_add (blocks, CRIT_BLOCK_SIGNATURE, _ ("Role"), NULL);
  crit_summary_add (blocks, CRIT_BLOCK_SIGNATURE, _ ("Signature"), NULL);
  crit_summary_add (blocks, CRIT_BLOCK_SIGNATURE, _ ("Date"), NULL);
}

/* What a reader needs to find the same rules and the same answers again. */
static void
add_colophon (GPtrArray *blocks, const Facts *facts)
{
  const CritRules *rules = facts->rules;
  g_autofree char *digest = crit_summary_dup_digest_text (facts->record_digest, G_MAXSIZE);

  crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, _ ("About this summary"));
  if (rules->about != NULL)
    crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, rules->about);
  crit_summary_add_facts_of_rules (blocks, rules, facts->n_passed);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Digest of the record"), digest);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Made"), facts->made);
  crit_summary_add (blocks, CRIT_BLOCK_FACT, _ ("Made with"), "Criteria " VERSION);
}

static GPtrArray *
new_blocks (const Facts *facts, CritScreening *screening)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_block_free);

  add_front (blocks, facts, screening);
  add_urgent (blocks, &facts->rules->urgent);
  crit_summary_add_criteria (blocks, screening);
  crit_summary_add_open (blocks, facts->record, screening);
  crit_summary_add_answers (blocks, facts->record, screening);
  crit_summary_add_timelines (blocks, facts->record, screening);
  crit_summary_add_sources (blocks, facts->rules);
  add_signature (blocks);
  add_colophon (blocks, facts);
  return blocks;
}

/* The line at the foot of each page that says under which rules it was made. */
char *
crit_summary_dup_rules_line (const CritRules *rules)
{
  g_autofree char *review = NULL;

  if (!crit_date_is_set (rules->review_by))
    /* Translators: at the foot of each page: title, id and version of the rules file. */
    return crit_bidi_fill (_ ("%1$s · %2$s %3$s · no review date"), rules->title, rules->id,
                           rules->version);
  review = crit_date_to_text (rules->review_by);
  /* Translators: at the foot of each page: title, id and version of the rules file, and its review date. */
  return crit_bidi_fill (_ ("%1$s · %2$s %3$s · review by %4$s"), rules->title, rules->id,
                         rules->version, review);
}

/**
 * crit_summary_dup_short_digest:
 * @digest: a digest in hexadecimal digits
 *
 * Returns: (transfer full): its beginning, as it stands at the foot of each page: "90b1 5e2c 04aa"
 */
char *
crit_summary_dup_short_digest (const char *digest)
{
  g_return_val_if_fail (digest != NULL, NULL);

  return crit_summary_dup_digest_text (digest, SHORT_DIGEST);
}

static char *
dup_digests_line (const Facts *facts)
{
  g_autofree char *rules = crit_summary_dup_short_digest (crit_rules_get_digest (facts->rules));
  g_autofree char *record = crit_summary_dup_short_digest (facts->record_digest);

  /* Translators: at the foot of each page: the digests of the rules and of the record, how many of the cases in the
   * rules file pass, of how many, when the page was made, and the program's version. */
  return g_strdup_printf (
      _ ("rules %1$s · record %2$s · cases %3$u/%4$u · made %5$s · Criteria %6$s"), rules, record,
      facts->n_passed, facts->rules->cases->len, facts->made, VERSION);
}

static char *
dup_notices_line (GPtrArray *notices)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < notices->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " " : "", (const char *) notices->pdata[i]);
  return g_string_free (line, FALSE);
}

static GPtrArray *
new_footer (const Facts *facts)
{
  GPtrArray *footer = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (footer, g_strdup (crit_notice ()));
  if (facts->notices->len > 0)
    g_ptr_array_add (footer, dup_notices_line (facts->notices));
  g_ptr_array_add (footer, crit_summary_dup_rules_line (facts->rules));
  g_ptr_array_add (footer, dup_digests_line (facts));
  return footer;
}

/**
 * crit_summary_new:
 * @record: a record
 * @screening: the screening of @record as it stands now
 * @made_at: seconds since 1970, as crit_summary_now() gives them
 *
 * Says in a document what a screening found: every criterion with its status, reason and sources, what is still open,
 * and every answer. It adds nothing up to a verdict. The cases of the rules file are run, since the page says how many
 * pass.
 *
 * Returns: (transfer full): a new summary, which needs neither @record nor @screening any more
 */
CritSummary *
crit_summary_new (CritRecord *record, CritScreening *screening, gint64 made_at)
{
  CritSummary *self = NULL;
  g_auto (Facts) facts = { 0 };

  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);
  g_return_val_if_fail (screening != NULL, NULL);

  gather_facts (&facts, record, made_at);
  self = g_new0 (CritSummary, 1);
  self->title = g_strdup (facts.rules->title);
  self->heading = g_strdup (_ ("Checklist summary"));
  /* Translators: at the head of each page: the reference and the date of the record. */
  self->identity = crit_bidi_fill (_ ("%1$s · %2$s"), get_reference (&facts), facts.record_date);
  self->footer = new_footer (&facts);
  self->blocks = new_blocks (&facts, screening);
  self->language = g_strdup (facts.rules->language != NULL ? facts.rules->language : "en-GB");
  self->mirrored = crit_text_language_is_right_to_left (self->language)
                   || crit_text_is_right_to_left (self->title);
  self->made_at = made_at;
  return self;
}
