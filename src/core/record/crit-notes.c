/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-notes.h"

#include "record/crit-answer-limits.h"
#include "record/crit-place.h"

#include <glib/gi18n-lib.h>

static void
fail (CritRecordReader *reader, JsonNode *node, const char *code, const char *message)
{
  crit_record_reader_report (reader, CRIT_SEVERITY_ERROR, node, code, "%s", message);
}

static gboolean
has_entry (const CritPlace *place, const CritAnswer *answers)
{
  const CritAnswer *list = &answers[place->question->slot];

  return list->kind == CRIT_ANSWER_LIST && (guint) place->entry < list->entries->n_entries;
}

static const char *
read_text (JsonNode *node, CritRecordReader *reader)
{
  const char *text = crit_record_reader_read_text (reader, node);
  g_autofree char *note = crit_answer_clean_note (text);

  if (text == NULL)
    return NULL;
  if (g_strcmp0 (note, text) == 0)
    return text;
  if (note == NULL)
    fail (reader, node, "bad-text", _ ("A note must not be blank. Leave it out."));
  else
    fail (reader, node, "bad-text", _ ("A note must not be longer than 10,000 characters."));
  return NULL;
}

static void
read_note (const CritRules *rules,
           const char *pointer,
           JsonNode *node,
           CritAnswer *answers,
           GStrv notes,
           CritRecordReader *reader)
{
  const char *text = read_text (node, reader);
  CritPlace place = { 0 };

  if (!crit_place_parse (rules, pointer, &place) || place.complete
      || (place.entry >= 0 && !has_entry (&place, answers)))
    {
      crit_record_reader_report_key (reader, node, "unknown-place",
                                     /* Translators: %s is a place such as "/trials/entries/0". */
                                     _ ("There is no answer at “%s” that a note can be about."),
                                     pointer);
      return;
    }
  if (text == NULL)
    return;
  if (place.entry < 0)
    notes[place.question->slot] = g_strdup (text);
  else
    crit_entries_set_note (answers[place.question->slot].entries, (guint) place.entry, place.field,
                           text);
}

/**
 * crit_notes_read:
 * @rules: the rules whose questions are answered
 * @node: the `notes` of a file
 * @answers: the answers of the same file, which take the notes on their entries
 * @notes: a slot for each top-level question, all empty
 * @reader: takes what is found
 *
 * Reads notes. What is wrong is reported and left out; the rest is read.
 */
void
crit_notes_read (const CritRules *rules,
                 JsonNode *node,
                 CritAnswer *answers,
                 GStrv notes,
                 CritRecordReader *reader)
{
  JsonObjectIter iter = { 0 };
  const char *pointer = NULL;
  JsonNode *value = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (reader, node, "wrong-type", _ ("The notes must be an object."));
      return;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &pointer, &value))
    read_note (rules, pointer, value, answers, notes, reader);
}

static void
add_note (JsonObject *object, CritRecord *record, const CritPlace *place)
{
  const char *note = crit_record_get_note (record, place);
  g_autofree char *pointer = note != NULL ? crit_place_dup_pointer (place) : NULL;

  if (note != NULL)
    json_object_set_string_member (object, pointer, note);
}

static void
add_notes_of_entry (JsonObject *object, CritRecord *record, const CritQuestion *list, guint entry)
{
  const CritPlace whole = crit_place_of_field (list, entry, NULL);

  add_note (object, record, &whole);
  for (guint i = 0; i < list->fields->len; i++)
    {
      const CritPlace place = crit_place_of_field (list, entry, list->fields->pdata[i]);

      add_note (object, record, &place);
    }
}

/**
 * crit_notes_to_node:
 * @record: a record
 *
 * Returns: (transfer full) (nullable): the notes as a file holds them, in the order of the rules file; NULL where there
 *   are none
 */
JsonNode *
crit_notes_to_node (CritRecord *record)
{
  const CritRules *rules = crit_record_get_rules (record);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < rules->questions->len; i++)
    {
      const CritPlace place = crit_place_of_question (rules->questions->pdata[i]);
      const CritAnswer *answer = crit_record_get_answer (record, &place);

      add_note (object, record, &place);
      for (guint j = 0; answer->kind == CRIT_ANSWER_LIST && j < answer->entries->n_entries; j++)
        add_notes_of_entry (object, record, place.question, j);
    }
  if (json_object_get_size (object) == 0)
    return NULL;
  return json_node_init_object (json_node_alloc (), object);
}
