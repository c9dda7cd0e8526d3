/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-still-matters.h"

#include "screening/crit-evaluate.h"
#include "screening/crit-once.h"

/* What undecided conditions look at: only such an input can matter. */
typedef struct
{
  CritWorld *world;
  GHashTable *inputs;
} Candidates;

static void collect (Candidates *self, const CritCondition *condition, int entry);

static gboolean
is_recorded_place (Candidates *self, const CritQuestion *question, int entry)
{
  return question->list == NULL
         || entry < (int) crit_world_count_recorded (self->world, question->list);
}

static void
add (Candidates *self, CritInput input)
{
  CritDomain domain = crit_world_get_domain (self->world, input);

  if (!crit_domain_is_single (&domain))
    g_hash_table_add (self->inputs, g_memdup2 (&input, sizeof input));
}

/* The free texts that are recorded anywhere as answers to a question: an open answer might be one of them. */
static void
add_texts (Candidates *self, const CritQuestion *question, int attribute)
{
  guint n_options = question->options->options->len;
  guint n = question->list != NULL ? crit_world_count_recorded (self->world, question->list) : 1;

  for (guint i = 0; i < n; i++)
    if (crit_world_get_answer (self->world, question, (int) i)->kind == CRIT_ANSWER_OTHER)
      {
        CritInput input = crit_input_of (question, (int) i);
        guint name = (guint) crit_world_get_domain (self->world, input).low - n_options;

        add (self, crit_input_of_attribute (question, name, attribute));
      }
}

static void
add_question (Candidates *self, const CritQuestion *question, int attribute, int entry)
{
  if (is_recorded_place (self, question, entry))
    add (self, crit_input_of (question, entry));
  if (question->type == CRIT_QUESTION_CHOICE && attribute >= 0)
    add_texts (self, question, attribute);
}

static void
collect_shown (Candidates *self, const CritQuestion *question, int entry)
{
  if (crit_evaluate_shown (self->world, question, entry) != CRIT_EITHER)
    return;

  if (question->list != NULL)
    collect_shown (self, question->list, -1);
  else if (question->section != NULL)
    collect (self, question->section->shown_when, -1);
  collect (self, question->shown_when, entry);
}

static void
collect_entry (Candidates *self, const CritCondition *count, int entry)
{
  if (crit_evaluate (self->world, count->where, entry) == CRIT_FALSE)
    return;

  collect (self, count->where, entry);
  if (count->distinct == NULL)
    return;
  collect_shown (self, count->distinct, entry);
  add_question (self, count->distinct, count->attribute, entry);
}

static void
collect_count (Candidates *self, const CritCondition *count)
{
  CritInput further = crit_input_of (count->question, -1);
  CritDomain domain = crit_world_get_domain (self->world, further);
  guint n = crit_world_count_recorded (self->world, count->question) + (domain.high > 0 ? 1 : 0);

  collect_shown (self, count->question, -1);
  add (self, further);
  for (guint i = 0; i < n; i++)
    collect_entry (self, count, (int) i);
}

static void
collect_test (Candidates *self, const CritCondition *test, int entry)
{
  collect_shown (self, test->question, entry);
  add_question (self, test->question, test->attribute, entry);
  if (test->until == NULL)
    return;
  collect_shown (self, test->until, entry);
  add_question (self, test->until, -1, entry);
}

static void
collect (Candidates *self, const CritCondition *condition, int entry)
{
  if (crit_evaluate (self->world, condition, entry) != CRIT_EITHER)
    return;

  if (condition->kind == CRIT_CONDITION_COUNT)
    collect_count (self, condition);
  else if (condition->kind == CRIT_CONDITION_CRITERION)
    collect (self, condition->criterion->when, -1);
  else if (!crit_condition_has_parts (condition))
    collect_test (self, condition, entry);
  for (guint i = 0; i < condition->n_parts; i++)
    collect (self, condition->parts[i], entry);
}

static void
add_place (GArray *places, CritPlace place)
{
  g_array_append_val (places, place);
}

/* A free text stands wherever it was recorded. */
static void
add_places_of_text (CritWorld *world, GArray *places, const CritQuestion *question, int name)
{
  guint n_options = question->options->options->len;
  guint n = question->list != NULL ? crit_world_count_recorded (world, question->list) : 0;

  if (question->list == NULL)
    add_place (places, crit_place_of_question (question));
  for (guint i = 0; i < n; i++)
    if (crit_world_get_answer (world, question, (int) i)->kind == CRIT_ANSWER_OTHER
        && crit_world_get_domain (world, crit_input_of (question, (int) i)).low
               == n_options + (guint) name)
      add_place (places, crit_place_of_field (question->list, i, question));
}

