/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-past.h"

#include "record/crit-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of an id; that of a record of ours has 36 characters. */
#define MAX_ID 64

static void
stranger_free (CritStranger *self)
{
  json_node_unref (self->value);
  g_free (self->key);
  g_free (self);
}

static GPtrArray *
strangers_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) stranger_free);
}

/**
 * crit_past_new:
 *
 * Returns: (transfer full): the past of a record of which nothing is known
 */
CritPast *
crit_past_new (void)
{
  CritPast *self = g_new0 (CritPast, 1);

  g_atomic_ref_count_init (&self->refs);
  return self;
}

/**
 * crit_past_ref:
 * @self: a past
 *
 * Returns: (transfer full): the same past
 */
CritPast *
crit_past_ref (CritPast *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
clear (CritPast *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->changes, json_array_unref);
  g_clear_pointer (&self->strangers, g_ptr_array_unref);
  g_clear_pointer (&self->recorded, crit_recorded_free);
}

/**
 * crit_past_unref:
 * @self: (transfer full): a past
 */
void
crit_past_unref (CritPast *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  clear (self);
  g_free (self);
}

/**
 * crit_past_begin:
 * @self: the past of a record that is new
 * @time: now
 *
 * Gives a new record its id, which is random and has nothing of the person, and says when it was made.
 */
void
crit_past_begin (CritPast *self, gint64 time)
{
  g_free (self->id);
  self->id = g_uuid_string_random ();
  self->created = time;
}

/* Neither of an array that was read nor of one that was written may any element be changed. */
static JsonArray *
copy_changes (JsonArray *changes)
{
  JsonArray *copy = json_array_new ();

  for (guint i = 0; changes != NULL && i < json_array_get_length (changes); i++)
    json_array_add_element (copy, json_node_copy (json_array_get_element (changes, i)));
  return copy;
}

static JsonObject *
revision_to_object (const CritRevision *revision, const char *time)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "time", time);
  json_object_set_string_member (object, "part", crit_record_part_get_code (revision->part));
  if (revision->place != NULL)
    json_object_set_string_member (object, "place", revision->place);
  json_object_set_string_member (object, "question", revision->question);
  if (revision->before != NULL)
    json_object_set_member (object, "before", json_node_copy (revision->before));
  if (revision->after != NULL)
    json_object_set_member (object, "after", json_node_copy (revision->after));
  return object;
}

static void
append_changes (CritPast *self, const CritRecorded *before, const CritRecorded *now)
{
  g_autoptr (GPtrArray) revisions = crit_recorded_compare (before, now);
  g_autofree char *time = crit_time_to_iso (self->saved);

  for (guint i = 0; i < revisions->len; i++)
    json_array_add_object_element (self->changes, revision_to_object (revisions->pdata[i], time));
}

/**
 * crit_past_new_extended:
 * @self: the past of a record
 * @now: the record as it is to be saved
 * @time: when
 *
 * Makes what a record's past will be once it is saved: with what was changed since it was last. A record that has no id
 * yet, since an older version of the program made it, is given one.
 *
 * Returns: (transfer full): the new past; @self stays as it is, in case saving fails
 */
CritPast *
crit_past_new_extended (const CritPast *self, const CritRecorded *now, gint64 time)
{
  CritPast *next = crit_past_new ();

  next->id = self->id != NULL ? g_strdup (self->id) : g_uuid_string_random ();
  next->created = self->created;
  next->saved = time;
  next->changes = copy_changes (self->changes);
  if (self->strangers != NULL)
    next->strangers = g_ptr_array_ref (self->strangers);
  if (self->recorded != NULL)
    append_changes (next, self->recorded, now);
  next->recorded = crit_recorded_copy (now);
  return next;
}

/**
 * crit_past_adopt:
 * @self: the past of a record
 * @next: what it has become
 *
 * Puts @next in the place of @self, for everyone who holds it.
 */
