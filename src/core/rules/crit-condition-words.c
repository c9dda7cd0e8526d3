/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-condition-words.h"

#include "rules/crit-rules.h"

#include <glib/gi18n-lib.h>

/* Of a group or a list of options this many are named at most, and groups inside groups inside groups are not gone into. */
#define MOST_NAMED 3
#define DEEPEST 3

static char *dup_words (const CritCondition *self, guint depth);

/* What follows a label: "Age: 18 or over". It may stand in quotation marks, and so has none. */
static char *
dup_labelled (const char *label, const char *text)
{
  if (g_str_has_suffix (label, "?"))
    /* Translators: a question and its answer: "Is the person depressed now? Yes". */
    return g_strdup_printf (_ ("%1$s %2$s"), label, text);
  /* Translators: what was asked and the answer: "Age: 41". */
  return g_strdup_printf (_ ("%1$s: %2$s"), label, text);
}

/* Joins @texts, of which the last may be shown by their number alone. */
static char *
dup_joined (GPtrArray *texts)
{
  const guint more = texts->len > MOST_NAMED ? texts->len - MOST_NAMED : 0;
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len - more; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", (const char *) texts->pdata[i]);
  if (more > 0)
    {
      g_string_append (joined, "; ");
      g_string_append_printf (joined, g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", more),
                              more);
    }
  return g_string_free (joined, FALSE);
}

static const char *
get_option_text (const CritCondition *self, guint index)
{
  const CritOption *option = crit_option_set_get (self->question->options, index);

  return self->attribute < 0 ? option->text : option->attributes[self->attribute];
}

static GPtrArray *
list_accepted (const CritCondition *self)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < self->question->options->options->len; i++)
    {
      const char *text = get_option_text (self, i);

      if (self->accepted[i] && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        g_ptr_array_add (texts, (gpointer) text);
    }
  return texts;
}

static char *
dup_option_words (const CritCondition *self)
{
  g_autoptr (GPtrArray) texts = list_accepted (self);
  g_autofree char *joined = dup_joined (texts);

  return dup_labelled (crit_question_get_label (self->question), joined);
}

static char *
dup_group_words (const CritCondition *self, guint depth)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *threshold = crit_condition_dup_threshold_text (self);

  for (guint i = 0; i < self->n_parts; i++)
    g_ptr_array_add (texts, dup_words (self->parts[i], depth + 1));
  joined = dup_joined (texts);
  /* Translators: %1$s is such as "all of these", %2$s some conditions. */
  return g_strdup_printf (_ ("%1$s: %2$s"), threshold, joined);
}

static char *
dup_not_words (const CritCondition *self, guint depth)
{
  g_autofree char *words = dup_words (self->parts[0], depth + 1);

  /* Translators: %s is a condition that must not hold: "not so: Age: 18 or over". */
  return g_strdup_printf (_ ("not so: %s"), words);
}

static char *
dup_words (const CritCondition *self, guint depth)
{
  g_autofree char *subject = NULL;
  g_autofree char *bounds = NULL;

  if (crit_condition_has_parts (self) && depth == DEEPEST)
    return g_strdup ("…");
  switch (self->kind)
    {
    case CRIT_CONDITION_ALL:
    case CRIT_CONDITION_ANY:
    case CRIT_CONDITION_AT_LEAST:
      return dup_group_words (self, depth);
    case CRIT_CONDITION_NOT:
      return dup_not_words (self, depth);
    case CRIT_CONDITION_TRUTH:
      return dup_labelled (crit_question_get_label (self->question),
                           self->truth ? _ ("Yes") : _ ("No"));
    case CRIT_CONDITION_OPTION:
      return dup_option_words (self);
    case CRIT_CONDITION_CRITERION:
      return g_strdup (self->criterion->text);
    default:
      subject = crit_condition_dup_subject_text (self);
      bounds = crit_condition_dup_bounds_text (self);
      return dup_labelled (subject, bounds);
    }
}

/**
 * crit_condition_dup_words:
 * @self: a condition
 *
 * Says a condition in a few words, for a sentence about it: "Age: 18 or over". Of a large one only the beginning is said.
 *
 * Returns: (transfer full): the words, translated
 */
char *
crit_condition_dup_words (const CritCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_words (self, 0);
}

/**
 * crit_condition_dup_subject_text:
 * @self: a condition that is no group
 *
 * Returns: (transfer full): what it looks at: a question, two dates, what of a list is counted, a criterion; translated
 */
char *
crit_condition_dup_subject_text (const CritCondition *self)
{
  g_return_val_if_fail (self != NULL && !crit_condition_has_parts (self), NULL);

  if (self->kind == CRIT_CONDITION_CRITERION)
    return g_strdup (self->criterion->text);
  if (self->kind == CRIT_CONDITION_DURATION)
    /* Translators: the time between two dates, by their names: "From Started to Stopped". */
    return g_strdup_printf (_ ("From %1$s to %2$s"), crit_question_get_label (self->question),
                            crit_question_get_label (self->until));
  if (self->noun_other != NULL)
    /* Translators: how many there are of what a rules file calls so: "Number of types tried". */
    return g_strdup_printf (_ ("Number of %s"), self->noun_other);
  return g_strdup (crit_question_get_label (self->question));
}

/**
 * crit_condition_dup_threshold_text:
 * @self: a group of conditions
 *
 * Returns: (transfer full): how many of them are needed, translated
 */
char *
crit_condition_dup_threshold_text (const CritCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case CRIT_CONDITION_ALL:
      return g_strdup (_ ("all of these"));
    case CRIT_CONDITION_ANY:
      return g_strdup (_ ("any of these"));
    default:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u or more of these", "%u or more of these", self->least),
          self->least);
    }
}
