/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-members.h"

#include <glib/gi18n-lib.h>

static void
load_source (CritLoader *self, const CritJsonNode *node)
{
  CritMembers members;
  CritSource *source = CRIT_RULES_NEW (self->rules, CritSource, 1);

  g_ptr_array_add (self->rules->sources, source);
  source->number = self->rules->sources->len;

  crit_members_open (&members, self, node);
  source->id = crit_members_get_id (&members, "id", CRIT_REQUIRED);
  source->title = crit_members_get_name (&members, "title", CRIT_REQUIRED);
  source->publisher = crit_members_get_name (&members, "publisher", CRIT_OPTIONAL);
  source->origin = crit_members_get_name (&members, "origin", CRIT_OPTIONAL);
  source->published = crit_members_get_date (&members, "published");
  source->retrieved = crit_members_get_date (&members, "retrieved");
  source->url = crit_loader_read_url (self, crit_members_get (&members, "url", CRIT_OPTIONAL));
  crit_members_close (&members);

  crit_loader_declare (self, self->sources, source->id, source, node);
}

/* Reads `sources`. */
void
crit_sources_load (CritLoader *self, const CritJsonNode *node)
{
  const CritJsonNode *array = crit_loader_read_array (self, node);

  CRIT_JSON_FOREACH (item, array)
    load_source (self, item);
}
