/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-mutants.h"

#include "json/crit-finding.h"
#include "record/crit-record-file.h"
#include "screening/crit-screen.h"

#include <glib/gi18n-lib.h>

/**
 * Plan:
 * @records: of CritRecord, one a case; NULL where the answers of the case cannot be read
 * @n_planted: how many defects were tried
 *
 * Plants one defect at a time in the rules, lets the cases look, and takes the defect out again.
 */
typedef struct
{
  CritRules *rules;
  GPtrArray *records;
  GPtrArray *unnoticed;
  guint n_planted;
} Plan;

static void
free_record (gpointer record)
{
  g_clear_object (&record);
}

static gboolean
notices_in (CritWorld *world, const CritCriterion *criterion, JsonObject *expect)
{
  gboolean imprecise = FALSE;

  if (!json_object_has_member (expect, criterion->id))
    return FALSE;
  return !g_str_equal (crit_status_get_code (crit_screen_status (world, criterion, &imprecise)),
                       json_object_get_string_member (expect, criterion->id));
}

/* A world is made anew for each look, since it remembers what it found out about conditions. */
static gboolean
case_notices (const Plan *self, guint i)
{
  const CritCase *test_case = g_ptr_array_index (self->rules->cases, i);
  CritRecord *record = g_ptr_array_index (self->records, i);
  JsonObject *expect = json_node_get_object (test_case->expect);
  gboolean notices = FALSE;
  CritWorld world = { 0 };

  if (record == NULL)
    return FALSE;
  crit_world_init (&world, crit_record_get_answers (record),
                   crit_date_get_last_day (test_case->date));
  for (guint j = 0; j < self->rules->criteria->len && !notices; j++)
    notices = notices_in (&world, g_ptr_array_index (self->rules->criteria, j), expect);
  crit_world_clear (&world);
  return notices;
}

static void
look (Plan *self, gsize offset, const char *message)
{
  self->n_planted++;
  for (guint i = 0; i < self->rules->cases->len; i++)
    if (case_notices (self, i))
      return;
  crit_rules_report (self->rules, self->unnoticed, CRIT_SEVERITY_WARNING, offset, NULL,
                     "not-noticed", message);
}

static void
plant_kind (Plan *self, CritCondition *condition, CritConditionKind kind, const char *message)
{
  CritConditionKind kept = condition->kind;

  condition->kind = kind;
  look (self, condition->offset, message);
  condition->kind = kept;
}

static void
plant_missing (Plan *self, CritCondition **place, gsize offset, const char *message)
{
  CritCondition *kept = *place;

  if (kept == NULL)
    return;
  *place = NULL;
  look (self, offset, message);
  *place = kept;
}

static void
plant_parts (Plan *self, CritCondition *condition)
{
  GPtrArray *parts = condition->parts;

  for (guint i = 0; parts->len > 1 && i < parts->len; i++)
    {
      CritCondition *part = g_ptr_array_steal_index (parts, i);

      look (self, part->offset, _ ("No case notices if this part is dropped."));
      g_ptr_array_insert (parts, (int) i, part);
    }
}

static void
plant_least (Plan *self, CritCondition *condition)
{
  condition->least++;
  look (self, condition->offset, _ ("No case notices if one more part is asked for."));
  condition->least -= 2;
  look (self, condition->offset, _ ("No case notices if one part fewer is asked for."));
  condition->least++;
}

static void
shift (CritBound *bound, gboolean is_period, int by)
{
  if (is_period)
    bound->period.count = (guint16) (bound->period.count + by);
  else
    bound->number += by;
}

static void
plant_bound (Plan *self, CritCondition *condition, CritBound *bound)
{
  gboolean is_period = condition->kind == CRIT_CONDITION_DURATION;

  if (!bound->present)
    return;
  bound->inclusive = !bound->inclusive;
  look (self, condition->offset, _ ("No case notices if the bound itself counts the other way."));
  bound->inclusive = !bound->inclusive;
  shift (bound, is_period, 1);
  look (self, condition->offset, _ ("No case notices if the bound is one higher."));
  shift (bound, is_period, -2);
  look (self, condition->offset, _ ("No case notices if the bound is one lower."));
  shift (bound, is_period, 1);
}

static void
plant_period (Plan *self, CritCondition *condition)
{
  condition->period.count++;
  look (self, condition->offset, _ ("No case notices if the time is one longer."));
  condition->period.count -= 2;
  look (self, condition->offset, _ ("No case notices if the time is one shorter."));
  condition->period.count++;
}

/* A test of an attribute accepts all options that have it, or none of them. */
static gboolean
go_together (const CritCondition *condition, guint a, guint b)
{
  const CritOptionSet *set = condition->question->options;

  if (condition->attribute < 0)
    return a == b;
  return g_strcmp0 (crit_option_set_get (set, a)->attributes[condition->attribute],
                    crit_option_set_get (set, b)->attributes[condition->attribute])
         == 0;
}

static gboolean
is_first (const CritCondition *condition, guint option)
{
  for (guint i = 0; i < option; i++)
    if (go_together (condition, i, option))
      return FALSE;
  return TRUE;
}

static void
accept (CritCondition *condition, guint option, gboolean accepted)
{
  for (guint i = option; i < condition->question->options->options->len; i++)
    if (go_together (condition, i, option))
      condition->accepted[i] = accepted;
}

