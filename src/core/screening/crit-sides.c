/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-sides.h"

#include "record/crit-record-file.h"
#include "screening/crit-domain.h"
#include "screening/crit-evaluate.h"
#include "screening/crit-reach.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * Bound:
 * @from: @condition without its upper bound, and @to without its lower one; both as @condition unless it has two
 * @is_inside: whether some case so far is within, and likewise @is_below and @is_above beyond the one and the other end.
 *   Where there is one end only, everything outside counts as beyond both
 *
 * A condition with bounds, and the sides on which there are cases.
 */
typedef struct
{
  const CritCondition *condition;
  CritCondition from, to;
  gboolean is_inside, is_below, is_above;
} Bound;

/* An exact value is both bounds at once, and has no two ends. */
static gboolean
has_two_ends (const CritCondition *condition)
{
  const CritBound *lower = &condition->lower, *upper = &condition->upper;

  return lower->present && upper->present
         && (condition->kind == CRIT_CONDITION_DURATION || lower->number != upper->number);
}

/* A case beyond what can be answered at all cannot be asked for. */
static CritRange
get_limits (const CritCondition *condition)
{
  switch (condition->kind)
    {
    case CRIT_CONDITION_NUMBER:
    case CRIT_CONDITION_DATE:
      return (CritRange){ condition->question->minimum, condition->question->maximum };
    case CRIT_CONDITION_COUNT:
      return (CritRange){ 0, INFINITY };
    default:
      return (CritRange){ -INFINITY, INFINITY };
    }
}

static Bound
make_bound (const CritCondition *condition)
{
  Bound self = { .condition = condition, .from = *condition, .to = *condition };
  CritRange limits = get_limits (condition);
  CritRange range = crit_range_of_bounds (condition, crit_question_is_whole (condition->question));

  if (has_two_ends (condition))
    {
      self.from.upper.present = FALSE;
      self.to.lower.present = FALSE;
      self.is_below = isfinite (limits.low) && range.low <= limits.low;
      self.is_above = isfinite (limits.high) && range.high >= limits.high;
    }
  return self;
}

static gboolean
is_bounded (const CritCondition *condition)
{
  switch (condition->kind)
    {
    case CRIT_CONDITION_NUMBER:
    case CRIT_CONDITION_DATE:
    case CRIT_CONDITION_WITHIN:
    case CRIT_CONDITION_LONGER_AGO:
    case CRIT_CONDITION_DURATION:
    case CRIT_CONDITION_COUNT:
      return TRUE;
    default:
      return FALSE;
    }
}

static GArray *
find_bounds (const CritRules *rules)
{
  g_autoptr (GPtrArray) conditions = crit_reach_of_rules (rules);
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (Bound));

  for (guint i = 0; i < conditions->len; i++)
    {
      const CritCondition *condition = g_ptr_array_index (conditions, i);

      if (is_bounded (condition))
        {
          const Bound bound = make_bound (condition);

          g_array_append_val (bounds, bound);
        }
    }
  return bounds;
}

/* The list whose entries a condition speaks of, or NULL. */
static const CritQuestion *
get_list (const CritCondition *condition)
{
  if (condition->question->list != NULL)
    return condition->question->list;
  return condition->until != NULL ? condition->until->list : NULL;
}

/* What is not asked is on no side of a bound, though a test of it is false. */
static gboolean
is_asked (CritWorld *world, const CritCondition *condition, int entry)
{
  return crit_evaluate_shown (world, condition->question, entry) == CRIT_TRUE
         && (condition->until == NULL
             || crit_evaluate_shown (world, condition->until, entry) == CRIT_TRUE);
}

