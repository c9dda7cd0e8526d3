/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts on lines of characters of one width, as a terminal shows them. */
guint crit_lines_get_width (const char *text);
void crit_lines_append (GString *out, const char *text, guint indent, guint width);
void crit_lines_append_underlined (GString *out, const char *text, char rule, guint width);

G_END_DECLS
