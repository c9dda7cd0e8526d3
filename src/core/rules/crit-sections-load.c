/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-members.h"

#include <glib/gi18n-lib.h>

static void
load_section (CritLoader *self, const CritJsonNode *node)
{
  CritMembers members;
  CritSection *section = CRIT_RULES_NEW (self->rules, CritSection, 1);
  const char *id = NULL;

  section->questions = crit_rules_add_list (self->rules);
  section->index = self->rules->sections->len;
  section->offset = node->offset;
  g_ptr_array_add (self->rules->sections, section);

  crit_members_open (&members, self, node);
  id = crit_members_get_id (&members, "id", CRIT_REQUIRED);
  section->id = id != NULL ? id : "";
  section->title = crit_members_get_line (&members, "title", CRIT_REQUIRED);
  section->help = crit_members_get_prose (&members, "help", CRIT_OPTIONAL);
  crit_condition_defer (self, crit_members_get (&members, "shown-when", CRIT_OPTIONAL),
                        &section->shown_when, NULL);
  crit_loader_declare (self, self->sections, id, section, node);
  crit_questions_load (self, crit_members_get (&members, "questions", CRIT_REQUIRED), section,
                       NULL);
  crit_members_close (&members);
}

/* Inside a list an id means its field first: a question of the same name could not be reached from there. */
static void
check_fields (CritLoader *self, const CritQuestion *list)
{
  for (guint i = 0; list->fields != NULL && i < list->fields->len; i++)
    {
      CritQuestion *field = g_ptr_array_index (list->fields, i);
      const CritJsonNode *node = crit_json_document_find (self->document, field->offset);

      if (node != NULL && g_hash_table_contains (self->rules->priv->questions, field->id))
        crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "duplicate-id",
                            _ ("“%s” is also a question outside the list. Choose another id."),
                            field->id);
    }
}

/* Reads `sections` with all their questions. */
void
crit_sections_load (CritLoader *self, const CritJsonNode *node)
{
  const CritJsonNode *array = crit_loader_read_array (self, node);

  if (array == NULL)
    return;
  if (array->n_items == 0)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "empty-list",
                        _ ("A rules file needs at least one section."));
  CRIT_JSON_FOREACH (item, array)
    load_section (self, item);
  for (guint i = 0; i < self->rules->questions->len; i++)
    check_fields (self, g_ptr_array_index (self->rules->questions, i));
}
