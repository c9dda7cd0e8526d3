/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-new-record-page.h"
#include "crit-window-private.h"
#include "window-support.h"

#include <glib/gstdio.h>

#define NAME "watched.json"

/* A rules file that is rewritten under the eyes of a window. */
typedef struct
{
  CritWindow *window;
  GFile *file;
  char *path;
} Fixture;

static void
begin_record (CritWindow *window)
{
  GtkWidget *page = window_support_find (window, "new_record_page");

  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "reference")), "A-17");
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "date")), "20 Nov 2026");
  g_signal_emit_by_name (window_support_find (page, "create"), "clicked");
  window_support_settle ();
  g_assert_nonnull (crit_window_get_session (window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->file = window_support_write_rules (NAME);
  fixture->path = g_file_get_path (fixture->file);
  fixture->window = window_support_open_file (fixture->file);
}

static void
set_up_record (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  begin_record (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_support_close_all ();
  g_remove (fixture->path);
  g_object_unref (fixture->file);
  g_free (fixture->path);
}

static CritRules *
get_rules (Fixture *fixture)
{
  return crit_session_get_rules (crit_window_get_session (fixture->window));
}

static void
rewrite (const char *from, const char *to)
{
  g_autoptr (GFile) file = window_support_write_edition (NAME, from, to);
}

static GtkWidget *
get_notice (Fixture *fixture)
{
  return window_support_find (fixture->window, "rules_notice");
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Expected;

static gboolean
is_said (gpointer data)
{
  Expected *expected = data;
  GtkWidget *notice = get_notice (expected->fixture);

  return gtk_widget_get_visible (notice)
         && window_support_find_text (notice, expected->text) != NULL;
}

static void
wait_for_text (Fixture *fixture, const char *text)
{
  Expected expected = { fixture, text };

  if (!app_support_wait (is_said, &expected))
    g_error ("“%s” was not said, but “%s”", text,
             gtk_label_get_text (GTK_LABEL (window_support_find (get_notice (fixture), "text"))));
  window_support_settle ();
}

static gboolean
is_silent (gpointer data)
{
  return !gtk_widget_get_visible (get_notice (data));
}

static gboolean
is_offered (Fixture *fixture, const char *id)
{
  return gtk_widget_get_visible (window_support_find (get_notice (fixture), id));
}

static void
press (Fixture *fixture, const char *id)
{
  g_assert_true (is_offered (fixture, id));
  g_signal_emit_by_name (window_support_find (get_notice (fixture), id), "clicked");
  window_support_settle ();
}

static void
assert_answered (Fixture *fixture, const char *question, CritAnswerKind kind)
{
  g_assert_cmpint (app_support_answer (crit_window_get_session (fixture->window), question)->kind,
                   ==, kind);
}

/* A record that is being filled in goes on under the changed rules with its answers. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  window_support_answer (fixture->window, TRUE);
  rewrite ("2026.1", "2026.2");
  wait_for_text (fixture,
                 "The rules have changed from version 2026.1 to 2026.2. All answers were kept.");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.2");
  assert_answered (fixture, "referred", CRIT_ANSWER_BOOLEAN);
  g_assert_nonnull (window_support_find_text (window_support_find (fixture->window, "notice_bar"),
                                              "Rules 2026.2"));
  g_assert_false (is_offered (fixture, "show_lost"));

  press (fixture, "go_back");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.1");
  wait_for_text (fixture, "A newer version of these criteria is on this computer: 2026.2.");
  press (fixture, "use");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.2");
  press (fixture, "dismiss");
  g_assert_true (is_silent (fixture));
}

/* Whoever went back is asked from then on. */
static void
test_declined (Fixture *fixture, gconstpointer data)
{
  rewrite ("2026.1", "2026.2");
  wait_for_text (fixture, "The rules have changed");
  window_support_activate (fixture->window, "undo");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.1");
  rewrite ("2026.1", "2026.3");
  wait_for_text (fixture, "is on this computer: 2026.3.");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.1");
}

/* What has no place is listed, word for word, and comes back with the former rules. */
static void
test_lost (Fixture *fixture, gconstpointer data)
{
  window_support_answer (fixture->window, TRUE);
  rewrite ("\"referred\"", "\"sent\"");
  wait_for_text (fixture,
                 "still say that they are version 2026.1. 1 answer or note has no place in them.");
  press (fixture, "show_lost");
  g_assert_nonnull (window_support_find_text (window_support_find_dialog (fixture->window),
                                              "“Was there a referral?”: Yes."));
  gtk_window_destroy (window_support_find_dialog (fixture->window));
  press (fixture, "go_back");
  assert_answered (fixture, "referred", CRIT_ANSWER_BOOLEAN);
  g_assert_false (is_offered (fixture, "show_lost"));

  window_support_activate (fixture->window, "redo");
  wait_for_text (fixture, "1 answer or note has no place in them.");
  g_assert_true (is_offered (fixture, "show_lost"));
}

/* Answers given since are not thrown away by the button: it is there only while there are none. */
static void
test_later_answers (Fixture *fixture, gconstpointer data)
{
  rewrite ("2026.1", "2026.2");
  wait_for_text (fixture, "The rules have changed");
  g_assert_true (is_offered (fixture, "go_back"));
  window_support_answer (fixture->window, TRUE);
  g_assert_false (is_offered (fixture, "go_back"));
  window_support_activate (fixture->window, "undo");
  g_assert_true (is_offered (fixture, "go_back"));
}

/* A file with errors does not replace good rules, and is used once it is mended. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  window_support_answer (fixture->window, TRUE);
  rewrite ("\"status\": \"draft\",", "\"status\": \"draft\"");
  wait_for_text (fixture, "The rules file has changed and cannot be used.");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.1");
  press (fixture, "show_findings");
  g_assert_nonnull (
      window_support_find_text (window_support_find_dialog (fixture->window), NAME ":4:"));
  gtk_window_destroy (window_support_find_dialog (fixture->window));
  g_assert_true (window_support_is_enabled (fixture->window, "print"));
  window_support_answer (fixture->window, FALSE);

  rewrite ("2026.1", "2026.2");
  wait_for_text (fixture,
                 "The rules have changed from version 2026.1 to 2026.2. All answers were kept.");
  g_assert_false (is_offered (fixture, "show_findings"));
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) again = NULL;

  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  wait_for_text (fixture, "The rules file is gone or cannot be read any more.");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.1");

  /* The same file is there again: nothing to say. */
  again = window_support_write_rules (NAME);
  g_assert_true (app_support_wait (is_silent, fixture));
}

/* As editors save: another file takes the place of this one. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = window_support_write_edition ("other.json", "2026.1", "2026.2");

  g_assert_cmpint (g_rename (g_file_peek_path (other), fixture->path), ==, 0);
  wait_for_text (fixture, "The rules have changed from version 2026.1 to 2026.2.");
}

static void
test_other_criteria (Fixture *fixture, gconstpointer data)
{
  rewrite ("\"id\": \"small\"", "\"id\": \"large\"");
  wait_for_text (fixture, "The rules file now holds something else.");
  g_assert_cmpstr (get_rules (fixture)->id, ==, "small");
}

static gboolean
is_saved (gpointer window)
{
  return crit_session_get_file (crit_window_get_session (window)) != NULL
         && !crit_session_is_saving (crit_window_get_session (window));
}

/* To a record that was saved, which carries its own rules, others are offered only. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_support_path ("watched.checklist");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  window_support_choose (file);
  window_support_activate (fixture->window, "save");
  g_assert_true (app_support_wait (is_saved, fixture->window));
  rewrite ("2026.1", "2026.2");
  wait_for_text (fixture, "A newer version of these criteria is on this computer: 2026.2.");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.1");
  g_assert_false (crit_session_is_modified (crit_window_get_session (fixture->window)));

  /* Comparing begins with that version. */
  press (fixture, "compare");
  window_support_wait_for_text (window_support_find_dialog (fixture->window), "2026.2");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (window_support_find (
                       window_support_find_dialog (fixture->window), "pages"))),
                   ==, "result");
  gtk_window_destroy (window_support_find_dialog (fixture->window));

  press (fixture, "dismiss");
  g_assert_true (is_silent (fixture));
  rewrite ("2026.1", "2026.3");
  wait_for_text (fixture, "2026.3.");
  press (fixture, "use");
  g_assert_cmpstr (get_rules (fixture)->version, ==, "2026.3");
  g_assert_true (crit_session_is_modified (crit_window_get_session (fixture->window)));
}

