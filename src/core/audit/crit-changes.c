/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-changes.h"

#include "record/crit-carry-over.h"
#include "screening/crit-screen.h"

/* One of the criteria of the tally, in either version; NULL where there is none with a status. */
typedef struct
{
  const CritCriterion *former;
  const CritCriterion *newer;
} Pair;

/**
 * CritChanges:
 * @pairs: of #Pair: one for each criterion of the tally
 * @screener: reads a record under the newer rules
 * @is_wider: whether the newer rules take every answer that the former do, and as the same
 * @statuses: the present record's under the newer rules
 */
struct _CritChanges
{
  CritTally *tally;
  CritRules *former;
  CritRules *newer;
  GArray *pairs;
  CritScreener *screener;
  gboolean is_wider;
  CritStatus *statuses;
  CritCauseFinder *finder;
};

/* --- Whether an answer can be read under the newer rules as well as it can be carried over --- */

static gboolean
takes_options (const CritQuestion *from, const CritQuestion *to)
{
  if (from->type != CRIT_QUESTION_CHOICE)
    return TRUE;
  for (guint i = 0; i < from->options->options->len; i++)
    if (crit_option_set_find (to->options, crit_option_set_get (from->options, i)->code) < 0)
      return FALSE;
  return to->other || !from->other;
}

static gboolean takes_questions (GPtrArray *former, const CritRules *rules, const CritQuestion *to);

static gboolean
takes_all (const CritQuestion *from, const CritQuestion *to)
{
  if (to == NULL || from->type != to->type || g_strcmp0 (from->unit, to->unit) != 0)
    return FALSE;
  if (to->minimum > from->minimum || to->maximum < from->maximum)
    return FALSE;
  if (from->ongoing && !to->ongoing)
    return FALSE;
  return takes_options (from, to)
         && (from->fields == NULL || takes_questions (from->fields, NULL, to));
}

/* The questions of either rules, or of a list. */
static gboolean
takes_questions (GPtrArray *former, const CritRules *rules, const CritQuestion *list)
{
  for (guint i = 0; i < former->len; i++)
    {
      const CritQuestion *from = g_ptr_array_index (former, i);
      const CritQuestion *to = list != NULL ? crit_question_find_field (list, from->id)
                                            : crit_rules_find_question (rules, from->id);

      if (!takes_all (from, to))
        return FALSE;
    }
  return TRUE;
}

/* --- Making one --- */

static const CritCriterion *
find_with_status (const CritRules *rules, const char *id)
{
  const CritCriterion *criterion = crit_rules_find_criterion (rules, id);

  return criterion != NULL && criterion->kind != CRIT_KIND_NOTE ? criterion : NULL;
}

static GArray *
pair_up (const CritTally *tally, const CritRules *former, const CritRules *newer)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < tally->changes->len; i++)
    {
      const CritTalliedChange *change = g_ptr_array_index (tally->changes, i);
      Pair pair = { find_with_status (former, change->id), find_with_status (newer, change->id) };

      g_array_append_val (pairs, pair);
    }
  return pairs;
}

/**
 * crit_changes_new:
 * @tally: a tally under both rules; borrowed
 * @former: the rules that the records were filled in under; borrowed
 * @newer: the compiled other rules; borrowed
 *
 * Returns: (transfer full): what counts changes into @tally
 */
CritChanges *
crit_changes_new (CritTally *tally, CritRules *former, CritProgram *newer)
{
  CritChanges *self = NULL;

  g_return_val_if_fail (tally != NULL && former != NULL && newer != NULL, NULL);

  self = g_new0 (CritChanges, 1);
  self->tally = tally;
  self->former = former;
  self->newer = crit_program_get_rules (newer);
  self->pairs = pair_up (tally, former, self->newer);
  self->screener = crit_screener_new (newer);
  self->is_wider = takes_questions (former->questions, self->newer, NULL);
  self->statuses = g_new0 (CritStatus, self->newer->criteria->len + 1);
  return self;
}

/**
 * crit_changes_free:
 * @self: (nullable) (transfer full): what counts changes
 *
 * Frees it.
 */
void
crit_changes_free (CritChanges *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pairs);
  crit_screener_free (self->screener);
  crit_cause_finder_free (self->finder);
  g_free (self->statuses);
  g_free (self);
}

/* --- The statuses under the newer rules --- */

static void
screen_carried (CritChanges *self, CritScreener *former)
{
  CritAnswer *answers =
      crit_answers_carry_over (self->former, crit_screener_get_answers (former), self->newer, NULL);
  CritWorld world = { 0 };
  gboolean imprecise = FALSE;

  crit_world_init (&world, answers, crit_date_get_last_day (crit_screener_get_date (former)));
  for (guint i = 0; i < self->newer->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (self->newer->criteria, i);

      if (criterion->kind != CRIT_KIND_NOTE)
        self->statuses[i] = crit_screen_status (&world, criterion, &imprecise);
    }
  crit_world_clear (&world);
  crit_answers_free (self->newer, answers);
}

/* Reading the text once more is faster than carrying over, where it comes to the same. It may not: a record that carries the
   former rules cannot be read under others. */
static const CritStatus *
screen (CritChanges *self, CritScreener *former, const char *text, gsize length)
{
  g_autoptr (GPtrArray) findings = self->is_wider ? crit_findings_new () : NULL;

  if (self->is_wider && crit_screener_screen (self->screener, text, length, findings))
    return crit_screener_get_statuses (self->screener);
  screen_carried (self, former);
  return self->statuses;
}

/* --- Counting --- */

static void
count_reason (CritChanges *self, CritScreener *former, guint index, CritStatus from, CritStatus to)
{
  const CritTalliedChange *change = g_ptr_array_index (self->tally->changes, index);
  const CritDate date = crit_screener_get_date (former);
  g_autoptr (GPtrArray) causes = NULL;

  if (self->finder == NULL)
    self->finder = crit_cause_finder_new (self->former, self->newer);
  causes = crit_cause_finder_find (self->finder, crit_screener_get_answers (former), date, date,
                                   change->id, from);
  crit_tally_add_reason (self->tally, index, from, to, causes, 1);
}

/**
 * crit_changes_count:
 * @self: what counts changes
 * @former: a screener with a record, under the former rules
 * @text: (array length=length): the record
 * @length: its length in bytes
 *
 * Counts how the record reads under the newer rules. Causes are looked for where a status is another, and only there.
 */
void
crit_changes_count (CritChanges *self, CritScreener *former, const char *text, gsize length)
{
  const CritStatus *before = crit_screener_get_statuses (former);
  const CritStatus *after = screen (self, former, text, length);
  gboolean any = FALSE;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      CritTalliedChange *change = g_ptr_array_index (self->tally->changes, i);
      CritStatus from = pair->former != NULL ? before[pair->former->index] : CRIT_STATUS_NONE;
      CritStatus to = pair->newer != NULL ? after[pair->newer->index] : CRIT_STATUS_NONE;

      change->moves[from][to]++;
      if (pair->former == NULL || pair->newer == NULL || from == to)
        continue;
      any = TRUE;
      count_reason (self, former, i, from, to);
    }
  self->tally->n_changed += any ? 1 : 0;
}
