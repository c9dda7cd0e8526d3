/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-members.h"

#include <glib/gi18n-lib.h>

/* An option has a code and a text; every other member is an attribute. */
static gboolean
is_attribute (const char *key)
{
  return !g_str_equal (key, "code") && !g_str_equal (key, "text");
}

static void
report_attributes (CritLoader *self, const CritJsonNode *member)
{
  g_autofree char *message = g_strdup_printf (
      _ ("The options of a set have at most %u attributes in all."), CRIT_RULES_MAX_ATTRIBUTES);

  crit_loader_report_key (self, member, "too-many", message);
}

static void
declare_attribute (CritLoader *self,
                   CritOptionSet *set,
                   GHashTable *names,
                   const CritJsonNode *member)
{
  const char *key = member->key;

  if (g_hash_table_contains (names, key))
    return;
  if (!crit_is_id (key))
    {
      crit_loader_report_key (
          self, member, "bad-id",
          _ ("The name of an attribute starts with a small letter and has only small letters a to "
             "z, digits and hyphens."));
      return;
    }
  if (set->attributes->len == CRIT_RULES_MAX_ATTRIBUTES)
    {
      report_attributes (self, member);
      return;
    }
  g_hash_table_insert (names, (gpointer) key, GUINT_TO_POINTER (set->attributes->len));
  g_ptr_array_add (set->attributes, (gpointer) key);
}

static void
declare_attributes (CritLoader *self,
                    CritOptionSet *set,
                    GHashTable *names,
                    const CritJsonNode *option)
{
  if (!crit_json_node_is (option, CRIT_JSON_TYPE_OBJECT))
    return;
  CRIT_JSON_FOREACH (member, option)
    if (is_attribute (member->key))
      declare_attribute (self, set, names, member);
}

static void
load_attributes (CritLoader *self,
                 CritOption *option,
                 guint n_attributes,
                 GHashTable *names,
                 const CritJsonNode *object)
{
  gpointer index = NULL;

  option->attributes = CRIT_RULES_NEW (self->rules, const char *, n_attributes);
  CRIT_JSON_FOREACH (member, object)
    if (is_attribute (member->key)
        && g_hash_table_lookup_extended (names, member->key, NULL, &index))
      option->attributes[GPOINTER_TO_UINT (index)] = crit_loader_read_name (self, member);
}

/* An option whose code is taken is reported and left out. */
static CritOption *
add_option (CritLoader *self, CritOptionSet *set, const CritJsonNode *node)
{
  const char *code = NULL;
  const char *text = NULL;
  CritMembers members;

  if (!crit_members_open (&members, self, node))
    return NULL;
  code = crit_members_get_id (&members, "code", CRIT_REQUIRED);
  text = crit_members_get_line (&members, "text", CRIT_REQUIRED);
  crit_members_report_missing (&members);

  if (code == NULL)
    return NULL;
  if (crit_option_set_find (set, code) < 0)
    return crit_option_set_add (self->rules, set, code, text);
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "duplicate-option",
                      _ ("The code “%s” is already that of another option of this set."), code);
  return NULL;
}

static void
load_option (CritLoader *self, CritOptionSet *set, GHashTable *names, const CritJsonNode *node)
{
  CritOption *option = add_option (self, set, node);

  if (option != NULL)
    load_attributes (self, option, set->attributes->len, names, node);
}

/* Reads the options of a set that is shared (it has an id) or written in a question (it has none). The attributes of a set are
   those of all its options: their names come first, then each option gets its own. */
CritOptionSet *
crit_options_load (CritLoader *self, const CritJsonNode *node, const char *id)
{
  const CritJsonNode *array = crit_loader_read_array (self, node);
  const CritJsonNode *first = crit_json_node_get_first (array);
  const CritJsonNode *end = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  CritOptionSet *set = NULL;

  if (array == NULL)
    return NULL;
  end = crit_loader_find_end (self, array, CRIT_RULES_MAX_OPTIONS);
  if (first == NULL)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "empty-list",
                        _ ("A set of options needs at least one option."));

  set = crit_option_set_new (self->rules, id);
  for (const CritJsonNode *item = first; item != end; item = crit_json_node_get_next (item))
    declare_attributes (self, set, names, item);
  for (const CritJsonNode *item = first; item != end; item = crit_json_node_get_next (item))
    load_option (self, set, names, item);
  return set;
}

/* Reads `option-sets`. */
void
crit_option_sets_load (CritLoader *self, const CritJsonNode *node)
{
  if (!crit_loader_is_object (self, node))
    return;

  CRIT_JSON_FOREACH (member, node)
    {
      const char *id = member->key;

      if (!crit_is_id (id))
        crit_loader_report_key (
            self, member, "bad-id",
            _ ("The name of a set starts with a small letter and has only small letters a to z, "
               "digits and hyphens."));
      else
        crit_loader_declare (self, self->option_sets, id, crit_options_load (self, member, id),
                             member);
    }
}
