/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-shown.h"

#include "screening/crit-evaluate.h"
#include "screening/crit-reach.h"

/**
 * crit_shown_is_answered:
 * @world: the completions of a record
 * @question: a question or a field
 * @entry: of a field: the entry
 *
 * Not knowing, with a reason, is an answer. A list is answered once it is said whether its entries are all there are:
 * "not yet" is an answer, entries alone are none.
 *
 * Returns: whether the question is answered
 */
gboolean
crit_shown_is_answered (CritWorld *world, const CritQuestion *question, int entry)
{
  const CritAnswer *answer = crit_world_get_answer (world, question, entry);

  if (answer->kind == CRIT_ANSWER_LIST)
    return answer->entries->complete.kind != CRIT_ANSWER_OPEN;
  return answer->kind != CRIT_ANSWER_OPEN;
}

/* Whether what decides is asked for and not answered yet. Fields inside a count are answered for with their list. */
static gboolean
is_waiting (CritWorld *world, const CritCondition *shown_when, int entry)
{
  g_autoptr (GPtrArray) conditions = crit_reach_of_condition (shown_when);

  for (guint i = 0; i < conditions->len; i++)
    {
      const CritCondition *test = g_ptr_array_index (conditions, i);

      if (test->question != NULL && (test->question->list == NULL || entry >= 0)
          && !crit_shown_is_answered (world, test->question, entry))
        return TRUE;
    }
  return FALSE;
}

/* Where the answer that decides is given as not known, what hangs on it can still matter, and so it is shown. */
static gboolean
is_to_be_shown (CritWorld *world, const CritCondition *shown_when, int entry)
{
  switch (crit_evaluate (world, shown_when, entry))
    {
    case CRIT_TRUE:
      return TRUE;
    case CRIT_FALSE:
      return FALSE;
    default:
      return !is_waiting (world, shown_when, entry);
    }
}

/**
 * crit_shown_section:
 * @world: the completions of a record
 * @section: a section
 *
 * Returns: whether the section is to be shown to a person
 */
gboolean
crit_shown_section (CritWorld *world, const CritSection *section)
{
  return is_to_be_shown (world, section->shown_when, -1);
}

/**
 * crit_shown_question:
 * @world: the completions of a record
 * @question: a question or a field
 * @entry: of a field: the entry
 *
 * A question whose `shown-when` is open waits for the answers that decide it. Once these are given, if only as not
 * known, it is shown unless it is hidden for certain.
 *
 * Returns: whether the question is to be shown to a person
 */
gboolean
crit_shown_question (CritWorld *world, const CritQuestion *question, int entry)
{
  gboolean outer = TRUE;

  if (question->list != NULL)
    outer = crit_shown_question (world, question->list, -1);
  else if (question->section != NULL)
    outer = crit_shown_section (world, question->section);
  return outer && is_to_be_shown (world, question->shown_when, entry);
}
