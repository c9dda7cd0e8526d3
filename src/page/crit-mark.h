/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "screening/crit-status.h"

G_BEGIN_DECLS

/* The mark of a status, told apart by its shape alone and drawn in the current source colour: the same paths on paper
 * and in the window. The mark fills a square of the given size at (x, y). */
void crit_mark_draw (cairo_t *cr, CritStatus status, double x, double y, double size);

G_END_DECLS
