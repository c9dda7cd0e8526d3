/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-carried-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No string of a file may be longer than 64 KiB, or hold a carriage return; a line of a rules file may. Such a line is an
   array of its pieces, a carriage return among them as its number. */
#define MAX_PIECE (32 * 1024)
#define CARRIAGE_RETURN 13

static const char *const known_keys[] = { "id", "version", "digest", "text", NULL };

static void
fail (CritRecordReader *reader, JsonNode *node, const char *code, const char *message)
{
  crit_record_reader_report (reader, CRIT_SEVERITY_ERROR, node, code, "%s", message);
}

static void
append_piece (GString *text, JsonNode *piece, CritRecordReader *reader)
{
  if (json_node_get_value_type (piece) == G_TYPE_INT64
      && json_node_get_int (piece) == CARRIAGE_RETURN)
    g_string_append_c (text, CARRIAGE_RETURN);
  else
    g_string_append (text, crit_record_reader_read_text (reader, piece) ?: "");
}

static void
append_line (GString *text, JsonNode *line, CritRecordReader *reader)
{
  JsonArray *pieces = JSON_NODE_HOLDS_ARRAY (line) ? json_node_get_array (line) : NULL;

  if (pieces == NULL)
    g_string_append (text, crit_record_reader_read_text (reader, line) ?: "");
  for (guint i = 0; pieces != NULL && i < json_array_get_length (pieces); i++)
    append_piece (text, json_array_get_element (pieces, i), reader);
}

static GBytes *
read_lines (JsonNode *node, CritRecordReader *reader)
{
  GString *text = g_string_new (NULL);
  JsonArray *lines = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    fail (reader, node, "wrong-type", _ ("The text of the rules must be an array of its lines."));
  else
    lines = json_node_get_array (node);
  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      append_line (text, json_array_get_element (lines, i), reader);
    }
  return g_string_free_to_bytes (text);
}

/* The findings speak of lines of the rules file; each is told of where that line stands in the record. */
static void
report_faults (JsonNode *text, GPtrArray *faults, CritSeverity severity, CritRecordReader *reader)
{
  JsonArray *lines = json_node_get_array (text);

  for (guint i = 0; i < faults->len; i++)
    {
      const CritFinding *fault = g_ptr_array_index (faults, i);
      gboolean in_line = fault->line > 0 && fault->line <= json_array_get_length (lines);
      JsonNode *node = in_line ? json_array_get_element (lines, fault->line - 1) : text;

      if (fault->severity == CRIT_SEVERITY_ERROR)
        crit_record_reader_report (reader, severity, node, fault->code,
                                   /* Translators: %1$u is a line number, %2$s a sentence. */
                                   _ ("Line %1$u of the rules in this record: %2$s"), fault->line,
                                   fault->message);
    }
}

/* What does not fit is an error; where the record is to be shown all the same, its file has to stay as it is. */
static CritSeverity
get_misfit (CritRecordReader *reader)
{
  if (!reader->lenient)
    return CRIT_SEVERITY_ERROR;
  crit_record_reader_restrict (reader, CRIT_RECORD_SUSPECT);
  return CRIT_SEVERITY_WARNING;
}

static gboolean
is_digest_of (const char *digest, GBytes *text)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);

  return g_str_equal (digest, sum);
}

static void
check_name (JsonNode *object, const char *key, const char *expected, CritRecordReader *reader)
{
  JsonNode *node = crit_record_reader_need (reader, object, key);
  const char *name = crit_record_reader_read_text (reader, node);

  if (name == NULL || g_str_equal (name, expected))
    return;
  crit_record_reader_report (reader, get_misfit (reader), node, "rules-name",
                             /* Translators: %1$s and %2$s are names or versions of rules. */
                             _ ("The record says “%1$s”, but the rules in it say “%2$s”."), name,
                             expected);
}

static CritRules *
load (JsonNode *node, JsonNode *lines, GBytes *text, CritRecordReader *reader)
{
  g_autoptr (GPtrArray) faults = crit_findings_new ();
  gboolean whole = FALSE;
  g_autoptr (CritRules) rules = crit_rules_load_carried (text, faults, &whole);

  report_faults (lines, faults, whole ? CRIT_SEVERITY_WARNING : CRIT_SEVERITY_ERROR, reader);
  if (rules == NULL)
    {
      reader->failed = TRUE;
      return NULL;
    }
  check_name (node, "id", rules->id, reader);
  check_name (node, "version", rules->version, reader);
  return g_steal_pointer (&rules);
}

/**
 * crit_carried_rules_read:
 * @node: the `rules` of a record
 * @reader: takes what is found
 *
 * Reads the rules that a record carries. Their bytes must be those that the record names by their digest: they are checked
 * before anything in them is believed. What is wrong in the rules without touching questions and criteria is a warning.
 *
 * Returns: (transfer full) (nullable): the rules; NULL where something is wrong
 */
