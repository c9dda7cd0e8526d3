/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-audit-table.h"

#include "summary/crit-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GAP 2
#define INDENT 2
#define NARROWEST_TEXT 16

static const char *
get_text (const CritAuditTable *table, guint row, guint column)
{
  return crit_audit_row_get_cell (crit_audit_table_get_row (table, row), column)->text;
}

static guint
get_longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, crit_lines_get_width (words[i]));
  return longest;
}

/* What a column of numbers takes at least, and one of texts at most. */
static guint
get_wish (const CritAuditTable *table, guint column)
{
  const CritAuditColumn *heading = crit_audit_table_get_column (table, column);
  guint wish = heading->is_count ? get_longest_word (heading->heading)
                                 : crit_lines_get_width (heading->heading);

  for (guint row = 0; row < table->rows->len; row++)
    {
      g_auto (GStrv) lines = g_strsplit (get_text (table, row, column), "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        wish = MAX (wish, crit_lines_get_width (lines[i]));
    }
  return wish;
}

/* Gives the texts that need less than their share what they need, and so more to the others. */
static void
share_out (const CritAuditTable *table, guint *widths, const guint *wishes, guint left)
{
  guint n_left = 0, share = 0;
  gboolean given = TRUE;

  for (guint column = 0; column < table->columns->len; column++)
    n_left += widths[column] == 0;
  while (given && n_left > 0)
    {
      given = FALSE;
      share = left / n_left;
      for (guint column = 0; column < table->columns->len; column++)
        if (widths[column] == 0 && wishes[column] <= share)
          {
            widths[column] = MAX (wishes[column], 1);
            left -= MIN (left, widths[column]);
            n_left--;
            given = TRUE;
          }
    }
  for (guint column = 0; column < table->columns->len; column++)
    if (widths[column] == 0)
      widths[column] = MAX (share, NARROWEST_TEXT);
}

/* Numbers take as much as they need, and texts share what is left. */
static guint *
lay_out (const CritAuditTable *table, guint width)
{
  guint *widths = g_new0 (guint, table->columns->len);
  g_autofree guint *wishes = g_new0 (guint, table->columns->len);
  guint left = width;

  for (guint column = 0; column < table->columns->len; column++)
    {
      wishes[column] = get_wish (table, column);
      widths[column] =
          crit_audit_table_get_column (table, column)->is_count ? MAX (wishes[column], 1) : 0;
      left -= MIN (left, widths[column] + (column > 0 ? GAP : 0));
    }
  share_out (table, widths, wishes, left);
  return widths;
}

/* What goes on in another line is moved in, so that one sees where the next row begins. */
static GStrv
wrap (const char *text, guint width, guint indent)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GStrv lines = NULL;

  crit_lines_append (out, text, 0, crit_lines_get_width (text) > width ? width - indent : width);
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);
  lines = g_strsplit (out->str, "\n", -1);
  for (guint i = 1; i < g_strv_length (lines); i++)
    {
      g_autofree char *line = g_steal_pointer (&lines[i]);

      lines[i] = g_strdup_printf ("%*s%s", (int) indent, "", line);
    }
  return lines;
}

static void
append_padded (GString *line, const char *text, guint width, gboolean to_the_right)
{
  const guint used = crit_lines_get_width (text);
  const int blanks = (int) (width - MIN (width, used));

  if (to_the_right)
    g_string_append_printf (line, "%*s%s", blanks, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, blanks, "");
}

/* One row of @texts, as many lines high as the highest cell. Where a row is aligned to its last line, the headings stand
   right above their numbers. */
static void
append_row (GString *out,
            const CritAuditTable *table,
            const guint *widths,
            char **texts,
            gboolean to_bottom)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint height = 1;

  for (guint column = 0; column < table->columns->len; column++)
    {
      GStrv lines = wrap (texts[column], widths[column], column == 0 && !to_bottom ? INDENT : 0);

      g_ptr_array_add (cells, lines);
      height = MAX (height, g_strv_length (lines));
    }
  for (guint y = 0; y < height; y++)
    {
      const gsize start = out->len;

      for (guint column = 0; column < table->columns->len; column++)
        {
          GStrv lines = g_ptr_array_index (cells, column);
          const guint n = g_strv_length (lines), skipped = to_bottom ? height - n : 0;
          const gboolean has_line = y >= skipped && y - skipped < n;

          if (column > 0)
            g_string_append_printf (out, "%*s", GAP, "");
          append_padded (out, has_line ? lines[y - skipped] : "", widths[column],
                         crit_audit_table_get_column (table, column)->is_count);
        }
      while (out->len > start && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }
}

static void
append_headings (GString *out, const CritAuditTable *table, const guint *widths)
{
  g_auto (GStrv) texts = g_new0 (char *, table->columns->len + 1);
  guint total = 0;

  for (guint column = 0; column < table->columns->len; column++)
    {
      texts[column] = g_strdup (crit_audit_table_get_column (table, column)->heading);
      total += widths[column] + (column > 0 ? GAP : 0);
    }
  append_row (out, table, widths, texts, TRUE);
  for (guint i = 0; i < total; i++)
    g_string_append_c (out, '-');
  g_string_append_c (out, '\n');
}

static void
append_table (GString *out, const CritAuditTable *table, guint width)
{
  g_autofree guint *widths = NULL;

  if (table->rows->len == 0)
    return;
  widths = lay_out (table, width);
  append_headings (out, table, widths);
  for (guint row = 0; row < table->rows->len; row++)
    {
      g_auto (GStrv) texts = g_new0 (char *, table->columns->len + 1);

      for (guint column = 0; column < table->columns->len; column++)
        texts[column] = g_strdup (get_text (table, row, column));
      append_row (out, table, widths, texts, FALSE);
    }
}

static void
append_title (GString *out, const CritAuditTable *table, guint width)
{
  g_string_append_c (out, '\n');
  if (table->level == 2)
    crit_lines_append_underlined (out, table->title, '=', width);
  else
    crit_lines_append (out, table->title, 0, width);
  if (table->about != NULL)
    {
      crit_lines_append (out, table->about, 0, width);
      if (table->rows->len > 0)
        g_string_append_c (out, '\n');
    }
}

/**
 * crit_audit_report_to_text:
 * @self: a report
 * @width: how wide lines may be, in columns of a terminal
 *
 * Returns: (transfer full): the report as plain text with aligned tables
 */
char *
crit_audit_report_to_text (const CritAuditReport *self, guint width)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  crit_lines_append_underlined (out, self->heading, '=', width);
  crit_lines_append (out, self->notice, 0, width);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->facts->len; i++)
    {
      const CritAuditFact *fact = g_ptr_array_index (self->facts, i);
      /* Translators: %1$s is what it is, %2$s the thing itself: "Records: 12" */
      g_autofree char *line = g_strdup_printf (_ ("%1$s: %2$s"), fact->label, fact->text);

      crit_lines_append (out, line, 0, width);
    }
  for (guint i = 0; i < self->tables->len; i++)
    {
      append_title (out, self->tables->pdata[i], width);
      append_table (out, self->tables->pdata[i], width);
    }
  return g_string_free (out, FALSE);
}
