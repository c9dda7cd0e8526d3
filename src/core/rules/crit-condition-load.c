/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-answer-test-private.h"
#include "rules/crit-bounds-private.h"

#include <glib/gi18n-lib.h>

/* Reads one kind of condition. @list is the list whose entries are looked at, or NULL. */
typedef CritCondition *(*LoadFunc) (CritMembers *members, const CritQuestion *list);

static void
make_room (CritLoader *self, CritCondition *condition, guint n_parts)
{
  condition->parts = CRIT_RULES_NEW (self->rules, CritCondition *, n_parts);
}

/* One that could not be read is left out. */
static void
add_part (CritCondition *condition, CritCondition *part)
{
  if (part != NULL)
    condition->parts[condition->n_parts++] = part;
}

static void
load_parts (CritMembers *members,
            const char *key,
            CritCondition *condition,
            const CritQuestion *list)
{
  const CritJsonNode *array = crit_members_get_array (members, key, CRIT_REQUIRED);

  if (array == NULL)
    return;
  make_room (members->loader, condition, array->n_items);
  CRIT_JSON_FOREACH (item, array)
    add_part (condition, crit_condition_load (members->loader, item, list));
}

static void
warn_if_empty (CritMembers *members, const char *key, const char *sentence)
{
  const CritJsonNode *node = crit_json_node_get_member (members->object, key);

  if (crit_json_node_is (node, CRIT_JSON_TYPE_ARRAY) && node->n_items == 0)
    crit_loader_report (members->loader, CRIT_SEVERITY_WARNING, node, "empty-condition", "%s",
                        _ (sentence));
}

static CritCondition *
load_all (CritMembers *members, const CritQuestion *list)
{
  CritCondition *condition = crit_condition_new (members->loader->rules, CRIT_CONDITION_ALL);

  load_parts (members, "all", condition, list);
  warn_if_empty (members, "all", N_ ("“all” of nothing is always true."));
  return condition;
}

static CritCondition *
load_any (CritMembers *members, const CritQuestion *list)
{
  CritCondition *condition = crit_condition_new (members->loader->rules, CRIT_CONDITION_ANY);

  load_parts (members, "any", condition, list);
  warn_if_empty (members, "any", N_ ("“any” of nothing is never true."));
  return condition;
}

static CritCondition *
load_not (CritMembers *members, const CritQuestion *list)
{
  CritCondition *condition = crit_condition_new (members->loader->rules, CRIT_CONDITION_NOT);
  const CritJsonNode *part = crit_members_get (members, "not", CRIT_REQUIRED);

  make_room (members->loader, condition, 1);
  add_part (condition, crit_condition_load (members->loader, part, list));
  return condition;
}

static CritCondition *
load_at_least (CritMembers *members, const CritQuestion *list)
{
  CritCondition *condition = crit_condition_new (members->loader->rules, CRIT_CONDITION_AT_LEAST);
  const CritJsonNode *least = crit_members_get (members, "at-least", CRIT_REQUIRED);
  const CritJsonNode *of = crit_json_node_get_member (members->object, "of");
  double number = 0;

  load_parts (members, "of", condition, list);
  if (!crit_loader_read_number (members->loader, least, TRUE, &number)
      || !crit_json_node_is (of, CRIT_JSON_TYPE_ARRAY))
    return condition;
  if (number < 1 || number > of->n_items)
    crit_loader_report (members->loader, CRIT_SEVERITY_ERROR, least, "bad-count",
                        _ ("“at-least” must be from 1 to the number of conditions in “of”."));
  else
    condition->least = (guint) number;
  return condition;
}

/* Reads an id of a date question. */
static const CritQuestion *
load_date (CritLoader *self, const CritJsonNode *node, const CritQuestion *list)
{
  const char *id = crit_loader_read_string (self, node);
  const CritQuestion *question = id != NULL ? crit_answer_find (self, node, id, list) : NULL;

  if (question == NULL || question->type == CRIT_QUESTION_DATE)
    return question;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "unlike",
                      _ ("A duration is between two dates, and “%s” is not a date."), question->id);
  return NULL;
}

static void
load_dates (CritMembers *members, CritCondition *condition, const CritQuestion *list)
{
  CritLoader *self = members->loader;
  const CritJsonNode *node = crit_members_get (members, "duration", CRIT_REQUIRED);
  const CritJsonNode *pair = crit_loader_read_array (self, node);

  if (pair == NULL)
    return;
  if (pair->n_items != 2)
    {
      crit_loader_report (
          self, CRIT_SEVERITY_ERROR, node, "bad-pair",
          _ ("Two ids are expected here: the date of the start and that of the end."));
      return;
    }
  condition->question = load_date (self, crit_json_node_get_first (pair), list);
  condition->until =
      load_date (self, crit_json_node_get_next (crit_json_node_get_first (pair)), list);
  if (condition->question == NULL)
    return;
  if (condition->question == condition->until)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bad-pair",
                        _ ("The start and the end must be two different questions."));
  else if (condition->question->ongoing)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, crit_json_node_get_first (pair), "ongoing-start",
                        _ ("“%s” may be “ongoing”, and what is ongoing has no start."),
                        condition->question->id);
}

static CritCondition *
load_duration (CritMembers *members, const CritQuestion *list)
{
  CritCondition *condition = crit_condition_new (members->loader->rules, CRIT_CONDITION_DURATION);

  load_dates (members, condition, list);
  crit_bounds_load (members, condition, CRIT_BOUND_PERIOD);
  return condition;
}

/* The list that is counted. */
static const CritQuestion *
load_list (CritLoader *self, const CritJsonNode *node)
{
  const char *id = crit_loader_read_string (self, node);
  const CritQuestion *question = id != NULL ? crit_answer_find (self, node, id, NULL) : NULL;

  if (question == NULL || question->type == CRIT_QUESTION_LIST)
    return question;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "unlike",
                      _ ("Only the entries of a list can be counted, and “%s” is not a list."),
                      question->id);
  return NULL;
}

