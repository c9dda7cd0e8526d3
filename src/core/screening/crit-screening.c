/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-screening.h"

#include "screening/crit-readers.h"
#include "screening/crit-reason.h"
#include "screening/crit-screen.h"
#include "screening/crit-shown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CritScreening:
 * @readers: (nullable): made with the first update and shared by all that follow
 * @outcomes: of #CritOutcome, by criterion
 * @counts: how many criteria of which kind have which status
 */
struct _CritScreening
{
  CritRules *rules;
  CritAnswer *answers;
  CritDay today;
  CritReaders *readers;
  GPtrArray *outcomes;
  guint counts[CRIT_KIND_NOTE + 1][CRIT_STATUS_NOT_APPLICABLE + 1];
};

G_DEFINE_BOXED_TYPE (CritScreening, crit_screening, crit_screening_ref, crit_screening_unref)

static CritScreening *
new_for (CritRecord *record)
{
  CritScreening *self = g_atomic_rc_box_new0 (CritScreening);

  self->rules = crit_rules_ref (crit_record_get_rules (record));
  self->answers = crit_answers_copy (self->rules, crit_record_get_answers (record));
  self->today = crit_date_get_last_day (crit_record_get_date (record));
  self->outcomes =
      g_ptr_array_new_full (self->rules->criteria->len, (GDestroyNotify) crit_outcome_unref);
  return self;
}

static void
count (CritScreening *self, const CritOutcome *outcome, int by)
{
  self->counts[outcome->criterion->kind][outcome->status] += by;
}

static void
screen_all (CritScreening *self)
{
  CritWorld world = { 0 };

  crit_world_init (&world, self->answers, self->today);
  for (guint i = 0; i < self->rules->criteria->len; i++)
    {
      CritOutcome *outcome = crit_screen_criterion (&world, self->rules->criteria->pdata[i]);

      g_ptr_array_add (self->outcomes, outcome);
      count (self, outcome, 1);
    }
  crit_world_clear (&world);
}

/**
 * crit_screening_new:
 * @record: a record with a whole date
 *
 * Screens a record as it is now. Later changes of the record do not change the screening.
 *
 * Returns: (transfer full): the screening
 */
CritScreening *
crit_screening_new (CritRecord *record)
{
  CritScreening *self = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);
  g_return_val_if_fail (crit_date_is_set (crit_record_get_date (record)), NULL);

  self = new_for (record);
  screen_all (self);
  return self;
}

static void
share_outcomes (CritScreening *self, CritScreening *former)
{
  for (guint i = 0; i < former->outcomes->len; i++)
    g_ptr_array_add (self->outcomes, crit_outcome_ref (former->outcomes->pdata[i]));
  memcpy (self->counts, former->counts, sizeof self->counts);
}

static void
screen_readers (CritScreening *self, const CritQuestion *changed)
{
  const GArray *readers = crit_readers_get (self->readers, changed);
  CritWorld world = { 0 };

  crit_world_init (&world, self->answers, self->today);
  for (guint i = 0; i < readers->len; i++)
    {
      gpointer *outcome = &self->outcomes->pdata[g_array_index (readers, guint, i)];
      CritOutcome *newer = crit_screen_criterion (&world, ((CritOutcome *) *outcome)->criterion);

      count (self, *outcome, -1);
      count (self, newer, 1);
      crit_outcome_unref (*outcome);
      *outcome = newer;
    }
  crit_world_clear (&world);
}

/**
 * crit_screening_update:
 * @self: a screening of @record as it was
 * @record: the record
 * @changed: (nullable): the top-level question whose answer alone has changed since; NULL where anything else has
 *
 * Screens a record again: only those criteria that read what changed. It comes to the same as crit_screening_new().
 *
 * Returns: (transfer full): the screening of the record as it is now
 */
CritScreening *
crit_screening_update (CritScreening *self, CritRecord *record, const CritQuestion *changed)
{
  CritScreening *newer = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (CRIT_IS_RECORD (record), NULL);

  if (changed == NULL || crit_record_get_rules (record) != self->rules
      || crit_date_get_last_day (crit_record_get_date (record)) != self->today)
    return crit_screening_new (record);

  if (self->readers == NULL)
    self->readers = crit_readers_new (self->rules);
  newer = new_for (record);
  newer->readers = crit_readers_ref (self->readers);
  share_outcomes (newer, self);
  screen_readers (newer, changed);
  return newer;
}

/**
 * crit_screening_ref:
 * @self: a screening
 *
 * Returns: (transfer full): the same screening
 */
