/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-sides.h"

#include "record/crit-record-file.h"
#include "screening/crit-evaluate.h"
#include "screening/crit-reach.h"

#include <glib/gi18n-lib.h>

/* A condition with bounds, and the truth values that it has had in the cases so far. */
typedef struct
{
  const CritCondition *condition;
  CritTruth seen;
} Bound;

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
      Bound bound = { .condition = g_ptr_array_index (conditions, i) };

      if (is_bounded (bound.condition))
        g_array_append_val (bounds, bound);
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

static void
look (Bound *self, CritWorld *world, int entry)
{
  CritTruth truth = CRIT_EITHER;

  if (self->seen != CRIT_EITHER && is_asked (world, self->condition, entry))
    truth = crit_evaluate (world, self->condition, entry);
  if (truth != CRIT_EITHER)
    self->seen |= truth;
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

static const char *
get_sentence (CritTruth seen)
{
  /* Translators: %1$s is a question in a few words, %2$s its bound: "18 or over". */
  if (seen == CRIT_TRUE)
    return _ ("No case is outside this bound: %1$s, %2$s. Add one that is just outside.");
  /* Translators: %1$s is a question in a few words, %2$s its bound: "18 or over". */
  if (seen == CRIT_FALSE)
    return _ ("No case is inside this bound: %1$s, %2$s. Add one that is just inside.");
  /* Translators: %1$s is a question in a few words, %2$s its bound: "18 or over". */
  return _ ("No case tries this bound: %1$s, %2$s. Add one on each side of it.");
}

static void
report (const Bound *self, const CritRules *rules, GPtrArray *findings)
{
  const char *label = crit_question_get_label (self->condition->question);
  g_autofree char *words = crit_condition_dup_bounds_text (self->condition);
  g_autofree char *message = NULL;

  if (self->seen == CRIT_EITHER)
    return;
    /* The formats are those just above, and the build checks their translations. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (get_sentence (self->seen), label, words);
#pragma GCC diagnostic pop
  crit_rules_report (rules, findings, CRIT_SEVERITY_WARNING, self->condition->offset, NULL,
                     "bound-without-case", message);
}

/**
 * crit_sides_report:
 * @rules: rules
 * @findings: (element-type CritFinding): where warnings are added
 *
 * Adds a warning for each bound on a number, date, duration or count that is not true in one case and false in another.
 * Inside a count it is enough that it is true of one entry and false of another. A case in which the question is not
 * asked, or the bound is undecided, stands for neither side.
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
    report (&g_array_index (bounds, Bound, i), rules, findings);
}
