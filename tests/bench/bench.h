/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *bench_read_file (const char *path);
double bench_get_seconds (void);
gsize bench_get_most_memory (void);
void bench_print (double seconds, gsize bytes);

G_END_DECLS
