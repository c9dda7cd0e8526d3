/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-tree.h"

#include "json/crit-json-layout.h"
#include "json/crit-json-reader.h"
#include "json/crit-text.h"

#include <string.h>

/* Where a node stands in the text and in the tree. */
typedef struct
{
  gsize offset;
  gsize key_offset;
  JsonNode *parent;
} Place;

struct _CritJsonTree
{
  GBytes *text;
  JsonNode *root;
  GHashTable *places;
  CritTextPlace reported; /* of the last finding: the next one is probably a little further on */
};

/* A tree that is being built: the containers that are open, the value that is complete if nothing has come since, and the key
   that waits for its value. */
typedef struct
{
  CritJsonTree *tree;
  JsonNode *open[CRIT_JSON_MAX_DEPTH];
  guint depth;
  JsonNode *last;
  char *key;
  gsize key_offset;
} Builder;

static void
append_step (GString *pointer, const char *key)
{
  g_string_append_c (pointer, '/');
  for (const char *p = key; *p != '\0'; p++)
    if (*p == '~')
      g_string_append (pointer, "~0");
    else if (*p == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *p);
}

static void
append_index (GString *pointer, guint index)
{
  g_string_append_printf (pointer, "/%u", index);
}

/* Names are looked for only here, when a message is made: no node has to carry one. */
static void
append_member_step (GString *pointer, JsonNode *parent, JsonNode *node)
{
  JsonObjectIter iter = { 0 };
  const char *name = NULL;
  JsonNode *member = NULL;

  json_object_iter_init (&iter, json_node_get_object (parent));
  while (json_object_iter_next (&iter, &name, &member))
    if (member == node)
      {
        append_step (pointer, name);
        return;
      }
  g_assert_not_reached ();
}

static void
append_element_step (GString *pointer, JsonNode *parent, JsonNode *node)
{
  JsonArray *array = json_node_get_array (parent);
  guint index = 0;

  while (json_array_get_element (array, index) != node)
    index++;
  append_index (pointer, index);
}

static const Place *
find_place (CritJsonTree *self, JsonNode *node)
{
  return g_hash_table_lookup (self->places, node);
}

static GString *
make_pointer (CritJsonTree *self, JsonNode *node)
{
  JsonNode *steps[CRIT_JSON_MAX_DEPTH + 1] = { NULL };
  guint depth = 0;
  GString *pointer = g_string_new (NULL);

  for (JsonNode *step = node; step != NULL; step = find_place (self, step)->parent)
    steps[depth++] = step;
  for (; depth > 1; depth--)
    if (JSON_NODE_HOLDS_OBJECT (steps[depth - 1]))
      append_member_step (pointer, steps[depth - 1], steps[depth - 2]);
    else
      append_element_step (pointer, steps[depth - 1], steps[depth - 2]);
  return pointer;
}

/* Where the builder was when the reader refused the text. */
static char *
dup_building_pointer (const Builder *builder)
{
  JsonNode *container = builder->depth > 0 ? builder->open[builder->depth - 1] : NULL;
  GString *pointer = make_pointer (builder->tree, container);

  if (builder->key != NULL)
    append_step (pointer, builder->key);
  return g_string_free (pointer, FALSE);
}

/* Puts @node into the innermost open container, or makes it the root. */
static void
add_node (Builder *builder, JsonNode *node, gsize offset)
{
  CritJsonTree *tree = builder->tree;
  JsonNode *parent = builder->depth > 0 ? builder->open[builder->depth - 1] : NULL;
  Place *place = g_new0 (Place, 1);

  *place = (Place){ offset, builder->key != NULL ? builder->key_offset : offset, parent };
  g_hash_table_insert (tree->places, node, place);
  if (parent == NULL)
    tree->root = node;
  else if (JSON_NODE_HOLDS_OBJECT (parent))
    json_object_set_member (json_node_get_object (parent), builder->key, node);
  else
    json_array_add_element (json_node_get_array (parent), node);
  g_clear_pointer (&builder->key, g_free);
}

static char *
dup_string (CritJsonReader *reader)
{
  const CritJsonString *string = &crit_json_reader_get_token (reader)->string;

  return g_strndup (string->text, string->length);
}