CritRules *
crit_carried_rules_read (JsonNode *node, CritRecordReader *reader)
{
  g_autoptr (GBytes) text = NULL;
  JsonNode *digest_node = NULL;
  JsonNode *lines = NULL;
  const char *digest = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (reader, node, "wrong-type", _ ("The rules in a record must be an object."));
      return NULL;
    }
  crit_record_reader_check_keys (reader, node, known_keys);
  lines = crit_record_reader_need (reader, node, "text");
  digest_node = crit_record_reader_need (reader, node, "digest");
  digest = crit_record_reader_read_text (reader, digest_node);
  if (lines == NULL || digest == NULL)
    return NULL;
  text = read_lines (lines, reader);
  if (reader->failed)
    return NULL;
  if (!is_digest_of (digest, text))
    {
      crit_record_reader_report (
          reader, get_misfit (reader), digest_node, "rules-digest", "%s",
          _ ("The rules in this record were changed after it was saved: their digest is another."));
      if (!reader->lenient)
        return NULL;
    }
  return load (node, lines, text, reader);
}

static const char *
get_text (JsonNode *object, const char *key)
{
  JsonNode *node = json_object_get_member (json_node_get_object (object), key);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

/**
 * crit_carried_rules_compare:
 * @node: the `rules` of a record
 * @rules: other rules, that the record is to be read under
 * @reader: takes what is found
 *
 * Compares the rules that a record was filled in under with those that it is read under now. Other rules altogether are
 * an error, since files may have been mixed up; another text of the same rules is a warning.
 */
void
crit_carried_rules_compare (JsonNode *node, const CritRules *rules, CritRecordReader *reader)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    fail (reader, node, "wrong-type", _ ("The rules in a record must be an object."));
  else if (!g_str_equal (get_text (node, "id"), rules->id))
    crit_record_reader_report (reader, CRIT_SEVERITY_ERROR, node, "other-rules",
                               /* Translators: %1$s and %2$s are ids of rules. */
                               _ ("This record was filled in under “%1$s”, not under “%2$s”."),
                               get_text (node, "id"), rules->id);
  else if (!g_str_equal (get_text (node, "digest"), crit_rules_get_digest (rules)))
    crit_record_reader_report (
        reader, CRIT_SEVERITY_WARNING, node, "other-version",
        /* Translators: %1$s and %2$s are versions of rules. */
        _ ("This record was filled in under version %1$s of the rules; it is "
           "read under another text, version %2$s."),
        get_text (node, "version"), rules->version);
}

/* The end of a piece that begins at @start, before a carriage return and never within a character. */
static const char *
find_piece_end (const char *start, const char *end)
{
  const char *at = memchr (start, CARRIAGE_RETURN, (gsize) (end - start));

  if (at == NULL)
    at = end;
  if (at - start <= MAX_PIECE)
    return at;
  at = start + MAX_PIECE;
  while (((guchar) *at & 0xC0) == 0x80)
    at--;
  return at;
}

static void
add_piece (JsonArray *array, const char *start, const char *end)
{
  g_autofree char *piece = g_strndup (start, (gsize) (end - start));

  json_array_add_string_element (array, piece);
}

static JsonArray *
make_pieces (const char *start, const char *end)
{
  JsonArray *pieces = json_array_new ();

  while (start < end)
    {
      const char *piece_end = find_piece_end (start, end);

      if (piece_end > start)
        add_piece (pieces, start, piece_end);
      else
        json_array_add_int_element (pieces, CARRIAGE_RETURN);
      start = MAX (piece_end, start + 1);
    }
  return pieces;
}

static void
add_line (JsonArray *lines, const char *start, const char *end)
{
  if (find_piece_end (start, end) == end)
    add_piece (lines, start, end);
  else
    json_array_add_array_element (lines, make_pieces (start, end));
}

static JsonArray *
make_lines (GBytes *text)
{
  JsonArray *lines = json_array_new ();
  gsize length = 0;
  const char *start = g_bytes_get_data (text, &length);
  const char *end = start + length;
  const char *newline = NULL;

  while ((newline = memchr (start, '\n', (gsize) (end - start))) != NULL)
    {
      add_line (lines, start, newline);
      start = newline + 1;
    }
  add_line (lines, start, end);
  return lines;
}

/**
 * crit_carried_rules_to_node:
 * @rules: rules
 *
 * Writes rules as a record carries them. The text is an array of its lines, which joined by newlines are the file byte
 * for byte; a line that is too long for one string, or has a carriage return, is an array of its pieces, the return as
 * the number 13.
 *
 * Returns: (transfer full): the value of `rules`
 */
JsonNode *
crit_carried_rules_to_node (const CritRules *rules)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "id", rules->id);
  json_object_set_string_member (object, "version", rules->version);
  json_object_set_string_member (object, "digest", crit_rules_get_digest (rules));
  json_object_set_array_member (object, "text", make_lines (rules->text));
  return json_node_init_object (json_node_alloc (), object);
}
