/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/crit-audit-chart.h"

#include "crit-audit-resources.h"
#include "summary/crit-html.h"

#include <glib/gi18n-lib.h>

/* A page that is being made. */
typedef struct
{
  const CritAuditReport *report;
  GString *out;
} Page;

static void
append_facts (Page *self)
{
  g_string_append (self->out, "<table class=\"facts\">\n");
  for (guint i = 0; i < self->report->facts->len; i++)
    {
      const CritAuditFact *fact = g_ptr_array_index (self->report->facts, i);

      g_string_append (self->out, "<tr><th scope=\"row\">");
      crit_html_append_element (self->out, "span", NULL, fact->label);
      g_string_append (self->out, "</th>\n<td>");
      crit_html_append_element (self->out, "p", NULL, fact->text);
      g_string_append (self->out, "</td></tr>\n");
    }
  g_string_append (self->out, "</table>\n");
}

static void
append_contents (Page *self)
{
  g_string_append (self->out, "<nav aria-label=\"");
  crit_html_append_text (self->out, _ ("Contents"));
  g_string_append (self->out, "\">\n<ul>\n");
  for (guint i = 0; i < self->report->tables->len; i++)
    {
      const CritAuditTable *table = g_ptr_array_index (self->report->tables, i);

      if (table->level > 2)
        continue;
      g_string_append_printf (self->out, "<li><a href=\"#part-%u\">", i);
      crit_html_append_text (self->out, table->title);
      g_string_append (self->out, "</a></li>\n");
    }
  g_string_append (self->out, "</ul>\n</nav>\n");
}

/* Roles are named again, since a narrow page lays a table out as something else. */
static void
append_headings (Page *self, const CritAuditTable *table)
{
  g_string_append (self->out, "<thead role=\"rowgroup\">\n<tr role=\"row\">");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const CritAuditColumn *column = crit_audit_table_get_column (table, i);

      g_string_append_printf (self->out, "<th role=\"columnheader\" scope=\"col\"%s>",
                              column->is_count ? " class=\"count\"" : "");
      crit_html_append_text (self->out, column->heading);
      g_string_append (self->out, "</th>");
    }
  g_string_append (self->out, "</tr>\n</thead>\n");
}

static void
append_count (Page *self, const CritAuditTable *table, const CritAuditCell *cell)
{
  crit_html_append_text (self->out, cell->text);
  if (!table->is_drawn || cell->share == NULL)
    return;
  g_string_append (self->out, " <span class=\"share\">");
  crit_html_append_text (self->out, cell->share);
  g_string_append (self->out, "</span>");
}

/* Where a page is narrow, the heading of a cell stands in it. */
static void
append_cell (Page *self, const CritAuditTable *table, const CritAuditCell *cell, guint index)
{
  const CritAuditColumn *column = crit_audit_table_get_column (table, index);

  g_string_append_printf (self->out, "<td role=\"cell\"%s data-heading=\"",
                          column->is_count ? " class=\"count\"" : "");
  crit_html_append_text (self->out, column->heading);
  g_string_append (self->out, "\">");
  if (column->is_count)
    append_count (self, table, cell);
  else
    crit_html_append_element (self->out, "span", NULL, cell->text);
  g_string_append (self->out, "</td>\n");
}

static void
append_row (Page *self, const CritAuditTable *table, const CritAuditRow *row)
{
  g_string_append (self->out, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">");
  crit_html_append_element (self->out, "span", NULL, crit_audit_row_get_cell (row, 0)->text);
  g_string_append (self->out, "</th>\n");
  for (guint i = 1; i < table->columns->len; i++)
    append_cell (self, table, crit_audit_row_get_cell (row, i), i);
  g_string_append (self->out, "</tr>\n");
}

static void
append_rows (Page *self, const CritAuditTable *table, guint index)
{
  if (table->rows->len == 0)
    return;
  g_string_append_printf (self->out,
                          "<table class=\"counts\" role=\"table\" "
                          "aria-labelledby=\"part-%u\">\n",
                          index);
  append_headings (self, table);
  g_string_append (self->out, "<tbody role=\"rowgroup\">\n");
  for (guint i = 0; i < table->rows->len; i++)
    append_row (self, table, crit_audit_table_get_row (table, i));
  g_string_append (self->out, "</tbody>\n</table>\n");
}

/* What comes before the table is kept together on paper. */
static void
append_table (Page *self, const CritAuditTable *table, guint index)
{
  g_string_append_printf (self->out, "<div class=\"beginning\">\n<h%u dir=\"auto\" id=\"part-%u\">",
                          table->level, index);
  crit_html_append_text (self->out, table->title);
  g_string_append_printf (self->out, "</h%u>\n", table->level);
  crit_html_append_element (self->out, "p", NULL, table->about);
  if (table->is_drawn && table->rows->len > 0 && self->report->n_records > 0)
    crit_audit_append_chart (self->out, table, index, self->report->n_records);
  g_string_append (self->out, "</div>\n");
  append_rows (self, table, index);
}

static GPtrArray *
new_footer (const CritAuditReport *report)
{
  GPtrArray *footer = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (footer, g_strdup (report->notice));
  for (guint i = 0; i < report->rules_lines->len; i++)
    g_ptr_array_add (footer, g_strdup (report->rules_lines->pdata[i]));
  g_ptr_array_add (footer, g_strdup ("Criteria " VERSION));
  return footer;
}

static void
begin_page (Page *self, GBytes *style)
{
  const CritAuditReport *report = self->report;
  const CritAuditNumbers numbers = { .least = 0 };
  g_autofree char *number = crit_audit_numbers_dup_text (&numbers, report->n_records);
  g_autofree char *identity = g_strdup_printf (
      /* Translators: %s is a number. */
      g_dngettext (GETTEXT_PACKAGE, "%s record", "%s records", report->n_records), number);

  crit_html_begin_page (self->out, &(CritHtmlPage){ report->language, report->mirrored,
                                                    report->heading, identity, style });
}

/**
 * crit_audit_report_to_html:
 * @self: a report
 *
 * Renders a report as one HTML file that holds all it needs: no script, nothing from elsewhere. Each chart is a picture with
 * a name for screen readers, and a table with the same numbers.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line feed
 */
char *
crit_audit_report_to_html (const CritAuditReport *self)
{
  g_autoptr (GBytes) style =
      g_resource_lookup_data (crit_audit_get_resource (), "/criteria/audit/audit.css", 0, NULL);
  Page page = { .report = self };
  g_autoptr (GPtrArray) footer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  footer = new_footer (self);
  page.out = g_string_new (NULL);
  begin_page (&page, style);
  crit_html_append_element (page.out, "h1", NULL, self->title);
  crit_html_append_element (page.out, "p", NULL, self->notice);
  append_facts (&page);
  append_contents (&page);
  crit_audit_append_patterns (page.out);
  for (guint i = 0; i < self->tables->len; i++)
    append_table (&page, self->tables->pdata[i], i);
  crit_html_end_page (page.out, footer);
  return g_string_free (page.out, FALSE);
}
