/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-compare.h"

#include "record/crit-record-private.h"

#include <glib/gi18n-lib.h>

/* What finds causes; made only where something differs. */
typedef struct
{
  CritComparison *comparison;
  CritCauseFinder *finder;
} Comparing;

static void
free_compared (CritComparedCriterion *self)
{
  g_ptr_array_unref (self->causes);
  g_free (self);
}

/* The outcome of a criterion that has a status, or NULL. */
static const CritOutcome *
find_outcome (CritScreening *screening, const char *id)
{
  const CritCriterion *criterion =
      crit_rules_find_criterion (crit_screening_get_rules (screening), id);

  if (criterion == NULL || criterion->kind == CRIT_KIND_NOTE)
    return NULL;
  return crit_screening_get_outcome (screening, criterion);
}

/* A note has no status, and yet it was there. */
static CritCause *
make_cause_of_absence (Comparing *self, const CritComparedCriterion *compared)
{
  const char *id = crit_compared_criterion_get (compared)->id;
  CritScreening *absent =
      compared->former == NULL ? self->comparison->former : self->comparison->newer;
  gboolean is_note = crit_rules_find_criterion (crit_screening_get_rules (absent), id) != NULL;

  if (compared->former == NULL)
    return is_note ? crit_cause_new_take (CRIT_CAUSE_KIND_CHANGED,
                                          g_strdup (_ ("It was a note before, without a status.")))
                   : crit_cause_new_take (CRIT_CAUSE_CRITERION_NEW,
                                          g_strdup (_ ("This criterion is new.")));
  return is_note ? crit_cause_new_take (CRIT_CAUSE_KIND_CHANGED,
                                        g_strdup (_ ("It is a note now, without a status.")))
                 : crit_cause_new_take (CRIT_CAUSE_CRITERION_REMOVED,
                                        g_strdup (_ ("This criterion was removed.")));
}

static GPtrArray *
find_causes (Comparing *self, const CritComparedCriterion *compared)
{
  CritComparison *comparison = self->comparison;

  if (self->finder == NULL)
    self->finder = crit_cause_finder_new (crit_screening_get_rules (comparison->former),
                                          crit_screening_get_rules (comparison->newer));
  return crit_cause_finder_find (self->finder, crit_record_get_answers (comparison->record),
                                 crit_record_get_date (comparison->record),
                                 crit_record_get_date (comparison->carried),
                                 compared->newer->criterion->id, compared->former->status);
}

static void
explain (Comparing *self, CritComparedCriterion *compared)
{
  if (!crit_compared_criterion_differs (compared))
    return;
  if (compared->former == NULL || compared->newer == NULL)
    {
      g_ptr_array_add (compared->causes, make_cause_of_absence (self, compared));
      return;
    }
  g_ptr_array_unref (compared->causes);
  compared->causes = find_causes (self, compared);
}

static void
add (Comparing *self, const char *id)
{
  CritComparison *comparison = self->comparison;
  CritComparedCriterion *compared = NULL;
  const CritOutcome *former = find_outcome (comparison->former, id);
  const CritOutcome *newer = find_outcome (comparison->newer, id);

  if (former == NULL && newer == NULL)
    return;
  compared = g_new0 (CritComparedCriterion, 1);
  *compared = (CritComparedCriterion){ former, newer, NULL };
  compared->causes = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_cause_free);
  explain (self, compared);
  g_ptr_array_add (comparison->criteria, compared);
}

static void
add_all (Comparing *self)
{
  CritRules *former = crit_screening_get_rules (self->comparison->former);
  CritRules *newer = crit_screening_get_rules (self->comparison->newer);

  for (guint i = 0; i < newer->criteria->len; i++)
    add (self, ((const CritCriterion *) newer->criteria->pdata[i])->id);
  for (guint i = 0; i < former->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (former->criteria, i);

      if (crit_rules_find_criterion (newer, criterion->id) == NULL)
        add (self, criterion->id);
    }
}

/* What is compared is the record as it is now, whatever is done to it afterwards. Under its own rules it loses nothing. */
static CritRecord *
copy_record (CritRecord *record)
{
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();

  return crit_record_carry_over (record, crit_record_get_rules (record), lost);
}

/**
 * crit_compare:
 * @record: a record with a whole date; it stays as it is
 * @rules: other rules, such as a newer version of those of @record
 * @date: a whole date: the day on which it is looked at under @rules, mostly that of the record
 *
 * Says what changes for a record under other rules: which answers have no place there, and for each criterion whose
 * status differs, why.
 *
 * Returns: (transfer full): the comparison
 */
CritComparison *
crit_compare (CritRecord *record, CritRules *rules, CritDate date)
{
  CritComparison *self = NULL;
  Comparing comparing = { 0 };

  g_return_val_if_fail (CRIT_IS_RECORD (record) && rules != NULL, NULL);
  g_return_val_if_fail (crit_date_is_whole (date), NULL);

  self = g_new0 (CritComparison, 1);
  self->lost = crit_lost_answers_new ();
  self->record = copy_record (record);
  self->carried = crit_record_carry_over (record, rules, self->lost);
  crit_record_set_date (self->carried, date);
  self->former = crit_screening_new (self->record);
  self->newer = crit_screening_new (self->carried);
  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) free_compared);

  comparing.comparison = self;
  add_all (&comparing);
  crit_cause_finder_free (comparing.finder);
  return self;
}

/**
 * crit_comparison_free:
 * @self: (nullable) (transfer full): a comparison
 */
void
crit_comparison_free (CritComparison *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->lost);
  crit_screening_unref (self->former);
  crit_screening_unref (self->newer);
  g_object_unref (self->record);
  g_object_unref (self->carried);
  g_free (self);
}

/**
 * crit_compared_criterion_differs:
 * @self: a criterion in two versions
 *
 * Returns: whether its status differs, or only one of them has it
 */
gboolean
crit_compared_criterion_differs (const CritComparedCriterion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->former == NULL || self->newer == NULL || self->former->status != self->newer->status;
}

/**
 * crit_compared_criterion_get:
 * @self: a criterion in two versions
 *
 * Returns: the criterion as the newer rules have it; as the former have it where it is gone
 */
const CritCriterion *
crit_compared_criterion_get (const CritComparedCriterion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->newer != NULL ? self->newer->criterion : self->former->criterion;
}

/**
 * crit_comparison_count_unchanged:
 * @self: a comparison
 *
 * Returns: how many criteria have the same status in both
 */
guint
crit_comparison_count_unchanged (const CritComparison *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->criteria->len; i++)
    n += !crit_compared_criterion_differs (g_ptr_array_index (self->criteria, i));
  return n;
}
