/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-audit-chart.h"

#include "summary/crit-html.h"

#include <glib/gi18n-lib.h>

/* Heights in ems of the chart's own text, so that it grows with the text: a name, a bar under it, and a gap. */
#define NAME_BASELINE 1.0
#define BAR_TOP 1.35
#define BAR_HEIGHT 1.0
#define ROW_HEIGHT 3.0
#define AXIS_HEIGHT 2.2

/* Lines at a quarter, a half and so on. */
#define N_TICKS 5

/* A picture does not break across pages: more bars than this are several pictures. Beyond the second number only the table
   goes on. */
#define BARS_OF_A_PICTURE 16
#define MOST_BARS 512

static void
append_attribute (GString *out, const char *name, double value, const char *unit)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%s%s\"", name,
                          g_ascii_formatd (buffer, sizeof buffer, "%.6g", value), unit);
}

/* A status is told apart by its pattern alone. Each name stands for a pattern of the same name, but "solid" and "empty". */
static const char *
get_pattern (CritStatus status)
{
  switch (status)
    {
    case CRIT_STATUS_MET:
    case CRIT_STATUS_PRESENT:
      return "solid";
    case CRIT_STATUS_NOT_MET:
    case CRIT_STATUS_ABSENT:
      return "striped";
    case CRIT_STATUS_UNKNOWN:
      return "dotted";
    default:
      return "empty";
    }
}

/**
 * crit_audit_append_patterns:
 * @out: HTML that is being made
 *
 * Appends the patterns that all charts of a page are filled with.
 */
void
crit_audit_append_patterns (GString *out)
{
  g_string_append (out,
                   "<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n"
                   "<pattern id=\"striped\" width=\"6\" height=\"6\" "
                   "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                   "<rect class=\"ink\" width=\"2.5\" height=\"6\"/></pattern>\n"
                   "<pattern id=\"dotted\" width=\"6\" height=\"6\" "
                   "patternUnits=\"userSpaceOnUse\">"
                   "<circle class=\"ink\" cx=\"1.5\" cy=\"1.5\" r=\"1.1\"/>"
                   "<circle class=\"ink\" cx=\"4.5\" cy=\"4.5\" r=\"1.1\"/></pattern>\n"
                   "</defs></svg>\n");
}

static void
append_part (GString *out, CritStatus status, double from, double width, double top)
{
  g_string_append_printf (out, "<rect class=\"%s\"", get_pattern (status));
  append_attribute (out, "x", from, "%");
  append_attribute (out, "y", top, "em");
  append_attribute (out, "width", width, "%");
  append_attribute (out, "height", BAR_HEIGHT, "em");
  g_string_append (out, "/>");
}

static void
append_word (GString *out, const char *class, double x, double y, const char *text)
{
  g_string_append_printf (out, "<text class=\"%s\"", class);
  append_attribute (out, "x", x, "%");
  append_attribute (out, "y", y, "em");
  g_string_append_c (out, '>');
  crit_html_append_text (out, text);
  g_string_append (out, "</text>");
}

/* Beside the name stands the number that sums the row up: the only one, or the last one where that is not drawn. */
static void
append_value (GString *out, const CritAuditTable *table, const CritAuditRow *row, double top)
{
  const guint last = table->columns->len - 1;
  const CritAuditColumn *column = crit_audit_table_get_column (table, last);
  const char *number = crit_audit_row_get_cell (row, last)->text;
  g_autofree char *words = NULL;

  if (table->columns->len > 2 && column->status != CRIT_STATUS_NONE)
    return;
  if (table->columns->len > 2)
    /* Translators: beside a bar: %1$s is the heading of a column, such as "Left", %2$s a number. */
    words = g_strdup_printf (_ ("%1$s: %2$s"), column->heading, number);
  append_word (out, "end", 100, top + NAME_BASELINE, words != NULL ? words : number);
}

static void
append_bar (GString *out,
            const CritAuditTable *table,
            const CritAuditRow *row,
            double top,
            guint64 n_records)
{
  guint64 done = 0;

  append_word (out, "start", 0, top + NAME_BASELINE, row->label);
  append_value (out, table, row, top);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const CritAuditColumn *column = crit_audit_table_get_column (table, i);
      const guint64 count = MIN (crit_audit_row_get_cell (row, i)->count, n_records - done);

      if (!column->is_count || column->status == CRIT_STATUS_NONE || count == 0)
        continue;
      append_part (out, column->status, 100.0 * (double) done / (double) n_records,
                   100.0 * (double) count / (double) n_records, top + BAR_TOP);
      done += count;
    }
  g_string_append_c (out, '\n');
}

