/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-document.h"

#include <string.h>

#include "json/crit-json-keys.h"
#include "json/crit-json-layout.h"
#include "json/crit-json-reader.h"
#include "json/crit-memory.h"
#include "json/crit-text.h"

/* No text has more nodes than bytes, nor two that are further apart than a node can say. */
G_STATIC_ASSERT (CRIT_JSON_MAX_FILE < 1 << 29);

/* So many bytes of an indented text come to one node, or a few more. */
#define BYTES_OF_A_NODE 28

/**
 * CritJsonDocument:
 * @text: as it was given
 * @strings: the same, but with strings made of what they mean, each where it stood: those of the nodes
 */
struct _CritJsonDocument
{
  GBytes *text;
  char *strings;
  CritJsonNode *nodes;
  guint n_nodes;
  guint size;
  CritTextPlace reported; /* of the last finding: the next one is probably a little further on */
};

/* An array or object that is not closed yet, and the last item that it has. Nodes move while there are more to come, so that
   they are named by their number. */
typedef struct
{
  guint at;
  guint last;
} Open;

/* A document that is being read: the value that is complete if nothing has come since, and the key that waits for its value. */
typedef struct
{
  CritJsonDocument *document;
  const CritJsonToken *token; /* the reader's */
  Open open[CRIT_JSON_MAX_DEPTH];
  guint depth;
  gboolean has_last;
  guint last;
  const char *key;
} Builder;

/* --- Reading --- */

static CritJsonNode *
append_node (CritJsonDocument *self)
{
  if (self->n_nodes == self->size)
    {
      self->size *= 2;
      self->nodes = g_renew (CritJsonNode, self->nodes, self->size);
    }
  return &self->nodes[self->n_nodes++];
}

/* Ties the newest node to the innermost container that is open, and to the item before it there. */
static void
link_node (Builder *builder)
{
  CritJsonNode *nodes = builder->document->nodes;
  const guint at = builder->document->n_nodes - 1;
  Open *open = builder->depth > 0 ? &builder->open[builder->depth - 1] : NULL;

  if (open == NULL)
    return;
  if (nodes[open->at].n_items++ > 0)
    nodes[open->last].next = at - open->last;
  if (nodes[at].key != NULL)
    nodes[open->at].marks |= crit_json_keys_mark (nodes[at].key);
  open->last = at;
}

static void
set_value (Builder *builder, CritJsonNode *node, CritJsonEvent event)
{
  const CritJsonToken *token = builder->token;

  switch (event)
    {
    case CRIT_JSON_OBJECT_START:
    case CRIT_JSON_ARRAY_START:
      node->type = event == CRIT_JSON_OBJECT_START ? CRIT_JSON_TYPE_OBJECT : CRIT_JSON_TYPE_ARRAY;
      break;
    case CRIT_JSON_STRING:
      node->type = CRIT_JSON_TYPE_STRING;
      node->string = token->string.text;
      break;
    case CRIT_JSON_INTEGER:
      node->type = CRIT_JSON_TYPE_INTEGER;
      node->integer = token->number.integer;
      break;
    case CRIT_JSON_DECIMAL:
      node->type = CRIT_JSON_TYPE_DECIMAL;
      node->decimal = token->number.decimal;
      break;
    case CRIT_JSON_BOOLEAN:
      node->type = CRIT_JSON_TYPE_BOOLEAN;
      node->boolean = token->boolean;
      break;
    default:
      g_assert (event == CRIT_JSON_NULL);
      node->type = CRIT_JSON_TYPE_NULL;
      break;
    }
}

static void
add_node (Builder *builder, CritJsonEvent event)
{
  CritJsonNode *node = append_node (builder->document);

  *node = (CritJsonNode){ .key = builder->token->key, .offset = (guint32) builder->token->offset };
  set_value (builder, node, event);
  link_node (builder);
}

static void
handle_event (Builder *builder, CritJsonEvent event)
{
  const gboolean opens = event == CRIT_JSON_OBJECT_START || event == CRIT_JSON_ARRAY_START;

  builder->has_last = !opens;
  if (event == CRIT_JSON_OBJECT_END || event == CRIT_JSON_ARRAY_END)
    {
      builder->last = builder->open[--builder->depth].at;
      return;
    }
  add_node (builder, event);
  builder->last = builder->document->n_nodes - 1;
  if (opens)
    builder->open[builder->depth++] = (Open){ builder->last, 0 };
}

/* --- What is said of a text that is refused --- */

/* The value that was complete last; NULL where something has come since. */
static const CritJsonNode *
get_last (const Builder *builder)
{
  return builder->has_last ? &builder->document->nodes[builder->last] : NULL;
}

/* Whether a value that begins on another line than its key is followed by what cannot be: items of a list look so. If they are
   texts, the second one was taken for a key. */
static gboolean
is_unopened_list (const Builder *builder, const char *text, gsize length, gsize refused)
{
  const CritJsonNode *last = get_last (builder);
  gboolean lacks_colon = refused < length && (text[refused] == ',' || text[refused] == ']');
  gsize begin = 0;

  if (last == NULL || (builder->key != NULL && !lacks_colon))
    return FALSE;
  begin = crit_json_document_get_key_offset (builder->document, last);
  return memchr (text + begin, '\n', last->offset - begin) != NULL;
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
    crit_json_report_unopened (text, length, get_last (builder)->offset, findings);
}