static GtkWidget *
find_field (Fixture *fixture)
{
  GType type = GTK_TYPE_ENTRY;

  return app_support_find_type (GTK_WIDGET (fixture->window->checklist_page), type);
}

/* A text that is not understood stands in its field only: nothing is changed while it does. */
static void
test_unread_text (Fixture *fixture, gconstpointer data)
{
  const char *yes_no = "\"type\": \"boolean\", \"text\": \"Was there a referral?\"";

  rewrite (yes_no, "\"type\": \"boolean\", \"text\": \"Was there a referral?\" },\n"
                   "{ \"id\": \"age\", \"type\": \"integer\", \"text\": \"Age\"");
  wait_for_text (fixture, "The rules have changed");
  g_assert_nonnull (find_field (fixture));
  gtk_editable_set_text (GTK_EDITABLE (find_field (fixture)), "fourty");
  rewrite ("2026.1", "2026.2");
  wait_for_text (fixture, "A newer version of these criteria is on this computer: 2026.2.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (fixture))), ==, "fourty");
}

/* Before a record is begun, the page names the rules as they are, and keeps what was typed. */
static void
test_new_record (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = window_support_find (fixture->window, "new_record_page");

  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "reference")), "B-18");
  rewrite ("\"status\": \"draft\",", "\"status\": \"draft\"");
  wait_for_text (fixture, "The rules file has changed and cannot be used.");
  rewrite ("For tests.", "For other tests.");
  g_assert_true (app_support_wait (is_silent, fixture));
  g_assert_nonnull (window_support_find_text (page, "For other tests."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (window_support_find (page, "reference"))),
                   ==, "B-18");
}

