/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritBlock:
 * @text: whole lines, each with its end; the last line of all may have none
 * @first_line: the number of the first one, from 1
 *
 * Some lines.
 */
typedef struct
{
  GByteArray *text;
  guint first_line;
} CritBlock;

/**
 * CritBlocks:
 * @rest: the beginning of a line that is not read to its end yet
 * @skipping: whether the rest of a line that is too long is left out
 * @error: 0, or an errno where reading failed
 *
 * A file, block after block. It never waits for more while it has a whole line.
 */
typedef struct
{
  int fd;
  GByteArray *rest;
  guint n_lines;
  gboolean skipping;
  gboolean ended;
  int error;
} CritBlocks;

void crit_block_init (CritBlock *self);
void crit_block_clear (CritBlock *self);
void crit_block_shrink (CritBlock *self);
gboolean crit_block_next_line (const CritBlock *self, gsize *at, const char **text, gsize *length);

void crit_blocks_init (CritBlocks *self, int fd);
void crit_blocks_clear (CritBlocks *self);
gboolean crit_blocks_next (CritBlocks *self, CritBlock *block);

G_END_DECLS