static void
append_axis (GString *out, double bottom)
{
  static const char *const anchors[N_TICKS] = { "start", "middle", "middle", "middle", "end" };

  for (guint i = 0; i < N_TICKS; i++)
    {
      const double x = 100.0 * i / (N_TICKS - 1);
      /* Translators: a share in per cent. */
      g_autofree char *share = g_strdup_printf (_ ("%d%%"), (int) x);

      g_string_append (out, "<line class=\"grid\"");
      append_attribute (out, "x1", x, "%");
      append_attribute (out, "x2", x, "%");
      append_attribute (out, "y1", BAR_TOP, "em");
      append_attribute (out, "y2", bottom, "em");
      g_string_append (out, "/>");
      append_word (out, anchors[i], x, bottom + 1.2, share);
    }
  g_string_append_c (out, '\n');
}

/* Some rows of a table that are one picture. */
typedef struct
{
  const CritAuditTable *table;
  guint first;
  guint n_bars;
  guint64 n_records;
} Picture;

static char *
dup_name (const Picture *self)
{
  if (self->n_bars == self->table->rows->len)
    return g_strdup (self->table->title);
  /* Translators: a picture that is one of several: %1$s is the title, %2$u and %3$u are the first bar and the last. */
  return g_strdup_printf (_ ("%1$s, bars %2$u to %3$u"), self->table->title, self->first + 1,
                          self->first + self->n_bars);
}

static char *
dup_about (const Picture *self)
{
  const CritAuditNumbers numbers = { .least = 0 };
  g_autofree char *all = crit_audit_numbers_dup_text (&numbers, self->n_records);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   /* Translators: %1$u is a number of bars, %2$s a number of records. */
                   "%1$u bar, as long as its share of all %2$s records. The table that follows "
                   "has the same numbers.",
                   "%1$u bars, each as long as its share of all %2$s records. The table that "
                   "follows has the same numbers.",
                   self->n_bars),
      self->n_bars, all);
}

/* A picture is named by number: its part of the page, and the first of its bars. */
static void
append_picture (GString *out, const Picture *self, guint number)
{
  const double bottom = ROW_HEIGHT * self->n_bars;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *name = dup_name (self);
  g_autofree char *about = dup_about (self);

  g_string_append (out, "<svg class=\"chart\" role=\"img\" aria-label=\"");
  crit_html_append_text (out, name);
  g_string_append_printf (
      out, "\" aria-describedby=\"chart-%u-%u\" style=\"height: %sem\">\n<title>", number,
      self->first, g_ascii_formatd (buffer, sizeof buffer, "%.1f", bottom + AXIS_HEIGHT));
  crit_html_append_text (out, name);
  g_string_append_printf (out, "</title>\n<desc id=\"chart-%u-%u\">", number, self->first);
  crit_html_append_text (out, about);
  g_string_append (out, "</desc>\n");
  append_axis (out, bottom);
  for (guint i = 0; i < self->n_bars; i++)
    append_bar (out, self->table, crit_audit_table_get_row (self->table, self->first + i),
                ROW_HEIGHT * i, self->n_records);
  g_string_append (out, "</svg>\n");
}

/* What the patterns mean; a single one needs no telling. */
static void
append_key (GString *out, const CritAuditTable *table)
{
  if (table->columns->len == 2)
    return;
  g_string_append (out, "<figcaption>\n<ul class=\"key\">\n");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const CritAuditColumn *column = crit_audit_table_get_column (table, i);

      if (!column->is_count || column->status == CRIT_STATUS_NONE)
        continue;
      g_string_append_printf (out,
                              "<li><svg aria-hidden=\"true\"><rect "
                              "class=\"%s\" width=\"100%%\" height=\"100%%\"/></svg> ",
                              get_pattern (column->status));
      crit_html_append_text (out, column->heading);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ul>\n</figcaption>\n");
}

/**
 * crit_audit_append_chart:
 * @out: HTML that is being made
 * @table: a table whose rows have labels
 * @number: which part of the page the table is
 * @n_records: how many records are the whole length of a bar
 *
 * Appends the counts of a table as bars. It takes its width from the page and its height from the text; the table has to
 * stand beside it, since it says in patterns and lengths only what that says in words and numbers.
 */
void
crit_audit_append_chart (GString *out, const CritAuditTable *table, guint number, guint64 n_records)
{
  const guint n_bars = MIN (table->rows->len, MOST_BARS);

  g_string_append (out, "<figure>\n");
  for (guint first = 0; first < n_bars; first += BARS_OF_A_PICTURE)
    append_picture (out,
                    &(Picture){ table, first, MIN (n_bars - first, BARS_OF_A_PICTURE), n_records },
                    number);
  append_key (out, table);
  g_string_append (out, "</figure>\n");
}
