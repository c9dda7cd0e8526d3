/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-defects-private.h"

#include <glib/gi18n-lib.h>

static void
free_defect (CritDefect *self)
{
  g_free (self->changed.parts);
  g_free (self->changed.accepted);
  g_free (self->sentence);
  g_free (self);
}

static guint8 *
dup_accepted (const CritCondition *condition)
{
  if (condition->accepted == NULL)
    return NULL;
  return g_memdup2 (condition->accepted, condition->question->options->options->len);
}

/* Adds a defect in which @condition becomes as @model. It can be changed further before the next one is added. */
CritDefect *
crit_defects_add (GPtrArray *self,
                  CritCondition *condition,
                  const CritCondition *model,
                  gsize offset,
                  char *sentence)
{
  CritDefect *defect = g_new0 (CritDefect, 1);

  *defect = (CritDefect){
    .condition = condition, .changed = *model, .offset = offset, .sentence = sentence
  };
  defect->changed.parts = g_memdup2 (model->parts, sizeof model->parts[0] * model->n_parts);
  defect->changed.accepted = dup_accepted (model);
  g_ptr_array_add (self, defect);
  return defect;
}

/* A condition that says nothing is true. */
static void
leave_out (GPtrArray *self, CritCondition *condition, const char *key)
{
  const CritCondition always = { .kind = CRIT_CONDITION_ALL, .attribute = -1 };

  /* Translators: %s is a key of a rules file, such as "where". */
  crit_defects_add (self, condition, &always, condition->offset,
                    g_strdup_printf (_ ("“%s” is left out."), key));
}

static void
leave_out_part (GPtrArray *self, CritCondition *condition, guint index)
{
  CritCondition *changed =
      &crit_defects_add (self, condition, condition, condition->parts[index]->offset,
                         g_strdup (_ ("This one of several conditions is left out.")))
           ->changed;

  changed->n_parts--;
  for (guint i = index; i < changed->n_parts; i++)
    changed->parts[i] = condition->parts[i + 1];
}

static void
leave_out_parts (GPtrArray *self, CritCondition *condition, guint least)
{
  for (guint i = 0; condition->n_parts > least && i < condition->n_parts; i++)
    leave_out_part (self, condition, i);
}

static void
swap_all_and_any (GPtrArray *self, CritCondition *condition)
{
  gboolean was_all = condition->kind == CRIT_CONDITION_ALL;
  CritCondition model = *condition;

  if (condition->n_parts < 2)
    return;
  model.kind = was_all ? CRIT_CONDITION_ANY : CRIT_CONDITION_ALL;
  crit_defects_add (self, condition, &model, condition->offset,
                    g_strdup (was_all ? _ ("“all” becomes “any”.") : _ ("“any” becomes “all”.")));
}

static void
change_least (GPtrArray *self, CritCondition *condition, guint least)
{
  CritCondition model = *condition;

  if (least < 1 || least > condition->n_parts)
    return;
  model.least = least;
  crit_defects_add (self, condition, &model, condition->offset,
                    g_strdup_printf (_ ("“at-least” %1$u becomes %2$u."), condition->least, least));
}

static void
take_not_away (GPtrArray *self, CritCondition *condition)
{
  crit_defects_add (self, condition, condition->parts[0], condition->offset,
                    g_strdup (_ ("“not” is left out.")));
}

static void
flip (GPtrArray *self, CritCondition *condition)
{
  CritCondition model = *condition;

  model.truth = !condition->truth;
  crit_defects_add (self, condition, &model, condition->offset,
                    g_strdup (condition->truth ? _ ("“is” true becomes false.")
                                               : _ ("“is” false becomes true.")));
}

/* What a test calls an option: its code, or the value of the attribute that is tested, which may be NULL. */
static const char *
get_word (const CritCondition *condition, guint index)
{
  const CritOption *option = crit_option_set_get (condition->question->options, index);

  return condition->attribute < 0 ? option->code : option->attributes[condition->attribute];
}

/* The words that are accepted, or those that are not, each once and in the order of the options. */
static GPtrArray *
find_words (const CritCondition *condition, gboolean accepted)
{
  GPtrArray *words = g_ptr_array_new ();
  guint n_options = condition->question->options->options->len;

  for (guint i = 0; i < n_options; i++)
    {
      const char *word = get_word (condition, i);

      if (word != NULL && (condition->accepted[i] != 0) == accepted
          && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, (gpointer) word);
    }
  return words;
}

static void
accept (CritDefect *self, const char *word, gboolean accepted)
{
  guint n_options = self->condition->question->options->options->len;

  for (guint i = 0; i < n_options; i++)
    if (g_strcmp0 (get_word (self->condition, i), word) == 0)
      self->changed.accepted[i] = accepted;
}

/* One word stands for another, or a list of several has one too few or too many. Of the words that could be there wrongly
   the first stands for all. */
