/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void crit_text_locate (const char *text, gsize length, gsize offset, guint *line, guint *column);
gboolean crit_text_allows (gunichar character);
char *crit_text_escape (const char *text);
char *crit_text_clean (const char *text);

G_END_DECLS
