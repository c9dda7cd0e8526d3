/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-answer-writer.h"

#include "json/crit-json-reader.h"

#include <math.h>

static JsonNode *
string_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
number_node (double number)
{
  if (number == floor (number) && fabs (number) <= (double) CRIT_JSON_MAX_INTEGER)
    return json_node_init_int (json_node_alloc (), (gint64) number);
  return json_node_init_double (json_node_alloc (), number);
}

static JsonNode *
date_node (CritDate date)
{
  g_autofree char *text = crit_date_to_iso (date);

  return string_node (text);
}

static JsonNode *
member_node (const char *key, const char *text)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, key, text);
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *answer_to_node (const CritAnswer *answer, const CritQuestion *question);

static JsonNode *
slots_to_node (GPtrArray *questions, const CritAnswer *answers)
{
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (questions, i);

      if (answers[i].kind != CRIT_ANSWER_OPEN)
        json_object_set_member (object, question->id, answer_to_node (&answers[i], question));
    }
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
entries_to_node (const CritEntries *entries, const CritQuestion *list)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *array = json_array_sized_new (entries->n_entries);

  for (guint i = 0; i < entries->n_entries; i++)
    json_array_add_element (array,
                            slots_to_node (list->fields, &entries->cells[i * entries->n_fields]));
  json_object_set_array_member (object, "entries", array);
  if (entries->complete.kind == CRIT_ANSWER_BOOLEAN)
    json_object_set_boolean_member (object, "complete", entries->complete.boolean);
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
answer_to_node (const CritAnswer *answer, const CritQuestion *question)
{
  switch (answer->kind)
    {
    case CRIT_ANSWER_UNKNOWN:
      return member_node ("unknown", crit_unknown_get_code (answer->unknown));
    case CRIT_ANSWER_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), answer->boolean);
    case CRIT_ANSWER_NUMBER:
      return number_node (answer->number);
    case CRIT_ANSWER_DATE:
      return date_node (answer->date);
    case CRIT_ANSWER_ONGOING:
      return string_node ("ongoing");
    case CRIT_ANSWER_OPTION:
      return string_node (crit_option_set_get (question->options, answer->option)->code);
    case CRIT_ANSWER_OTHER:
      return member_node ("other", answer->text);
    case CRIT_ANSWER_TEXT:
      return string_node (answer->text);
    case CRIT_ANSWER_LIST:
      return entries_to_node (answer->entries, question);
    case CRIT_ANSWER_OPEN:
    default:
      g_assert_not_reached ();
    }
}

/**
 * crit_answers_to_node:
 * @rules: the rules whose questions are answered
 * @answers: a slot for each top-level question
 *
 * Returns: (transfer full): the answers as a file holds them, in the order of the rules file, without the open ones
 */
JsonNode *
crit_answers_to_node (const CritRules *rules, const CritAnswer *answers)
{
  return slots_to_node (rules->questions, answers);
}
