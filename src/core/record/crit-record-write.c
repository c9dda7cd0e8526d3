/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-record-file.h"

#include "json/crit-json-writer.h"
#include "record/crit-answer-writer.h"
#include "record/crit-carried-rules.h"
#include "record/crit-notes.h"
#include "record/crit-record-private.h"
#include "record/crit-time.h"

#include <string.h>

/**
 * Writing:
 * @recorded: what was recorded, as crit_record_dup_recorded() makes it
 *
 * What the members of a file are made from.
 */
typedef struct
{
  CritRecord *record;
  const CritPast *past;
  JsonNode *recorded;
} Writing;

static JsonNode *
new_string (const char *text)
{
  return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
}

static JsonNode *
new_time (gint64 time)
{
  g_autofree char *text = time != 0 ? crit_time_to_iso (time) : NULL;

  return new_string (text);
}

static JsonNode *
make_format (const Writing *writing)
{
  return new_string (CRIT_RECORD_FORMAT);
}

static JsonNode *
make_id (const Writing *writing)
{
  return new_string (writing->past->id);
}

static JsonNode *
make_created (const Writing *writing)
{
  return new_time (writing->past->created);
}

static JsonNode *
make_saved (const Writing *writing)
{
  return new_time (writing->past->saved);
}

static char *
dup_digest (JsonNode *recorded)
{
  g_autofree char *text = crit_json_write (recorded, CRIT_JSON_COMPACT);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static JsonNode *
make_digest (const Writing *writing)
{
  g_autofree char *digest = dup_digest (writing->recorded);

  return new_string (digest);
}

static JsonNode *
make_changes (const Writing *writing)
{
  JsonArray *changes = writing->past->changes;

  if (changes == NULL || json_array_get_length (changes) == 0)
    return NULL;
  return json_node_init_array (json_node_alloc (), changes);
}

static JsonNode *
make_rules (const Writing *writing)
{
  return crit_carried_rules_to_node (crit_record_get_rules (writing->record));
}

/* The keys of a file in their order, and what makes their values; one without function is what was recorded under that
   key. */
static const char *const known_keys[] = {
  "format", "id",      "reference", "date",    "completed-by", "created", "saved",
  "digest", "answers", "notes",     "changes", "rules",        NULL
};
static JsonNode *(*const makers[]) (const Writing *) = {
  make_format, make_id,     NULL, NULL, NULL,         make_created,
  make_saved,  make_digest, NULL, NULL, make_changes, make_rules,
};

/**
 * crit_record_get_known_keys:
 *
 * Returns: (array zero-terminated=1): the keys that a record's file has, in their order
 */
const char *const *
crit_record_get_known_keys (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (makers) + 1 == G_N_ELEMENTS (known_keys));

  return known_keys;
}

static void
take_member (JsonObject *object, const char *key, JsonNode *node)
{
  if (node != NULL)
    json_object_set_member (object, key, node);
}

/**
 * crit_record_dup_recorded:
 * @self: a record
 *
 * Writes what a person recorded, and nothing about the file: `reference`, `date`, `completed-by` where there is a name,
 * `answers` in the order of the rules file without the open ones, and `notes` in the same order where there are any. Two
 * records in which the same was recorded give the same.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
crit_record_dup_recorded (CritRecord *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *date = crit_date_to_iso (crit_record_get_date (self));

  json_object_set_string_member (object, "reference", crit_record_get_reference (self));
  json_object_set_string_member (object, "date", date);
  take_member (object, "completed-by", new_string (crit_record_get_completed_by (self)));
  json_object_set_member (
      object, "answers",
      crit_answers_to_node (crit_record_get_rules (self), crit_record_get_answers (self)));
  take_member (object, "notes", crit_notes_to_node (self));
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
make_member (const Writing *writing, guint i)
{
  JsonNode *node = NULL;

  if (makers[i] != NULL)
    return makers[i](writing);
  node = json_object_get_member (json_node_get_object (writing->recorded), known_keys[i]);
  return node != NULL ? json_node_copy (node) : NULL;
}

/* What only a newer version knows stands where it stood. */
static void
add_strangers (JsonObject *object, const CritPast *past, const char *after)
{
  for (guint i = 0; past->strangers != NULL && i < past->strangers->len; i++)
    {
      const CritStranger *stranger = g_ptr_array_index (past->strangers, i);

      if (g_strcmp0 (stranger->after, after) == 0)
        json_object_set_member (object, stranger->key, json_node_copy (stranger->value));
    }
}

