/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-members.h"
#include "rules/crit-rules-private.h"

#include <glib/gi18n-lib.h>

#define FORMAT "criteria-rules/1"

static const char *const status_words[] = {
  [CRIT_RULES_DRAFT] = "draft",
  [CRIT_RULES_ACTIVE] = "active",
  [CRIT_RULES_RETIRED] = "retired",
};

static void
init_loader (CritLoader *self, CritJsonDocument *document, GBytes *text, GPtrArray *findings)
{
  *self = (CritLoader){ .document = document, .findings = findings };
  self->rules = crit_rules_new (text);
  self->option_sets = g_hash_table_new (g_str_hash, g_str_equal);
  self->sections = g_hash_table_new (g_str_hash, g_str_equal);
  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
  self->used = g_hash_table_new (NULL, NULL);
  self->texts = g_hash_table_new (g_str_hash, g_str_equal);
  self->translated = g_hash_table_new (g_str_hash, g_str_equal);
  self->pending = g_array_new (FALSE, FALSE, sizeof (CritPending));
}

static void
clear_loader (CritLoader *self)
{
  g_clear_pointer (&self->rules, crit_rules_unref);
  g_hash_table_unref (self->option_sets);
  g_hash_table_unref (self->sections);
  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->translated);
  g_array_unref (self->pending);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CritLoader, clear_loader)

/* What is in another format is not read at all: every line of it would be a finding that helps nobody. */
static gboolean
check_format (CritLoader *self, const CritJsonNode *node)
{
  const char *format = crit_loader_read_string (self, node);

  if (format == NULL || g_str_equal (format, FORMAT))
    return TRUE;
  crit_loader_report (
      self, CRIT_SEVERITY_ERROR, node, "unknown-format",
      g_str_has_prefix (format, "criteria-rules/")
          ? _ ("This program reads the format “%s” only. The file may need a newer version of it.")
          : _ ("This is not a rules file: the format must be “%s”."),
      FORMAT);
  return FALSE;
}

static const char *
read_language (CritLoader *self, const CritJsonNode *node)
{
  const char *text = crit_loader_read_name (self, node);

  if (text == NULL || crit_is_language (text))
    return text;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bad-language",
                      _ ("A language is written as a short code, such as \"en-GB\"."));
  return NULL;
}

static void
load_dates (CritLoader *self, CritMembers *members)
{
  CritRules *rules = self->rules;
  const CritJsonNode *review_by = NULL;

  rules->effective_from = crit_members_get_day (members, "effective-from", CRIT_OPTIONAL);
  rules->review_by = crit_members_get_day (members, "review-by", CRIT_OPTIONAL);
  if (!crit_date_is_set (rules->review_by))
    return;

  review_by = crit_json_node_get_member (members->object, "review-by");
  rules->priv->review_by_offset = review_by->offset;
  if (crit_date_is_set (rules->effective_from)
      && crit_date_get_first_day (rules->review_by)
             < crit_date_get_first_day (rules->effective_from))
    crit_loader_report (
        self, CRIT_SEVERITY_ERROR, review_by, "bad-order",
        _ ("The review date must not be before the date from which the rules are effective."));
}

static void
load_title (CritLoader *self, CritMembers *members)
{
  CritRules *rules = self->rules;
  guint status = CRIT_RULES_DRAFT;

  rules->id = crit_members_get_id (members, "id", CRIT_REQUIRED);
  rules->version = crit_members_get_name (members, "version", CRIT_REQUIRED);
  rules->title = crit_members_get_line (members, "title", CRIT_REQUIRED);
  rules->about = crit_members_get_prose (members, "about", CRIT_OPTIONAL);
  crit_members_get_word (members, "status", CRIT_OPTIONAL, status_words,
                         G_N_ELEMENTS (status_words), &status);
  rules->status = status;
  load_dates (self, members);
}

static void
load_urgent (CritLoader *self, const CritJsonNode *node)
{
  CritMembers members;

  if (node == NULL || !crit_members_open (&members, self, node))
    return;
  self->rules->urgent.title = crit_members_get_line (&members, "title", CRIT_REQUIRED);
  self->rules->urgent.text = crit_members_get_prose (&members, "text", CRIT_REQUIRED);
  crit_members_close (&members);
}

