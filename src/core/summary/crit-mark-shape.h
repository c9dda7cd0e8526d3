/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-status.h"
#include "summary/crit-shape.h"

G_BEGIN_DECLS

/* Lines are a tenth of the mark wide: one pixel at 10, and on a fax still a line. */
#define CRIT_MARK_LINE_WIDTH 0.1

const CritShapeStep *crit_mark_get_steps (CritStatus status, guint *n_steps);
void crit_mark_append_svg (GString *out, CritStatus status);

G_END_DECLS
