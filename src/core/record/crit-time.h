/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *crit_time_to_iso (gint64 time);
gboolean crit_time_parse (const char *text, gint64 *time);

G_END_DECLS
