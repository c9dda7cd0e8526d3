/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-members.h"

#include <glib/gi18n-lib.h>

static const char *const requirement_words[] = { "met", "not-met", "unknown", "not-applicable" };
static const char *const caution_words[] = { "present", "absent", "unknown", "not-applicable" };
/* A note is there or is not. */
static const char *const note_words[] = { "none", "not-applicable" };

static void
check_status (CritLoader *self, const CritCriterion *criterion, const CritJsonNode *node)
{
  guint index = 0;

  if (criterion->kind == CRIT_KIND_NOTE)
    crit_loader_read_word (self, node, note_words, G_N_ELEMENTS (note_words), &index);
  else if (criterion->kind == CRIT_KIND_CAUTION)
    crit_loader_read_word (self, node, caution_words, G_N_ELEMENTS (caution_words), &index);
  else
    crit_loader_read_word (self, node, requirement_words, G_N_ELEMENTS (requirement_words), &index);
}

static void
check_expect (CritLoader *self, const CritJsonNode *node)
{
  if (!crit_loader_is_object (self, node))
    return;

  CRIT_JSON_FOREACH (status, node)
    {
      const CritCriterion *criterion =
          crit_loader_look_up (self, self->rules->priv->criteria, status, status->key,
                               "unknown-criterion", N_ ("There is no criterion with the id “%s”."));

      if (criterion != NULL)
        check_status (self, criterion, status);
    }
}

/* A case outlives the document that it stands in, and is read by any thread. */
static JsonNode *
keep (const CritJsonNode *node)
{
  JsonNode *kept = crit_json_node_dup (node, NULL);

  json_node_seal (kept);
  return kept;
}

static void
load_case (CritLoader *self, const CritJsonNode *node)
{
  CritMembers members;
  CritCase *test_case = CRIT_RULES_NEW (self->rules, CritCase, 1);
  const CritJsonNode *answers = NULL;
  const CritJsonNode *expect = NULL;

  g_ptr_array_add (self->rules->cases, test_case);
  test_case->offset = node->offset;

  crit_members_open (&members, self, node);
  test_case->name = crit_members_get_name (&members, "name", CRIT_REQUIRED);
  test_case->date = crit_members_get_day (&members, "date", CRIT_REQUIRED);
  answers = crit_members_get (&members, "answers", CRIT_REQUIRED);
  expect = crit_members_get (&members, "expect", CRIT_REQUIRED);
  crit_members_close (&members);

  if (crit_loader_is_object (self, answers))
    test_case->answers = keep (answers);
  if (expect != NULL)
    test_case->expect = keep (expect);
  check_expect (self, expect);
}

/* Reads `cases`. Their answers are read by whoever runs them, as those of any record. */
void
crit_cases_load (CritLoader *self, const CritJsonNode *node)
{
  const CritJsonNode *array = crit_loader_read_array (self, node);

  CRIT_JSON_FOREACH (item, array)
    load_case (self, item);
}
