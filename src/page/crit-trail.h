/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-row.h"

G_BEGIN_DECLS

/* The white below a continued heading, and what it takes of the height of a page with it. */
#define CRIT_TRAIL_SPACE 6
#define CRIT_TRAIL_HEIGHT (CRIT_ROW_LINE + CRIT_TRAIL_SPACE)

/**
 * CritTrail:
 * @heads: what the row that was placed last stands under: a heading, a subheading, an entry; borrowed from rows
 *
 * Where in the document a page begins: what comes before it may be in another hand.
 */
typedef struct
{
  const char *heads[CRIT_ROW_N_LEVELS];
} CritTrail;

void crit_trail_enter (CritTrail *self, const CritRow *row);
CritRow *crit_trail_new_row (const CritTrail *self,
                             const CritRow *next,
                             PangoContext *context,
                             double width);

G_END_DECLS
