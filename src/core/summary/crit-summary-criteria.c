/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary-private.h"

#include "record/crit-bidi.h"

#include <glib/gi18n-lib.h>

/* The heading of each kind of criterion, in the order of the page. */
static const struct
{
  CritKind kind;
  const char *heading;
} kinds[] = {
  { CRIT_KIND_REQUIREMENT, N_ ("Requirements") },
  { CRIT_KIND_CAUTION, N_ ("Points to discuss") },
  { CRIT_KIND_NOTE, N_ ("Notes") },
};

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint *left = a;
  const guint *right = b;

  return (*left > *right) - (*left < *right);
}

/* Each once, in order. */
static void
tidy_numbers (GArray *numbers)
{
  guint n_kept = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      if (n_kept == 0 || g_array_index (numbers, guint, n_kept - 1) != number)
        g_array_index (numbers, guint, n_kept++) = number;
    }
  g_array_set_size (numbers, n_kept);
}

/* "1,2", every number a link. */
static void
append_numbers (GString *text,
                GArray *links,
                CritBlockKind target,
                GArray *numbers,
                const char *separator)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      if (i > 0)
        g_string_append (text, separator);
      crit_links_append (links, text, target, g_array_index (numbers, guint, i));
    }
}

static char *
dup_source_numbers (const CritCriterion *criterion, GArray *links)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *text = NULL;

  if (criterion->n_citations == 0)
    return NULL;
  for (guint i = 0; i < criterion->n_citations; i++)
    {
      const CritCitation *citation = &criterion->citations[i];

      g_array_append_val (numbers, citation->source->number);
    }
  tidy_numbers (numbers);
  text = g_string_new ("[");
  append_numbers (text, links, CRIT_BLOCK_SOURCE, numbers, ",");
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
collect_answers (GArray *numbers, GArray *places)
{
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      guint number = crit_summary_get_number (g_array_index (places, CritPlace, i).question);

      g_array_append_val (numbers, number);
    }
}

/* The reason, and the numbers of the answers that it comes from: whoever holds the page can look them up. */
static char *
dup_reason (const CritOutcome *outcome, GArray *links)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *text = g_string_new (outcome->reason);
  g_auto (GStrv) parts = NULL;

  collect_answers (numbers, outcome->deciding);
  collect_answers (numbers, outcome->open);
  tidy_numbers (numbers);
  if (numbers->len == 0)
    return g_string_free (text, FALSE);

  /* Translators: %s is one or more numbers of answers on the printed page, such as "4, 5". */
  parts = g_strsplit (g_dngettext (GETTEXT_PACKAGE, "(answer %s)", "(answers %s)", numbers->len),
                      "%s", 2);
  g_string_append_printf (text, " %s", parts[0]);
  append_numbers (text, links, CRIT_BLOCK_ANSWER, numbers, ", ");
  g_string_append (text, parts[1] != NULL ? parts[1] : "");
  return g_string_free (text, FALSE);
}

static void
add_criterion (GPtrArray *blocks, const CritOutcome *outcome)
{
  const CritCriterion *criterion = outcome->criterion;
  CritBlock *block = NULL;

  if (criterion->kind == CRIT_KIND_NOTE)
    {
      block = crit_summary_add (blocks, CRIT_BLOCK_NOTE, NULL, criterion->text);
      block->detail = g_strdup (criterion->help);
    }
  else
    {
      block = crit_summary_add (blocks, CRIT_BLOCK_STATUS, crit_status_get_label (outcome->status),
                                criterion->text);
      block->status = outcome->status;
      block->detail = dup_reason (outcome, block->detail_links);
    }
  block->aside = dup_source_numbers (criterion, block->aside_links);
}

/* A page that says nothing of a note says that it does not apply; of anything else that has to be said. */
static gboolean
is_left_out (const CritOutcome *outcome)
{
  return outcome->criterion->kind == CRIT_KIND_NOTE
         && outcome->status == CRIT_STATUS_NOT_APPLICABLE;
}

