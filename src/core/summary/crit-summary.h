/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"

G_BEGIN_DECLS

/**
 * CritBlockKind:
 *
 * What a summary is made of. Each renderer (text, page, later HTML) draws every kind, so all say the same.
 */
typedef enum
{
  CRIT_BLOCK_TITLE,      /* text */
  CRIT_BLOCK_NOTICE,     /* text: the not-a-decision line, and what it means */
  CRIT_BLOCK_HEADING,    /* text */
  CRIT_BLOCK_SUBHEADING, /* text */
  CRIT_BLOCK_PARAGRAPH,  /* text */
  CRIT_BLOCK_STATUS, /* status, label (the status in words), text (the criterion), detail (reason), aside ("[1,2]") */
  CRIT_BLOCK_ANSWER, /* label (question), text (answer), detail (nullable), level (1 inside an entry) */
  CRIT_BLOCK_SOURCE,    /* label ("[1]"), text, detail */
  CRIT_BLOCK_SIGNATURE, /* label: a line to write on */
} CritBlockKind;

typedef struct
{
  CritBlockKind kind;
  CritStatus status;
  guint level;
  char *label;
  char *text;
  char *detail;
  char *aside;
} CritBlock;

/**
 * CritSummary:
 * @heading: what the page is and whose: "Checklist summary"
 * @identity: reference and record date, at the head of each page
 * @footer: of char: the lines at the foot of each page, the not-a-decision line first; the page room adds "page n of m"
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
  gint64 made_at; /* seconds since 1970, UTC */
} CritSummary;

CritSummary *crit_summary_new (CritRecord *record, CritScreening *screening, gint64 made_at);
void crit_summary_free (CritSummary *self);
char *crit_summary_to_text (const CritSummary *self, guint width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritSummary, crit_summary_free)

G_END_DECLS
