/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-record-file.h"

#include "json/crit-json-writer.h"
#include "record/crit-answer-reader.h"
#include "record/crit-answer-writer.h"
#include "record/crit-carried-rules.h"
#include "record/crit-notes.h"
#include "record/crit-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT "criteria-record/1"
#define FORMAT_OF_ANY_VERSION "criteria-record/"

static const char *const known_keys[] = { "format",  "reference", "date",  "completed-by",
                                          "answers", "notes",     "rules", NULL };

static JsonNode *
get_member (JsonNode *object, const char *key)
{
  return json_object_get_member (json_node_get_object (object), key);
}

static void
fail (CritRecordReader *reader, JsonNode *node, const char *code, const char *message)
{
  crit_record_reader_report (reader, CRIT_SEVERITY_ERROR, node, code, "%s", message);
}

/* A record of another format is not looked into any further: what else would be said of it would mislead. */
static gboolean
check_format (JsonNode *root, CritRecordReader *reader)
{
  JsonNode *node = NULL;
  const char *format = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (reader, root, "not-a-record", _ ("A record must be an object."));
      return FALSE;
    }
  node = get_member (root, "format");
  if (node == NULL)
    return TRUE;
  format = crit_record_reader_read_text (reader, node);
  if (format == NULL)
    return FALSE;
  if (g_str_equal (format, FORMAT))
    return TRUE;
  if (g_str_has_prefix (format, FORMAT_OF_ANY_VERSION))
    fail (reader, node, "newer-format",
          _ ("This record was made by a newer version of this program. Use that version to open "
             "it."));
  else
    fail (reader, node, "not-a-record", _ ("This is not a record: its format is another."));
  return FALSE;
}

static CritDate
read_date (JsonNode *root, CritRecordReader *reader)
{
  JsonNode *node = crit_record_reader_need (reader, root, "date");
  const char *text = crit_record_reader_read_text (reader, node);
  CritDate date = { 0 };

  if (text != NULL && (!crit_date_parse (text, &date) || !crit_date_is_whole (date)))
    crit_record_reader_report (
        reader, CRIT_SEVERITY_ERROR, node, "bad-date",
        /* Translators: %s is what was given as a date. */
        _ ("The date of a record must be a whole date such as \"2026-11-20\"; “%s” is none."),
        text);
  return date;
}

/* Takes the rules that are given, or else those in the record. */
static CritRules *
choose_rules (JsonNode *root, CritRules *rules, CritRecordReader *reader)
{
  JsonNode *node = get_member (root, "rules");

  if (rules != NULL)
    {
      if (node != NULL)
        crit_carried_rules_compare (node, rules, reader);
      return crit_rules_ref (rules);
    }
  if (node != NULL)
    return crit_carried_rules_read (node, reader);
  fail (
      reader, root, "no-rules",
      _ ("This record does not hold the rules that it was filled in under. Choose a rules file."));
  return NULL;
}

/* All findings come together; the record is made only if none of them is an error. */
static CritRecord *
make_record (CritRules *rules,
             const char *reference,
             CritDate date,
             JsonNode *answers,
             JsonNode *notes,
             CritRecordReader *reader)
{
  g_autoptr (CritRecord) record = NULL;
  CritAnswer *slots = crit_answers_new (rules);
  GStrv texts = g_new0 (char *, rules->questions->len + 1);

  if (answers != NULL)
    crit_answers_read (rules, answers, slots, reader);
  if (notes != NULL)
    crit_notes_read (rules, notes, slots, texts, reader);
  record = crit_record_new_take (rules, reference != NULL ? reference : "", date, slots, texts);
  return reader->failed ? NULL : g_steal_pointer (&record);
}

static CritRecord *
read_root (JsonNode *root, CritRules *given, CritRecordReader *reader)
{
  g_autoptr (CritRules) rules = NULL;
  CritRecord *record = NULL;
  const char *reference = NULL;
  const char *name = NULL;
  JsonNode *answers = NULL;
  CritDate date = { 0 };

  crit_record_reader_check_keys (reader, root, known_keys);
  reference =
      crit_record_reader_read_line (reader, crit_record_reader_need (reader, root, "reference"));
  date = read_date (root, reader);
  name = crit_record_reader_read_line (reader, get_member (root, "completed-by"));
  answers = crit_record_reader_need (reader, root, "answers");
  rules = choose_rules (root, given, reader);
  if (rules == NULL)
    return NULL;
  record = make_record (rules, reference, date, answers, get_member (root, "notes"), reader);
  if (record != NULL)
    crit_record_set_completed_by (record, name);
  return record;
}

