/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-cause.h"

#include "record/crit-carry-over.h"
#include "screening/crit-screen.h"
#include "screening/crit-weave.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Up to this many differences each is undone by itself; more are halved until those that count are found. */
#define MOST_SINGLE 256

/* So many woven rules are kept. */
#define MOST_WOVEN 512

/**
 * CritCauseFinder:
 * @weavings: id of a criterion to its #Weaving
 * @n_woven: how many woven rules there are in all of them
 */
struct _CritCauseFinder
{
  CritRulesIndex *former;
  CritRulesIndex *newer;
  GHashTable *weavings;
  guint n_woven;
};

/**
 * Weaving:
 * @woven: what is undone to the #CritRules that are otherwise the newer ones; %NULL where that cannot be
 */
typedef struct
{
  CritWeave weave;
  GHashTable *woven;
} Weaving;

/**
 * Search:
 * @undone: one for each amendment of the weave, and the last for the date: whether it is as it was
 * @n: how many there are
 */
typedef struct
{
  CritCauseFinder *finder;
  Weaving *weaving;
  const CritAnswer *answers;
  CritDate former_date;
  CritDate newer_date;
  CritStatus former_status;
  gboolean *undone;
  guint n;
} Search;

static const char *const codes[] = {
  [CRIT_CAUSE_RULE_CHANGED] = "rule-changed",
  [CRIT_CAUSE_BOUND_CHANGED] = "bound-changed",
  [CRIT_CAUSE_QUESTION_NEW] = "question-new",
  [CRIT_CAUSE_QUESTION_REMOVED] = "question-removed",
  [CRIT_CAUSE_QUESTION_CHANGED] = "question-changed",
  [CRIT_CAUSE_OPTION_NEW] = "option-new",
  [CRIT_CAUSE_OPTION_GONE] = "option-gone",
  [CRIT_CAUSE_OPTION_CHANGED] = "option-changed",
  [CRIT_CAUSE_LIMIT_CHANGED] = "limit-changed",
  [CRIT_CAUSE_APPLIES_CHANGED] = "applies-when-changed",
  [CRIT_CAUSE_SHOWN_CHANGED] = "shown-when-changed",
  [CRIT_CAUSE_KIND_CHANGED] = "kind-changed",
  [CRIT_CAUSE_CRITERION_NEW] = "criterion-new",
  [CRIT_CAUSE_CRITERION_REMOVED] = "criterion-removed",
  [CRIT_CAUSE_DATE_PASSED] = "date-passed",
};

/**
 * crit_cause_get_code:
 * @kind: a kind of cause
 *
 * Returns: the word that stands for it in files and on the command line, never translated
 */
const char *
crit_cause_get_code (CritCauseKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (codes), NULL);

  return codes[kind];
}

/**
 * crit_causes_to_json:
 * @causes: (element-type CritCause): causes
 *
 * Returns: (transfer full): them as they stand in a comparison and in a tally
 */
JsonArray *
crit_causes_to_json (GPtrArray *causes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < causes->len; i++)
    {
      const CritCause *cause = g_ptr_array_index (causes, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "cause", crit_cause_get_code (cause->kind));
      json_object_set_string_member (object, "sentence", cause->sentence);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * crit_cause_new_take:
 * @kind: what kind it is
 * @sentence: (transfer full): what changed
 *
 * Returns: (transfer full): a cause
 */
CritCause *
crit_cause_new_take (CritCauseKind kind, char *sentence)
{
  CritCause *self = g_new0 (CritCause, 1);

  *self = (CritCause){ kind, sentence };
  return self;
}

/**
 * crit_cause_free:
 * @self: (transfer full): a cause
 */
void
crit_cause_free (CritCause *self)
{
  g_free (self->sentence);
  g_free (self);
}

/* --- The finder --- */

static void
unref_woven (CritRules *rules)
{
  g_clear_pointer (&rules, crit_rules_unref);
}

static Weaving *
make_weaving (CritCauseFinder *self, const char *criterion_id)
{
  Weaving *weaving = g_new0 (Weaving, 1);

  crit_weave_init (&weaving->weave, self->former, self->newer, criterion_id);
  weaving->woven = g_hash_table_new_full (
      g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, (GDestroyNotify) unref_woven);
  return weaving;
}

static void
free_weaving (Weaving *self)
{
  crit_weave_clear (&self->weave);
  g_hash_table_unref (self->woven);
  g_free (self);
}

/**
 * crit_cause_finder_new:
 * @former: rules
 * @newer: other rules
 *
 * Returns: (transfer full): what finds out why a status under @newer is another than under @former
 */
CritCauseFinder *
crit_cause_finder_new (CritRules *former, CritRules *newer)
{
  CritCauseFinder *self = NULL;

  g_return_val_if_fail (former != NULL && newer != NULL, NULL);

  self = g_new0 (CritCauseFinder, 1);
  self->former = crit_rules_index_new (former);
  self->newer = crit_rules_index_new (newer);
  self->weavings =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) free_weaving);
  return self;
}

