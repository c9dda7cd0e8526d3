/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"
#include "summary/crit-block.h"

G_BEGIN_DECLS

/**
 * CritSummary:
 * @title: title of the rules file
 * @heading: what the page is: "Checklist summary"
 * @identity: whose it is: reference and record date; with @heading at the head of each page
 * @footer: of char: the lines at the foot of each page, the not-a-decision line first; the page room adds "page n of m"
 * @blocks: of #CritBlock: the content in reading order
 * @language: BCP 47 tag of the language of the rules file; that of this program where the file does not say
 * @mirrored: whether a page is read from the right, by its language or its title: columns stand the other way round then
 * @made_at: seconds since 1970, UTC
 *
 * A screening as a document: blocks in reading order, and what stands on every page. Immutable.
 */
typedef struct
{
  char *title;
  char *heading;
  char *identity;
  GPtrArray *footer;
  GPtrArray *blocks;
  char *language;
  gboolean mirrored;
  gint64 made_at;
} CritSummary;

CritSummary *crit_summary_new (CritRecord *record, CritScreening *screening, gint64 made_at);
void crit_summary_free (CritSummary *self);
gint64 crit_summary_now (void);
char *crit_summary_dup_short_digest (const char *digest);
char *crit_summary_to_text (const CritSummary *self, guint width);
char *crit_summary_to_html (const CritSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritSummary, crit_summary_free)

G_END_DECLS
