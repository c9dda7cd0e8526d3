/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-audit-numbers.h"
#include "audit/crit-csv.h"
#include "audit/crit-tally-private.h"

#define HEADING "part,id,text,status,other-status,why,records\n"

/**
 * Line:
 *
 * One number, and what it is the number of. Texts are nullable.
 */
typedef struct
{
  const char *part;
  const char *id;
  const char *text;
  const char *status;
  const char *other;
  const char *why;
} Line;

/* A table that is being made. */
typedef struct
{
  GString *out;
  CritAuditNumbers numbers;
} Table;

static void
add (Table *self, const Line *line, const guint64 *count)
{
  GString *out = self->out;
  g_autofree char *number =
      count != NULL ? crit_audit_numbers_dup_digits (&self->numbers, *count) : NULL;

  const char *const texts[] = { line->part,   line->id,    line->text,
                                line->status, line->other, line->why };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL)
        crit_csv_append_cell (out, texts[i]);
      g_string_append_c (out, ',');
    }
  if (number != NULL)
    g_string_append (out, number);
  g_string_append_c (out, '\n');
}

static void
add_rules (Table *table, const char *part, const CritTalliedRules *rules)
{
  add (table, &(Line){ part, "id", rules->id }, NULL);
  add (table, &(Line){ part, "version", rules->version }, NULL);
  add (table, &(Line){ part, "title", rules->title }, NULL);
  add (table, &(Line){ part, "digest", rules->digest }, NULL);
}

static void
add_about (Table *table)
{
  g_autofree char *about = crit_audit_numbers_dup_about (&table->numbers);

  if (about != NULL)
    add (table, &(Line){ "small-numbers", NULL, about }, NULL);
}

static void
add_counts (Table *table,
            const char *part,
            const CritTalliedCriterion *criterion,
            const guint64 *counts)
{
  const CritStatus *statuses = crit_tally_get_statuses (criterion->kind);

  for (guint i = 0; i < CRIT_N_KIND_STATUSES; i++)
    add (table, &(Line){ part, criterion->id, criterion->text, crit_status_get_code (statuses[i]) },
         &counts[statuses[i]]);
}

static void
add_criteria (Table *table, const CritTally *self)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const CritTalliedCriterion *criterion = g_ptr_array_index (self->criteria, i);

      add_counts (table, crit_tally_get_kind_code (criterion->kind), criterion,
                  criterion->statuses);
    }
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const CritTalliedCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if (criterion->kind == CRIT_KIND_REQUIREMENT)
        add_counts (table, "step", criterion, criterion->steps);
    }
}

static void
add_questions (Table *table, const CritTally *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const CritTalliedQuestion *question = g_ptr_array_index (self->questions, i);

      add (table, &(Line){ "open-question", question->place, question->text },
           &question->n_records);
    }
}

static void
add_changes (Table *table, const CritTally *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const CritTalliedChange *change = g_ptr_array_index (self->changes, i);

      for (guint from = 0; from < CRIT_N_STATUSES; from++)
        for (guint to = 0; to < CRIT_N_STATUSES; to++)
          if (change->moves[from][to] > 0)
            add (table,
                 &(Line){ "change", change->id, change->text, crit_status_get_code (from),
                          crit_status_get_code (to) },
                 &change->moves[from][to]);
    }
}

static void
add_reasons (Table *table, const CritTally *self)
{
  g_autoptr (GPtrArray) reasons = crit_tally_dup_reasons (self);

  for (guint i = 0; i < reasons->len; i++)
    {
      const CritTalliedReason *reason = g_ptr_array_index (reasons, i);
      const CritTalliedChange *change = g_ptr_array_index (self->changes, reason->change);
      g_autofree char *why = crit_tallied_reason_dup_text (reason);

      add (table,
           &(Line){ "why", change->id, change->text, crit_status_get_code (reason->from),
                    crit_status_get_code (reason->to), why },
           &reason->n_records);
    }
}

/**
 * crit_tally_to_csv:
 * @self: a tally
 * @least: 0; or the least number that is shown, see #CritAuditNumbers
 *
 * Writes every number on a line of its own, behind what it is the number of: a spreadsheet can filter and turn that. No cell
 * is taken for a formula.
 *
 * Returns: (transfer full): a table (RFC 4180)
 */
char *
crit_tally_to_csv (const CritTally *self, guint least)
{
  Table csv = { .numbers = { .least = least } };
  Table *table = &csv;

  g_return_val_if_fail (self != NULL && self->rules != NULL, NULL);

  table->out = g_string_new (HEADING);
  add (table, &(Line){ "notice", NULL, crit_notice () }, NULL);
  add_about (table);
  add_rules (table, "rules", self->rules);
  if (self->other != NULL)
    add_rules (table, "compared-with", self->other);
  add (table, &(Line){ "records", "read" }, &self->n_records);
  add (table, &(Line){ "records", "refused" }, &self->n_refused);
  if (self->other != NULL)
    add (table, &(Line){ "records", "changed" }, &self->n_changed);
  add_criteria (table, self);
  add_questions (table, self);
  if (self->other != NULL)
    {
      add_changes (table, self);
      add_reasons (table, self);
    }
  return g_string_free (table->out, FALSE);
}
