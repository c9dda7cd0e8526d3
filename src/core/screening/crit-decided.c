/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-decided.h"

#include "screening/crit-reach.h"
#include "screening/crit-versions.h"

#include <glib/gi18n-lib.h>

/* What depends on the day may add nothing today and something next year. So it has to add nothing a hundred years later
   as well. */
#define MUCH_LATER 100

/* A condition that was found to add nothing, and is as good as left out while the others are looked at. */
typedef struct
{
  CritCondition *condition;
  CritCondition before;
} LeftOut;

/**
 * Look:
 * @now, @later: to hold conditions against what could stand in their place
 * @always, @never: what could stand in their place
 * @referred: the criteria that others refer to
 * @readers: of #CritCriterion: what can depend on the condition that is looked at
 * @left_out: of #LeftOut
 */
typedef struct
{
  const CritRules *rules;
  GPtrArray *findings;
  CritVersions now, later;
  CritCondition always, never;
  GHashTable *referred;
  GPtrArray *readers;
  GArray *left_out;
} Look;

static gboolean
differs_for_some_reader (Look *self,
                         CritVersions *versions,
                         CritCondition *condition,
                         const CritCondition *other)
{
  for (guint i = 0; i < self->readers->len; i++)
    if (crit_versions_differ (versions, condition, other, g_ptr_array_index (self->readers, i)))
      return TRUE;
  return FALSE;
}

static gboolean
differs (Look *self, CritCondition *condition, const CritCondition *other)
{
  return differs_for_some_reader (self, &self->now, condition, other)
         || differs_for_some_reader (self, &self->later, condition, other);
}

/* Where one search takes too long, those that follow would as well. */
static gboolean
is_too_hard (Look *self)
{
  return self->now.gave_up || self->later.gave_up;
}

static void
report (Look *self, const CritCondition *condition, const char *code, const char *sentence)
{
  crit_rules_report (self->rules, self->findings, CRIT_SEVERITY_WARNING, condition->offset, NULL,
                     code, sentence);
}

/* Of two conditions that say the same only one is to be reported, and so it goes on without the first one found. */
static void
leave_out (Look *self, CritCondition *condition, const CritCondition *constant)
{
  const LeftOut left_out = { condition, *condition };

  g_array_append_val (self->left_out, left_out);
  *condition = *constant;
}

static void
put_back (Look *self)
{
  for (guint i = 0; i < self->left_out->len; i++)
    {
      const LeftOut *left_out = &g_array_index (self->left_out, LeftOut, i);

      *left_out->condition = left_out->before;
    }
  g_array_set_size (self->left_out, 0);
}

/* Whether a condition is always true, or always false, wherever it counts; and if so, which. */
static const CritCondition *
find_constant (Look *self, CritCondition *condition)
{
  if (!is_too_hard (self) && !differs (self, condition, &self->always))
    return &self->always;
  if (!is_too_hard (self) && !differs (self, condition, &self->never))
    return &self->never;
  return NULL;
}

static void
look_at_bound (Look *self,
               CritCondition *condition,
               const CritCondition *without,
               const char *sentence)
{
  if (!is_too_hard (self) && !differs (self, condition, without))
    report (self, condition, "idle-bound", sentence);
}

/* An exact value is both bounds at once. */
static gboolean
has_two_bounds (const CritCondition *condition)
{
  const CritBound *lower = &condition->lower, *upper = &condition->upper;

  return lower->present && upper->present
         && (condition->kind == CRIT_CONDITION_DURATION || lower->number != upper->number);
}

static void
look_at_bounds (Look *self, CritCondition *condition)
{
  CritCondition without_lower = *condition, without_upper = *condition;

  if (!has_two_bounds (condition))
    return;
  without_lower.lower.present = FALSE;
  without_upper.upper.present = FALSE;
  look_at_bound (self, condition, &without_lower,
                 _ ("The lower bound adds nothing: no answer that counts here is below it."));
  look_at_bound (self, condition, &without_upper,
                 _ ("The upper bound adds nothing: no answer that counts here is above it."));
}

static void look_inside (Look *self, CritCondition *condition);

static void
look_at (Look *self, CritCondition *part)
{
  const CritCondition *constant = find_constant (self, part);

  if (constant == NULL)
    {
      look_inside (self, part);
      return;
    }
  report (self, part, "already-decided",
          constant == &self->always
              ? _ ("This adds nothing: wherever it counts, what stands beside it has already made "
                   "it true. Leave it out, or correct it.")
              : _ ("This adds nothing: wherever it counts, what stands beside it has already ruled "
                   "it out. Leave it out, or correct it."));
  leave_out (self, part, constant);
}

/* From the last to the first, so that of two that say the same it is the second that reads what is decided already. What
   is under `not` is as decided as the whole. */
static void
look_inside (Look *self, CritCondition *condition)
{
  for (guint i = condition->n_parts; i > 0; i--)
    if (condition->kind == CRIT_CONDITION_NOT)
      look_inside (self, condition->parts[i - 1]);
    else
      look_at (self, condition->parts[i - 1]);
  if (condition->where != NULL)
    look_at (self, condition->where);
  look_at_bounds (self, condition);
}

static void
begin (Look *self, const CritCriterion *reader)
{
  g_ptr_array_set_size (self->readers, 0);
  g_ptr_array_add (self->readers, (gpointer) reader);
  self->now.gave_up = FALSE;
  self->later.gave_up = FALSE;
}

