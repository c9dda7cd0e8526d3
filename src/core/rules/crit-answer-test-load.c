/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-answer-test-private.h"

#include "rules/crit-bounds-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The one test of an `answer`, before the question's type says whether it can be made. */
typedef struct
{
  const CritJsonNode *is;
  const CritJsonNode *in;
  const CritJsonNode *within;
  const CritJsonNode *longer_ago;
  gboolean bounded;
} Test;

static void
report_field (CritLoader *self, const CritJsonNode *node, const CritQuestion *field)
{
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "field-of-list",
                      _ ("“%1$s” belongs to the entries of the list “%2$s”. It can be tested only "
                         "in the “where” of a “count” "
                         "of that list."),
                      field->id, field->list->id);
}

/* What is asked for its own sake must not count by a slip: that is what the key promises. */
static void
report_for_the_record (CritLoader *self, const CritJsonNode *node, const CritQuestion *question)
{
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "for-the-record",
                      _ ("“%s” is asked for the record only. No condition may use it."),
                      question->id);
}

static const char *
guess_question (CritLoader *self, const char *id, const CritQuestion *list)
{
  g_autofree const char **ids = NULL;
  const char *near = NULL;

  if (list != NULL)
    {
      ids = g_new0 (const char *, list->fields->len + 1);
      for (guint i = 0; i < list->fields->len; i++)
        ids[i] = ((const CritQuestion *) g_ptr_array_index (list->fields, i))->id;
      near = crit_loader_guess (self, id, ids, list->fields->len);
    }
  return near != NULL ? near : crit_loader_guess_key (self, id, self->rules->priv->questions);
}

/* The question that an id means; NULL, and a finding, where there is none. */
const CritQuestion *
crit_answer_find (CritLoader *self,
                  const CritJsonNode *node,
                  const char *id,
                  const CritQuestion *list)
{
  const CritQuestion *question = list != NULL ? crit_question_find_field (list, id) : NULL;
  gpointer found = (gpointer) question;

  if (question == NULL
      && !g_hash_table_lookup_extended (self->rules->priv->questions, id, NULL, &found))
    {
      if (!g_hash_table_lookup_extended (self->fields, id, NULL, &found))
        crit_loader_report_unknown (self, node, "unknown-question",
                                    _ ("There is no question with the id “%s” here."), id,
                                    guess_question (self, id, list));
      else if (found != NULL)
        report_field (self, node, found);
      return NULL;
    }
  question = found;
  if (question == NULL)
    return NULL;
  g_hash_table_add (self->used, found);
  if (question->for_the_record)
    report_for_the_record (self, node, question);
  return question;
}

/* The attribute of the options of a question; -1, and a finding, where there is none. */
static int
find_attribute (CritLoader *self,
                const CritJsonNode *node,
                const CritQuestion *question,
                const char *name)
{
  const GPtrArray *names = NULL;

  if (question->type != CRIT_QUESTION_CHOICE)
    {
      crit_loader_report (
          self, CRIT_SEVERITY_ERROR, node, "unlike",
          _ ("Only the options of a choice have attributes, and “%s” is not a choice."),
          question->id);
      return -1;
    }
  if (question->options == NULL)
    return -1;

  names = question->options->attributes;
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), name))
      return (int) i;
  crit_loader_report_unknown (
      self, node, "unknown-attribute", _ ("No option of this question has the attribute “%s”."),
      name, crit_loader_guess (self, name, (const char *const *) names->pdata, names->len));
  return -1;
}

/* Reads "medicine" or "medicine.class" into a question and an attribute of its options. */
static const CritQuestion *
find_answer (CritLoader *self, const CritJsonNode *node, const CritQuestion *list, int *attribute)
{
  const char *path = crit_loader_read_string (self, node);
  const char *dot = path != NULL ? strchr (path, '.') : NULL;
  g_autofree char *before = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : NULL;
  const char *id = dot != NULL ? before : path;
  const CritQuestion *question = id != NULL ? crit_answer_find (self, node, id, list) : NULL;

  *attribute = -1;
  if (question == NULL || dot == NULL)
    return question;
  *attribute = find_attribute (self, node, question, dot + 1);
  return *attribute >= 0 ? question : NULL;
}

