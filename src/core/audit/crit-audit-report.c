/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-audit-table.h"
#include "audit/crit-tally-private.h"

#include "json/crit-text.h"

#include <glib/gi18n-lib.h>

/* Digits of a digest that people compare. */
#define SHORT_DIGEST 12

static void
free_fact (CritAuditFact *self)
{
  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

/* --- Facts --- */

static void
add_fact (CritAuditReport *self, const char *label, const char *text)
{
  CritAuditFact *fact = g_new0 (CritAuditFact, 1);

  *fact = (CritAuditFact){ g_strdup (label), g_strdup (text) };
  g_ptr_array_add (self->facts, fact);
}

static void
add_number (CritAuditReport *self,
            const CritAuditNumbers *numbers,
            const char *label,
            guint64 number)
{
  g_autofree char *text = crit_audit_numbers_dup_text (numbers, number);

  add_fact (self, label, text);
}

static void
add_rules (CritAuditReport *self, const char *label, const CritTalliedRules *rules)
{
  g_autofree char *digest = g_strndup (rules->digest, SHORT_DIGEST);
  /* Translators: %1$s is the title of a rules file, %2$s its id, %3$s its version, %4$s the start of its digest. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s · %2$s %3$s · %4$s"), rules->title, rules->id,
                                           rules->version, digest);

  add_fact (self, label, text);
  g_ptr_array_add (self->rules_lines, g_strdup (text));
}

static void
add_protection (CritAuditReport *self, const CritAuditNumbers *numbers)
{
  g_autofree char *text = crit_audit_numbers_dup_about (numbers);

  if (text != NULL)
    add_fact (self, _ ("Small numbers"), text);
}

static void
add_facts (CritAuditReport *self, const CritAuditNumbers *numbers, const CritTally *tally)
{
  add_rules (self, _ ("Rules"), tally->rules);
  if (tally->other != NULL)
    add_rules (self, _ ("Compared with"), tally->other);
  add_number (self, numbers, _ ("Records"), tally->n_records);
  if (tally->n_refused > 0)
    add_number (self, numbers, _ ("Could not be read, and not counted"), tally->n_refused);
  if (tally->other != NULL)
    add_number (self, numbers, _ ("Records with another status"), tally->n_changed);
  add_protection (self, numbers);
}

/* --- Criteria --- */

static guint
count_kind (const CritTally *tally, CritKind kind)
{
  guint n = 0;

  for (guint i = 0; i < tally->criteria->len; i++)
    n += ((const CritTalliedCriterion *) tally->criteria->pdata[i])->kind == kind;
  return n;
}

/* A criterion has one number in the whole report. */
static void
begin_criterion (CritAuditTable *table, guint index, const CritTalliedCriterion *criterion)
{
  g_autofree char *label = g_strdup_printf ("%u · %s", index + 1, criterion->id);
  g_autofree char *text = g_strdup_printf ("%u. %s", index + 1, criterion->text);

  crit_audit_table_add_row (table, label);
  crit_audit_table_add_text (table, text);
}

static void
add_statuses (CritAuditTable *table, const CritTally *tally, CritKind kind)
{
  const CritStatus *statuses = crit_tally_get_statuses (kind);

  for (guint i = 0; i < CRIT_N_KIND_STATUSES; i++)
    crit_audit_table_add_counts (table, crit_status_get_label (statuses[i]), statuses[i]);
  for (guint i = 0; i < tally->criteria->len; i++)
    {
      const CritTalliedCriterion *criterion = g_ptr_array_index (tally->criteria, i);

      if (criterion->kind != kind)
        continue;
      begin_criterion (table, i, criterion);
      for (guint j = 0; j < CRIT_N_KIND_STATUSES; j++)
        crit_audit_table_add_count (table, criterion->statuses[statuses[j]]);
    }
}

static void
add_requirements (GPtrArray *tables, const CritTally *tally)
{
  CritAuditTable *table =
      crit_audit_table_new (_ ("Requirements"), 2, _ ("How many records have each status."));

  table->is_drawn = TRUE;
  crit_audit_table_add_texts (table, _ ("Requirement"));
  add_statuses (table, tally, CRIT_KIND_REQUIREMENT);
  g_ptr_array_add (tables, table);
}

static void
add_cautions (GPtrArray *tables, const CritTally *tally)
{
  CritAuditTable *table =
      crit_audit_table_new (_ ("Points to discuss"), 2, _ ("How many records have each status."));

  table->is_drawn = TRUE;
  crit_audit_table_add_texts (table, _ ("Point"));
  add_statuses (table, tally, CRIT_KIND_CAUTION);
  g_ptr_array_add (tables, table);
}

/* --- One requirement after the other --- */

static const CritStatus step_statuses[] = { CRIT_STATUS_MET, CRIT_STATUS_NOT_APPLICABLE,
                                            CRIT_STATUS_NOT_MET, CRIT_STATUS_UNKNOWN };

static void
add_steps (GPtrArray *tables, const CritTally *tally)
{
  CritAuditTable *table = crit_audit_table_new (
      _ ("One requirement after the other"), 2,
      _ ("In the order of the rules file. Each line counts only the records that the line before "
         "it left. A requirement leaves the records that are recorded as meeting it, and those "
         "that it does not apply to. The others stop there."));

  table->is_drawn = TRUE;
  crit_audit_table_add_texts (table, _ ("Requirement"));
  for (guint i = 0; i < G_N_ELEMENTS (step_statuses); i++)
    crit_audit_table_add_counts (table, crit_status_get_label (step_statuses[i]), step_statuses[i]);
  /* Translators: heads a column: how many records a requirement leaves. */
  crit_audit_table_add_counts (table, _ ("Left"), CRIT_STATUS_NONE);
  for (guint i = 0; i < tally->criteria->len; i++)
    {
      const CritTalliedCriterion *criterion = g_ptr_array_index (tally->criteria, i);

      if (criterion->kind != CRIT_KIND_REQUIREMENT)
        continue;
      begin_criterion (table, i, criterion);
      for (guint j = 0; j < G_N_ELEMENTS (step_statuses); j++)
        crit_audit_table_add_count (table, criterion->steps[step_statuses[j]]);
      crit_audit_table_add_count (table, crit_tallied_criterion_count_left (criterion));
    }
  g_ptr_array_add (tables, table);
}

/* --- Questions --- */

/* Where two are as many, the order is that of the file: their places in memory tell nothing. */
static int
compare_questions (gconstpointer a, gconstpointer b, gpointer data)
{
  const CritTally *tally = data;
  const guint i = *(const guint *) a, j = *(const guint *) b;
  const CritTalliedQuestion *one = g_ptr_array_index (tally->questions, i);
  const CritTalliedQuestion *other = g_ptr_array_index (tally->questions, j);

  if (one->n_records != other->n_records)
    return one->n_records > other->n_records ? -1 : 1;
  return i < j ? -1 : (int) (i > j);
}

static GArray *
sort_questions (const CritTally *tally)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tally->questions->len; i++)
    if (((const CritTalliedQuestion *) tally->questions->pdata[i])->n_records > 0)
      g_array_append_val (indices, i);
  g_array_sort_with_data (indices, compare_questions, (gpointer) tally);
  return indices;
}