static void
look_inside_root (Look *self, CritCondition *root)
{
  if (root != NULL && find_constant (self, root) == NULL)
    look_inside (self, root);
  put_back (self);
}

/* Others that refer to a criterion take its condition even where the criterion does not apply. */
static void
look_at_criterion (Look *self, const CritCriterion *criterion)
{
  const CritCriterion everywhere = { .kind = CRIT_KIND_REQUIREMENT, .when = criterion->when };

  begin (self, criterion);
  look_inside_root (self, criterion->applies_when);
  begin (self, criterion);
  if (g_hash_table_contains (self->referred, criterion))
    g_ptr_array_add (self->readers, (gpointer) &everywhere);
  look_inside_root (self, criterion->when);
}

/* @shown_when is looked at as the condition of @reader. */
static void
look_at_shown_when (Look *self, CritCondition *shown_when, const CritCriterion *reader)
{
  const CritCondition *constant = NULL;

  begin (self, reader);
  constant = find_constant (self, shown_when);
  if (constant == &self->always)
    report (self, shown_when, "always-shown",
            _ ("This “shown-when” adds nothing: what it waits for is always so here. Leave it out, "
               "or correct it."));
  else if (constant == &self->never)
    report (self, shown_when, "never-shown",
            _ ("This “shown-when” never comes true, so that nobody is ever asked. Correct it."));
  else
    look_inside (self, shown_when);
  put_back (self);
}

/* A field is shown in some entry of some record if and only if one entry can be counted in which it is. */
static void
look_at_field (Look *self, const CritQuestion *field)
{
  CritCondition count = { .kind = CRIT_CONDITION_COUNT,
                          .question = field->list,
                          .where = field->shown_when,
                          .attribute = -1,
                          .lower = { .present = TRUE, .inclusive = TRUE, .number = 1 } };
  const CritCriterion reader = { .kind = CRIT_KIND_REQUIREMENT, .when = &count };

  if (field->shown_when != NULL)
    look_at_shown_when (self, field->shown_when, &reader);
}

static void
look_at_question (Look *self, const CritQuestion *question)
{
  const CritCriterion reader = { .kind = CRIT_KIND_REQUIREMENT,
                                 .when = question->shown_when,
                                 .applies_when = question->section->shown_when };

  if (question->shown_when != NULL)
    look_at_shown_when (self, question->shown_when, &reader);
  for (guint i = 0; question->fields != NULL && i < question->fields->len; i++)
    look_at_field (self, g_ptr_array_index (question->fields, i));
}

static void
look_at_section (Look *self, const CritSection *section)
{
  const CritCriterion reader = { .kind = CRIT_KIND_REQUIREMENT, .when = section->shown_when };

  if (section->shown_when != NULL)
    look_at_shown_when (self, section->shown_when, &reader);
  for (guint i = 0; i < section->questions->len; i++)
    look_at_question (self, g_ptr_array_index (section->questions, i));
}

static void
find_referred (Look *self)
{
  g_autoptr (GPtrArray) conditions = crit_reach_of_rules (self->rules);

  for (guint i = 0; i < conditions->len; i++)
    {
      const CritCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->criterion != NULL)
        g_hash_table_add (self->referred, (gpointer) condition->criterion);
    }
}

static CritDate
get_later (CritDate day)
{
  day.year = (guint16) MIN (day.year + MUCH_LATER, 9999);
  day.day = MIN (day.day, 28);
  return day;
}

static void
init (Look *self, const CritRules *rules, CritDate day, GPtrArray *findings)
{
  *self = (Look){ .rules = rules, .findings = findings };
  self->always = (CritCondition){ .kind = CRIT_CONDITION_ALL, .attribute = -1 };
  self->never = (CritCondition){ .kind = CRIT_CONDITION_ANY, .attribute = -1 };
  crit_versions_init (&self->now, rules, day);
  crit_versions_init (&self->later, rules, get_later (day));
  self->referred = g_hash_table_new (NULL, NULL);
  self->readers = g_ptr_array_new ();
  self->left_out = g_array_new (FALSE, FALSE, sizeof (LeftOut));
  find_referred (self);
}

static void
clear (Look *self)
{
  crit_versions_clear (&self->now);
  crit_versions_clear (&self->later);
  g_hash_table_unref (self->referred);
  g_ptr_array_unref (self->readers);
  g_array_unref (self->left_out);
}

/**
 * crit_decided_report:
 * @rules: rules. They are changed for a while, and nobody else may use them then
 * @day: the day on which they are looked at; a whole date
 * @findings: (element-type CritFinding): where warnings are added
 *
 * Adds a warning for each part of a condition that reads what is decided already: without it every record would come to
 * the same. Also for what is never shown, or always. What is not found out is not reported.
 */
void
crit_decided_report (CritRules *rules, CritDate day, GPtrArray *findings)
{
  Look self = { 0 };

  g_return_if_fail (rules != NULL && findings != NULL);
  g_return_if_fail (crit_date_is_whole (day));

  init (&self, rules, day, findings);
  for (guint i = 0; i < rules->sections->len; i++)
    look_at_section (&self, g_ptr_array_index (rules->sections, i));
  for (guint i = 0; i < rules->criteria->len; i++)
    look_at_criterion (&self, g_ptr_array_index (rules->criteria, i));
  clear (&self);
}
