/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-timeline-private.h"

#include "summary/crit-entry-text.h"

/* A duration with a lower end says which length is enough, and goes before one without. */
static void
take_duration (CritTimelineFields *fields, const CritCondition *duration)
{
  if (fields->duration != NULL && (fields->duration->lower.present || !duration->lower.present))
    return;
  fields->duration = duration;
  fields->start = duration->question;
  fields->stop = duration->until;
}

static gboolean
tells_what_happened (const CritQuestion *field, const CritQuestion *list)
{
  return field->type == CRIT_QUESTION_CHOICE && field != crit_entry_find_naming_field (list);
}

/* Looks at what is asked of the entries that are counted. */
static void
search_where (CritTimelineFields *fields, const CritCondition *condition, const CritQuestion *list)
{
  const CritQuestion *question = condition->question;

  if (condition->kind == CRIT_CONDITION_DURATION && question->list == list
      && condition->until->list == list)
    take_duration (fields, condition);
  else if (fields->outcome == NULL && question != NULL && question->list == list
           && tells_what_happened (question, list))
    fields->outcome = question;

  for (guint i = 0; i < condition->n_parts; i++)
    search_where (fields, condition->parts[i], list);
}

static void
search (CritTimelineFields *fields, const CritCondition *condition, const CritQuestion *list)
{
  if (condition == NULL)
    return;
  if (condition->kind == CRIT_CONDITION_COUNT && condition->question == list
      && condition->where != NULL)
    search_where (fields, condition->where, list);
  for (guint i = 0; i < condition->n_parts; i++)
    search (fields, condition->parts[i], list);
}

/**
 * crit_timeline_find_fields:
 * @rules: the rules that @list belongs to
 * @list: a list question
 * @fields: (out): what was found
 *
 * Looks in the criteria for two dates of a list that are used together. Where several lengths of time are asked for, the
 * first with a lower end is taken.
 *
 * Returns: whether there are two such dates
 */
gboolean
crit_timeline_find_fields (const CritRules *rules,
                           const CritQuestion *list,
                           CritTimelineFields *fields)
{
  *fields = (CritTimelineFields){ 0 };
  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = rules->criteria->pdata[i];

      search (fields, criterion->when, list);
      search (fields, criterion->applies_when, list);
    }
  return fields->duration != NULL;
}
