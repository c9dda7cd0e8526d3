/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-loader-private.h"

#include <glib/gi18n-lib.h>

/* How many things may depend on each other in a row. It keeps every walk along them short, here and in screening; and
   nobody could follow a longer chain. */
#define LONGEST_CHAIN 64

/* A visit of a thing, and the one that led to it. */
typedef struct _Step Step;
struct _Step
{
  gconstpointer thing;
  const char *id;
  const Step *before; /* (nullable) */
  guint height;       /* the length of the longest chain that begins with it */
};

/* A walk along what depends on what: a criterion on what its condition tests, a question on its `shown-when`, its section
   and its list. */
typedef struct
{
  CritLoader *loader;
  GHashTable *heights; /* of the things whose visit is over */
  const Step *last;    /* (nullable) */
  guint n_steps;
  gboolean stopped;
} Walk;

static guint visit_condition (Walk *self, const CritCondition *condition);

/* Not MAX(), which would walk twice. */
static guint
higher (guint one, guint other)
{
  return one > other ? one : other;
}

static void
report (Walk *self,
        const CritCondition *condition,
        const char *code,
        const char *format,
        const char *text)
{
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", text, 1);
  crit_loader_report (self->loader, CRIT_SEVERITY_ERROR,
                      crit_json_document_find (self->loader->document, condition->offset), code,
                      "%s", message->str);
}

/* What led to the circle is no part of it, and is left out. */
static void
report_circle (Walk *self, const CritCondition *condition, const Step *first)
{
  g_autoptr (GString) chain = g_string_new (first->id);

  for (const Step *step = self->last; step != first; step = step->before)
    {
      g_string_prepend (chain, " → ");
      g_string_prepend (chain, step->id);
    }
  g_string_prepend (chain, " → ");
  g_string_prepend (chain, first->id);
  report (self, condition, "circle",
          _ ("This depends on itself: %s. One of these must do without the next."), chain->str);
}

static const Step *
find_step (const Walk *self, gconstpointer thing)
{
  const Step *step = self->last;

  while (step != NULL && step->thing != thing)
    step = step->before;
  return step;
}

/* Steps onto a thing, unless its height is known already or the step closes a circle. */
static gboolean
enter (Walk *self, Step *step, gconstpointer thing, const char *id, const CritCondition *condition)
{
  const Step *first = find_step (self, thing);

  if (first != NULL)
    report_circle (self, condition, first);
  else
    step->height = GPOINTER_TO_UINT (g_hash_table_lookup (self->heights, thing));
  if (first != NULL || step->height > 0 || self->stopped)
    return FALSE;

  step->thing = thing;
  step->id = id;
  step->before = self->last;
  self->last = step;
  self->n_steps++;
  return TRUE;
}

static void
leave (Walk *self, Step *step, guint height)
{
  step->height = height + 1;
  g_hash_table_insert (self->heights, (gpointer) step->thing, GUINT_TO_POINTER (step->height));
  self->last = step->before;
  self->n_steps--;
}

static guint
visit_section (Walk *self, const CritSection *section, const CritCondition *condition)
{
  Step step = { 0 };

  if (section == NULL)
    return 0;
  if (section->shown_when == NULL)
    return 1;
  if (enter (self, &step, section, section->id, condition))
    leave (self, &step, visit_condition (self, section->shown_when));
  return step.height;
}

/* As most questions are: what depends on nothing need not be remembered. */
static gboolean
is_always_shown (const CritQuestion *question)
{
  return question->shown_when == NULL && question->list == NULL
         && (question->section == NULL || question->section->shown_when == NULL);
}

static guint
visit_question (Walk *self, const CritQuestion *question, const CritCondition *condition)
{
  Step step = { 0 };
  guint height = 0;

  if (question == NULL)
    return 0;
  if (is_always_shown (question))
    return visit_section (self, question->section, condition) + 1;
  if (enter (self, &step, question, question->id, condition))
    {
      height = visit_condition (self, question->shown_when);
      height = higher (height, visit_section (self, question->section, condition));
      height = higher (height, visit_question (self, question->list, condition));
      leave (self, &step, height);
    }
  return step.height;
}

static guint
visit_criterion (Walk *self, const CritCriterion *criterion, const CritCondition *condition)
{
  Step step = { 0 };

  if (criterion == NULL)
    return 0;
  if (enter (self, &step, criterion, criterion->id, condition))
    leave (self, &step, visit_condition (self, criterion->when));
  return step.height;
}

static guint
visit_tested (Walk *self, const CritCondition *condition)
{
  guint height = visit_question (self, condition->question, condition);

  height = higher (height, visit_question (self, condition->until, condition));
  height = higher (height, visit_question (self, condition->distinct, condition));
  return higher (height, visit_criterion (self, condition->criterion, condition));
}

static guint
visit_condition (Walk *self, const CritCondition *condition)
{
  guint height = 0;

  if (condition == NULL || self->stopped)
    return 0;

  if (self->n_steps <= LONGEST_CHAIN)
    height = visit_tested (self, condition);
  if (self->n_steps + height > LONGEST_CHAIN && !self->stopped)
    {
      self->stopped = TRUE;
      report (self, condition, "long-chain",
              _ ("More than %s things depend on each other in a row here. Make the chain shorter."),
              G_STRINGIFY (LONGEST_CHAIN));
    }
  height = higher (height, visit_condition (self, condition->where));
  for (guint i = 0; i < condition->n_parts; i++)
    height = higher (height, visit_condition (self, condition->parts[i]));
  return height;
}

/* Reports what depends on itself, which no answer could ever settle. */
void
crit_rules_check_circles (CritLoader *loader)
{
  g_autoptr (GHashTable) heights = g_hash_table_new (NULL, NULL);
  Walk self = { .loader = loader, .heights = heights };
  CritRules *rules = loader->rules;

  for (guint i = 0; i < rules->sections->len; i++)
    visit_section (&self, g_ptr_array_index (rules->sections, i), NULL);
  for (guint i = 0; i < rules->questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (rules->questions, i);

      visit_question (&self, question, NULL);
      for (guint j = 0; question->fields != NULL && j < question->fields->len; j++)
        visit_question (&self, g_ptr_array_index (question->fields, j), NULL);
    }
  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (rules->criteria, i);

      visit_criterion (&self, criterion, NULL);
      visit_condition (&self, criterion->applies_when);
    }
}
