/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "summary/crit-block.h"

G_BEGIN_DECLS

/* Blocks as something to read, in a crit_reading_box_new(). */
void crit_block_box_append (GtkWidget *box, const CritBlock *block);
void crit_block_box_append_all (GtkWidget *box, GPtrArray *blocks);

G_END_DECLS
