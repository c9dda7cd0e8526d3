/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-window.h"

/* The least that a libadwaita program can be: what any other is held against. */

static gboolean measures_frame;

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  if (measures_frame)
    bench_window_measure_frame (GTK_WINDOW (window));
  else
    bench_window_measure_start (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  bench_window_start_clock (argv);
  measures_frame = g_strcmp0 (argv[1], "frame") == 0;
  application = adw_application_new ("org.example.Empty", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