CritScreening *
crit_screening_ref (CritScreening *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (CritScreening *self)
{
  g_ptr_array_unref (self->outcomes);
  g_clear_pointer (&self->readers, crit_readers_unref);
  crit_answers_free (self->rules, self->answers);
  crit_rules_unref (self->rules);
}

/**
 * crit_screening_unref:
 * @self: (transfer full): a screening
 *
 * Gives up a reference.
 */
void
crit_screening_unref (CritScreening *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * crit_screening_get_rules:
 * @self: a screening
 *
 * Returns: the rules it was made under
 */
CritRules *
crit_screening_get_rules (CritScreening *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rules;
}

/**
 * crit_screening_get_outcome:
 * @self: a screening
 * @criterion: a criterion of its rules
 *
 * Returns: what the answers say about the criterion
 */
const CritOutcome *
crit_screening_get_outcome (CritScreening *self, const CritCriterion *criterion)
{
  g_return_val_if_fail (self != NULL && criterion != NULL, NULL);
  g_return_val_if_fail (criterion->index < self->outcomes->len, NULL);

  return self->outcomes->pdata[criterion->index];
}

/**
 * crit_screening_count:
 * @self: a screening
 * @kind: a kind of criterion
 * @status: a status
 *
 * Returns: how many criteria of that kind have that status
 */
guint
crit_screening_count (CritScreening *self, CritKind kind, CritStatus status)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->counts[kind][status];
}

static char *
dup_requirements_text (CritScreening *self)
{
  guint met = crit_screening_count (self, CRIT_KIND_REQUIREMENT, CRIT_STATUS_MET);
  guint not_met = crit_screening_count (self, CRIT_KIND_REQUIREMENT, CRIT_STATUS_NOT_MET);
  guint unknown = crit_screening_count (self, CRIT_KIND_REQUIREMENT, CRIT_STATUS_UNKNOWN);

  /* Translators: how many requirements have which status. */
  return g_strdup_printf (_ ("%1$u recorded as met, %2$u not met, %3$u not known yet."), met,
                          not_met, unknown);
}

/**
 * crit_screening_dup_counts_text:
 * @self: a screening
 *
 * Says how many requirements are recorded as what, and how many points there are to discuss. It is a list of what is
 * there, never a score: nothing is added up or set against a total.
 *
 * Returns: (transfer full): the counts in words, translated
 */
char *
crit_screening_dup_counts_text (CritScreening *self)
{
  g_autofree char *requirements = NULL;
  g_autofree char *points = NULL;
  guint present = 0;

  g_return_val_if_fail (self != NULL, NULL);

  requirements = dup_requirements_text (self);
  present = crit_screening_count (self, CRIT_KIND_CAUTION, CRIT_STATUS_PRESENT);
  if (present == 0)
    return g_steal_pointer (&requirements);

  points = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u point to discuss.", "%u points to discuss.", present),
      present);
  /* Translators: two sentences, one after the other. */
  return g_strdup_printf (_ ("%1$s %2$s"), requirements, points);
}

/**
 * crit_screening_dup_open_text:
 * @self: a screening
 * @place: something that is open or unknown
 *
 * Says what is open as reasons do, but of one place alone: for a link that leads there.
 *
 * Returns: (transfer full): such as "Referred by (awaiting a result)", translated
 */
char *
crit_screening_dup_open_text (CritScreening *self, const CritPlace *place)
{
  g_return_val_if_fail (self != NULL && place != NULL, NULL);
  return crit_reason_of_place (self->answers, place);
}

/**
 * crit_screening_is_shown:
 * @self: a screening
 * @place: a place of the record
 *
 * A question whose `shown-when` is open waits for the answers that decide it. Once these are given, if only as not
 * known, it is shown unless it is hidden for certain.
 *
 * Returns: whether what is asked there is shown
 */
gboolean
crit_screening_is_shown (CritScreening *self, const CritPlace *place)
{
  CritWorld world = { 0 };
  gboolean shown = FALSE;

  g_return_val_if_fail (self != NULL && place != NULL, FALSE);

  crit_world_init (&world, self->answers, self->today);
  shown = crit_shown_question (&world, crit_place_get_question (place), place->entry);
  crit_world_clear (&world);
  return shown;
}

/**
 * crit_screening_is_section_shown:
 * @self: a screening
 * @section: a section of its rules
 *
 * Returns: whether the section is shown
 */
gboolean
crit_screening_is_section_shown (CritScreening *self, const CritSection *section)
{
  CritWorld world = { 0 };
  gboolean shown = FALSE;

  g_return_val_if_fail (self != NULL && section != NULL, FALSE);

  crit_world_init (&world, self->answers, self->today);
  shown = crit_shown_section (&world, section);
  crit_world_clear (&world);
  return shown;
}

/**
 * crit_screening_get_progress:
 * @self: a screening
 * @section: a section of its rules
 * @answered: (out): how many of its questions are answered; not knowing, with a reason, is an answer
 * @asked: (out): how many of its questions are shown
 *
 * Only questions that are shown count. A list is one question, answered when it is said whether its entries are all
 * there are.
 */
void
crit_screening_get_progress (CritScreening *self,
                             const CritSection *section,
                             guint *answered,
                             guint *asked)
{
  CritWorld world = { 0 };

  g_return_if_fail (self != NULL && section != NULL && answered != NULL && asked != NULL);

  *answered = *asked = 0;
  crit_world_init (&world, self->answers, self->today);
  for (guint i = 0; i < section->questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (section->questions, i);

      if (!crit_shown_question (&world, question, -1))
        continue;
      *asked += 1;
      *answered += crit_shown_is_answered (&world, question, -1);
    }
  crit_world_clear (&world);
}
