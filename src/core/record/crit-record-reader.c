/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-record-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * crit_record_reader_restrict:
 * @self: a reader
 * @access: the most that may be done with the record
 *
 * Says what keeps a record from being used like any other. What was said before is not taken back.
 */
void
crit_record_reader_restrict (CritRecordReader *self, CritRecordAccess access)
{
  self->access = MAX (self->access, access);
}

/* In a lenient reading nothing is an error, but what was left out must not be lost by saving. */
static CritSeverity
judge (CritRecordReader *self, CritSeverity severity)
{
  if (severity != CRIT_SEVERITY_ERROR)
    return severity;
  if (!self->lenient)
    {
      self->failed = TRUE;
      return severity;
    }
  crit_record_reader_restrict (self, CRIT_RECORD_READ_ONLY);
  return CRIT_SEVERITY_WARNING;
}

/**
 * crit_record_reader_report:
 * @self: a reader
 * @severity: how serious it is
 * @node: what it is about
 * @code: a short stable word
 * @format: one sentence, translated, with its arguments following
 *
 * Adds a finding about a value.
 */
void
crit_record_reader_report (CritRecordReader *self,
                           CritSeverity severity,
                           JsonNode *node,
                           const char *code,
                           const char *format,
                           ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  severity = judge (self, severity);
  if (self->tree != NULL)
    crit_json_tree_report (self->tree, self->findings, severity, node, code, "%s", message);
  else
    g_ptr_array_add (self->findings, crit_finding_new (severity, NULL, 0, 0, NULL, code, message));
}

/**
 * crit_record_reader_report_key:
 * @self: a reader
 * @node: the value whose key it is about
 * @code: a short stable word
 * @format: one sentence, translated, with its arguments following
 *
 * Adds an error about a key.
 */
void
crit_record_reader_report_key (CritRecordReader *self,
                               JsonNode *node,
                               const char *code,
                               const char *format,
                               ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (self->tree == NULL)
    {
      crit_record_reader_report (self, CRIT_SEVERITY_ERROR, node, code, "%s", message);
      return;
    }
  crit_json_tree_report_key (self->tree, self->findings, judge (self, CRIT_SEVERITY_ERROR), node,
                             code, "%s", message);
}

/**
 * crit_record_reader_check_keys:
 * @self: a reader
 * @object: an object
 * @known: (array zero-terminated=1): the keys that it may have
 *
 * Reports every key that it may not have.
 */
void
crit_record_reader_check_keys (CritRecordReader *self, JsonNode *object, const char *const *known)
{
  JsonObjectIter iter = { 0 };
  const char *key = NULL;
  JsonNode *value = NULL;

  json_object_iter_init (&iter, json_node_get_object (object));
  while (json_object_iter_next (&iter, &key, &value))
    if (!g_strv_contains (known, key))
      {
        g_autofree char *keys = g_strjoinv (", ", (char **) known);

        /* Translators: %1$s is a key of a file, %2$s a list of keys. */
        crit_record_reader_report_key (self, value, "unknown-key",
                                       _ ("The key “%1$s” is not known here. Known keys: %2$s."),
                                       key, keys);
      }
}

/**
 * crit_record_reader_need:
 * @self: a reader
 * @object: an object
 * @key: a key that it has to have
 *
 * Returns: (transfer none) (nullable): the value; NULL, and reported, where there is none
 */
JsonNode *
crit_record_reader_need (CritRecordReader *self, JsonNode *object, const char *key)
{
  JsonNode *node = json_object_get_member (json_node_get_object (object), key);

  if (node == NULL)
    /* Translators: %s is a key of a file. */
    crit_record_reader_report (self, CRIT_SEVERITY_ERROR, object, "missing-key",
                               _ ("The key “%s” is missing here."), key);
  return node;
}

/**
 * crit_record_reader_read_text:
 * @self: a reader
 * @node: (nullable): a value that has to be text
 *
 * Which characters a text may hold at all the reader of JSON has seen to.
 *
 * Returns: (transfer none) (nullable): the text; NULL, and reported, where it is none
 */
const char *
crit_record_reader_read_text (CritRecordReader *self, JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  crit_record_reader_report (self, CRIT_SEVERITY_ERROR, node, "wrong-type",
                             _ ("This must be text in quotes."));
  return NULL;
}

/**
 * crit_record_reader_read_line:
 * @self: a reader
 * @node: (nullable): a value that has to be text of one line
 *
 * Returns: (transfer none) (nullable): the text; NULL, and reported, where it is none or has line breaks or tabs
 */
const char *
crit_record_reader_read_line (CritRecordReader *self, JsonNode *node)
{
  const char *text = crit_record_reader_read_text (self, node);

  if (text == NULL || strpbrk (text, "\n\t") == NULL)
    return text;
  crit_record_reader_report (self, CRIT_SEVERITY_ERROR, node, "bad-text",
                             _ ("This must be text of one line, without tabs."));
  return NULL;
}
