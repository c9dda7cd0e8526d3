/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-answer-reader.h"

#include "record/crit-answer-limits.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FAIL(reader, node, code, ...)                                                              \
  crit_record_reader_report (reader, CRIT_SEVERITY_ERROR, node, code, __VA_ARGS__)

/* Every message names the question by its id: a record inside a rules file has no positions of its own. */

static void
report_type (CritRecordReader *reader, JsonNode *node, const CritQuestion *question)
{
  const char *code = "wrong-type";
  const char *id = question->id;

  if (JSON_NODE_HOLDS_NULL (node))
    {
      FAIL (reader, node, code, _ ("null is no answer to “%s”. Leave out what is not answered."),
            id);
      return;
    }
  /* Translators: %s is the id of a question in all these. */
  switch (question->type)
    {
    case CRIT_QUESTION_BOOLEAN:
      FAIL (reader, node, code, _ ("The answer to “%s” must be true or false."), id);
      break;
    case CRIT_QUESTION_CHOICE:
      FAIL (reader, node, code, _ ("The answer to “%s” must be the code of an option, in quotes."),
            id);
      break;
    case CRIT_QUESTION_INTEGER:
    case CRIT_QUESTION_DECIMAL:
      FAIL (reader, node, code, _ ("The answer to “%s” must be a number, without quotes."), id);
      break;
    case CRIT_QUESTION_DATE:
      FAIL (reader, node, code, _ ("The answer to “%s” must be a date in quotes."), id);
      break;
    case CRIT_QUESTION_LIST:
      FAIL (reader, node, code, _ ("The answer to “%s” must be an object with “entries”."), id);
      break;
    case CRIT_QUESTION_STRING:
    case CRIT_QUESTION_TEXT:
    default:
      FAIL (reader, node, code, _ ("The answer to “%s” must be text in quotes."), id);
      break;
    }
}

static void
check_limits (CritRecordReader *reader,
              JsonNode *node,
              const CritQuestion *question,
              CritAnswer *answer)
{
  g_autofree char *limits = NULL;

  if (crit_answer_is_within_limits (answer, question))
    return;
  limits = crit_answer_dup_limits_text (question);
  /* Translators: %1$s is the id of a question, %2$s a sentence such as "It must be from 10 kg to 300 kg." */
  FAIL (reader, node, "out-of-range", _ ("The answer to “%1$s” is out of range. %2$s"),
        question->id, limits);
  crit_answer_clear (answer);
}

static void
read_boolean (CritRecordReader *reader,
              JsonNode *node,
              const CritQuestion *question,
              CritAnswer *answer)
{
  if (question->type != CRIT_QUESTION_BOOLEAN)
    {
      report_type (reader, node, question);
      return;
    }
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = json_node_get_boolean (node) };
}

static void
read_number (CritRecordReader *reader,
             JsonNode *node,
             const CritQuestion *question,
             CritAnswer *answer)
{
  double number = json_node_get_double (node);

  if (question->type != CRIT_QUESTION_INTEGER && question->type != CRIT_QUESTION_DECIMAL)
    {
      report_type (reader, node, question);
      return;
    }
  if (question->type == CRIT_QUESTION_INTEGER && number != floor (number))
    {
      FAIL (reader, node, "not-whole",
            /* Translators: %s is the id of a question. */
            _ ("The answer to “%s” must be a whole number."), question->id);
      return;
    }
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = number };
  check_limits (reader, node, question, answer);
}

static void
read_option (CritRecordReader *reader,
             JsonNode *node,
             const CritQuestion *question,
             CritAnswer *answer)
{
  const char *code = json_node_get_string (node);
  int option = crit_option_set_find (question->options, code);

  if (option >= 0)
    *answer = (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = (guint) option };
  else if (question->other)
    FAIL (reader, node, "unknown-option",
          /* Translators: %1$s is the id of a question, %2$s what was given as an answer. */
          _ ("“%1$s” has no option “%2$s”. A text of one's own is written {\"other\": \"…\"}."),
          question->id, code);
  else
    FAIL (reader, node, "unknown-option",
          /* Translators: %1$s is the id of a question, %2$s what was given as an answer. */
          _ ("“%1$s” has no option “%2$s”."), question->id, code);
}

