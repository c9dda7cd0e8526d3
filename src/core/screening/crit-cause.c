/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-cause.h"

#include "record/crit-carry-over.h"
#include "screening/crit-screen.h"
#include "screening/crit-weave.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Up to this many differences each is undone by itself; more are halved until those that count are found. */
#define MOST_SINGLE 256

/**
 * Search:
 * @undone: one for each amendment of @weave, and the last for the date: whether it is as it was
 * @n: how many there are
 */
typedef struct
{
  CritRecord *record;
  CritDate date;
  CritWeave weave;
  CritStatus former_status;
  gboolean *undone;
  guint n;
} Search;

static const char *const codes[] = {
  [CRIT_CAUSE_RULE_CHANGED] = "rule-changed",
  [CRIT_CAUSE_BOUND_CHANGED] = "bound-changed",
  [CRIT_CAUSE_QUESTION_NEW] = "question-new",
  [CRIT_CAUSE_QUESTION_REMOVED] = "question-removed",
  [CRIT_CAUSE_QUESTION_CHANGED] = "question-changed",
  [CRIT_CAUSE_OPTION_NEW] = "option-new",
  [CRIT_CAUSE_OPTION_GONE] = "option-gone",
  [CRIT_CAUSE_OPTION_CHANGED] = "option-changed",
  [CRIT_CAUSE_LIMIT_CHANGED] = "limit-changed",
  [CRIT_CAUSE_APPLIES_CHANGED] = "applies-when-changed",
  [CRIT_CAUSE_SHOWN_CHANGED] = "shown-when-changed",
  [CRIT_CAUSE_KIND_CHANGED] = "kind-changed",
  [CRIT_CAUSE_CRITERION_NEW] = "criterion-new",
  [CRIT_CAUSE_CRITERION_REMOVED] = "criterion-removed",
  [CRIT_CAUSE_DATE_PASSED] = "date-passed",
};

/**
 * crit_cause_get_code:
 * @kind: a kind of cause
 *
 * Returns: the word that stands for it in files and on the command line, never translated
 */
const char *
crit_cause_get_code (CritCauseKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (codes), NULL);

  return codes[kind];
}

/**
 * crit_cause_new_take:
 * @kind: what kind it is
 * @sentence: (transfer full): what changed
 *
 * Returns: (transfer full): a cause
 */
CritCause *
crit_cause_new_take (CritCauseKind kind, char *sentence)
{
  CritCause *self = g_new0 (CritCause, 1);

  *self = (CritCause){ kind, sentence };
  return self;
}

/**
 * crit_cause_free:
 * @self: (transfer full): a cause
 */
void
crit_cause_free (CritCause *self)
{
  g_free (self->sentence);
  g_free (self);
}

static gboolean *
get_undone_date (Search *self)
{
  return &self->undone[self->n - 1];
}

/* What the criterion comes to on the day that is now looked at. */
static CritStatus
screen (Search *self, CritRules *rules)
{
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();
  g_autoptr (CritRecord) record = crit_record_carry_over (self->record, rules, lost);
  CritDate date = *get_undone_date (self) ? crit_record_get_date (self->record) : self->date;
  CritWorld world = { 0 };
  gboolean imprecise = FALSE;
  CritStatus status = CRIT_STATUS_NONE;

  crit_world_init (&world, crit_record_get_answers (record), crit_date_get_last_day (date));
  status = crit_screen_status (&world, crit_rules_find_criterion (rules, self->weave.criterion_id),
                               &imprecise);
  crit_world_clear (&world);
  return status;
}

/* Whether the status is as it was. What cannot be undone without something else brings nothing back. */
static gboolean
goes_back (Search *self)
{
  g_autoptr (CritRules) rules = crit_weave_load (&self->weave, self->undone);

  return rules != NULL && screen (self, rules) == self->former_status;
}

static void
set (Search *self, guint from, guint to, gboolean undone)
{
  for (guint i = from; i < to; i++)
    self->undone[i] = undone;
}

