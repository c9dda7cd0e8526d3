/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-window.h"

#include "bench.h"

#include <unistd.h>

#define STARTED "BENCH_WINDOW_STARTED"

/* A window that has drawn nothing for so long has nothing more to draw for now. */
#define QUIET_MS 150
#define N_CHANGES 11
#define N_FRAMES 61

/* What both windows share: from the start of the program, or from a change, to the first frame painted after it. */
typedef struct
{
  void (*change) (gpointer data);
  gpointer data;

  gint64 since;
  gint64 painted; /* the first frame after that, or 0 */
  guint quiet_id;
  GArray *times; /* of double, in seconds */
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
  g_array_sort (watch->times, compare);
  bench_print (g_array_index (watch->times, double, watch->times->len / 2),
               bench_get_most_memory ());
  /* Closing is not measured. */
  _exit (0);
}

static void
note_time (Watch *watch)
{
  double seconds = (double) (watch->painted - watch->since) / G_USEC_PER_SEC;

  if (watch->since != 0)
    g_array_append_val (watch->times, seconds);
}

static gboolean
quiet_cb (gpointer user_data)
{
  Watch *watch = user_data;

  watch->quiet_id = 0;
  note_time (watch);
  if (watch->change == NULL || watch->times->len == N_CHANGES)
    finish (watch);
  watch->painted = 0;
  watch->since = g_get_monotonic_time ();
  watch->change (watch->data);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  if (watch->painted == 0)
    watch->painted = g_get_monotonic_time ();
  g_clear_handle_id (&watch->quiet_id, g_source_remove);
  watch->quiet_id = g_timeout_add (QUIET_MS, quiet_cb, watch);
}

/* One frame after another, as often as the clock lets them come. */
static void
next_frame_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->painted = g_get_monotonic_time ();
  note_time (watch);
  if (watch->times->len == N_FRAMES)
    finish (watch);
  watch->since = watch->painted;
  gtk_widget_queue_draw (watch->data);
}

static void
follow (GtkWindow *window, Watch *watch, GCallback after_paint)
{
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", after_paint,
                    watch);
}

static void
follow_changes_cb (GtkWindow *window, Watch *watch)
{
  follow (window, watch, G_CALLBACK (after_paint_cb));
}

static void
follow_frames_cb (GtkWindow *window, Watch *watch)
{
  watch->data = window;
  follow (window, watch, G_CALLBACK (next_frame_cb));
}

static Watch *
watch_window (GtkWindow *window, void (*realized) (GtkWindow *window, Watch *watch))
{
  Watch *watch = g_new0 (Watch, 1);

  watch->times = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (window, "realize", G_CALLBACK (realized), watch);
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
  watch_window (window, follow_changes_cb)->since = g_ascii_strtoll (started, NULL, 10);
}

/**
 * bench_window_measure_frame:
 * @window: a window that is not shown yet
 *
 * Measures from one frame to the next of a window that is drawn all the time. Prints the median and ends the program.
 */
void
bench_window_measure_frame (GtkWindow *window)
{
  watch_window (window, follow_frames_cb);
}

/**
 * bench_window_measure_change:
 * @window: a window that is not shown yet
 * @change: what a key press does
 * @data: passed to @change
 *
 * Measures a number of times how long it takes from a change, made while nothing is drawn, until the first frame after it is
 * painted. Prints the median and ends the program.
 */
void
bench_window_measure_change (GtkWindow *window, void (*change) (gpointer data), gpointer data)
{
  Watch *watch = watch_window (window, follow_changes_cb);

  watch->change = change;
  watch->data = data;
}
