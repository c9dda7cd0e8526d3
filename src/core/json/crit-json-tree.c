/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-tree.h"

/**
 * CritJsonTree:
 * @origins: #JsonNode to the #CritJsonNode it was made of
 */
struct _CritJsonTree
{
  CritJsonDocument *document;
  JsonNode *root;
  GHashTable *origins;
};

static const CritJsonNode *
find_origin (CritJsonTree *self, JsonNode *node)
{
  return g_hash_table_lookup (self->origins, node);
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
  g_autoptr (CritJsonDocument) document = crit_json_document_new (text, findings);
  CritJsonTree *self = NULL;

  if (document == NULL)
    return NULL;

  self = g_new0 (CritJsonTree, 1);
  self->document = g_steal_pointer (&document);
  self->origins = g_hash_table_new (NULL, NULL);
  self->root = crit_json_node_dup (crit_json_document_get_root (self->document), self->origins);
  json_node_seal (self->root);
  return self;
}

/**
 * crit_json_tree_free:
 * @self: (nullable) (transfer full): a tree
 *
 * Frees the tree, and those of its nodes that nobody keeps.
 */
void
crit_json_tree_free (CritJsonTree *self)
{
  if (self == NULL)
    return;
  json_node_unref (self->root);
  g_hash_table_unref (self->origins);
  crit_json_document_free (self->document);
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
  const CritJsonNode *origin = NULL;

  g_return_val_if_fail (self != NULL, 0);
  origin = find_origin (self, node);
  g_return_val_if_fail (origin != NULL, 0);

  return origin->offset;
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
  const CritJsonNode *origin = NULL;

  g_return_val_if_fail (self != NULL, 0);
  origin = find_origin (self, node);
  g_return_val_if_fail (origin != NULL, 0);

  return crit_json_document_get_key_offset (self->document, origin);
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
  g_return_val_if_fail (find_origin (self, node) != NULL, NULL);

  return crit_json_node_dup_pointer (crit_json_document_get_root (self->document),
                                     find_origin (self, node));
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
  const CritJsonNode *origin = find_origin (self, node);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  crit_json_document_report (self->document, findings, severity, origin, origin->offset, code,
                             message);
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
  const CritJsonNode *origin = find_origin (self, node);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  crit_json_document_report (self->document, findings, severity, origin,
                             crit_json_document_get_key_offset (self->document, origin), code,
                             message);
}
