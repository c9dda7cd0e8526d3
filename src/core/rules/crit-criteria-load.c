/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-members.h"

#include <glib/gi18n-lib.h>

static const char *const kind_words[] = {
  [CRIT_KIND_REQUIREMENT] = "requirement",
  [CRIT_KIND_CAUTION] = "caution",
  [CRIT_KIND_NOTE] = "note",
};

static const char *const certainty_words[] = {
  [CRIT_CERTAINTY_VERIFIED] = "verified",
  [CRIT_CERTAINTY_SECONDARY] = "secondary",
  [CRIT_CERTAINTY_UNVERIFIED] = "unverified",
};

static void
load_citation (CritLoader *self, const CritJsonNode *node, CritCitation *citation)
{
  CritMembers members;
  const CritJsonNode *source = NULL;
  guint certainty = CRIT_CERTAINTY_UNVERIFIED;

  crit_members_open (&members, self, node);
  source = crit_members_get (&members, "source", CRIT_REQUIRED);
  citation->source = crit_loader_find (self, self->sources, source, "unknown-source",
                                       N_ ("There is no source with the id “%s”."));
  citation->place = crit_members_get_name (&members, "place", CRIT_OPTIONAL);
  crit_members_get_word (&members, "certainty", CRIT_REQUIRED, certainty_words,
                         G_N_ELEMENTS (certainty_words), &certainty);
  citation->certainty = certainty;
  crit_members_close (&members);
}

static void
load_citations (CritMembers *members, CritCriterion *criterion)
{
  const CritJsonNode *array = crit_members_get_array (members, "sources", CRIT_OPTIONAL);

  if (array == NULL)
    return;
  criterion->citations = CRIT_RULES_NEW (members->loader->rules, CritCitation, array->n_items);
  CRIT_JSON_FOREACH (item, array)
    load_citation (members->loader, item, &criterion->citations[criterion->n_citations++]);
}

/* Each status that a criterion of this kind can have may have a sentence of its own. */
static void
load_reasons (CritMembers *members, CritCriterion *criterion)
{
  CritMembers reasons;
  const CritJsonNode *node = NULL;
  gboolean caution = criterion->kind == CRIT_KIND_CAUTION;

  if (criterion->kind == CRIT_KIND_NOTE)
    {
      crit_members_refuse (members, "reasons", N_ ("A note has no status, and so no “reasons”."));
      return;
    }
  node = crit_members_get (members, "reasons", CRIT_OPTIONAL);
  if (node == NULL || !crit_members_open (&reasons, members->loader, node))
    return;
  criterion->reasons.met =
      crit_members_get_line (&reasons, caution ? "present" : "met", CRIT_OPTIONAL);
  criterion->reasons.not_met =
      crit_members_get_line (&reasons, caution ? "absent" : "not-met", CRIT_OPTIONAL);
  criterion->reasons.unknown = crit_members_get_line (&reasons, "unknown", CRIT_OPTIONAL);
  criterion->reasons.not_applicable =
      crit_members_get_line (&reasons, "not-applicable", CRIT_OPTIONAL);
  crit_members_close (&reasons);
}

static void
load_when (CritMembers *members, CritCriterion *criterion)
{
  CritLoader *self = members->loader;
  const CritJsonNode *applies_when = crit_members_get (members, "applies-when", CRIT_OPTIONAL);

  if (criterion->kind == CRIT_KIND_NOTE)
    crit_members_refuse (
        members, "when",
        N_ ("A note has no status, and so no “when”. Say what kind it is, or leave it out."));
  else
    crit_condition_defer (self, crit_members_get (members, "when", CRIT_REQUIRED), &criterion->when,
                          NULL);
  crit_condition_defer (self, applies_when, &criterion->applies_when, NULL);
}

/* Where the kind cannot be read, “when” may be there or not, and “reasons” of any status. */
static void
load_body (CritMembers *members, CritCriterion *criterion, gboolean has_kind)
{
  const CritJsonNode *section = crit_members_get (members, "section", CRIT_OPTIONAL);

  criterion->section =
      crit_loader_find (members->loader, members->loader->sections, section, "unknown-section",
                        N_ ("There is no section with the id “%s”."));
  criterion->text = crit_members_get_line (members, "text", CRIT_REQUIRED);
  criterion->help = crit_members_get_prose (members, "help", CRIT_OPTIONAL);
  if (has_kind)
    {
      load_when (members, criterion);
      load_reasons (members, criterion);
    }
  else
    {
      crit_members_get (members, "reasons", CRIT_OPTIONAL);
      crit_members_get (members, "when", CRIT_OPTIONAL);
      crit_members_get (members, "applies-when", CRIT_OPTIONAL);
    }
  load_citations (members, criterion);
  crit_members_close (members);
}

static void
load_criterion (CritLoader *self, const CritJsonNode *node)
{
  CritMembers members;
  guint kind = CRIT_KIND_REQUIREMENT;
  const char *id = NULL;
  gboolean has_kind = FALSE;
  CritCriterion *criterion = NULL;

  crit_members_open (&members, self, node);
  id = crit_members_get_id (&members, "id", CRIT_REQUIRED);
  has_kind = crit_members_get_word (&members, "kind", CRIT_REQUIRED, kind_words,
                                    G_N_ELEMENTS (kind_words), &kind);

  criterion = CRIT_RULES_NEW (self->rules, CritCriterion, 1);
  criterion->kind = kind;
  criterion->id = id != NULL ? id : "";
  criterion->index = self->rules->criteria->len;
  criterion->offset = node->offset;
  g_ptr_array_add (self->rules->criteria, criterion);
  crit_loader_declare (self, self->rules->priv->criteria, id, criterion, node);
  load_body (&members, criterion, has_kind);
}

/* Reads `criteria`; their conditions wait. */
void
crit_criteria_load (CritLoader *self, const CritJsonNode *node)
{
  const CritJsonNode *array = crit_loader_read_array (self, node);

  if (array == NULL)
    return;
  if (array->n_items == 0)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "empty-list",
                        _ ("A rules file needs at least one criterion."));
  CRIT_JSON_FOREACH (item, array)
    load_criterion (self, item);
}
