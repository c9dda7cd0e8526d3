/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-revision.h"

#include "json/crit-json-writer.h"
#include "record/crit-place.h"

#include <glib/gi18n-lib.h>

/* By CritRecordPart: the word for it in a file, which is its key too, and what it is called. */
static const struct
{
  const char *code;
  const char *label;
} parts[] = {
  [CRIT_RECORD_REFERENCE] = { "reference", N_ ("Reference") },
  [CRIT_RECORD_DATE] = { "date", N_ ("Date of the record") },
  [CRIT_RECORD_COMPLETED_BY] = { "completed-by", N_ ("Completed by") },
  [CRIT_RECORD_RULES] = { "rules", N_ ("Version of the rules") },
  [CRIT_RECORD_ANSWER] = { "answer", NULL },
  [CRIT_RECORD_NOTE] = { "note", NULL },
};

/* Two states, and where what differs goes. */
typedef struct
{
  const CritRecorded *before;
  const CritRecorded *after;
  GPtrArray *revisions;
} Comparison;

/**
 * crit_record_part_get_code:
 * @self: a part of a record
 *
 * Returns: the word that stands for it in a file
 */
const char *
crit_record_part_get_code (CritRecordPart self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (parts), NULL);

  return parts[self].code;
}

/**
 * crit_recorded_new:
 * @members: (transfer full): object: what was recorded
 * @rules: the rules it was recorded under
 *
 * Returns: (transfer full): the state
 */
CritRecorded *
crit_recorded_new (JsonNode *members, CritRules *rules)
{
  CritRecorded *self = g_new0 (CritRecorded, 1);

  self->members = members;
  self->rules = crit_rules_ref (rules);
  return self;
}

/**
 * crit_recorded_copy:
 * @self: (nullable): a state
 *
 * Returns: (transfer full) (nullable): the same state
 */
CritRecorded *
crit_recorded_copy (const CritRecorded *self)
{
  return self != NULL ? crit_recorded_new (json_node_ref (self->members), self->rules) : NULL;
}

/**
 * crit_recorded_free:
 * @self: (nullable) (transfer full): a state
 */
void
crit_recorded_free (CritRecorded *self)
{
  if (self == NULL)
    return;
  json_node_unref (self->members);
  crit_rules_unref (self->rules);
  g_free (self);
}

static void
free_revision (CritRevision *self)
{
  g_clear_pointer (&self->before, json_node_unref);
  g_clear_pointer (&self->after, json_node_unref);
  g_free (self->place);
  g_free (self->question);
  g_free (self);
}

static JsonNode *
get_member (JsonNode *object, const char *key)
{
  return object != NULL && JSON_NODE_HOLDS_OBJECT (object)
             ? json_object_get_member (json_node_get_object (object), key)
             : NULL;
}

static gboolean
is_equal (JsonNode *a, JsonNode *b)
{
  g_autofree char *text_a = a != NULL ? crit_json_write (a, CRIT_JSON_COMPACT) : NULL;
  g_autofree char *text_b = b != NULL ? crit_json_write (b, CRIT_JSON_COMPACT) : NULL;

  return g_strcmp0 (text_a, text_b) == 0;
}

/* A question that the rules of today do not ask any more is called what those of then called it. */
static char *
dup_question (const Comparison *self, CritRecordPart part, const char *place)
{
  CritPlace found = { 0 };

  if (place == NULL)
    return g_strdup (_ (parts[part].label));
  if (crit_place_parse (self->after->rules, place, &found)
      || crit_place_parse (self->before->rules, place, &found))
    return crit_place_dup_label (&found);
  return g_strdup (place);
}

static void
add (Comparison *self, CritRecordPart part, const char *place, JsonNode *before, JsonNode *after)
{
  CritRevision *revision = NULL;

  if (is_equal (before, after))
    return;
  revision = g_new0 (CritRevision, 1);
  revision->part = part;
  revision->place = g_strdup (place);
  revision->question = dup_question (self, part, place);
  revision->before = before != NULL ? json_node_ref (before) : NULL;
  revision->after = after != NULL ? json_node_ref (after) : NULL;
  g_ptr_array_add (self->revisions, revision);
}

/* What to do with the members of two objects that have the same key; either may be missing. */
typedef void (*MemberFunc) (Comparison *self,
                            const char *base,
                            const char *key,
                            JsonNode *before,
                            JsonNode *after);

/* In the order of what is after; what was only before comes last. */
static void
compare_members (Comparison *self,
                 const char *base,
                 JsonNode *before,
                 JsonNode *after,
                 MemberFunc compare)
{
  JsonObjectIter iter = { 0 };
  const char *key = NULL;
  JsonNode *value = NULL;

  if (after != NULL)
    {
      json_object_iter_init_ordered (&iter, json_node_get_object (after));
      while (json_object_iter_next_ordered (&iter, &key, &value))
        compare (self, base, key, get_member (before, key), value);
    }
  if (before == NULL)
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (before));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    if (get_member (after, key) == NULL)
      compare (self, base, key, value, NULL);
}

