/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-amendment.h"

#include "rules/crit-condition-words.h"

#include <glib/gi18n-lib.h>

/* One amendment, with the rules on either side of it. */
typedef struct
{
  const CritAmendment *amendment;
  CritRulesIndex *former;
  CritRulesIndex *newer;
} Telling;

/* --- What it is about --- */

static const CritCondition *
get_former (const Telling *self)
{
  JsonNode *node = self->amendment->former;

  return node != NULL ? crit_rules_index_find_condition (self->former, node) : NULL;
}

static const CritCondition *
get_newer (const Telling *self)
{
  JsonNode *node = self->amendment->newer;

  return node != NULL ? crit_rules_index_find_condition (self->newer, node) : NULL;
}

static const CritQuestion *
get_former_question (const Telling *self)
{
  return crit_rules_index_find_question (self->former, self->amendment->list, self->amendment->id);
}

static const CritQuestion *
get_newer_question (const Telling *self)
{
  return crit_rules_index_find_question (self->newer, self->amendment->list, self->amendment->id);
}

static const char *
get_question_label (const Telling *self)
{
  const CritQuestion *question = get_newer_question (self);

  return crit_question_get_label (question != NULL ? question : get_former_question (self));
}

static gboolean
has_question (CritRulesIndex *index, const CritQuestion *question)
{
  const char *list = question->list != NULL ? question->list->id : NULL;

  return crit_rules_index_find_question (index, list, question->id) != NULL;
}

/* The first question in a condition that the other rules do not have, or NULL. */
static const CritQuestion *
find_question_not_in (const CritCondition *condition, CritRulesIndex *index)
{
  const CritQuestion *const looked_at[] = { condition->question, condition->until,
                                            condition->distinct };
  const CritQuestion *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (looked_at); i++)
    if (looked_at[i] != NULL && !has_question (index, looked_at[i]))
      return looked_at[i];
  if (condition->where != NULL)
    found = find_question_not_in (condition->where, index);
  for (guint i = 0; found == NULL && i < condition->n_parts; i++)
    found = find_question_not_in (condition->parts[i], index);
  return found;
}

static const CritQuestion *
find_new_question (const Telling *self)
{
  const CritCondition *newer = get_newer (self);

  return newer != NULL ? find_question_not_in (newer, self->former) : NULL;
}

static const CritQuestion *
find_removed_question (const Telling *self)
{
  const CritCondition *former = get_former (self);

  return former != NULL ? find_question_not_in (former, self->newer) : NULL;
}

/* --- The kind of cause --- */

static gboolean
has_bounds (const CritCondition *condition)
{
  g_autofree char *text = condition != NULL ? crit_condition_dup_bounds_text (condition) : NULL;

  return text != NULL || (condition != NULL && condition->kind == CRIT_CONDITION_AT_LEAST);
}

static gboolean
is_about_bounds (const Telling *self)
{
  CritAmendmentKind kind = self->amendment->kind;

  return (kind == CRIT_AMENDMENT_TEST || kind == CRIT_AMENDMENT_GROUP)
         && has_bounds (get_former (self)) && has_bounds (get_newer (self));
}

static CritCauseKind
get_cause_in_rule (const Telling *self)
{
  if (is_about_bounds (self))
    return CRIT_CAUSE_BOUND_CHANGED;
  if (find_new_question (self) != NULL)
    return CRIT_CAUSE_QUESTION_NEW;
  if (find_removed_question (self) != NULL)
    return CRIT_CAUSE_QUESTION_REMOVED;
  return CRIT_CAUSE_RULE_CHANGED;
}

static CritCauseKind
get_cause_in_question (const CritAmendment *self)
{
  if (self->kind == CRIT_AMENDMENT_OPTION)
    return self->former == NULL  ? CRIT_CAUSE_OPTION_NEW
           : self->newer == NULL ? CRIT_CAUSE_OPTION_GONE
                                 : CRIT_CAUSE_OPTION_CHANGED;
  if (g_strcmp0 (self->key, "minimum") == 0 || g_strcmp0 (self->key, "maximum") == 0)
    return CRIT_CAUSE_LIMIT_CHANGED;
  return CRIT_CAUSE_QUESTION_CHANGED;
}

/**
 * crit_amendment_get_cause:
 * @self: an amendment
 * @former: the rules before it
 * @newer: the rules after it
 *
 * Returns: what kind of cause it is where a status differs because of it
 */