static gboolean
ask_test (CritMembers *members, Test *test)
{
  guint n_tests = 0;

  test->is = crit_members_get (members, "is", CRIT_OPTIONAL);
  test->in = crit_members_get (members, "in", CRIT_OPTIONAL);
  test->within = crit_members_get (members, "within", CRIT_OPTIONAL);
  test->longer_ago = crit_members_get (members, "longer-ago-than", CRIT_OPTIONAL);
  test->bounded = crit_bounds_are_there (members);
  n_tests = (test->is != NULL) + (test->in != NULL) + (test->within != NULL)
            + (test->longer_ago != NULL) + (test->bounded ? 1 : 0);
  return n_tests == 1;
}

static void
report_unlike (CritMembers *members, const CritQuestion *question)
{
  const char *sentence = NULL;

  switch (question->type)
    {
    case CRIT_QUESTION_BOOLEAN:
      sentence = _ ("“%s” is answered by yes or no. Test it with “is”: true or false.");
      break;
    case CRIT_QUESTION_CHOICE:
      sentence = _ ("“%s” is a choice. Test it with “is” and the code of an option, or with “in” "
                    "and several.");
      break;
    case CRIT_QUESTION_INTEGER:
    case CRIT_QUESTION_DECIMAL:
      sentence = _ ("“%s” is a number. Test it with “is”, or with bounds such as “at-least”.");
      break;
    case CRIT_QUESTION_DATE:
      sentence = _ ("“%s” is a date. Test it with “within” or “longer-ago-than” and a length of "
                    "time, or with bounds that are "
                    "dates.");
      break;
    case CRIT_QUESTION_LIST:
      sentence = _ ("“%s” is a list. Test it with “count”.");
      break;
    case CRIT_QUESTION_STRING:
    case CRIT_QUESTION_TEXT:
    default:
      sentence = _ ("“%s” is answered in free words, which no condition can test.");
      break;
    }
  crit_loader_report_unknown (members->loader, members->node, "unlike", sentence, question->id,
                              NULL);
}

/* What a test calls an option: its code, or the value of the attribute that is tested, which may be NULL. */
static const char *
get_word (const CritCondition *condition, guint index)
{
  const CritOption *option = crit_option_set_get (condition->question->options, index);

  return condition->attribute < 0 ? option->code : option->attributes[condition->attribute];
}

static const char *
guess_word (CritLoader *self, const CritCondition *condition, const char *word)
{
  guint n_options = condition->question->options->options->len;
  g_autofree const char **words = g_new0 (const char *, n_options + 1);
  guint n_words = 0;

  for (guint i = 0; i < n_options; i++)
    if (get_word (condition, i) != NULL)
      words[n_words++] = get_word (condition, i);
  return crit_loader_guess (self, word, words, n_words);
}

/* Accepts the options that are called @word. Returns whether there are any. */
static gboolean
accept (CritCondition *condition, const char *word)
{
  guint n_options = condition->question->options->options->len;
  gboolean found = FALSE;

  for (guint i = 0; i < n_options; i++)
    if (g_strcmp0 (get_word (condition, i), word) == 0)
      found = condition->accepted[i] = TRUE;
  return found;
}

/* Reads one word of a test. */
static void
accept_word (CritLoader *self, const CritJsonNode *node, CritCondition *condition)
{
  const char *word = crit_loader_read_string (self, node);

  if (word == NULL || accept (condition, word))
    return;
  if (condition->attribute < 0)
    crit_loader_report_unknown (self, node, "unknown-option",
                                _ ("This question has no option with the code “%s”."), word,
                                guess_word (self, condition, word));
  else
    crit_loader_report_unknown (self, node, "unknown-value",
                                _ ("No option has “%s” as this attribute."), word,
                                guess_word (self, condition, word));
}

static CritCondition *
load_option_test (CritMembers *members, const Test *test, CritCondition *condition)
{
  CritLoader *self = members->loader;
  const CritJsonNode *array = crit_loader_read_array (self, test->in);

  if (condition->question->options == NULL)
    return condition;
  condition->accepted =
      CRIT_RULES_NEW (self->rules, guint8, condition->question->options->options->len);
  if (test->is != NULL)
    accept_word (self, test->is, condition);
  CRIT_JSON_FOREACH (item, array)
    accept_word (self, item, condition);
  if (array != NULL && array->n_items == 0)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, test->in, "empty-list",
                        _ ("“in” needs at least one value, or it is never true."));
  return condition;
}

