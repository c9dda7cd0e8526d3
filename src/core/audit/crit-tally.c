/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-tally.h"

#include "json/crit-json-reader.h"
#include "record/crit-place.h"

#include <string.h>

static void
free_rules (CritTalliedRules *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->language);
  g_free (self->digest);
  g_free (self);
}

static void
free_criterion (CritTalliedCriterion *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

static void
free_question (CritTalliedQuestion *self)
{
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}

static void
free_change (CritTalliedChange *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

static void
free_reason (CritTalliedReason *self)
{
  g_ptr_array_unref (self->causes);
  g_free (self);
}

/**
 * crit_tally_new_empty:
 *
 * Returns: (transfer full): a tally of nothing under no rules, to be filled in
 */
CritTally *
crit_tally_new_empty (void)
{
  CritTally *self = g_new0 (CritTally, 1);

  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) free_criterion);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_question);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_change);
  self->reasons =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_reason);
  return self;
}

/**
 * crit_tally_free:
 * @self: (nullable) (transfer full): a tally
 *
 * Frees it.
 */
void
crit_tally_free (CritTally *self)
{
  if (self == NULL)
    return;
  free_rules (self->rules);
  free_rules (self->other);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->reasons);
  g_free (self);
}

/* --- Filling one in --- */

/**
 * crit_tallied_rules_new:
 *
 * Returns: (transfer full): memory for the names of rules, which a tally then owns
 */
CritTalliedRules *
crit_tallied_rules_new (void)
{
  return g_new0 (CritTalliedRules, 1);
}

/**
 * crit_tally_add_criterion:
 * @self: a tally
 *
 * Returns: (transfer none): one more criterion
 */
CritTalliedCriterion *
crit_tally_add_criterion (CritTally *self)
{
  CritTalliedCriterion *criterion = g_new0 (CritTalliedCriterion, 1);

  g_ptr_array_add (self->criteria, criterion);
  return criterion;
}

/**
 * crit_tally_add_question:
 * @self: a tally
 *
 * Returns: (transfer none): one more question
 */
CritTalliedQuestion *
crit_tally_add_question (CritTally *self)
{
  CritTalliedQuestion *question = g_new0 (CritTalliedQuestion, 1);

  g_ptr_array_add (self->questions, question);
  return question;
}

/**
 * crit_tally_add_change:
 * @self: a tally
 *
 * Returns: (transfer none): one more criterion under two versions of rules
 */
CritTalliedChange *
crit_tally_add_change (CritTally *self)
{
  CritTalliedChange *change = g_new0 (CritTalliedChange, 1);

  g_ptr_array_add (self->changes, change);
  return change;
}

/* Sorts by criterion, then by status, then by causes. */
static char *
dup_key (guint change, CritStatus from, CritStatus to, GPtrArray *causes)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%010u %u %u", change, from, to);
  for (guint i = 0; i < causes->len; i++)
    {
      const CritCause *cause = g_ptr_array_index (causes, i);

      g_string_append_printf (key, "\n%02u %s", cause->kind, cause->sentence);
    }
  return g_string_free (key, FALSE);
}

/**
 * crit_tally_add_reason:
 * @self: a tally
 * @change: index of a criterion under two versions of rules
 * @from: its status under the former rules
 * @to: another status, under the other rules
 * @causes: (element-type CritCause): why it is another
 * @n_records: of how many records that is so
 *
 * Counts records together with those of which the same is so.
 */
void
crit_tally_add_reason (CritTally *self,
                       guint change,
                       CritStatus from,
                       CritStatus to,
                       GPtrArray *causes,
                       guint64 n_records)
{
  g_autofree char *key = dup_key (change, from, to, causes);
  CritTalliedReason *reason = g_hash_table_lookup (self->reasons, key);

  if (reason == NULL)
    {
      reason = g_new0 (CritTalliedReason, 1);
      *reason = (CritTalliedReason){ change, from, to, g_ptr_array_ref (causes), 0 };
      g_hash_table_insert (self->reasons, g_steal_pointer (&key), reason);
    }
  reason->n_records += n_records;
}

