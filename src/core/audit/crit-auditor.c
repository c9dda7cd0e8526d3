/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-auditor.h"

#include "audit/crit-changes.h"
#include "screening/crit-still-matters.h"

/**
 * CritAuditor:
 * @changes: (nullable): what compares with other rules
 * @criteria: (element-type CritCriterion): those that are counted, in the order of the tally
 * @first_places: for each top-level question: which of the tally's questions is the first one that it stands for
 * @last_seen: for each of the tally's questions: which record it was counted for last
 */
struct _CritAuditor
{
  CritTally *tally;
  CritScreener *screener;
  CritChanges *changes;
  GPtrArray *criteria;
  guint *first_places;
  guint64 *last_seen;
};

static GPtrArray *
list_criteria (const CritRules *rules)
{
  GPtrArray *criteria = g_ptr_array_new ();

  for (guint i = 0; i < rules->criteria->len; i++)
    if (((const CritCriterion *) rules->criteria->pdata[i])->kind != CRIT_KIND_NOTE)
      g_ptr_array_add (criteria, rules->criteria->pdata[i]);
  return criteria;
}

/* As crit_tally_new() lists them: a list stands for its fields, and for whether these are all. */
static guint *
number_places (const CritRules *rules)
{
  guint *first = g_new0 (guint, rules->questions->len + 1);

  for (guint i = 0; i < rules->questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (rules->questions, i);

      first[i + 1] =
          first[i] + (question->type == CRIT_QUESTION_LIST ? question->fields->len + 1 : 1);
    }
  return first;
}

/**
 * crit_auditor_new:
 * @program: the compiled rules that the records were filled in under
 * @other: (nullable): other rules, to compare with
 *
 * Returns: (transfer full): an auditor that has seen no record yet
 */
CritAuditor *
crit_auditor_new (CritProgram *program, CritProgram *other)
{
  CritAuditor *self = NULL;
  CritRules *rules = NULL;

  g_return_val_if_fail (program != NULL, NULL);

  rules = crit_program_get_rules (program);
  self = g_new0 (CritAuditor, 1);
  self->tally = crit_tally_new (rules, other != NULL ? crit_program_get_rules (other) : NULL);
  self->screener = crit_screener_new (program);
  self->changes = other != NULL ? crit_changes_new (self->tally, rules, other) : NULL;
  self->criteria = list_criteria (rules);
  self->first_places = number_places (rules);
  self->last_seen = g_new0 (guint64, self->tally->questions->len + 1);
  return self;
}

/**
 * crit_auditor_free:
 * @self: (nullable) (transfer full): an auditor
 *
 * Frees it, and its tally.
 */
void
crit_auditor_free (CritAuditor *self)
{
  if (self == NULL)
    return;
  crit_changes_free (self->changes);
  crit_screener_free (self->screener);
  crit_tally_free (self->tally);
  g_ptr_array_unref (self->criteria);
  g_free (self->first_places);
  g_free (self->last_seen);
  g_free (self);
}

static CritStatus
get_status (CritAuditor *self, guint index)
{
  const CritCriterion *criterion = g_ptr_array_index (self->criteria, index);

  return crit_screener_get_statuses (self->screener)[criterion->index];
}

/* A requirement that does not apply asks nothing of the record, which goes on to the next one as if it met this one. */
static void
count_statuses (CritAuditor *self)
{
  gboolean goes_on = TRUE;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      CritTalliedCriterion *tallied = g_ptr_array_index (self->tally->criteria, i);
      const CritStatus status = get_status (self, i);

      tallied->statuses[status]++;
      if (tallied->kind != CRIT_KIND_REQUIREMENT || !goes_on)
        continue;
      tallied->steps[status]++;
      goes_on = status == CRIT_STATUS_MET || status == CRIT_STATUS_NOT_APPLICABLE;
    }
}

static guint
find_place (CritAuditor *self, const CritPlace *place)
{
  const guint first = self->first_places[place->question->slot];

  if (place->field != NULL)
    return first + place->field->slot;
  return place->complete ? first + place->question->fields->len : first;
}

/* However many entries and criteria it matters to, a question counts once a record. */
static void
count_places (CritAuditor *self, const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const guint index = find_place (self, &g_array_index (places, CritPlace, i));

      if (self->last_seen[index] == self->tally->n_records)
        continue;
      self->last_seen[index] = self->tally->n_records;
      ((CritTalliedQuestion *) self->tally->questions->pdata[index])->n_records++;
    }
}

static void
count_open_of (CritAuditor *self, CritWorld *world, const CritCriterion *criterion)
{
  CritExploration exploration = { 0 };
  g_autoptr (GArray) places = NULL;

  crit_exploration_init (&exploration, world, criterion);
  places = crit_still_matters (&exploration);
  count_places (self, places);
  crit_exploration_clear (&exploration);
}

static void
count_open (CritAuditor *self)
{
  CritWorld world = { 0 };

  crit_world_init (&world, crit_screener_get_answers (self->screener),
                   crit_date_get_last_day (crit_screener_get_date (self->screener)));
  for (guint i = 0; i < self->criteria->len; i++)
    if (get_status (self, i) == CRIT_STATUS_UNKNOWN)
      count_open_of (self, &world, g_ptr_array_index (self->criteria, i));
  crit_world_clear (&world);
}

/**
 * crit_auditor_add:
 * @self: an auditor
 * @text: (array length=length): a record
 * @length: its length in bytes
 * @findings: (element-type CritFinding): takes what is noticed, as crit_record_read() does
 *
 * Counts a record.
 *
 * Returns: whether it could be read; if not, @findings say why, and it is not counted: see crit_auditor_refuse()
 */
gboolean
crit_auditor_add (CritAuditor *self, const char *text, gsize length, GPtrArray *findings)
{
  g_return_val_if_fail (self != NULL && findings != NULL, FALSE);
  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  if (!crit_screener_screen (self->screener, text, length, findings))
    return FALSE;
  self->tally->n_records++;
  count_statuses (self);
  count_open (self);
  if (self->changes != NULL)
    crit_changes_count (self->changes, self->screener, text, length);
  return TRUE;
}

/**
 * crit_auditor_refuse:
 * @self: an auditor
 *
 * Counts a record that cannot be read, as such.
 */
void
crit_auditor_refuse (CritAuditor *self)
{
  g_return_if_fail (self != NULL);

  self->tally->n_refused++;
}

/**
 * crit_auditor_get_tally:
 * @self: an auditor
 *
 * Returns: (transfer none): what it has counted so far
 */
const CritTally *
crit_auditor_get_tally (CritAuditor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tally;
}
