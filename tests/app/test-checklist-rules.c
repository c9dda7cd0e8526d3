/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-support.h"
#include "crit-checklist-page.h"
#include "crit-question-view.h"
#include "record/crit-carry-over.h"

typedef struct
{
  CritSession *session;
  GtkWidget *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = app_support_open ("every-kind.json");
  fixture->page = g_object_new (CRIT_TYPE_CHECKLIST_PAGE, "session", fixture->session, NULL);
  fixture->window = app_support_show (fixture->page, 1200, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_support_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

/* The same rules with one text in them replaced by another. */
static void
use_edition (Fixture *fixture, const char *from, const char *to)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CritRules) rules = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (crit_session_get_rules (fixture->session)->text, &length);

  text = g_string_new_len (data, length);
  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  bytes = g_bytes_new (text->str, text->len);
  rules = crit_rules_load (bytes, findings);
  g_assert_nonnull (rules);
  crit_session_use_rules (fixture->session, rules, lost);
  app_support_settle (fixture->window);
}

static void
go_to (Fixture *fixture, const char *pointer)
{
  CritPlace place = app_support_place (fixture->session, pointer);

  crit_checklist_page_go_to (CRIT_CHECKLIST_PAGE (fixture->page), &place);
  app_support_settle (fixture->window);
}

static char *
dup_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *view = focus != NULL ? gtk_widget_get_ancestor (focus, CRIT_TYPE_QUESTION_VIEW) : NULL;

  g_assert_nonnull (view);
  return crit_place_dup_pointer (crit_question_view_get_place (CRIT_QUESTION_VIEW (view)));
}

static int
get_step (Fixture *fixture)
{
  int step = 0;

  g_object_get (fixture->page, "step", &step, NULL);
  return step;
}

/* Under other rules all is made anew, and the person is left where they were: before, after undo, and after redo. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  const CritQuestion *list = app_support_place (fixture->session, "trials").question;
  const char *places[] = { "age", "trials/1/stopped", "trials/complete" };

  crit_history_add_entry (crit_session_get_history (fixture->session), list);
  crit_history_add_entry (crit_session_get_history (fixture->session), list);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;

      go_to (fixture, places[i]);
      before = dup_focused (fixture);
      use_edition (fixture, "\"version\": \"", "\"version\": \"1.");
      after = dup_focused (fixture);
      g_assert_cmpstr (after, ==, before);
      crit_session_undo (fixture->session);
      app_support_settle (fixture->window);
      undone = dup_focused (fixture);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* What is shown says the words of the rules in use, and answers go into the record under them. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  const char *former = "Is the person depressed now?";
  const char *now = "Is the person low?";

  g_assert_nonnull (app_support_find_label (fixture->window, former));
  use_edition (fixture, former, now);
  g_assert_null (app_support_find_label (fixture->window, former));
  g_assert_nonnull (app_support_find_label (fixture->window, now));
  crit_session_undo (fixture->session);
  app_support_settle (fixture->window);
  g_assert_nonnull (app_support_find_label (fixture->window, former));
}

/* A section that has gone leads back to the first; the summary stays the summary. */
static void
test_section_gone (Fixture *fixture, gconstpointer data)
{
  go_to (fixture, "trials");
  g_assert_cmpint (get_step (fixture), ==, 1);
  use_edition (fixture, "\"medicines\"", "\"tried\"");
  g_assert_cmpint (get_step (fixture), ==, 0);

  g_object_set (fixture->page, "step",
                (int) crit_session_get_rules (fixture->session)->sections->len, NULL);
  app_support_settle (fixture->window);
  crit_session_undo (fixture->session);
  app_support_settle (fixture->window);
  g_assert_cmpint (get_step (fixture), ==,
                   (int) crit_session_get_rules (fixture->session)->sections->len);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add ("/checklist-rules/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/checklist-rules/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/checklist-rules/section-gone", Fixture, NULL, set_up, test_section_gone, tear_down);
  return g_test_run ();
}
