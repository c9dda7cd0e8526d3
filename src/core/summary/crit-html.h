/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritHtmlPage:
 * @language: (nullable): BCP 47 tag
 * @mirrored: whether it is read from the right
 * @heading: what the page is
 * @identity: whose it is
 * @style: (nullable): more style sheet, after that of summaries
 *
 * What stands at the head of a page of HTML.
 */
typedef struct
{
  const char *language;
  gboolean mirrored;
  const char *heading;
  const char *identity;
  GBytes *style;
} CritHtmlPage;

void crit_html_append_part (GString *out, const char *text, gsize length);
void crit_html_append_text (GString *out, const char *text);
void crit_html_append_breakable (GString *out, const char *text);
gboolean
crit_html_begin_element (GString *out, const char *tag, const char *class, const char *text);
void crit_html_end_element (GString *out, const char *tag);
void crit_html_append_element (GString *out, const char *tag, const char *class, const char *text);
void crit_html_begin_page (GString *out, const CritHtmlPage *page);
void crit_html_end_page (GString *out, GPtrArray *footer);

G_END_DECLS
