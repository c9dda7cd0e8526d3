/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-record-file.h"

#include "record/crit-answer-reader.h"
#include "record/crit-carried-rules.h"
#include "record/crit-notes.h"
#include "record/crit-record-private.h"

#include <glib/gi18n-lib.h>

#define FORMAT_OF_ANY_VERSION "criteria-record/"

/* What a record says it is. */
typedef enum
{
  KIND_NONE,
  KIND_PLAIN, /* reference, date and answers, as in a batch; it was never saved */
  KIND_SAVED,
  KIND_NEWER,
} Kind;

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

static Kind
read_kind (JsonNode *root, CritRecordReader *reader)
{
  JsonNode *node = NULL;
  const char *format = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (reader, root, "not-a-record", _ ("A record must be an object."));
      return KIND_NONE;
    }
  node = get_member (root, "format");
  if (node == NULL)
    return KIND_PLAIN;
  format = crit_record_reader_read_text (reader, node);
  if (format == NULL)
    return KIND_NONE;
  if (g_str_equal (format, CRIT_RECORD_FORMAT))
    return KIND_SAVED;
  if (g_str_has_prefix (format, FORMAT_OF_ANY_VERSION))
    return KIND_NEWER;
  fail (reader, node, "not-a-record", _ ("This is not a record: its format is another."));
  return KIND_NONE;
}

/* A record of a newer format is not looked into any further, unless it is to be shown all the same: what else would be
   said of it would mislead. */
static gboolean
check_format (JsonNode *root, Kind kind, CritRecordReader *reader)
{
  if (kind == KIND_NEWER)
    fail (reader, get_member (root, "format"), "newer-format",
          reader->lenient
              ? _ ("This record was made by a newer version of this program. What this version "
                   "understands of it is shown. Use that version to change it.")
              : _ ("This record was made by a newer version of this program. Use that version to "
                   "open it."));
  return kind == KIND_PLAIN || kind == KIND_SAVED || (kind == KIND_NEWER && reader->lenient);
}

/* In what was saved, an unknown key is what a newer version has added: it is kept. Elsewhere it is a slip of the hand. */
static void
check_keys (JsonNode *root, Kind kind, CritRecordReader *reader)
{
  const char *const *known_keys = crit_record_get_known_keys ();
  JsonObjectIter iter = { 0 };
  const char *key = NULL;
  JsonNode *value = NULL;

  if (kind == KIND_PLAIN)
    {
      crit_record_reader_check_keys (reader, root, known_keys);
      return;
    }
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &key, &value))
    if (!g_strv_contains (known_keys, key))
      crit_record_reader_report (
          reader, CRIT_SEVERITY_WARNING, value, "unknown-key",
          /* Translators: %s is a key of a file. */
          _ ("The key “%s” is not known to this version of the program. It is kept as it is."),
          key);
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

/* All findings come together: whether the record may be used is decided after the last. */
static CritRecord *
make_record (CritRules *rules,
             const char *reference,
             CritDate date,
             JsonNode *answers,
             JsonNode *notes,
             CritRecordReader *reader)
{
  CritAnswer *slots = crit_answers_new (rules);
  GStrv texts = g_new0 (char *, rules->questions->len + 1);

  if (answers != NULL)
    crit_answers_read (rules, answers, slots, reader);
  if (notes != NULL)
    crit_notes_read (rules, notes, slots, texts, reader);
  return crit_record_new_take (rules, reference != NULL ? reference : "", date, slots, texts);
}

/* The file says what its answers come to; under other rules than its own they are not written the same way. */
static void
check_digest (JsonNode *root, gboolean own_rules, CritRecord *record, CritRecordReader *reader)
{
  JsonNode *node = get_member (root, "digest");
  const char *expected = crit_record_reader_read_text (reader, node);
  g_autofree char *digest = NULL;

  crit_record_get_past (record)->sealed = expected != NULL;
  if (expected == NULL || !own_rules || reader->access == CRIT_RECORD_READ_ONLY)
    return;
  digest = crit_record_dup_answers_digest (record);
  if (g_str_equal (digest, expected))
    return;
  crit_record_reader_restrict (reader, CRIT_RECORD_SUSPECT);
  crit_record_reader_report (reader, CRIT_SEVERITY_WARNING, node, "answers-digest",
                             _ ("What is recorded here was changed after it was saved, by "
                                "something other than this program: its digest is another."));
}

/* A record that has an id, but was never saved, is kept in case the program ends too early. */
static gboolean
is_draft (const CritPast *past)
{
  return past->id != NULL && past->saved == 0;
}

