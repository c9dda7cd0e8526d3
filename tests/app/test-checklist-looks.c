/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the checklist is laid out at every width and text size: nothing is cut off, nothing is squeezed. With
 * CRITERIA_PICTURES set to a folder, each look is also written there as a picture. */

#include "config.h"

#include "app-support.h"
#include "crit-checklist-page.h"
#include "looks-support.h"

static const Look looks[] = {
  { "wide", 1200, 900, 1, FALSE, FALSE },
  { "wide-dark", 1200, 900, 1, TRUE, FALSE },
  { "wide-mirrored", 1200, 900, 1, FALSE, TRUE },
  { "wide-large-text", 1200, 900, 1.5, FALSE, FALSE },
  { "middle", 800, 900, 1, FALSE, FALSE },
  { "narrow", 360, 900, 1, FALSE, FALSE },
  { "narrow-large-text", 360, 900, 1.5, FALSE, FALSE },
};

static void
give (CritSession *session, const char *pointer, CritAnswer answer)
{
  CritPlace place = app_support_place (session, pointer);

  crit_history_set_answer (crit_session_get_history (session), &place, &answer);
}

static void
fill_in (CritSession *session)
{
  const CritQuestion *trials =
      crit_rules_find_question (crit_session_get_rules (session), "trials");
  CritHistory *history = crit_session_get_history (session);

  give (session, "depressed", (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  give (session, "referred-by",
        (CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN, .unknown = CRIT_UNKNOWN_AWAITING });
  give (session, "age", (CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = 112 });
  give (session, "last-event", (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2019, 3, 0 } });
  crit_history_add_entry (history, trials);
  give (session, "trials/0/medicine", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 1 });
  give (session, "trials/0/started",
        (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2024, 1, 0 } });
  give (session, "trials/0/stopped",
        (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2024, 6, 0 } });
  give (session, "trials/0/adequate-dose",
        (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE });
  give (session, "trials/0/outcome", (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = 0 });
  crit_history_add_entry (history, trials);
  give (session, "trials/1/medicine",
        (CritAnswer){ .kind = CRIT_ANSWER_OTHER, .text = (char *) "Tianeptine" });
  give (session, "trials/1/started",
        (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2025, 0, 0 } });
  give (session, "trials/1/stopped", (CritAnswer){ .kind = CRIT_ANSWER_ONGOING });
}

static void
picture (GtkWidget *window, const Look *look, const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", look->name, what);

  app_support_settle (window);
  looks_support_check_texts (window, name);
  g_assert_cmpint (gtk_widget_get_width (window), ==, look->width);
  app_support_picture (window, name);
}

static void
show_folded_sides (GtkWidget *window, GtkWidget *page, const Look *look)
{
  if (look->width < 1000)
    {
      gtk_widget_activate_action (page, "checklist.show-criteria", NULL);
      picture (window, look, "criteria");
      gtk_widget_activate_action (page, "checklist.show-questions", NULL);
    }
  if (look->width < 700)
    {
      gtk_widget_activate_action (page, "checklist.show-sections", NULL);
      picture (window, look, "sections");
      gtk_widget_activate_action (page, "checklist.show-questions", NULL);
    }
}

static void
test_look (gconstpointer data)
{
  const Look *look = data;
  g_autoptr (CritSession) session = app_support_open ("every-kind.json");
  GtkWidget *page = NULL;
  GtkWidget *window = NULL;
  CritPlace place = app_support_place (session, "trials/1/outcome");

  looks_support_begin (look);
  page = g_object_new (CRIT_TYPE_CHECKLIST_PAGE, "session", session, NULL);
  window = app_support_show (page, look->width, look->height);
  picture (window, look, "empty");
  fill_in (session);
  picture (window, look, "person");
  gtk_widget_activate_action (page, "checklist.next", NULL);
  picture (window, look, "medicines");
  crit_session_go_to (session, &place);
  picture (window, look, "unfolded");
  show_folded_sides (window, page, look);
  app_support_close (window);
  looks_support_end ();
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/checklist-looks/%s", looks[i].name);

      g_test_add_data_func (path, &looks[i], test_look);
    }
  return g_test_run ();
}