/**
 * crit_record_write_as:
 * @self: a record
 * @past: what the file is to say about the record, as crit_record_plan_save() makes it
 *
 * Writes a record as it is saved, with the rules that it was filled in under: indented, always in the same order, answers
 * in the order of the rules file.
 *
 * Returns: (transfer full): the text of the file
 */
GBytes *
crit_record_write_as (CritRecord *self, const CritPast *past)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autoptr (JsonNode) recorded = NULL;
  Writing writing = { .record = self, .past = past };
  char *text = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self) && past != NULL, NULL);

  recorded = crit_record_dup_recorded (self);
  writing.recorded = recorded;
  add_strangers (object, past, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      take_member (object, known_keys[i], make_member (&writing, i));
      add_strangers (object, past, known_keys[i]);
    }
  text = crit_json_write (root, CRIT_JSON_INDENTED);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * crit_record_write:
 * @self: a record
 *
 * Writes a record as if it had been saved when it was saved last; crit_record_read() makes the very same record of it.
 *
 * Returns: (transfer full): the text of the file
 */
GBytes *
crit_record_write (CritRecord *self)
{
  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  return crit_record_write_as (self, crit_record_get_past (self));
}

static CritRecorded *
dup_state (CritRecord *self)
{
  return crit_recorded_new (crit_record_dup_recorded (self), crit_record_get_rules (self));
}

/**
 * crit_record_plan_save:
 * @self: a record
 * @time: now, in seconds since 1970
 *
 * Works out what the record's file is to say about the record once it is saved: when that is, and what was changed since
 * it was saved last. Saving may still fail; crit_record_mark_saved() says that it has not.
 *
 * Returns: (transfer full): what to write with crit_record_write_as()
 */
CritPast *
crit_record_plan_save (CritRecord *self, gint64 time)
{
  g_autoptr (CritRecorded) now = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  now = dup_state (self);
  return crit_past_new_extended (crit_record_get_past (self), now, time);
}

/**
 * crit_record_mark_saved:
 * @self: a record
 * @past: what was written
 *
 * Says that the record is saved as it was planned. What is changed from now on is held against that.
 */
void
crit_record_mark_saved (CritRecord *self, const CritPast *past)
{
  g_return_if_fail (CRIT_IS_RECORD (self) && past != NULL);

  crit_past_adopt (crit_record_get_past (self), past);
}

/**
 * crit_record_set_saved_state:
 * @self: a record, such as one that was restored from a draft
 * @saved: the same record as its file holds it
 *
 * Says what the record is held against when it is saved next.
 */
void
crit_record_set_saved_state (CritRecord *self, CritRecord *saved)
{
  CritPast *past = NULL;

  g_return_if_fail (CRIT_IS_RECORD (self) && CRIT_IS_RECORD (saved));

  past = crit_record_get_past (self);
  g_clear_pointer (&past->recorded, crit_recorded_free);
  past->recorded = dup_state (saved);
}

/**
 * crit_record_compare:
 * @self: a record
 * @later: another state of it, under the same rules or others
 *
 * Returns: (transfer full) (element-type CritRevision): every place in which they differ
 */
GPtrArray *
crit_record_compare (CritRecord *self, CritRecord *later)
{
  g_autoptr (CritRecorded) before = NULL;
  g_autoptr (CritRecorded) after = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self) && CRIT_IS_RECORD (later), NULL);

  before = dup_state (self);
  after = dup_state (later);
  return crit_recorded_compare (before, after);
}

/**
 * crit_record_compare_with_saved:
 * @self: a record
 *
 * Returns: (transfer full) (nullable) (element-type CritRevision): what was changed since it was saved or opened last;
 *   NULL for a record that was never saved
 */
GPtrArray *
crit_record_compare_with_saved (CritRecord *self)
{
  const CritPast *past = NULL;
  g_autoptr (CritRecorded) now = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  past = crit_record_get_past (self);
  if (past->recorded == NULL)
    return NULL;
  now = dup_state (self);
  return crit_recorded_compare (past->recorded, now);
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
 * of their own. The file says it as `digest`, and the foot of each printed page its first digits.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *
crit_record_dup_answers_digest (CritRecord *self)
{
  g_autoptr (JsonNode) recorded = NULL;

  g_return_val_if_fail (CRIT_IS_RECORD (self), NULL);

  recorded = crit_record_dup_recorded (self);
  return dup_digest (recorded);
}
