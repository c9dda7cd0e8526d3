/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/crit-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "json/crit-json-tree.h"
#include "json/crit-json-writer.h"

#define FORMAT "criteria-draft/1"
#define FORMAT_OF_ANY_VERSION "criteria-draft/"

G_DEFINE_QUARK (crit_draft_error_quark, crit_draft_error)

/* A member of the heading that is text, and the field of a draft that it goes to. */
typedef struct
{
  const char *key;
  gsize offset;
  gboolean optional;
} Text;

static const Text texts[] = {
  { "reference", G_STRUCT_OFFSET (CritDraft, reference), FALSE },
  { "rules-id", G_STRUCT_OFFSET (CritDraft, rules_id), FALSE },
  { "rules-version", G_STRUCT_OFFSET (CritDraft, rules_version), FALSE },
  { "rules-digest", G_STRUCT_OFFSET (CritDraft, rules_digest), FALSE },
  { "rules-title", G_STRUCT_OFFSET (CritDraft, rules_title), FALSE },
  { "file", G_STRUCT_OFFSET (CritDraft, file_uri), TRUE },
  { "file-digest", G_STRUCT_OFFSET (CritDraft, file_digest), TRUE },
  { "saving", G_STRUCT_OFFSET (CritDraft, saving_uri), TRUE },
  { "saving-digest", G_STRUCT_OFFSET (CritDraft, saving_digest), TRUE },
  { "record-id", G_STRUCT_OFFSET (CritDraft, record_id), TRUE },
};

static char **
get_field (const CritDraft *self, const Text *text)
{
  return G_STRUCT_MEMBER_P (self, text->offset);
}

static const char *
get_text (JsonObject *heading, const char *key)
{
  JsonNode *node = json_object_get_member (heading, key);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, CRIT_DRAFT_ERROR, CRIT_DRAFT_ERROR_DAMAGED,
                       _ ("The draft is damaged."));
  return FALSE;
}

static gboolean
check_format (JsonObject *heading, GError **error)
{
  const char *format = get_text (heading, "format");

  if (g_strcmp0 (format, FORMAT) == 0)
    return TRUE;
  if (format == NULL || !g_str_has_prefix (format, FORMAT_OF_ANY_VERSION))
    return fail_damaged (error);
  g_set_error_literal (error, CRIT_DRAFT_ERROR, CRIT_DRAFT_ERROR_NEWER,
                       _ ("A newer version of this program made the draft."));
  return FALSE;
}

static gboolean
read_texts (CritDraft *self, JsonObject *heading)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *value = get_text (heading, texts[i].key);

      if (value == NULL && (!texts[i].optional || json_object_has_member (heading, texts[i].key)))
        return FALSE;
      *get_field (self, &texts[i]) = g_strdup (value);
    }
  return TRUE;
}

static gboolean
read_time (CritDraft *self, JsonObject *heading)
{
  JsonNode *node = json_object_get_member (heading, "time");

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  self->time = json_node_get_int (node);
  return TRUE;
}

/* The heading holds the digest of what follows it: a draft is whole or it is damaged. */
static gboolean
check_record (const CritDraft *self, JsonObject *heading)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->record);

  return g_strcmp0 (get_text (heading, "record"), digest) == 0;
}

static gboolean
read_heading (CritDraft *self, JsonNode *root, GError **error)
{
  JsonObject *heading = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return fail_damaged (error);
  heading = json_node_get_object (root);
  return check_format (heading, error)
         && ((read_texts (self, heading) && read_time (self, heading)
              && check_record (self, heading))
             || fail_damaged (error));
}

/**
 * crit_draft_read:
 * @text: the bytes of a draft
 * @error: return location for a #CritDraftError
 *
 * Reads a draft. It is taken only if it is exactly what was written; its record is not looked into.
 *
 * Returns: (transfer full) (nullable): the draft, without id; %NULL on error
 */
CritDraft *
crit_draft_read (GBytes *text, GError **error)
{
  g_autoptr (CritDraft) self = g_new0 (CritDraft, 1);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) line = NULL;
  g_autoptr (CritJsonTree) tree = NULL;
  gsize length = 0;
  const char *start = NULL;
  const char *end = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  start = g_bytes_get_data (text, &length);
  end = length > 0 ? memchr (start, '\n', length) : NULL;
  if (end != NULL)
    {
      self->record = g_bytes_new_from_bytes (text, (gsize) (end + 1 - start),
                                             (gsize) (start + length - (end + 1)));
      line = g_bytes_new_from_bytes (text, 0, (gsize) (end - start));
      tree = crit_json_tree_new (line, findings);
    }
  if (tree == NULL)
    fail_damaged (error);
  else if (read_heading (self, crit_json_tree_get_root (tree), error))
    return g_steal_pointer (&self);
  return NULL;
}

static char *
write_heading (const CritDraft *self)
{
  g_autoptr (JsonObject) heading = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), heading);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->record);

  json_object_set_string_member (heading, "format", FORMAT);
  json_object_set_int_member (heading, "time", self->time);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*get_field (self, &texts[i]) != NULL)
      json_object_set_string_member (heading, texts[i].key, *get_field (self, &texts[i]));
  json_object_set_string_member (heading, "record", digest);
  return crit_json_write (root, CRIT_JSON_COMPACT);
}

/**
 * crit_draft_write:
 * @self: a draft; its id is its name and not in it
 *
 * Writes a draft: a line that says what it is, whose and of when, and then the record as it would be saved. Who has
 * nothing but the draft and an editor gets the record by taking the first line away.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
crit_draft_write (const CritDraft *self)
{
  g_autofree char *heading = NULL;
  GByteArray *bytes = g_byte_array_new ();
  gsize length = 0;
  const guint8 *record = NULL;

  g_return_val_if_fail (self != NULL && self->record != NULL, NULL);

  heading = write_heading (self);
  record = g_bytes_get_data (self->record, &length);
  g_byte_array_append (bytes, (const guint8 *) heading, (guint) strlen (heading));
  g_byte_array_append (bytes, (const guint8 *) "\n", 1);
  g_byte_array_append (bytes, record, (guint) length);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * crit_draft_free:
 * @self: (transfer full): a draft
 *
 * Frees it. The file is not touched.
 */
void
crit_draft_free (CritDraft *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*get_field (self, &texts[i]));
  g_free (self->id);
  g_clear_pointer (&self->record, g_bytes_unref);
  g_free (self);
}