static void
load_conditions (CritLoader *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      const CritPending *pending = &g_array_index (self->pending, CritPending, i);

      *pending->slot = crit_condition_load (self, pending->node, pending->list);
    }
}

/* Translations are needed for every text. Then every id is declared, and after that what refers to them is read: a file may
   name things in any order. */
static void
load (CritLoader *self, CritMembers *members)
{
  const CritJsonNode *criteria = NULL;
  const CritJsonNode *cases = NULL;

  self->rules->language =
      read_language (self, crit_members_get (members, "language", CRIT_OPTIONAL));
  crit_translations_load (self, crit_members_get (members, "translations", CRIT_OPTIONAL));
  load_title (self, members);
  load_urgent (self, crit_members_get (members, "urgent", CRIT_OPTIONAL));
  crit_sources_load (self, crit_members_get (members, "sources", CRIT_OPTIONAL));
  crit_option_sets_load (self, crit_members_get (members, "option-sets", CRIT_OPTIONAL));
  crit_sections_load (self, crit_members_get (members, "sections", CRIT_REQUIRED));
  criteria = crit_members_get (members, "criteria", CRIT_REQUIRED);
  cases = crit_members_get (members, "cases", CRIT_OPTIONAL);
  crit_members_close (members);

  crit_criteria_load (self, criteria);
  crit_cases_load (self, cases);
  load_conditions (self);
  crit_translations_check (self);
  crit_rules_check_circles (self);
  crit_rules_lint (self);
}

/* Reads as much as can be read. NULL where the text is no JSON at all. */
static CritRules *
load_text (GBytes *text, GPtrArray *findings, gboolean *failed)
{
  g_autoptr (CritJsonDocument) document = crit_json_document_new (text, findings);
  g_auto (CritLoader) loader = { 0 };
  CritMembers members;

  init_loader (&loader, document, text, findings);
  *failed = document == NULL;
  if (document == NULL)
    return NULL;

  if (crit_members_open (&members, &loader, crit_json_document_get_root (document))
      && check_format (&loader, crit_members_get (&members, "format", CRIT_REQUIRED)))
    load (&loader, &members);
  crit_findings_sort (findings);
  *failed = loader.failed;
  loader.rules->priv->strings = crit_json_document_steal_strings (g_steal_pointer (&document));
  return g_steal_pointer (&loader.rules);
}

/**
 * crit_rules_load:
 * @text: the bytes of a rules file
 * @findings: (element-type CritFinding): where everything noticed is added, in the order of the file
 *
 * Reads and checks a rules file. All faults are found at once, and not only the first; faults of the JSON itself are the
 * exception, since nothing can be read after them. Warnings alone do not keep the rules from being used.
 *
 * The bytes that are read are those that are hashed and kept.
 *
 * Returns: (transfer full) (nullable): the rules; %NULL when there is an error among what was added
 */
CritRules *
crit_rules_load (GBytes *text, GPtrArray *findings)
{
  g_autoptr (CritRules) rules = NULL;
  gboolean failed = FALSE;

  g_return_val_if_fail (text != NULL && findings != NULL, NULL);

  rules = load_text (text, findings, &failed);
  return failed ? NULL : g_steal_pointer (&rules);
}

/**
 * crit_rules_load_carried:
 * @text: the bytes of a rules file that a record carries
 * @findings: (element-type CritFinding): an empty list, to which everything noticed is added, in the order of the file
 * @whole: (out): whether the questions and criteria are all there
 *
 * Reads rules as crit_rules_load() does, but gives as much of them as means something where there are errors; see
 * crit_rules_salvage().
 *
 * Returns: (transfer full) (nullable): the rules; %NULL when not even the questions can be shown
 */
CritRules *
crit_rules_load_carried (GBytes *text, GPtrArray *findings, gboolean *whole)
{
  g_autoptr (CritRules) rules = NULL;
  gboolean failed = FALSE;

  g_return_val_if_fail (text != NULL && findings != NULL && whole != NULL, NULL);

  rules = load_text (text, findings, &failed);
  *whole = !failed;
  if (rules == NULL || (failed && !crit_rules_salvage (rules, findings, whole)))
    return NULL;
  return g_steal_pointer (&rules);
}
