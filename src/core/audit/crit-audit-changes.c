/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-audit-table.h"

#include <glib/gi18n-lib.h>

/* In the order in which they are listed: CRIT_STATUS_NONE is none of them. */
static const CritStatus listed[] = { CRIT_STATUS_MET,     CRIT_STATUS_NOT_MET,
                                     CRIT_STATUS_PRESENT, CRIT_STATUS_ABSENT,
                                     CRIT_STATUS_UNKNOWN, CRIT_STATUS_NOT_APPLICABLE };

static guint64
count_moved (const CritTalliedChange *change)
{
  guint64 n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    for (guint j = 0; j < G_N_ELEMENTS (listed); j++)
      n += i != j ? change->moves[listed[i]][listed[j]] : 0;
  return n;
}

static guint64
count_before (const CritTalliedChange *change, CritStatus from)
{
  guint64 n = 0;

  for (guint to = 0; to < CRIT_N_STATUSES; to++)
    n += change->moves[from][to];
  return n;
}

static guint64
count_after (const CritTalliedChange *change, CritStatus to)
{
  guint64 n = 0;

  for (guint from = 0; from < CRIT_N_STATUSES; from++)
    n += change->moves[from][to];
  return n;
}

/* --- How many --- */

static void
add_overview (GPtrArray *tables, const CritTally *tally)
{
  CritAuditTable *table = crit_audit_table_new (
      _ ("What differs under the other rules"), 2,
      tally->n_changed > 0
          ? _ ("How many records have another status of a criterion that both rules have.")
          : _ ("No record has another status of a criterion that both rules have."));

  table->is_drawn = TRUE;
  crit_audit_table_add_texts (table, _ ("Criterion"));
  crit_audit_table_add_counts (table, _ ("Records"), CRIT_STATUS_PRESENT);
  for (guint i = 0; i < tally->changes->len; i++)
    {
      const CritTalliedChange *change = g_ptr_array_index (tally->changes, i);

      if (count_moved (change) == 0)
        continue;
      crit_audit_table_add_row (table, change->id);
      crit_audit_table_add_text (table, change->text);
      crit_audit_table_add_count (table, count_moved (change));
    }
  g_ptr_array_add (tables, table);
}

/* --- From what to what --- */

static void
add_matrix (GPtrArray *tables, const CritTalliedChange *change)
{
  CritAuditTable *table = crit_audit_table_new (change->text, 3, NULL);

  /* Translators: heads a column of statuses under the former rules. */
  crit_audit_table_add_texts (table, _ ("Before"));
  for (guint j = 0; j < G_N_ELEMENTS (listed); j++)
    if (count_after (change, listed[j]) > 0)
      {
        /* Translators: heads a column; %s is a status, such as "Recorded as met", under the other rules. */
        g_autofree char *heading =
            g_strdup_printf (_ ("Now: %s"), crit_status_get_label (listed[j]));

        crit_audit_table_add_counts (table, heading, CRIT_STATUS_NONE);
      }
  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    {
      if (count_before (change, listed[i]) == 0)
        continue;
      crit_audit_table_add_row (table, NULL);
      crit_audit_table_add_text (table, crit_status_get_label (listed[i]));
      for (guint j = 0; j < G_N_ELEMENTS (listed); j++)
        if (count_after (change, listed[j]) > 0)
          crit_audit_table_add_count (table, change->moves[listed[i]][listed[j]]);
    }
  g_ptr_array_add (tables, table);
}

static void
add_reasons (GPtrArray *tables, GPtrArray *reasons, guint index)
{
  CritAuditTable *table = crit_audit_table_new (_ ("Why"), 4, NULL);

  crit_audit_table_add_texts (table, _ ("Before"));
  /* Translators: heads a column of statuses under the other rules. */
  crit_audit_table_add_texts (table, _ ("Now"));
  /* Translators: heads a column of sentences that say why a status is another. */
  crit_audit_table_add_texts (table, _ ("Why"));
  crit_audit_table_add_counts (table, _ ("Records"), CRIT_STATUS_NONE);
  for (guint i = 0; i < reasons->len; i++)
    {
      const CritTalliedReason *reason = g_ptr_array_index (reasons, i);
      g_autofree char *causes = crit_tallied_reason_dup_text (reason);

      if (reason->change != index)
        continue;
      crit_audit_table_add_row (table, NULL);
      crit_audit_table_add_text (table, crit_status_get_label (reason->from));
      crit_audit_table_add_text (table, crit_status_get_label (reason->to));
      crit_audit_table_add_text (table, causes);
      crit_audit_table_add_count (table, reason->n_records);
    }
  g_ptr_array_add (tables, table);
}

/* --- What only one version has --- */

static void
add_lone_row (CritAuditTable *table,
              const CritTalliedChange *change,
              const char *where,
              CritStatus status,
              guint64 n_records)
{
  if (n_records == 0)
    return;
  crit_audit_table_add_row (table, NULL);
  crit_audit_table_add_text (table, change->text);
  crit_audit_table_add_text (table, where);
  crit_audit_table_add_text (table, crit_status_get_label (status));
  crit_audit_table_add_count (table, n_records);
}

static void
add_lone (GPtrArray *tables, const CritTally *tally)
{
  CritAuditTable *table =
      crit_audit_table_new (_ ("Criteria that only one of the rules has"), 3, NULL);

  crit_audit_table_add_texts (table, _ ("Criterion"));
  /* Translators: heads a column that says "Before" or "Now". */
  crit_audit_table_add_texts (table, _ ("When"));
  crit_audit_table_add_texts (table, _ ("Status"));
  crit_audit_table_add_counts (table, _ ("Records"), CRIT_STATUS_NONE);
  for (guint i = 0; i < tally->changes->len; i++)
    {
      const CritTalliedChange *change = g_ptr_array_index (tally->changes, i);

      for (guint j = 0; j < G_N_ELEMENTS (listed); j++)
        {
          add_lone_row (table, change, _ ("Before"), listed[j],
                        change->moves[listed[j]][CRIT_STATUS_NONE]);
          add_lone_row (table, change, _ ("Now"), listed[j],
                        change->moves[CRIT_STATUS_NONE][listed[j]]);
        }
    }
  if (table->rows->len > 0)
    g_ptr_array_add (tables, table);
  else
    crit_audit_table_free (table);
}

/**
 * crit_audit_add_changes:
 * @tables: (element-type CritAuditTable): where to add tables
 * @tally: a tally under two versions of rules
 *
 * Says what is another status under the other rules: how many, from what to what, and why.
 */
void
crit_audit_add_changes (GPtrArray *tables, const CritTally *tally)
{
  g_autoptr (GPtrArray) reasons = crit_tally_dup_reasons (tally);

  add_overview (tables, tally);
  for (guint i = 0; i < tally->changes->len; i++)
    {
      const CritTalliedChange *change = g_ptr_array_index (tally->changes, i);

      if (count_moved (change) == 0)
        continue;
      add_matrix (tables, change);
      add_reasons (tables, reasons, i);
    }
  add_lone (tables, tally);
}