/* Of what each alone brings the status back, all: the change took every one of these. */
static gboolean
try_each_alone (Search *self)
{
  g_autofree gboolean *found = g_new0 (gboolean, self->n);
  gboolean any = FALSE;

  for (guint i = 0; i < self->n && self->n <= MOST_SINGLE; i++)
    {
      set (self, 0, self->n, FALSE);
      self->undone[i] = TRUE;
      found[i] = goes_back (self);
      any = any || found[i];
    }
  memcpy (self->undone, found, self->n * sizeof *found);
  return any;
}

/* Leaves of a range only that undone which has to be, so that the status goes back. */
static void
reduce (Search *self, guint from, guint to)
{
  g_autofree gboolean *before = g_memdup2 (self->undone, self->n * sizeof *before);

  set (self, from, to, FALSE);
  if (goes_back (self))
    return;
  memcpy (self->undone, before, self->n * sizeof *before);
  if (to - from < 2)
    return;
  reduce (self, from, (from + to) / 2);
  reduce (self, (from + to) / 2, to);
}

/* Where each would have been enough, they have to be undone together. All of them at once bring the status back, unless
   something could not be found out exactly. */
static void
find (Search *self)
{
  if (try_each_alone (self))
    return;
  set (self, 0, self->n, TRUE);
  if (goes_back (self))
    reduce (self, 0, self->n);
  else
    set (self, 0, self->n, FALSE);
}

static CritCause *
make_cause (Search *self, guint index)
{
  const CritAmendment *amendment = &g_array_index (self->weave.amendments, CritAmendment, index);

  return crit_cause_new_take (
      crit_amendment_get_cause (amendment, self->weave.former, self->weave.newer),
      crit_amendment_to_text (amendment, self->weave.former, self->weave.newer));
}

static CritCause *
make_cause_of_date (Search *self)
{
  g_autofree char *former = crit_date_to_text (crit_record_get_date (self->record));
  g_autofree char *newer = crit_date_to_text (self->date);

  /* Translators: %1$s is the date of a record, %2$s a later day on which it is looked at again. */
  return crit_cause_new_take (
      CRIT_CAUSE_DATE_PASSED,
      g_strdup_printf (_ ("Time has passed from %1$s to %2$s."), former, newer));
}

static GPtrArray *
make_causes (Search *self)
{
  GPtrArray *causes = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_cause_free);

  for (guint i = 0; i + 1 < self->n; i++)
    if (self->undone[i])
      g_ptr_array_add (causes, make_cause (self, i));
  if (*get_undone_date (self))
    g_ptr_array_add (causes, make_cause_of_date (self));
  return causes;
}

/**
 * crit_causes_find:
 * @record: a record under the former rules
 * @date: the day on which it is looked at under the newer rules; a whole date
 * @former: the rules of @record
 * @newer: other rules
 * @criterion_id: a criterion that is in both, and no note in either
 * @former_status: its status under the former rules on the date of the record; another than under the newer ones
 *
 * Finds out why a status differs, by trying: of the differences between the two versions on which the criterion can
 * depend, and of the date, those are causes without which the status is as it was. Where several must be undone
 * together, none of them can be left out.
 *
 * Returns: (transfer full) (element-type CritCause): the causes; none where they could not be found out exactly
 */
GPtrArray *
crit_causes_find (CritRecord *record,
                  CritDate date,
                  CritRulesIndex *former,
                  CritRulesIndex *newer,
                  const char *criterion_id,
                  CritStatus former_status)
{
  Search self = { .record = record, .date = date, .former_status = former_status };
  GPtrArray *causes = NULL;

  crit_weave_init (&self.weave, former, newer, criterion_id);
  self.n = self.weave.amendments->len + 1;
  self.undone = g_new0 (gboolean, self.n);
  find (&self);
  causes = make_causes (&self);
  g_free (self.undone);
  crit_weave_clear (&self.weave);
  return causes;
}