CritCauseKind
crit_amendment_get_cause (const CritAmendment *self, CritRulesIndex *former, CritRulesIndex *newer)
{
  const Telling telling = { self, former, newer };

  switch (self->part)
    {
    case CRIT_AMENDED_APPLIES:
      return CRIT_CAUSE_APPLIES_CHANGED;
    case CRIT_AMENDED_QUESTION_SHOWN:
    case CRIT_AMENDED_SECTION_SHOWN:
      return CRIT_CAUSE_SHOWN_CHANGED;
    case CRIT_AMENDED_QUESTION:
      return get_cause_in_question (self);
    case CRIT_AMENDED_CRITERION:
      return CRIT_CAUSE_KIND_CHANGED;
    default:
      return get_cause_in_rule (&telling);
    }
}

/* --- What changed in a condition --- */

static char *
dup_became (const char *former, const char *newer)
{
  /* Translators: what stood in the rules, and what stands in their newer version: "“18 or over” became “21 or over”". */
  return g_strdup_printf (_ ("“%1$s” became “%2$s”"), former, newer);
}

/* What is called the same is not the same: another question with the same words, or another option. */
static char *
tell_other_meaning (const Telling *self, const char *words)
{
  if (find_new_question (self) != NULL)
    /* Translators: %s is a condition: "Age: 18 or over". */
    return g_strdup_printf (_ ("“%s” is now about another question, in the same words"), words);
  /* Translators: %s is a condition: "Age: 18 or over". */
  return g_strdup_printf (_ ("“%s” now means something else, in the same words"), words);
}

static char *
tell_words (const Telling *self)
{
  g_autofree char *former = crit_condition_dup_words (get_former (self));
  g_autofree char *newer = crit_condition_dup_words (get_newer (self));

  if (g_str_equal (former, newer))
    return tell_other_meaning (self, newer);
  return dup_became (former, newer);
}

static char *
tell_test (const Telling *self)
{
  g_autofree char *subject = crit_condition_dup_subject_text (get_newer (self));
  g_autofree char *former = crit_condition_dup_bounds_text (get_former (self));
  g_autofree char *newer = crit_condition_dup_bounds_text (get_newer (self));

  if (former == NULL || newer == NULL)
    return tell_words (self);
  /* Translators: %1$s is what is looked at, %2$s what was asked for and %3$s what is asked for now: "of “Age”, “18 or
     over” became “21 or over”". */
  return g_strdup_printf (_ ("of “%1$s”, “%2$s” became “%3$s”"), subject, former, newer);
}

static char *
tell_group (const Telling *self)
{
  g_autofree char *former = crit_condition_dup_threshold_text (get_former (self));
  g_autofree char *newer = crit_condition_dup_threshold_text (get_newer (self));

  return dup_became (former, newer);
}

static char *
tell_new_part (const Telling *self)
{
  const CritQuestion *question = find_new_question (self);
  g_autofree char *words = crit_condition_dup_words (get_newer (self));

  if (question == NULL)
    /* Translators: %s is a condition that was not in the rules before. */
    return g_strdup_printf (_ ("“%s” is new"), words);
  /* Translators: %1$s is a condition that was not in the rules before, %2$s a question that was not. */
  return g_strdup_printf (_ ("“%1$s” is new, and so is the question “%2$s”"), words,
                          crit_question_get_label (question));
}

static char *
tell_removed_part (const Telling *self)
{
  const CritQuestion *question = find_removed_question (self);
  g_autofree char *words = crit_condition_dup_words (get_former (self));

  if (question == NULL)
    /* Translators: %s is a condition that was taken out of the rules. */
    return g_strdup_printf (_ ("“%s” was removed"), words);
  /* Translators: %1$s is a condition that was taken out of the rules, %2$s a question that was. */
  return g_strdup_printf (_ ("“%1$s” was removed, and so was the question “%2$s”"), words,
                          crit_question_get_label (question));
}

static char *
tell_part (const Telling *self)
{
  if (self->amendment->former == NULL)
    return tell_new_part (self);
  if (self->amendment->newer == NULL)
    return tell_removed_part (self);
  return tell_words (self);
}

static char *
dup_counted (const CritCondition *count)
{
  const CritQuestion *field = count->distinct;

  if (field == NULL)
    return g_strdup (_ ("every entry"));
  if (count->attribute < 0)
    /* Translators: %s is a question: each different answer to it is counted once. */
    return g_strdup_printf (_ ("each different “%s”"), crit_question_get_label (field));
  /* Translators: %1$s is a question, %2$s something that belongs to its options, such as the class of a medicine. */
  return g_strdup_printf (_ ("each different “%1$s” (%2$s)"), crit_question_get_label (field),
                          (const char *) field->options->attributes->pdata[count->attribute]);
}