static void
read_date (CritRecordReader *reader,
           JsonNode *node,
           const CritQuestion *question,
           CritAnswer *answer)
{
  const char *text = json_node_get_string (node);
  CritDate date = { 0 };

  if (question->ongoing && g_str_equal (text, "ongoing"))
    {
      answer->kind = CRIT_ANSWER_ONGOING;
      return;
    }
  if (!crit_date_parse (text, &date))
    {
      FAIL (reader, node, "bad-date",
            /* Translators: %1$s is the id of a question, %2$s what was given as a date. */
            _ ("The answer to “%1$s” must be a date such as \"2019\", \"2019-03\" or "
               "\"2019-03-21\"; “%2$s” is none."),
            question->id, text);
      return;
    }
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = date };
  check_limits (reader, node, question, answer);
}

static void
read_text (CritRecordReader *reader,
           JsonNode *node,
           const CritQuestion *question,
           CritAnswer *answer)
{
  const char *text = question->type == CRIT_QUESTION_TEXT
                         ? crit_record_reader_read_text (reader, node)
                         : crit_record_reader_read_line (reader, node);

  if (text != NULL)
    *answer = (CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = g_strdup (text) };
}

static void
read_string (CritRecordReader *reader,
             JsonNode *node,
             const CritQuestion *question,
             CritAnswer *answer)
{
  if (question->type == CRIT_QUESTION_CHOICE)
    read_option (reader, node, question, answer);
  else if (question->type == CRIT_QUESTION_DATE)
    read_date (reader, node, question, answer);
  else if (question->type == CRIT_QUESTION_STRING || question->type == CRIT_QUESTION_TEXT)
    read_text (reader, node, question, answer);
  else
    report_type (reader, node, question);
}

static void
read_unknown (CritRecordReader *reader,
              JsonNode *node,
              const CritQuestion *question,
              CritAnswer *answer)
{
  JsonNode *reason = json_object_get_member (json_node_get_object (node), "unknown");
  const char *code = crit_record_reader_read_text (reader, reason);

  crit_record_reader_check_keys (reader, node, (const char *const[]){ "unknown", NULL });
  if (code == NULL)
    return;
  if (crit_unknown_parse (code, &answer->unknown))
    answer->kind = CRIT_ANSWER_UNKNOWN;
  else
    FAIL (
        reader, reason, "unknown-reason",
        /* Translators: %1$s is the id of a question, %2$s what was given as a reason. The codes stay. */
        _ ("“%2$s” is no reason for not knowing “%1$s”. The reasons are not-known, not-in-notes, "
           "awaiting and conflicting."),
        question->id, code);
}

static void
read_other (CritRecordReader *reader,
            JsonNode *node,
            const CritQuestion *question,
            CritAnswer *answer)
{
  JsonNode *member = json_object_get_member (json_node_get_object (node), "other");
  const char *text = crit_record_reader_read_line (reader, member);
  CritAnswer other = { .kind = CRIT_ANSWER_OTHER };

  crit_record_reader_check_keys (reader, node, (const char *const[]){ "other", NULL });
  if (text == NULL)
    return;
  other.text = g_strdup (text);
  crit_answer_clean (&other, question);
  if (other.kind == CRIT_ANSWER_OPEN)
    /* Translators: %s is the id of a question. */
    FAIL (reader, member, "bad-text", _ ("The other answer to “%s” is blank."), question->id);
  else
    *answer = (CritAnswer){ .kind = CRIT_ANSWER_OTHER, .text = g_strdup (text) };
  crit_answer_clear (&other);
}

static void read_answer (CritRecordReader *reader,
                         JsonNode *node,
                         const CritQuestion *question,
                         CritAnswer *answer);