static void
finish (JsonNode *root, Kind kind, gboolean own_rules, CritRecord *record, CritRecordReader *reader)
{
  CritPast *past = crit_record_get_past (record);

  crit_record_set_completed_by (
      record, crit_record_reader_read_line (reader, get_member (root, "completed-by")));
  crit_past_read (past, root, crit_record_get_known_keys (), reader);
  check_digest (root, own_rules, record, reader);
  if (kind != KIND_PLAIN && !is_draft (past))
    past->recorded =
        crit_recorded_new (crit_record_dup_recorded (record), crit_record_get_rules (record));
  crit_record_set_access (record, reader->access);
}

static CritRecord *
read_root (JsonNode *root, Kind kind, CritRules *given, CritRecordReader *reader)
{
  g_autoptr (CritRules) rules = NULL;
  g_autoptr (CritRecord) record = NULL;
  const char *reference = NULL;
  JsonNode *answers = NULL;
  CritDate date = { 0 };

  check_keys (root, kind, reader);
  reference =
      crit_record_reader_read_line (reader, crit_record_reader_need (reader, root, "reference"));
  date = read_date (root, reader);
  answers = crit_record_reader_need (reader, root, "answers");
  rules = choose_rules (root, given, reader);
  if (rules == NULL)
    return NULL;
  record = make_record (rules, reference, date, answers, get_member (root, "notes"), reader);
  finish (root, kind, given == NULL, record, reader);
  return reader->failed || !crit_date_is_whole (date) ? NULL : g_steal_pointer (&record);
}

static CritRecord *
read_tree (CritJsonTree *tree, CritRules *rules, gboolean lenient, GPtrArray *findings)
{
  CritRecordReader reader = { .tree = tree, .findings = findings, .lenient = lenient };
  JsonNode *root = crit_json_tree_get_root (tree);
  const Kind kind = read_kind (root, &reader);

  return check_format (root, kind, &reader) ? read_root (root, kind, rules, &reader) : NULL;
}

/**
 * crit_record_read:
 * @text: a record, plain or as it is saved
 * @rules: (nullable): the rules to read it under; NULL for those that it carries
 * @findings: (element-type CritFinding): takes what is noticed, with positions, in the file's order
 *
 * Reads a record strictly. What is wrong is an error, all of it at once, and no record; a record of a format that is not
 * known is one error only. A record that carries other rules than @rules is refused; one that carries another text of
 * them is read, with a warning. A saved record may have keys that only a newer version knows; they are kept, with a warning.
 *
 * Returns: (transfer full) (nullable): the record; NULL when there was an error
 */
CritRecord *
crit_record_read (GBytes *text, CritRules *rules, GPtrArray *findings)
{
  g_autoptr (CritJsonTree) tree = NULL;
  CritRecord *record = NULL;

  g_return_val_if_fail (text != NULL && findings != NULL, NULL);

  tree = crit_json_tree_new (text, findings);
  if (tree == NULL)
    return NULL;
  record = read_tree (tree, rules, FALSE, findings);
  crit_findings_sort (findings);
  return record;
}

static void
take_findings (GPtrArray *findings, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (findings, crit_finding_copy (more->pdata[i]));
  crit_findings_sort (findings);
}

/**
 * crit_record_open:
 * @text: a record as it is saved
 * @findings: (element-type CritFinding): takes what is noticed, with positions, in the file's order
 *
 * Reads a saved record as far as that can be done: no record of a person may become unreadable by a newer or an older
 * program, or by a slip of somebody who edited it. What cannot be read is left open, with a warning; what may be done with
 * the record crit_record_get_access() then says. Errors come only where not even its questions can be shown.
 *
 * Returns: (transfer full) (nullable): the record; NULL when there was an error
 */
CritRecord *
crit_record_open (GBytes *text, GPtrArray *findings)
{
  g_autoptr (GPtrArray) strict = crit_findings_new ();
  g_autoptr (GPtrArray) lenient = crit_findings_new ();
  g_autoptr (CritJsonTree) tree = NULL;
  CritRecord *record = NULL;

  g_return_val_if_fail (text != NULL && findings != NULL, NULL);

  tree = crit_json_tree_new (text, findings);
  if (tree == NULL)
    return NULL;
  record = read_tree (tree, NULL, FALSE, strict);
  if (record != NULL)
    {
      take_findings (findings, strict);
      return record;
    }
  record = read_tree (tree, NULL, TRUE, lenient);
  take_findings (findings, record != NULL ? lenient : strict);
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
  g_autoptr (CritRecord) record = NULL;

  g_return_val_if_fail (answers != NULL && rules != NULL && findings != NULL, NULL);
  g_return_val_if_fail (crit_date_is_whole (date), NULL);

  record = make_record (rules, "", date, answers, NULL, &reader);
  return reader.failed ? NULL : g_steal_pointer (&record);
}
