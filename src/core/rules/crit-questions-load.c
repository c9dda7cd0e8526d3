/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-members.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const type_words[] = {
  [CRIT_QUESTION_BOOLEAN] = "boolean", [CRIT_QUESTION_CHOICE] = "choice",
  [CRIT_QUESTION_INTEGER] = "integer", [CRIT_QUESTION_DECIMAL] = "decimal",
  [CRIT_QUESTION_DATE] = "date",       [CRIT_QUESTION_STRING] = "string",
  [CRIT_QUESTION_TEXT] = "text",       [CRIT_QUESTION_LIST] = "list",
};

static gboolean
is_number (const CritQuestion *question)
{
  return question->type == CRIT_QUESTION_INTEGER || question->type == CRIT_QUESTION_DECIMAL;
}

/* A hard limit: a number, or a day for a date. */
static void
read_limit (CritLoader *self, const CritQuestion *question, const CritJsonNode *node, double *limit)
{
  CritDate date = { 0 };

  if (question->type != CRIT_QUESTION_DATE)
    crit_loader_read_number (self, node, question->type == CRIT_QUESTION_INTEGER, limit);
  else if (crit_loader_read_day (self, node, &date))
    *limit = crit_date_get_first_day (date);
}

static void
load_limits (CritMembers *members, CritQuestion *question)
{
  CritLoader *self = members->loader;
  const CritJsonNode *maximum = NULL;

  if (!is_number (question) && question->type != CRIT_QUESTION_DATE)
    {
      crit_members_refuse (members, "minimum", N_ ("Only numbers and dates have a “minimum”."));
      crit_members_refuse (members, "maximum", N_ ("Only numbers and dates have a “maximum”."));
      return;
    }
  read_limit (self, question, crit_members_get (members, "minimum", CRIT_OPTIONAL),
              &question->minimum);
  maximum = crit_members_get (members, "maximum", CRIT_OPTIONAL);
  read_limit (self, question, maximum, &question->maximum);
  if (question->minimum <= question->maximum)
    return;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, maximum, "bad-order",
                      _ ("The maximum must not be below the minimum."));
  /* Or every bound would be outside them. */
  question->minimum = -INFINITY;
  question->maximum = INFINITY;
}

/* The plausible range lies within the hard limits: beyond those nobody could be asked. */
static void
check_plausible (CritLoader *self, const CritQuestion *question, const CritJsonNode *node)
{
  if (question->plausible_minimum > question->plausible_maximum)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bad-order",
                        _ ("The second number must not be below the first."));
  else if (question->plausible_minimum < question->minimum
           || question->plausible_maximum > question->maximum)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bound-outside",
                        _ ("What is plausible must lie between the minimum and the maximum."));
}

static void
load_plausible (CritMembers *members, CritQuestion *question)
{
  CritLoader *self = members->loader;
  gboolean whole = question->type == CRIT_QUESTION_INTEGER;
  const CritJsonNode *node = NULL;
  const CritJsonNode *pair = NULL;

  if (!is_number (question))
    {
      crit_members_refuse (members, "plausible", N_ ("Only numbers have a “plausible” range."));
      return;
    }
  node = crit_members_get (members, "plausible", CRIT_OPTIONAL);
  pair = crit_loader_read_array (self, node);
  if (pair == NULL)
    return;
  if (pair->n_items != 2)
    crit_loader_report (
        self, CRIT_SEVERITY_ERROR, node, "bad-pair",
        _ ("Two numbers are expected here: the lowest and the highest that is plausible."));
  else if (crit_loader_read_number (self, crit_json_node_get_first (pair), whole,
                                    &question->plausible_minimum)
           && crit_loader_read_number (self,
                                       crit_json_node_get_next (crit_json_node_get_first (pair)),
                                       whole, &question->plausible_maximum))
    check_plausible (self, question, node);
}

static const CritOptionSet *
read_options (CritLoader *self, const CritJsonNode *node)
{
  CritOptionSet *set = NULL;

  if (node == NULL || crit_json_node_is (node, CRIT_JSON_TYPE_ARRAY))
    return node != NULL ? crit_options_load (self, node, NULL) : NULL;
  set = crit_loader_find (self, self->option_sets, node, "unknown-option-set",
                          N_ ("There is no set of options called “%s”."));
  if (set != NULL)
    g_hash_table_add (self->used, set);
  return set;
}

static void
load_choice (CritMembers *members, CritQuestion *question)
{
  if (question->type == CRIT_QUESTION_CHOICE)
    {
      question->options =
          read_options (members->loader, crit_members_get (members, "options", CRIT_REQUIRED));
      question->other = crit_members_get_boolean (members, "other");
      return;
    }
  crit_members_refuse (members, "options", N_ ("Only a choice has “options”."));
  crit_members_refuse (members, "other", N_ ("Only a choice has “other”."));
}

/* What only a list, a number or a date has. */
static void
load_particulars (CritMembers *members, CritQuestion *question)
{
  if (question->type == CRIT_QUESTION_LIST)
    question->item = crit_members_get_line (members, "item", CRIT_OPTIONAL);
  else
    crit_members_refuse (members, "item", N_ ("Only a list has an “item”."));

  if (is_number (question))
    question->unit = crit_members_get_line (members, "unit", CRIT_OPTIONAL);
  else
    crit_members_refuse (members, "unit", N_ ("Only a number has a “unit”."));

  if (question->type == CRIT_QUESTION_DATE)
    question->ongoing = crit_members_get_boolean (members, "ongoing");
  else
    crit_members_refuse (members, "ongoing", N_ ("Only a date can be “ongoing”."));
}

