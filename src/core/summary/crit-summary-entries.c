/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary-private.h"

#include "record/crit-bidi.h"

#include <glib/gi18n-lib.h>

/* More columns than this have no room for their words on a page. */
#define MOST_COLUMNS 6

/* Short answers are compared down a column; texts of any length are read one below the other. */
static gboolean
is_tabular (const CritQuestion *list)
{
  for (guint i = 0; i < list->fields->len; i++)
    if (((const CritQuestion *) list->fields->pdata[i])->type == CRIT_QUESTION_TEXT)
      return FALSE;
  return list->fields->len <= MOST_COLUMNS;
}

static void
append_line (GString *lines, const char *line)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

static void
append_remark (GString *lines, const CritQuestion *field, const char *remark)
{
  /* Translators: a question in short words, and a remark on it. */
  g_autofree char *line =
      crit_bidi_fill (_ ("“%1$s”: %2$s"), crit_question_get_label (field), remark);

  append_line (lines, line);
}

static char *
finish_lines (GString *lines)
{
  return g_string_free (lines, lines->len == 0);
}

static GPtrArray *
new_columns (const CritQuestion *list)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < list->fields->len; i++)
    g_ptr_array_add (columns, g_strdup (((const CritQuestion *) list->fields->pdata[i])->text));
  return columns;
}

/* What is to be said of a question whatever the entry stands once, below the answer that says how many there are. What is
 * said of the list is so of each. */
static void
add_remarks (CritBlock *answer, const CritQuestion *list)
{
  GString *lines = g_string_new (answer->detail);

  for (guint i = 0; crit_question_get_remark (list) == NULL && i < list->fields->len; i++)
    {
      const CritQuestion *field = list->fields->pdata[i];

      if (crit_question_get_remark (field) != NULL)
        append_remark (lines, field, crit_question_get_remark (field));
    }
  g_free (answer->detail);
  answer->detail = finish_lines (lines);
}

static void
append_field_remarks (GString *lines,
                      CritRecord *record,
                      CritScreening *screening,
                      const CritPlace *place)
{
  const char *kept = crit_summary_get_kept (record, screening, place);
  const char *note = crit_record_get_note (record, place);
  g_autofree char *line =
      note != NULL ? crit_summary_dup_note (note, crit_question_get_label (place->field)) : NULL;

  if (kept != NULL)
    append_remark (lines, place->field, kept);
  if (line != NULL)
    append_line (lines, line);
}

static void
add_table_row (GPtrArray *blocks,
               CritRecord *record,
               CritScreening *screening,
               const CritPlace *entry,
               GPtrArray *columns)
{
  const CritQuestion *list = entry->question;
  g_autofree char *label = crit_place_dup_label (entry);
  const char *note = crit_record_get_note (record, entry);
  g_autofree char *note_line = note != NULL ? crit_summary_dup_note (note, NULL) : NULL;
  CritBlock *block = crit_summary_add (blocks, CRIT_BLOCK_TABLE_ROW, label, NULL);
  GString *lines = g_string_new (note_line);

  block->number = entry->entry + 1;
  block->columns = g_ptr_array_ref (columns);
  block->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < list->fields->len; i++)
    {
      CritPlace field = crit_place_of_field (list, entry->entry, list->fields->pdata[i]);

      g_ptr_array_add (block->cells, crit_summary_dup_answer (record, screening, &field));
      append_field_remarks (lines, record, screening, &field);
    }
  block->detail = finish_lines (lines);
}

static void
add_entry (GPtrArray *blocks, CritRecord *record, CritScreening *screening, const CritPlace *entry)
{
  const CritQuestion *list = entry->question;
  g_autofree char *label = crit_place_dup_label (entry);
  const char *note = crit_record_get_note (record, entry);

  crit_summary_add (blocks, CRIT_BLOCK_ANSWER, label, NULL)->level = 1;
  if (note != NULL)
    /* Translators: what a person wrote on an entry of a list stands beside it. */
    crit_summary_add (blocks, CRIT_BLOCK_ANSWER, _ ("Note"), note)->level = 2;
  for (guint i = 0; i < list->fields->len; i++)
    {
      CritPlace field = crit_place_of_field (list, entry->entry, list->fields->pdata[i]);

      crit_summary_add_answer (blocks, record, screening, &field, 2);
    }
}

static void
add_table (GPtrArray *blocks,
           CritRecord *record,
           CritScreening *screening,
           const CritQuestion *list,
           guint n_entries)
{
  g_autoptr (GPtrArray) columns = new_columns (list);

  crit_summary_add (blocks, CRIT_BLOCK_TABLE, crit_question_get_label (list), NULL)->columns =
      g_ptr_array_ref (columns);
  for (guint i = 0; i < n_entries; i++)
    {
      CritPlace entry = crit_place_of_field (list, i, NULL);

      add_table_row (blocks, record, screening, &entry, columns);
    }
}

/**
 * crit_summary_add_entries:
 * @blocks: where they go; the last one is the answer to @list
 * @record: a record
 * @screening: the screening of @record
 * @list: a list question
 * @n_entries: how many entries it has
 *
 * Adds the entries of a list: as a table, so that many can be compared on one page, or where they have too much to say for
 * its columns, one below the other.
 */
void
crit_summary_add_entries (GPtrArray *blocks,
                          CritRecord *record,
                          CritScreening *screening,
                          const CritQuestion *list,
                          guint n_entries)
{
  if (n_entries > 0 && is_tabular (list))
    {
      add_remarks (blocks->pdata[blocks->len - 1], list);
      add_table (blocks, record, screening, list, n_entries);
      return;
    }

  for (guint i = 0; i < n_entries; i++)
    {
      CritPlace entry = crit_place_of_field (list, i, NULL);

      add_entry (blocks, record, screening, &entry);
    }
}
