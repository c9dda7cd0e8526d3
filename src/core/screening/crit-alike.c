/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-alike.h"

/* Two values of a choice or an attribute, which are alike where nothing changes if they are exchanged everywhere. */
typedef struct
{
  CritWorld *world;
  CritInput input;
  guint a;
  guint b;
} Pair;

static gboolean
domain_tells (const Pair *self, CritInput input)
{
  CritDomain domain = crit_world_get_domain (self->world, input);

  return crit_domain_has (&domain, self->a) != crit_domain_has (&domain, self->b);
}

/* Whether an attribute of one of the two free texts is looked at in a case. */
static gboolean
is_attribute_of_either (const Pair *self, const CritInput *input)
{
  guint n_options = self->input.question->options->options->len;
  guint name = (guint) input->entry + n_options;

  return self->input.attribute < 0 && input->attribute != -1
         && (name == self->a || name == self->b);
}

static gboolean
narrowed_tells (const Pair *self)
{
  GHashTableIter iter = { 0 };
  gpointer key = NULL;

  g_hash_table_iter_init (&iter, self->world->narrowed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const CritInput *input = key;

      if (input->question != self->input.question)
        continue;
      if (is_attribute_of_either (self, input))
        return TRUE;
      if (input->attribute == self->input.attribute && domain_tells (self, *input))
        return TRUE;
    }
  return FALSE;
}

static gboolean
twin_tells (const Pair *self)
{
  const CritInput *twin = &self->world->twin;

  return twin->question == self->input.question && is_attribute_of_either (self, twin);
}

static gboolean
recorded_tells (const Pair *self)
{
  const CritQuestion *question = self->input.question;
  guint n = 1;

  if (self->input.attribute >= 0)
    return FALSE;
  if (question->list != NULL)
    n = crit_world_count_recorded (self->world, question->list);

  for (guint i = 0; i < n; i++)
    {
      const CritAnswer *answer = crit_world_get_answer (self->world, question, (int) i);

      if (answer->kind != CRIT_ANSWER_OPEN && answer->kind != CRIT_ANSWER_UNKNOWN
          && domain_tells (self, crit_input_of (question, (int) i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
classes_tell (const Pair *self, int attribute)
{
  const int *classes =
      crit_world_get_classes (self->world, self->input.question->options, attribute);

  return classes[self->a] != classes[self->b];
}

/* A test by option or by attribute accepts only one of the two, or only one of two kinds is counted. */
static gboolean
test_tells (const Pair *self, const CritCondition *test)
{
  const CritQuestion *question = self->input.question;

  if (test->kind == CRIT_CONDITION_OPTION && test->question == question)
    return (test->accepted[self->a] != 0) != (test->accepted[self->b] != 0);
  if (test->kind == CRIT_CONDITION_COUNT && test->distinct == question && test->attribute >= 0)
    return classes_tell (self, test->attribute);
  return FALSE;
}

static gboolean
tests_tell (const Pair *self, GPtrArray *tests)
{
  for (guint i = 0; i < tests->len; i++)
    if (test_tells (self, g_ptr_array_index (tests, i)))
      return TRUE;
  return FALSE;
}

/* Free texts differ in nothing but their names; options by what is tested of them; the attributes of options always. */
static gboolean
kind_tells (const Pair *self, GPtrArray *tests)
{
  guint n_options = self->input.question->options->options->len;
  guint n_values = crit_world_count_values (self->world, self->input);
  gboolean a_named = self->a >= n_options, b_named = self->b >= n_options;

  if (a_named != b_named)
    return TRUE;
  if (self->input.attribute >= 0)
    return !a_named || self->a == n_values - 1 || self->b == n_values - 1;
  return !a_named && tests_tell (self, tests);
}

/**
 * crit_alike_any_before:
 * @world: a world in a search
 * @tests: of #CritCondition: all that the criterion can depend on
 * @input: a choice, an attribute, or a yes/no answer
 * @chosen: one byte a value
 * @value: one of the values
 *
 * Two values are alike where no test, no recorded answer and no case so far can tell one from the other. Exchanging
 * them everywhere then turns completions into completions and leaves every status as it is: one of them is enough.
 *
 * Returns: whether a value before @value is chosen that is like it
 */
gboolean
crit_alike_any_before (CritWorld *world,
                       GPtrArray *tests,
                       CritInput input,
                       const guint8 *chosen,
                       guint value)
{
  if (input.question->type != CRIT_QUESTION_CHOICE)
    return FALSE;

  for (guint v = 0; v < value; v++)
    {
      Pair pair = { world, input, v, value };

      if (chosen[v] && !kind_tells (&pair, tests) && !recorded_tells (&pair) && !twin_tells (&pair)
          && !narrowed_tells (&pair))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_settled_on (CritWorld *world, CritInput input, guint value)
{
  CritDomain domain = crit_world_get_domain (world, input);

  return crit_domain_is_single (&domain) && crit_domain_has (&domain, value);
}

/**
 * crit_alike_is_taken:
 * @world: a world in a search
 * @input: a choice, an attribute, or a yes/no answer
 * @value: one of its values
 *
 * Returns: whether a case so far, or a recorded answer, has that value somewhere else
 */
gboolean
crit_alike_is_taken (CritWorld *world, CritInput input, guint value)
{
  const CritQuestion *list = input.question->list;
  guint n = list != NULL ? crit_world_count_recorded (world, list) : 0;
  GHashTableIter iter = { 0 };
  gpointer key = NULL;

  for (guint i = 0; i < n; i++)
    if (is_settled_on (world, crit_input_of (input.question, (int) i), value))
      return TRUE;

  g_hash_table_iter_init (&iter, world->narrowed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const CritInput *other = key;

      if (other->question == input.question && other->attribute == input.attribute
          && is_settled_on (world, *other, value))
        return TRUE;
    }
  return FALSE;
}