static void
add_places (CritWorld *world, GArray *places, const CritInput *input)
{
  const CritQuestion *question = input->question;

  if (input->attribute >= 0)
    add_places_of_text (world, places, question, input->entry);
  else if (question->type == CRIT_QUESTION_LIST)
    add_place (places, crit_place_of_complete (question));
  else if (question->list != NULL)
    add_place (places, crit_place_of_field (question->list, (guint) input->entry, question));
  else
    add_place (places, crit_place_of_question (question));
}

/* The file's order: by question; of a list by entry and field, and then whether these are all. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CritPlace *p = a, *q = b;

  if (p->question != q->question)
    return p->question->slot < q->question->slot ? -1 : 1;
  if (p->complete || q->complete)
    return (p->complete ? 1 : 0) - (q->complete ? 1 : 0);
  if (p->entry != q->entry)
    return p->entry < q->entry ? -1 : 1;
  if (p->field == q->field)
    return 0;
  return p->field->slot < q->field->slot ? -1 : 1;
}

static void
remove_repeated (GArray *places)
{
  for (guint i = places->len; i > 1; i--)
    if (crit_place_equal (&g_array_index (places, CritPlace, i - 1),
                          &g_array_index (places, CritPlace, i - 2)))
      g_array_remove_index (places, i - 1);
}

static GHashTable *
new_inputs (void)
{
  return g_hash_table_new_full ((GHashFunc) crit_input_hash, (GEqualFunc) crit_input_equal, g_free,
                                NULL);
}

static GHashTable *
find_candidates (CritExploration *exploration)
{
  Candidates self = { exploration->world, NULL };
  const CritCriterion *criterion = exploration->criterion;

  self.inputs = new_inputs ();
  if (criterion->applies_when != NULL)
    collect (&self, criterion->applies_when, -1);
  collect (&self, criterion->when, -1);
  return self.inputs;
}

static gboolean
is_same_entry (CritWorld *world, const CritQuestion *list, int entry, int other)
{
  for (guint i = 0; i < list->fields->len; i++)
    {
      const CritQuestion *field = g_ptr_array_index (list->fields, i);

      if (!crit_answer_equal (crit_world_get_answer (world, field, entry),
                              crit_world_get_answer (world, field, other)))
        return FALSE;
    }
  return TRUE;
}

/* Where two entries are the same, so is what matters of them: only the first is looked at. */
static CritInput
get_model (CritWorld *world, CritInput input)
{
  if (input.attribute >= 0 || input.question->list == NULL)
    return input;
  for (int entry = 0; entry < input.entry; entry++)
    if (is_same_entry (world, input.question->list, entry, input.entry))
      {
        input.entry = entry;
        break;
      }
  return input;
}

static gboolean
search_input (CritExploration *exploration, CritInput input)
{
  gboolean gave_up = exploration->gave_up;
  gboolean matters = crit_explore_matters (exploration, input);

  exploration->gave_up = exploration->gave_up || gave_up;
  return matters;
}

static GHashTable *
search_inputs (CritExploration *exploration)
{
  g_autoptr (GHashTable) known = new_inputs ();
  GHashTable *inputs = find_candidates (exploration);
  GHashTableIter iter = { 0 };
  gpointer key = NULL;

  g_hash_table_iter_init (&iter, inputs);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      CritInput model = get_model (exploration->world, *(const CritInput *) key);

      if (!g_hash_table_contains (known, &model))
        g_hash_table_insert (known, g_memdup2 (&model, sizeof model),
                             GINT_TO_POINTER (search_input (exploration, model)));
      if (g_hash_table_lookup (known, &model) == NULL)
        g_hash_table_iter_remove (&iter);
    }
  return inputs;
}

/* What can be read off need not be searched for. */
static GHashTable *
find_inputs (CritExploration *exploration)
{
  g_autoptr (GHashTable) inputs = new_inputs ();

  if (crit_once_find (exploration->world, exploration->criterion, inputs))
    return g_steal_pointer (&inputs);
  return search_inputs (exploration);
}

/**
 * crit_still_matters:
 * @exploration: an exploration of a criterion whose status is not known
 *
 * Finds what can still change the status: each open, unknown or partial answer, "are these all?" of each list, and each
 * free text of which something is not known, for which two completions that differ in that alone come to different
 * things.
 *
 * Returns: (transfer full): of #CritPlace: their places, in the file's order. Where @exploration gave up there may be more
 *   of them than matter, and never less
 */
GArray *
crit_still_matters (CritExploration *exploration)
{
  g_autoptr (GHashTable) inputs = find_inputs (exploration);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (CritPlace));
  GHashTableIter iter = { 0 };
  gpointer key = NULL;

  g_hash_table_iter_init (&iter, inputs);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    add_places (exploration->world, places, key);

  g_array_sort (places, compare_places);
  remove_repeated (places);
  return places;
}
