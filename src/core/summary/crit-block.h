/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-status.h"

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
  CRIT_BLOCK_FACT,       /* label, text: one of a few plain lines about the document itself */
  CRIT_BLOCK_STATUS, /* status, label (the status in words), text (the criterion), detail (reason), aside ("[1,2]") */
  CRIT_BLOCK_NOTE, /* text, detail (nullable), aside: a criterion that has no status */
  CRIT_BLOCK_ANSWER, /* label (question), text (answer; NULL heads an entry), detail (nullable), level (1 in an entry) */
  CRIT_BLOCK_SOURCE,    /* label ("[1]"), text, detail */
  CRIT_BLOCK_SIGNATURE, /* label: a line to write on */
} CritBlockKind;

/**
 * CritBlock:
 *
 * One piece of a summary. Its texts are owned, nullable where its kind says so, and plain: never markup.
 */
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

CritBlock *crit_block_new (CritBlockKind kind, const char *label, const char *text);
void crit_block_free (CritBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritBlock, crit_block_free)

G_END_DECLS
