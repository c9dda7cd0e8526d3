/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary.h"

#include "summary/crit-html.h"
#include "summary/crit-mark-shape.h"
#include "summary/crit-timeline-shape.h"

#include <glib/gi18n-lib.h>

/* What a timeline is drawn on, before the browser scales it. */
#define TIMELINE_WIDTH 360.0
#define TIMELINE_HEIGHT 14.0

/* A cell of so many characters, such as a date, is not broken. */
#define LONGEST_SHORT 16

/**
 * Container:
 *
 * The element that is open around blocks of a kind.
 */
typedef enum
{
  CONTAINER_NONE,
  CONTAINER_FACTS,
  CONTAINER_CRITERIA,
  CONTAINER_PAIRS,
  CONTAINER_ENTRIES,
  CONTAINER_TIMELINE,
  CONTAINER_SOURCES,
} Container;

static const struct
{
  const char *start;
  const char *end;
} containers[] = {
  [CONTAINER_NONE] = { "", "" },
  [CONTAINER_FACTS] = { "<table class=\"facts\">\n", "</table>\n" },
  [CONTAINER_CRITERIA] = { "<ul class=\"criteria\">\n", "</ul>\n" },
  [CONTAINER_PAIRS] = { "<table>\n", "</table>\n" },
  [CONTAINER_ENTRIES] = { "<table class=\"entries\">\n", "</tbody></table>\n" },
  [CONTAINER_TIMELINE] = { "<ul class=\"timeline\">\n", "</ul>\n" },
  [CONTAINER_SOURCES] = { "<ol class=\"sources\">\n", "</ol>\n" },
};

static const char *
get_name (CritBlockKind target)
{
  return target == CRIT_BLOCK_SOURCE ? "source" : "answer";
}

/* Where what is in brackets around the first link starts; @text where it is in none. */
static const char *
find_bracket (const char *text, GArray *links)
{
  const CritLink *first = &g_array_index (links, CritLink, 0);
  const char *bracket = g_strrstr_len (text, first->start, "(");

  return bracket != NULL ? bracket : text;
}

static void
append_links (GString *out, const char *text, gsize done, GArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CritLink *link = &g_array_index (links, CritLink, i);

      crit_html_append_part (out, text + done, link->start - done);
      g_string_append_printf (out, "<a href=\"#%s-%u\">", get_name (link->target), link->number);
      crit_html_append_part (out, text + link->start, link->end - link->start);
      g_string_append (out, "</a>");
      done = link->end;
    }
  crit_html_append_text (out, text + done);
}

/* The numbers after a reason stay together. */
static void
append_linked (GString *out, const char *tag, const char *class, const char *text, GArray *links)
{
  const char *bracket = NULL;

  if (links->len == 0)
    {
      crit_html_append_element (out, tag, class, text);
      return;
    }
  bracket = find_bracket (text, links);
  crit_html_begin_element (out, tag, class, text);
  crit_html_append_part (out, text, bracket - text);
  g_string_append (out, "<span class=\"held\" dir=\"auto\">");
  append_links (out, text, bracket - text, links);
  g_string_append (out, "</span>");
  crit_html_end_element (out, tag);
}

static void
append_criterion (GString *out, const CritBlock *block)
{
  g_string_append (out, "<li>");
  if (block->kind == CRIT_BLOCK_STATUS)
    {
      g_string_append (out, "<p class=\"status\">");
      crit_mark_append_svg (out, block->status);
      crit_html_append_text (out, block->label);
      g_string_append (out, "</p>\n<div>");
    }
  else
    g_string_append (out, "<div class=\"plain\">");
  crit_html_append_element (out, "p", NULL, block->text);
  append_linked (out, "p", "detail", block->detail, block->detail_links);
  g_string_append (out, "</div>\n");
  append_linked (out, "p", "aside", block->aside, block->aside_links);
  g_string_append (out, "</li>\n");
}

static void
append_label (GString *out, const CritBlock *block)
{
  gboolean leads = block->kind == CRIT_BLOCK_OPEN;

  g_string_append (out, "<th scope=\"row\">");
  if (leads)
    g_string_append_printf (out, "<a href=\"#answer-%u\">", block->number);
  else if (block->number > 0)
    g_string_append_printf (out, "<span class=\"number\">%u.</span>", block->number);
  crit_html_append_element (out, "span", NULL, block->label);
  g_string_append (out, leads ? "</a></th>\n" : "</th>\n");
}