/* Where the builder was when the reader refused the text. */
static char *
dup_building_pointer (const Builder *builder)
{
  const CritJsonDocument *document = builder->document;
  g_autofree char *container =
      builder->depth > 0 ? crit_json_node_dup_pointer (
          document->nodes, &document->nodes[builder->open[builder->depth - 1].at])
                         : NULL;
  GString *pointer = g_string_new (container);

  if (builder->key != NULL)
    crit_json_append_step (pointer, builder->key);
  return g_string_free (pointer, FALSE);
}

static void
report_refusal (const Builder *builder, gsize refused, GPtrArray *findings, const GError *error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (builder->document->text, &length);
  g_autofree char *pointer = dup_building_pointer (builder);

  if (text != NULL)
    report_origin (builder, text, length, refused, findings);
  g_ptr_array_add (
      findings, crit_finding_new (CRIT_SEVERITY_ERROR, text != NULL ? text : "", length, refused,
                                  pointer, crit_json_error_get_code (error->code), error->message));
}

static gboolean
build (CritJsonDocument *self, GPtrArray *findings)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (self->text, &length);
  CritJsonReader *reader = crit_json_reader_new (text, length);
  g_autoptr (GError) error = NULL;
  Builder builder = { .document = self, .token = crit_json_reader_get_token (reader) };
  CritJsonEvent event = crit_json_reader_next (reader, &error);
  gsize end = 0;

  while (event != CRIT_JSON_ERROR_EVENT && event != CRIT_JSON_END)
    {
      handle_event (&builder, event);
      event = crit_json_reader_next (reader, &error);
    }
  end = builder.token->offset;
  builder.key = builder.token->key;
  self->strings = crit_json_reader_steal_text (reader);
  if (event == CRIT_JSON_ERROR_EVENT)
    report_refusal (&builder, end, findings, error);
  return event == CRIT_JSON_END;
}

/**
 * crit_json_document_new:
 * @text: one JSON document
 * @findings: (element-type CritFinding): where an error finding is added if @text is refused; two where it seems to have
 *   gone wrong before
 *
 * Reads @text strictly.
 *
 * Returns: (transfer full) (nullable): the document, %NULL when there was an error
 */
CritJsonDocument *
crit_json_document_new (GBytes *text, GPtrArray *findings)
{
  g_autoptr (CritJsonDocument) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (findings != NULL, NULL);

  self = g_new0 (CritJsonDocument, 1);
  self->text = g_bytes_ref (text);
  self->reported = CRIT_TEXT_START;
  self->size = (guint) (g_bytes_get_size (text) / BYTES_OF_A_NODE) + 1;
  self->nodes = crit_memory_new (sizeof (CritJsonNode) * self->size);
  return build (self, findings) ? g_steal_pointer (&self) : NULL;
}

/**
 * crit_json_document_free:
 * @self: (nullable) (transfer full): a document
 *
 * Frees the document, its nodes and their texts.
 */
void
crit_json_document_free (CritJsonDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->nodes);
  g_free (self->strings);
  g_bytes_unref (self->text);
  g_free (self);
}

/**
 * crit_json_document_steal_strings:
 * @self: (transfer full): a document
 *
 * Frees the document, but keeps the strings and keys of its nodes, for something that was made of it. They stay where they
 * are.
 *
 * Returns: (transfer full): what the strings live in
 */
char *
crit_json_document_steal_strings (CritJsonDocument *self)
{
  char *strings = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  strings = g_steal_pointer (&self->strings);
  crit_json_document_free (self);
  return strings;
}

/**
 * crit_json_document_get_root:
 * @self: a document
 *
 * Returns: (transfer none): the value that the whole document is; of any type
 */
const CritJsonNode *
crit_json_document_get_root (CritJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->nodes;
}

/**
 * crit_json_document_find:
 * @self: a document
 * @offset: a byte of its text
 *
 * Returns: (nullable): the value that begins there
 */
const CritJsonNode *
crit_json_document_find (CritJsonDocument *self, gsize offset)
{
  guint low = 0;
  guint high = 0;

  g_return_val_if_fail (self != NULL, NULL);

  high = self->n_nodes;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (self->nodes[middle].offset < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_nodes && self->nodes[low].offset == offset ? &self->nodes[low] : NULL;
}

/**
 * crit_json_document_get_key_offset:
 * @self: a document
 * @node: a node of @self
 *
 * Returns: the byte where its key begins; where it has none, that where the value does
 */
gsize
crit_json_document_get_key_offset (CritJsonDocument *self, const CritJsonNode *node)
{
  g_return_val_if_fail (self != NULL && node != NULL, 0);

  return node->key != NULL ? (gsize) (node->key - self->strings) - 1 : node->offset;
}

/**
 * crit_json_document_report:
 * @self: a document
 * @findings: (element-type CritFinding): where the finding is added
 * @severity: how serious it is
 * @node: the node of @self that it is about
 * @offset: the byte that it points at: that of the value, or that of its key, as where that is unknown
 * @code: a short stable word
 * @message: a translated sentence
 *
 * Adds a finding.
 */
void
crit_json_document_report (CritJsonDocument *self,
                           GPtrArray *findings,
                           CritSeverity severity,
                           const CritJsonNode *node,
                           gsize offset,
                           const char *code,
                           const char *message)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (self->text, &length);
  g_autofree char *pointer = crit_json_node_dup_pointer (self->nodes, node);
  CritFinding *finding = crit_finding_new (severity, NULL, 0, 0, pointer, code, message);

  crit_text_move (text, length, &self->reported, offset);
  finding->line = self->reported.line;
  finding->column = self->reported.column;
  g_ptr_array_add (findings, finding);
}