void
crit_past_adopt (CritPast *self, const CritPast *next)
{
  clear (self);
  self->id = g_strdup (next->id);
  self->created = next->created;
  self->saved = next->saved;
  self->changes = next->changes != NULL ? json_array_ref (next->changes) : NULL;
  self->strangers = next->strangers != NULL ? g_ptr_array_ref (next->strangers) : NULL;
  self->recorded = crit_recorded_copy (next->recorded);
}

static JsonNode *
get_member (JsonNode *object, const char *key)
{
  return json_object_get_member (json_node_get_object (object), key);
}

static char *
read_id (JsonNode *node, CritRecordReader *reader)
{
  const char *text = crit_record_reader_read_line (reader, node);

  if (text == NULL || (*text != '\0' && strlen (text) <= MAX_ID))
    return g_strdup (text);
  crit_record_reader_report (reader, CRIT_SEVERITY_ERROR, node, "bad-id",
                             _ ("The id of a record must have 1 to %d characters."), MAX_ID);
  return NULL;
}

static gint64
read_time (JsonNode *node, CritRecordReader *reader)
{
  const char *text = crit_record_reader_read_text (reader, node);
  gint64 time = 0;

  if (text != NULL && !crit_time_parse (text, &time))
    crit_record_reader_report (
        reader, CRIT_SEVERITY_ERROR, node, "bad-time",
        /* Translators: %s is what was given as a time. */
        _ ("A time must be written as in \"2026-11-20T14:02:09Z\"; “%s” is none."), text);
  return time;
}

/* What a newer version has put there besides is kept. */
static void
check_change (JsonNode *change, CritRecordReader *reader)
{
  if (!JSON_NODE_HOLDS_OBJECT (change))
    {
      crit_record_reader_report (reader, CRIT_SEVERITY_ERROR, change, "wrong-type",
                                 _ ("A change must be an object."));
      return;
    }
  read_time (crit_record_reader_need (reader, change, "time"), reader);
  crit_record_reader_read_line (reader, crit_record_reader_need (reader, change, "part"));
  crit_record_reader_read_line (reader, get_member (change, "place"));
  crit_record_reader_read_text (reader, crit_record_reader_need (reader, change, "question"));
}

static JsonArray *
read_changes (JsonNode *node, CritRecordReader *reader)
{
  JsonArray *changes = NULL;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      crit_record_reader_report (reader, CRIT_SEVERITY_ERROR, node, "wrong-type",
                                 _ ("The changes must be an array."));
      return NULL;
    }
  changes = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (changes); i++)
    check_change (json_array_get_element (changes, i), reader);
  return copy_changes (changes);
}

static GPtrArray *
read_strangers (JsonNode *root, const char *const *known_keys)
{
  GPtrArray *strangers = strangers_new ();
  JsonObjectIter iter = { 0 };
  const char *key = NULL;
  const char *after = NULL;
  JsonNode *value = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      CritStranger *stranger = NULL;
      guint i = 0;

      while (known_keys[i] != NULL && !g_str_equal (known_keys[i], key))
        i++;
      if (known_keys[i] != NULL)
        {
          after = known_keys[i];
          continue;
        }
      stranger = g_new0 (CritStranger, 1);
      stranger->after = after;
      stranger->key = g_strdup (key);
      stranger->value = json_node_copy (value);
      g_ptr_array_add (strangers, stranger);
    }
  return strangers;
}

/**
 * crit_past_read:
 * @self: an empty past
 * @root: the root of a record's file; an object
 * @known_keys: (array zero-terminated=1): the keys that this version knows, which live as long as the program
 * @reader: takes what is found
 *
 * Reads what a file says about the record itself.
 */
void
crit_past_read (CritPast *self,
                JsonNode *root,
                const char *const *known_keys,
                CritRecordReader *reader)
{
  self->id = read_id (get_member (root, "id"), reader);
  self->created = read_time (get_member (root, "created"), reader);
  self->saved = read_time (get_member (root, "saved"), reader);
  self->changes = read_changes (get_member (root, "changes"), reader);
  self->strangers = read_strangers (root, known_keys);
}