static void
read_entry (CritRecordReader *reader, JsonNode *node, const CritQuestion *list, CritAnswer *cells)
{
  JsonObjectIter iter = { 0 };
  const char *id = NULL;
  JsonNode *value = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      /* Translators: %s is the id of a list. */
      FAIL (reader, node, "wrong-type", _ ("An entry of “%s” must be an object."), list->id);
      return;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &value))
    {
      const CritQuestion *field = crit_question_find_field (list, id);

      if (field != NULL)
        read_answer (reader, value, field, &cells[field->slot]);
      else
        crit_record_reader_report_key (reader, value, "unknown-field",
                                       /* Translators: %1$s is an id, %2$s the id of a list. */
                                       _ ("“%1$s” is no question of the entries of “%2$s”."), id,
                                       list->id);
    }
}

static void
read_complete (CritRecordReader *reader, JsonNode *node, CritAnswer *complete)
{
  if (node == NULL)
    return;
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      FAIL (reader, node, "wrong-type", _ ("“complete” must be true or false."));
      return;
    }
  *complete = (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = json_node_get_boolean (node) };
}

static void
read_list (CritRecordReader *reader, JsonNode *node, const CritQuestion *list, CritAnswer *answer)
{
  JsonNode *member = crit_record_reader_need (reader, node, "entries");
  JsonArray *entries = NULL;

  crit_record_reader_check_keys (reader, node,
                                 (const char *const[]){ "entries", "complete", NULL });
  if (member == NULL)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (member))
    {
      /* Translators: %s is the id of a list. */
      FAIL (reader, member, "wrong-type", _ ("The entries of “%s” must be an array."), list->id);
      return;
    }
  entries = json_node_get_array (member);
  answer->kind = CRIT_ANSWER_LIST;
  answer->entries = crit_entries_new (list, json_array_get_length (entries));
  for (guint i = 0; i < answer->entries->n_entries; i++)
    read_entry (reader, json_array_get_element (entries, i), list,
                &answer->entries->cells[i * answer->entries->n_fields]);
  read_complete (reader, json_object_get_member (json_node_get_object (node), "complete"),
                 &answer->entries->complete);
}

static void
read_object (CritRecordReader *reader,
             JsonNode *node,
             const CritQuestion *question,
             CritAnswer *answer)
{
  JsonObject *object = json_node_get_object (node);

  if (json_object_has_member (object, "unknown"))
    read_unknown (reader, node, question, answer);
  else if (question->other && json_object_has_member (object, "other"))
    read_other (reader, node, question, answer);
  else if (question->type == CRIT_QUESTION_LIST)
    read_list (reader, node, question, answer);
  else
    report_type (reader, node, question);
}

/* The one place that knows which value of a file is which answer. */
static void
read_answer (CritRecordReader *reader,
             JsonNode *node,
             const CritQuestion *question,
             CritAnswer *answer)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (JSON_NODE_HOLDS_OBJECT (node))
    read_object (reader, node, question, answer);
  else if (type == G_TYPE_BOOLEAN)
    read_boolean (reader, node, question, answer);
  else if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    read_number (reader, node, question, answer);
  else if (type == G_TYPE_STRING)
    read_string (reader, node, question, answer);
  else
    report_type (reader, node, question);
}

/**
 * crit_answers_read:
 * @rules: the rules whose questions are answered
 * @node: the `answers` of a file
 * @answers: a slot for each top-level question, all open
 * @reader: takes what is found
 *
 * Reads answers. What is wrong is reported and left open; the rest is read.
 */
void
crit_answers_read (const CritRules *rules,
                   JsonNode *node,
                   CritAnswer *answers,
                   CritRecordReader *reader)
{
  JsonObjectIter iter = { 0 };
  const char *id = NULL;
  JsonNode *value = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      FAIL (reader, node, "wrong-type", _ ("The answers must be an object."));
      return;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &value))
    {
      const CritQuestion *question = crit_rules_find_question (rules, id);

      if (question != NULL)
        read_answer (reader, value, question, &answers[question->slot]);
      else
        crit_record_reader_report_key (reader, value, "unknown-question",
                                       /* Translators: %s is an id. */
                                       _ ("The rules have no question “%s”."), id);
    }
}