/* Where the questions inside a list are read: they are its fields. */
static void
load_fields (CritMembers *members, CritQuestion *question, CritSection *section)
{
  const CritJsonNode *node = NULL;

  if (question->type != CRIT_QUESTION_LIST)
    {
      crit_members_refuse (members, "questions", N_ ("Only a list has “questions” inside it."));
      return;
    }
  node = crit_members_get (members, "questions", CRIT_REQUIRED);
  crit_questions_load (members->loader, node, section, question);
  if (node != NULL && question->fields->len == 0 && crit_json_node_is (node, CRIT_JSON_TYPE_ARRAY)
      && node->n_items == 0)
    crit_loader_report (members->loader, CRIT_SEVERITY_ERROR, node, "empty-list",
                        _ ("A list needs at least one question about each of its entries."));
}

/* Everything but id and type. */
static void
load_body (CritMembers *members, CritQuestion *question, CritSection *section)
{
  CritLoader *self = members->loader;
  const CritJsonNode *shown_when = NULL;

  question->text = crit_members_get_line (members, "text", CRIT_REQUIRED);
  question->label = crit_members_get_line (members, "label", CRIT_OPTIONAL);
  question->help = crit_members_get_prose (members, "help", CRIT_OPTIONAL);
  question->for_the_record = crit_members_get_boolean (members, "for-the-record");
  load_choice (members, question);
  load_particulars (members, question);
  load_limits (members, question);
  load_plausible (members, question);
  load_fields (members, question, section);
  shown_when = crit_members_get (members, "shown-when", CRIT_OPTIONAL);
  crit_condition_defer (self, shown_when, &question->shown_when, question->list);
  crit_members_close (members);
}

/* The questions a question stands among: those of the file, or those of its list. */
static GPtrArray *
get_siblings (CritLoader *self, CritQuestion *list)
{
  return list != NULL ? list->fields : self->rules->questions;
}

static void
add_question (CritLoader *self, CritQuestion *question, CritSection *section, CritQuestion *list)
{
  GPtrArray *siblings = get_siblings (self, list);

  question->section = section;
  question->list = list;
  question->slot = siblings->len;
  g_ptr_array_add (siblings, question);
  if (list == NULL)
    g_ptr_array_add (section->questions, question);
}

/* Fields of different lists may share an id; here it is remembered only that some list has it. */
static gboolean
declare_question (CritLoader *self,
                  const char *id,
                  CritQuestion *question,
                  GHashTable *ids,
                  const CritJsonNode *node)
{
  if (!crit_loader_declare (self, ids, id, question, node))
    return FALSE;
  if (ids != self->rules->priv->questions && !g_hash_table_contains (self->fields, id))
    g_hash_table_insert (self->fields, (gpointer) id, question);
  return TRUE;
}

/* Of a question whose type is not known, only the keys can be judged. It is declared, so that conditions may name it
   without a second finding, and left out of the model. */
static void
load_untyped (CritMembers *members, const char *id, GHashTable *ids)
{
  static const char *const others[] = { "label",         "help",      "options",   "other",
                                        "item",          "unit",      "ongoing",   "minimum",
                                        "maximum",       "plausible", "questions", "shown-when",
                                        "for-the-record" };

  declare_question (members->loader, id, NULL, ids, members->node);
  crit_members_get_line (members, "text", CRIT_REQUIRED);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    crit_members_get (members, others[i], CRIT_OPTIONAL);
  crit_members_close (members);
}

static void
load_question (CritLoader *self,
               const CritJsonNode *node,
               CritSection *section,
               CritQuestion *list,
               GHashTable *ids)
{
  CritMembers members;
  guint type = CRIT_QUESTION_BOOLEAN;
  const char *id = NULL;
  CritQuestion *question = NULL;

  crit_members_open (&members, self, node);
  id = crit_members_get_id (&members, "id", CRIT_REQUIRED);
  if (!crit_members_get_word (&members, "type", CRIT_REQUIRED, type_words,
                              G_N_ELEMENTS (type_words), &type))
    {
      load_untyped (&members, id, ids);
      return;
    }
  if (type == CRIT_QUESTION_LIST && list != NULL)
    {
      declare_question (self, id, NULL, ids, node);
      crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "list-in-list",
                          _ ("A list cannot have another list inside it."));
      return;
    }

  question = crit_question_new (self->rules, type);
  question->id = id != NULL ? id : "";
  question->offset = node->offset;
  add_question (self, question, section, list);
  declare_question (self, id, question, ids, node);
  load_body (&members, question, section);
}

/* Reads the `questions` of a section, or those of a list, which are its fields. */
void
crit_questions_load (CritLoader *self,
                     const CritJsonNode *node,
                     CritSection *section,
                     CritQuestion *list)
{
  const CritJsonNode *array = crit_loader_read_array (self, node);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *ids = list != NULL ? own : self->rules->priv->questions;
  const CritJsonNode *end = NULL;

  if (array == NULL)
    return;
  end = crit_loader_find_end (self, node, list != NULL ? CRIT_RULES_MAX_FIELDS : G_MAXUINT);
  for (const CritJsonNode *item = crit_json_node_get_first (array); item != end;
       item = crit_json_node_get_next (item))
    load_question (self, item, section, list, ids);
}
