/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-weave.h"

/* Pairs of parts that are held against each other. Groups with more are told apart as a whole: nobody reads them. */
#define MOST_PAIRS 250000

static const char *const group_keys[] = { "all", "any", "of" };
static const char *const bound_keys[] = { "at-least", "more-than", "at-most", "less-than" };

/* Of what differs, the one or the other: (transfer full) and (nullable). The first time it is entered as an amendment. */
JsonNode *
crit_weave_pick (CritWeave *self,
                 CritAmendmentKind kind,
                 const char *key,
                 JsonNode *former,
                 JsonNode *newer)
{
  CritAmendment amendment = self->about;
  guint index = self->next++;
  JsonNode *picked = newer;

  amendment.kind = kind;
  amendment.key = key;
  amendment.former = former;
  amendment.newer = newer;
  if (!self->complete)
    g_array_append_val (self->amendments, amendment);
  if (self->undone != NULL && self->undone[index])
    picked = former;
  return picked != NULL ? json_node_ref (picked) : NULL;
}

static JsonObject *
get_object (JsonNode *node)
{
  return json_node_get_object (node);
}

static gboolean
is_same (JsonNode *a, JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static void
set_member (JsonObject *object, const char *key, JsonNode *node)
{
  if (node != NULL)
    json_object_set_member (object, key, node);
}

static void
copy_member (JsonObject *object, const char *key, JsonNode *from)
{
  JsonNode *member = json_object_get_member (get_object (from), key);

  if (member != NULL)
    json_object_set_member (object, key, json_node_ref (member));
}

/* The key of a group of conditions, or NULL. */
static const char *
get_group_key (JsonNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (group_keys); i++)
    if (json_object_has_member (get_object (node), group_keys[i]))
      return group_keys[i];
  return NULL;
}

/* Whether the same answer, list or criterion is looked at. */
static gboolean
has_same_subject (JsonNode *a, JsonNode *b)
{
  static const char *const keys[] = { "not", "answer", "duration", "count", "criterion" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      JsonNode *one = json_object_get_member (get_object (a), keys[i]);
      JsonNode *other = json_object_get_member (get_object (b), keys[i]);

      if (one != NULL && other != NULL)
        return i == 0 || is_same (one, other);
    }
  return g_strcmp0 (get_group_key (a), get_group_key (b)) == 0 && get_group_key (a) != NULL;
}

/* --- Groups --- */

static gboolean
has_same_threshold (JsonNode *a, JsonNode *b)
{
  const char *key = get_group_key (a);

  return key != NULL && g_strcmp0 (key, get_group_key (b)) == 0
         && is_same (json_object_get_member (get_object (a), "at-least"),
                     json_object_get_member (get_object (b), "at-least"));
}

static JsonArray *
get_parts (JsonNode *group)
{
  return json_object_get_array_member (get_object (group), get_group_key (group));
}

/* Whether one part of a group is like @node: a group that needs as many, or a test of the same answer. */
static gboolean
holds_one_like (JsonNode *group, JsonNode *node)
{
  JsonArray *parts = get_parts (group);

  for (guint i = 0; i < json_array_get_length (parts); i++)
    {
      JsonNode *part = json_array_get_element (parts, i);

      if (get_group_key (node) == NULL ? has_same_subject (part, node)
                                       : has_same_threshold (part, node))
        return TRUE;
    }
  return FALSE;
}

/* A condition by itself is the same as all or any of it alone, and so may have become a part of @group. */
static gboolean
is_part_of (JsonNode *node, JsonNode *group)
{
  const char *key = get_group_key (group);

  return key != NULL && !g_str_equal (key, "of") && !has_same_threshold (node, group)
         && holds_one_like (group, node);
}

static GPtrArray *
list_parts (JsonNode *node, gboolean alone)
{
  GPtrArray *list = g_ptr_array_new ();
  JsonArray *parts = alone ? NULL : get_parts (node);

  if (alone)
    g_ptr_array_add (list, node);
  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    g_ptr_array_add (list, json_array_get_element (parts, i));
  return list;
}

/* Takes the first element of @list that @matches @node out of it. */
static JsonNode *
take_match (GPtrArray *list, JsonNode *node, gboolean (*matches) (JsonNode *, JsonNode *))
{
  for (guint i = 0; i < list->len; i++)
    if (matches (g_ptr_array_index (list, i), node))
      return g_ptr_array_steal_index (list, i);
  return NULL;
}

/* For each newer part the former one that it comes from, or NULL; what is left of @former has gone. */
static GPtrArray *
match_parts (GPtrArray *former, GPtrArray *newer)
{
  GPtrArray *matches = g_ptr_array_new ();

  for (guint i = 0; i < newer->len; i++)
    g_ptr_array_add (matches, take_match (former, g_ptr_array_index (newer, i), is_same));
  for (guint i = 0; i < newer->len; i++)
    if (matches->pdata[i] == NULL)
      matches->pdata[i] = take_match (former, g_ptr_array_index (newer, i), has_same_subject);
  return matches;
}

static void
add_part (JsonArray *array, JsonNode *part)
{
  if (part != NULL)
    json_array_add_element (array, part);
}

