/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/crit-audit-table.h"

static void
free_column (CritAuditColumn *self)
{
  g_free (self->heading);
  g_free (self);
}

static void
clear_cell (CritAuditCell *self)
{
  g_free (self->text);
  g_free (self->share);
}

static void
free_row (CritAuditRow *self)
{
  g_free (self->label);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * crit_audit_table_new:
 * @title: its heading
 * @level: of the heading
 * @about: (nullable): sentences before it
 *
 * Returns: (transfer full): a table without columns or rows
 */
CritAuditTable *
crit_audit_table_new (const char *title, guint level, const char *about)
{
  CritAuditTable *self = g_new0 (CritAuditTable, 1);

  self->title = g_strdup (title);
  self->level = level;
  self->about = g_strdup (about);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  return self;
}

/**
 * crit_audit_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
crit_audit_table_free (CritAuditTable *self)
{
  g_free (self->title);
  g_free (self->about);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
add_column (CritAuditTable *self, const char *heading, gboolean is_count, CritStatus status)
{
  CritAuditColumn *column = g_new0 (CritAuditColumn, 1);

  *column = (CritAuditColumn){ g_strdup (heading), is_count, status };
  g_ptr_array_add (self->columns, column);
}

/**
 * crit_audit_table_add_texts:
 * @self: a table
 * @heading: what the texts are
 *
 * Adds a column of texts.
 */
void
crit_audit_table_add_texts (CritAuditTable *self, const char *heading)
{
  add_column (self, heading, FALSE, CRIT_STATUS_NONE);
}

/**
 * crit_audit_table_add_counts:
 * @self: a table
 * @heading: what is counted
 * @status: as which status it is drawn, or %CRIT_STATUS_NONE
 *
 * Adds a column of numbers.
 */
void
crit_audit_table_add_counts (CritAuditTable *self, const char *heading, CritStatus status)
{
  add_column (self, heading, TRUE, status);
}

/**
 * crit_audit_table_add_row:
 * @self: a table
 * @label: (nullable): what the row is called where it is drawn
 *
 * Begins a row. Its cells have to follow, one a column.
 */
void
crit_audit_table_add_row (CritAuditTable *self, const char *label)
{
  CritAuditRow *row = g_new0 (CritAuditRow, 1);

  row->label = g_strdup (label);
  row->cells = g_array_new (FALSE, TRUE, sizeof (CritAuditCell));
  g_array_set_clear_func (row->cells, (GDestroyNotify) clear_cell);
  g_ptr_array_add (self->rows, row);
}

static void
add_cell (CritAuditTable *self, CritAuditCell cell)
{
  const CritAuditRow *row = crit_audit_table_get_row (self, self->rows->len - 1);

  g_array_append_val (row->cells, cell);
}

/**
 * crit_audit_table_add_text:
 * @self: a table with a row
 * @text: a text
 *
 * Adds a cell to the last row.
 */
void
crit_audit_table_add_text (CritAuditTable *self, const char *text)
{
  add_cell (self, (CritAuditCell){ .text = g_strdup (text) });
}

/**
 * crit_audit_table_add_count:
 * @self: a table with a row
 * @count: a number of records
 *
 * Adds a cell to the last row.
 */
void
crit_audit_table_add_count (CritAuditTable *self, guint64 count)
{
  add_cell (self, (CritAuditCell){ .count = count });
}

static void
write_cell (CritAuditCell *cell, const CritAuditNumbers *numbers)
{
  cell->text = crit_audit_numbers_dup_text (numbers, cell->count);
  cell->share = crit_audit_numbers_dup_share (numbers, cell->count);
  cell->count = crit_audit_numbers_get (numbers, cell->count);
}

/**
 * crit_audit_table_write_numbers:
 * @self: a table with all its rows
 * @numbers: how numbers are shown
 *
 * Writes the counts as they are shown. What may not be known of them is then nowhere in the table.
 */
void
crit_audit_table_write_numbers (CritAuditTable *self, const CritAuditNumbers *numbers)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->columns->len; j++)
      if (crit_audit_table_get_column (self, j)->is_count)
        write_cell (&g_array_index (crit_audit_table_get_row (self, i)->cells, CritAuditCell, j),
                    numbers);
}

/**
 * crit_audit_table_get_column:
 * @self: a table
 * @index: which column
 *
 * Returns: (transfer none): the column
 */
const CritAuditColumn *
crit_audit_table_get_column (const CritAuditTable *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

/**
 * crit_audit_table_get_row:
 * @self: a table
 * @index: which row
 *
 * Returns: (transfer none): the row
 */
const CritAuditRow *
crit_audit_table_get_row (const CritAuditTable *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

/**
 * crit_audit_row_get_cell:
 * @self: a row
 * @index: which column
 *
 * Returns: (transfer none): the cell
 */
const CritAuditCell *
crit_audit_row_get_cell (const CritAuditRow *self, guint index)
{
  return &g_array_index (self->cells, CritAuditCell, index);
}
