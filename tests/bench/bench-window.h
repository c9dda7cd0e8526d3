/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void bench_window_start_clock (char **argv);
void bench_window_measure_start (GtkWindow *window);
void bench_window_measure_frame (GtkWindow *window);
void bench_window_measure_change (GtkWindow *window, void (*change) (gpointer data), gpointer data);

G_END_DECLS