static JsonNode *
make_node (CritJsonReader *reader, CritJsonEvent event)
{
  const CritJsonToken *token = crit_json_reader_get_token (reader);
  JsonNode *node = json_node_alloc ();
  g_autofree char *string = NULL;

  switch (event)
    {
    case CRIT_JSON_OBJECT_START:
      json_node_init (node, JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
      return node;
    case CRIT_JSON_ARRAY_START:
      json_node_init (node, JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
      return node;
    case CRIT_JSON_STRING:
      string = dup_string (reader);
      return json_node_init_string (node, string);
    case CRIT_JSON_INTEGER:
      return json_node_init_int (node, token->number.integer);
    case CRIT_JSON_DECIMAL:
      return json_node_init_double (node, token->number.decimal);
    case CRIT_JSON_BOOLEAN:
      return json_node_init_boolean (node, token->boolean);
    default:
      g_assert (event == CRIT_JSON_NULL);
      return json_node_init_null (node);
    }
}

static void
handle_event (Builder *builder, CritJsonReader *reader, CritJsonEvent event)
{
  gboolean opens = event == CRIT_JSON_OBJECT_START || event == CRIT_JSON_ARRAY_START;
  gsize offset = crit_json_reader_get_token (reader)->offset;
  JsonNode *node = NULL;

  if (event == CRIT_JSON_OBJECT_END || event == CRIT_JSON_ARRAY_END)
    {
      builder->last = builder->open[--builder->depth];
      return;
    }
  if (event == CRIT_JSON_KEY)
    {
      builder->key = dup_string (reader);
      builder->key_offset = offset;
      return;
    }
  node = make_node (reader, event);
  add_node (builder, node, offset);
  builder->last = opens ? NULL : node;
  if (opens)
    builder->open[builder->depth++] = node;
}

/* Whether a value that begins on another line than its key is followed by what cannot be: items of a list look so. If they are
   texts, the second one was taken for a key. */
static gboolean
is_unopened_list (const Builder *builder, const char *text, gsize length, gsize refused)
{
  const Place *place = builder->last != NULL ? find_place (builder->tree, builder->last) : NULL;
  gboolean lacks_colon = refused < length && (text[refused] == ',' || text[refused] == ']');

  return place != NULL && (builder->key == NULL || lacks_colon)
         && memchr (text + place->key_offset, '\n', place->offset - place->key_offset) != NULL;
}

/* After a slip with brackets the text may be refused many lines further on. Then where it seems to be is said first. */
static void
report_origin (const Builder *builder,
               const char *text,
               gsize length,
               gsize refused,
               GPtrArray *findings)
{
  if (!crit_json_report_slip (text, length, refused, findings)
      && is_unopened_list (builder, text, length, refused))
    crit_json_report_unopened (text, length, find_place (builder->tree, builder->last)->offset,
                               findings);
}

static void
report_refusal (Builder *builder, CritJsonReader *reader, GPtrArray *findings, const GError *error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (builder->tree->text, &length);
  g_autofree char *pointer = dup_building_pointer (builder);

  if (text != NULL)
    report_origin (builder, text, length, crit_json_reader_get_token (reader)->offset, findings);
  g_ptr_array_add (findings,
                   crit_finding_new (CRIT_SEVERITY_ERROR, text != NULL ? text : "", length,
                                     crit_json_reader_get_token (reader)->offset, pointer,
                                     crit_json_error_get_code (error->code), error->message));
}

static gboolean
build (CritJsonTree *self, GPtrArray *findings)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (self->text, &length);
  g_autoptr (CritJsonReader) reader = crit_json_reader_new (text, length);
  g_autoptr (GError) error = NULL;
  Builder builder = { .tree = self };
  CritJsonEvent event = crit_json_reader_next (reader, &error);

  while (event != CRIT_JSON_ERROR_EVENT && event != CRIT_JSON_END)
    {
      handle_event (&builder, reader, event);
      event = crit_json_reader_next (reader, &error);
    }
  if (event == CRIT_JSON_ERROR_EVENT)
    report_refusal (&builder, reader, findings, error);
  g_free (builder.key);
  return event == CRIT_JSON_END;
}

/**
 * crit_json_tree_new:
 * @text: one JSON document
 * @findings: (element-type CritFinding): where an error finding is added if @text is refused; two where it seems to have
 *   gone wrong before
 *
 * Reads @text strictly and builds a json-glib tree of it. json-glib itself never parses a byte. The
 * tree cannot be changed, so that the places of its nodes stay true.
 *
 * Returns: (transfer full) (nullable): the tree, %NULL when there was an error
 */
CritJsonTree *
crit_json_tree_new (GBytes *text, GPtrArray *findings)
{
  g_autoptr (CritJsonTree) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (findings != NULL, NULL);

  self = g_new0 (CritJsonTree, 1);
  self->text = g_bytes_ref (text);
  self->reported = CRIT_TEXT_START;
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (!build (self, findings))
    return NULL;
  json_node_seal (self->root);
  return g_steal_pointer (&self);
}

/**
 * crit_json_tree_free:
 * @self: (nullable) (transfer full): a tree
 *
 * Frees the tree and its nodes.
 */
void
crit_json_tree_free (CritJsonTree *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->root, json_node_unref);
  g_hash_table_unref (self->places);
  g_bytes_unref (self->text);
  g_free (self);
}

