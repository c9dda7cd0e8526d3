/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *crit_bidi_fill (const char *format, ...) G_GNUC_PRINTF (1, 2);
char *crit_bidi_join (const char *separator, const char *const *texts, guint n_texts);

G_END_DECLS
