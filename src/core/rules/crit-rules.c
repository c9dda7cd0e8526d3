/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "json/crit-memory.h"
#include "rules/crit-rules-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As many digits of a digest as people can compare by eye. */
#define SHORT_DIGEST 12

G_DEFINE_BOXED_TYPE (CritRules, crit_rules, crit_rules_ref, crit_rules_unref)

/* The model is about as large as the text that it is made of: it is asked for in pieces of so many bytes. */
#define SMALLEST_PIECE ((gsize) 4096)

static void
clear_case (CritCase *test_case)
{
  g_clear_pointer (&test_case->answers, json_node_unref);
  g_clear_pointer (&test_case->expect, json_node_unref);
}

static void
clear_option_set (CritOptionSet *set)
{
  g_hash_table_unref (set->indices);
}

/* Memory for the model, all zero, which lives as long as @self. */
gpointer
crit_rules_allocate (CritRules *self, gsize size)
{
  return memset (obstack_alloc (&self->priv->model, size), 0, size);
}

/* A list that lives as long as @self. */
GPtrArray *
crit_rules_add_list (CritRules *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (self->priv->lists, list);
  return list;
}

/* Made with its options; the loader gives each option its attributes once all their names are known. */
CritOptionSet *
crit_option_set_new (CritRules *rules, const char *id)
{
  CritOptionSet *self = CRIT_RULES_NEW (rules, CritOptionSet, 1);

  self->id = id;
  self->attributes = crit_rules_add_list (rules);
  self->options = crit_rules_add_list (rules);
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (rules->option_sets, self);
  return self;
}

CritOption *
crit_option_set_add (CritRules *rules, CritOptionSet *self, const char *code, const char *text)
{
  CritOption *option = CRIT_RULES_NEW (rules, CritOption, 1);

  option->code = code;
  option->text = text;
  g_hash_table_insert (self->indices, (gpointer) code, GUINT_TO_POINTER (self->options->len));
  g_ptr_array_add (self->options, option);
  return option;
}

CritQuestion *
crit_question_new (CritRules *rules, CritQuestionType type)
{
  CritQuestion *self = CRIT_RULES_NEW (rules, CritQuestion, 1);

  self->type = type;
  self->minimum = self->plausible_minimum = -INFINITY;
  self->maximum = self->plausible_maximum = INFINITY;
  if (type == CRIT_QUESTION_LIST)
    self->fields = crit_rules_add_list (rules);
  return self;
}

/* A condition that tests nothing yet. */
CritCondition *
crit_condition_new (CritRules *rules, CritConditionKind kind)
{
  CritCondition *self = CRIT_RULES_NEW (rules, CritCondition, 1);

  self->kind = kind;
  self->attribute = -1;
  return self;
}

/* An empty model of @text; the loader fills it. */
CritRules *
crit_rules_new (GBytes *text)
{
  CritRules *self = g_atomic_rc_box_new0 (CritRules);

  self->text = g_bytes_ref (text);
  self->priv = g_new0 (struct _CritRulesPrivate, 1);
  obstack_specify_allocation (&self->priv->model,
                              (int) MAX (g_bytes_get_size (text), SMALLEST_PIECE), 0,
                              crit_memory_new, g_free);
  self->priv->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->priv->questions = g_hash_table_new (g_str_hash, g_str_equal);
  self->priv->criteria = g_hash_table_new (g_str_hash, g_str_equal);

  self->sources = crit_rules_add_list (self);
  self->option_sets = g_ptr_array_new_with_free_func ((GDestroyNotify) clear_option_set);
  self->sections = crit_rules_add_list (self);
  self->questions = crit_rules_add_list (self);
  self->criteria = crit_rules_add_list (self);
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) clear_case);
  return self;
}

static void
clear (CritRules *self)
{
  g_hash_table_unref (self->priv->questions);
  g_hash_table_unref (self->priv->criteria);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->option_sets);
  g_ptr_array_unref (self->priv->lists);
  obstack_free (&self->priv->model, NULL);
  g_free (self->priv->strings);
  g_free (self->priv->digest);
  g_free (self->priv);
  g_bytes_unref (self->text);
}

/**
 * crit_rules_ref:
 * @self: rules
 *
 * Returns: (transfer full): the same rules
 */
CritRules *
crit_rules_ref (CritRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * crit_rules_unref:
 * @self: (transfer full): rules
 *
 * Gives up a reference. With the last one the rules and all that belongs to them are freed.
 */
void
crit_rules_unref (CritRules *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * crit_rules_find_question:
 * @self: rules
 * @id: any text
 *
 * Returns: (nullable): the top-level question with that id
 */
const CritQuestion *
crit_rules_find_question (const CritRules *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->priv->questions, id);
}

/**
 * crit_rules_find_criterion:
 * @self: rules
 * @id: any text
 *
 * Returns: (nullable): the criterion with that id
 */
const CritCriterion *
crit_rules_find_criterion (const CritRules *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->priv->criteria, id);
}