static char *
tell_counted (const Telling *self)
{
  g_autofree char *former = dup_counted (get_former (self));
  g_autofree char *newer = dup_counted (get_newer (self));

  /* Translators: %1$s is a list, %2$s and %3$s such as "every entry". */
  return g_strdup_printf (_ ("of “%1$s”, “%2$s” was counted, and now “%3$s” is"),
                          crit_question_get_label (get_newer (self)->question), former, newer);
}

static char *
tell_condition (const Telling *self)
{
  switch (self->amendment->kind)
    {
    case CRIT_AMENDMENT_TEST:
      return tell_test (self);
    case CRIT_AMENDMENT_GROUP:
      return tell_group (self);
    case CRIT_AMENDMENT_COUNTED:
      return tell_counted (self);
    default:
      return tell_part (self);
    }
}

static const char *
get_criterion_text (const Telling *self)
{
  return crit_rules_find_criterion (self->newer->rules, self->amendment->id)->text;
}

static const char *
get_section_title (CritRulesIndex *index, const char *id)
{
  for (guint i = 0; i < index->rules->sections->len; i++)
    {
      const CritSection *section = g_ptr_array_index (index->rules->sections, i);

      if (g_str_equal (section->id, id))
        return section->title;
    }
  return id;
}

/* In which condition it changed, and what. */
static char *
tell_rule (const Telling *self)
{
  g_autofree char *change = tell_condition (self);

  switch (self->amendment->part)
    {
    case CRIT_AMENDED_OTHER_RULE:
      /* Translators: %1$s is another criterion, %2$s what changed in it: "“Age: 18 or over” is new". */
      return g_strdup_printf (_ ("It depends on “%1$s”, and the rule of that changed: %2$s."),
                              get_criterion_text (self), change);
    case CRIT_AMENDED_APPLIES:
      /* Translators: %s is what changed: "“Age: 18 or over” is new". */
      return g_strdup_printf (_ ("The rule for when it applies changed: %s."), change);
    case CRIT_AMENDED_QUESTION_SHOWN:
      /* Translators: %1$s is a question, %2$s what changed: "“Age: 18 or over” is new". */
      return g_strdup_printf (_ ("The rule for when “%1$s” is asked changed: %2$s."),
                              get_question_label (self), change);
    case CRIT_AMENDED_SECTION_SHOWN:
      /* Translators: %1$s is a section, %2$s what changed: "“Age: 18 or over” is new". */
      return g_strdup_printf (_ ("The rule for when the section “%1$s” is asked changed: %2$s."),
                              get_section_title (self->newer, self->amendment->id), change);
    default:
      /* Translators: %s is what changed: "“Age: 18 or over” is new". */
      return g_strdup_printf (_ ("The rule changed: %s."), change);
    }
}

/* --- What changed in a question --- */

static const CritOption *
find_option (const CritQuestion *question, JsonNode *node)
{
  const char *code = json_object_get_string_member (json_node_get_object (node), "code");

  return crit_option_set_get (question->options, crit_option_set_find (question->options, code));
}

static char *
tell_option (const Telling *self)
{
  const CritAmendment *amendment = self->amendment;

  if (amendment->former == NULL)
    /* Translators: %1$s is a question, %2$s one of its options. */
    return g_strdup_printf (_ ("“%1$s” has a new option: “%2$s”."), get_question_label (self),
                            find_option (get_newer_question (self), amendment->newer)->text);
  if (amendment->newer == NULL)
    /* Translators: %1$s is a question, %2$s what was one of its options. */
    return g_strdup_printf (_ ("“%1$s” no longer has the option “%2$s”."),
                            get_question_label (self),
                            find_option (get_former_question (self), amendment->former)->text);
  /* Translators: %1$s is a question, %2$s one of its options. What belongs to it is such as the class of a medicine. */
  return g_strdup_printf (_ ("Of “%1$s”, what belongs to the option “%2$s” changed."),
                          get_question_label (self),
                          find_option (get_newer_question (self), amendment->newer)->text);
}

