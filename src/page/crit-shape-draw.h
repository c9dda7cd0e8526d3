/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "summary/crit-shape.h"

G_BEGIN_DECLS

void crit_shape_draw (cairo_t *cr, const CritShapeStep *steps, guint n_steps);

G_END_DECLS
