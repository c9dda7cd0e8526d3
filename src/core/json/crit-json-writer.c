/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-writer.h"

#include <math.h>

#include "json/crit-text.h"

typedef struct
{
  GString *text;
  gboolean is_indented;
  guint depth;
} Writer;

static void write_node (Writer *writer, JsonNode *node);

/* Starts the line of the next element, where the layout has lines. */
static void
break_line (Writer *writer)
{
  if (!writer->is_indented)
    return;
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->text, "  ");
}

static void
begin_element (Writer *writer, guint index)
{
  if (index > 0)
    g_string_append_c (writer->text, ',');
  break_line (writer);
}

static void
write_object (Writer *writer, JsonObject *object)
{
  JsonObjectIter iter = { 0 };
  const char *name = NULL;
  JsonNode *member = NULL;
  guint index = 0;

  g_string_append_c (writer->text, '{');
  writer->depth++;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      begin_element (writer, index++);
      crit_json_write_string (writer->text, name);
      g_string_append (writer->text, writer->is_indented ? ": " : ":");
      write_node (writer, member);
    }
  writer->depth--;
  if (index > 0)
    break_line (writer);
  g_string_append_c (writer->text, '}');
}

static void
write_array (Writer *writer, JsonArray *array)
{
  guint length = json_array_get_length (array);

  g_string_append_c (writer->text, '[');
  writer->depth++;
  for (guint i = 0; i < length; i++)
    {
      begin_element (writer, i);
      write_node (writer, json_array_get_element (array, i));
    }
  writer->depth--;
  if (length > 0)
    break_line (writer);
  g_string_append_c (writer->text, ']');
}

static void
write_value (Writer *writer, JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      crit_json_write_string (writer->text, json_node_get_string (node));
      break;
    case G_TYPE_INT64:
      g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (writer->text, json_node_get_boolean (node) ? "true" : "false");
      break;
    default:
      g_assert (json_node_get_value_type (node) == G_TYPE_DOUBLE);
      crit_json_write_number (writer->text, json_node_get_double (node));
    }
}

static void
write_node (Writer *writer, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (writer, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (writer, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_value (writer, node);
      break;
    default:
      g_string_append (writer->text, "null");
    }
}

/**
 * crit_json_write:
 * @node: a tree that this program made or read
 * @layout: %CRIT_JSON_INDENTED for a file that people may open: two spaces a level and a newline at the
 *   end; %CRIT_JSON_COMPACT for one line without a newline
 *
 * Writes JSON. Members come in the order in which they were added, so equal trees give equal bytes.
 *
 * Returns: (transfer full): the text, UTF-8
 */
char *
crit_json_write (JsonNode *node, CritJsonLayout layout)
{
  Writer writer = { .is_indented = layout == CRIT_JSON_INDENTED };

  g_return_val_if_fail (node != NULL, NULL);

  writer.text = g_string_new (NULL);
  write_node (&writer, node);
  if (writer.is_indented)
    g_string_append_c (writer.text, '\n');
  return g_string_free (writer.text, FALSE);
}

static void
write_character (GString *text, gunichar character)
{
  switch (character)
    {
    case '"':
      g_string_append (text, "\\\"");
      break;
    case '\\':
      g_string_append (text, "\\\\");
      break;
    case '\n':
      g_string_append (text, "\\n");
      break;
    case '\t':
      g_string_append (text, "\\t");
      break;
    default:
      /* What the reader would refuse is shown as lost, so that the file as a whole can be read. */
      g_string_append_unichar (text, crit_text_allows (character) ? character : 0xFFFD);
    }
}

static void
write_characters (GString *text, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    write_character (text, g_utf8_get_char (p));
}

/* What is written as it is: nearly all of most texts. */
static gboolean
is_plain (char byte)
{
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

/**
 * crit_json_write_string:
 * @text: where the string is appended
 * @value: any text
 *
 * Writes @value as a JSON string. The strict reader reads it back the same; characters that the reader
 * refuses (see crit_text_allows(), which is to be asked where text enters the program) are replaced by
 * U+FFFD, for one of them must not make a whole record unreadable.
 */
void
crit_json_write_string (GString *text, const char *value)
{
  gsize plain = 0;

  g_return_if_fail (text != NULL);
  g_return_if_fail (value != NULL);

  while (is_plain (value[plain]))
    plain++;
  g_string_append_c (text, '"');
  g_string_append_len (text, value, (gssize) plain);
  if (value[plain] != '\0')
    write_characters (text, value + plain);
  g_string_append_c (text, '"');
}

/**
 * crit_json_write_number:
 * @text: where the number is appended
 * @value: a finite number
 *
 * Writes the shortest number that reads back as @value, whatever the locale: 0.1 is "0.1".
 */
void
crit_json_write_number (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE] = "0";
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  g_return_if_fail (text != NULL);
  g_return_if_fail (isfinite (value));

  /* Zero has no sign: "-0" would mean nothing to the people who read these files. */
  for (guint i = 0; value != 0 && i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  g_string_append (text, buffer);
}