static void
add_kind (GPtrArray *blocks, CritScreening *screening, CritKind kind, const char *heading)
{
  const CritRules *rules = crit_screening_get_rules (screening);
  gboolean headed = FALSE;

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritOutcome *outcome =
          crit_screening_get_outcome (screening, rules->criteria->pdata[i]);

      if (outcome->criterion->kind != kind || is_left_out (outcome))
        continue;
      if (!headed)
        crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, heading);
      headed = TRUE;
      add_criterion (blocks, outcome);
    }
}

/**
 * crit_summary_add_criteria:
 * @blocks: where they go
 * @screening: a screening
 *
 * Adds every criterion with its status, reason and the numbers of its sources: requirements, points to discuss, notes. A
 * note that does not apply is left out.
 */
void
crit_summary_add_criteria (GPtrArray *blocks, CritScreening *screening)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (blocks, screening, kinds[i].kind, _ (kinds[i].heading));
}

static char *
dup_day (CritDate date)
{
  return crit_date_is_set (date) ? crit_date_to_text (date) : NULL;
}

/* @part: (transfer full) (nullable) */
static void
take (GPtrArray *parts, char *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

static char *
dup_citation_text (const CritCitation *citation)
{
  const char *certainty = crit_certainty_get_label (citation->certainty);

  if (citation->place == NULL)
    return g_strdup (certainty);
  /* Translators: a place in a source, and how sure we are that it says what a criterion says:
   * "Patient selection: Checked against the source". */
  return crit_bidi_fill (_ ("%1$s: %2$s"), citation->place, certainty);
}

/* The places that are cited of a source, each once, with how sure we are of it. */
static void
append_places (GString *text, const CritRules *rules, const CritSource *source)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = rules->criteria->pdata[i];

      for (guint j = 0; j < criterion->n_citations; j++)
        {
          const CritCitation *citation = &criterion->citations[j];
          char *place = NULL;

          if (citation->source != source)
            continue;
          place = dup_citation_text (citation);
          if (!g_hash_table_contains (seen, place))
            g_string_append_printf (text, "\n%s", place);
          g_hash_table_add (seen, place);
        }
    }
}

/* Who published it, what it is, and when it was published and looked at. */
static char *
dup_origin (const CritSource *source)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *published = dup_day (source->published);
  g_autofree char *retrieved = dup_day (source->retrieved);

  take (parts, g_strdup (source->publisher));
  take (parts, g_strdup (source->origin));
  /* Translators: %s is the date on which a source was published. */
  take (parts, published != NULL ? g_strdup_printf (_ ("published %s"), published) : NULL);
  /* Translators: %s is the date on which somebody last looked at a source. */
  take (parts, retrieved != NULL ? g_strdup_printf (_ ("last checked %s"), retrieved) : NULL);
  return crit_bidi_join (" · ", (const char *const *) parts->pdata, parts->len);
}

static char *
dup_source_detail (const CritRules *rules, const CritSource *source)
{
  g_autofree char *origin = dup_origin (source);
  GString *text = g_string_new (origin);

  append_places (text, rules, source);
  if (source->url != NULL)
    g_string_append_printf (text, "\n%s", source->url);
  if (text->len > 0 && *text->str == '\n')
    g_string_erase (text, 0, 1);
  return g_string_free (text, FALSE);
}

/**
 * crit_summary_add_sources:
 * @blocks: where they go
 * @rules: rules
 *
 * Adds the numbered sources of the rules, each with what is cited of it, how sure we are and when it was last checked.
 */
void
crit_summary_add_sources (GPtrArray *blocks, const CritRules *rules)
{
  if (rules->sources->len > 0)
    crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, _ ("Sources"));

  for (guint i = 0; i < rules->sources->len; i++)
    {
      const CritSource *source = rules->sources->pdata[i];
      g_autofree char *number = g_strdup_printf ("[%u]", source->number);
      CritBlock *block = crit_summary_add (blocks, CRIT_BLOCK_SOURCE, number, source->title);

      block->number = source->number;
      block->detail = dup_source_detail (rules, source);
    }
}
