/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-noticing.h"

#include "json/crit-finding.h"
#include "record/crit-record-file.h"
#include "screening/crit-analysis.h"
#include "screening/crit-defects.h"
#include "screening/crit-reach.h"
#include "screening/crit-screen.h"
#include "screening/crit-versions.h"

#include <glib/gi18n-lib.h>

/**
 * Watch:
 * @records: (element-type CritRecord): of each case its answers; they stay the same whatever is planted
 * @readers: condition to a #GPtrArray of the criteria that can depend on it
 * @versions: to hold the conditions against what defects make of them
 */
typedef struct
{
  CritRules *rules;
  GPtrArray *records;
  GHashTable *readers;
  CritVersions versions;
} Watch;

static void
add_reader (Watch *self, gpointer condition, gpointer criterion)
{
  GPtrArray *readers = g_hash_table_lookup (self->readers, condition);

  if (readers == NULL)
    {
      readers = g_ptr_array_new ();
      g_hash_table_insert (self->readers, condition, readers);
    }
  g_ptr_array_add (readers, criterion);
}

static void
find_readers (Watch *self)
{
  self->readers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->rules->criteria->len; i++)
    {
      CritCriterion *criterion = g_ptr_array_index (self->rules->criteria, i);
      g_autoptr (GPtrArray) conditions = crit_reach_of_criterion (criterion);

      for (guint j = 0; j < conditions->len; j++)
        add_reader (self, g_ptr_array_index (conditions, j), criterion);
    }
}

static void
read_cases (Watch *self)
{
  g_autoptr (GPtrArray) ignored = crit_findings_new ();

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->rules->cases->len; i++)
    {
      const CritCase *one = g_ptr_array_index (self->rules->cases, i);
      CritRecord *record =
          crit_record_read_node (one->answers, self->rules, one->date, NULL, ignored);

      g_assert (record != NULL);
      g_ptr_array_add (self->records, record);
    }
}

/* Whether a criterion comes to something else than the case expects. */
static gboolean
is_surprising (CritWorld *world, const CritCase *one, const CritCriterion *criterion)
{
  JsonObject *expect = json_node_get_object (one->expect);
  gboolean imprecise = FALSE;
  CritStatus status = CRIT_STATUS_NONE;

  if (!json_object_has_member (expect, criterion->id))
    return FALSE;
  status = crit_screen_status (world, criterion, &imprecise);
  return !g_str_equal (crit_status_get_code (status),
                       json_object_get_string_member (expect, criterion->id));
}

static gboolean
case_notices (Watch *self, guint index, GPtrArray *readers)
{
  const CritCase *one = g_ptr_array_index (self->rules->cases, index);
  CritWorld world = { 0 };
  gboolean noticed = FALSE;

  crit_world_init (&world, crit_record_get_answers (g_ptr_array_index (self->records, index)),
                   crit_date_get_last_day (one->date));
  for (guint i = 0; i < readers->len && !noticed; i++)
    noticed = is_surprising (&world, one, g_ptr_array_index (readers, i));
  crit_world_clear (&world);
  return noticed;
}

static gboolean
some_case_notices (Watch *self, CritDefect *defect, GPtrArray *readers)
{
  gboolean noticed = FALSE;

  crit_defect_swap (defect);
  for (guint i = 0; i < self->records->len && !noticed; i++)
    noticed = case_notices (self, i, readers);
  crit_defect_swap (defect);
  return noticed;
}

/* Whether no record is told apart by the defect. What is not found out counts as no. */
static gboolean
is_harmless (Watch *self, CritDefect *defect, GPtrArray *readers)
{
  for (guint i = 0; i < readers->len; i++)
    if (crit_versions_differ (&self->versions, defect->condition, &defect->changed,
                              g_ptr_array_index (readers, i)))
      return FALSE;
  return TRUE;
}

static void
report (Watch *self, const CritDefect *defect, GPtrArray *findings)
{
  /* Translators: %s is a sentence such as "“all” becomes “any”." */
  g_autofree char *message =
      g_strdup_printf (_ ("No case notices this change: %s"), defect->sentence);

  crit_rules_report (self->rules, findings, CRIT_SEVERITY_WARNING, defect->offset, NULL,
                     "not-noticed", message);
}

static void
try_defect (Watch *self, CritDefect *defect, CritNoticing *noticing, GPtrArray *findings)
{
  GPtrArray *readers = g_hash_table_lookup (self->readers, defect->condition);

  if (readers != NULL && some_case_notices (self, defect, readers))
    noticing->noticed++;
  else if (readers == NULL || is_harmless (self, defect, readers))
    noticing->harmless++;
  else
    {
      noticing->unnoticed++;
      report (self, defect, findings);
    }
}

static void
init (Watch *self, CritRules *rules, CritDate day)
{
  *self = (Watch){ .rules = rules };
  crit_versions_init (&self->versions, rules, day);
  read_cases (self);
  find_readers (self);
}

static void
clear (Watch *self)
{
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->readers);
  crit_versions_clear (&self->versions);
}

/**
 * crit_noticing_report:
 * @rules: rules whose cases all come out as they say. They are changed for a while, and nobody else may use them then
 * @today: the day it is now; a whole date. It counts only for rules that do not say from when they hold
 * @findings: (element-type CritFinding): where a warning is added for each defect that no case notices
 *
 * Plants small defects in the conditions, one at a time, and runs the cases: a case that comes out otherwise notices the
 * defect. What no case notices could be wrong already without anybody knowing.
 *
 * Returns: how many are noticed
 */
CritNoticing
crit_noticing_report (CritRules *rules, CritDate today, GPtrArray *findings)
{
  g_autoptr (GPtrArray) defects = NULL;
  CritNoticing noticing = { 0 };
  Watch self = { 0 };

  g_return_val_if_fail (rules != NULL && findings != NULL, noticing);
  g_return_val_if_fail (crit_date_is_whole (today), noticing);

  init (&self, rules, crit_analysis_choose_day (rules, today));
  defects = crit_defects_of_rules (rules);
  for (guint i = 0; i < defects->len; i++)
    try_defect (&self, g_ptr_array_index (defects, i), &noticing, findings);
  crit_findings_sort (findings);
  clear (&self);
  return noticing;
}
