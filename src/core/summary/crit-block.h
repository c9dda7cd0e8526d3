/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-status.h"
#include "summary/crit-timeline.h"

G_BEGIN_DECLS

/**
 * CritBlockKind:
 *
 * What a summary is made of. Each renderer (text, HTML, page) draws every kind, so all say the same.
 */
typedef enum
{
  CRIT_BLOCK_TITLE,      /* text */
  CRIT_BLOCK_NOTICE,     /* text: the not-a-decision line, and what it means */
  CRIT_BLOCK_HEADING,    /* text */
  CRIT_BLOCK_SUBHEADING, /* text */
  CRIT_BLOCK_PARAGRAPH,  /* text */
  CRIT_BLOCK_FACT,       /* label, text: one of a few plain lines about the document itself */
  CRIT_BLOCK_STATUS, /* status, label (the status in words), text (the criterion), detail (reason), aside ("[1,2]") */
  CRIT_BLOCK_NOTE, /* text, detail (nullable), aside: a criterion that has no status */
  CRIT_BLOCK_OPEN, /* label (what is open), text (what is recorded so far), number (of the answer) */
  CRIT_BLOCK_ANSWER, /* label (question), text (answer; NULL heads an entry), detail (nullable), level (1 in an entry), number */
  CRIT_BLOCK_TABLE,  /* label (what it lists), columns: heads its rows */
  CRIT_BLOCK_TABLE_ROW, /* label (an entry), number (of the entry), columns, cells, detail (nullable) */
  CRIT_BLOCK_TIMELINE, /* text (what its signs mean; nullable), timeline: heads its rows with years or months */
  CRIT_BLOCK_TIMELINE_ROW, /* label (an entry), text (what its bar shows), timeline, row */
  CRIT_BLOCK_SOURCE,       /* label ("[1]"), text, detail, number */
  CRIT_BLOCK_SIGNATURE,    /* label: a line to write on */
} CritBlockKind;

/**
 * CritLink:
 * @start: where it starts in the text that holds it, in bytes
 * @end: where it ends
 * @target: the kind of the block that it leads to: an answer or a source
 * @number: the number of that block
 *
 * A number in a text that leads to another block, on paper for the eye and elsewhere also for the hand.
 */
typedef struct
{
  gsize start;
  gsize end;
  CritBlockKind target;
  guint number;
} CritLink;

/**
 * CritBlock:
 * @number: what other blocks refer to it by; 0 where none does
 * @columns: (nullable): of char: the questions of a table, the same for all its rows
 * @cells: (nullable): of char: the answers in a row of a table, one a column
 * @timeline: (nullable): what is drawn; owned
 * @row: which row of it
 * @detail_links: of #CritLink: in @detail, in order
 * @aside_links: of #CritLink: in @aside, in order
 *
 * One piece of a summary. Its texts are owned, nullable where its kind says so, and plain: never markup.
 */
typedef struct
{
  CritBlockKind kind;
  CritStatus status;
  guint level;
  guint number;
  char *label;
  char *text;
  char *detail;
  char *aside;
  GPtrArray *columns;
  GPtrArray *cells;
  CritTimeline *timeline;
  guint row;
  GArray *detail_links;
  GArray *aside_links;
} CritBlock;

CritBlock *crit_block_new (CritBlockKind kind, const char *label, const char *text);
void crit_block_free (CritBlock *self);
const char *crit_block_get_number_head (void);
void crit_links_append (GArray *links, GString *text, CritBlockKind target, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritBlock, crit_block_free)

G_END_DECLS
