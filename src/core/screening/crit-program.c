/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-program.h"

#include "screening/crit-evaluate.h"
#include "screening/crit-program-private.h"

#include <math.h>

/**
 * Compiler:
 * @steps: of #CritStep
 * @counts: of #CritCount
 * @shown: by question, and then by field of each list, the step that says whether it is shown; of a field, given that its list
 *   is
 * @fields: by slot of a list, where its fields begin in @shown
 * @world: one in which nothing is answered
 *
 * A program in the making. Until all is compiled, steps name what says whether a question is shown by its place in @shown.
 */
typedef struct
{
  CritProgram *program;
  GArray *steps;
  GArray *counts;
  GArray *shown;
  guint32 *fields;
  CritWorld world;
} Compiler;

static guint32 compile (Compiler *self, const CritCondition *condition);

/* Steps move while there are more to come, so that they are named by their number. */
static CritStep *
get_step (Compiler *self, guint32 at)
{
  return &g_array_index (self->steps, CritStep, at);
}

static guint32
add_step (Compiler *self, CritStep step)
{
  g_array_append_val (self->steps, step);
  return self->steps->len - 1;
}

static guint32
close_step (Compiler *self, guint32 at)
{
  get_step (self, at)->next = self->steps->len;
  return at;
}

static guint32
compile_parts (Compiler *self, const CritCondition *condition, CritStepKind kind, guint least)
{
  CritStep step = { .kind = kind, .n_parts = condition->n_parts, .least = least };
  guint32 at = add_step (self, step);

  for (guint i = 0; i < condition->n_parts; i++)
    compile (self, condition->parts[i]);
  return close_step (self, at);
}

static guint32
find_shown (Compiler *self, const CritQuestion *question)
{
  return question->list != NULL ? self->fields[question->list->slot] + question->slot
                                : question->slot;
}

static CritStepKind
get_kind (const CritCondition *test)
{
  switch (test->kind)
    {
    case CRIT_CONDITION_TRUTH:
      return CRIT_STEP_TRUTH;
    case CRIT_CONDITION_OPTION:
      return CRIT_STEP_OPTION;
    case CRIT_CONDITION_NUMBER:
      return CRIT_STEP_NUMBER;
    case CRIT_CONDITION_DURATION:
      return CRIT_STEP_DURATION;
    default:
      return CRIT_STEP_DATE;
    }
}

static CritReach
get_reach (const CritBound *bound)
{
  CritPeriod period = bound->period;

  switch (period.unit)
    {
    case CRIT_UNIT_DAYS:
      return (CritReach){ 0, period.count };
    case CRIT_UNIT_WEEKS:
      return (CritReach){ 0, 7 * period.count };
    case CRIT_UNIT_MONTHS:
      return (CritReach){ period.count, 0 };
    case CRIT_UNIT_YEARS:
    default:
      return (CritReach){ 12u * period.count, 0 };
    }
}

/* The second date must not be before the first, which is a bound from below where there is no other. */
static void
set_duration (Compiler *self, const CritCondition *duration, CritStep *step)
{
  step->until = duration->until->slot;
  step->until_is_field = duration->until->list != NULL;
  step->until_shown = find_shown (self, duration->until);
  step->has_longest = duration->upper.present;
  if (duration->lower.present)
    step->shortest = get_reach (&duration->lower);
  step->shortest.days += duration->lower.present && !duration->lower.inclusive ? 1 : 0;
  if (duration->upper.present)
    step->longest = get_reach (&duration->upper);
  step->longest.days -= duration->upper.present && !duration->upper.inclusive ? 1 : 0;
}

static gboolean
is_limited (const CritQuestion *question)
{
  return question->minimum > CRIT_DAY_MIN || question->maximum < CRIT_DAY_MAX;
}

static guint32
compile_test (Compiler *self, const CritCondition *test)
{
  CritStep step = { .kind = get_kind (test),
                    .is_field = test->question->list != NULL,
                    .is_limited = is_limited (test->question)
                                  || (test->until != NULL && is_limited (test->until)),
                    .slot = test->question->slot,
                    .shown = find_shown (self, test->question),
                    .condition = test };

  if (step.kind != CRIT_STEP_DATE && step.kind != CRIT_STEP_DURATION)
    step.open = crit_evaluate_answer (&self->world, test, 0);
  if (step.kind == CRIT_STEP_NUMBER)
    step.range = crit_range_of_test (test, CRIT_DAY_MIN);
  if (step.kind == CRIT_STEP_DURATION)
    set_duration (self, test, &step);
  return close_step (self, add_step (self, step));
}

