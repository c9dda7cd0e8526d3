/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-window.h"

#include "bench.h"

#include <unistd.h>

#define STARTED "BENCH_WINDOW_STARTED"

/* A window that has drawn nothing for so long has nothing more to draw for now. */
#define QUIET_MS 150
#define N_CHANGES 11

/* What both windows share: from the start of the program to its first frame, and from a change to what shows it. */
typedef struct
{
  GtkWindow *window;
  void (*change) (gpointer data);
  gpointer data;

  gint64 since;
  gint64 painted; /* the last frame */
  gint64 first;   /* the first */
  guint quiet_id;
  GArray *changes; /* of double, in seconds */
} Watch;

/**
 * bench_window_start_clock:
 * @argv: the arguments of main()
 *
 * Starts this program once more, with the time in its environment: so what the loader does before main() counts too.
 */
void
bench_window_start_clock (char **argv)
{
  g_autofree char *now = NULL;

  if (g_getenv (STARTED) != NULL)
    return;
  now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_setenv (STARTED, now, TRUE);
  execv ("/proc/self/exe", argv);
  g_error ("Starting again failed.");
}

static void
begin_change (Watch *watch)
{
  watch->since = g_get_monotonic_time ();
  watch->painted = 0;
  watch->change (watch->data);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

static void
finish (Watch *watch)
{
  double seconds = (double) (watch->first - watch->since) / G_USEC_PER_SEC;

  if (watch->change != NULL)
    {
      g_array_sort (watch->changes, compare);
      seconds = g_array_index (watch->changes, double, watch->changes->len / 2);
    }
  bench_print (seconds, bench_get_most_memory ());
  /* Closing is not measured. */
  _exit (0);
}

static gboolean
quiet_cb (gpointer user_data)
{
  Watch *watch = user_data;

  watch->quiet_id = 0;
  if (watch->change == NULL || watch->changes->len == N_CHANGES)
    finish (watch);
  if (watch->since != 0)
    {
      double seconds = (double) (watch->painted - watch->since) / G_USEC_PER_SEC;

      g_array_append_val (watch->changes, seconds);
    }
  begin_change (watch);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->painted = g_get_monotonic_time ();
  if (watch->first == 0)
    watch->first = watch->painted;
  g_clear_handle_id (&watch->quiet_id, g_source_remove);
  watch->quiet_id = g_timeout_add (QUIET_MS, quiet_cb, watch);
}

static void
realize_cb (GtkWidget *window, Watch *watch)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    watch);
}

static Watch *
watch_window (GtkWindow *window)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->window = window;
  watch->changes = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), watch);
  return watch;
}

/**
 * bench_window_measure_start:
 * @window: a window that is not shown yet
 *
 * Measures until its first frame is painted, and the memory until it has no more to paint; then prints both and ends the program.
 */
void
bench_window_measure_start (GtkWindow *window)
{
  const char *started = g_getenv (STARTED);

  g_assert_nonnull (started);
  watch_window (window)->since = g_ascii_strtoll (started, NULL, 10);
}

/**
 * bench_window_measure_change:
 * @window: a window that is not shown yet
 * @change: what a key press does
 * @data: passed to @change
 *
 * Measures a number of times how long it takes from a change until the last frame that shows it is painted. Prints the median
 * and ends the program.
 */
void
bench_window_measure_change (GtkWindow *window, void (*change) (gpointer data), gpointer data)
{
  Watch *watch = watch_window (window);

  /* Both windows show a change at once, not as a film. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  watch->change = change;
  watch->data = data;
}