/* A number or a date: exactly a value, or bounds. */
static CritCondition *
load_bounded (CritMembers *members, const Test *test, CritCondition *condition, CritBoundKind kind)
{
  if (test->is != NULL)
    crit_bounds_load_exactly (members->loader, test->is, condition, kind);
  else
    crit_bounds_load (members, condition, kind);
  return condition;
}

static CritCondition *
load_period (CritMembers *members, const CritJsonNode *node, CritCondition *condition)
{
  crit_loader_read_period (members->loader, node, &condition->period);
  return condition;
}

static CritCondition *
make (CritMembers *members, CritConditionKind kind, const CritQuestion *question, int attribute)
{
  CritCondition *condition = crit_condition_new (members->loader->rules, kind);

  condition->question = question;
  condition->attribute = attribute;
  return condition;
}

static CritCondition *
load_test (CritMembers *members, const Test *test, const CritQuestion *question, int attribute)
{
  CritCondition *condition = NULL;
  gboolean exact = test->is != NULL || test->bounded;

  if (question->type == CRIT_QUESTION_BOOLEAN && test->is != NULL)
    {
      condition = make (members, CRIT_CONDITION_TRUTH, question, -1);
      crit_loader_read_boolean (members->loader, test->is, &condition->truth);
      return condition;
    }
  if (question->type == CRIT_QUESTION_CHOICE && (test->is != NULL || test->in != NULL))
    return load_option_test (members, test,
                             make (members, CRIT_CONDITION_OPTION, question, attribute));
  if (question->type == CRIT_QUESTION_INTEGER && exact)
    return load_bounded (members, test, make (members, CRIT_CONDITION_NUMBER, question, -1),
                         CRIT_BOUND_WHOLE);
  if (question->type == CRIT_QUESTION_DECIMAL && exact)
    return load_bounded (members, test, make (members, CRIT_CONDITION_NUMBER, question, -1),
                         CRIT_BOUND_DECIMAL);
  if (question->type == CRIT_QUESTION_DATE && exact)
    return load_bounded (members, test, make (members, CRIT_CONDITION_DATE, question, -1),
                         CRIT_BOUND_DAY);
  if (question->type == CRIT_QUESTION_DATE && test->within != NULL)
    return load_period (members, test->within, make (members, CRIT_CONDITION_WITHIN, question, -1));
  if (question->type == CRIT_QUESTION_DATE && test->longer_ago != NULL)
    return load_period (members, test->longer_ago,
                        make (members, CRIT_CONDITION_LONGER_AGO, question, -1));

  report_unlike (members, question);
  return NULL;
}

/* Reads a condition of the kind `answer`. */
CritCondition *
crit_answer_load (CritMembers *members, const CritQuestion *list)
{
  const CritJsonNode *node = crit_members_get (members, "answer", CRIT_REQUIRED);
  Test test = { 0 };
  gboolean one_test = ask_test (members, &test);
  int attribute = -1;
  const CritQuestion *question = find_answer (members->loader, node, list, &attribute);

  if (!one_test)
    crit_loader_report (members->loader, CRIT_SEVERITY_ERROR, members->node, "one-test",
                        _ ("An answer is tested by exactly one of “is”, “in”, “within”, "
                           "“longer-ago-than”, or bounds such as "
                           "“at-least”."));
  if (!one_test || question == NULL)
    return NULL;
  return load_test (members, &test, question, attribute);
}

/* Reads the `distinct` of a count. Values can be told apart safely only where they come from a set of options. */
void
crit_answer_load_distinct (CritLoader *self, const CritJsonNode *node, CritCondition *condition)
{
  int attribute = -1;
  const CritQuestion *field = find_answer (self, node, condition->question, &attribute);

  if (field == NULL)
    return;
  if (field->list == condition->question && field->type == CRIT_QUESTION_CHOICE)
    {
      condition->distinct = field;
      condition->attribute = attribute;
      return;
    }
  crit_loader_report (
      self, CRIT_SEVERITY_ERROR, node, "unlike",
      _ ("“distinct” names a choice among the fields of the list, and “%s” is none."), field->id);
}