/**
 * crit_json_tree_get_root:
 * @self: a tree
 *
 * Returns: (transfer none): the value that the whole document is; of any type
 */
JsonNode *
crit_json_tree_get_root (CritJsonTree *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

/**
 * crit_json_tree_get_offset:
 * @self: a tree
 * @node: a node of @self
 *
 * Returns: the byte of the text where the value begins
 */
gsize
crit_json_tree_get_offset (CritJsonTree *self, JsonNode *node)
{
  const Place *place = NULL;

  g_return_val_if_fail (self != NULL, 0);
  place = find_place (self, node);
  g_return_val_if_fail (place != NULL, 0);

  return place->offset;
}

/**
 * crit_json_tree_get_key_offset:
 * @self: a tree
 * @node: a node of @self
 *
 * Returns: the byte of the text where the key of the value begins; where it has none, being an element
 *   of an array or the root, the byte where the value begins
 */
gsize
crit_json_tree_get_key_offset (CritJsonTree *self, JsonNode *node)
{
  const Place *place = NULL;

  g_return_val_if_fail (self != NULL, 0);
  place = find_place (self, node);
  g_return_val_if_fail (place != NULL, 0);

  return place->key_offset;
}

/**
 * crit_json_tree_dup_pointer:
 * @self: a tree
 * @node: a node of @self
 *
 * Returns: (transfer full): the JSON Pointer (RFC 6901) of @node, such as "/criteria/3/when"; that of
 *   the root is the empty string
 */
char *
crit_json_tree_dup_pointer (CritJsonTree *self, JsonNode *node)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (find_place (self, node) != NULL, NULL);

  return g_string_free (make_pointer (self, node), FALSE);
}

static void
report (CritJsonTree *self,
        GPtrArray *findings,
        CritSeverity severity,
        JsonNode *node,
        gsize offset,
        const char *code,
        const char *message)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (self->text, &length);
  g_autofree char *pointer = crit_json_tree_dup_pointer (self, node);
  CritFinding *finding = crit_finding_new (severity, NULL, 0, 0, pointer, code, message);

  crit_text_move (text, length, &self->reported, offset);
  finding->line = self->reported.line;
  finding->column = self->reported.column;
  g_ptr_array_add (findings, finding);
}

/**
 * crit_json_tree_report:
 * @self: a tree
 * @findings: (element-type CritFinding): where the finding is added
 * @severity: how serious it is
 * @node: the node of @self that it is about
 * @code: a short stable word
 * @format: a translated sentence, and what goes in it
 *
 * Adds a finding that points at the value @node.
 */
void
crit_json_tree_report (CritJsonTree *self,
                       GPtrArray *findings,
                       CritSeverity severity,
                       JsonNode *node,
                       const char *code,
                       const char *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  report (self, findings, severity, node, crit_json_tree_get_offset (self, node), code, message);
}

/**
 * crit_json_tree_report_key:
 * @self: a tree
 * @findings: (element-type CritFinding): where the finding is added
 * @severity: how serious it is
 * @node: the node of @self whose key it is about
 * @code: a short stable word
 * @format: a translated sentence, and what goes in it
 *
 * Adds a finding that points at the key of @node, as for a key that is unknown.
 */
void
crit_json_tree_report_key (CritJsonTree *self,
                           GPtrArray *findings,
                           CritSeverity severity,
                           JsonNode *node,
                           const char *code,
                           const char *format,
                           ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  report (self, findings, severity, node, crit_json_tree_get_key_offset (self, node), code,
          message);
}