/* What is counted, in words: one, and several. */
static void
load_counted (CritMembers *members, CritCondition *condition)
{
  const CritJsonNode *node = crit_members_get (members, "counted", CRIT_OPTIONAL);
  const CritJsonNode *pair = crit_loader_read_array (members->loader, node);

  if (pair == NULL)
    return;
  if (pair->n_items != 2)
    {
      crit_loader_report (
          members->loader, CRIT_SEVERITY_ERROR, node, "bad-pair",
          _ ("Two texts are expected here: the words for one, and those for several."));
      return;
    }
  condition->noun_one = crit_loader_read_line (members->loader, crit_json_node_get_first (pair));
  condition->noun_other = crit_loader_read_line (
      members->loader, crit_json_node_get_next (crit_json_node_get_first (pair)));
}

static CritCondition *
load_count (CritMembers *members, const CritQuestion *list)
{
  CritLoader *self = members->loader;
  CritCondition *condition = crit_condition_new (self->rules, CRIT_CONDITION_COUNT);
  const CritJsonNode *count = crit_members_get (members, "count", CRIT_REQUIRED);
  const CritJsonNode *where = crit_members_get (members, "where", CRIT_OPTIONAL);
  const CritJsonNode *distinct = crit_members_get (members, "distinct", CRIT_OPTIONAL);

  if (list != NULL)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, members->node, "count-in-list",
                        _ ("Nothing can be counted inside the entries of a list."));
  condition->question = load_list (self, count);
  crit_bounds_load (members, condition, CRIT_BOUND_COUNT);
  load_counted (members, condition);
  if (condition->question == NULL)
    return condition;

  condition->where = crit_condition_load (self, where, condition->question);
  if (distinct != NULL)
    crit_answer_load_distinct (self, distinct, condition);
  return condition;
}

static CritCondition *
load_criterion (CritMembers *members, const CritQuestion *list)
{
  CritLoader *self = members->loader;
  CritCondition *condition = crit_condition_new (self->rules, CRIT_CONDITION_CRITERION);
  const CritJsonNode *node = crit_members_get (members, "criterion", CRIT_REQUIRED);

  condition->criterion =
      crit_loader_find (self, self->rules->priv->criteria, node, "unknown-criterion",
                        N_ ("There is no criterion with the id “%s”."));
  if (list != NULL)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "criterion-in-list",
                        _ ("A criterion is about the whole record, and cannot be tested inside the "
                           "entries of a list."));
  if (condition->criterion != NULL && condition->criterion->kind == CRIT_KIND_NOTE)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "note-has-no-status",
                        _ ("“%s” is a note, and a note has no condition to test."),
                        condition->criterion->id);
  return condition;
}

/* The key that says what kind of condition it is. */
static const char *const kind_keys[] = { "all",    "any",      "not",   "of",
                                         "answer", "duration", "count", "criterion" };
static const LoadFunc load_kind[] = { load_all,         load_any,      load_not,   load_at_least,
                                      crit_answer_load, load_duration, load_count, load_criterion };

static void
report_no_kind (CritMembers *members)
{
  CRIT_JSON_FOREACH (member, members->object)
    {
      const char *near =
          crit_loader_guess (members->loader, member->key, kind_keys, G_N_ELEMENTS (kind_keys));

      if (near != NULL)
        {
          crit_loader_report_unknown (members->loader, member, "unknown-key",
                                      _ ("“%s” is not a key that can stand here."), member->key,
                                      near);
          return;
        }
    }
  crit_loader_report (members->loader, CRIT_SEVERITY_ERROR, members->node, "no-condition",
                      _ ("A condition has one of the keys “all”, “any”, “not”, “of”, “answer”, "
                         "“duration”, “count” or "
                         "“criterion”."));
}

/* The index of the one kind that the object is of; -1 where there is none, or more than one. */
static int
find_kind (CritMembers *members)
{
  int found = -1;

  for (guint i = 0; i < G_N_ELEMENTS (kind_keys); i++)
    {
      if (crit_json_node_get_member (members->object, kind_keys[i]) == NULL)
        continue;
      if (found >= 0)
        {
          crit_loader_report (
              members->loader, CRIT_SEVERITY_ERROR, members->node, "two-conditions",
              _ ("“%1$s” and “%2$s” are two conditions. Put them into “all” or “any”."),
              kind_keys[found], kind_keys[i]);
          return -1;
        }
      found = (int) i;
    }
  if (found < 0)
    report_no_kind (members);
  return found;
}

/* Reads a condition; NULL where it is none. What it refers to must be declared. Inside the entries of @list an id means a
   field of it first. The depth of the recursion is that of the JSON, which the reader limits. */
CritCondition *
crit_condition_load (CritLoader *self, const CritJsonNode *node, const CritQuestion *list)
{
  CritMembers members;
  CritCondition *condition = NULL;
  int kind = -1;

  if (node == NULL || !crit_members_open (&members, self, node))
    return NULL;
  kind = find_kind (&members);
  if (kind < 0)
    return NULL;

  condition = load_kind[kind](&members, list);
  crit_members_close (&members);
  if (condition == NULL)
    return NULL;
  condition->offset = node->offset;
  return condition;
}

/* Remembers a condition, to be read once every id is declared. */
void
crit_condition_defer (CritLoader *self,
                      const CritJsonNode *node,
                      CritCondition **slot,
                      const CritQuestion *list)
{
  CritPending pending = { node, slot, list };

  if (node != NULL)
    g_array_append_val (self->pending, pending);
}