/* How many classes there are among the options; which, is told by the first option of each. */
static void
set_classes (Compiler *self, const CritCondition *condition, CritCount *count)
{
  const CritOptionSet *set = condition->distinct->options;
  const int *classes = condition->attribute >= 0
                           ? crit_world_get_classes (&self->world, set, condition->attribute)
                           : NULL;

  if (set->options->len <= CRIT_MOST_CLASSES)
    count->n_words = (set->options->len + 63) / 64;
  count->classes = g_new (guint16, set->options->len);
  for (guint i = 0; i < set->options->len; i++)
    {
      int class = classes != NULL ? classes[i] : (int) i;

      count->classes[i] = class >= 0 ? (guint16) class : CRIT_NO_CLASS;
      count->n_classes += class == (int) i;
      count->may_lack = count->may_lack || class < 0;
    }
  count->may_be_text = condition->distinct->other;
  if (!count->may_be_text)
    return;
  count->n_classes = INFINITY;
  count->may_lack = count->may_lack || classes != NULL;
}

static guint32
compile_count (Compiler *self, const CritCondition *condition)
{
  CritStep step = { .kind = CRIT_STEP_COUNT,
                    .slot = condition->question->slot,
                    .shown = find_shown (self, condition->question),
                    .count = self->counts->len,
                    .range = crit_range_of_bounds (condition, TRUE),
                    .condition = condition };
  CritCount count = { .where = CRIT_NO_STEP, .distinct = -1, .n_words = 1 };
  guint32 at = add_step (self, step);

  count.enough = condition->upper.present ? G_MAXUINT32 : crit_count_get_limit (condition);
  if (condition->distinct != NULL)
    {
      count.n_words = 0;
      count.distinct = (int) condition->distinct->slot;
      count.shown = find_shown (self, condition->distinct);
      set_classes (self, condition, &count);
    }
  if (condition->where != NULL)
    count.where = compile (self, condition->where);
  g_array_append_val (self->counts, count);
  return close_step (self, at);
}

static guint32
compile_criterion (Compiler *self, const CritCondition *condition)
{
  CritStep step = { .kind = CRIT_STEP_CRITERION, .slot = condition->criterion->index };

  return close_step (self, add_step (self, step));
}

static guint32
compile (Compiler *self, const CritCondition *condition)
{
  if (condition == NULL)
    return CRIT_NO_STEP;

  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
      return compile_parts (self, condition, CRIT_STEP_AT_LEAST, condition->n_parts);
    case CRIT_CONDITION_ANY:
      return compile_parts (self, condition, CRIT_STEP_AT_LEAST, 1);
    case CRIT_CONDITION_AT_LEAST:
      return compile_parts (self, condition, CRIT_STEP_AT_LEAST, condition->least);
    case CRIT_CONDITION_NOT:
      return compile_parts (self, condition, CRIT_STEP_NOT, 0);
    case CRIT_CONDITION_COUNT:
      return compile_count (self, condition);
    case CRIT_CONDITION_CRITERION:
      return compile_criterion (self, condition);
    default:
      return compile_test (self, condition);
    }
}

/* A question is shown where its section and itself are. */
static guint32
compile_shown (Compiler *self, const CritQuestion *question)
{
  const CritCondition *section =
      question->list == NULL && question->section != NULL ? question->section->shown_when : NULL;
  CritStep both = { .kind = CRIT_STEP_AT_LEAST, .n_parts = 2, .least = 2 };
  guint32 at = CRIT_NO_STEP;

  if (section == NULL || question->shown_when == NULL)
    return compile (self, section != NULL ? section : question->shown_when);
  at = add_step (self, both);
  compile (self, section);
  compile (self, question->shown_when);
  return close_step (self, at);
}

static void
compile_all_shown (Compiler *self, GPtrArray *questions, guint32 first)
{
  for (guint i = 0; i < questions->len; i++)
    {
      guint32 at = compile_shown (self, questions->pdata[i]);

      g_array_index (self->shown, guint32, first + i) = at;
    }
}

