/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-html.h"

#include "crit-summary-resources.h"

#include <string.h>

/* The head of a column has room for a word of so many characters; a longer one is broken into parts. */
#define LONGEST_WORD 20
#define PART_OF_WORD 8

/**
 * crit_html_append_part:
 * @out: HTML that is being made
 * @text: (array length=length): UTF-8
 * @length: its length in bytes
 *
 * Appends a text. Whatever it says, it is shown and never obeyed.
 */
void
crit_html_append_part (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      case '\n':
        g_string_append (out, "<br>");
        break;
      default:
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      }
}

/**
 * crit_html_append_text:
 * @out: HTML that is being made
 * @text: any text
 *
 * Appends a text as crit_html_append_part() does.
 */
void
crit_html_append_text (GString *out, const char *text)
{
  crit_html_append_part (out, text, strlen (text));
}

/**
 * crit_html_append_breakable:
 * @out: HTML that is being made
 * @text: any text
 *
 * Appends a text whose long words may be broken, and no other: the head of a column is as wide as its widest word.
 */
void
crit_html_append_breakable (GString *out, const char *text)
{
  for (const char *word = text; *word != '\0';)
    {
      gsize length = strcspn (word, " \n");
      gboolean is_long = g_utf8_strlen (word, length) > LONGEST_WORD;
      const char *end = word + length;

      while (is_long && g_utf8_strlen (word, end - word) > PART_OF_WORD)
        {
          const char *next = g_utf8_offset_to_pointer (word, PART_OF_WORD);

          crit_html_append_part (out, word, next - word);
          g_string_append (out, "<wbr>");
          word = next;
        }
      end += *end != '\0' ? 1 : 0;
      crit_html_append_part (out, word, end - word);
      word = end;
    }
}

/**
 * crit_html_begin_element:
 * @out: HTML that is being made
 * @tag: its name
 * @class: (nullable): its class
 * @text: (nullable): what is to stand in it
 *
 * Begins an element. A text knows by itself on which side it starts, whatever the page around it does.
 *
 * Returns: FALSE, and nothing is begun, where there is no text
 */
gboolean
crit_html_begin_element (GString *out, const char *tag, const char *class, const char *text)
{
  if (text == NULL || *text == '\0')
    return FALSE;
  g_string_append_printf (out, "<%s dir=\"auto\"", tag);
  if (class != NULL)
    g_string_append_printf (out, " class=\"%s\"", class);
  g_string_append_c (out, '>');
  return TRUE;
}

/**
 * crit_html_end_element:
 * @out: HTML that is being made
 * @tag: the name of the element that is open
 *
 * Ends an element.
 */
void
crit_html_end_element (GString *out, const char *tag)
{
  g_string_append_printf (out, "</%s>\n", tag);
}

static void
append_line (GString *out, const char *tag, const char *class, const char *text)
{
  if (!crit_html_begin_element (out, tag, class, text))
    return;
  crit_html_append_text (out, text);
  crit_html_end_element (out, tag);
}

/**
 * crit_html_append_element:
 * @out: HTML that is being made
 * @tag: its name
 * @class: (nullable): its class
 * @text: (nullable): what stands in it; nothing is appended where there is none
 *
 * Appends an element with a text. A paragraph of many lines becomes as many, each of which has a side of its own to start at.
 */
void
crit_html_append_element (GString *out, const char *tag, const char *class, const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL || strchr (text, '\n') == NULL || !g_str_equal (tag, "p"))
    {
      append_line (out, tag, class, text);
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    append_line (out, tag, class, *lines[i] != '\0' ? lines[i] : "\n");
}

static void
append_style (GString *out, GBytes *style)
{
  if (style != NULL)
    g_string_append_len (out, g_bytes_get_data (style, NULL), (gssize) g_bytes_get_size (style));
}

/* No script can run and nothing can be fetched, whatever a text says. */
static void
append_head (GString *out, const CritHtmlPage *page)
{
  g_autoptr (GBytes) style = g_resource_lookup_data (crit_summary_get_resource (),
                                                     "/criteria/summary/summary.css", 0, NULL);

  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"");
  crit_html_append_text (out, page->language != NULL ? page->language : "en-GB");
  g_string_append_printf (out, "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          page->mirrored ? "rtl" : "ltr");
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" "
                        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
  crit_html_append_text (out, page->heading);
  g_string_append (out, " · ");
  crit_html_append_text (out, page->identity);
  g_string_append (out, "</title>\n<style>\n");
  append_style (out, style);
  append_style (out, page->style);
  g_string_append (out, "</style>\n</head>\n");
}

/**
 * crit_html_begin_page:
 * @out: HTML that is being made
 * @page: what stands at its head
 *
 * Begins a file that holds all it needs, up to where its content goes.
 */
void
crit_html_begin_page (GString *out, const CritHtmlPage *page)
{
  append_head (out, page);
  g_string_append (out, "<body>\n<div class=\"page\">\n<header>\n");
  crit_html_append_element (out, "p", NULL, page->heading);
  crit_html_append_element (out, "p", NULL, page->identity);
  g_string_append (out, "</header>\n<main>\n");
}

/**
 * crit_html_end_page:
 * @out: HTML that is being made
 * @footer: (element-type utf8): the lines at its foot
 *
 * Ends what crit_html_begin_page() began.
 */
void
crit_html_end_page (GString *out, GPtrArray *footer)
{
  g_string_append (out, "</main>\n<footer>\n");
  for (guint i = 0; i < footer->len; i++)
    crit_html_append_element (out, "p", NULL, footer->pdata[i]);
  g_string_append (out, "</footer>\n</div>\n</body>\n</html>\n");
}
