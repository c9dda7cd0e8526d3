/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void crit_core_dumps_forbid (void);

G_END_DECLS