static void
change_words (GPtrArray *self, CritCondition *condition)
{
  g_autoptr (GPtrArray) accepted = find_words (condition, TRUE);
  g_autoptr (GPtrArray) others = find_words (condition, FALSE);
  const char *other = others->len > 0 ? g_ptr_array_index (others, 0) : NULL;
  CritDefect *defect = NULL;

  for (guint i = 0; i < accepted->len && (accepted->len > 1 || other != NULL); i++)
    {
      const char *word = g_ptr_array_index (accepted, i);

      defect = crit_defects_add (self, condition, condition, condition->offset,
                                 accepted->len > 1
                                     ? g_strdup_printf (_ ("“%s” is left out of “in”."), word)
                                     : g_strdup_printf (_ ("“%1$s” becomes “%2$s”."), word, other));
      accept (defect, word, FALSE);
    }
  if (accepted->len == 1 && other != NULL)
    accept (defect, other, TRUE);
  if (accepted->len > 1 && other != NULL)
    accept (crit_defects_add (self, condition, condition, condition->offset,
                              g_strdup_printf (_ ("“%s” is added to “in”."), other)),
            other, TRUE);
}

static void
change_count (GPtrArray *self, CritCondition *condition)
{
  CritCondition model = *condition;

  crit_defects_change_bounds (self, condition);
  if (condition->where != NULL)
    leave_out (self, condition->where, "where");
  if (condition->distinct == NULL)
    return;
  model.distinct = NULL;
  model.attribute = -1;
  crit_defects_add (self, condition, &model, condition->offset,
                    g_strdup (_ ("“distinct” is left out.")));
}

static void
change (GPtrArray *self, CritCondition *condition)
{
  switch (condition->kind)
    {
    case CRIT_CONDITION_ALL:
    case CRIT_CONDITION_ANY:
      swap_all_and_any (self, condition);
      leave_out_parts (self, condition, 1);
      break;
    case CRIT_CONDITION_AT_LEAST:
      change_least (self, condition, condition->least - 1);
      change_least (self, condition, condition->least + 1);
      leave_out_parts (self, condition, condition->least);
      break;
    case CRIT_CONDITION_NOT:
      take_not_away (self, condition);
      break;
    case CRIT_CONDITION_TRUTH:
      flip (self, condition);
      break;
    case CRIT_CONDITION_OPTION:
      change_words (self, condition);
      break;
    case CRIT_CONDITION_WITHIN:
    case CRIT_CONDITION_LONGER_AGO:
      crit_defects_change_period (self, condition);
      break;
    case CRIT_CONDITION_COUNT:
      change_count (self, condition);
      break;
    case CRIT_CONDITION_CRITERION:
      break;
    default:
      crit_defects_change_bounds (self, condition);
    }
}

static void
change_all (GPtrArray *self, CritCondition *condition)
{
  change (self, condition);
  for (guint i = 0; i < condition->n_parts; i++)
    change_all (self, condition->parts[i]);
  if (condition->where != NULL)
    change_all (self, condition->where);
}

static void
leave_out_or_change (GPtrArray *self, CritCondition *root, const char *key)
{
  if (root == NULL)
    return;
  leave_out (self, root, key);
  change_all (self, root);
}

static void
change_questions (GPtrArray *self, GPtrArray *questions)
{
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (questions, i);

      leave_out_or_change (self, question->shown_when, "shown-when");
      change_questions (self, question->fields);
    }
}

static void
change_criterion (GPtrArray *self, const CritCriterion *criterion)
{
  leave_out_or_change (self, criterion->applies_when, "applies-when");
  if (criterion->when != NULL)
    change_all (self, criterion->when);
}

/**
 * crit_defects_of_rules:
 * @rules: rules; borrowed
 *
 * Thinks of the small mistakes that are easily made in conditions: a bound that is one too high or too low, or does or
 * does not include its own value, `all` for `any`, another option, something left out.
 *
 * Returns: (transfer full) (element-type CritDefect): the defects, about in the order of the file
 */
GPtrArray *
crit_defects_of_rules (const CritRules *rules)
{
  GPtrArray *self = g_ptr_array_new_with_free_func ((GDestroyNotify) free_defect);

  for (guint i = 0; i < rules->sections->len; i++)
    {
      const CritSection *section = g_ptr_array_index (rules->sections, i);

      leave_out_or_change (self, section->shown_when, "shown-when");
      change_questions (self, section->questions);
    }
  for (guint i = 0; i < rules->criteria->len; i++)
    change_criterion (self, g_ptr_array_index (rules->criteria, i));
  return self;
}

/**
 * crit_defect_swap:
 * @self: a defect
 *
 * Plants the defect in the rules it is about; the next call takes it out again. Meanwhile nobody else may use the rules.
 */
void
crit_defect_swap (CritDefect *self)
{
  CritCondition other = *self->condition;

  *self->condition = self->changed;
  self->changed = other;
}