/**
 * crit_record_read:
 * @text: a record, plain or as it is saved
 * @rules: (nullable): the rules to read it under; NULL for those that it carries
 * @findings: (element-type CritFinding): takes what is noticed, with positions, in the file's order
 *
 * Reads a record strictly. What is wrong is an error, all of it at once, and no record; a record of a format that is not
 * known is one error only. A record that carries other rules than @rules is refused; one that carries another text of
 * them is read, with a warning.
 *
 * Returns: (transfer full) (nullable): the record; NULL when there was an error
 */
CritRecord *
crit_record_read (GBytes *text, CritRules *rules, GPtrArray *findings)
{
  g_autoptr (CritJsonTree) tree = NULL;
  CritRecordReader reader = { .findings = findings };
  CritRecord *record = NULL;
  JsonNode *root = NULL;

  g_return_val_if_fail (text != NULL && findings != NULL, NULL);

  tree = crit_json_tree_new (text, findings);
  if (tree == NULL)
    return NULL;
  reader.tree = tree;
  root = crit_json_tree_get_root (tree);
  if (check_format (root, &reader))
    record = read_root (root, rules, &reader);
  crit_findings_sort (findings);
  return record;
}

/**
 * crit_record_read_node:
 * @answers: the answers, as a record or a case of a rules file holds them
 * @rules: the rules whose questions they answer
 * @date: the day that they speak of; a whole date
 * @tree: (nullable): the file that @answers is a node of; without it findings have no positions, since a node alone knows none
 * @findings: (element-type CritFinding): takes what is noticed
 *
 * Reads answers that are part of another file.
 *
 * Returns: (transfer full) (nullable): a record without a reference; NULL when there was an error
 */
CritRecord *
crit_record_read_node (JsonNode *answers,
                       CritRules *rules,
                       CritDate date,
                       CritJsonTree *tree,
                       GPtrArray *findings)
{
  CritRecordReader reader = { .tree = tree, .findings = findings };

  g_return_val_if_fail (answers != NULL && rules != NULL && findings != NULL, NULL);
  g_return_val_if_fail (crit_date_is_whole (date), NULL);

  return make_record (rules, "", date, answers, NULL, &reader);
}

static void
set_date_member (JsonObject *object, CritDate date)
{
  g_autofree char *text = crit_date_to_iso (date);

  json_object_set_string_member (object, "date", text);
}

static void
set_answers_member (JsonObject *object, CritRecord *self)
{
  json_object_set_member (
      object, "answers",
      crit_answers_to_node (crit_record_get_rules (self), crit_record_get_answers (self)));
}

static void
set_notes_member (JsonObject *object, CritRecord *self)
{
  JsonNode *notes = crit_notes_to_node (self);

  if (notes != NULL)
    json_object_set_member (object, "notes", notes);
}

/* What a person recorded, and nothing about the file. */
static void
set_recorded_members (JsonObject *object, CritRecord *self)
{
  json_object_set_string_member (object, "reference", crit_record_get_reference (self));
  set_date_member (object, crit_record_get_date (self));
  if (crit_record_get_completed_by (self) != NULL)
    json_object_set_string_member (object, "completed-by", crit_record_get_completed_by (self));
  set_answers_member (object, self);
  set_notes_member (object, self);
}

/**
 * crit_record_write:
 * @self: a record
 *
 * Writes a record as it is saved, with the rules that it was filled in under: indented, always in the same order, answers
 * in the order of the rules file. crit_record_read() makes the very same record of it.
 *
 * Returns: (transfer full): the text of the file
 */
GBytes *
crit_record_write (CritRecord *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  char *text = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  json_object_set_string_member (object, "format", FORMAT);
  set_recorded_members (object, self);
  json_object_set_member (object, "rules",
                          crit_carried_rules_to_node (crit_record_get_rules (self)));
  text = crit_json_write (root, CRIT_JSON_INDENTED);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * crit_record_dup_answers_digest:
 * @self: a record
 *
 * Makes out of what was recorded a short text that is another if anything in it is: the SHA-256 of the UTF-8 bytes of
 * `{"reference":R,"date":D,"completed-by":C,"answers":A,"notes":N}`, written by crit_json_write() as compact JSON
 * without any space. A holds the answers in the order of the rules file and the fields of an entry likewise, without the
 * open ones; N the notes in the same order. C and N are left out where there is no name and no note. It depends neither on
 * the order of keys in a file nor on when and how often that was saved. The rules are not part of it; they have a digest
 * of their own.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *
crit_record_dup_answers_digest (CritRecord *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  set_recorded_members (object, self);
  text = crit_json_write (root, CRIT_JSON_COMPACT);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