/* A duration that ends before it starts keeps to neither end, and stands for neither. */
static void
look (Bound *self, CritWorld *world, int entry)
{
  CritTruth from = CRIT_EITHER, to = CRIT_EITHER;

  if (!is_asked (world, self->condition, entry))
    return;
  from = crit_evaluate (world, &self->from, entry);
  to = crit_evaluate (world, &self->to, entry);
  self->is_inside = self->is_inside || (from == CRIT_TRUE && to == CRIT_TRUE);
  self->is_below = self->is_below || (from == CRIT_FALSE && to == CRIT_TRUE);
  self->is_above = self->is_above || (from == CRIT_TRUE && to == CRIT_FALSE);
  if (!has_two_ends (self->condition) && from == CRIT_FALSE)
    self->is_below = self->is_above = TRUE;
}

static void
look_at_entries (Bound *self, CritWorld *world)
{
  const CritQuestion *list = get_list (self->condition);
  guint n_entries = 0;

  if (list == NULL)
    {
      look (self, world, -1);
      return;
    }
  n_entries = crit_world_count_recorded (world, list);
  for (guint i = 0; i < n_entries; i++)
    look (self, world, (int) i);
}

/* A case whose answers cannot be read shows nothing, and is reported elsewhere. */
static void
look_at_case (GArray *bounds, CritRules *rules, const CritCase *test_case)
{
  g_autoptr (GPtrArray) ignored = crit_findings_new ();
  g_autoptr (CritRecord) record =
      crit_record_read_node (test_case->answers, rules, test_case->date, NULL, ignored);
  CritWorld world = { 0 };

  if (record == NULL)
    return;
  crit_world_init (&world, crit_record_get_answers (record),
                   crit_date_get_last_day (test_case->date));
  for (guint i = 0; i < bounds->len; i++)
    look_at_entries (&g_array_index (bounds, Bound, i), &world);
  crit_world_clear (&world);
}

/* @condition is the bound that is named; @sentence is translated and has a %1$s for the question and a %2$s for the
   bound. */
static void
report (const Bound *self,
        const CritCondition *condition,
        const CritRules *rules,
        const char *sentence,
        GPtrArray *findings)
{
  const char *label = crit_question_get_label (condition->question);
  g_autofree char *words = crit_condition_dup_bounds_text (condition);
  g_autofree char *message = NULL;

  /* The build checks the translations of the formats below. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (sentence, label, words);
#pragma GCC diagnostic pop
  crit_rules_report (rules, findings, CRIT_SEVERITY_WARNING, self->condition->offset, NULL,
                     "bound-without-case", message);
}

static void
report_missing (const Bound *self, const CritRules *rules, GPtrArray *findings)
{
  /* Translators: of the sentences here %1$s is a question in a few words, %2$s its bound: "18 or over". */
  const char *outside =
      _ ("No case is outside this bound: %1$s, %2$s. Add one that is just outside.");

  if (!self->is_inside && !self->is_below && !self->is_above)
    {
      report (self, self->condition, rules,
              _ ("No case tries this bound: %1$s, %2$s. Add one on each side of it."), findings);
      return;
    }
  if (!self->is_inside)
    report (self, self->condition, rules,
            _ ("No case is inside this bound: %1$s, %2$s. Add one that is just inside."), findings);
  if (!self->is_below)
    report (self, &self->from, rules, outside, findings);
  if (!self->is_above && has_two_ends (self->condition))
    report (self, &self->to, rules, outside, findings);
}

/**
 * crit_sides_report:
 * @rules: rules
 * @findings: (element-type CritFinding): where warnings are added
 *
 * Adds a warning for each bound on a number, date, duration or count that is not true in one case and false in another.
 * Where there is a lower and an upper one, each needs a case beyond it. Inside a count it is enough that it is true of
 * one entry and false of another. A case in which the question is not asked, or the bound is undecided, stands for no
 * side.
 */
void
crit_sides_report (CritRules *rules, GPtrArray *findings)
{
  g_autoptr (GArray) bounds = NULL;

  g_return_if_fail (rules != NULL && findings != NULL);

  bounds = find_bounds (rules);
  for (guint i = 0; i < rules->cases->len; i++)
    look_at_case (bounds, rules, g_ptr_array_index (rules->cases, i));
  for (guint i = 0; i < bounds->len; i++)
    report_missing (&g_array_index (bounds, Bound, i), rules, findings);
}