/* Each option that is accepted is dropped; the first of the others stands for all that could be taken in. */
static void
plant_options (Plan *self, CritCondition *condition)
{
  gboolean taken_in = FALSE;

  for (guint i = 0; i < condition->question->options->options->len; i++)
    {
      gboolean accepted = condition->accepted[i] != 0;

      if (!is_first (condition, i) || (!accepted && taken_in))
        continue;
      taken_in = taken_in || !accepted;
      accept (condition, i, !accepted);
      look (self, condition->offset,
            accepted ? _ ("No case notices if an option is no longer accepted.")
                     : _ ("No case notices if another option is accepted too."));
      accept (condition, i, accepted);
    }
}

static void
plant_truth (Plan *self, CritCondition *condition)
{
  condition->truth = !condition->truth;
  look (self, condition->offset, _ ("No case notices if Yes and No are exchanged."));
  condition->truth = !condition->truth;
}

static void
plant_count (Plan *self, CritCondition *condition)
{
  const CritQuestion *distinct = condition->distinct;

  plant_missing (self, &condition->where, condition->offset,
                 _ ("No case notices if every entry is counted."));
  if (distinct == NULL)
    return;
  condition->distinct = NULL;
  look (self, condition->offset, _ ("No case notices if the same value is counted twice."));
  condition->distinct = distinct;
}

static void
plant_here (Plan *self, CritCondition *condition)
{
  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
      if (condition->parts->len > 1)
        plant_kind (self, condition, CRIT_CONDITION_ANY,
                    _ ("No case notices if any of these is enough."));
      break;
    case CRIT_CONDITION_ANY:
      if (condition->parts->len > 1)
        plant_kind (self, condition, CRIT_CONDITION_ALL,
                    _ ("No case notices if all of these are needed."));
      break;
    case CRIT_CONDITION_NOT:
      plant_kind (self, condition, CRIT_CONDITION_ALL, _ ("No case notices if “not” is dropped."));
      break;
    case CRIT_CONDITION_AT_LEAST:
      plant_least (self, condition);
      break;
    case CRIT_CONDITION_TRUTH:
      plant_truth (self, condition);
      break;
    case CRIT_CONDITION_OPTION:
      plant_options (self, condition);
      break;
    case CRIT_CONDITION_WITHIN:
    case CRIT_CONDITION_LONGER_AGO:
      plant_period (self, condition);
      break;
    case CRIT_CONDITION_COUNT:
      plant_count (self, condition);
      break;
    default:
      break;
    }
}

static void
plant_in (Plan *self, CritCondition *condition)
{
  if (condition == NULL)
    return;

  plant_here (self, condition);
  plant_bound (self, condition, &condition->lower);
  plant_bound (self, condition, &condition->upper);
  plant_in (self, condition->where);
  if (condition->parts == NULL)
    return;
  plant_parts (self, condition);
  for (guint i = 0; i < condition->parts->len; i++)
    plant_in (self, g_ptr_array_index (condition->parts, i));
}

static void
plant_in_question (Plan *self, CritQuestion *question)
{
  plant_missing (self, &question->shown_when, question->offset,
                 _ ("No case notices if this question is always shown."));
  plant_in (self, question->shown_when);
  for (guint i = 0; question->fields != NULL && i < question->fields->len; i++)
    plant_in_question (self, g_ptr_array_index (question->fields, i));
}

static void
plant_in_section (Plan *self, CritSection *section)
{
  plant_missing (self, &section->shown_when, section->offset,
                 _ ("No case notices if this section is always shown."));
  plant_in (self, section->shown_when);
  for (guint i = 0; i < section->questions->len; i++)
    plant_in_question (self, g_ptr_array_index (section->questions, i));
}

static void
plant_in_criterion (Plan *self, CritCriterion *criterion)
{
  plant_missing (self, &criterion->applies_when, criterion->offset,
                 _ ("No case notices if this always applies."));
  plant_in (self, criterion->applies_when);
  plant_in (self, criterion->when);
}

static void
read_cases (Plan *self)
{
  g_autoptr (GPtrArray) ignored = crit_findings_new ();

  for (guint i = 0; i < self->rules->cases->len; i++)
    {
      const CritCase *test_case = g_ptr_array_index (self->rules->cases, i);

      g_ptr_array_add (self->records, crit_record_read_node (test_case->answers, self->rules,
                                                             test_case->date, ignored));
    }
}

/**
 * crit_mutants_try:
 * @rules: rules that nothing else uses at the moment: they are changed and changed back
 * @unnoticed: (element-type CritFinding): takes a finding for each defect that no case notices
 *
 * Plants small defects in the rules, one at a time: a bound moved, a part dropped, `all` for `any`, an option more or
 * less, a condition left out. A good set of cases notices each of them: some status is then no longer the expected one.
 * Some defects change nothing that any record could show; those are reported too, for a person to judge.
 *
 * Returns: how many defects were planted
 */
guint
crit_mutants_try (CritRules *rules, GPtrArray *unnoticed)
{
  Plan self = { .rules = rules, .unnoticed = unnoticed };

  g_return_val_if_fail (rules != NULL && unnoticed != NULL, 0);

  self.records = g_ptr_array_new_with_free_func (free_record);
  read_cases (&self);
  for (guint i = 0; i < rules->sections->len; i++)
    plant_in_section (&self, g_ptr_array_index (rules->sections, i));
  for (guint i = 0; i < rules->criteria->len; i++)
    plant_in_criterion (&self, g_ptr_array_index (rules->criteria, i));
  g_ptr_array_unref (self.records);
  crit_findings_sort (unnoticed);
  return self.n_planted;
}
