/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int crit_version_compare (const char *first, const char *second);

G_END_DECLS