static void
add_questions (GPtrArray *tables, const CritTally *tally)
{
  g_autoptr (GArray) indices = sort_questions (tally);
  CritAuditTable *table = crit_audit_table_new (
      _ ("Open questions"), 2,
      indices->len > 0 ? _ ("In how many records a question is open, or its answer not known, and "
                            "can still change a status. The most frequent come first.")
                       : _ ("In no record an open question can still change a status."));

  table->is_drawn = TRUE;
  crit_audit_table_add_texts (table, _ ("Question"));
  crit_audit_table_add_counts (table, _ ("Records"), CRIT_STATUS_UNKNOWN);
  for (guint i = 0; i < indices->len; i++)
    {
      const CritTalliedQuestion *question =
          g_ptr_array_index (tally->questions, g_array_index (indices, guint, i));

      crit_audit_table_add_row (table, question->place);
      crit_audit_table_add_text (table, question->text);
      crit_audit_table_add_count (table, question->n_records);
    }
  g_ptr_array_add (tables, table);
}

/* --- The whole --- */

static void
add_tables (CritAuditReport *self, const CritTally *tally)
{
  if (count_kind (tally, CRIT_KIND_REQUIREMENT) > 0)
    {
      add_requirements (self->tables, tally);
      add_steps (self->tables, tally);
    }
  if (count_kind (tally, CRIT_KIND_CAUTION) > 0)
    add_cautions (self->tables, tally);
  add_questions (self->tables, tally);
  if (tally->other != NULL)
    crit_audit_add_changes (self->tables, tally);
}

/**
 * crit_audit_report_new:
 * @tally: a tally
 * @least: 0; or the least number that is shown, see #CritAuditNumbers
 *
 * Says in tables what many records say about each criterion. It adds nothing up to a verdict, and names no record.
 *
 * Returns: (transfer full): a report, which needs @tally no more
 */
CritAuditReport *
crit_audit_report_new (const CritTally *tally, guint least)
{
  CritAuditReport *self = NULL;
  CritAuditNumbers numbers = { .least = least };

  g_return_val_if_fail (tally != NULL && tally->rules != NULL, NULL);

  self = g_new0 (CritAuditReport, 1);
  self->title = g_strdup (tally->rules->title);
  self->heading = g_strdup (_ ("Audit of records"));
  self->notice = g_strconcat (crit_notice (), " ",
                              _ ("It counts what was recorded against published criteria; it says "
                                 "nothing about any one person."),
                              NULL);
  self->language = g_strdup (tally->rules->language != NULL ? tally->rules->language : "en-GB");
  self->mirrored = crit_text_language_is_right_to_left (self->language)
                   || crit_text_is_right_to_left (self->title);
  numbers.n_records = tally->n_records;
  self->n_records = crit_audit_numbers_get (&numbers, tally->n_records);
  self->rules_lines = g_ptr_array_new_with_free_func (g_free);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fact);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_audit_table_free);
  add_facts (self, &numbers, tally);
  add_tables (self, tally);
  for (guint i = 0; i < self->tables->len; i++)
    crit_audit_table_write_numbers (self->tables->pdata[i], &numbers);
  return self;
}

/**
 * crit_audit_report_free:
 * @self: (nullable) (transfer full): a report
 *
 * Frees it.
 */
void
crit_audit_report_free (CritAuditReport *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->heading);
  g_free (self->notice);
  g_free (self->language);
  g_ptr_array_unref (self->rules_lines);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->tables);
  g_free (self);
}
