/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-support.h"

#include "crit-criterion-row.h"

static gboolean
is_menu_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
leads_to_answer (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "crit-place") != NULL;
}

static void
note_place_cb (CritSession *session, const CritPlace *place, char **id)
{
  *id = g_strdup (place->question->id);
}

/* Beside the source stand the answers that decided, as links; there are none while nothing is decided. */
static void
test_deciding_answers (void)
{
  CritWindow *window = window_support_open_record ();
  GtkWidget *row = app_support_find_type (GTK_WIDGET (window), CRIT_TYPE_CRITERION_ROW);
  GtkWidget *button = app_support_find (row, is_menu_button, NULL);
  GtkWidget *link = NULL;
  g_autofree char *id = NULL;

  g_assert_nonnull (app_support_find_label (button, "Source"));
  window_support_answer (window, TRUE);
  window_support_settle ();
  g_assert_nonnull (app_support_find_label (button, "Answers and source"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  window_support_settle ();
  link = app_support_find (button, leads_to_answer, NULL);
  g_assert_nonnull (link);
  g_signal_connect (crit_window_get_session (window), "go-to", G_CALLBACK (note_place_cb), &id);
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpstr (id, ==, "referred");
  window_support_close_all ();
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/deciding/answers", test_deciding_answers);
  return window_support_run ();
}