/* --- What is to be counted --- */

static CritTalliedRules *
name_rules (const CritRules *rules)
{
  CritTalliedRules *self = crit_tallied_rules_new ();

  self->id = g_strdup (rules->id);
  self->version = g_strdup (rules->version);
  self->title = g_strdup (rules->title);
  self->language = g_strdup (rules->language);
  self->digest = g_strdup (crit_rules_get_digest (rules));
  return self;
}

static void
add_criteria (CritTally *self, const CritRules *rules)
{
  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (rules->criteria, i);
      CritTalliedCriterion *tallied = NULL;

      if (criterion->kind == CRIT_KIND_NOTE)
        continue;
      tallied = crit_tally_add_criterion (self);
      tallied->id = g_strdup (criterion->id);
      tallied->text = g_strdup (criterion->text);
      tallied->kind = criterion->kind;
    }
}

static void
add_question (CritTally *self, char *place, char *text)
{
  CritTalliedQuestion *tallied = crit_tally_add_question (self);

  tallied->place = place;
  tallied->text = text;
}

/* A list has its fields, whichever the entry, and "are these all?". */
static void
add_list (CritTally *self, const CritQuestion *list)
{
  const CritPlace complete = crit_place_of_complete (list);

  for (guint i = 0; i < list->fields->len; i++)
    {
      const CritQuestion *field = g_ptr_array_index (list->fields, i);

      add_question (self, g_strdup_printf ("/%s/entries/*/%s", list->id, field->id),
                    crit_field_dup_label (field));
    }
  add_question (self, crit_place_dup_pointer (&complete), crit_place_dup_label (&complete));
}

static void
add_questions (CritTally *self, const CritRules *rules)
{
  for (guint i = 0; i < rules->questions->len; i++)
    {
      const CritQuestion *question = g_ptr_array_index (rules->questions, i);
      const CritPlace place = crit_place_of_question (question);

      if (question->type == CRIT_QUESTION_LIST)
        add_list (self, question);
      else
        add_question (self, crit_place_dup_pointer (&place), crit_place_dup_label (&place));
    }
}

static gboolean
has_status (const CritRules *rules, const char *id)
{
  const CritCriterion *criterion = crit_rules_find_criterion (rules, id);

  return criterion != NULL && criterion->kind != CRIT_KIND_NOTE;
}

static void
add_change (CritTally *self, const CritCriterion *criterion)
{
  CritTalliedChange *change = crit_tally_add_change (self);

  change->id = g_strdup (criterion->id);
  change->text = g_strdup (criterion->text);
}

static void
add_changes (CritTally *self, const CritRules *rules, const CritRules *other)
{
  for (guint i = 0; i < other->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (other->criteria, i);

      if (has_status (other, criterion->id))
        add_change (self, criterion);
      else if (has_status (rules, criterion->id))
        add_change (self, crit_rules_find_criterion (rules, criterion->id));
    }
  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (rules->criteria, i);

      if (has_status (rules, criterion->id)
          && crit_rules_find_criterion (other, criterion->id) == NULL)
        add_change (self, criterion);
    }
}

/**
 * crit_tally_new:
 * @rules: the rules that records were filled in under
 * @other: (nullable): the rules to compare with
 *
 * Returns: (transfer full): a tally of no records yet, which needs neither of the rules any more
 */
CritTally *
crit_tally_new (const CritRules *rules, const CritRules *other)
{
  CritTally *self = NULL;

  g_return_val_if_fail (rules != NULL, NULL);

  self = crit_tally_new_empty ();
  self->rules = name_rules (rules);
  add_criteria (self, rules);
  add_questions (self, rules);
  if (other == NULL)
    return self;
  self->other = name_rules (other);
  add_changes (self, rules, other);
  return self;
}