/* Gives each field a place after the questions. Returns how many fields the largest list has. */
static guint
place_fields (Compiler *self)
{
  GPtrArray *questions = self->program->rules->questions;
  guint n = questions->len, most = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const CritQuestion *question = questions->pdata[i];

      self->fields[i] = n;
      n += question->fields != NULL ? question->fields->len : 0;
      most = MAX (most, question->fields != NULL ? question->fields->len : 0);
    }
  g_array_set_size (self->shown, n);
  return most;
}

static void
compile_rules (Compiler *self)
{
  CritProgram *program = self->program;
  GPtrArray *questions = program->rules->questions;

  program->open_cells = g_new0 (CritAnswer, place_fields (self) + 1);
  compile_all_shown (self, questions, 0);
  for (guint i = 0; i < questions->len; i++)
    {
      const CritQuestion *question = questions->pdata[i];

      if (question->fields != NULL)
        compile_all_shown (self, question->fields, self->fields[i]);
    }
  for (guint i = 0; i < program->rules->criteria->len; i++)
    {
      const CritCriterion *criterion = program->rules->criteria->pdata[i];

      program->applies[i] = compile (self, criterion->applies_when);
      program->when[i] = compile (self, criterion->when);
    }
}

static void
resolve (Compiler *self, guint32 *shown)
{
  *shown = g_array_index (self->shown, guint32, *shown);
}

/* Puts the steps that say what is shown in the place of where they are to be found. */
static void
resolve_shown (Compiler *self)
{
  for (guint32 i = 0; i < self->steps->len; i++)
    {
      CritStep *step = get_step (self, i);

      if (step->kind >= CRIT_STEP_TRUTH && step->kind != CRIT_STEP_CRITERION)
        resolve (self, &step->shown);
      if (step->kind == CRIT_STEP_DURATION)
        resolve (self, &step->until_shown);
    }
  for (guint i = 0; i < self->counts->len; i++)
    resolve (self, &g_array_index (self->counts, CritCount, i).shown);
}

/**
 * crit_program_new:
 * @rules: rules
 *
 * Compiles all conditions of a rules file.
 *
 * Returns: (transfer full): the program
 */
CritProgram *
crit_program_new (CritRules *rules)
{
  CritProgram *self = NULL;
  Compiler compiler = { 0 };
  CritAnswer *open = NULL;

  g_return_val_if_fail (rules != NULL, NULL);

  self = g_atomic_rc_box_new0 (CritProgram);
  self->rules = crit_rules_ref (rules);
  self->when = g_new0 (guint32, rules->criteria->len + 1);
  self->applies = g_new0 (guint32, rules->criteria->len + 1);

  open = crit_answers_new (rules);
  compiler.program = self;
  compiler.steps = g_array_sized_new (FALSE, FALSE, sizeof (CritStep), 2 * rules->criteria->len);
  compiler.counts = g_array_new (FALSE, FALSE, sizeof (CritCount));
  compiler.shown = g_array_new (FALSE, TRUE, sizeof (guint32));
  compiler.fields = g_new0 (guint32, rules->questions->len + 1);
  crit_world_init (&compiler.world, open, CRIT_DAY_MIN);
  compile_rules (&compiler);
  resolve_shown (&compiler);
  crit_world_clear (&compiler.world);
  self->n_counts = compiler.counts->len;
  self->steps = (CritStep *) (gpointer) g_array_free (compiler.steps, FALSE);
  self->counts = (CritCount *) (gpointer) g_array_free (compiler.counts, FALSE);
  g_array_unref (compiler.shown);
  g_free (compiler.fields);
  crit_answers_free (rules, open);
  return self;
}

/**
 * crit_program_ref:
 * @self: a program
 *
 * Returns: (transfer full): the same program
 */
CritProgram *
crit_program_ref (CritProgram *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (CritProgram *self)
{
  for (guint i = 0; i < self->n_counts; i++)
    g_free (self->counts[i].classes);
  g_free (self->counts);
  g_free (self->steps);
  g_free (self->when);
  g_free (self->applies);
  g_free (self->open_cells);
  crit_rules_unref (self->rules);
}

/**
 * crit_program_unref:
 * @self: (transfer full): a program
 *
 * Gives up a reference.
 */
void
crit_program_unref (CritProgram *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * crit_program_get_rules:
 * @self: a program
 *
 * Returns: the rules that it was compiled from
 */
CritRules *
crit_program_get_rules (const CritProgram *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rules;
}
