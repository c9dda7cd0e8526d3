/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-window.h"

#include "bench.h"
#include "crit-application.h"
#include "crit-section-page.h"
#include "crit-window-private.h"
#include "record/crit-record-file.h"

#include <string.h>

/* The program as main.c starts it, but for the renderer, which the bench chooses:
 *
 *   bench-window-criteria                        the start page
 *   bench-window-criteria FILE                   a file
 *   bench-window-criteria change RULES RECORD    one answer after another in a record
 *   bench-window-criteria scroll RULES RECORD    the longest section of it, a step after another, at 1920 × 1080 */

#define SCROLLED_BY 60
#define WIDTH 1920
#define HEIGHT 1080
#define BORDERS 20

static gboolean
is_answer (GtkWidget *widget)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))
                == GTK_ACCESSIBLE_ROLE_RADIO
         && !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
}

static GtkWidget *
find_answer (GtkWidget *root)
{
  if (is_answer (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_answer (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first answer that is not chosen is chosen: in turns "Yes" and "No" to the first question. */
static void
answer (gpointer window)
{
  GtkWidget *button = find_answer (window);

  g_assert_nonnull (button);
  gtk_widget_activate (button);
}

/* Up and down by what a wheel turns at a time. */
static void
scroll (gpointer scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double value = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, value + SCROLLED_BY);
  if (gtk_adjustment_get_value (adjustment) < value + SCROLLED_BY)
    gtk_adjustment_set_value (adjustment, value - SCROLLED_BY);
}

static GtkWidget *
find_scroller (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (root) && gtk_widget_get_mapped (root)
                             && gtk_widget_get_ancestor (root, CRIT_TYPE_SECTION_PAGE) != NULL
                         ? root
                         : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scroller (child);
  return found;
}

/* The page that scrolls is there only once the window is. On a screen that is too small this would measure something else; a
   border is part of the window. */
static void
scroll_window (gpointer window)
{
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);

  if (width < WIDTH - BORDERS || height < HEIGHT - BORDERS)
    g_error ("The window is %d × %d and not as large as it was to be.", width, height);
  scroll (find_scroller (window));
}

static CritSession *
open_session (char **paths)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GBytes) rules_text = bench_read_file (paths[0]);
  g_autoptr (GBytes) record_text = bench_read_file (paths[1]);
  g_autoptr (CritRules) rules = crit_rules_load (rules_text, findings);
  g_autoptr (CritRecord) record = crit_record_read (record_text, rules, findings);

  g_assert_nonnull (record);
  return crit_session_new (record);
}

static void
measure_answers (CritApplication *application, char **paths)
{
  g_autoptr (CritSession) session = open_session (paths);
  CritWindow *window =
      crit_window_new (GTK_APPLICATION (application), crit_application_get_library (application),
                       crit_application_get_drafts (application));

  crit_window_open_record (window, session, NULL);
  bench_window_measure_change (GTK_WINDOW (window), answer, window);
  gtk_window_present (GTK_WINDOW (window));
}

/* To the last question, a list, and all of its entries. */
static void
measure_scrolling (CritApplication *application, char **paths)
{
  g_autoptr (CritSession) session = open_session (paths);
  CritWindow *window =
      crit_window_new (GTK_APPLICATION (application), crit_application_get_library (application),
                       crit_application_get_drafts (application));
  GPtrArray *questions = crit_session_get_rules (session)->questions;
  CritPlace place = crit_place_of_question (questions->pdata[questions->len - 1]);

  crit_window_open_record (window, session, NULL);
  crit_session_go_to (session, &place);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  bench_window_measure_change (GTK_WINDOW (window), scroll_window, window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
added_cb (GtkApplication *application, GtkWindow *window)
{
  if (CRIT_IS_WINDOW (window))
    bench_window_measure_start (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (CritApplication) application = NULL;

  bench_window_start_clock (argv);
  application = crit_application_new (G_APPLICATION_NON_UNIQUE);
  if (argc == 4 && strcmp (argv[1], "change") == 0)
    {
      g_signal_connect (application, "activate", G_CALLBACK (measure_answers), argv + 2);
      return g_application_run (G_APPLICATION (application), 1, argv);
    }
  if (argc == 4 && strcmp (argv[1], "scroll") == 0)
    {
      g_signal_connect (application, "activate", G_CALLBACK (measure_scrolling), argv + 2);
      return g_application_run (G_APPLICATION (application), 1, argv);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