/* A label and what belongs to it. What is open leads to its answer; an answer can be led to. */
static void
append_pair (GString *out, const CritBlock *block)
{
  g_string_append (out, "<tr");
  if (block->kind == CRIT_BLOCK_ANSWER && block->number > 0)
    g_string_append_printf (out, " id=\"answer-%u\"", block->number);
  g_string_append (out, block->level > 1 ? " class=\"field\">" : ">");
  append_label (out, block);
  g_string_append (out, "<td>");
  crit_html_append_element (out, "p", NULL, block->text);
  crit_html_append_element (out, "p", "detail", block->detail);
  g_string_append (out, "</td></tr>\n");
}

static void
append_entries_head (GString *out, const CritBlock *block)
{
  g_string_append (out, "<caption><span class=\"unseen\">");
  crit_html_append_text (out, block->label);
  g_string_append (out, "</span></caption>\n<thead><tr><th scope=\"col\">");
  crit_html_append_text (out, crit_block_get_number_head ());
  g_string_append (out, "</th>\n");
  for (guint i = 0; i < block->columns->len; i++)
    {
      g_string_append (out, "<th scope=\"col\"><span dir=\"auto\">");
      crit_html_append_breakable (out, block->columns->pdata[i]);
      g_string_append (out, "</span></th>\n");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
}

/* Where there is no room for columns, each answer stands beside its question. */
static void
append_entry (GString *out, const CritBlock *block)
{
  g_string_append_printf (
      out, "<tr><th scope=\"row\"><span class=\"wide\">%u</span><span class=\"narrow\">",
      block->number);
  crit_html_append_text (out, block->label);
  g_string_append (out, "</span></th>\n");
  for (guint i = 0; i < block->cells->len; i++)
    {
      gboolean is_short = g_utf8_strlen (block->cells->pdata[i], -1) <= LONGEST_SHORT;

      g_string_append (out, is_short ? "<td class=\"short\">" : "<td>");
      crit_html_append_element (out, "span", "narrow", block->columns->pdata[i]);
      crit_html_append_element (out, "p", NULL, block->cells->pdata[i]);
      g_string_append (out, "</td>\n");
    }
  g_string_append (out, "</tr>\n");
  if (block->detail == NULL)
    return;
  g_string_append_printf (out, "<tr class=\"remark\"><td></td><td colspan=\"%u\">",
                          block->cells->len);
  crit_html_append_element (out, "p", "detail", block->detail);
  g_string_append (out, "</td></tr>\n");
}

static void
append_source (GString *out, const CritBlock *block)
{
  g_string_append_printf (out, "<li id=\"source-%u\">", block->number);
  crit_html_append_element (out, "span", NULL, block->label);
  crit_html_append_element (out, "span", NULL, block->text);
  crit_html_append_element (out, "p", "detail", block->detail);
  g_string_append (out, "</li>\n");
}

/* Years or months, each above its line in the rows. */
static void
append_timeline (GString *out, const CritBlock *block)
{
  const GArray *ticks = block->timeline->ticks;

  crit_html_append_element (out, "p", "detail", block->text);
  g_string_append (out, "<p class=\"ticks\" aria-hidden=\"true\">");
  for (guint i = 0; i < ticks->len; i++)
    {
      const CritTimelineTick *tick = &g_array_index (ticks, CritTimelineTick, i);
      double x = crit_timeline_place (tick->x, TIMELINE_WIDTH, TIMELINE_HEIGHT) / TIMELINE_WIDTH;
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (buffer, sizeof buffer, "%.1f", 100 * x);
      g_string_append_printf (out, "<span style=\"inset-inline-start: %s%%\">", buffer);
      crit_html_append_text (out, tick->label);
      g_string_append (out, "</span>");
    }
  g_string_append (out, "</p>\n");
}

static void
append_shape (GString *out, const char *class, GArray *shape)
{
  crit_shape_append_svg (out, class, TIMELINE_WIDTH, TIMELINE_HEIGHT,
                         (const CritShapeStep *) (gpointer) shape->data, shape->len);
}

static void
append_timeline_row (GString *out, const CritBlock *block)
{
  const CritTimelineRow *row = crit_timeline_get_row (block->timeline, block->row);
  g_autoptr (GArray) grid = NULL;
  g_autoptr (GArray) bar = NULL;

  g_string_append (out, "<li>");
  crit_html_append_element (out, "p", NULL, block->label);
  crit_html_append_element (out, "p", "detail", block->text);
  if (row->drawn)
    {
      grid = crit_timeline_new_grid (block->timeline, TIMELINE_WIDTH, TIMELINE_HEIGHT);
      bar = crit_timeline_bar_new_shape (&row->bar, TIMELINE_WIDTH, TIMELINE_HEIGHT);
      g_string_append (out, "<div class=\"bar\">");
      append_shape (out, "grid", grid);
      append_shape (out, "trial", bar);
      g_string_append (out, "</div>");
    }
  g_string_append (out, "</li>\n");
}

static void
append_signature (GString *out, const CritBlock *block)
{
  g_string_append (out, "<p class=\"signature\">");
  crit_html_append_text (out, block->label);
  g_string_append (out, "</p>\n");
}

static void
append_heading (GString *out, const CritBlock *block, guint number)
{
  g_string_append_printf (out, "<h2 dir=\"auto\" id=\"part-%u\">", number);
  crit_html_append_text (out, block->text);
  g_string_append (out, "</h2>\n");
}

static Container
get_container (const CritBlock *block)
{
  switch (block->kind)
    {
    case CRIT_BLOCK_FACT:
      return CONTAINER_FACTS;
    case CRIT_BLOCK_STATUS:
    case CRIT_BLOCK_NOTE:
      return CONTAINER_CRITERIA;
    case CRIT_BLOCK_OPEN:
      return CONTAINER_PAIRS;
    case CRIT_BLOCK_ANSWER:
      return block->text != NULL ? CONTAINER_PAIRS : CONTAINER_NONE;
    case CRIT_BLOCK_TABLE:
    case CRIT_BLOCK_TABLE_ROW:
      return CONTAINER_ENTRIES;
    case CRIT_BLOCK_TIMELINE_ROW:
      return CONTAINER_TIMELINE;
    case CRIT_BLOCK_SOURCE:
      return CONTAINER_SOURCES;
    default:
      return CONTAINER_NONE;
    }
}

static void
append_block (GString *out, const CritBlock *block, guint number)
{
  switch (block->kind)
    {
    case CRIT_BLOCK_TITLE:
      crit_html_append_element (out, "h1", NULL, block->text);
      break;
    case CRIT_BLOCK_HEADING:
      append_heading (out, block, number);
      break;
    case CRIT_BLOCK_SUBHEADING:
      crit_html_append_element (out, "h3", NULL, block->text);
      break;
    case CRIT_BLOCK_NOTICE:
    case CRIT_BLOCK_PARAGRAPH:
      crit_html_append_element (out, "p", NULL, block->text);
      break;
    case CRIT_BLOCK_STATUS:
    case CRIT_BLOCK_NOTE:
      append_criterion (out, block);
      break;
    case CRIT_BLOCK_ANSWER:
      if (block->text == NULL)
        crit_html_append_element (out, "h4", NULL, block->label);
      else
        append_pair (out, block);
      break;
    case CRIT_BLOCK_OPEN:
    case CRIT_BLOCK_FACT:
      append_pair (out, block);
      break;
    case CRIT_BLOCK_TABLE:
      append_entries_head (out, block);
      break;
    case CRIT_BLOCK_TABLE_ROW:
      append_entry (out, block);
      break;
    case CRIT_BLOCK_TIMELINE:
      append_timeline (out, block);
      break;
    case CRIT_BLOCK_TIMELINE_ROW:
      append_timeline_row (out, block);
      break;
    case CRIT_BLOCK_SOURCE:
      append_source (out, block);
      break;
    case CRIT_BLOCK_SIGNATURE:
      append_signature (out, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_blocks (GString *out, const CritSummary *self)
{
  Container container = CONTAINER_NONE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CritBlock *block = self->blocks->pdata[i];
      Container wanted = get_container (block);

      if (wanted != container)
        {
          g_string_append (out, containers[container].end);
          g_string_append (out, containers[wanted].start);
        }
      container = wanted;
      append_block (out, block, i);
    }
  g_string_append (out, containers[container].end);
}

static void
append_contents (GString *out, const CritSummary *self)
{
  g_string_append (out, "<nav aria-label=\"");
  crit_html_append_text (out, _ ("Contents"));
  g_string_append (out, "\">\n<ul>\n");
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CritBlock *block = self->blocks->pdata[i];

      if (block->kind != CRIT_BLOCK_HEADING)
        continue;
      g_string_append_printf (out, "<li><a href=\"#part-%u\">", i);
      crit_html_append_text (out, block->text);
      g_string_append (out, "</a></li>\n");
    }
  g_string_append (out, "</ul>\n</nav>\n");
}

/**
 * crit_summary_to_html:
 * @self: a summary
 *
 * Renders a summary as one HTML file that holds all it needs: no script, nothing from elsewhere. It can be read on a
 * phone, by a screen reader and in the dark, and a browser prints it with its head and foot on every page.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line feed
 */
char *
crit_summary_to_html (const CritSummary *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  crit_html_begin_page (
      out, &(CritHtmlPage){ self->language, self->mirrored, self->heading, self->identity, NULL });
  append_contents (out, self);
  append_blocks (out, self);
  crit_html_end_page (out, self->footer);
  return g_string_free (out, FALSE);
}