/* --- Reading it off --- */

/* By bytes, whatever the language. */
static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/**
 * crit_tally_dup_reasons:
 * @self: a tally
 *
 * Returns: (transfer container) (element-type CritTalliedReason): why statuses differ, in an order that does not depend on
 *   how it was counted: by criterion, by status, by causes
 */
GPtrArray *
crit_tally_dup_reasons (const CritTally *self)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->reasons), compare_keys);
  GPtrArray *reasons = g_ptr_array_new ();

  for (GList *key = keys; key != NULL; key = key->next)
    g_ptr_array_add (reasons, g_hash_table_lookup (self->reasons, key->data));
  return reasons;
}

/**
 * crit_tallied_reason_dup_text:
 * @self: why statuses differ
 *
 * Returns: (transfer full): the sentences of its causes, a line each
 */
char *
crit_tallied_reason_dup_text (const CritTalliedReason *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->causes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((const CritCause *) self->causes->pdata[i])->sentence);
  return g_string_free (text, FALSE);
}

/**
 * crit_tallied_criterion_count_left:
 * @self: a requirement
 *
 * Returns: of the records that every requirement before it left, how many it leaves: those that meet it, and those that
 *   it does not apply to
 */
guint64
crit_tallied_criterion_count_left (const CritTalliedCriterion *self)
{
  return self->steps[CRIT_STATUS_MET] + self->steps[CRIT_STATUS_NOT_APPLICABLE];
}

/* --- Adding up --- */

static void
add_counts (guint64 *counts, const guint64 *more)
{
  for (guint i = 0; i < CRIT_N_STATUSES; i++)
    counts[i] += more[i];
}

static void
merge_criteria (CritTally *self, const CritTally *other)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      CritTalliedCriterion *criterion = g_ptr_array_index (self->criteria, i);
      const CritTalliedCriterion *more = g_ptr_array_index (other->criteria, i);

      add_counts (criterion->statuses, more->statuses);
      add_counts (criterion->steps, more->steps);
    }
}

static void
merge_changes (CritTally *self, const CritTally *other)
{
  GHashTableIter iter = { 0 };
  gpointer value = NULL;

  for (guint i = 0; i < self->changes->len; i++)
    {
      CritTalliedChange *change = g_ptr_array_index (self->changes, i);
      const CritTalliedChange *more = g_ptr_array_index (other->changes, i);

      for (guint from = 0; from < CRIT_N_STATUSES; from++)
        add_counts (change->moves[from], more->moves[from]);
    }
  g_hash_table_iter_init (&iter, other->reasons);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const CritTalliedReason *reason = value;

      crit_tally_add_reason (self, reason->change, reason->from, reason->to, reason->causes,
                             reason->n_records);
    }
}

/**
 * crit_tally_merge:
 * @self: a tally
 * @other: a tally of other records under the same rules
 *
 * Adds them up. No number in a tally is greater than that of all its lines, so none of them can overflow where that does
 * not.
 *
 * Returns: FALSE, and nothing is done, where there would be more lines than a number in a file can say
 */
gboolean
crit_tally_merge (CritTally *self, const CritTally *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  g_return_val_if_fail (self->criteria->len == other->criteria->len, FALSE);
  g_return_val_if_fail (self->questions->len == other->questions->len, FALSE);
  g_return_val_if_fail (self->changes->len == other->changes->len, FALSE);

  if (self->n_records + self->n_refused + other->n_records + other->n_refused
      > CRIT_JSON_MAX_INTEGER)
    return FALSE;
  self->n_records += other->n_records;
  self->n_refused += other->n_refused;
  self->n_changed += other->n_changed;
  merge_criteria (self, other);
  for (guint i = 0; i < self->questions->len; i++)
    ((CritTalliedQuestion *) self->questions->pdata[i])->n_records +=
        ((const CritTalliedQuestion *) other->questions->pdata[i])->n_records;
  merge_changes (self, other);
  return TRUE;
}