/**
 * crit_cause_finder_free:
 * @self: (nullable) (transfer full): a finder
 *
 * Frees it.
 */
void
crit_cause_finder_free (CritCauseFinder *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->weavings);
  crit_rules_index_free (self->former);
  crit_rules_index_free (self->newer);
  g_free (self);
}

static Weaving *
get_weaving (CritCauseFinder *self, const char *criterion_id)
{
  const CritCriterion *criterion = crit_rules_find_criterion (self->newer->rules, criterion_id);
  Weaving *weaving = g_hash_table_lookup (self->weavings, criterion->id);

  if (weaving == NULL)
    {
      weaving = make_weaving (self, criterion->id);
      g_hash_table_insert (self->weavings, (gpointer) criterion->id, weaving);
    }
  return weaving;
}

static void
forget_woven (CritCauseFinder *self)
{
  GHashTableIter iter = { 0 };
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->weavings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_remove_all (((Weaving *) value)->woven);
  self->n_woven = 0;
}

/* Loading takes a thousand times as long as screening: for the next record it is not done again. */
static CritRules *
get_woven (Search *self)
{
  GHashTable *woven = self->weaving->woven;
  g_autoptr (GBytes) key = g_bytes_new (self->undone, (self->n - 1) * sizeof *self->undone);
  gpointer rules = NULL;

  if (g_hash_table_lookup_extended (woven, key, NULL, &rules))
    return rules;
  if (self->finder->n_woven++ >= MOST_WOVEN)
    forget_woven (self->finder);
  rules = crit_weave_load (&self->weaving->weave, self->undone);
  g_hash_table_insert (woven, g_steal_pointer (&key), rules);
  return rules;
}

/* --- One search --- */

static gboolean *
get_undone_date (Search *self)
{
  return &self->undone[self->n - 1];
}

/* What the criterion comes to on the day that is now looked at. */
static CritStatus
screen (Search *self, CritRules *rules)
{
  CritAnswer *answers =
      crit_answers_carry_over (self->finder->former->rules, self->answers, rules, NULL);
  CritDate date = *get_undone_date (self) ? self->former_date : self->newer_date;
  const char *id = self->weaving->weave.criterion_id;
  CritWorld world = { 0 };
  gboolean imprecise = FALSE;
  CritStatus status = CRIT_STATUS_NONE;

  crit_world_init (&world, answers, crit_date_get_last_day (date));
  status = crit_screen_status (&world, crit_rules_find_criterion (rules, id), &imprecise);
  crit_world_clear (&world);
  crit_answers_free (rules, answers);
  return status;
}

/* Whether the status is as it was. What cannot be undone without something else brings nothing back. */
static gboolean
goes_back (Search *self)
{
  CritRules *rules = get_woven (self);

  return rules != NULL && screen (self, rules) == self->former_status;
}

static void
set (Search *self, guint from, guint to, gboolean undone)
{
  for (guint i = from; i < to; i++)
    self->undone[i] = undone;
}

/* Of what each alone brings the status back, all: the change took every one of these. */
static gboolean
try_each_alone (Search *self)
{
  g_autofree gboolean *found = g_new0 (gboolean, self->n);
  gboolean any = FALSE;

  for (guint i = 0; i < self->n && self->n <= MOST_SINGLE; i++)
    {
      set (self, 0, self->n, FALSE);
      self->undone[i] = TRUE;
      found[i] = goes_back (self);
      any = any || found[i];
    }
  memcpy (self->undone, found, self->n * sizeof *found);
  return any;
}