static char *
tell_section (const Telling *self)
{
  JsonObject *former = json_node_get_object (self->amendment->former);
  JsonObject *newer = json_node_get_object (self->amendment->newer);

  /* Translators: %1$s is a question, %2$s and %3$s are sections. */
  return g_strdup_printf (
      _ ("“%1$s” moved from the section “%2$s” to “%3$s”."), get_question_label (self),
      get_section_title (self->former, json_object_get_string_member (former, "id")),
      get_section_title (self->newer, json_object_get_string_member (newer, "id")));
}

static char *
dup_limit (const CritQuestion *question, JsonNode *node, double limit)
{
  if (node == NULL)
    return g_strdup (_ ("no limit"));
  if (question->type == CRIT_QUESTION_DATE)
    return crit_date_to_text (crit_date_from_day ((CritDay) limit));
  return crit_question_dup_number_text (question, limit);
}

static char *
tell_limit (const Telling *self, gboolean lowest)
{
  const CritQuestion *one = get_former_question (self);
  const CritQuestion *other = get_newer_question (self);
  g_autofree char *former =
      dup_limit (one, self->amendment->former, lowest ? one->minimum : one->maximum);
  g_autofree char *newer =
      dup_limit (other, self->amendment->newer, lowest ? other->minimum : other->maximum);

  if (lowest)
    /* Translators: %1$s is a question, %2$s and %3$s are numbers or dates. */
    return g_strdup_printf (
        _ ("The lowest answer to “%1$s” that is taken was “%2$s”, and is “%3$s” now."),
        get_question_label (self), former, newer);
  /* Translators: %1$s is a question, %2$s and %3$s are numbers or dates. */
  return g_strdup_printf (
      _ ("The highest answer to “%1$s” that is taken was “%2$s”, and is “%3$s” now."),
      get_question_label (self), former, newer);
}

static char *
tell_unit (const Telling *self)
{
  const char *former = get_former_question (self)->unit;
  const char *newer = get_newer_question (self)->unit;

  /* Translators: %1$s is a question, %2$s and %3$s are units such as "kg". */
  return g_strdup_printf (_ ("“%1$s” was asked in “%2$s”, and is asked in “%3$s” now."),
                          get_question_label (self), former != NULL ? former : _ ("no unit"),
                          newer != NULL ? newer : _ ("no unit"));
}

static char *
tell_key (const Telling *self)
{
  const char *key = self->amendment->key;
  const CritQuestion *newer = get_newer_question (self);
  const char *label = get_question_label (self);

  if (g_str_equal (key, "minimum") || g_str_equal (key, "maximum"))
    return tell_limit (self, g_str_equal (key, "minimum"));
  if (g_str_equal (key, "unit"))
    return tell_unit (self);
  if (g_str_equal (key, "other"))
    return newer->other ? g_strdup_printf (
               _ ("“%s” takes an answer that is none of its options now."), label)
                        : g_strdup_printf (_ ("“%s” takes none but its options now."), label);
  if (g_str_equal (key, "ongoing"))
    return newer->ongoing
               ? g_strdup_printf (_ ("“%s” takes “ongoing” for an answer now."), label)
               : g_strdup_printf (_ ("“%s” no longer takes “ongoing” for an answer."), label);
  return g_strdup_printf (_ ("“%s” asks for another kind of answer."), label);
}

static char *
tell_question (const Telling *self)
{
  switch (self->amendment->kind)
    {
    case CRIT_AMENDMENT_OPTION:
      return tell_option (self);
    case CRIT_AMENDMENT_SECTION:
      return tell_section (self);
    default:
      return tell_key (self);
    }
}

static char *
tell_kind (const Telling *self)
{
  CritKind kind = crit_rules_find_criterion (self->newer->rules, self->amendment->id)->kind;

  return g_strdup (kind == CRIT_KIND_CAUTION
                       ? _ ("It was a requirement, and is a point to discuss now.")
                       : _ ("It was a point to discuss, and is a requirement now."));
}

/**
 * crit_amendment_to_text:
 * @self: an amendment
 * @former: the rules before it
 * @newer: the rules after it
 *
 * Returns: (transfer full): what changed, as one sentence for people, translated
 */
char *
crit_amendment_to_text (const CritAmendment *self, CritRulesIndex *former, CritRulesIndex *newer)
{
  const Telling telling = { self, former, newer };

  switch (self->part)
    {
    case CRIT_AMENDED_QUESTION:
      return tell_question (&telling);
    case CRIT_AMENDED_CRITERION:
      return tell_kind (&telling);
    default:
      return tell_rule (&telling);
    }
}