static gboolean
shows_findings (gpointer window)
{
  return g_strcmp0 (window_support_page (window), "findings") == 0;
}

static gboolean
shows_new_record (gpointer window)
{
  return g_strcmp0 (window_support_page (window), "new-record") == 0;
}

static gboolean
shows_second_line (gpointer window)
{
  return window_support_find_text (window, "Line 2, column ") != NULL;
}

/* Whoever mends a file sees what is still wrong, and goes on once nothing is. */
static void
test_mended (void)
{
  g_autoptr (GFile) file = window_support_write ("mended.json", "{");
  CritWindow *window = window_support_open_file (file);
  g_autoptr (GFile) better = NULL;
  g_autoptr (GFile) good = NULL;

  g_assert_true (shows_findings (window));
  better = window_support_write ("mended.json", "{\n  \"format\": 010\n}");
  g_assert_true (app_support_wait (shows_second_line, window));
  good = window_support_write_rules ("mended.json");
  g_assert_true (app_support_wait (shows_new_record, window));
  begin_record (window);
  window_support_close_all ();
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_over (gpointer over)
{
  return *(gboolean *) over;
}

/* Nothing of a window that was closed hears of the file any more. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  gboolean over = FALSE;

  window_support_close_all ();
  rewrite ("2026.1", "2026.2");
  g_timeout_add (600, over_cb, &over);
  g_assert_true (app_support_wait (is_over, &over));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/rules-watch/follow", test_follow },
    { "/rules-watch/declined", test_declined },
    { "/rules-watch/lost", test_lost },
    { "/rules-watch/later-answers", test_later_answers },
    { "/rules-watch/broken", test_broken },
    { "/rules-watch/deleted", test_deleted },
    { "/rules-watch/renamed", test_renamed },
    { "/rules-watch/other-criteria", test_other_criteria },
    { "/rules-watch/saved", test_saved },
    { "/rules-watch/unread-text", test_unread_text },
    { "/rules-watch/closed", test_closed },
  };

  window_support_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up_record, tests[i].test, tear_down);
  g_test_add ("/rules-watch/new-record", Fixture, NULL, set_up, test_new_record, tear_down);
  g_test_add_func ("/rules-watch/mended", test_mended);
  return window_support_run ();
}