/* Leaves of a range only that undone which has to be, so that the status goes back. */
static void
reduce (Search *self, guint from, guint to)
{
  g_autofree gboolean *before = g_memdup2 (self->undone, self->n * sizeof *before);

  set (self, from, to, FALSE);
  if (goes_back (self))
    return;
  memcpy (self->undone, before, self->n * sizeof *before);
  if (to - from < 2)
    return;
  reduce (self, from, (from + to) / 2);
  reduce (self, (from + to) / 2, to);
}

/* Where each would have been enough, they have to be undone together. All of them at once bring the status back, unless
   something could not be found out exactly. */
static void
find (Search *self)
{
  if (try_each_alone (self))
    return;
  set (self, 0, self->n, TRUE);
  if (goes_back (self))
    reduce (self, 0, self->n);
  else
    set (self, 0, self->n, FALSE);
}

static CritCause *
make_cause (Search *self, guint index)
{
  CritWeave *weave = &self->weaving->weave;
  const CritAmendment *amendment = &g_array_index (weave->amendments, CritAmendment, index);

  return crit_cause_new_take (crit_amendment_get_cause (amendment, weave->former, weave->newer),
                              crit_amendment_to_text (amendment, weave->former, weave->newer));
}

static CritCause *
make_cause_of_date (Search *self)
{
  g_autofree char *former = crit_date_to_text (self->former_date);
  g_autofree char *newer = crit_date_to_text (self->newer_date);

  /* Translators: %1$s is the date of a record, %2$s a later day on which it is looked at again. */
  return crit_cause_new_take (
      CRIT_CAUSE_DATE_PASSED,
      g_strdup_printf (_ ("Time has passed from %1$s to %2$s."), former, newer));
}

static CritCause *
make_unknown_cause (void)
{
  return crit_cause_new_take (
      CRIT_CAUSE_RULE_CHANGED,
      g_strdup (_ ("The rule, or something on which it depends, changed.")));
}

static GPtrArray *
make_causes (Search *self)
{
  GPtrArray *causes = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_cause_free);

  for (guint i = 0; i + 1 < self->n; i++)
    if (self->undone[i])
      g_ptr_array_add (causes, make_cause (self, i));
  if (*get_undone_date (self))
    g_ptr_array_add (causes, make_cause_of_date (self));
  if (causes->len == 0)
    g_ptr_array_add (causes, make_unknown_cause ());
  return causes;
}

/**
 * crit_cause_finder_find:
 * @self: a finder
 * @answers: a slot for each top-level question of the former rules
 * @former_date: the date of the record; a whole date
 * @newer_date: the day on which it is looked at under the newer rules; a whole date
 * @criterion_id: a criterion that is in both, and no note in either
 * @former_status: its status under the former rules on @former_date; another than under the newer ones on @newer_date
 *
 * Finds out why a status differs, by trying: of the differences between the two versions on which the criterion can
 * depend, and of the date, those are causes without which the status is as it was. Where several must be undone
 * together, none of them can be left out.
 *
 * Returns: (transfer full) (element-type CritCause): the causes; one that says little where they could not be found out
 *   exactly
 */
GPtrArray *
crit_cause_finder_find (CritCauseFinder *self,
                        const CritAnswer *answers,
                        CritDate former_date,
                        CritDate newer_date,
                        const char *criterion_id,
                        CritStatus former_status)
{
  Search search = { .finder = self,
                    .answers = answers,
                    .former_date = former_date,
                    .newer_date = newer_date,
                    .former_status = former_status };
  GPtrArray *causes = NULL;

  g_return_val_if_fail (self != NULL && answers != NULL && criterion_id != NULL, NULL);

  search.weaving = get_weaving (self, criterion_id);
  search.n = search.weaving->weave.amendments->len + 1;
  search.undone = g_new0 (gboolean, search.n);
  find (&search);
  causes = make_causes (&search);
  g_free (search.undone);
  return causes;
}
