/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void crit_breaks_improve (PangoLayout *layout);

G_END_DECLS
