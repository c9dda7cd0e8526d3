/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-json.h"

/**
 * crit_cli_add_string:
 * @object: an object that is being made
 * @name: the name of a member
 * @value: (nullable): its text
 *
 * Adds a member, which is null where there is no text.
 */
void
crit_cli_add_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

/**
 * crit_cli_make_rules:
 * @rules: rules
 *
 * Returns: (transfer full): which rules they are
 */
JsonObject *
crit_cli_make_rules (const CritRules *rules)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", rules->id);
  json_object_set_string_member (object, "version", rules->version);
  json_object_set_string_member (object, "digest", crit_rules_get_digest (rules));
  return object;
}