static JsonArray *
weave_parts (CritWeave *self, GPtrArray *former, GPtrArray *newer)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GPtrArray) matches = match_parts (former, newer);

  for (guint i = 0; i < newer->len; i++)
    if (matches->pdata[i] != NULL)
      add_part (array, crit_weave_condition (self, matches->pdata[i], newer->pdata[i]));
    else
      add_part (array, crit_weave_pick (self, CRIT_AMENDMENT_PART, NULL, NULL, newer->pdata[i]));
  for (guint i = 0; i < former->len; i++)
    add_part (array, crit_weave_pick (self, CRIT_AMENDMENT_PART, NULL, former->pdata[i], NULL));
  return array;
}

static JsonNode *
weave_groups (CritWeave *self, JsonNode *former, JsonNode *newer)
{
  gboolean former_alone = is_part_of (former, newer);
  gboolean newer_alone = !former_alone && is_part_of (newer, former);
  gboolean both = get_group_key (former) != NULL && get_group_key (newer) != NULL;
  g_autoptr (GPtrArray) former_parts = NULL;
  g_autoptr (GPtrArray) newer_parts = NULL;
  g_autoptr (JsonNode) group = NULL;
  JsonObject *object = NULL;

  if (!both && !former_alone && !newer_alone)
    return crit_weave_pick (self, CRIT_AMENDMENT_PART, NULL, former, newer);
  former_parts = list_parts (former, former_alone);
  newer_parts = list_parts (newer, newer_alone);
  if ((gsize) former_parts->len * newer_parts->len > MOST_PAIRS)
    return crit_weave_pick (self, CRIT_AMENDMENT_PART, NULL, former, newer);
  if (former_alone || newer_alone || has_same_threshold (former, newer))
    group = json_node_ref (newer_alone ? former : newer);
  else
    group = crit_weave_pick (self, CRIT_AMENDMENT_GROUP, NULL, former, newer);

  object = json_object_new ();
  copy_member (object, "at-least", group);
  json_object_set_array_member (object, get_group_key (group),
                                weave_parts (self, former_parts, newer_parts));
  return take_object (object);
}

/* --- Tests --- */

static gboolean
has_same_bounds (JsonNode *a, JsonNode *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (bound_keys); i++)
    if (!is_same (json_object_get_member (get_object (a), bound_keys[i]),
                  json_object_get_member (get_object (b), bound_keys[i])))
      return FALSE;
  return TRUE;
}

static void
copy_bounds (JsonObject *object, JsonNode *from)
{
  for (guint i = 0; i < G_N_ELEMENTS (bound_keys); i++)
    copy_member (object, bound_keys[i], from);
}

static void
weave_bounds_of_count (CritWeave *self, JsonObject *object, JsonNode *former, JsonNode *newer)
{
  g_autoptr (JsonNode) picked = NULL;

  if (has_same_bounds (former, newer))
    picked = json_node_ref (newer);
  else
    picked = crit_weave_pick (self, CRIT_AMENDMENT_TEST, NULL, former, newer);
  copy_bounds (object, picked);
}

static void
weave_what_is_counted (CritWeave *self, JsonObject *object, JsonNode *former, JsonNode *newer)
{
  g_autoptr (JsonNode) picked = NULL;

  if (is_same (json_object_get_member (get_object (former), "distinct"),
               json_object_get_member (get_object (newer), "distinct")))
    picked = json_node_ref (newer);
  else
    picked = crit_weave_pick (self, CRIT_AMENDMENT_COUNTED, NULL, former, newer);
  copy_member (object, "distinct", picked);
}

/* Three things can be changed about a count, each by itself. */
static JsonNode *
weave_counts (CritWeave *self, JsonNode *former, JsonNode *newer)
{
  JsonObject *object = json_object_new ();

  copy_member (object, "count", newer);
  weave_bounds_of_count (self, object, former, newer);
  weave_what_is_counted (self, object, former, newer);
  set_member (object, "where",
              crit_weave_condition (self, json_object_get_member (get_object (former), "where"),
                                    json_object_get_member (get_object (newer), "where")));
  return take_object (object);
}

static JsonNode *
weave_nots (CritWeave *self, JsonNode *former, JsonNode *newer)
{
  JsonObject *object = json_object_new ();

  set_member (object, "not",
              crit_weave_condition (self, json_object_get_member (get_object (former), "not"),
                                    json_object_get_member (get_object (newer), "not")));
  return take_object (object);
}

/* Weaves two conditions, each (nullable): where it is new or gone. Returns: (transfer full) (nullable) */
JsonNode *
crit_weave_condition (CritWeave *self, JsonNode *former, JsonNode *newer)
{
  if (is_same (former, newer))
    return newer != NULL ? json_node_ref (newer) : NULL;
  if (former == NULL || newer == NULL)
    return crit_weave_pick (self, CRIT_AMENDMENT_PART, NULL, former, newer);
  if (get_group_key (former) != NULL || get_group_key (newer) != NULL)
    return weave_groups (self, former, newer);
  if (!has_same_subject (former, newer))
    return crit_weave_pick (self, CRIT_AMENDMENT_PART, NULL, former, newer);
  if (json_object_has_member (get_object (newer), "count"))
    return weave_counts (self, former, newer);
  if (json_object_has_member (get_object (newer), "not"))
    return weave_nots (self, former, newer);
  return crit_weave_pick (self, CRIT_AMENDMENT_TEST, NULL, former, newer);
}
