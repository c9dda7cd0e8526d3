/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "summary/crit-block.h"

G_BEGIN_DECLS

/**
 * CritColumn:
 * @x: where it starts, from where reading starts
 * @width: the room for its text
 */
typedef struct
{
  double x;
  double width;
} CritColumn;

/**
 * CritColumns:
 *
 * Where the columns of a table stand: the same in all its rows, and at its head on each page.
 */
typedef struct _CritColumns CritColumns;

CritColumns *crit_columns_new (GPtrArray *blocks, guint head, PangoContext *context, double width);
CritColumns *crit_columns_ref (CritColumns *self);
void crit_columns_unref (CritColumns *self);
guint crit_columns_get_count (CritColumns *self);
const char *crit_columns_get_label (CritColumns *self, guint i);
const CritColumn *crit_columns_get (CritColumns *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritColumns, crit_columns_unref)

G_END_DECLS