/**
 * crit_question_find_field:
 * @list: a question of type `list`
 * @id: any text
 *
 * Returns: (nullable): the field of the list's entries with that id
 */
const CritQuestion *
crit_question_find_field (const CritQuestion *list, const char *id)
{
  g_return_val_if_fail (list != NULL && list->fields != NULL && id != NULL, NULL);

  for (guint i = 0; i < list->fields->len; i++)
    {
      const CritQuestion *field = g_ptr_array_index (list->fields, i);

      if (g_str_equal (field->id, id))
        return field;
    }
  return NULL;
}

/**
 * crit_question_get_label:
 * @self: a question
 *
 * Returns: the question in a few words, for reasons and tables: its label, or its text where it has none
 */
const char *
crit_question_get_label (const CritQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label != NULL ? self->label : self->text;
}

/**
 * crit_question_get_remark:
 * @self: a question
 *
 * Returns: (nullable): that nothing depends on its answer, where it is asked for the record only
 */
const char *
crit_question_get_remark (const CritQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->for_the_record ? _ ("For the record: no criterion uses this answer.") : NULL;
}

/**
 * crit_question_dup_help:
 * @self: a question
 *
 * Returns: (transfer full) (nullable): its help, and the remark on it
 */
char *
crit_question_dup_help (const CritQuestion *self)
{
  const char *remark = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  remark = crit_question_get_remark (self);
  if (self->help == NULL || remark == NULL)
    return g_strdup (self->help != NULL ? self->help : remark);
  return g_strconcat (self->help, "\n", remark, NULL);
}

/**
 * crit_question_dup_number_text:
 * @self: a question of type `integer` or `decimal`
 * @number: a number, in the question's unit
 *
 * Returns: (transfer full): the number for people, as the locale writes it and with its unit: "70.5 kg"
 */
char *
crit_question_dup_number_text (const CritQuestion *self, double number)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* 15 digits are all that a number in a file may have. */
  if (self->unit == NULL)
    return g_strdup_printf ("%.15g", number);
  /* Translators: a number and its unit: "70.5 kg". */
  return g_strdup_printf (_ ("%1$.15g %2$s"), number, self->unit);
}

/**
 * crit_option_set_find:
 * @self: a set of options
 * @code: any text
 *
 * Returns: the index of the option with that code; -1 where there is none
 */
int
crit_option_set_find (const CritOptionSet *self, const char *code)
{
  gpointer index = NULL;

  g_return_val_if_fail (self != NULL && code != NULL, -1);

  if (!g_hash_table_lookup_extended (self->indices, code, NULL, &index))
    return -1;
  return (int) GPOINTER_TO_UINT (index);
}

/**
 * crit_option_set_get:
 * @self: a set of options
 * @index: an index below the number of options
 *
 * Returns: the option
 */
const CritOption *
crit_option_set_get (const CritOptionSet *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->options->len, NULL);

  return g_ptr_array_index (self->options, index);
}

/**
 * crit_option_dup_attributes:
 * @option: an option
 * @set: the set it belongs to
 *
 * Writes what the rules file says of an option besides its name, as it is written there: "SSRI".
 *
 * Returns: (transfer full): the attributes with a middle dot between them; empty where there are none
 */
char *
crit_option_dup_attributes (const CritOption *option, const CritOptionSet *set)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (option != NULL && set != NULL, NULL);

  for (guint i = 0; i < set->attributes->len; i++)
    {
      const char *attribute = option->attributes[i];

      if (attribute != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", attribute);
    }
  return g_strdup (text->str);
}

/**
 * crit_rules_is_past_review:
 * @self: rules
 * @today: the day it is now; a whole date
 *
 * Returns: whether the last day on which the rules were to be reviewed is over; never for rules without such a day
 */
gboolean
crit_rules_is_past_review (const CritRules *self, CritDate today)
{
  g_return_val_if_fail (self != NULL && crit_date_is_whole (today), FALSE);

  return crit_date_is_set (self->review_by)
         && crit_date_get_first_day (today) > crit_date_get_last_day (self->review_by);
}

/**
 * crit_rules_get_digest:
 * @self: rules
 *
 * Rules are hashed when somebody first asks, which takes longer than reading them. Any thread may ask.
 *
 * Returns: SHA-256 of their text, 64 hexadecimal digits
 */
const char *
crit_rules_get_digest (const CritRules *self)
{
  struct _CritRulesPrivate *priv = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  priv = self->priv;
  if (g_once_init_enter (&priv->digest))
    g_once_init_leave (&priv->digest, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->text));
  return priv->digest;
}

/**
 * crit_rules_dup_short_digest:
 * @self: rules
 *
 * Returns: (transfer full): the beginning of the digest, short enough to be compared by eye
 */
char *
crit_rules_dup_short_digest (const CritRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strndup (crit_rules_get_digest (self), SHORT_DIGEST);
}