static void
compare_field (Comparison *self,
               const char *base,
               const char *key,
               JsonNode *before,
               JsonNode *after)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", base, key);

  add (self, CRIT_RECORD_ANSWER, place, before, after);
}

/* How many entries at the beginning, or at the end, of what is left of both are the same. */
static guint
count_same (JsonArray *before, JsonArray *after, guint most, gboolean at_end)
{
  const guint n_before = json_array_get_length (before);
  const guint n_after = json_array_get_length (after);
  guint n = 0;

  while (n < most
         && is_equal (json_array_get_element (before, at_end ? n_before - 1 - n : n),
                      json_array_get_element (after, at_end ? n_after - 1 - n : n)))
    n++;
  return n;
}

/* Entries have no names. What is the same at both ends stayed; what is between is held against each other in turn, and what
   is left over came or went. */
static void
compare_entries (Comparison *self, const char *base, JsonArray *before, JsonArray *after)
{
  const guint n_before = json_array_get_length (before);
  const guint n_after = json_array_get_length (after);
  const guint n_first = count_same (before, after, MIN (n_before, n_after), FALSE);
  const guint n_last = count_same (before, after, MIN (n_before, n_after) - n_first, TRUE);

  for (guint i = n_first; i < MAX (n_before, n_after) - n_last; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/entries/%u", base, i);
      JsonNode *old = i < n_before - n_last ? json_array_get_element (before, i) : NULL;
      JsonNode *new = i < n_after - n_last ? json_array_get_element (after, i) : NULL;

      if (old != NULL && new != NULL)
        compare_members (self, place, old, new, compare_field);
      else
        add (self, CRIT_RECORD_ANSWER, place, old, new);
    }
}

static JsonArray *
get_entries (JsonNode *answer)
{
  JsonNode *entries = get_member (answer, "entries");

  return entries != NULL ? json_node_get_array (entries) : NULL;
}

static void
compare_answer (Comparison *self,
                const char *base,
                const char *key,
                JsonNode *before,
                JsonNode *after)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", base, key);
  g_autofree char *complete = g_strconcat (place, "/complete", NULL);
  JsonArray *old = get_entries (before);
  JsonArray *new = get_entries (after);

  if (old == NULL || new == NULL)
    {
      add (self, CRIT_RECORD_ANSWER, place, before, after);
      return;
    }
  compare_entries (self, place, old, new);
  add (self, CRIT_RECORD_ANSWER, complete, get_member (before, "complete"),
       get_member (after, "complete"));
}

static void
compare_note (Comparison *self,
              const char *base,
              const char *key,
              JsonNode *before,
              JsonNode *after)
{
  add (self, CRIT_RECORD_NOTE, key, before, after);
}

static void
compare_heading (Comparison *self, CritRecordPart part)
{
  const char *key = parts[part].code;

  add (self, part, NULL, get_member (self->before->members, key),
       get_member (self->after->members, key));
}

static void
compare_rules (Comparison *self)
{
  const CritRules *old = self->before->rules;
  const CritRules *new = self->after->rules;
  g_autoptr (JsonNode) before = json_node_init_string (json_node_alloc (), old->version);
  g_autoptr (JsonNode) after = json_node_init_string (json_node_alloc (), new->version);

  add (self, CRIT_RECORD_RULES, NULL, before, after);
}

/**
 * crit_recorded_compare:
 * @self: a state of a record
 * @later: another state of it
 *
 * Lists every place in which two states of a record differ: reference, date, name, version of the rules, then answers,
 * and then notes, each in the order of the rules.
 *
 * Returns: (transfer full) (element-type CritRevision): what differs
 */
GPtrArray *
crit_recorded_compare (const CritRecorded *self, const CritRecorded *later)
{
  Comparison comparison = { .before = self, .after = later };

  g_return_val_if_fail (self != NULL && later != NULL, NULL);

  comparison.revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_revision);
  compare_heading (&comparison, CRIT_RECORD_REFERENCE);
  compare_heading (&comparison, CRIT_RECORD_DATE);
  compare_heading (&comparison, CRIT_RECORD_COMPLETED_BY);
  compare_rules (&comparison);
  compare_members (&comparison, "", get_member (self->members, "answers"),
                   get_member (later->members, "answers"), compare_answer);
  compare_members (&comparison, "", get_member (self->members, "notes"),
                   get_member (later->members, "notes"), compare_note);
  return comparison.revisions;
}
